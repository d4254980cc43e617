import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { EVENT_TABLES, eventTableHeader } from "#app/domain/open-data/event-columns.ts";
import { validateEventTable } from "#app/domain/open-data/event-validation.ts";
import { readEventTable } from "#app/domain/open-data/events.store.server.ts";
import { createEvent } from "#tests/support/builders/events.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
beforeAll(async () => {
  t = await openTestTown({ seeded: true });
  site = await openTestSite(t.town);
});
afterAll(() => t.close());

/** The table as somebody else's program reads it. */
async function readTable(query = ""): Promise<string[][]> {
  const response = await site.request(`/events.csv${query}`);
  expect(response.status).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = new TextDecoder(query.includes("cp932") ? "shift_jis" : "utf-8").decode(bytes);
  return parse(text);
}

const column = (rows: string[][], header: string) => {
  const at = rows[0]!.indexOf(header);
  return rows.slice(1).map((row) => row[at]!);
};
const rowOf = (rows: string[][], id: string) => {
  const row = rows.find((cells) => cells.some((cell) => cell.endsWith(`/events/${id}`)))!;
  return Object.fromEntries(rows[0]!.map((header, index) => [header, row[index]!]));
};

describe("the standard table of events", () => {
  test("of the demo town is right in every cell by its column map", async () => {
    const rows = await readTable();
    expect(rows.length).toBeGreaterThan(20);
    expect(validateEventTable("1", rows)).toEqual([]);
    expect(rows[0]).toEqual(eventTableHeader("1"));
    expect(rows[0]).toHaveLength(34);
    expect(new Set(column(rows, "都道府県コード又は市区町村コード"))).toEqual(new Set(["032093"]));
    expect(column(rows, "イベント名_カナ").every((kana) => /^[ァ-ヴー0-9 ]+$/.test(kana))).toBe(true);
  });

  test("begins with the byte order mark, says its licence and its name, and knows what a reader has", async () => {
    const response = await site.request("/events.csv");
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    expect(response.headers.get("Content-Type")).toContain("text/csv; charset=utf-8");
    expect(response.headers.get("Link")).toContain("creativecommons.org/licenses/by/4.0");
    expect(response.headers.get("Content-Disposition")).toContain(encodeURIComponent("イベント一覧.csv"));
    const headers = { "If-None-Match": response.headers.get("ETag")! };
    expect((await site.request("/events.csv", { headers })).status).toBe(304);
    for (const page of ["/open-data", "/downloads"]) {
      const text = await (await site.request(page)).text();
      expect(text).toContain("CC BY 4.0");
      expect(text).toContain("/events.csv");
    }
  });

  test("has a row for each day of an event with its own time, capacity and number", async () => {
    const event = await createEvent(t.town, {
      startsAt: new Date("2026-12-03T15:30:00Z"),
      endsAt: new Date("2026-12-05T00:05:00Z"),
      registrationClosesAt: new Date("2026-11-30T08:00:00Z"),
      sessions: [
        {
          title: "1日目",
          startsAt: new Date("2026-12-03T15:30:00Z"),
          endsAt: new Date("2026-12-03T16:00:00Z"),
          seats: { student: 30, teacher: 4 },
        },
        {
          title: "2日目",
          startsAt: new Date("2026-12-04T00:05:00Z"),
          endsAt: new Date("2026-12-05T00:05:00Z"),
          seats: { student: 20 },
        },
      ],
    });
    const rows = await readTable();
    const own = rows.filter((cells) => cells.some((cell) => cell.endsWith(`/events/${event.id}`)));
    const days = own.map((cells) => cells.slice(7, 11));
    expect(days).toEqual([
      ["2026-12-04", "2026-12-04", "00:30", "01:00"],
      ["2026-12-04", "2026-12-05", "09:05", "09:05"],
    ]);
    const at = (header: string) => rows[0]!.indexOf(header);
    expect(own.map((cells) => cells[at("定員")])).toEqual(["34", "20"]);
    expect(own[0]![at("イベント名")]).toContain("(1日目)");
    expect(own[0]!.slice(at("参加申込終了日"), at("参加申込方法") + 1)).toEqual([
      "2026-11-30",
      "17:00",
      "公開ページから申し込み",
    ]);
  });

  test("keeps cancelled, postponed and moved events and says so; an unknown fact stays empty", async () => {
    const cancelled = await createEvent(t.town, { state: "cancelled", stateNote: "大雪のためです。" });
    const postponed = await createEvent(t.town, { state: "postponed" });
    const moved = await createEvent(t.town, { previousStartsAt: new Date("2026-11-25T01:00:00Z") });
    const free = await createEvent(t.town, { seats: {}, targets: ["highSchool", "guardian"] });
    const rows = await readTable();
    expect(rowOf(rows, cancelled.id)["開始日時特記事項"]).toBe("中止になりました。大雪のためです。");
    expect(rowOf(rows, postponed.id)["開始日時特記事項"]).toContain("延期になりました");
    expect(rowOf(rows, moved.id)["開始日時特記事項"]).toBe("日程が変わりました(変更前:2026-11-25 10:00)。");
    expect(rowOf(rows, free.id)).toMatchObject({
      定員: "",
      緯度: "",
      経度: "",
      参加申込終了日: "",
      参加申込方法: "申込不要",
      備考: "対象:高校生、保護者",
      "料金(基本)": "0",
    });
    expect(validateEventTable("1", rows)).toEqual([]);
  });

  test("in CP932 holds the same, and names the cells that it cannot hold instead of losing them", async () => {
    expect(validateEventTable("1", await readTable("?encoding=cp932"))).toEqual([]);
    const event = await createEvent(t.town, { title: "𠮷野家の見学😀" });
    const refused = await site.request("/events.csv?encoding=cp932");
    expect([refused.status, refused.headers.get("Location")]).toEqual([
      302,
      "/downloads?encoding=cp932&file=events",
    ]);
    const page = await site.request(refused.headers.get("Location")!);
    expect([page.status, (await page.text()).includes("イベント名")]).toEqual([409, true]);
    await t.town.database.event.update({ where: { id: event.id }, data: { state: "planned" } });
  });

  test("is offered by version; one that there is not is not found", async () => {
    expect(Object.keys(EVENT_TABLES)).toEqual(["1"]);
    expect(await readTable("?version=1")).toEqual(await readTable());
    expect((await site.request("/events.csv?version=99")).status).toBe(404);
    expect((await site.request("/events.csv?version=toString")).status).toBe(404);
  });
});

