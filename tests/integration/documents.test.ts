import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CouncilDocument, DocumentCell, DocumentKey } from "#app/domain/documents/document.rules.ts";
import { drawUpAll } from "#app/domain/documents/draw-up.ts";
import { layOut } from "#app/domain/documents/layout.rules.ts";
import type { CELL_COLUMNS } from "#app/domain/documents/machine.ts";
import { readDocumentSource } from "#app/domain/documents/store.server.ts";
import { reviseObservation } from "#tests/support/builders/corrections.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const KNOWN_ON = new Date("2025-03-10T14:59:59.999Z");
let t: TestTown;
let site: TestSite;
let staffId: string;
beforeAll(async () => {
  t = await openTestTown({ seeded: true });
  site = await openTestSite(t.town);
  staffId = (await t.town.database.user.findFirstOrThrow({ where: { role: "staff" } })).id;
});
afterAll(() => t.close());

async function papers(planId: string, asOf: string, knownOn = KNOWN_ON) {
  const source = (await readDocumentSource(t.town, { planId, cut: { asOf, knownOn } }))!;
  const { documents, relations } = drawUpAll(source);
  return { relations, paper: (key: DocumentKey) => documents.find((one) => one.key === key)! };
}

/** The texts of a line by column, found by the id of its row (with what spans it). */
function lineOf(document: CouncilDocument, id: string): Record<string, DocumentCell> {
  for (const table of document.tables) {
    const row = table.rows.find((one) => one.id === id);
    if (!row) continue;
    const head = table.rows.find((one) => one.group !== undefined && one.group === row.group);
    return { ...head?.cells, ...row.cells };
  }
  throw new Error(`no row ${id} in ${document.key}`);
}
const texts = (cells: Record<string, DocumentCell>, ...columns: string[]) =>
  columns.map((column) => cells[column]?.text);

const OWN = "ichinoseki-industry-2022";

describe("資料№1", () => {
  test.each([
    ["1-1-2-registered-companies", "167社", "B", "267社", "174社"],
    ["1-1-1-grant-establishments", "32社", "B", "30社", "16社"],
    ["1-1-7-job-cafe-placements", "57人", "B", "80人", "25人"],
    ["1-1-8-support-station-placements", "75人", "A", "50人", "71人"],
    ["1-1-14-internship-subsidy-people", "3人", "C", "30人", "1人"],
    ["1-1-15-outreach-booth-visitors", "49人", "B", "20人", "13人"],
    ["2-3-3-manufacturing-directory", "112件", "B", "120件", "112件"],
  ])("prints %s as the council read it", async (id, ...printed) => {
    const { paper } = await papers(OWN, "2025-01-31");
    const line = lineOf(paper("results"), id);
    expect(texts(line, "previous", "grade", "target", "expected")).toEqual(printed);
  });

  test("has 55 projects in 6 tables, parts that add up, and expected figures marked as such", async () => {
    const { paper, relations } = await papers(OWN, "2025-01-31");
    const results = paper("results");
    expect(results.tables).toHaveLength(6);
    const numbers = results.tables.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells["no"]?.text ?? []),
    );
    expect(numbers).toEqual(Array.from({ length: 55 }, (_, index) => String(index + 1)));
    const fair = "1-1-6-information-fair-participants";
    const parts = ["student", "guardian", "other", "company", "teacher"].map(
      (category) => lineOf(results, `${fair}/participantCategory/${category}`)["expected"]!.value,
    );
    expect([lineOf(results, fair)["expected"]!.value, ...parts]).toEqual([236, 123, 12, 0, 93, 8]);
    expect(relations.find(({ total }) => total.includes(`${fair}/expected`))!.parts).toHaveLength(5);
    const march = lineOf(results, "1-1-5-fair-participants-march")["expected"]!;
    expect([march.text, march.marker, march.value]).toEqual(["3月8日に開催", "expected", null]);
  });
});

