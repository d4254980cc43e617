import { MAKER_SENTENCES } from "./maker-sentences.ts";
import { SERVICE_SENTENCES } from "./service-sentences.ts";

/** Sentences by kind of work. */
export const SENTENCE_GROUPS = { ...MAKER_SENTENCES, ...SERVICE_SENTENCES };

export type SentenceGroup = keyof typeof SENTENCE_GROUPS;

/** What it is like to be there; the last sentence of a description. */
export const CLOSINGS = [
  "入社後三か月は先輩が付き、毎週の面談で困っていることを聞きます。",
  "地元の高校や高専を卒業した社員が多く、休日の行事も無理のない範囲で楽しんでいます。",
  "見学はいつでも受け付けており、働く人の様子をそのまま見てもらえます。",
  "年齢の近い社員が多く、質問しやすい職場です。",
  "有給休暇は時間単位で取ることができ、通院や学校行事にも使われています。",
  "一人の工夫がすぐに形になる、風通しのよい職場です。",
  "資格の取得にかかる費用を負担し、合格すると手当が付きます。",
  "地域の祭りや清掃にも参加し、住む人とのつながりを大切にしています。",
  "未経験で入った人も、研修と実習を重ねて一人前になっています。",
  "残業を減らす取組を続け、定時で帰る日を設けています。",
  "男性の育児休業の取得も進み、復帰した社員が働き方を選べます。",
  "中学生の職場体験や高校生の見学を毎年受け入れています。",
  "仕事の進め方は月に一度話し合い、若手の提案から変わったことも多くあります。",
  "冬の通勤に備え、始業時刻をずらすことができます。",
  "市外から移り住んだ社員もおり、住まい探しを会社が手伝います。",
  "長く働く人が多く、定年後も相談役として若手を支えています。",
];
