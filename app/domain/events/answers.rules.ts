import type { Category } from "./rules.ts";

/** A question that an event asks with the registration. */
export type Question = {
  id: string;
  label: string;
  help: string;
  kind: "text" | "choice" | "number";
  options: readonly string[];
  required: boolean;
  /** Who is asked; none means everybody. */
  categories: readonly Category[];
  minimum: number | null;
  maximum: number | null;
};

/** An answer as it is stored: the text, the chosen option, or the number in plain digits. Blank answers are not stored. */
export type Answer = { questionId: string; value: string };

/** Most characters of an answer in words. */
export const MAX_ANSWER = 500;

/** The bounds of a number whose question names none. */
export const NUMBER_BOUNDS = { minimum: 0, maximum: 100_000 } as const;

/** The questions that somebody of the category is asked, in the order of the form. */
export function questionsFor<Asked extends Pick<Question, "categories">>(
  questions: readonly Asked[],
  category: Category,
): Asked[] {
  return questions.filter(({ categories }) => categories.length === 0 || categories.includes(category));
}

/** The categories among these that are not asked the question. */
export function notAsked(
  question: Pick<Question, "categories">,
  categories: readonly Category[],
): readonly Category[] {
  return question.categories.length === 0
    ? []
    : categories.filter((category) => !question.categories.includes(category));
}

/** The name of the question's field in forms. */
export function answerField(questionId: string): string {
  return `answer-${questionId}`;
}

/** Answers as a form shows them again: by field name. */
export function answerValues(answers: readonly Answer[]): Record<string, string> {
  return Object.fromEntries(answers.map(({ questionId, value }) => [answerField(questionId), value]));
}
