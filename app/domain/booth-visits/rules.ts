import { addDays, civilDateOf, endOfDay } from "../../platform/calendar.ts";
import {
  CATEGORIES,
  type Category,
  type EventState,
  isSessionDay,
  type RegistrationState,
} from "../events/rules.ts";

/** Who stands at the booth, as far as it decides what may be told to the company. */
export type Visitor = {
  /** Null for a guest without an account. */
  role: "student" | "teacher" | "company" | "staff" | "admin" | null;
  /** The kind of the school where a student learns; null without one. */
  schoolKind: string | null;
  category: Category;
};

/** Schools whose students decide for themselves whether a company may know them. */
const OWN_DECISION: readonly string[] = ["kosen", "juniorCollege", "vocational", "university"];

/**
 * Why a visitor cannot tell a company who they are; null when they can. Companies reach pupils of high schools and junior
 * high schools through the school only (Employment Security Act, art. 26 to 27: recruitment of new high-school graduates
 * goes by way of HelloWork and the school). Who registers as a pupil without naming a school may be one of them.
 */
export function sharingObstacle(
  visitor: Visitor,
): "through-school" | "school-unknown" | "not-a-visitor" | null {
  if (visitor.category === "teacher" || visitor.category === "company") return "not-a-visitor";
  if (visitor.role !== null && visitor.role !== "student") return "not-a-visitor";
  if (visitor.schoolKind !== null) return OWN_DECISION.includes(visitor.schoolKind) ? null : "through-school";
  return visitor.category === "student" ? "school-unknown" : null;
}

/** Why a visit cannot be recorded; null when it can. Only a visitor with a seat, on the days of the own session (JST). */
export function visitObstacle(facts: {
  eventState: EventState;
  registrationState: RegistrationState;
  session: { startsAt: Date; endsAt: Date };
  now: Date;
}): "no-registration" | "not-event-day" | null {
  if (facts.registrationState !== "registered") return "no-registration";
  if (facts.eventState !== "published" || !isSessionDay(facts.session, facts.now)) return "not-event-day";
  return null;
}

const DAYS_TO_SHARE = 30;

/** Contacts can be shared until thirty days after the event; taking back is always possible. */
export function canShareStill(event: { endsAt: Date }, now: Date): boolean {
  return now < endOfDay(addDays(civilDateOf(event.endsAt), DAYS_TO_SHARE));
}

/** Fewer people than this are not told: one could be recognised among them. */
export const SMALLEST_GROUP = 5;

export type VisitorCounts = {
  /** Null: one to four people, or it would give such a number away. */
  categories: { category: Category; count: number | null }[];
  total: number | null;
};

/**
 * Visitors by category for the company. From one to four is not told; when a total would give a hidden number away by
 * subtraction (only one is hidden, or the hidden ones together are fewer than five), the total is not told either.
 */
export function tellVisitors(visitors: readonly { category: Category }[]): VisitorCounts {
  const counted = CATEGORIES.map((category) => ({
    category,
    count: visitors.filter((visitor) => visitor.category === category).length,
  })).filter(({ count }) => count > 0);
  const hidden = counted.filter(({ count }) => count < SMALLEST_GROUP);
  const hiddenPeople = hidden.reduce((sum, { count }) => sum + count, 0);
  const isSafe = hidden.length === 0 || (hidden.length > 1 && hiddenPeople >= SMALLEST_GROUP);
  return {
    categories: counted.map(({ category, count }) => ({
      category,
      count: count < SMALLEST_GROUP ? null : count,
    })),
    total: isSafe ? visitors.length : null,
  };
}

/** The code of a booth as it was typed or scanned; null when it cannot be one. */
export function readBoothCode(text: string): string | null {
  const code = text
    .normalize("NFKC")
    .replace(/[\s\-‐‑–—−ー_.]/g, "")
    .toUpperCase();
  return /^[0-9A-Z]{8}$/.test(code) ? code : null;
}