describe("the other papers", () => {
  test("資料№2 has baseline, target, actual and achievement of the plan's indicators", async () => {
    const { paper } = await papers(OWN, "2025-01-31");
    const rate = lineOf(paper("evaluations"), "local-employment-rate");
    expect(texts(rate, "baseline", "target", "actual")).toEqual(["47.4%(R2)", "55.0%", "48.2%(R5)"]);
    expect(rate["baseline"]!.note).not.toBe("");
    const missing = lineOf(paper("evaluations"), "attracted-companies")["actual"]!;
    expect([missing.text, missing.value, missing.marker]).toEqual(["未公表", null, "missing"]);
  });

  test("資料№3 marks ended, merged, expanded and new projects", async () => {
    const { paper } = await papers(OWN, "2025-01-31");
    const { rows } = paper("nextYear").tables[0]!;
    const next = (code: string) => rows.find(({ id }) => id === `${OWN}/${code}`)!;
    expect(next("1-1-3").cells["nextYear"]!.text).toMatch(/^【廃止】/);
    expect(next("1-1-5").cells["nextYear"]!.text).toMatch(/^【統合】/);
    expect(next("1-1-21").cells["nextYear"]!.text).toMatch(/^【拡充】/);
    expect(next("1-1-22").cells["nextYear"]!.text).toMatch(/^【新規】22/);
    expect(next("1-1-22").cells["thisYear"]!.text).toBe("");
    expect([next("1-1-22").isChanged, next("1-1-1").isChanged]).toEqual([true, false]);
  });

  test("the policy sheet has weights, role shares and the six capitals", async () => {
    const { paper } = await papers("morioka-industry-2013", "2013-03-31", t.town.clock.now());
    const sheet = paper("policySheet");
    const table = (part: string) => sheet.tables.find(({ key }) => key.includes(`/${part}`))!;
    const weights = table("contribution").rows.map(({ cells }) =>
      texts(cells, "weight", "city", "nationalPrefecture", "companies"),
    );
    expect(weights[0]).toEqual(["30%", "40%", "30%", "30%"]);
    expect(weights.map(([weight]) => weight)).toEqual(["30%", "25%", "20%", "25%"]);
    const capitals = table("peers").rows.map(({ cells }) => [
      cells["area"]!.text,
      cells["year-2010"]!.value,
      cells["year-2009"]!.value,
    ]);
    expect(capitals).toContainEqual(["仙台市", 96_320, 49_816]);
    expect(capitals[0]).toEqual(["盛岡市", 10_415, 20_910]);
    expect(capitals).toHaveLength(6);
  });

  test("the yearly table has the whole series with base year and share", async () => {
    const { paper } = await papers(
      "yamagata-manufacturing",
      t.town.clock.now().toISOString().slice(0, 10),
      t.town.clock.now(),
    );
    const rows = paper("yearlyTable").tables[0]!.rows;
    const year = (fiscalYear: number) => rows.find(({ id }) => id.endsWith(`/${fiscalYear}`))!.cells;
    expect(texts(year(2013), "actual", "note")).toEqual(["8,264億円", "基準年"]);
    expect(year(2034)["target"]!.value).toBe(13_200);
    expect(texts(year(2022), "target", "actual", "rate")).toEqual(["12,900億円", "11,431億円", "88.6%"]);
  });
});

