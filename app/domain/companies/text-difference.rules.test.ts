import { expect, test } from "vitest";
import { listDifference, textDifference } from "./text-difference.rules.ts";

test.each([
  ["月曜から金曜", "月曜から土曜", { start: "月曜から", before: "金", after: "土", end: "曜" }],
  ["同じ", "同じ", { start: "同じ", before: "", after: "", end: "" }],
  ["", "新しい", { start: "", before: "", after: "新しい", end: "" }],
  ["あああ", "ああ", { start: "ああ", before: "あ", after: "", end: "" }],
  ["𠮷野家", "𠮟野家", { start: "", before: "𠮷", after: "𠮟", end: "野家" }],
])("from %j to %j differs %j", (before, after, difference) => {
  expect(textDifference(before, after)).toEqual(difference);
});

test("items of lists that stand on one side only are told apart", () => {
  expect(listDifference(["社員寮", "車通勤可"], ["車通勤可", "送迎あり"])).toEqual({
    before: [
      { text: "社員寮", isOnlyHere: true },
      { text: "車通勤可", isOnlyHere: false },
    ],
    after: [
      { text: "車通勤可", isOnlyHere: false },
      { text: "送迎あり", isOnlyHere: true },
    ],
  });
});
