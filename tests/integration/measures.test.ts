import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Computed } from "#app/analytics/measure.ts";
import { runMeasure } from "#app/analytics/run.server.ts";
import { openPlan, readIndicator, readPlanSheet } from "#app/domain/indicators/store.server.ts";
import { jst } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

/** The day of the council's sheet for fiscal 2024. */
const SHEET = "2025-01-31";
const LAST_YEAR = "2024-03-31";
let t: TestTown;

beforeAll(async () => {
  t = await openTestTown({ seeded: true });
});
afterAll(() => t.close());

const run = (key: string, asOf = SHEET) => runMeasure(t.town, key, { asOf });
const cells = (computed: Computed, by: string) =>
  computed.breakdowns.find((breakdown) => breakdown.by === by)!.cells.map(({ value }) => value);

describe("the figures of fiscal 2024 are computed from the records", () => {
  test.each([
    ["registered-companies", 174],
    ["june-fair-participants", 70],
    ["fair-participants", 70],
    ["june-fair-booths", 51],
    ["fair-booths", 51],
    ["information-fairs-held", 1],
    ["information-fair-booths", 44],
    ["information-fair-participants", 236],
    ["job-cafe-consultations", 495],
    ["job-cafe-placements", 25],
    ["support-station-consultations", 2442],
    ["support-station-registrations", 78],
    ["support-station-placements", 71],
    ["company-visits-held", 1],
    ["company-visit-stops", 8],
    ["company-visit-participants", 149],
    ["training-subsidy-graduates", 11],
    ["training-subsidy-young-people", 2],
    ["visit-tour-participants", 6],
    ["discovery-fair-students", 305],
    ["internship-subsidy-people", 1],
    ["outreach-booth-visitors", 13],
    ["manufacturing-directory", 112],
  ])("%s is %i as of the sheet's day", async (key, value) => {
    expect((await run(key)).value).toBe(value);
  });

  test.each([
    ["registered-companies", 167],
    ["june-fair-participants", 36],
    ["march-fair-participants", 25],
    ["job-cafe-placements", 57],
    ["support-station-placements", 75],
    ["training-subsidy-graduates", 40],
    ["training-subsidy-young-people", 26],
    ["visit-tour-participants", 6],
    ["internship-subsidy-people", 3],
    ["outreach-booth-visitors", 49],
    ["manufacturing-directory", 112],
  ])("%s was %i a year before", async (key, value) => {
    expect((await run(key, LAST_YEAR)).value).toBe(value);
  });

  test("the information fair has its five categories", async () => {
    const fair = await run("information-fair-participants");
    const categories = fair.breakdowns.find(({ by }) => by === "participantCategory")!.cells;
    expect(categories.map(({ key, value }) => [key, value])).toEqual([
      ["student", 123],
      ["guardian", 12],
      ["other", 0],
      ["company", 93],
      ["teacher", 8],
    ]);
  });

  test("the visits are 141 students and 8 teachers, the discovery fairs 171, 99 and 35, the booths 5, 2 and 6", async () => {
    expect(cells(await run("company-visit-participants"), "participantCategory")).toEqual([141, 0, 0, 8]);
    expect(cells(await run("discovery-fair-students"), "event")).toEqual([171, 99, 35]);
    expect(cells(await run("outreach-booth-visitors"), "event")).toEqual([5, 2, 6]);
  });

  test("of the 71 placements 40 are people placed for the first time", async () => {
    expect(cells(await run("support-station-placements"), "people")).toEqual([71, 40]);
  });

  test("the training subsidy went to 6 and 2 companies", async () => {
    expect(cells(await run("training-subsidy-graduates"), "companies")).toEqual([6]);
    expect(cells(await run("training-subsidy-young-people"), "companies")).toEqual([2]);
  });

  test("the fair of March lies after the day", async () => {
    expect(await run("march-fair-participants")).toMatchObject({ value: null, missing: "not-due" });
    expect((await run("march-fair-participants", "2025-03-31")).value).toBeGreaterThan(0);
  });
});

