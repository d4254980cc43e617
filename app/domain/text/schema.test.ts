import { expect, test } from "vitest";
import { choices, civilDate, email, kana, line, optionalWholeNumber, wholeNumber } from "./schema.ts";

function codeOf(
  schema: { safeParse(value: unknown): { success: boolean; error?: { issues: { message: string }[] } } },
  value: unknown,
) {
  const result = schema.safeParse(value);
  return result.success ? "ok" : result.error!.issues[0]!.message;
}

test("a missing field and a field of spaces are both required", () => {
  expect(codeOf(line(10), undefined)).toBe("required");
  expect(codeOf(line(10), " 　 ")).toBe("required");
});

test("a line of 10,000 characters names the limit", () => {
  expect(codeOf(line(200), "あ".repeat(10_000))).toBe("too-long:200");
});

test("an address typed in full width is understood", () => {
  expect(email.parse("Ｔａｒｏ＠Example.ＪＰ")).toBe("taro@example.jp");
  expect(codeOf(email, "taro@")).toBe("email");
});

test("full-width digits and thousands separators are numbers, letters are not", () => {
  expect(wholeNumber(0, 99999).parse("１，２３４")).toBe(1234);
  expect(codeOf(wholeNumber(0, 10), "12")).toBe("number-range:0:10");
  expect(codeOf(wholeNumber(0, 10), "many")).toBe("whole-number");
});

test("a blank number is null and never 0", () => {
  expect(optionalWholeNumber(0, 10).parse("")).toBeNull();
  expect(optionalWholeNumber(0, 10).parse("0")).toBe(0);
});

test("a day that does not exist is told apart from something that is no date", () => {
  expect(codeOf(civilDate, "令和7年2月30日")).toBe("no-such-day");
  expect(codeOf(civilDate, "soon")).toBe("not-a-date");
  expect(codeOf(civilDate, "")).toBe("required");
});

test("a reading takes hiragana but no kanji", () => {
  expect(kana(50).parse("いわいせいみつ")).toBe("イワイセイミツ");
  expect(codeOf(kana(50), "磐井精密")).toBe("kana");
});

test("one ticked box and several arrive as a list, an unknown value is refused", () => {
  const schema = choices(["a", "b"]);
  expect(schema.parse("a")).toEqual(["a"]);
  expect(schema.parse(["a", "b"])).toEqual(["a", "b"]);
  expect(schema.parse(undefined)).toEqual([]);
  expect(codeOf(schema, ["x"])).toBe("choose");
});
