import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPlan } from "#app/domain/indicators/store.server.ts";
import { addDays } from "#app/platform/calendar.ts";
import { createAccountWithPassword } from "#tests/support/builders/accounts.ts";
import { createPlacement } from "#tests/support/builders/employment.ts";
import { readableText } from "#tests/support/readable-text.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

// A curious neighbour with a script, against the demo town: every public address about the plan, with every day that a
// visitor is offered and some that nobody offers, in every form.
const AS_OF = "2025-01-31";
const FEW_PEOPLE = "1-1-12-training-subsidy-young-people";
let t: TestTown;
let site: TestSite;
let staffId: string;

beforeAll(async () => {
  t = await openTestTown({ seeded: true });
  site = await openTestSite(t.town);
  staffId = (await createAccountWithPassword(t.town, { role: "staff" })).id;
});
afterAll(() => t.close());

type Row = { indicatorId: string; kind: string; fiscalYear: number; value: number | null; marker: string };
type Body = { asOf: string; knownOn: string | null; figures: Row[] };

async function read(path: string, userId?: string): Promise<string> {
  const response = await site.request(path, { userId });
  expect(response.status, path).toBe(200);
  return response.text();
}
const json = async (query: string, userId?: string) =>
  JSON.parse(await read(`/indicators.json${query}`, userId)) as Body;
const mainOf = (html: string) => readableText(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "");

/** The states of the plan to which its page leads a visitor. */
async function offeredStates(): Promise<string[]> {
  const html = await read("/indicators");
  const links = [...html.matchAll(/href="\/indicators(\?asOf=[^"]*)"/g)].map(([, query]) =>
    query!.replaceAll("&amp;", "&"),
  );
  return [...new Set(["", ...links])];
}

describe("the days that a visitor can choose", () => {
  test("are the released ones and today; a day between two of them, or another moment of knowing, is not shown", async () => {
    const states = await offeredStates();
    expect(states).toContain("?asOf=today");
    expect(states.length).toBeGreaterThanOrEqual(3);
    const released = await json("");
    for (const day of [-400, -30, -1, 1, 30, 59, 200].map((days) => addDays(AS_OF, days)))
      expect(await json(`?asOf=${day}`), day).toEqual(released);
    for (const moment of ["2024-12-01", "2025-03-09", "2025-02-01T00:00:00.001Z", "2025-06-30"]) {
      const body = await json(`?asOf=2024-11-30&knownOn=${moment}`);
      expect(body, moment).toEqual(released);
    }
    const page = mainOf(await read("/indicators?asOf=2024-11-30"));
    expect(page).toContain("その日の値は公表していません。");
    expect((await json("?asOf=2024-11-30", staffId)).asOf).toBe("2024-11-30");
  });

  test("give the released papers' own state, the corrected one without being asked", async () => {
    const [first, second] = await t.town.database.release.findMany({ orderBy: { version: "asc" } });
    expect((await json("")).knownOn).toBe(second!.knownOn.toISOString());
    expect((await json(`?asOf=${AS_OF}&knownOn=2025-03-10`)).knownOn).toBe(first!.knownOn.toISOString());
    // The links of the papers name the day.
    expect(mainOf(await read(`/indicators?asOf=${AS_OF}&knownOn=2025-03-10`))).toContain("第1版");
  });

  test("do not let what staff see reach a shared cache", async () => {
    const staff = await site.request(`/indicators.json?asOf=2024-11-30`, { userId: staffId });
    expect(staff.headers.get("Cache-Control")).toContain("no-store");
    const table = await site.request(`/indicators.csv?asOf=2024-11-30`, { userId: staffId });
    expect(table.headers.get("Cache-Control")).toContain("no-store");
  });
});