describe("a released paper", () => {
  const base = "/indicators/documents/results";

  test("reads the same on the page, as JSON, as CSV and in Excel", async () => {
    const page = await (await site.request(base)).text();
    expect(page).toContain("資料№1");
    expect(page).toContain("174社");
    expect(page).not.toContain("style=");
    const json = (await (await site.request(`${base}/json`)).json()) as {
      licence: { name: string };
      tables: { rows: { id: string; cells?: Record<string, DocumentCell> }[] }[];
    };
    expect(json.licence.name).toBe("CC BY 4.0");
    const csv = await site.request(`${base}/csv`);
    const bytes = Buffer.from(await csv.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = parse(bytes, { bom: true, columns: true }) as Record<
      (typeof CELL_COLUMNS)[number],
      string
    >[];
    const cells = json.tables.flatMap(({ rows }) =>
      rows.flatMap(({ id, cells: row }) =>
        Object.entries(row ?? {}).map(([column, { value }]) => [
          id,
          column,
          value === null ? "" : String(value),
        ]),
      ),
    );
    const fromCsv = lines.map(({ row, column, value }) => [row, column, value]);
    const sorted = (rows: unknown[][]) =>
      rows.map((row) => row.join("|")).toSorted((a, b) => a.localeCompare(b));
    expect(sorted(fromCsv)).toEqual(sorted(cells));
    const hidden = lines.filter(({ marker }) => marker === "suppressed");
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every(({ value, text }) => value === "" && text === "秘匿")).toBe(true);
  });

  test("in Excel has every figure as a number where the paper has it", async () => {
    const workbook = Buffer.from(await (await site.request(`${base}/xlsx`)).arrayBuffer());
    const rows = await readSheet(workbook);
    const { paper } = await papers(OWN, "2025-01-31");
    const table = paper("results").tables[0]!;
    const head = rows.findIndex((row) => row[0] === "No.");
    expect(rows[head]).toEqual(table.columns.map(({ label }) => label));
    const lines = layOut(table);
    const at = lines.findIndex(({ id }) => id === "1-1-2-registered-companies");
    const line = rows[head + 1 + at]!;
    expect([line[3], line[4], line[5], line[6]]).toEqual([167, "B", 267, 174]);
  });

  test("stands in the list, and words that are no paper are not found", async () => {
    const list = await (await site.request("/indicators/documents")).text();
    expect(list).toContain("/indicators/documents/nextYear?plan=");
    for (const path of [
      "/indicators/documents/nothing",
      `${base}/pdf`,
      `${base}?version=99`,
      `${base}?version=x`,
    ])
      expect((await site.request(path)).status, path).toBe(404);
  });

  test("is prepared, corrected and told about by staff", async () => {
    const ask = (path: string) => site.request(path, { userId: staffId });
    const preview = await (await ask("/staff/releases/new?asOf=2026-01-31")).text();
    expect(preview).toContain("公表しない値");
    const send = (path: string, fields: Record<string, string>) =>
      site.request(path, {
        method: "POST",
        userId: staffId,
        headers: { Origin: t.town.env.publicUrl },
        body: new URLSearchParams(fields),
      });
    const cut = { planId: OWN, asOf: "2025-01-31", knownOn: t.town.clock.now().toISOString() };
    await reviseObservation(t.town, { observationId: "employees/actual/2021", value: 10_460 });
    const { id, version } = await t.town.database.release.findFirstOrThrow({
      orderBy: { version: "desc" },
    });
    const path = `/staff/releases/${id}/correction`;
    const withoutNote = await send(path, { ...cut, basedOn: String(version), note: "", confirmed: "yes" });
    expect(withoutNote.status).toBe(400);
    const changed = await (await ask(path)).text();
    expect(changed).toContain("前の版と変わる箇所");
    const sent = await send(path, {
      ...cut,
      basedOn: String(version),
      note: "公表後に確定した値に改めました。",
      confirmed: "yes",
    });
    expect(sent.status).toBe(303);
    const corrections = await (await site.request("/indicators/corrections")).text();
    expect(corrections).toContain("公表後に確定した値に改めました。");
    expect(corrections).toMatch(/10,452人[\s\S]*10,460人/);
    const evaluations = (printed: number) =>
      site.request(`/indicators/documents/evaluations?version=${printed}`);
    expect(await (await evaluations(version)).text()).toContain("10,452人");
    expect(await (await evaluations(version + 1)).text()).toContain("10,460人");
  });

  test("is for staff only while it is a draft", async () => {
    expect((await site.request("/staff/documents/results")).status).toBe(302);
    const draft = await site.request("/staff/documents/results?asOf=2025-01-31&knownOn=2025-03-10", {
      userId: staffId,
    });
    expect(await draft.text()).toContain("内部資料");
  });
});
