import { z } from "zod";
import { normaliseLine } from "../text/rules.ts";
import { block, optionalBlock, optionalWholeNumber, wholeNumber } from "../text/schema.ts";
import {
  type Answer,
  answerField,
  MAX_ANSWER,
  NUMBER_BOUNDS,
  type Question,
  questionsFor,
} from "./answers.rules.ts";
import type { Category } from "./rules.ts";

/**
 * Checks the answers of somebody of the category and gives those back that were filled in. Questions that the category is
 * not asked are left out, whatever was typed there. Errors stand under the fields' names (`answerField`).
 */
export function answerSchemaFor(questions: readonly Question[], category: Category) {
  const asked = questionsFor(questions, category);
  const fields = Object.fromEntries(asked.map((question) => [answerField(question.id), kindOf(question)]));
  return z.object(fields).transform((values): Answer[] =>
    asked.flatMap(({ id }) => {
      const value = values[answerField(id)];
      return value === null || value === undefined || value === ""
        ? []
        : [{ questionId: id, value: String(value) }];
    }),
  );
}

function kindOf(question: Question): z.ZodType<string | number | null> {
  if (question.kind === "choice") return oneOf(question);
  if (question.kind === "text") return question.required ? block(MAX_ANSWER) : optionalBlock(MAX_ANSWER);
  const minimum = question.minimum ?? NUMBER_BOUNDS.minimum;
  const maximum = question.maximum ?? NUMBER_BOUNDS.maximum;
  return question.required ? wholeNumber(minimum, maximum) : optionalWholeNumber(minimum, maximum);
}

/** One of the question's choices; compared as text is stored, because staff type choices and browsers send them back. */
function oneOf({ options, required }: Question) {
  return z
    .string()
    .catch("")
    .transform((typed, context) => {
      if (normaliseLine(typed) === "" && !required) return "";
      const option = options.find((candidate) => normaliseLine(candidate) === normaliseLine(typed));
      if (option !== undefined) return option;
      context.addIssue({ code: "custom", message: "choose" });
      return z.NEVER;
    });
}
