import type { CivilDate } from "../../platform/calendar.ts";
import type { PersonStanding, ReportedPerson } from "./report.rules.ts";
import type { EmploymentState, PlacementSource, Programme } from "./rules.ts";

/** Where people whom companies reported stand, in the order of the table. */
export const DESK_STATES = [
  "said-still",
  "left",
  "said-left",
  "said-notKnown",
  "unanswered",
  "notAsked",
  "ahead",
] as const satisfies readonly (Exclude<PersonStanding, "answered"> | `said-${EmploymentState}`)[];
export type DeskState = (typeof DESK_STATES)[number];

export type QuarterState = { quarter: string; asked: number; answered: number; unanswered: number };

export type CompanyToCall = {
  questionId: string;
  companyId: string;
  name: string;
  phone: string;
  contactDepartment: string;
  askedAt: Date;
  hasAccount: boolean;
  /** People whom the company reported before and who are not known to have left. */
  people: number;
};

export type DeskPlacement = ReportedPerson & {
  source: PlacementSource;
  companyName: string;
  schoolName: string;
  /** The person has an earlier placement on record. */
  isReturning: boolean;
  isCorrection: boolean;
  correctionReason: string;
};

export type GrantValues = {
  subsidyId: string;
  companyId: string;
  countedAs: string;
  people: number;
  decidedOn: CivilDate;
};
export type GrantRow = GrantValues & {
  id: string;
  subsidyName: string;
  companyName: string;
  recordedAt: Date;
};

export type SupportReportRow = {
  id: string;
  programme: Programme;
  month: string;
  consultations: number;
  newRegistrations: number;
  reportedAt: Date;
  isCorrected: boolean;
};
