import type { CivilDate } from "../../platform/calendar.ts";
import type { ReportedPerson } from "./report.rules.ts";
import type { PlacementSource, Programme } from "./rules.ts";

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
