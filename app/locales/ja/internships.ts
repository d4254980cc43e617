/** Words of internships and work experience. */
export const internshipTypeNames: Record<string, string> = {
  type1: "オープン・カンパニー",
  type2: "キャリア教育",
  type3: "インターンシップ(汎用的能力・専門活用型)",
  type4: "インターンシップ(高度専門型)",
  schoolWorkExperience: "高校生などの就業体験(学校を通じて)",
};

export const internshipTypeNotes: Record<string, string> = {
  type1: "会社や仕事を知るための催しです(タイプ1)。就業体験はなく、採用選考には使われません。",
  type2: "働くことへの理解を深める教育です(タイプ2)。採用選考には使われません。",
  type3:
    "5日以上(専門活用型は2週間以上)で、期間の半分を超えて職場で就業体験をするものです(タイプ3)。得られた情報は、国の定める日以降に採用活動で使われることがあります。",
  type4: "大学院生などを対象とした、専門性の高い長期のものです(タイプ4)。",
  schoolWorkExperience: "学校の授業や行事として行う就業体験です。採用選考には使われません。",
};

export const schoolKindNames: Record<string, string> = {
  juniorHigh: "中学生",
  highSchool: "高校生",
  kosen: "高専生",
  juniorCollege: "短大生",
  vocational: "専門学校生",
  university: "大学生・大学院生",
  other: "そのほかの方",
};

export const internships = {
  title: "インターンシップ・仕事体験",
  description: "一関市の企業が受け入れるインターンシップ・オープン・カンパニー・就業体験の一覧です。",
  lead: "市内の企業で仕事を体験できます。名称は、国の三省合意(令和4年6月)の区分に沿っています。",
  filter: "対象で絞り込む",
  typeFilter: "区分で絞り込む",
  allKinds: "対象と区分を「すべて」にする",
  everyone: "すべて",
  count: (total: number, open: number) => `全${total}件(募集中${open}件)`,
  open: "募集中",
  closed: "募集終了",
  applyBy: "申込締切",
  period: "期間",
  days: (days: number) => `${days}日間`,
  place: "場所",
  area: "地域",
  capacity: "定員",
  people: (count: number) => `${count}人`,
  audience: "対象",
  pay: "報酬・交通費など",
  insurance: "保険",
  howToApply: "申込方法",
  type: "区分",
  company: "受け入れ企業",
  contact: "問い合わせ先",
  emptyTitle: "該当するインターンシップ・仕事体験はありません",
  emptyHelp: "ほかの対象を選ぶか、企業の紹介をご覧ください。新しい募集は、このページに追加されます。",
  companies: "企業をさがす",
  summary: "内容",
  terms: "参加の条件と申込",
  notFilled: "未記入",
  closedNotice: "この募集は終わりました",
  closedText: "次の募集については、企業の紹介ページか、募集中の一覧でお確かめください。",
  list: "一覧へ戻る",
  throughSchool: "高校生・中学生のみなさんへ",
  throughSchoolText:
    "申し込みや企業への連絡は、必ず学校の先生を通じて行ってください。自分や保護者から企業へ直接申し込むことはできません。応募前の職場見学や体験は、採用の選考ではありません。",
  onlyThroughSchool:
    "申し込みは、学校の先生を通じて受け付けます。参加を希望する人は、担任または進路指導の先生に相談してください。",
};
