import { expect, test } from "vitest";
import { demandText } from "./counted-text.ts";

test("widths, cases and spaces make no difference", () => {
  expect(demandText("ｶﾈｶﾞﾀ")).toBe(demandText("カネガタ"));
  expect(demandText(" ゲーム  会社 ")).toBe("ゲーム 会社");
});

test("what may point to a person is not counted, nor is a text that nobody else will type", () => {
  for (const text of ["", "　", "taro@example.jp", "0191-21-2111", "０９０１２３４５６７８", "あ".repeat(41)])
    expect(demandText(text), text).toBeNull();
});
