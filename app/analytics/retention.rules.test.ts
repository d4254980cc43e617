import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#app/platform/calendar.ts";
import { answerFact, at, placementFact, separationFact } from "#tests/support/builders/facts.ts";
import { addMonths, MONTH_STEPS } from "./months.ts";
import {
  classDay,
  closedCohort,
  estimateRetention,
  kaplanMeier,
  newestClosedClass,
  type Spell,
  type Stay,
  staysOf,
} from "./retention.rules.ts";

const START = "2024-04-01";
const stay = (changes: Partial<Stay> = {}): Stay => ({
  id: "a",
  startedOn: START,
  leftOn: null,
  leftBy: null,
  lastStill: START,
  saidNotKnown: false,
  ...changes,
});

describe("what is known of a stay", () => {
  const one = placementFact({ id: "a", startedOn: START });
  const of = (...answers: Parameters<typeof staysOf>[2]) => staysOf([one], [], answers)[0]!;

  test("begins with the first day when nobody has answered", () => {
    expect(of()).toEqual(stay());
  });
  test("reaches up to the last day of which the employer said that the person is there", () => {
    const later = answerFact("a", "2024-10-03");
    expect(of(later, answerFact("a", "2024-07-02"), answerFact("other", "2025-01-07")).lastStill).toBe(
      "2024-10-03",
    );
    expect(of(answerFact("a", "2024-03-01")).lastStill).toBe(START);
  });
  test("of two answers about one day the one that was given last counts", () => {
    const mistaken = answerFact("a", "2024-07-02", "left", at("2024-07-02T09:00"));
    const corrected = answerFact("a", "2024-07-02", "still", at("2024-07-05T09:00"));
    expect(of(corrected, mistaken)).toMatchObject({ lastStill: "2024-07-02", leftBy: null });
  });
  test("'gone' counts from its first day on, unless the person is there again later", () => {
    const gone = [answerFact("a", "2025-01-07", "left"), answerFact("a", "2024-10-03", "left")];
    expect(of(...gone).leftBy).toBe("2024-10-03");
    expect(of(...gone, answerFact("a", "2024-11-01")).leftBy).toBe("2025-01-07");
    expect(of(...gone, answerFact("a", "2025-04-02"))).toMatchObject({
      leftBy: null,
      lastStill: "2025-04-02",
    });
  });
  test("remembers that the newest answer was 'not known'", () => {
    const unsure = answerFact("a", "2024-10-03", "notKnown");
    expect(of(unsure).saidNotKnown).toBe(true);
    expect(of(unsure, answerFact("a", "2025-01-07")).saidNotKnown).toBe(false);
  });
  test("takes the earliest separation", () => {
    const ends = [separationFact("a", "2025-03-31"), separationFact("a", "2024-12-31")];
    expect(staysOf([one], ends, [])[0]!.leftOn).toBe("2024-12-31");
    expect(staysOf([one], ends.toReversed(), [])[0]!.leftOn).toBe("2024-12-31");
  });
});

describe("the closed cohort", () => {
  const DAY = "2024-10-01";
  const stateOf = (changes: Partial<Stay>) =>
    Object.entries(closedCohort([stay(changes)], DAY)).find(([, stays]) => stays.length === 1)![0];

  test.each([
    [{ leftOn: "2024-09-30" }, "left"],
    [{ leftOn: "2024-10-01" }, "stayed"],
    [{ leftOn: "2025-01-31" }, "stayed"],
    [{ lastStill: "2024-10-01" }, "stayed"],
    [{ lastStill: "2024-09-30" }, "unknown"],
    [{}, "unknown"],
    [{ leftBy: "2024-09-30" }, "left"],
    [{ leftBy: "2024-10-01" }, "unknown"],
    [{ leftBy: "2025-01-07", lastStill: "2024-10-01" }, "stayed"],
    [{ leftBy: "2025-01-07", lastStill: "2024-07-01" }, "unknown"],
  ])("%o after six months: %s", (changes, state) => {
    expect(stateOf(changes)).toBe(state);
  });
});

