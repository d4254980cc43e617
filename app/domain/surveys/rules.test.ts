import { describe, expect, test } from "vitest";
import type { Category } from "../events/rules.ts";
import { type Answer, figuresByCategory, surveyFigures, surveyWindow } from "./rules.ts";

const answers = (category: Category, count: number, satisfaction = 4): Answer[] =>
  Array.from({ length: count }, () => ({ category, satisfaction, interest: null, useful: [] }));

describe("the survey", () => {
  const event = { state: "published", endsAt: new Date("2026-12-08T06:00:00Z") } as const;

  test("is open from the end of the event for fourteen days, to midnight in Japan", () => {
    expect(surveyWindow(event, new Date("2026-12-08T05:59:59Z"))).toBe("not-yet");
    expect(surveyWindow(event, event.endsAt)).toBe("open");
    expect(surveyWindow(event, new Date("2026-12-22T14:59:59Z"))).toBe("open");
    expect(surveyWindow(event, new Date("2026-12-22T15:00:00Z"))).toBe("closed");
  });

  test("is not asked about an event that did not take place", () => {
    expect(surveyWindow({ ...event, state: "cancelled" }, event.endsAt)).toBe("closed");
  });
});

describe("its figures", () => {
  test("leave out of a mean who did not answer that question, and never make a blank 0", () => {
    const some: Answer[] = [
      { category: "student", satisfaction: 5, interest: 4, useful: ["workers"] },
      { category: "student", satisfaction: 2, interest: null, useful: ["workers", "place"] },
    ];
    expect(surveyFigures(some)).toMatchObject({
      n: 2,
      satisfaction: { mean: 3.5, n: 2 },
      interest: { mean: 4, n: 1 },
      satisfactionCounts: [0, 1, 0, 0, 1],
    });
    expect(surveyFigures(some).useful.find(({ code }) => code === "workers")!.count).toBe(2);
    expect(surveyFigures([]).satisfaction).toEqual({ mean: null, n: 0 });
  });

  test("are shown by category from five answers on", () => {
    const shown = figuresByCategory([...answers("student", 9), ...answers("guardian", 5)]);
    expect(shown.map(({ category, figures }) => [category, figures?.n ?? null])).toEqual([
      ["student", 9],
      ["guardian", 5],
    ]);
  });

  test("do not give a small category away by subtraction from the whole", () => {
    const shown = figuresByCategory([
      ...answers("student", 9),
      ...answers("guardian", 6),
      ...answers("other", 2),
    ]);
    expect(shown.map(({ category, figures }) => [category, figures?.n ?? null])).toEqual([
      ["student", 9],
      ["guardian", null],
      ["other", null],
    ]);
  });
});
