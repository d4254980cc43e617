import type { Random } from "../random.ts";

const FAMILY =
  "佐藤 千葉 菅原 小野寺 佐々木 及川 阿部 熊谷 畠山 岩渕 高橋 伊藤 三浦 渡辺 鈴木 金野 村上 後藤 小山 藤野 皆川 石川 遠藤 加藤 斎藤 髙橋 吉田 川村 菊池 八重樫 千田 只野 葛西 尾形 佐竹 岩崎".split(
    " ",
  );
const GIVEN =
  "陽向 結菜 蓮 咲良 湊 葵 大翔 美月 悠真 莉子 颯太 心春 樹 彩花 陸 優奈 拓海 琴音 航 杏 健人 遥 翼 真央 涼太 千夏 誠 由佳 和也 恵 亮 美咲 直人 明里 俊介 菜々子 浩之 智子 康平 久美子".split(
    " ",
  );

/** So many different invented full names. */
export function inventNames(random: Random, count: number): string[] {
  const all = FAMILY.flatMap((family) => GIVEN.map((given) => `${family} ${given}`));
  return random.sample(all, count);
}
