/** Words of the photographs: the company's desk for them, the profile's form, the public page. */
export const photos = {
  title: "写真",
  lead: "職場や仕事のようすが伝わる写真を登録するページです。登録した写真は、「企業情報の編集」で選んで承認を申請すると、公開ページに載ります。",
  add: "写真を登録する",
  field: "写真のファイル",
  support: (max: number) =>
    `JPEG・PNG・WebPの写真を、まとめて選べます。1枚10MBまで、1回に合わせて25MBまで、全部で${max}枚までです。`,
  before: "送る前に確かめてください",
  beforeItems: [
    "写っている人から、ホームページに載せることの同意をもらっている。",
    "図面、画面、名札、車のナンバーなど、見せてはいけないものが写っていない。",
    "自社で撮った写真か、掲載の許可を得た写真である。",
  ],
  cleaned: "撮影した場所や日時、機種の記録は、登録するときにすべて消します。向きもそろえます。",
  submit: "登録する",
  listTitle: (count: number, max: number) => `登録した写真(${count}枚。${max}枚まで)`,
  empty: "登録した写真はまだありません",
  emptyText:
    "写真のある企業は、見学や応募の前によく見られます。建物の外観より、働いている人や作業のようす、休憩の場所が喜ばれます。",
  full: (max: number) =>
    `写真は${max}枚まで登録できます。新しい写真を登録するには、使わない写真を削除してください。`,
  size: (width: number, height: number) => `${width}×${height}ピクセル`,
  added: (date: string) => `${date}に登録`,
  preview: (index: number) => `登録した写真 ${index}枚目`,
  published: (number: number) => `公開中のページ(第${number}版)に載っています`,
  waiting: (number: number) => `確認を待っている第${number}版に載っています`,
  unused: (days: number) => `どの版にも載せたことがない写真は、登録から${days}日で自動的に消えます。`,
  inUse:
    "公開中か確認待ちのページに載っているため、削除できません。載せるのをやめる版が公開されると、削除できます。",
  remove: "この写真を削除する",
  removeSummary: (index: number) => `${index}枚目の写真を削除する`,
  removeConfirm: "削除すると元に戻せません。下書きで選んでいるときは、下書きからも外れます。",
  edit: "企業情報の編集で写真を選ぶ",
  chooseFirst:
    "写真のファイルが選ばれていません。「写真のファイル」から1枚以上を選んで、もう一度「登録する」を押してください。",
  results: "登録の結果",
  resultsPartly: (kept: number, all: number) => `${all}枚のうち${kept}枚を登録しました。`,
  resultsNone: "登録できた写真はありません。",
  outcomes: {
    new: "登録しました。",
    known: "同じ写真がすでに登録されています。",
    full: (max: number) =>
      `登録できるのは${max}枚までのため、登録しませんでした。使わない写真を削除してから送ってください。`,
    storageDown:
      "写真を保管する場所につながらないため、登録できませんでした。時間をおいて、この写真だけをもう一度送ってください。",
  },
  refusals: {
    empty: "中身のないファイルです。写真を選び直してください。",
    "too-large":
      "10MBを超えています。スマートフォンやパソコンで縮小するか、画質を下げて保存し直してください。",
    heic: "HEIC・AVIF形式の写真です。iPhoneは「設定」→「カメラ」→「フォーマット」を「互換性優先」にして撮るか、写真をJPEGで書き出してから送ってください。",
    gif: "GIF形式の画像です。写真をJPEGかPNGで保存し直してください。",
    svg: "SVG形式の図です。安全のため受け付けていません。JPEGかPNGの写真にしてください。",
    kind: "写真として読み取れない種類のファイルです。名前の末尾が.jpgなどでも、中身がJPEG・PNG・WebPでないと登録できません。",
    animated: "動く画像です。止まった写真(JPEG・PNG・WebP)にしてください。",
    "too-many-pixels": "4,000万画素を超えています。縮小して保存し直してください。",
    "too-small": "小さすぎます。縦と横がどちらも240ピクセル以上の写真にしてください。",
    "too-long": "縦と横の長さの差が大きすぎます。長いほうを短いほうの4倍以内に切り抜いてください。",
    broken: "ファイルが途中で切れているか、壊れています。元の写真を開いて保存し直してから送ってください。",
  },
  /** In the profile's form. */
  choice: {
    legend: "写真",
    support: (max: number) =>
      `公開ページに載せる写真を${max}枚まで選び、何が写っているかを書いてください。先頭の写真が最初に表示されます。`,
    none: "まだ写真が登録されていません。写真を登録すると、ここで選べます。",
    show: "公開ページに載せる",
    alt: "写真の説明(見えない人にも伝わるように)",
    altExample: "例:旋盤の前で、先輩が新人に部品の測り方を教えている",
    toDesk: "写真の登録・削除",
  },
  /** On the public page. */
  gallery: "職場の写真",
} as const;
