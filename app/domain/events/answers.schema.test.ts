import { describe, expect, test } from "vitest";
import { answerField, notAsked, type Question, questionsFor } from "./answers.rules.ts";
import { answerSchemaFor } from "./answers.schema.ts";

const question = (id: string, facts: Partial<Question> = {}): Question => ({
  id,
  label: "質問",
  help: "",
  kind: "text",
  options: [],
  required: false,
  categories: [],
  minimum: null,
  maximum: null,
  ...facts,
});

const industry = question("industry", {
  kind: "choice",
  options: ["製造業", "IT・ソフトウェア", "未定"],
  required: true,
});
const years = question("years", { kind: "number", categories: ["other"], minimum: 0, maximum: 60 });
const wish = question("wish", { categories: ["student", "guardian"] });
const all = [industry, years, wish];

const check = (
  values: Record<string, string>,
  category: Parameters<typeof answerSchemaFor>[1] = "student",
  questions: readonly Question[] = all,
) => {
  const typed = Object.fromEntries(Object.entries(values).map(([id, value]) => [answerField(id), value]));
  const parsed = answerSchemaFor(questions, category).safeParse(typed);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => [issue.path.join("."), issue.message] as const);
  // As in forms, the first problem of a field is told.
  return Object.fromEntries(issues.toReversed());
};

describe("a category is asked", () => {
  test("the questions for everybody and its own, in order", () => {
    expect(questionsFor(all, "student").map(({ id }) => id)).toEqual(["industry", "wish"]);
    expect(questionsFor(all, "other").map(({ id }) => id)).toEqual(["industry", "years"]);
    expect(questionsFor(all, "teacher").map(({ id }) => id)).toEqual(["industry"]);
  });

  test("nothing that is for others; the form knows for whom to hide a question", () => {
    expect(notAsked(industry, ["student", "other"])).toEqual([]);
    expect(notAsked(wish, ["student", "other"])).toEqual(["other"]);
    const strict = [question("only-guardians", { required: true, categories: ["guardian"] })];
    expect(check({ "only-guardians": "関係のない答え" }, "student", strict)).toEqual([]);
    expect(check({}, "guardian", strict)).toEqual({ "answer-only-guardians": "required" });
  });
});

describe("an answer", () => {
  test("that was left blank is not stored and is never 0", () => {
    expect(check({ industry: "未定", years: "", wish: " 　" }, "other")).toEqual([
      { questionId: "industry", value: "未定" },
    ]);
  });

  test("to a choice is one of its options, however wide its characters were typed", () => {
    expect(check({ industry: "ＩＴ・ソフトウェア" })).toEqual([
      { questionId: "industry", value: "IT・ソフトウェア" },
    ]);
    expect(check({ industry: "漁業" })).toEqual({ "answer-industry": "choose" });
    expect(check({})).toEqual({ "answer-industry": "choose" });
    const optional = [question("stay", { kind: "choice", options: ["はい", "いいえ"] })];
    expect(check({ stay: "" }, "student", optional)).toEqual([]);
    expect(check({ stay: "たぶん" }, "student", optional)).toEqual({ "answer-stay": "choose" });
  });

  test("in numbers understands full-width digits and separators, and keeps its bounds", () => {
    expect(check({ industry: "未定", years: "１２" }, "other")).toContainEqual({
      questionId: "years",
      value: "12",
    });
    expect(check({ industry: "未定", years: "0" }, "other")).toContainEqual({
      questionId: "years",
      value: "0",
    });
    expect(check({ industry: "未定", years: "61" }, "other")).toEqual({
      "answer-years": "number-range:0:60",
    });
    expect(check({ industry: "未定", years: "十年" }, "other")).toEqual({ "answer-years": "whole-number" });
    const open = [question("people", { kind: "number", required: true })];
    expect(check({ people: "1,200" }, "student", open)).toEqual([{ questionId: "people", value: "1200" }]);
    expect(check({ people: "-1" }, "student", open)).toEqual({ "answer-people": "number-range:0:100000" });
    expect(check({ people: "" }, "student", open)).toEqual({ "answer-people": "required" });
  });

  test("in words has at most 500 characters and keeps its lines", () => {
    expect(check({ industry: "未定", wish: "一行目\n二行目" })).toContainEqual({
      questionId: "wish",
      value: "一行目\n二行目",
    });
    expect(check({ industry: "未定", wish: "あ".repeat(500) })).toHaveLength(2);
    expect(check({ industry: "未定", wish: "あ".repeat(501) })).toEqual({ "answer-wish": "too-long:500" });
  });
});
