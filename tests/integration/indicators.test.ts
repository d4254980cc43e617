import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMeasure } from "#app/analytics/run.server.ts";
import { recordObservation } from "#app/domain/indicators/observations.store.server.ts";
import { observationSchema } from "#app/domain/indicators/schema.ts";
import { openPlan, readIndicator, readPlanSheet } from "#app/domain/indicators/store.server.ts";
import { jst } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import { createPlacement } from "#tests/support/builders/employment.ts";
import {
  createEvaluation,
  createIndicator,
  createObservation,
  createPlan,
} from "#tests/support/builders/indicators.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const NOW = "2025-06-10T03:00:00Z";
let t: TestTown;
let plan: Awaited<ReturnType<typeof createPlan>>;

beforeAll(async () => {
  t = await openTestTown({ now: NOW });
  plan = await createPlan(t.town);
});
afterAll(() => t.close());

function publishCompany(date: string, withdrawnOn: string | null = null) {
  const id = newId();
  return t.town.database.company.create({
    data: {
      id,
      slug: id,
      firstPublishedAt: jst(date, "10:00"),
      withdrawnAt: withdrawnOn === null ? null : jst(withdrawnOn, "10:00"),
    },
  });
}

const only = async (asOf: string) =>
  (await readPlanSheet(t.town, { asOf }))!.policies[0]!.strategies[0]!.projects[0]!;
const line = async (id: string, asOf: string) => (await only(asOf)).indicators.find((one) => one.id === id)!;

describe("an indicator with a measure", () => {
  test("follows the records on the next request, as of any day", async () => {
    const { id } = await createIndicator(t.town, {
      planId: plan.id,
      nodeId: plan.projectId,
      measureKey: "registered-companies",
      targets: { 2024: 4 },
    });
    expect((await line(id, "2025-01-31")).actual).toMatchObject({ value: null, gap: "no-records" });
    await publishCompany("2024-03-31");
    const second = await publishCompany("2024-06-01");
    const shown = await line(id, "2025-01-31");
    expect(shown).toMatchObject({
      previous: { value: 1, origin: "computed" },
      actual: { value: 2, origin: "computed" },
      achievement: { ok: true, ratio: 0.5 },
      reached: false,
      behind: true,
    });
    await t.town.database.company.update({
      where: { id: second.id },
      data: { withdrawnAt: jst("2025-01-31", "23:59") },
    });
    expect((await line(id, "2025-01-31")).actual.value).toBe(1);
    expect((await line(id, "2025-01-30")).actual.value).toBe(2);
  });

  test("shows a published figure that differs beside the computed one", async () => {
    const { id } = await createIndicator(t.town, {
      planId: plan.id,
      nodeId: plan.projectId,
      measureKey: "registered-companies",
    });
    await createObservation(t.town, {
      indicatorId: id,
      fiscalYear: 2023,
      value: 3,
      note: "手作業の集計による。",
    });
    expect((await line(id, "2025-01-31")).previous).toMatchObject({
      value: 1,
      official: { value: 3, note: "手作業の集計による。" },
    });
    const detail = await readIndicator(t.town, { indicatorId: id, asOf: "2025-01-31" });
    expect(detail!.history.map(({ fiscalYear, figure }) => [fiscalYear, figure.value])).toEqual([
      [2023, 1],
      [2024, 1],
    ]);
    expect(detail).toMatchObject({
      measure: { key: "registered-companies", version: 1 },
      computed: { inputCount: 2 },
    });
  });

  test("keeps people and placements apart and replays to the same digest", async () => {
    await createPlacement(t.town, { startedOn: "2024-05-01", personKey: "one" });
    await createPlacement(t.town, { startedOn: "2024-11-01", personKey: "one" });
    const first = await runMeasure(t.town, "support-station-placements", { asOf: "2025-01-31" });
    expect(first).toMatchObject({ value: 2, counts: "placements", memberCount: 2 });
    expect(first.breakdowns[0]!.cells.map(({ value }) => value)).toEqual([1, 1]);
    expect(await runMeasure(t.town, "support-station-placements", { asOf: "2025-01-31" })).toEqual(first);
    await createPlacement(t.town, { startedOn: "2025-01-31" });
    const second = await runMeasure(t.town, "support-station-placements", { asOf: "2025-01-31" });
    expect([second.value, second.digest === first.digest]).toEqual([3, false]);
  });
});

test("the first sheet that readers see is the newest released one, even when a later year is evaluated", async () => {
  const { id: planId, projectId: nodeId } = await createPlan(t.town, { id: "zz-released" });
  const released = async () => (await openPlan(t.town, { planId }))!.dates.released;
  await createEvaluation(t.town, { nodeId, fiscalYear: 2024, grade: "B" });
  expect(await released()).toBe("2025-01-31");
  await t.town.database.release.create({
    data: {
      id: newId(),
      planId,
      fiscalYear: 2023,
      version: 1,
      asOf: new Date("2024-01-31"),
      knownOn: new Date("2024-03-10"),
      title: "試験",
      policyVersion: 1,
      codeVersion: "test",
      publishedAt: new Date("2024-03-10"),
    },
  });
  expect(await released()).toBe("2024-01-31");
});

