import { addDays, type CivilDate, civilDateOf, fiscalYearOf } from "../../platform/calendar.ts";

/** Whose calendar: the agreed dates differ by the kind of leavers. */
export const RECRUITMENT_AUDIENCES = [
  "highSchool",
  "kosen",
  "kosenAdvanced",
  "university",
  "general",
] as const;
export type RecruitmentAudience = (typeof RECRUITMENT_AUDIENCES)[number];

/** The stages of the year in their order; a stage holds from 00:00 JST of its date until the next one. */
export const RECRUITMENT_STAGES = [
  "jobCardsAccepted",
  "jobsPublic",
  "publicityOpen",
  "applicationsOpen",
  "selectionOpen",
  "severalApplications",
  "offersFormal",
] as const;
export type RecruitmentStage = (typeof RECRUITMENT_STAGES)[number];

/** The stages that the agreements name for each audience. People who have left school have no calendar. */
export const STAGES_OF: Record<RecruitmentAudience, readonly RecruitmentStage[]> = {
  highSchool: ["jobCardsAccepted", "jobsPublic", "applicationsOpen", "selectionOpen", "severalApplications"],
  kosen: ["publicityOpen", "selectionOpen", "offersFormal"],
  kosenAdvanced: ["publicityOpen", "selectionOpen", "offersFormal"],
  university: ["publicityOpen", "selectionOpen", "offersFormal"],
  general: [],
};

/** The audiences that have a calendar, in the order of the public page. */
export const CALENDAR_AUDIENCES = ["highSchool", "kosen", "kosenAdvanced", "university"] as const;
export type CalendarAudience = (typeof CALENDAR_AUDIENCES)[number];

/** The prefectures from which the town's companies recruit. Empty: the whole country. */
export const PREFECTURES = ["", "岩手県", "宮城県"] as const;
export type Prefecture = (typeof PREFECTURES)[number];

/** The prefecture in which the town lies; its schools follow that prefecture's agreement. */
export const TOWN_PREFECTURE: Prefecture = "岩手県";

export type RecruitmentDate = {
  /** March of this year (2027年3月卒 = 2027). */
  graduationYear: number;
  /** Empty: the whole country. */
  prefecture: string;
  audience: RecruitmentAudience;
  stage: RecruitmentStage;
  date: CivilDate;
};

/** Whose dates are asked for. */
export type RecruitmentScope = {
  audience: RecruitmentAudience;
  prefecture: string;
  graduationYear: number;
};

export type StageDate = { stage: RecruitmentStage; date: CivilDate };

/**
 * The dates that hold for somebody, in their order: a prefecture's own date stands before the whole country's. A stage
 * without a date is left out; nothing is guessed.
 */
export function datesFor(dates: readonly RecruitmentDate[], scope: RecruitmentScope): StageDate[] {
  const ofYear = dates.filter(
    ({ graduationYear, audience }) => graduationYear === scope.graduationYear && audience === scope.audience,
  );
  return STAGES_OF[scope.audience]
    .flatMap((stage) => {
      const rows = ofYear.filter((row) => row.stage === stage);
      const row =
        rows.find(({ prefecture }) => prefecture === scope.prefecture) ??
        rows.find(({ prefecture }) => prefecture === "");
      return row ? [{ stage, date: row.date }] : [];
    })
    .sort((a, b) => a.date.localeCompare(b.date));
}

/**
 * Where somebody stands: unknown (no dates are registered), before the first stage, in a stage, or over (the school year
 * has ended on 31 March).
 */
export type StagePoint =
  | { state: "unknown" }
  | { state: "before"; next: StageDate }
  | { state: "in"; current: StageDate; next: StageDate | null }
  | { state: "over" };

/** The stage of this moment; it changes at 00:00 JST of each date. */
export function stageAt(
  dates: readonly RecruitmentDate[],
  { now, ...scope }: RecruitmentScope & { now: Date },
): StagePoint {
  const today = civilDateOf(now);
  if (today > lastDayOf(scope.graduationYear)) return { state: "over" };
  const line = datesFor(dates, scope);
  if (line.length === 0) return { state: "unknown" };
  const next = line.find(({ date }) => date > today) ?? null;
  const current = line.findLast(({ date }) => date <= today);
  if (!current) return { state: "before", next: next! };
  return { state: "in", current, next };
}

/** The stage that comes next and its day; null when none is registered. */
export function nextStage(
  dates: readonly RecruitmentDate[],
  scope: RecruitmentScope & { now: Date },
): StageDate | null {
  const point = stageAt(dates, scope);
  return point.state === "before" || point.state === "in" ? point.next : null;
}

/** 31 March of the graduation year. */
export function lastDayOf(graduationYear: number): CivilDate {
  return `${graduationYear}-03-31`;
}

/** The class that leaves school at the end of the school year of this moment. */
export function finalClassAt(now: Date): number {
  return fiscalYearOf(now) + 1;
}

/**
 * The class that an audience's calendar is about at this moment: the next one to leave, or the one after it once its own
 * first stage has begun (university publicity for the next class opens on 1 March).
 */
