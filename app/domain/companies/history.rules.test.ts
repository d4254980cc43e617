import { expect, test } from "vitest";
import { chooseRevisions } from "./history.rules.ts";

test.each([
  [[1, 2, 4], null, null, { from: 2, to: 4 }],
  [[1, 2, 4], "1", "4", { from: 1, to: 4 }],
  [[1, 2, 4], "4", "1", { from: 1, to: 4 }],
  [[1, 2, 4], "9", "x", { from: 2, to: 4 }],
  [[1, 2, 4], null, "2", { from: 1, to: 2 }],
  [[1, 2, 4], "2", "2", null],
  [[1], null, null, null],
  [[], "1", "2", null],
])("of the revisions %j with from=%s and to=%s are compared %j", (numbers, from, to, chosen) => {
  expect(chooseRevisions(numbers, { from, to })).toEqual(chosen);
});
