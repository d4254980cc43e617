import { fiscalYearOf } from "../../platform/calendar.ts";
import { daysBetween, type EventFacts, type Span, shiftedBy, spanOf } from "./editing.rules.ts";
import { type Category, poolKey } from "./rules.ts";

type SourcePool = {
  category: Category;
  schoolId: string | null;
  department: string;
  graduationYear: number | null;
  capacity: number;
};
type SourceQuestion = {
  position: number;
  label: string;
  help: string;
  kind: "text" | "choice" | "number";
  options: string[];
  required: boolean;
  categories: Category[];
  minimum: number | null;
  maximum: number | null;
  retiredAt: Date | null;
};

/** An event with everything that a copy takes over. */
export type CopySource = EventFacts & {
  sessions: (Span & { title: string; pools: SourcePool[] })[];
  questions: SourceQuestion[];
};

/** What a copy is made of; ids are given when it is written. */
export type CopyPlan = EventFacts &
  Span & {
    sessions: (Span & { title: string; pools: (SourcePool & { key: string })[] })[];
    /** None of them is retired. */
    questions: SourceQuestion[];
  };

/**
 * An event moved to a new first day: sessions, the registration window and the booth window keep their distance in days
 * and their time of day; graduation years of pools move with the fiscal year. Retired questions stay behind, and so does
 * everything about people.
 */
export function copyOf(source: CopySource, { title, startsAt }: { title: string; startsAt: Date }): CopyPlan {
  const { sessions, questions, ...facts } = source;
  const { startsAt: oldStart } = spanOf(sessions);
  const days = daysBetween(oldStart, startsAt);
  const years = fiscalYearOf(shiftedBy(oldStart, days)) - fiscalYearOf(oldStart);
  const moved = (instant: Date | null) => instant && shiftedBy(instant, days);
  const newSessions = sessions.map(({ title: name, pools, ...span }) => ({
    title: name,
    startsAt: shiftedBy(span.startsAt, days),
    endsAt: shiftedBy(span.endsAt, days),
    pools: pools.map((pool) => {
      const graduationYear = pool.graduationYear === null ? null : pool.graduationYear + years;
      return { ...pool, graduationYear, key: poolKey({ ...pool, graduationYear }) };
    }),
  }));
  return {
    ...facts,
    title,
    registrationOpensAt: moved(facts.registrationOpensAt),
    registrationClosesAt: moved(facts.registrationClosesAt),
    boothOpensAt: moved(facts.boothOpensAt),
    boothClosesAt: moved(facts.boothClosesAt),
    ...spanOf(newSessions),
    sessions: newSessions,
    questions: questions
      .filter((question) => question.retiredAt === null)
      .toSorted((a, b) => a.position - b.position)
      .map((question, index) => ({ ...question, position: index + 1 })),
  };
}
