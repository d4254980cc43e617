import { expect, test } from "vitest";
import { runKeyOf } from "./rules.ts";

test("a daily alert has a run for each day", () => {
  expect(runKeyOf("daily", "2026-11-20")).toBe("2026-11-20");
});

test("a weekly alert has one run from Monday to Sunday, over the end of a month and a year too", () => {
  expect(runKeyOf("weekly", "2026-11-16")).toBe("2026-11-16");
  expect(runKeyOf("weekly", "2026-11-22")).toBe("2026-11-16");
  expect(runKeyOf("weekly", "2026-11-23")).toBe("2026-11-23");
  expect(runKeyOf("weekly", "2027-01-01")).toBe("2026-12-28");
});
