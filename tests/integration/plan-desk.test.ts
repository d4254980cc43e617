import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { recordObservation } from "#app/domain/indicators/observations.store.server.ts";
import { readPlanSheet } from "#app/domain/indicators/store.server.ts";
import type { PlanChange } from "#app/domain/plan/change.rules.ts";
import { submitChange } from "#app/domain/plan/changes.store.server.ts";
import { readDesk } from "#app/domain/plan/desk.store.server.ts";
import { sharesOf } from "#app/domain/plan/desk.rules.ts";
import { assertOpen, setPeriodLock } from "#app/domain/plan/locks.store.server.ts";
import { createPlan as registerPlan } from "#app/domain/plan/plans.store.server.ts";
import { drawUpSheet } from "#app/domain/indicators/sheet.ts";
import { newId } from "#app/platform/random.ts";
import { createAttendee } from "#tests/support/builders/events.ts";
import { createIndicator, createObservation, createPlan } from "#tests/support/builders/indicators.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const NOW = "2025-06-10T03:00:00Z";
let t: TestTown;
let staff: string;
let plan: Awaited<ReturnType<typeof createPlan>>;
let indicatorId: string;
let clock = Date.parse(NOW);

beforeAll(async () => {
  t = await openTestTown({ now: NOW });
  staff = (await createAttendee(t.town, { role: "staff" })).id;
});
beforeEach(async () => {
  plan = await createPlan(t.town);
  indicatorId = (
    await createIndicator(t.town, { planId: plan.id, nodeId: plan.projectId, targets: { 2025: 100 } })
  ).id;
  await createObservation(t.town, { indicatorId, fiscalYear: 2025, value: 50, asOf: "2025-06-01" });
});
afterAll(() => t.close());

/** Every step of a test happens a minute after the one before. */
function tick(): Date {
  clock += 60_000;
  t.setNow(new Date(clock).toISOString());
  return new Date(clock);
}

const check = async (change: PlanChange, planId = plan.id) => {
  const submitted = await submitChange(t.town, { planId, actorId: staff, change, asked: { step: "check" } });
  if (!submitted.ok || submitted.state !== "preview") throw new Error(JSON.stringify(submitted));
  return submitted.preview;
};
const record = (change: PlanChange, { entryId, basis }: { entryId: string; basis: string }) => {
  tick();
  return submitChange(t.town, {
    planId: plan.id,
    actorId: staff,
    change,
    asked: { step: "record", entryId, basis },
  });
};
const carryOut = async (change: PlanChange) => record(change, await check(change));
const refusalOf = async (change: PlanChange) => {
  const submitted = await submitChange(t.town, {
    planId: plan.id,
    actorId: staff,
    change,
    asked: { step: "check" },
  });
  return submitted.ok ? null : submitted.errors;
};
const deskNow = async () => (await readDesk(t.town.database, { planId: plan.id }))!;
const sheetAs = async (knownOn: Date, asOf = "2025-06-10") =>
  drawUpSheet((await deskNow()).records, { asOf, knownOn }, () => null);
const projectsAs = async (knownOn: Date, asOf?: string) =>
  (await sheetAs(knownOn, asOf)).policies.flatMap(({ strategies }) =>
    strategies.flatMap(({ projects }) => projects),
  );

const fields = (over: Partial<Record<string, unknown>> = {}) => ({
  parentId: plan.strategyId as string | null,
  code: "1-1-2",
  title: "題1-1-2",
  description: "説明",
  object: "",
  intent: "",
  owner: "",
  weight: null,
  position: 0,
  lastFiscalYear: null,
  ...over,
});
const renamed = (title: string, effectiveFrom = 2025): PlanChange => ({
  kind: "node-changed",
  input: {
    nodeId: plan.projectId,
    effectiveFrom,
    change: "renamed",
    fields: fields({ title }),
    note: "見直し",
  },
});
const eventsOf = (subjectId: string) =>
  t.town.database.domainEvent.findMany({ where: { subjectId }, orderBy: { id: "asc" } });

