import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadFacts } from "#app/analytics/facts.server.ts";
import { findMeasure } from "#app/analytics/registry.ts";
import { computeWithMembers, runMeasure } from "#app/analytics/run.server.ts";
import { recordRun, replayRun } from "#app/analytics/runs.server.ts";
import { fiscalYearOf, fiscalYearRange } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import { createPlacement } from "#tests/support/builders/employment.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const AS_OF = "2025-01-31";
const KEY = "support-station-placements";
let t: TestTown;

beforeAll(async () => {
  t = await openTestTown({ now: "2025-02-01T03:00:00Z" });
});
afterAll(() => t.close());

async function recorded(): Promise<string> {
  const facts = await loadFacts(t.town, { asOf: AS_OF });
  const found = computeWithMembers(findMeasure(KEY)!, facts, { asOf: AS_OF, knownOn: t.town.clock.now() });
  return t.town.database.$transaction((tx) => recordRun(tx, t.town, { ...found, actorId: null }));
}

describe("a calculation run", () => {
  test("gives the same number again, also after later placements and corrections", async () => {
    const wrong = await createPlacement(t.town, { startedOn: "2024-05-01" });
    await createPlacement(t.town, { startedOn: "2024-06-01" });
    const runId = await recorded();
    expect(await replayRun(t.town, runId)).toMatchObject({
      ok: true,
      same: true,
      run: {
        key: KEY,
        asOf: AS_OF,
        value: 2,
        codeVersion: expect.stringMatching(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/),
      },
    });
    t.setNow("2025-03-10T03:00:00Z");
    await createPlacement(t.town, { startedOn: "2024-07-01" });
    await t.town.database.placement.create({
      data: { ...wrong, id: newId(), correctsId: wrong.id, isVoid: true, reportedAt: t.town.clock.now() },
    });
    await createPlacement(t.town, { startedOn: "2024-08-01" });
    expect((await runMeasure(t.town, KEY, { asOf: AS_OF })).value).toBe(3);
    expect(await replayRun(t.town, runId)).toMatchObject({
      same: true,
      again: { value: 2 },
      added: [],
      gone: [],
    });
  });

  test("tells which records somebody slipped in behind its back", async () => {
    const runId = await recorded();
    t.setNow("2025-02-15T03:00:00Z");
    const late = await createPlacement(t.town, { startedOn: "2024-09-01" });
    t.setNow("2025-03-10T03:00:00Z");
    expect(await replayRun(t.town, runId)).toMatchObject({
      same: false,
      isRunAltered: false,
      run: { value: 3 },
      again: { value: 4 },
      added: [{ id: late.id, amount: 1 }],
      gone: [],
    });
  });

  test("cannot be changed, and if the database's own lock is broken the change is noticed", async () => {
    const runId = await recorded();
    const { database } = t.town;
    await expect(
      database.calculationRun.update({ where: { id: runId }, data: { value: 99 } }),
    ).rejects.toThrow(/never changed/);
    await database.$executeRaw`ALTER TABLE "CalculationRun" DISABLE TRIGGER append_only`;
    const { members } = await database.calculationRun.findUniqueOrThrow({ where: { id: runId } });
    await database.calculationRun.update({
      where: { id: runId },
      data: { members: (members as unknown[]).slice(1) as never },
    });
    await database.$executeRaw`ALTER TABLE "CalculationRun" ENABLE TRIGGER append_only`;
    const replay = await replayRun(t.town, runId);
    expect(replay).toMatchObject({ ok: true, same: false, isRunAltered: true });
    expect(replay.ok && replay.added).toHaveLength(1);
  });

  test("says so when there is none, or when the measure is gone", async () => {
    expect(await replayRun(t.town, "none")).toEqual({ ok: false, error: "unknown-run" });
    const row = await t.town.database.calculationRun.findFirstOrThrow();
    const id = newId();
    await t.town.database.calculationRun.create({
      data: { ...row, id, measureKey: "gone", parameters: {}, members: [] },
    });
    expect(await replayRun(t.town, id)).toEqual({ ok: false, error: "unknown-measure" });
  });
});

describe("distinct counts", () => {
  const days = ["2023-04-01", "2024-03-31", "2024-04-01", "2024-12-24", "2025-03-31"];
  const placement = fc.record({
    person: fc.integer({ min: 0, max: 4 }),
    day: fc.constantFrom(...days),
    void: fc.boolean(),
  });

  test("are what a plain SQL statement over all rows says, after every batch and for every day", async () => {
    const { database } = t.town;
    let batch = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(placement, { minLength: 1, maxLength: 12 }), async (rows) => {
        batch += 1;
        for (const row of rows) {
          const made = await createPlacement(t.town, {
            startedOn: row.day,
            personKey: `person-${batch % 3}-${row.person}`,
          });
          if (row.void)
            await database.placement.create({
              data: { ...made, id: newId(), correctsId: made.id, isVoid: true },
            });
        }
        for (const asOf of days) {
          const { first } = fiscalYearRange(fiscalYearOf(asOf));
          const [oracle] = await database.$queryRaw<[{ placements: number; people: number; first: number }]>`
            WITH standing AS (
              SELECT * FROM "Placement" p WHERE NOT "isVoid" AND "startedOn" <= ${asOf}::date AND "source" = 'supportStation'
                AND NOT EXISTS (SELECT 1 FROM "Placement" c WHERE c."correctsId" = p."id"))
            SELECT count(*)::int AS placements, count(DISTINCT "personKey")::int AS people,
              count(DISTINCT "personKey") FILTER (WHERE NOT EXISTS (
                SELECT 1 FROM standing e WHERE e."personKey" = s."personKey" AND e."startedOn" < ${first}::date))::int AS first
            FROM standing s WHERE "startedOn" >= ${first}::date`;
          const value = async (key: string) => (await runMeasure(t.town, key, { asOf })).value ?? 0;
          expect([
            await value("support-station-placements"),
            await value("support-station-people-placed"),
            await value("support-station-first-time-people"),
          ]).toEqual([oracle.placements, oracle.people, oracle.first]);
        }
      }),
      { numRuns: 8 },
    );
  });
});
