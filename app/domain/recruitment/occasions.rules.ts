import type { CivilDate } from "../../platform/calendar.ts";
import { finalClassAt, may, type RecruitmentDate, TOWN_PREFECTURE } from "./rules.ts";

/** Kinds of events at which companies and students meet, so that something like selection could happen there. */
const MEETINGS: readonly string[] = [
  "guidanceFair",
  "informationFair",
  "companyVisit",
  "discoveryFair",
  "visitTour",
  "onlineGuidance",
];

export type Occasion = {
  kind: string;
  /** Empty: everybody, high-school students included. */
  targets: readonly string[];
  startsAt: Date;
};

/**
 * What staff, companies and teachers must keep in mind about an event at which companies meet high-school students. No
 * law forbids such meetings before the agreed dates (pupils learn about work all year round), so they are never blocked:
 * before job offers are public nothing about offers may be told, before selection opens nothing may lead to one.
 */
export type OccasionNote = {
  code: "no-job-terms" | "no-selection";
  /** The graduating class on the day of the event, and the day from which it would be allowed; null when unknown. */
  graduationYear: number;
  from: CivilDate | null;
};

/** The note about an event on its own day; null where it meets no high-school students or everything is open by then. */
export function noteForOccasion(dates: readonly RecruitmentDate[], event: Occasion): OccasionNote | null {
  if (!MEETINGS.includes(event.kind)) return null;
  if (event.targets.length > 0 && !event.targets.includes("highSchool")) return null;
  const graduationYear = finalClassAt(event.startsAt);
  const scope = {
    audience: "highSchool" as const,
    prefecture: TOWN_PREFECTURE,
    graduationYear,
    now: event.startsAt,
  };
  const terms = may(dates, "showJobTerms", scope);
  if (!terms.ok)
    return { code: "no-job-terms", graduationYear, from: terms.reason === "not-yet" ? terms.from : null };
  const selection = may(dates, "select", scope);
  if (!selection.ok)
    return {
      code: "no-selection",
      graduationYear,
      from: selection.reason === "not-yet" ? selection.from : null,
    };
  return null;
}

/**
 * Words with which a text offers a job to high-school leavers instead of describing the company: the number of a
 * HelloWork job card, or a class together with hiring. Texts that look back (「昨年の採用実績」) do not match.
 */
const OFFER_WORDS: readonly RegExp[] = [
  /求人(?:票)?(?:の)?番号/u,
  /高(?:校)?卒(?:業)?(?:者|生)?(?:の|を|向け)?(?:求人|募集)/u,
  /(?:令和|20)\d{1,2}年3月(?:に)?(?:新規)?(?:高(?:校|等学校))?(?:を)?卒(?:業)?(?:予定)?(?:者|生)?(?:の|を|向け)?(?:求人|募集|採用予定)/u,
  /高校生(?:の|を|向け)?(?:求人|募集)/u,
];

/** The first passage of the texts that offers a job to high-school leavers; null when there is none. */
export function findJobOffer(texts: readonly string[]): string | null {
  for (const text of texts) {
    const plain = text.normalize("NFKC").replace(/\s/g, "");
    for (const pattern of OFFER_WORDS) {
      const found = pattern.exec(plain);
      if (found) return found[0];
    }
  }
  return null;
}