export function calendarClassAt(
  dates: readonly RecruitmentDate[],
  { audience, prefecture, now }: Omit<RecruitmentScope, "graduationYear"> & { now: Date },
): number {
  const last = finalClassAt(now);
  const later = stageAt(dates, { audience, prefecture, graduationYear: last + 1, now });
  return later.state === "in" ? last + 1 : last;
}

/** What people see or do that the calendar opens. */
export const RECRUITMENT_ACTIONS = [
  "handInJobCards",
  "showJobTerms",
  "visitWorkplace",
  "publicise",
  "apply",
  "select",
  "applyToSeveral",
  "offerFormally",
] as const;
export type RecruitmentAction = (typeof RECRUITMENT_ACTIONS)[number];

/** The stage from which an action is allowed. What an audience's calendar does not name is not asked of it. */
const OPENED_BY: Record<RecruitmentAudience, Partial<Record<RecruitmentAction, RecruitmentStage>>> = {
  highSchool: {
    handInJobCards: "jobCardsAccepted",
    showJobTerms: "jobsPublic",
    visitWorkplace: "jobsPublic",
    publicise: "jobsPublic",
    apply: "applicationsOpen",
    select: "selectionOpen",
    applyToSeveral: "severalApplications",
  },
  kosen: {
    showJobTerms: "publicityOpen",
    publicise: "publicityOpen",
    apply: "publicityOpen",
    select: "selectionOpen",
    offerFormally: "offersFormal",
  },
  kosenAdvanced: {
    showJobTerms: "publicityOpen",
    publicise: "publicityOpen",
    apply: "publicityOpen",
    select: "selectionOpen",
    offerFormally: "offersFormal",
  },
  university: {
    showJobTerms: "publicityOpen",
    publicise: "publicityOpen",
    apply: "publicityOpen",
    select: "selectionOpen",
    offerFormally: "offersFormal",
  },
  general: {},
};

/** The actions that an audience's calendar opens, in their order. */
export function actionsOf(audience: RecruitmentAudience): RecruitmentAction[] {
  return RECRUITMENT_ACTIONS.filter((action) => OPENED_BY[audience][action] !== undefined);
}

/** not-yet: from `from` on. unknown: the date is not registered, so nothing is opened. over: that class has left. */
export type Gate =
  | { ok: true }
  | { ok: false; reason: "not-yet"; from: CivilDate }
  | { ok: false; reason: "unknown" | "over" };

/** Whether an action is open at this moment; where no date is registered it stays shut. */
export function may(
  dates: readonly RecruitmentDate[],
  action: RecruitmentAction,
  { now, ...scope }: RecruitmentScope & { now: Date },
): Gate {
  const stage = OPENED_BY[scope.audience][action];
  if (!stage) return { ok: true };
  const today = civilDateOf(now);
  if (today > lastDayOf(scope.graduationYear)) return { ok: false, reason: "over" };
  const from = openedOn(dates, action, scope);
  if (from === null) return { ok: false, reason: "unknown" };
  return today >= from ? { ok: true } : { ok: false, reason: "not-yet", from };
}

/** The registered day from which an action is allowed; null when none is registered or none is needed. */
export function openedOn(
  dates: readonly RecruitmentDate[],
  action: RecruitmentAction,
  scope: RecruitmentScope,
): CivilDate | null {
  const stage = OPENED_BY[scope.audience][action];
  return datesFor(dates, scope).find((line) => line.stage === stage)?.date ?? null;
}

/** Whether students of a class may be shown the terms of job offers for them. */
export function maySee(dates: readonly RecruitmentDate[], scope: RecruitmentScope & { now: Date }): Gate {
  return may(dates, "showJobTerms", scope);
}

/** Whether the terms of job offers for a class may be published: the same day for readers and for publishers. */
export function mayPublish(dates: readonly RecruitmentDate[], scope: RecruitmentScope & { now: Date }): Gate {
  return may(dates, "showJobTerms", scope);
}

/** The calendar of a student, by the kind of school; null where none holds (junior high schools, no school). */
export function audienceOfSchool(kind: string | null): RecruitmentAudience | null {
  if (kind === "highSchool" || kind === "kosen") return kind;
  return kind === "university" || kind === "juniorCollege" || kind === "vocational" ? "university" : null;
}

/** The prefecture whose agreement a school follows: the town's inside its jurisdiction, else only what all agree on. */
export function prefectureOfSchool(school: { inJurisdiction: boolean }): Prefecture {
  return school.inJurisdiction ? TOWN_PREFECTURE : "";
}

/** The same day one year later, for a class copied to the next; 29 February becomes 28 February. */
export function nextYear(date: CivilDate): CivilDate {
  const [year, month, day] = date.split("-") as [string, string, string];
  const later = `${Number(year) + 1}-${month}-${day}`;
  return month === "02" && day === "29" ? addDays(`${Number(year) + 1}-03-01`, -1) : later;
}