describe("the sheet", () => {
  test("takes the evaluation of its year and says which dates can be chosen", async () => {
    expect((await openPlan(t.town))!.dates).toEqual({
      first: "2022-04-01",
      today: "2025-06-10",
      released: "2025-06-10",
    });
    await createEvaluation(t.town, { nodeId: plan.projectId, fiscalYear: 2024, grade: "B" });
    expect((await openPlan(t.town))!.dates.released).toBe("2025-01-31");
    expect((await only("2025-01-31")).evaluation).toMatchObject({ fiscalYear: 2024, grade: "B" });
    expect((await only("2024-03-31")).evaluation).toBeNull();
    expect((await readPlanSheet(t.town, { asOf: "2025-01-31" }))!.summary.grades).toEqual({
      A: 0,
      B: 1,
      C: 0,
      D: 0,
    });
  });

  test("does not exist for another plan, and an unknown indicator is missing", async () => {
    expect(await readPlanSheet(t.town, { planId: "none", asOf: "2025-01-31" })).toBeNull();
    expect(await readIndicator(t.town, { indicatorId: "none", asOf: "2025-01-31" })).toBeNull();
  });
});

describe("an official figure", () => {
  const typed = (changes: Record<string, string> = {}) => ({
    indicatorId: "rate",
    fiscalYear: "2024",
    kind: "actual",
    state: "final",
    value: "48.2",
    missingReason: "",
    observedOn: "令和7年4月30日",
    source: "ハローワークの公表値",
    note: "",
    ...changes,
  });
  const record = (changes: Record<string, string> = {}) =>
    recordObservation(t.town, { actorId: "staff", entry: observationSchema.parse(typed(changes)) });
  const stored = () =>
    t.town.database.observation.findMany({ where: { indicatorId: "rate" }, orderBy: { recordedAt: "asc" } });

  beforeAll(() =>
    createIndicator(t.town, {
      id: "rate",
      planId: plan.id,
      nodeId: null,
      unit: "%",
      decimals: 1,
      targets: { 2026: 55 },
    }),
  );

  test("is added with its source and shown as the newest known one; a second click adds nothing", async () => {
    const entryId = newId();
    expect(await record({ entryId, value: "48.2" })).toEqual({ ok: true });
    expect(await record({ entryId, value: "48.2" })).toEqual({ ok: true });
    const rows = await stored();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ recordedById: "staff", status: "final" });
    const sheet = (await readPlanSheet(t.town, { asOf: "2025-06-10" }))!;
    expect(sheet.planIndicators[0]!.actual).toMatchObject({
      value: 48.2,
      origin: "entered",
      fiscalYear: 2024,
    });
    expect(await t.town.database.domainEvent.count({ where: { kind: "observation.recorded" } })).toBe(1);
  });

  test("is corrected by a new row with a reason, and the old row stays", async () => {
    expect(await record({ value: "48.3" })).toEqual({ ok: false, field: "note", error: "correction-note" });
    expect(await record({ value: "48.3", note: "転記の誤り" })).toEqual({ ok: true });
    expect((await stored()).map(({ value, status }) => [Number(value), status])).toEqual([
      [48.2, "final"],
      [48.3, "revised"],
    ]);
    const sheet = (await readPlanSheet(t.town, { asOf: "2025-06-10" }))!;
    expect(sheet.planIndicators[0]!.actual.value).toBe(48.3);
  });

  test.each([
    [{ observedOn: "2025-06-11" }, "observedOn", "date-in-future"],
    [{ value: "48.25" }, "value", "too-many-decimals:1"],
    [{ indicatorId: "none" }, "indicatorId", "choose"],
  ])("%o is refused", async (changes, field, error) => {
    expect(await record(changes)).toEqual({ ok: false, field, error });
  });

  test.each([
    [{ value: "" }, "value", "value-or-reason"],
    [{ missingReason: "調査なし" }, "value", "value-or-reason"],
    [{ value: "約48" }, "value", "decimal-number"],
    [{ value: "1e9" }, "value", "decimal-number"],
    [{ observedOn: "令和7年2月30日" }, "observedOn", "no-such-day"],
    [{ source: " " }, "source", "required"],
    [{ fiscalYear: "R6" }, "fiscalYear", "whole-number"],
    [{ kind: "guess" }, "kind", "choose"],
  ])("%o cannot be read", (changes, field, error) => {
    const issues = observationSchema.safeParse(typed(changes)).error!.issues;
    expect(issues.map(({ path, message }) => [path.join("."), message])).toContainEqual([field, error]);
  });

  test("understands full-width digits, and a reason instead of a value is not 0", async () => {
    expect(observationSchema.parse(typed({ value: "1,234.5" })).value).toBe("1234.5");
    expect(await record({ fiscalYear: "2025", value: "", missingReason: "公表前のため" })).toEqual({
      ok: true,
    });
    const sheet = (await readPlanSheet(t.town, { asOf: "2025-06-10" }))!;
    expect(sheet.planIndicators[0]!.actual).toMatchObject({
      value: null,
      text: "公表前のため",
      gap: "stated",
    });
  });
});
