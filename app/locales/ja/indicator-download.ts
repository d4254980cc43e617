import { indicatorWords } from "./indicators.ts";
import { publicWords } from "./indicators-public.ts";

/** Words of the plan's figures as files. Headers and marks stay the same from year to year: programs read them. */
export const downloadWords = {
  fileName: (day: string) => `計画の指標_${day}`,
  header: [
    "計画ID",
    "基準日",
    "いつ分かっていた内容か",
    "基本方針",
    "戦略",
    "事業",
    "方針・戦略・事業の名称",
    "指標ID",
    "指標",
    "種類",
    "年度",
    "いつ現在",
    "値",
    "文字の値",
    "単位",
    "値の区分",
    "値がない理由",
    "出典",
    "注記",
  ],
  kinds: {
    baseline: "基準値",
    previous: "前年度実績",
    target: "目標",
    actual: "実績",
    expected: "見込",
    achievement: "達成率",
  },
  markers: {
    computed: "記録から計算",
    entered: "公表値",
    provisional: publicWords.statuses.provisional,
    revised: publicWords.statuses.revised,
    estimated: publicWords.statuses.estimated,
    "at-least": "この値以上(切り下げ)",
    expected: "見込",
    target: "目標",
    missing: "値なし",
  },
  reasons: { ...indicatorWords.gaps, stated: "資料に理由の記載", ...indicatorWords.noAchievement } as Record<
    string,
    string
  >,
} as const;
