import type { IndicatorVersion } from "../indicators/plan.rules.ts";

/** Figures of the records that a file is compared with; decimals stay text, days are YYYY-MM-DD. */
export type KnownObservation = {
  kind: "baseline" | "actual" | "expected";
  periodKind: string;
  fiscalYear: number;
  areaId: string | null;
  asOf: string | null;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  unknownCount: string | null;
  text: string | null;
  missingReason: string | null;
  status: "provisional" | "final" | "revised" | "estimated";
};
export type KnownTarget = {
  fiscalYear: number;
  value: string | null;
  text: string | null;
  adoptedOn: string;
};
export type KnownIndicator = {
  id: string;
  /** Every code that its node has or had; none for an indicator of the whole plan. */
  codes: string[];
  versions: IndicatorVersion[];
  /** In the order in which they were recorded. */
  observations: KnownObservation[];
  /** In the order in which they hold: the last one of a year is in force. */
  targets: KnownTarget[];
};
export type KnownPlan = {
  id: string;
  firstFiscalYear: number;
  lastFiscalYear: number;
  /** The plan's own area; figures about it carry no area. */
  ownAreaId: string;
  indicators: KnownIndicator[];
  areas: { id: string; name: string }[];
  /** Why a fiscal year is closed; open years are not in it. */
  locks: Map<number, string>;
};

export type KnownOutcome = {
  schoolId: string;
  departmentName: string;
  graduationYear: number;
  asOf: string;
  graduates: number;
  placedLocal: number;
  placedPrefecture: number;
  placedOutside: number;
  furtherStudy: number;
  other: number;
  unknown: number;
  status: string;
};
export type KnownReport = {
  programme: "jobCafe" | "supportStation";
  month: string;
  consultations: number;
  newRegistrations: number;
};
export type KnownGrant = {
  id: string;
  subsidyId: string;
  companyId: string | null;
  countedAs: string;
  decidedOn: string;
  people: number;
};
export type KnownPlacement = {
  id: string;
  personKey: string;
  source: string;
  startedOn: string;
  kind: string;
  inJurisdiction: boolean;
  companyId: string | null;
  schoolId: string | null;
  graduationYear: number | null;
  placeOfWork: string;
};
export type KnownName = { id: string; name: string };
export type KnownSchool = KnownName & { departments: string[] };
export type KnownCompany = KnownName & { corporateNumber: string | null };
