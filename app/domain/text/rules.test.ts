import { describe, expect, test } from "vitest";
import { normaliseBlock, normaliseLine, readDate, toKatakana } from "./rules.ts";

describe("a line as it is stored", () => {
  test("full-width letters and digits, half-width kana and odd spaces become plain", () => {
    expect(normaliseLine("  ＡＢＣ１２３　ｶﾅｶﾞﾀ \t x ")).toBe("ABC123 カナガタ x");
  });
  test("emoji and rare kanji stay", () => {
    expect(normaliseLine("𠮷野 😀 髙橋")).toBe("𠮷野 😀 髙橋");
  });
});

test("a block keeps its paragraphs and loses the empty rest", () => {
  expect(normaliseBlock("一行目  \n\n\n\n二行目\u0007\n")).toBe("一行目\n\n二行目");
});

test("readings become full-width katakana", () => {
  expect(toKatakana("いちのせき ｷｶｲ")).toBe("イチノセキ キカイ");
});

describe("dates as people write them", () => {
  test.each([
    ["2025-01-31", "2025-01-31"],
    ["２０２５／１／３１", "2025-01-31"],
    ["2025年1月31日", "2025-01-31"],
    ["令和7年1月31日", "2025-01-31"],
    ["令和元年5月1日", "2019-05-01"],
    ["R7.1.31", "2025-01-31"],
    ["昭和64年1月7日", "1989-01-07"],
  ])("%s is %s", (typed, date) => {
    expect(readDate(typed)).toEqual({ ok: true, date });
  });

  test.each([
    ["令和7年2月30日", "no-such-day"],
    ["2025-13-01", "no-such-day"],
    ["来週の金曜", "not-a-date"],
    ["99999-1-1", "not-a-date"],
  ])("%s is refused as %s", (typed, error) => {
    expect(readDate(typed)).toEqual({ ok: false, error });
  });
});
