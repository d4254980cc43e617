import { addDays, type CivilDate, civilDateOf, endOfDay } from "../../platform/calendar.ts";
import { CATEGORIES, type Category, type EventState } from "../events/rules.ts";

/** What can have been useful, in the order of the form; the words are in app/locales/ja/survey.ts. */
export const USEFUL_CODES = [
  "company-talk",
  "workers",
  "conditions",
  "place",
  "discovery",
  "advice",
  "materials",
] as const;
export type UsefulCode = (typeof USEFUL_CODES)[number];

export const SURVEY_DAYS = 14;
export const MAX_COMMENT = 500;

/** Where the survey of an event stands: from its end, for fourteen days (until midnight, JST). */
export function surveyWindow(
  event: { state: EventState; endsAt: Date },
  now: Date,
): "not-yet" | "open" | "closed" {
  if (event.state !== "published") return "closed";
  if (now < event.endsAt) return "not-yet";
  return now < endOfDay(surveyLastDay(event)) ? "open" : "closed";
}

/** The last day (JST) on which the survey can be answered. */
export function surveyLastDay(event: { endsAt: Date }): CivilDate {
  return addDays(civilDateOf(event.endsAt), SURVEY_DAYS);
}

/** Answers of fewer people than this are not shown by category: one could be recognised. */
export const SMALLEST_CATEGORY = 5;

export type Answer = {
  category: Category;
  satisfaction: number;
  interest: number | null;
  useful: readonly string[];
};

/** A mean with the number of answers that it rests on; null when nobody answered. */
export type Mean = { mean: number | null; n: number };

export type SurveyFigures = {
  n: number;
  satisfaction: Mean;
  interest: Mean;
  /** How many chose 1 to 5. */
  satisfactionCounts: number[];
  interestCounts: number[];
  useful: { code: UsefulCode; count: number }[];
};

/** Counts and means of answers; those without an answer to a question are not in its mean. */
export function surveyFigures(answers: readonly Answer[]): SurveyFigures {
  const interests = answers.flatMap(({ interest }) => (interest === null ? [] : [interest]));
  const satisfactions = answers.map(({ satisfaction }) => satisfaction);
  return {
    n: answers.length,
    satisfaction: meanOf(satisfactions),
    interest: meanOf(interests),
    satisfactionCounts: spread(satisfactions),
    interestCounts: spread(interests),
    useful: USEFUL_CODES.map((code) => ({
      code,
      count: answers.filter(({ useful }) => useful.includes(code)).length,
    })),
  };
}

function meanOf(values: readonly number[]): Mean {
  const n = values.length;
  return { n, mean: n === 0 ? null : values.reduce((sum, value) => sum + value, 0) / n };
}

function spread(values: readonly number[]): number[] {
  return [1, 2, 3, 4, 5].map((step) => values.filter((value) => value === step).length);
}

/**
 * The figures of each category with at least five answers; a smaller one has null. When only one category is too small,
 * the whole less the others would give it away: then the smallest of the others is kept back too.
 */
export function figuresByCategory(
  answers: readonly Answer[],
): { category: Category; figures: SurveyFigures | null }[] {
  const groups = CATEGORIES.map((category) => ({
    category,
    own: answers.filter((answer) => answer.category === category),
  })).filter(({ own }) => own.length > 0);
  const hidden = new Set(groups.filter(({ own }) => own.length < SMALLEST_CATEGORY));
  const others = groups.filter((group) => !hidden.has(group)).toSorted((a, b) => a.own.length - b.own.length);
  if (hidden.size === 1 && others[0]) hidden.add(others[0]);
  return groups.map((group) => ({
    category: group.category,
    figures: hidden.has(group) ? null : surveyFigures(group.own),
  }));
}
