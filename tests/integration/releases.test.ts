import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { replayRun } from "#app/analytics/runs.server.ts";
import { STANDARD_LIMITS } from "#app/domain/disclosure/rules.ts";
import { readDocumentSource } from "#app/domain/documents/store.server.ts";
import { draftRelease } from "#app/domain/releases/draft.ts";
import { findCorrection, findRelease, listReleases } from "#app/domain/releases/read.store.server.ts";
import { freeze } from "#app/domain/releases/rules.ts";
import { correctRelease, publishRelease } from "#app/domain/releases/store.server.ts";
import { createAccountWithPassword } from "#tests/support/builders/accounts.ts";
import {
  recordTarget,
  renameNode,
  reviseEvaluation,
  reviseObservation,
  voidPlacement,
} from "#tests/support/builders/corrections.ts";
import { createPlacement } from "#tests/support/builders/employment.ts";
import {
  createEvaluation,
  createIndicator,
  createObservation,
  createPlan,
} from "#tests/support/builders/indicators.ts";
import { openTestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const CUT = { asOf: "2025-01-31", knownOn: new Date("2025-03-10T14:59:59.999Z") };

/** The papers at the cut as they come out of the records of now, as frozen cells. */
async function drawnAgain(t: TestTown, planId: string) {
  const source = (await readDocumentSource(t.town, { planId, cut: CUT }))!;
  return freeze(draftRelease(source, { policy: STANDARD_LIMITS, last: null }).documents);
}

async function released(t: TestTown, planId: string, version: number) {
  const release = await findRelease(t.town, { planId, fiscalYear: 2024, version });
  return freeze(release!.documents);
}

describe("R6 as of 31 January as known on 10 March", () => {
  let t: TestTown;
  let plan: Awaited<ReturnType<typeof createPlan>>;
  let staffId: string;
  const later: { placementId: string; observationId: string } = { placementId: "", observationId: "" };

  beforeAll(async () => {
    t = await openTestTown({ now: "2025-02-10T03:00:00Z" });
    staffId = (await createAccountWithPassword(t.town, { role: "staff" })).id;
    plan = await createPlan(t.town);
    const place = { planId: plan.id, nodeId: plan.projectId };
    await createIndicator(t.town, {
      ...place,
      id: "placements",
      name: "就職人数",
      unit: "人",
      measureKey: "support-station-placements",
      targets: { 2024: 50 },
    });
    await createIndicator(t.town, { ...place, id: "seminars", name: "開催回数", unit: "回" });
    for (let person = 0; person < 12; person += 1)
      later.placementId = (
        await createPlacement(t.town, { startedOn: "2024-06-01", personKey: `person-${person}` })
      ).id;
    later.observationId = (
      await createObservation(t.town, {
        indicatorId: "seminars",
        fiscalYear: 2024,
        value: 3,
        asOf: "2025-01-31",
      })
    ).id;
    await createEvaluation(t.town, { nodeId: plan.projectId, fiscalYear: 2024, grade: "B" });
    t.setNow("2025-03-11T01:00:00Z");
    const published = await publishRelease(t.town, { planId: plan.id, cut: CUT, staffId });
    expect(published).toMatchObject({ ok: true, fiscalYear: 2024, version: 1 });
  });
  afterAll(() => t.close());

  test("is frozen cell by cell, with the markers that the figures had", async () => {
    const { documents } = (await findRelease(t.town, { planId: plan.id, fiscalYear: 2024 }))!;
    const [results] = documents;
    const cells = Object.fromEntries(results!.tables[0]!.rows.map(({ id, cells: row }) => [id, row]));
    expect(cells["placements"]!["expected"]).toMatchObject({ text: "12人", value: 12, marker: "computed" });
    expect(cells["placements"]!["target"]).toMatchObject({ text: "50人", value: 50, marker: "entered" });
    expect(cells["seminars"]!["expected"]).toMatchObject({ text: "3回", value: 3, marker: "entered" });
    expect(cells[plan.projectId]!["grade"]!.text).toBe("B");
  });

  test("keeps the computation behind every computed cell, which replays to the same figure", async () => {
    const runOf = async (column: string) =>
      (
        await t.town.database.releaseCell.findFirstOrThrow({
          where: { indicatorId: "placements", document: "results", column },
        })
      ).runId;
    const replay = await replayRun(t.town, (await runOf("expected"))!);
    expect(replay).toMatchObject({
      ok: true,
      same: true,
      run: { key: "support-station-placements", value: 12 },
    });
    expect(await runOf("target")).toBeNull();
  });

  test("comes out the same after every kind of correction", async () => {
    t.setNow("2025-06-20T03:00:00Z");
    await voidPlacement(t.town, later.placementId);
    await recordTarget(t.town, {
      planId: plan.id,
      indicatorId: "placements",
      fiscalYear: 2024,
      value: 60,
      adoptedOn: "2025-01-20",
    });
    await reviseEvaluation(t.town, { nodeId: plan.projectId, fiscalYear: 2024, results: "書き直した成果" });
    await renameNode(t.town, { nodeId: plan.projectId, effectiveFrom: 2024, title: "新しい名前の事業" });
    await reviseObservation(t.town, { observationId: later.observationId, value: 4 });
    const frozen = await released(t, plan.id, 1);
    expect(frozen.length).toBeGreaterThan(30);
    expect(await drawnAgain(t, plan.id)).toEqual(frozen);
  });

  test("is corrected by a next version that names every changed cell, and stays readable", async () => {
    const correction = { planId: plan.id, staffId, basedOn: 1, note: "就職の二重の報告を取り消しました。" };
    const cut = { ...CUT, knownOn: new Date("2025-06-20T02:00:00Z") };
    expect(await correctRelease(t.town, { ...correction, cut })).toEqual({
      ok: false,
      error: "nothing-changed",
    });
    const now = { ...CUT, knownOn: t.town.clock.now() };
    const corrected = await correctRelease(t.town, { ...correction, cut: now });
    expect(corrected).toMatchObject({ ok: true, version: 2 });
    const { changes, note } = (await findCorrection(t.town, {
      planId: plan.id,
      fiscalYear: 2024,
      version: 2,
    }))!;
    expect(note).toBe("就職の二重の報告を取り消しました。");
    const told = changes.map(({ document, row, before, after }) => [document, row, before, after]);
    expect(told).toContainEqual(["results", "1-1-2 新しい名前の事業 就職人数", "12人", "11人"]);
    expect(told).toContainEqual(["results", "1-1-2 新しい名前の事業 就職人数", "50人", "60人"]);
    expect(told).toContainEqual([
      "results",
      "1-1-2 新しい名前の事業 開催回数",
      "3回",
      "4回(集計の誤りを直した。)",
    ]);
    expect(told).toContainEqual(["evaluations", "新しい名前の事業", "題1-1-2", "新しい名前の事業"]);
    expect(await released(t, plan.id, 1)).toEqual(await drawnAgain(t, plan.id));
    expect((await listReleases(t.town)).map(({ version }) => version)).toEqual([2, 1]);
    const events = await t.town.database.domainEvent.findMany({
      where: { kind: { startsWith: "release." } },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ kind, actorId }) => [kind, actorId])).toEqual([
      ["release.published", staffId],
      ["release.corrected", staffId],
    ]);
    expect(events[1]!.data).toMatchObject({ version: 2, changed: changes.length });
  });

  test("is not corrected from a version that somebody corrected meanwhile", async () => {
    const cut = { ...CUT, knownOn: t.town.clock.now() };
    expect(
      await correctRelease(t.town, { planId: plan.id, cut, staffId, basedOn: 1, note: "もう一度直します。" }),
    ).toEqual({ ok: false, error: "released-meanwhile" });
    expect(await publishRelease(t.town, { planId: plan.id, cut, staffId })).toEqual({
      ok: false,
      error: "released-meanwhile",
    });
  });

  test("refuses days to come and plans that are not there", async () => {
    const attempt = (planId: string, cut: typeof CUT) => publishRelease(t.town, { planId, cut, staffId });
    expect(await attempt("no-plan", CUT)).toEqual({ ok: false, error: "no-such-plan" });
    expect(await attempt(plan.id, { ...CUT, asOf: "2025-07-31" })).toEqual({
      ok: false,
      error: "as-of-in-future",
    });
    expect(await attempt(plan.id, { asOf: "2024-01-31", knownOn: new Date("2025-07-01") })).toEqual({
      ok: false,
      error: "known-on-in-future",
    });
  });

  test("published by two people at once is one version", async () => {
    const cut = { asOf: "2024-01-31", knownOn: t.town.clock.now() };
    const both = await Promise.all(
      [1, 2].map(() => publishRelease(t.town, { planId: plan.id, cut, staffId })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error: "released-meanwhile" });
    expect(await t.town.database.release.count({ where: { planId: plan.id, fiscalYear: 2023 } })).toBe(1);
  });

  test("cannot be changed in the database", async () => {
    await expect(
      t.town.database.releaseCell.updateMany({ where: { column: "expected" }, data: { text: "0人" } }),
    ).rejects.toThrow();
  });
});

