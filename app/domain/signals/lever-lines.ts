import { kindNames } from "#app/locales/ja/events.ts";
import { signalWords } from "#app/locales/ja/signals.ts";
import { type LeverCounts, type LeverLine, leversOf } from "./levers.rules.ts";

const words = signalWords.levers;

/** What staff can do next, in words, with the place where they do it. */
export type NextStep = { text: string; to: string };

/** The levers that move a measure, in words. */
export function leverSteps(measureKey: string | null, counts: LeverCounts): NextStep[] {
  return leversOf(measureKey, counts).map((line) => ({ text: leverText(line), to: line.to }));
}

function leverText({ lever, count, of }: LeverLine): string {
  switch (lever.key) {
    case "approvals":
      return words.approvals(count, of);
    case "seats":
      return words.seats(count, of, kindNames[lever.kind]);
    case "booths":
      return words.booths(count, kindNames[lever.kind]);
    case "nextEvent":
      return words.nextEvent(kindNames[lever.kind]);
    case "schools":
      return words.schools(count, of, kindNames[lever.kind]);
    case "unansweredCompanies":
      return words.unansweredCompanies(count, of);
    default:
      return words[lever.key](count);
  }
}
