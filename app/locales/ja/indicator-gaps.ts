/** Why a figure is not there; none of these is 0. */
export const gaps = {
  "no-records": "記録なし",
  "not-reported": "報告待ち",
  "not-due": "時期前",
  undefined: "算定できません(対象者が0人)",
  "not-reproducible": "再計算できません(同意の取消しなどのため)",
  "not-entered": "未公表",
  "not-applicable": "対象外",
  suppressed: "非公表(少人数)",
  "not-released": "資料の公表待ち",
  stated: "—",
} as const;
