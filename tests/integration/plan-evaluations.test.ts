import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PlanChange } from "#app/domain/plan/change.rules.ts";
import { submitChange } from "#app/domain/plan/changes.store.server.ts";
import { readDesk } from "#app/domain/plan/desk.store.server.ts";
import type { EvaluationFields } from "#app/domain/plan/evaluation-draft.rules.ts";
import { openEvaluations } from "#app/domain/plan/evaluations.server.ts";
import { setPeriodLock } from "#app/domain/plan/locks.store.server.ts";
import { newId } from "#app/platform/random.ts";
import { createAttendee } from "#tests/support/builders/events.ts";
import { createIndicator, createObservation, createPlan } from "#tests/support/builders/indicators.ts";
import { openPage, sendForm } from "#tests/support/event-forms.ts";
import { checkChange, recordChange } from "#tests/support/plan-desk.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const NOW = "2025-03-01T03:00:00Z";
let t: TestTown;
let site: TestSite;
let one: string;
let other: string;
let plan: Awaited<ReturnType<typeof createPlan>>;
let path: string;

beforeAll(async () => {
  t = await openTestTown({ now: NOW });
  site = await openTestSite(t.town);
  one = (await createAttendee(t.town, { role: "staff" })).id;
  other = (await createAttendee(t.town, { role: "staff" })).id;
  await t.town.database.gradeScheme.create({
    data: {
      id: "grades",
      name: "A〜D",
      steps: [
        { grade: "A", from: 1, meaning: "達成" },
        { grade: "B", from: 0.6, meaning: "おおむね順調" },
        { grade: "C", from: 0.3, meaning: "やや遅れ" },
        { grade: "D", from: null, meaning: "遅れ" },
      ],
    },
  });
});
beforeEach(async () => {
  t.setNow(NOW);
  plan = await createPlan(t.town);
  await t.town.database.plan.update({ where: { id: plan.id }, data: { gradeSchemeId: "grades" } });
  const { id } = await createIndicator(t.town, {
    planId: plan.id,
    nodeId: plan.projectId,
    targets: { 2024: 100 },
  });
  await createObservation(t.town, { indicatorId: id, fiscalYear: 2024, value: 65, asOf: "2025-01-31" });
  // It has a target and no figure yet, so it takes part in the coverage and not in the score.
  await createIndicator(t.town, {
    planId: plan.id,
    nodeId: plan.projectId,
    name: "件数",
    unit: "件",
    targets: { 2024: 10 },
  });
  path = `/staff/plan/evaluations/${plan.projectId}?year=2024`;
});
afterAll(() => t.close());

const typed = (over: Record<string, string> = {}) => ({
  seen: "0",
  grade: "B",
  gradeReason: "",
  results: "登録が増えた。",
  issues: "周知が足りない。",
  pushingFactors: "",
  gapFactors: "",
  futureDirection: "continue",
  nextYearNote: "",
  ...over,
});
const rows = () =>
  t.town.database.evaluation.findMany({
    where: { nodeId: plan.projectId, fiscalYear: 2024 },
    orderBy: { revision: "asc" },
  });