describe("a change of a node", () => {
  test("shows the cells that change and nothing else, and the old sheet stays known", async () => {
    const before = tick();
    const preview = await check(renamed("新しい名前"));
    expect(preview.years.map(({ fiscalYear }) => fiscalYear)).toEqual([2025, 2026]);
    expect(preview.years[0]!.differences).toMatchObject([
      { column: "名称", before: "題1-1-2", after: "新しい名前" },
      { column: "変更の印", before: "", after: "名称変更" },
      { column: "変更の理由", before: "", after: "見直し" },
    ]);
    expect(preview.years[0]!.unchanged).toBeGreaterThan(50);
    expect(await record(renamed("新しい名前"), preview)).toMatchObject({ ok: true, state: "recorded" });
    const after = tick();
    expect((await projectsAs(after))[0]!.title).toBe("新しい名前");
    expect((await projectsAs(before))[0]!.title).toBe("題1-1-2");
    expect((await projectsAs(after, "2025-03-31"))[0]!.title).toBe("題1-1-2");
    const [event] = await eventsOf(plan.projectId);
    expect(event).toMatchObject({
      kind: "plan-node.changed",
      actorId: staff,
      data: { planId: plan.id, change: "renamed", effectiveFrom: 2025 },
    });
  });

  test("sent twice is recorded once", async () => {
    const change = renamed("一度だけ");
    const preview = await check(change);
    const [first, second] = await Promise.all([record(change, preview), record(change, preview)]);
    expect([first, second]).toMatchObject([{ state: "recorded" }, { state: "recorded" }]);
    expect((await deskNow()).records.nodes.find(({ id }) => id === plan.projectId)!.versions).toHaveLength(2);
    expect(await eventsOf(plan.projectId)).toHaveLength(1);
  });

  test("that somebody else preceded is not recorded but shown anew with what they did", async () => {
    const mine = renamed("わたしの名前");
    const preview = await check(mine);
    await carryOut(renamed("ほかの人の名前"));
    const answer = await record(mine, preview);
    expect(answer).toMatchObject({
      ok: true,
      state: "preview",
      preview: { meanwhile: [{ what: "1-1-2 ほかの人の名前:名称変更(令和7年度から)", why: "見直し" }] },
    });
    if (!answer.ok || answer.state !== "preview") throw new Error("no preview");
    expect(answer.preview.years[0]!.differences).toMatchObject([
      { before: "ほかの人の名前", after: "わたしの名前" },
    ]);
    expect(await record(mine, answer.preview)).toMatchObject({ state: "recorded" });
    expect((await projectsAs(tick()))[0]!.title).toBe("わたしの名前");
  });

  test("can be added, expanded, ended with a successor and taken back", async () => {
    const added = await carryOut({
      kind: "node-added",
      input: {
        level: "project",
        effectiveFrom: 2025,
        fields: fields({ code: "1-1-3", title: "新しい事業", position: 3 }),
        note: "新規",
      },
    });
    const successorId = added.ok && added.state === "recorded" ? added.entryId : "";
    expect((await projectsAs(tick())).map(({ code }) => code)).toEqual(["1-1-2", "1-1-3"]);
    await carryOut({
      kind: "node-ended",
      input: { nodeId: plan.projectId, change: "merged", lastFiscalYear: 2025, successorId, note: "統合" },
    });
    const held = async () =>
      (await deskNow()).records.nodes.find(({ id }) => id === plan.projectId)!.versions.at(-1)!;
    expect(await held()).toMatchObject({
      change: "merged",
      effectiveFrom: 2026,
      lastFiscalYear: 2025,
      successorId,
    });
    const versionId = (await held()).id;
    const back: PlanChange = {
      kind: "node-returned",
      input: { nodeId: plan.projectId, versionId, note: "統合をやめる" },
    };
    const preview = await check(back);
    const next = preview.years.find(({ fiscalYear }) => fiscalYear === 2026)!;
    const own = next.differences.filter(({ row }) => row === plan.projectId);
    expect(own.slice(0, 4)).toMatchObject([
      { column: "実施する年度", before: "令和7年度まで", after: "" },
      { column: "変更の印", before: "統合", after: "" },
      { column: "引き継ぐ項目", before: "1-1-3 新しい事業", after: "" },
      { column: "変更の理由", before: "統合", after: "" },
    ]);
    await record(back, preview);
    expect(await held()).toMatchObject({ change: "none", lastFiscalYear: null, successorId: null });
  });
});