describe("Kaplan and Meier's estimate", () => {
  const spells = (...times: [number, boolean][]): Spell[] => times.map(([time, left]) => ({ time, left }));

  test("multiplies the shares that stayed; whoever is lost at the same time was still followed", () => {
    const found = kaplanMeier(spells([1, true], [2, false], [3, true], [3, false], [5, false]), 5);
    // 4 of 5 stay at 1; of the 3 who are followed at 3 one leaves.
    expect(found).toBeCloseTo((4 / 5) * (2 / 3), 12);
  });
  test("counts a leaving before the horizon and none at it", () => {
    expect(kaplanMeier(spells([4, true], [9, false]), 5)).toBe(1 / 2);
    expect(kaplanMeier(spells([5, true], [9, false]), 5)).toBe(1);
  });
  test("says nothing where nobody was followed so long, and 0 where everybody left", () => {
    expect(kaplanMeier([], 5)).toBeNull();
    expect(kaplanMeier(spells([1, true], [4, false]), 5)).toBeNull();
    expect(kaplanMeier(spells([1, true], [4, false], [5, false]), 5)).toBe(2 / 3);
    expect(kaplanMeier(spells([1, true], [4, true]), 5)).toBe(0);
  });

  const anySpell = fc.record({ time: fc.integer({ min: 0, max: 40 }), left: fc.boolean() });
  test("never grows with the horizon and stays between 0 and 1", () => {
    fc.assert(
      fc.property(fc.array(anySpell, { maxLength: 30 }), fc.integer({ min: 0, max: 39 }), (all, horizon) => {
        const [sooner, later] = [kaplanMeier(all, horizon), kaplanMeier(all, horizon + 1)];
        if (later === null) return;
        expect(sooner).not.toBeNull();
        expect(later).toBeLessThanOrEqual(sooner! + 1e-12);
        expect(later).toBeGreaterThanOrEqual(0);
        expect(sooner).toBeLessThanOrEqual(1);
      }),
    );
  });
  test("does not depend on the order", () => {
    fc.assert(
      fc.property(fc.array(anySpell, { maxLength: 20 }), (all) => {
        expect(kaplanMeier(all.toReversed(), 20)).toBe(kaplanMeier(all, 20));
      }),
    );
  });
});

