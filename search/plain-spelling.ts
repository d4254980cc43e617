/** One spelling for words that people write with or without kanji: 子供に関わる and 子どもとかかわる. */
import { fold } from "./analysis.ts";

// What is written > how it is looked up. Longer ones first where one holds the other.
const rules = `
子供 子ども 小供 小ども > こども
食べ物 喰べもの たべ物 > 食べもの
たべもの > 食べもの
飲み物 のみもの > 飲みもの
生きもの いきもの > 生き物
乗物 のりもの > 乗り物
焼物 焼き物 > 焼きもの
着もの > 着物
物作り 物造り 物づくり モノづくり > ものづくり
関わり 係わり 関り > かかわり
関わる 関る 係わる 拘わる > かかわる
関わ 係わ > かかわ
触れ合 ふれ合 > ふれあ
作る 造る 創る > つくる
作り 造り 創り > づくり
建てる 立てる > たてる
直す 治す > なおす
直し 治し > なおし
助ける > たすける
支える > ささえる
育てる > そだてる
運ぶ > はこぶ
描く 書く > かく
守る 護る > まもる
触る > さわる
弄り 弄る > いじり
撮る 採る 獲る > とる
塗る > ぬる
掘る > ほる
測る 計る 量る > はかる
縫う > ぬう
壊す > こわす
磨く > みがく
削る > けずる
楽しい > たのしい
好きな 好き すきな > すき
御菓子 > お菓子
髪のけ > 髪の毛
身体 からだ > 体
ウエディング > ウェディング
引越 引っ越し > 引越し
`;

const replacements: readonly (readonly [written: string, plain: string])[] = rules
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [written = "", plain = ""] = line.split(">");
    return written
      .trim()
      .split(" ")
      .map((one) => [fold(one), fold(plain.trim())] as const);
  })
  .filter(([written, plain]) => written !== plain);

/** Particles between a thing and what is done with it say nothing: 動物の世話をする, 動物を世話する. */
const particles = /(?<=[^ぁ-ゖ]|もの|こども)(?:を|お|に|と|が|の)(?=.)/gu;

/** A folded word in the one spelling under which the word data is looked up. */
export function plainSpelling(folded: string): string {
  let plain = folded;
  for (const [written, spelt] of replacements)
    if (plain.includes(written)) plain = plain.replaceAll(written, spelt);
  return plain.replace(particles, "");
}