describe("the seeded town", () => {
  let t: TestTown;
  const planId = "ichinoseki-industry-2022";
  beforeAll(async () => {
    t = await openTestTown({ seeded: true });
  });
  afterAll(() => t.close());

  test("keeps a part that is too small out of the words beside its figure too", async () => {
    // 13 visitors of the town's booth at three fairs: 5, 2 and 6.
    const words = (await released(t, planId, 1))
      .map(({ text }) => text)
      .filter((text) => text.includes("ブースを訪れた"));
    expect(words).not.toEqual([]);
    for (const text of words) {
      expect(text).toContain("○人");
      expect(text).not.toMatch(/(?<![0-9０-９])[12１２]人/u);
    }
  });

  test("is computed again on the page of its release, and a record that vanished is named", async () => {
    const site = await openTestSite(t.town);
    const staff = await t.town.database.user.findFirstOrThrow({ where: { role: "staff" } });
    const { id } = await t.town.database.release.findFirstOrThrow({ where: { planId, version: 1 } });
    const replay = async () =>
      (
        await site.request(`/staff/releases/${id}`, {
          method: "POST",
          body: new URLSearchParams({ intent: "replay" }),
          userId: staff.id,
        })
      ).text();
    expect(await replay()).toMatch(/[1-9]\d*件の計算すべてが、公表した値と同じになりました/);
    const entry = await t.town.database.manufacturingEntry.findFirstOrThrow({
      where: { listedAt: { lt: new Date("2024-01-01") }, delistedAt: null },
    });
    await t.town.database.manufacturingEntry.delete({ where: { companyId: entry.companyId } });
    const page = await replay();
    expect(page).toContain("公表した後に、もとの記録が変わりました");
    expect(page).toContain("なくなった記録1件");
    await t.town.database.manufacturingEntry.create({ data: entry });
  });

  test("gives its released papers again, cell for cell, after corrections of every kind", async () => {
    const frozen = await released(t, planId, 1);
    expect(frozen.length).toBeGreaterThan(1000);
    expect(await drawnAgain(t, planId)).toEqual(frozen);
    const placement = await t.town.database.placement.findFirstOrThrow({
      where: {
        source: "supportStation",
        startedOn: { gte: new Date("2024-06-01"), lt: new Date("2025-01-01") },
      },
      orderBy: { id: "asc" },
    });
    const { id: _id, ...report } = await t.town.database.supportReport.findFirstOrThrow({
      where: { programme: "jobCafe", month: { gte: new Date("2024-06-01") } },
      orderBy: { month: "asc" },
    });
    const now = t.town.clock.now();
    await t.town.database.supportReport.create({
      data: { ...report, id: "later-report", consultations: report.consultations + 7, reportedAt: now },
    });
    const checkIn = await t.town.database.checkIn.findFirstOrThrow({
      where: { voidedAt: null, at: { gte: new Date("2024-06-01"), lt: new Date("2024-12-01") } },
      orderBy: { id: "asc" },
    });
    await t.town.database.checkIn.update({ where: { id: checkIn.id }, data: { voidedAt: now } });
    await voidPlacement(t.town, placement.id);
    await recordTarget(t.town, {
      planId,
      indicatorId: "1-1-2-registered-companies",
      fiscalYear: 2024,
      value: 200,
      adoptedOn: "2025-01-10",
    });
    await reviseEvaluation(t.town, {
      nodeId: `${planId}/1-1-2`,
      fiscalYear: 2024,
      results: "書き直した成果",
    });
    await renameNode(t.town, { nodeId: `${planId}/1-1-9`, effectiveFrom: 2024, title: "新しい名前" });
    await reviseObservation(t.town, { observationId: "employees/actual/2021", value: 10_460 });
    expect(await drawnAgain(t, planId)).toEqual(frozen);
  });

  test("shows what the corrections change", async () => {
    const staff = await t.town.database.user.findFirstOrThrow({ where: { role: "staff" } });
    const { version } = await t.town.database.release.findFirstOrThrow({
      where: { planId },
      orderBy: { version: "desc" },
    });
    const corrected = await correctRelease(t.town, {
      planId,
      cut: { ...CUT, knownOn: t.town.clock.now() },
      staffId: staff.id,
      basedOn: version,
      note: "就職と受付の記録を直しました。",
    });
    if (!corrected.ok) throw new Error(corrected.error);
    const told = corrected.changes.map(({ row, before, after }) => `${row}: ${before} → ${after}`);
    expect(told).toContainEqual(expect.stringMatching(/就職人数: 71人 → 70人/));
    expect(told).toContainEqual(expect.stringMatching(/登録事業所数: 267社 → 200社/));
    expect(told).toContainEqual(expect.stringMatching(/新卒技術者地元定着促進対策事業 → .*新しい名前/));
    expect(told).toContainEqual(expect.stringMatching(/10,452人.* → 10,460人/));
  });
});
