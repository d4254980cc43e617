import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createLog } from "#app/platform/log.server.ts";
import { createEmbeddedSearch } from "#search/embedded.ts";
import type { SearchEngine } from "#search/engine.ts";
import { sampleDocuments } from "#search/fixtures.ts";
import { createGuardedSearch } from "#search/guarded.ts";
import { createMeilisearchSearch } from "#search/meilisearch.ts";
import { ADMIN_KEY, FakeMeilisearch, type Fault, SEARCH_KEY } from "#tests/support/fake-meilisearch.ts";

const LIMIT_MS = 150;
const PAUSE_MS = 200;
const FAILURES = 3;
/** What a loaded machine may add to a wait. */
const SLACK_MS = 250;

let fake: FakeMeilisearch;
let primary: SearchEngine;
let fallback: SearchEngine;
let search: SearchEngine;
let lines: string[];

beforeEach(async () => {
  fake = await new FakeMeilisearch().start();
  primary = createMeilisearchSearch({
    url: fake.url,
    adminKey: ADMIN_KEY,
    searchKey: SEARCH_KEY,
    requestLimitMs: 400,
    taskLimitMs: 400,
    taskIntervalMs: 2,
  });
  fallback = createEmbeddedSearch();
  lines = [];
  search = createGuardedSearch({
    primary,
    fallback,
    isComplete: () => true,
    log: createLog("info", { write: (line) => void lines.push(line) }),
    now: () => new Date(),
    limitMs: LIMIT_MS,
    failures: FAILURES,
    pauseMs: PAUSE_MS,
  });
  await search.replaceAll(sampleDocuments());
  fake.requests.length = 0;
});
afterEach(async () => {
  await search.close();
  await fake.stop();
});

const find = async (text = "豆腐") => {
  const started = performance.now();
  const { hits } = await search.search({ text, page: 1, pageSize: 5 });
  return { first: hits[0]?.name, tookMs: performance.now() - started };
};
const searches = () => fake.requests.filter(({ path }) => path === "/multi-search").length;
const breakSearches = (fault: Fault | undefined) => {
  fake.fault = ({ path }) => (path === "/multi-search" ? fault : undefined);
};
const error = (code: string) => JSON.stringify({ message: code, code, type: "internal", link: "https://x" });

const FAULTS: [name: string, fault: Fault, code: string][] = [
  ["no answer at all", { kind: "silence" }, "time-limit"],
  ["a broken connection", { kind: "reset" }, "ECONNRESET"],
  ["a slow answer", { kind: "slow", ms: LIMIT_MS * 4 }, "time-limit"],
  ["an internal error", { kind: "answer", status: 500, body: error("internal") }, "internal"],
  ["a refused key", { kind: "answer", status: 403, body: error("invalid_api_key") }, "invalid_api_key"],
  ["a missing index", { kind: "answer", status: 404, body: error("index_not_found") }, "index_not_found"],
  ["too many requests", { kind: "answer", status: 503, body: "<html>busy</html>" }, "SyntaxError"],
  ["an answer that is no JSON", { kind: "answer", status: 200, body: '{"results": [' }, "SyntaxError"],
  ["an answer of another form", { kind: "answer", status: 200, body: '{"results": null}' }, "TypeError"],
  [
    "an answer with too little in it",
    { kind: "answer", status: 200, body: '{"results": [{}]}' },
    "TypeError",
  ],
];

describe("a search that meets", () => {
  test.each(FAULTS)(
    "%s is answered by the index of the process within the time limit",
    async (_, fault, code) => {
      breakSearches(fault);
      const { first, tookMs } = await find();
      expect(first).toBe("いわせ豆腐工房");
      expect(tookMs).toBeLessThan(LIMIT_MS + SLACK_MS);
      expect(search.guard!().lastFailure?.code).toBe(code);
      expect(search.guard!().fallbacks).toBe(1);
    },
  );
});

