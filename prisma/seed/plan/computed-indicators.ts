/**
 * The indicators of projects that measures compute from the portal's records (app/analytics/registry.ts). No result of
 * fiscal 2024 is stored for them; what the sheet prints for fiscal 2023 stands beside the computed figure.
 */
export const MEASURE_KEYS: Readonly<Record<string, string>> = {
  "1-1-2-registered-companies": "registered-companies",
  "1-1-5-fair-participants": "june-fair-participants",
  "1-1-5-fair-participants-march": "march-fair-participants",
  "1-1-5-fair-person-times": "fair-participants",
  "1-1-5-fair-booths": "june-fair-booths",
  "1-1-5-fair-booths-march": "march-fair-booths",
  "1-1-6-information-fairs-held": "information-fairs-held",
  "1-1-7-job-cafe-placements": "job-cafe-placements",
  "1-1-8-support-station-placements": "support-station-placements",
  "1-1-9-company-visits-held": "company-visits-held",
  "1-1-12-training-subsidy-graduates": "training-subsidy-graduates",
  "1-1-12-training-subsidy-young-people": "training-subsidy-young-people",
  "1-1-13-visit-tour-participants": "visit-tour-participants",
  "1-1-14-internship-subsidy-people": "internship-subsidy-people",
  "1-1-15-outreach-booth-visitors": "outreach-booth-visitors",
  "2-3-3-manufacturing-directory": "manufacturing-directory",
};

/**
 * What the account of a project reports beside the indicators of its table: figures that the portal counts too. They have
 * no target of their own.
 */
export const COUNTED_BESIDE: Readonly<
  Record<string, readonly { key: string; measureKey: string; name: string; unit: string }[]>
> = {
  "1-1-6": [
    {
      key: "1-1-6-information-fair-participants",
      measureKey: "information-fair-participants",
      name: "地域企業情報ガイダンスの来場者数",
      unit: "人",
    },
    {
      key: "1-1-6-information-fair-booths",
      measureKey: "information-fair-booths",
      name: "地域企業情報ガイダンスの参加企業数",
      unit: "社",
    },
  ],
  "1-1-9": [
    {
      key: "1-1-9-company-visit-participants",
      measureKey: "company-visit-participants",
      name: "地域企業見学会の参加者数",
      unit: "人",
    },
  ],
  "1-1-13": [
    {
      key: "1-1-13-discovery-fair-students",
      measureKey: "discovery-fair-students",
      name: "しごと発見フェアの参加生徒数",
      unit: "人",
    },
  ],
};

/** The plan's target of registered companies holds until it ends. */
export const CARRIED_ON: Readonly<Record<string, { fiscalYear: number; value: number }>> = {
  "1-1-2-registered-companies": { fiscalYear: 2026, value: 267 },
};

/** The plan's indicators that a measure computes from a fiscal year on; the years before keep their entered figures. */
export const COMPUTED_SINCE: Readonly<
  Record<
    string,
    { fiscalYear: number; measureKey: string; definition: string; source: string; reason: string }
  >
> = {
  "local-employment-rate": {
    fiscalYear: 2025,
    measureKey: "local-employment-rate",
    definition:
      "その年度の直前の3月に高校を卒業して就職した人のうち、ハローワーク一関の管内の事業所に就職した人の割合。若者の地元定着を表す。",
    source: "高等学校の進路の報告",
    reason: "令和7年度から、ハローワークの公表値を待たずに、学校の報告から計算する。",
  },
};