describe("the sheet of 31 January 2025", () => {
  const find = async (id: string) => {
    const sheet = (await readPlanSheet(t.town, { asOf: SHEET }))!;
    const projects = sheet.policies.flatMap((policy) =>
      policy.strategies.flatMap((strategy) => strategy.projects),
    );
    const project = projects.find(({ indicators }) => indicators.some((one) => one.id === id))!;
    return { project, indicator: project.indicators.find((one) => one.id === id)! };
  };

  test("is the newest released one", async () => {
    expect((await openPlan(t.town))!.dates.released).toBe(SHEET);
  });

  test.each([
    ["1-1-2-registered-companies", 167, 174, 267, "B"],
    ["1-1-5-fair-participants", 36, 70, 20, "A"],
    ["1-1-7-job-cafe-placements", 57, 25, 80, "B"],
    ["1-1-8-support-station-placements", 75, 71, 50, "A"],
    ["1-1-12-training-subsidy-graduates", 40, 11, 52, "C"],
    ["1-1-12-training-subsidy-young-people", 26, 2, 19, "C"],
    ["1-1-14-internship-subsidy-people", 3, 1, 30, "C"],
    ["1-1-15-outreach-booth-visitors", 49, 13, 20, "B"],
    ["2-3-3-manufacturing-directory", 112, 112, 120, "B"],
  ])("%s: last year %i, now %i of %i, grade %s", async (id, previous, actual, target, grade) => {
    const { project, indicator } = await find(id);
    expect(indicator).toMatchObject({
      previous: { value: previous, official: null },
      actual: { value: actual, origin: "computed" },
      target: { fiscalYear: 2024, value: target },
      achievement: { ok: true, ratio: actual / target },
      reached: actual >= target,
    });
    expect(project.evaluation).toMatchObject({ fiscalYear: 2024, grade });
  });

  test("has 55 projects with a grade, and 5 indicators of the plan with their entered statistics", async () => {
    const sheet = (await readPlanSheet(t.town, { asOf: SHEET }))!;
    const { A, B, C, D } = sheet.summary.grades;
    expect([A + B + C + D, sheet.summary.ungraded]).toEqual([55, 0]);
    expect(sheet.planIndicators).toHaveLength(5);
    expect(sheet.planIndicators.find(({ id }) => id === "local-employment-rate")).toMatchObject({
      baseline: { value: 47.4 },
      actual: { value: 48.2, origin: "entered" },
      target: { fiscalYear: 2026, value: 55 },
    });
  });

  test("a figure can be walked back to its measure, its records and its history", async () => {
    const detail = (await readIndicator(t.town, { indicatorId: "1-1-2-registered-companies", asOf: SHEET }))!;
    expect(detail.measure).toMatchObject({ key: "registered-companies", version: 1 });
    expect(detail.computed).toMatchObject({ value: 174, memberCount: 174 });
    const years = detail.history.map(({ fiscalYear, figure }) => [fiscalYear, figure.value]);
    expect(years.slice(-2)).toEqual([
      [2023, 167],
      [2024, 174],
    ]);
  });
});

describe("changing one check-in changes the figure", () => {
  test("70 becomes 71, and 70 again when the check-in is taken back", async () => {
    const shown = async () =>
      (await readIndicator(t.town, { indicatorId: "1-1-5-fair-participants", asOf: SHEET }))!.line.actual
        .value;
    const before = await run("june-fair-participants");
    expect([before.value, await shown()]).toEqual([70, 70]);

    const { database } = t.town;
    const fair = await database.event.findFirstOrThrow({
      where: { kind: "guidanceFair", startsAt: { gte: jst("2024-06-01"), lt: jst("2024-07-01") } },
    });
    const id = newId();
    const recordedAt = t.town.clock.now();
    await database.checkIn.create({
      data: { id, eventId: fair.id, category: "student", at: fair.startsAt, recordedAt },
    });
    const after = await run("june-fair-participants");
    expect([after.value, await shown(), after.digest === before.digest]).toEqual([71, 71, false]);

    await database.checkIn.update({ where: { id }, data: { voidedAt: t.town.clock.now() } });
    const again = await run("june-fair-participants");
    expect([again.value, await shown(), again.digest]).toEqual([70, 70, before.digest]);
    expect(again.inputCount).toBe(before.inputCount + 1);
  });
});
