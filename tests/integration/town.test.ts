import { afterAll, beforeAll, expect, test } from "vitest";
import type { Prisma } from "#generated/prisma/client.ts";
import { createPlacement } from "#tests/support/builders/employment.ts";
import { createAttendee } from "#tests/support/builders/events.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
beforeAll(async () => {
  t = await openTestTown();
});
afterAll(() => t.close());

test("rows of the append-only tables cannot be changed", async () => {
  const row = await t.town.database.domainEvent.create({
    data: { kind: "company.published", subjectId: "c1", occurredAt: new Date(), data: {} },
  });
  await expect(
    t.town.database.domainEvent.update({ where: { id: row.id }, data: { subjectId: "c2" } }),
  ).rejects.toThrow(/never changed/);
});

test("a placement keeps what was reported of it; only its account and pseudonym end with a consent", async () => {
  const { database } = t.town;
  const { id: userId } = await createAttendee(t.town);
  const { id } = await createPlacement(t.town, { startedOn: "2024-10-01", userId });
  const change = (data: Prisma.PlacementUncheckedUpdateInput) =>
    database.placement.update({ where: { id }, data });
  await expect(change({ startedOn: new Date("2024-11-01") })).rejects.toThrow(/corrected by new rows/);
  await expect(database.placement.delete({ where: { id } })).rejects.toThrow(/corrected by new rows/);
  expect(await change({ userId: null, personKey: "another" })).toMatchObject({ userId: null });
  await expect(change({ userId })).rejects.toThrow(/corrected by new rows/);
});

test("a job that is added in a transaction which fails does not exist", async () => {
  const { town } = t;
  await expect(
    town.database.$transaction(async (tx) => {
      await town.jobs.enqueue(tx, "search.update", { documents: ["company:nobody"] });
      throw new Error("the fact failed");
    }),
  ).rejects.toThrow("the fact failed");
  expect(await t.runWaitingJobs()).toBe(0);
});