describe("a hidden figure", () => {
  test("stands nowhere: not as a value, in words, in a chart, a table, a file or another figure's page", async () => {
    const plan = (await openPlan(t.town))!;
    const truth = plan.indicator(FEW_PEOPLE, AS_OF)!;
    expect(truth.line.actual.value).toBe(2);
    const rows = await t.town.database.indicator.findMany({ where: { planId: truth.plan.id } });
    for (const state of await offeredStates()) {
      const body = await json(state);
      const hidden = body.figures.filter(({ marker, value }) => marker === "missing" && value === null);
      expect(hidden.map(({ indicatorId }) => indicatorId)).toContain(FEW_PEOPLE);
      const csv = await read(`/indicators.csv${state}`);
      const table = parse(csv, { bom: true });
      expect(table.length - 1).toBe(body.figures.length);
      const written = table.slice(1).map((cells) => [cells[7], cells[10], cells[12]]);
      const given = body.figures.map((row) => [
        row.indicatorId,
        String(row.fiscalYear),
        row.value === null ? "" : String(row.value),
      ]);
      expect(written).toEqual(given);
    }
    for (const { id } of rows) {
      const text = mainOf(await read(`/indicators/${id}`));
      const isOfProject = id.startsWith("1-1-12");
      if (isOfProject) expect(text, id).not.toMatch(/(?<![\d.,])2[人社]/);
      if (id.startsWith("1-1-14")) expect(text, id).not.toMatch(/(?<![\d.,])[13][人社]/);
      if (id.startsWith("1-1-15")) expect(text, id).not.toMatch(/(?<![\d.,])(2|6)人/);
      if (id.startsWith("2-3-8")) expect(text, id).not.toMatch(/大学生1人/);
    }
  });

  test("is not told by how many indicators reached their target", async () => {
    const text = mainOf(await read("/indicators"));
    const [, all, reached, missed, left] =
      /指標(\d+)件のうち、目標に届いたのは(\d+)件、届いていないのは(\d+)件です\(残りの(\d+)件/
        .exec(text)!
        .map(Number);
    const lines = (await json("")).figures.filter(({ kind }) => kind === "achievement");
    expect(reached! + missed! + left!).toBe(all);
    const hidden = new Set(
      (await json("")).figures
        .filter(({ kind, marker }) => kind === "achievement" && marker === "missing")
        .map(({ indicatorId }) => indicatorId),
    );
    expect(hidden.has(FEW_PEOPLE)).toBe(true);
    expect(lines.length).toBeGreaterThan(all!);
    const folded = [...text.matchAll(/比べられる指標(\d+)件のうち(\d+)件が目標に到達/g)];
    const sum = (at: 1 | 2) => folded.reduce((total, match) => total + Number(match[at]), 0);
    expect([sum(1), sum(2)]).toEqual([reached! + missed!, reached!]);
  });
});

describe("the records behind a figure", () => {
  const PLACEMENTS = "/staff/indicators/1-1-8-support-station-placements/records?asOf=2025-01-31";
  const listings = () =>
    t.town.database.domainEvent.findMany({ where: { kind: "indicator.records-listed" } });

  test("about single people leave an entry of who looked, without naming them; companies leave none", async () => {
    await read(PLACEMENTS, staffId);
    await read("/staff/indicators/1-1-2-registered-companies/records?asOf=2025-01-31", staffId);
    expect(await listings()).toMatchObject([
      {
        subjectId: "1-1-8-support-station-placements",
        actorId: staffId,
        data: { asOf: AS_OF, page: 1, records: 50 },
      },
    ]);
  });

  test("are closed to visitors, whatever the address asks for", async () => {
    const answer = await site.request(PLACEMENTS);
    expect(answer.status).toBe(302);
    expect(await listings()).toHaveLength(1);
  });
});

describe("the plans of other places", () => {
  test("are named beside the own one, and their figures say whose they are", async () => {
    expect(mainOf(await read("/indicators"))).toContain("ほかの自治体の計画と見比べる");
    const figure = mainOf(await read("/indicators/morioka-shipments"));
    expect(figure).toContain("盛岡市の「盛岡市 施策達成度評価シート(工業の振興)」の指標です。");
    expect(figure).toContain("本市の値ではありません。");
    expect(mainOf(await read("/indicators/employees"))).not.toContain("本市の値ではありません。");
  });
});

describe("the figures of today", () => {
  const numbers = async () => {
    const body = await json("?asOf=today");
    return new Map(
      body.figures.map((row) => [`${row.indicatorId} ${row.kind} ${row.fiscalYear}`, row.value]),
    );
  };

  test("do not change by one person: what one more record does shows nowhere, or as a step of five", async () => {
    const today = (await openPlan(t.town))!.dates.today;
    const pages = ["1-1-8-support-station-placements", "1-1-7-job-cafe-placements"].map(
      (id) => `/indicators/${id}?asOf=today`,
    );
    const before = await numbers();
    const texts = await Promise.all(pages.map(async (page) => mainOf(await read(page))));
    for (let people = 1; people <= 6; people++) {
      await createPlacement(t.town, { startedOn: addDays(today, -1), source: "supportStation" });
      const after = await numbers();
      for (const [name, value] of after) {
        const was = before.get(name) ?? null;
        if (was === value || name.includes("achievement")) continue;
        expect(Math.abs((value ?? 0) - (was ?? 0)), name).toBeGreaterThanOrEqual(5);
      }
    }
    const changed = await Promise.all(pages.map(async (page) => mainOf(await read(page))));
    expect(changed[1]).toBe(texts[1]);
    expect(changed[0]).not.toContain("内訳 ");
    expect(changed[0]).not.toContain("年度末の予測");
    expect(changed[0]).not.toMatch(/件の記録/);
    const held = await json("");
    expect(
      held.figures.find(
        ({ indicatorId, kind }) => indicatorId === "1-1-8-support-station-placements" && kind === "actual",
      )!.value,
    ).toBe(71);
  });
});
