/** Words of what participants meet: the registration form, guests' pages, tickets, offers, and their own page. */
const count = (n: number) => n.toLocaleString("ja-JP");

export const heldOffered = "このイベントのお席をご案内しています。期限までにお返事ください";

export const registrationForm = {
  pool: "参加する方の区分",
  sessionAndPool: "日程と参加する方の区分",
  session: "日程",
  poolSupport: "席は区分ごとに用意しています。当てはまるものを1つ選んでください。",
  sessionSupport: "参加する日程を1つ選んでください。",
  onlyPool: (name: string, seats: string) => `「${name}」の席で申し込みます(${seats})。`,
  graduates: (year: number) => `${year}年3月卒業`,
  groupSize: "参加する人数",
  groupSizeSupport: (max: number) =>
    `ご本人を含めて${count(max)}人まで、同じ区分の方をまとめて申し込めます。`,
  guardians: "一緒に来る保護者",
  guardiansNone: "なし",
  guardiansSupport: (left: number | null) =>
    left === null
      ? "保護者の席からお取りします。"
      : left > 0
        ? `保護者の席からお取りします(残り${count(left)}席)。`
        : "保護者の席は満席です。人数を選ぶと、保護者の方だけキャンセル待ちになります。",
  onlyFor: (categories: readonly string[]) => `${categories.join("・")}の方のみ`,
  optional: "任意",
  noAnswer: "答えない",
  questions: "おたずねすること",
  teacherHint:
    "人数だけを入力します。生徒の名前や、名前が分かることは、どの欄にも書かないでください。名簿は学校でお持ちください。",
  name: "お名前",
  nameSupport: "受付でお呼びする名前です。本名でなくてもかまいません。",
  guestLead: (event: string) =>
    `メールアドレスを確認しました。「${event}」の申し込みに必要なことを入力してください。`,
  guestAfterwards: "申し込むと、参加票のリンクをメールでお送りします。取り消しも、そのリンクからできます。",
} as const;

export const guest = {
  start: "アカウントなしで申し込む",
  withAccount: "アカウントで申し込む",
  startText: "メールアドレスだけで申し込めます。届いたメールのリンクから、申し込みと取り消しができます。",
  title: (event: string) => `アカウントなしで申し込む:${event}`,
  shortTitle: "アカウントなしで申し込む",
  description: "アカウントをつくらずに、メールアドレスだけでイベントに申し込めます。",
  lead: "メールアドレスを入力すると、申し込みのページのリンクをお送りします。席を取るのは、リンクの先で「申し込む」を押したときです。",
  again: "すでに申し込んだ方は、同じアドレスを入力すると、参加票のページのリンクをもう一度受け取れます。",
  email: "メールアドレス",
  emailSupport: "参加票もこのアドレスにお送りします。打ち間違いがないか確かめてください。例:taro@example.jp",
  consent: "次の内容を確認し、同意します",
  consentLabel: "同意",
  consentPoints: [
    "メールアドレスとお名前は、このイベントの受付と連絡だけに使い、企業や学校には渡しません。",
    "リンクを使わなかったアドレスは、7日たつと消します。",
    "16歳未満の方は、保護者の方に伝えてから入力してください。",
  ],
  privacyLink: "個人情報の取り扱い",
  submit: "申し込みのリンクを受け取る",
  sentTitle: "メールをお送りしました",
  sentText: (hours: number) =>
    `届いたメールのリンクを${hours}時間以内に開いてください。届かないときは、迷惑メールの欄とアドレスの打ち間違いを確かめて、もう一度お試しください。`,
  sentClosed:
    "申し込みの受付は終わっているため、このイベントに申し込んだことのあるアドレスにだけお送りします。",
  demo: "デモでは実際のメールは送られません。市職員の「送信メール」で内容を見られます。",
  accountNeeded: "このイベントの申し込みにはアカウントが必要です",
  accountNeededText: "ログインするか、生徒・学生のアカウントをつくって申し込んでください。",
  accountNeededSchools: "このイベントは学校単位の申し込みです。学校の進路担当の先生に申し出てください。",
  others: "企業と学校の方",
  othersText: "企業として、または学校として申し込むときは、ログインが必要です。",
  expiredTitle: "このリンクは使えません",
  expiredText:
    "リンクの期限(48時間)が切れたか、アドレスが途中で切れています。もう一度メールアドレスを入力すると、新しいリンクをお送りします。前に申し込んだ内容は、そのまま残っています。",
  newLink: "新しいリンクを受け取る",
  back: "イベントのページへ戻る",
} as const;

export const ticketPage = {
  linkTitle: "参加票",
  unknownTitle: "この参加票のリンクは使えません",
  unknownText:
    "リンクのアドレスが途中で切れているか、申し込みの記録の保存期間が過ぎています。メールのリンクをもう一度、最後まで正しく開けているか確かめてください。",
  unknownHelp:
    "メールをなくしたときは、イベントのページの「アカウントなしで申し込む」で同じアドレスを入力すると、新しいリンクをお送りします。",
  toEvents: "イベントの一覧を見る",
  offeredTitle: "お席のご案内です。まだ参加は決まっていません",
  offeredText: (until: string) =>
    `キャンセル待ちの席が空きました。${until}まで、この席をお取りしています。期限を過ぎると、次の方にご案内します。`,
  accept: "この席で申し込む",
  declineTitle: "この席に申し込まないとき",
  decline: "辞退する",
  declineHelp: "辞退すると、この席は次に待っている方にご案内します。キャンセル待ちの順番もなくなります。",
  declineConfirm: "辞退を確定する",
  expiredTitle: "お席のご案内の期限が過ぎました",
  expiredText: "この席は、次に待っている方にご案内しました。",
  expiredAgain:
    "参加を希望するときは、もう一度申し込んでください。満席のときは、キャンセル待ちに登録できます。",
  again: "もう一度申し込む",
  closed: "このイベントの申し込みの受付は終わっています。",
  waitingOver: "このイベントは始まったため、席のご案内は終わりました。",
  cancelledText: "席が残っていれば、もう一度申し込めます。",
  online: "オンライン参加",
  onlineLater: "開催前日の17時から、参加用のリンクをここに表示します。",
  parking: "駐車場",
  contact: "当日の連絡先",
  companions: "一緒に来る保護者",
  companion: (people: string, state: string) => `${people}(${state})`,
  companionLink: "保護者の参加票を見る",
  companionOf: "生徒・学生の参加票を見る",
  name: "お名前",
  answers: "おたずねしたことへの答え",
  unanswered: "(答えていません)",
  changeAnswers: "答えを変える",
  saveAnswers: "答えを保存する",
  cancelWaiting: "キャンセル待ちをやめる",
  keepLink:
    "このページのアドレスは、あなたの参加票です。メールを残しておくか、このページを保存(ブックマーク)してください。ほかの人には知らせないでください。",
  offerErrors: {
    "offer-expired": "ご案内の期限が過ぎていたため、この席では申し込めませんでした。",
    cancelled: "この申し込みは取り消し済みか、イベントが中止になったため、この席では申し込めませんでした。",
    closed:
      "申し込みの受付が終わったため、答えを変えられません。変えたいことは当日の受付でお知らせください。",
    "too-late":
      "開始時刻を過ぎたため、取り消せません。参加できなくなったときは、会場か事務局にご連絡ください。",
    "checked-in": "受付が済んでいるため、取り消せません。",
  },
} as const;

export const myPage = {
  offeredUntil: (until: string) => `${until}までにお返事ください`,
  companions: (n: number) => `保護者${count(n)}人と一緒`,
  checkedIn: "受付済み",
} as const;
