/** What the announcements say: usual hours, summary and what to bring by kind of event. */
export const TEXTS = {
  guidanceFair: {
    from: "13:00",
    to: "16:00",
    summary:
      "地元の企業がブースを並べ、仕事の内容や働き方を直接説明します。就職活動中の人はもちろん、まだ進路を決めていない生徒や学生、保護者の方も自由に回ることができます。服装は自由です。",
    whatToBring: "筆記用具。参加票(スマートフォンの画面でもかまいません)。",
  },
  informationFair: {
    from: "10:00",
    to: "15:00",
    summary:
      "高専生と工業系の高校生が、地域の企業の技術者や先輩社員から話を聞く催しです。保護者と教職員の方も参加できます。学科ごとに回る時間を分けています。",
    whatToBring: "筆記用具、学生証。",
  },
  companyVisit: {
    from: "09:00",
    to: "16:00",
    summary:
      "バスで地域の企業を訪ね、工場や開発の現場を見学します。若手の技術者と話す時間があります。1日に4社を回ります。",
    whatToBring: "昼食、飲み物、動きやすい服装と靴。",
  },
  discoveryFair: {
    from: "13:15",
    to: "15:30",
    summary:
      "就職を考える高校2年生が、10社の企業から仕事の説明を聞き、若手社員と話す催しです。学校ごとに参加します。",
    whatToBring: "筆記用具、配布するワークシート。",
  },
  visitTour: {
    from: "09:30",
    to: "15:30",
    summary:
      "少人数で市内の企業4社を見学します。働く人にじっくり質問できるよう、班ごとに案内の社員が付きます。",
    whatToBring: "昼食、飲み物、筆記用具。",
  },
  seminar: { from: "13:30", to: "16:30", summary: "", whatToBring: "筆記用具、名刺。" },
  onlineGuidance: {
    from: "19:00",
    to: "20:30",
    summary:
      "自宅から参加できる説明会です。一関で働くことと暮らすことについて、市の担当者と企業の若手社員が質問に答えます。",
    whatToBring: "インターネットにつながるスマートフォンまたはパソコン。",
  },
  outreachBooth: {
    from: "12:00",
    to: "16:00",
    summary: "県内外で開かれる就職フェアに一関市がブースを出し、UIJターンを考える人の相談を受けます。",
    whatToBring: "",
  },
  newcomers:
    "入社して概ね1年以内の社員を対象に、社会人としての基本を学び、会社を越えた同期のつながりをつくるセミナーです。",
  young: "入社2年目から3年目の社員を対象に、仕事の進め方と後輩への教え方を話し合うセミナーです。",
  trainers: "経営者と採用・育成の担当者を対象に、若手が長く働ける職場づくりを考えるセミナーです。",
} as const;