describe("the breaker", () => {
  test("opens after failures in a row, spares the server, tries it once and closes when it answers", async () => {
    breakSearches({ kind: "silence" });
    for (let round = 0; round < FAILURES; round++) await find();
    expect(search.guard!().state).toBe("open");
    const asked = searches();
    const whileOpen = await Promise.all(Array.from({ length: 20 }, () => find()));
    expect(searches()).toBe(asked);
    expect(Math.max(...whileOpen.map(({ tookMs }) => tookMs))).toBeLessThan(LIMIT_MS);

    await wait(PAUSE_MS + 20);
    const [trying, ...others] = await Promise.all(Array.from({ length: 10 }, () => find()));
    expect(searches()).toBe(asked + 1);
    expect(new Set([trying!, ...others].map(({ first }) => first))).toEqual(new Set(["いわせ豆腐工房"]));
    expect(search.guard!().state).toBe("open");

    breakSearches(undefined);
    await wait(2 * PAUSE_MS + 20);
    await find();
    expect(search.guard!().state).toBe("closed");
    const { fallbacks } = search.guard!();
    expect((await find()).first).toBe("いわせ豆腐工房");
    expect(search.guard!().fallbacks).toBe(fallbacks);
  });

  test("stays closed where one query is refused, and the log holds nothing that was typed", async () => {
    breakSearches({ kind: "answer", status: 400, body: error("invalid_search_filter") });
    for (let round = 0; round < 2 * FAILURES; round++) await find("ひみつの言葉");
    expect(search.guard!().state).toBe("closed");
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join()).not.toContain("ひみつ");
  });
});

describe("a write", () => {
  const tofu = () => ({ ...sampleDocuments().find(({ name }) => name === "いわせ豆腐工房")!, version: 2 });

  test("that the server refuses or does not finish is thrown; the index of the process has it already", async () => {
    fake.failing = ["invalid_document_fields"];
    await expect(search.upsert([tofu()])).rejects.toMatchObject({ code: "invalid_document_fields" });
    expect(await held(fallback, tofu().id)).toBe(2);
    expect(fake.versions().get(tofu().id)).toBe(1);
    fake.isStalled = true;
    await expect(search.upsert([tofu()])).rejects.toThrow();
    fake.isStalled = false;
    await search.upsert([tofu()]);
    expect(fake.versions().get(tofu().id)).toBe(2);
  });

  test.each(FAULTS.filter(([, { kind }]) => kind !== "slow"))("that meets %s is thrown", async (_, fault) => {
    fake.fault = ({ method, path }) => (method === "POST" && path.endsWith("/documents") ? fault : undefined);
    await expect(search.upsert([tofu()])).rejects.toThrow();
    fake.fault = () => undefined;
    await search.upsert([tofu()]);
    expect(fake.versions().get(tofu().id)).toBe(2);
  });

  test("that is late does not undo a newer one, nor a removal", async () => {
    await search.upsert([{ ...tofu(), version: 7 }]);
    await search.upsert([tofu()]);
    expect(fake.versions().get(tofu().id)).toBe(7);
    await search.remove([{ id: tofu().id, version: 9 }]);
    await search.upsert([{ ...tofu(), version: 8 }]);
    expect(fake.versions().has(tofu().id)).toBe(false);
    expect((await find()).first).toBeUndefined();
  });
});

describe("a rebuild", () => {
  test("that fails on the way leaves the searched index as it was and nothing behind", async () => {
    fake.failing = ["index_creation_failed"];
    await expect(primary.replaceAll(sampleDocuments().slice(0, 3))).rejects.toThrow();
    expect(fake.versions().size).toBe(sampleDocuments().length);
    expect(fake.indexes.size).toBe(1);
  });

  test("is swapped in only when it is complete", async () => {
    const counts: number[] = [];
    fake.fault = () => {
      counts.push(fake.versions().size);
      return undefined;
    };
    await primary.replaceAll(sampleDocuments().slice(0, 3));
    expect(new Set(counts)).toEqual(new Set([sampleDocuments().length, 3]));
    expect(fake.indexes.size).toBe(1);
  });
});

describe("the server", () => {
  test("is searched with the key that may search only, and its settings are written once", async () => {
    await find();
    expect(fake.requests.filter(({ path }) => path === "/multi-search").map(({ key }) => key)).toEqual(
      Array.from({ length: searches() }, () => SEARCH_KEY),
    );
    const again = createMeilisearchSearch({ url: fake.url, adminKey: ADMIN_KEY, taskIntervalMs: 2 });
    fake.requests.length = 0;
    expect(await again.count()).toBe(sampleDocuments().length);
    expect(fake.requests.filter(({ method }) => method === "PATCH")).toEqual([]);
  });

  test("is told that every text is Japanese, in its settings and with every query", async () => {
    await find();
    const [index] = fake.indexes.values();
    expect(index!.settings["localizedAttributes"]).toEqual([{ attributePatterns: ["*"], locales: ["jpn"] }]);
    const asked = fake.requests.flatMap(({ path, body }) =>
      path === "/multi-search" ? (body as { queries: { locales: string[] }[] }).queries : [],
    );
    expect(asked.length).toBeGreaterThan(0);
    for (const { locales } of asked) expect(locales).toEqual(["jpn"]);
  });
});

async function held(engine: SearchEngine, id: string): Promise<number | undefined> {
  for await (const one of engine.versions()) if (one.id === id) return one.version;
  return undefined;
}
