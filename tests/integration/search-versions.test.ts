import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepSearchFresh } from "#app/domain/matching/freshness.server.ts";
import { bringDocuments, updateSearch } from "#app/domain/matching/store.server.ts";
import { queueSearchUpdate, raiseVersions, versionsOf } from "#app/domain/matching/versions.store.server.ts";
import type { Handlers } from "#app/platform/jobs.server.ts";
import { JOB_NAMES, type JobCatalogue } from "#app/town.ts";
import type { SearchDocument } from "#search/definition.ts";
import { createEmbeddedSearch } from "#search/embedded.ts";
import type { SearchEngine } from "#search/engine.ts";
import { createCompany, createInternship } from "#tests/support/builders/companies.ts";
import { driftOf, setListed, touch } from "#tests/support/builders/search.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
beforeAll(async () => {
  t = await openTestTown({ now: "2026-06-01T03:00:00Z" });
});
afterAll(() => t.close());

const versionOf = async (document: string) => (await versionsOf(t.town, [document])).get(document)!;

/** An index that keeps whatever comes last: the worst that several processes can meet. */
function carelessIndex() {
  const held = new Map<string, number>();
  const engine: SearchEngine = {
    ...createEmbeddedSearch(),
    upsert: async (documents: readonly SearchDocument[]) => {
      for (const { id, version } of documents) held.set(id, version);
    },
    remove: async (removals) => {
      for (const { id } of removals) held.delete(id);
    },
  };
  return { held, engine };
}

describe("the version of a document", () => {
  test("grows over all documents with every change, also for those that only show the changed record", async () => {
    const company = await createCompany(t.town, {});
    const internship = await createInternship(t.town, { companyId: company.id });
    const own = [`company:${company.id}`, `internship:${internship.id}`];
    const seen: number[] = [];
    for (const change of [
      { kind: "company", id: company.id },
      { kind: "internship", id: internship.id },
      { kind: "company", id: company.id },
    ] as const) {
      await touch(t.town, change);
      const [first, second] = await Promise.all(own.map(versionOf));
      expect(first).toBe(second);
      seen.push(first!);
    }
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(new Set(seen).size).toBe(3);
  });

  test("does not grow where the change was taken back", async () => {
    const company = await createCompany(t.town, {});
    const failing = t.town.database.$transaction(async (tx) => {
      await queueSearchUpdate(tx, t.town, { kind: "company", id: company.id });
      throw new Error("the fact failed");
    });
    await expect(failing).rejects.toThrow("the fact failed");
    expect(await versionOf(`company:${company.id}`)).toBe(0);
    await touch(t.town, { kind: "company", id: company.id });
  });

  test("is another one after each of many parallel changes of one record", async () => {
    const company = await createCompany(t.town, {});
    const before = await versionOf(`company:${company.id}`);
    await Promise.all(Array.from({ length: 12 }, () => touch(t.town, { kind: "company", id: company.id })));
    expect(await versionOf(`company:${company.id}`)).toBeGreaterThanOrEqual(before + 12);
    await t.runWaitingJobs();
    expect(await driftOf(t.town)).toEqual({ embedded: 0 });
  });
});

describe("what the index holds is what the database says", () => {
  test("after publications and withdrawals that race each other", async () => {
    const companies = await Promise.all(Array.from({ length: 4 }, () => createCompany(t.town, {})));
    for (const { id } of companies) await touch(t.town, { kind: "company", id });
    const race = companies.flatMap(({ id: companyId }, at) =>
      [true, false, true, at % 2 === 0].map((isListed) => setListed(t.town, { companyId, isListed })),
    );
    const draining = (async () => {
      for (let round = 0; round < 3; round++) await t.runWaitingJobs();
    })();
    await Promise.all([...race, draining]);
    await t.runWaitingJobs();
    expect(await driftOf(t.town)).toEqual({ embedded: 0 });
  });

  test("after an update that was read before a withdrawal and arrives after it", async () => {
    const company = await createCompany(t.town, {});
    await touch(t.town, { kind: "company", id: company.id });
    const id = `company:${company.id}`;
    const { held, engine } = carelessIndex();
    let release = () => {};
    const held1 = new Promise<void>((resolve) => (release = resolve));
    let reached = () => {};
    const waiting = new Promise<void>((resolve) => (reached = resolve));
    const slow: SearchEngine = {
      ...engine,
      upsert: async (documents) => {
        reached();
        await held1;
        await engine.upsert(documents);
      },
    };
    const late = bringDocuments(t.town, slow, [id]);
    await waiting;
    await setListed(t.town, { companyId: company.id, isListed: false });
    await bringDocuments(t.town, engine, [id]);
    expect(held.has(id)).toBe(false);
    release();
    await late;
    expect(held.has(id)).toBe(false);
  });

  test("after the index lost documents, kept removed ones or is ahead of a restored database", async () => {
    const [lost, kept, ahead] = await Promise.all([1, 2, 3].map(() => createCompany(t.town, {})));
    const freshness = keepSearchFresh(t.town);
    await freshness.check();
    const { search } = t.town;
    await search.remove([{ id: `company:${lost!.id}`, version: 900 }]);
    await t.town.database.company.update({
      where: { id: kept!.id },
      data: { withdrawnAt: t.town.clock.now() },
    });
    await touch(t.town, { kind: "company", id: ahead!.id });
    await t.runWaitingJobs();
    const held: SearchDocument = {
      ...(await search.search({ text: "", page: 1, pageSize: 1 })).hits[0]!,
      id: `company:${ahead!.id}`,
      version: 5_000,
      nameKana: "",
      aliases: [],
      industryCode: "",
      industryWords: [],
      products: [],
      technologies: [],
      benefits: [],
      certifications: [],
      departments: [],
      employeeCount: null,
      openInternships: 0,
      openEvents: 0,
      description: "",
      updatedAt: "",
    };
    await search.upsert([held]);
    expect((await driftOf(t.town))["embedded"]).toBe(3);
    await freshness.check();
    await freshness.check();
    expect(await driftOf(t.town)).toEqual({ embedded: 0 });
    expect(await versionOf(`company:${ahead!.id}`)).toBeGreaterThan(5_000);
  });

  test("a bound from outside raises a version above it", async () => {
    const id = "event:nowhere";
    await raiseVersions(t.town.database, { documents: [id], at: t.town.clock.now(), above: 70_000 });
    expect(await versionOf(id)).toBe(70_001);
  });

  test("within two seconds of a withdrawal while the workers run", async () => {
    const company = await createCompany(t.town, {});
    await touch(t.town, { kind: "company", id: company.id });
    await t.runWaitingJobs();
    const before = await t.town.search.count();
    const handlers: object = Object.fromEntries(JOB_NAMES.map((name) => [name, async () => {}]));
    await t.town.jobs.work({
      ...(handlers as Handlers<JobCatalogue>),
      "search.update": (change) => updateSearch(t.town, change),
    });
    await setListed(t.town, { companyId: company.id, isListed: false });
    await expect.poll(() => t.town.search.count(), { timeout: 2_000, interval: 10 }).toBe(before - 1);
  });
});