describe("the estimated retention", () => {
  const ASKED = { months: 12, asOf: "2025-10-31", answeredSince: "2025-07-01" };

  test("follows the young up to the last day of which something is known", () => {
    const found = estimateRetention(
      [
        stay({ id: "stayed", lastStill: "2025-07-03" }),
        stay({ id: "left late", leftOn: "2025-04-01" }),
        stay({ id: "left", leftOn: "2024-06-30" }),
        stay({ id: "young", startedOn: "2025-04-01", lastStill: "2025-10-02" }),
        stay({ id: "silent", startedOn: "2025-04-01", lastStill: "2025-06-30" }),
      ],
      ASKED,
    )!;
    // Five are followed when one leaves after two months and 29 days; the silent one was lost one day later.
    expect(found.share).toBeCloseTo(4 / 5, 12);
    const ids = (stays: Stay[]) => stays.map(({ id }) => id);
    expect([ids(found.stayed), ids(found.left), ids(found.followed), ids(found.unanswered)]).toEqual([
      ["stayed", "left late"],
      ["left"],
      ["young"],
      ["silent"],
    ]);
    // At the worst the silent one left on the next day, when four were followed.
    expect(found.low).toBeCloseTo((4 / 5) * (3 / 4), 12);
    expect(found.high).toBeCloseTo(4 / 5, 12);
  });
  test("answers on the first day of the time to answer count as answers", () => {
    const young = (lastStill: string) => [
      stay({ id: "old", lastStill: "2025-07-03" }),
      stay({ startedOn: "2025-04-01", lastStill }),
    ];
    expect(estimateRetention(young("2025-07-01"), ASKED)!.followed).toHaveLength(1);
    expect(estimateRetention(young("2025-06-30"), ASKED)!.unanswered).toHaveLength(1);
  });
  test("somebody who is gone on a day after the horizon may have left before or after it", () => {
    const stays = [
      stay({ id: "old", lastStill: "2025-07-03" }),
      stay({ id: "gone", lastStill: "2024-10-02", leftBy: "2025-07-03" }),
    ];
    expect(estimateRetention(stays, ASKED)).toMatchObject({
      share: 1,
      low: 0.5,
      high: 1,
      unanswered: [{ id: "gone" }],
    });
    const within = [stays[0]!, { ...stays[1]!, leftBy: "2025-01-07" }];
    expect(estimateRetention(within, ASKED)).toMatchObject({ share: 0.5, left: [{ id: "gone" }] });
  });
  test("somebody lost early pulls it down when they left, and up when they are there", () => {
    const found = estimateRetention(
      [
        stay({ id: "old", lastStill: "2025-07-03" }),
        stay({ id: "left", leftOn: "2024-10-01" }),
        stay({ id: "silent", startedOn: "2024-06-01", lastStill: "2024-07-01" }),
      ],
      ASKED,
    )!;
    expect(found.share).toBeCloseTo(1 / 2, 12);
    expect(found.low).toBeCloseTo((2 / 3) * (1 / 2), 12);
    expect(found.high).toBeCloseTo(2 / 3, 12);
  });
  test("is not known while nobody has been there for so long", () => {
    expect(estimateRetention([stay({ lastStill: "2025-03-31" })], ASKED)).toBeNull();
    expect(estimateRetention([], ASKED)).toBeNull();
  });

  const anyStay = fc
    .record({
      start: fc.integer({ min: 0, max: 500 }),
      leftAfter: fc.option(fc.integer({ min: 0, max: 700 })),
      goneAfter: fc.option(fc.integer({ min: 0, max: 700 })),
      stillAfter: fc.integer({ min: 0, max: 700 }),
    })
    .map(({ start, leftAfter, goneAfter, stillAfter }) => {
      const startedOn = addDays("2024-04-01", start);
      const day = (days: number) => {
        const then = addDays(startedOn, days);
        return then > "2025-10-31" ? "2025-10-31" : then;
      };
      return stay({
        startedOn,
        leftOn: leftAfter === null ? null : day(leftAfter),
        leftBy: goneAfter === null ? null : day(stillAfter + goneAfter),
        lastStill: day(stillAfter),
      });
    });
  test("lies between its bounds, whatever is not known", () => {
    fc.assert(
      fc.property(
        fc.array(anyStay, { minLength: 1, maxLength: 25 }),
        fc.constantFrom(3, 6, 12),
        (stays, months) => {
          const found = estimateRetention(stays, { ...ASKED, months });
          if (found === null) return;
          const { low, share, high, stayed, left, followed, unanswered } = found;
          expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
          expect(stayed.length + left.length + followed.length + unanswered.length).toBe(stays.length);
        },
      ),
    );
  });
  test("equals the closed cohort when nothing is censored", () => {
    const known = fc
      .option(fc.integer({ min: 0, max: 900 }))
      .map((days) =>
        days === null ? stay({ lastStill: "2026-10-31" }) : stay({ leftOn: addDays(START, days) }),
      );
    fc.assert(
      fc.property(
        fc.array(known, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(6, 12, 24),
        (stays, months) => {
          const closed = closedCohort(stays, addMonths(START, months));
          const found = estimateRetention(stays, {
            months,
            asOf: "2026-10-31",
            answeredSince: "2026-07-01",
          })!;
          expect(found.share).toBeCloseTo(closed.stayed.length / stays.length, 10);
          expect([found.stayed.length, found.left.length]).toEqual([
            closed.stayed.length,
            closed.left.length,
          ]);
          expect([found.low, found.high].map((bound) => bound.toFixed(10))).toEqual(
            [found.share, found.share].map((bound) => bound.toFixed(10)),
          );
        },
      ),
    );
  });
});

describe("the class that has been at work for so long", () => {
  test.each([
    ["2026-04-01", 36, 2023],
    ["2026-03-31", 36, 2022],
    ["2026-10-01", 6, 2026],
    ["2026-09-30", 6, 2025],
    ["2026-01-15", 12, 2024],
  ])("on %s after %i months is %i", (day, months, year) => {
    expect(newestClosedClass(day, months)).toBe(year);
    expect(classDay(year, months) <= day && classDay(year + 1, months) > day).toBe(true);
  });
  test("a month has as many steps for everybody", () => {
    expect(MONTH_STEPS).toBeGreaterThan(31);
  });
});