describe("an evaluation", () => {
  test("shows score, coverage and computed grade, and is recorded after a look at what changes", async () => {
    const page = await openPage(site, path, one);
    expect(page.text).toContain("65.0%");
    expect(page.text).toContain("50.0%");
    const preview = await checkChange(site, path, typed(), one);
    expect(preview.status).toBe(200);
    expect(preview.text).toContain("まだ記録していません");
    expect(preview.text).toContain("登録が増えた。");
    expect(await rows()).toEqual([]);
    const recorded = await sendForm(site, path, preview.fields, one);
    expect(recorded.status).toBe(303);
    expect(await rows()).toMatchObject([
      { revision: 1, grade: "B", computedGrade: "B", recordedById: one, gradeReason: "" },
    ]);
    const [row] = await rows();
    expect([row!.computedScore!.toNumber(), row!.coverage!.toNumber()]).toEqual([0.65, 0.5]);
    const again = await sendForm(site, path, preview.fields, one);
    expect(again.status).toBe(303);
    expect(await rows()).toHaveLength(1);
    expect(
      await t.town.database.domainEvent.findMany({ where: { subjectId: plan.projectId } }),
    ).toMatchObject([{ kind: "evaluation.recorded", data: { fiscalYear: 2024, revision: 1 } }]);
  });

  test("with another grade than the computed one asks for the reason beside the field and keeps the rest", async () => {
    const refused = await sendForm(site, path, { ...typed({ grade: "A" }), step: "check" }, one);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain("計算上の評価はBです");
    expect(refused.text).toContain('id="gradeReason-error"');
    expect(refused.text).toContain("登録が増えた。");
    const given = typed({ grade: "A", gradeReason: "閲覧が3倍になった。" });
    expect((await recordChange(site, path, given, one)).status).toBe(303);
    expect(await rows()).toMatchObject([
      { grade: "A", computedGrade: "B", gradeReason: "閲覧が3倍になった。" },
    ]);
  });

  test("that two people write at once tells the second, shows both texts and loses nothing", async () => {
    const mine = await checkChange(site, path, typed({ results: "わたしの成果" }), one);
    expect((await recordChange(site, path, typed({ results: "ほかの人の成果" }), other)).status).toBe(303);
    const told = await sendForm(site, path, mine.fields, one);
    expect(told.status).toBe(409);
    expect(told.text).toContain("ほかの職員がこの評価を記録しました");
    expect(told.text).toContain("ほかの人の成果");
    expect(told.text).toContain("わたしの成果");
    expect(told.text).toContain('name="seen" value="1"');
    const merged = typed({ seen: "1", results: "ほかの人の成果とわたしの成果" });
    expect((await recordChange(site, path, merged, one)).status).toBe(303);
    expect((await rows()).map(({ revision, results }) => [revision, results])).toEqual([
      [1, "ほかの人の成果"],
      [2, "ほかの人の成果とわたしの成果"],
    ]);
    expect((await openPage(site, path, one)).text).toContain("第2版");
  });

  test("keeps the revision that the writer saw when another error comes first", async () => {
    expect((await recordChange(site, path, typed({ results: "ほかの人の成果" }), other)).status).toBe(303);
    const long = await sendForm(site, path, { ...typed({ results: "あ".repeat(4001) }), step: "check" }, one);
    expect(long.status).toBe(400);
    expect(long.text).toContain('name="seen" value="0"');
  });

  test("of a closed year is refused with the way out", async () => {
    await setPeriodLock(t.town, {
      planId: plan.id,
      fiscalYear: 2024,
      locked: true,
      reason: "公表",
      actorId: one,
    });
    expect((await openPage(site, path, one)).text).toContain("令和6年度は締めてあります");
    const refused = await sendForm(site, path, { ...typed(), step: "check" }, one);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("「年度の締め」で理由を書いて開け");
    expect(await rows()).toEqual([]);
  });

  test("is for staff only", async () => {
    for (const role of ["student", "teacher", "company"] as const) {
      const id = (await createAttendee(t.town, { role })).id;
      expect((await openPage(site, path, id)).status).toBe(403);
      expect((await sendForm(site, path, typed(), id)).status).toBe(403);
    }
    expect((await sendForm(site, path, typed())).status).toBe(401);
  });
});

test("the list says who lacks a grade, with the computed grade beside it", async () => {
  const list = `/staff/plan/evaluations?plan=${plan.id}&year=2024`;
  expect((await openPage(site, list, one)).text).toContain("1件の自己評価がまだです");
  await recordChange(site, path, typed({ grade: "C", gradeReason: "人手が足りない" }), one);
  const done = await openPage(site, list, one);
  expect(done.text).toContain("すべてに自己評価があります");
  expect(done.text).toContain("計算と異なる");
});

test("of many who record the same revision at once exactly one does", async () => {
  const desk = (await readDesk(t.town.database, { planId: plan.id }))!;
  const opened = await openEvaluations(t.town, { desk, fiscalYear: 2024 });
  const fields: EvaluationFields = {
    grade: "B",
    gradeReason: "",
    results: "",
    issues: "",
    pushingFactors: "",
    gapFactors: "",
    futureDirection: null,
    nextYearNote: "",
  };
  const computed = opened.scores.get(plan.projectId)!;
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => {
      const change: PlanChange = {
        kind: "evaluated",
        input: {
          nodeId: plan.projectId,
          fiscalYear: 2024,
          seen: 0,
          fields: { ...fields, results: `成果${index}` },
          computed,
        },
      };
      const asked = { step: "record", entryId: newId(), basis: "0.0.0.0.0" } as const;
      return submitChange(t.town, { planId: plan.id, actorId: one, change, asked });
    }),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter(({ ok }) => !ok)).toMatchObject(
    Array.from({ length: 7 }, () => ({ errors: { form: "evaluation-changed" } })),
  );
  expect(await rows()).toHaveLength(1);
});
