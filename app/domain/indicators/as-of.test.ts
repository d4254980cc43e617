import { expect, test } from "vitest";
import { chooseAsOf } from "./as-of.ts";

const days = { first: "2022-04-01", today: "2026-11-21", fallback: "2025-01-31" };

test.each([
  [null, "2025-01-31", null],
  ["", "2025-01-31", null],
  ["today", "2026-11-21", null],
  ["2024-03-31", "2024-03-31", null],
  ["令和6年3月31日", "2024-03-31", null],
  ["R6.3.31", "2024-03-31", null],
  ["2022-04-01", "2022-04-01", null],
  ["2022-03-31", "2025-01-31", "before-plan"],
  ["2026-11-22", "2025-01-31", "in-future"],
  ["令和7年2月30日", "2025-01-31", "no-such-day"],
  ["<script>", "2025-01-31", "not-a-date"],
  ["2".repeat(10_000), "2025-01-31", "not-a-date"],
])("asked for %s, %s is shown (%s)", (asked, asOf, problem) => {
  expect(chooseAsOf(asked, days)).toEqual({ asOf, problem });
});