describe("the validator finds", () => {
  const broken = async (cells: Record<string, string>) => {
    const [header, row] = (await readEventTable(t.town, "1")) as [string[], string[]];
    const changed = row.map((cell, at) => cells[header[at]!] ?? cell);
    return validateEventTable("1", [header, changed]).map((problem) => problem.header);
  };

  test.each([
    [{ 開始日: "2026/12/01" }, "開始日"],
    [{ 開始日: "2026-02-30" }, "開始日"],
    [{ 開始時間: "9:00" }, "開始時間"],
    [{ 終了時間: "25:00" }, "終了時間"],
    [{ イベント名: "" }, "イベント名"],
    [{ 定員: "約30" }, "定員"],
    [{ 緯度: "91.5", 経度: "141.1" }, "緯度"],
    [{ 経度: "" }, "緯度"],
    [{ カテゴリー: "お祭り" }, "カテゴリー"],
    [{ URL: "events/1" }, "URL"],
    [{ 開始日: "2099-01-01" }, "終了日"],
    [{ 参加申込終了日: "2026-01-01", 参加申込終了時間: "" }, "参加申込終了時間"],
  ])("%j", async (cells, header) => {
    expect(await broken(cells as Record<string, string>)).toContain(header);
  });

  test("columns in another order, and a number that is used twice", async () => {
    const [header, ...rows] = (await readEventTable(t.town, "1")) as [string[], ...string[][]];
    expect(validateEventTable("1", [header.toReversed(), ...rows])).toHaveLength(1);
    expect(validateEventTable("1", [header, rows[0]!, rows[0]!]).map(({ header: name }) => name)).toEqual([
      "NO",
    ]);
  });
});

describe("events in the API", () => {
  type Page = { total: number; next: string | null; events: { id: string; [field: string]: unknown }[] };
  const read = async (path: string) => (await (await site.request(path)).json()) as Page;

  test("are as the OpenAPI file says, each exactly once from page to page", async () => {
    const document = (await (await site.request("/api/v1/openapi.json")).json()) as {
      components: { schemas: Record<string, object> };
    };
    const text = JSON.stringify({ $ref: "#/$defs/EventList", $defs: document.components.schemas });
    const schema = z.fromJSONSchema(
      JSON.parse(text.replaceAll("#/components/schemas/", "#/$defs/")) as z.core.JSONSchema.JSONSchema,
    );
    const ids: string[] = [];
    let total = 0;
    for (let next: string | null = "/api/v1/events?limit=7"; next;) {
      const page: Page = await read(next);
      expect(schema.safeParse(page).error).toBe(undefined);
      ids.push(...page.events.map(({ id }) => id));
      total = page.total;
      next = page.next && page.next.replace(t.town.env.publicUrl, "");
    }
    expect(ids).toHaveLength(total);
    expect(new Set(ids).size).toBe(total);
    const one = await site.request(`/api/v1/events/${ids[0]}`);
    expect(await one.json()).toMatchObject({ licence: { name: "CC BY 4.0" }, event: { id: ids[0] } });
  });

  test("narrow by kind, audience and days in Japan", async () => {
    const event = await createEvent(t.town, {
      kind: "seminar",
      targets: ["guardian"],
      startsAt: new Date("2027-02-01T14:30:00Z"),
      endsAt: new Date("2027-02-01T15:30:00Z"),
    });
    const has = async (query: string) =>
      (await read(`/api/v1/events?limit=100&${query}`)).events.some(({ id }) => id === event.id);
    expect(await has("kind=seminar&for=guardian")).toBe(true);
    expect(await has("kind=guidanceFair")).toBe(false);
    expect(await has("for=kosen")).toBe(false);
    expect(await has("from=2027-02-02")).toBe(true); // it ends half past midnight
    expect(await has("from=2027-02-03")).toBe(false);
    expect(await has("until=2027-02-01")).toBe(true);
    expect(await has("until=2027-01-31")).toBe(false);
  });

  test.each([
    ["/api/v1/events?kind=party", 400],
    ["/api/v1/events?month=12", 400],
    ["/api/v1/events?from=soon", 400],
    ["/api/v1/events?cursor=%00", 400],
    ["/api/v1/events/no-such-event", 404],
  ])("that cannot be told are refused with the reason: %s", async (path, status) => {
    const response = await site.request(path);
    expect([response.status, response.headers.get("Content-Type")]).toEqual([
      status,
      "application/problem+json; charset=utf-8",
    ]);
  });
});
