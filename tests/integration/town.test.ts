import { afterAll, beforeAll, expect, test } from "vitest";
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