describe("indicators and targets", () => {
  test("a new target set moves target, achievement and score; the old line stays", async () => {
    const before = tick();
    const change: PlanChange = {
      kind: "targets-adopted",
      input: {
        adoptedOn: "2025-06-01",
        decidedBy: "推進会議",
        reason: "実績に合わせる",
        cells: [{ indicatorId, fiscalYear: 2025, typed: "２００" }],
      },
    };
    const preview = await check(change);
    const rolled = { column: "下の項目をまとめた得点", before: "50.0%", after: "25.0%" };
    expect(preview.years[0]!.differences).toMatchObject([
      { rowLabel: "1 題1", ...rolled },
      { rowLabel: "1-1 題1-1", ...rolled },
      { rowLabel: "1-1-2 題1-1-2", column: "得点", before: "50.0%", after: "25.0%" },
      { rowLabel: "登録企業数", column: "目標", before: "100社", after: "200社" },
      { rowLabel: "登録企業数", column: "達成率", before: "50.0%", after: "25.0%" },
    ]);
    expect(await record(change, preview)).toMatchObject({ state: "recorded" });
    const sheet = (await projectsAs(tick()))[0]!.indicators[0]!;
    expect(sheet).toMatchObject({ target: { value: 200 }, achievement: { ok: true, ratio: 0.25 } });
    expect((await projectsAs(before))[0]!.indicators[0]!.target!.value).toBe(100);
    const [event] = await eventsOf(preview.entryId);
    expect(event).toMatchObject({ kind: "targets.adopted", data: { planId: plan.id, targets: 1 } });
  });

  test("a definition that changes is a new version; an ended indicator leaves the next sheet", async () => {
    const definition = {
      name: "登録企業数(製造業)",
      unit: "社",
      direction: "increase" as const,
      decimals: 0,
      aggregation: "last" as const,
      achievementMethod: "automatic" as const,
      bandLow: null,
      bandHigh: null,
      definition: "製造業だけを数える",
      numerator: "",
      denominator: "",
      unknownRule: "",
      source: "",
      measureKey: null,
      parameters: {},
    };
    const change: PlanChange = {
      kind: "indicator-changed",
      input: {
        indicatorId,
        effectiveFrom: 2025,
        fields: definition,
        breaksSeries: false,
        reason: "対象を絞る",
      },
    };
    const preview = await check(change);
    expect(preview.warnings).toEqual(["series-goes-on"]);
    expect(preview.years[0]!.differences.map(({ column }) => column)).toEqual(["指標の名称", "数え方"]);
    await record(change, preview);
    const after = tick();
    expect((await projectsAs(after))[0]!.indicators[0]!.name).toBe("登録企業数(製造業)");
    await carryOut({ kind: "indicator-ended", input: { indicatorId, lastFiscalYear: 2025, reason: "終了" } });
    expect((await projectsAs(tick(), "2026-06-01"))[0]!.indicators).toEqual([]);
    expect((await projectsAs(tick()))[0]!.indicators).toHaveLength(1);
    expect((await eventsOf(indicatorId)).map(({ kind }) => kind)).toEqual([
      "indicator.defined",
      "indicator.defined",
    ]);
  });

  test("role shares come to 100, and the last recording counts", async () => {
    const shares = (city: number) => ({
      city: { percent: city, role: "補助" },
      nationalPrefecture: { percent: 30, role: "" },
      citizensNpo: { percent: 0, role: "" },
      companies: { percent: 30, role: "採用" },
    });
    const change = (city: number): PlanChange => ({
      kind: "shares-set",
      input: { nodeId: plan.projectId, fiscalYear: 2025, shares: shares(city) },
    });
    expect(await refusalOf(change(50))).toEqual({ sum: "shares-sum:110" });
    await carryOut(change(40));
    const held = sharesOf((await deskNow()).shares, plan.projectId, 2025);
    expect(held.map(({ percent }) => percent)).toEqual([40, 30, 0, 30]);
    expect(await refusalOf(change(40))).toEqual({ form: "plan-nothing-changed" });
  });
});

describe("a closed fiscal year", () => {
  test("refuses versions, targets and figures of that year until it is opened again", async () => {
    const lock = (locked: boolean) => {
      tick();
      return setPeriodLock(t.town, {
        planId: plan.id,
        fiscalYear: 2025,
        locked,
        reason: "公表",
        actorId: staff,
      });
    };
    expect(await lock(true)).toEqual({ ok: true });
    expect(await lock(true)).toEqual({ ok: false, error: "lock-already" });
    expect(await refusalOf(renamed("だめ", 2024))).toEqual({ form: "period-locked:2025" });
    expect(await refusalOf(renamed("よい", 2026))).toBeNull();
    const entry = {
      entryId: newId(),
      indicatorId,
      fiscalYear: 2025,
      kind: "actual" as const,
      state: "final" as const,
      value: "51",
      missingReason: "",
      observedOn: "2025-06-02",
      source: "統計",
      note: "訂正",
    };
    expect(await recordObservation(t.town, { actorId: staff, entry })).toEqual({
      ok: false,
      field: "fiscalYear",
      error: "period-locked:2025",
    });
    const open = () =>
      t.town.database.$transaction((tx) => assertOpen(tx, { planId: plan.id, fiscalYear: 2025 }));
    expect(await open()).toEqual({ ok: false, error: "period-locked" });
    expect(await lock(false)).toEqual({ ok: true });
    expect(await open()).toEqual({ ok: true });
    expect(await recordObservation(t.town, { actorId: staff, entry })).toEqual({ ok: true });
    expect((await eventsOf(plan.id)).map(({ kind }) => kind)).toEqual(["period.locked", "period.unlocked"]);
  });
});

test("a new plan stands behind the others and begins empty; the same form twice makes one", async () => {
  const entry = {
    title: "比べる計画",
    firstFiscalYear: 2013,
    lastFiscalYear: 2034,
    basicPolicy: "柱",
    strategy: "施策",
    project: "事業",
    source: "試験",
    gradeSchemeId: null,
    areaId: "own",
    entryId: newId(),
  };
  const made = await registerPlan(t.town, { actorId: staff, plan: entry });
  expect(await registerPlan(t.town, { actorId: staff, plan: entry })).toEqual(made);
  expect(made).toEqual({ ok: true, planId: entry.entryId });
  expect((await readPlanSheet(t.town, { planId: entry.entryId, asOf: "2025-06-10" }))!.policies).toEqual([]);
  expect(await eventsOf(entry.entryId)).toMatchObject([{ kind: "plan.created" }]);
});
