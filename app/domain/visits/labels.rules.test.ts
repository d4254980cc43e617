import { describe, expect, test } from "vitest";
import { looksLikeName } from "./labels.rules.ts";

describe("a label that reads like a name", () => {
  test.each([
    "佐藤 花子",
    "佐藤花子",
    "佐藤花子07",
    "さとう はなこ",
    "サトウ ハナコ",
    "2M-07 佐藤花子",
    "鈴木君",
    "高橋さん",
  ])("%s is noticed", (label) => expect(looksLikeName(label)).toBe(true));

  test.each([
    "2M-07",
    "2年A組7番",
    "２－３－１５",
    "3班",
    "機械科2年 1班",
    "機械・知能系-07",
    "さくら組 2班",
    "E01",
    "工業2E-10班",
    "一高2-3-15",
    "A",
    "赤",
  ])("%s is not", (label) => expect(looksLikeName(label)).toBe(false));

  test("the names of classes and departments are no names of people", () => {
    expect(looksLikeName("若葉学舎 07")).toBe(true);
    expect(looksLikeName("若葉学舎 07", ["若葉学舎"])).toBe(false);
    expect(looksLikeName("佐藤花子", ["佐藤花子"])).toBe(true);
  });
});
