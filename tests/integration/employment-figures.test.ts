import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MEASURES } from "#app/analytics/registry.ts";
import { readableText } from "#tests/support/readable-text.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const PUBLIC = "/indicators/employment";
const DESK = "/staff/indicators/measures";
let t: TestTown;
let site: TestSite;
let staffId: string;

beforeAll(async () => {
  t = await openTestTown({ seeded: true });
  site = await openTestSite(t.town);
  staffId = await accountOf("staff");
});
afterAll(() => t.close());

async function accountOf(role: "staff" | "company" | "student"): Promise<string> {
  return (await t.town.database.user.findFirstOrThrow({ where: { role, isDemo: true } })).id;
}

async function read(path: string, init: { userId?: string; status?: number } = {}) {
  const { status = 200, ...request } = init;
  const response = await site.request(path, request);
  expect(response.status, path).toBe(status);
  const html = /<main[\s\S]*<\/main>/.exec(await response.text())?.[0] ?? "";
  return { html, text: readableText(html) };
}

describe("who finds work and who stays, for citizens", () => {
  test("shows the figures of the newest released state, placements and people apart", async () => {
    const { text } = await read(PUBLIC);
    expect(text).toContain("2025年(令和7年)1月31日(金)現在");
    expect(text).toContain("若者サポートステーション 71件 71人 40人 31人");
    expect(text).toContain("ジョブカフェ一関 495件 86人");
    expect(text).toContain("若者サポートステーション 2,442件 78人");
    expect(text).toContain("学校の紹介 53件");
    expect(text).toContain("支援を受けた就職 0件");
  });

  test("hides few hires of a kind, and a second kind with them", async () => {
    const { text } = await read(PUBLIC);
    expect(text).toContain("そのほか 非公表(少人数)");
    expect(text).toContain("縁故・知人の紹介 非公表(少人数)");
    expect(text).not.toMatch(/縁故・知人の紹介 9件|そのほか 3件/);
  });

  test("says who stays by class with bounds and the unanswered, and hides a class of which few left", async () => {
    const { text } = await read(PUBLIC);
    expect(text).toContain(
      "令和5年3月卒でこのポータルの掲載企業に就職した人のうち、3年後も同じ企業で働いている人は62.4%です",
    );
    expect(text).toContain("62.4% 本当の値は49.2%から70.3%の間 在職58人、離職35人、回答がないなど25人");
    expect(text).toContain("令和8年4月30日現在、令和8年5月31日までの回答");
    expect(text).toContain("令和7年3月卒 非公表(少人数) 92.0%");
    expect(text).toContain("時期前(令和10年5月31日に決まります)");
    expect(text).toContain("3年後 69.5% 本当の値は50.4%から75.5%の間");
  });

  test("calls contact contact, and gives no share while nobody agreed", async () => {
    const { text } = await read(PUBLIC);
    expect(text).toContain("接点があったから就職した、という意味ではありません。");
    expect(text).toContain("接点ごとの人数は足せません");
    expect(text).toContain("同意した人がいないため、割合は出せません");
  });

  test("never shows a day between: two neighbouring days and any moment give the same page", async () => {
    const main = async (query: string) => (await read(PUBLIC + query)).text;
    const shown = await main("?asOf=2025-01-24");
    expect(shown).toContain("その日の値は公表していません。");
    expect(await main("?asOf=2025-01-23")).toBe(shown);
    expect(await main("?asOf=today")).toBe(shown);
    expect(await main("?asOf=%00&knownOn=x")).toBe(shown);
    expect(await main("?knownOn=2025-02-01")).toBe(await main(""));
  });

  test("does not change when somebody starts today or an answer comes late", async () => {
    const before = (await read(PUBLIC)).text;
    const { id } = await t.town.database.placement.findFirstOrThrow({ where: { graduationYear: 2023 } });
    await t.town.database.separation.create({
      data: {
        id: "late-separation",
        placementId: id,
        endedOn: new Date("2024-02-01T00:00:00Z"),
        kind: "resigned",
        reportedAt: t.town.clock.now(),
      },
    });
    expect((await read(PUBLIC)).text).toBe(before);
  });

  test("is found from the plan's page and from the methods", async () => {
    for (const path of ["/indicators", "/indicators/methods"])
      expect((await read(path)).html, path).toContain(`href="${PUBLIC}"`);
  });
});

describe("every measure, for staff", () => {
  test("stands on one page at the chosen cut, with its figure or the word for why there is none", async () => {
    const { html, text } = await read(`${DESK}?asOf=2025-01-31&knownOn=2025-03-25`, { userId: staffId });
    for (const { key } of MEASURES) expect(html, key).toContain(`${DESK}/${key}?asOf=2025-01-31`);
    expect(text).toMatch(
      /若者サポートステーション 新規登録者数 support-station-registrations\(第1版\).*? 78人/,
    );
    expect(text).toMatch(/online-guidance-participants.*? 記録なし/);
    expect(text).toMatch(/retention-12-months\(第1版\).*? 92\.4% 分母105のうち97、分からない13/);
    expect(text).toContain(`数え方は${MEASURES.length}あります。`);
  });

  test("tells as known then from as known now, and names the indicators that use it", async () => {
    const known = "?asOf=2025-01-31&knownOn=2025-03-25";
    const { html, text } = await read(`${DESK}/support-station-placements${known}`, { userId: staffId });
    expect(text).toContain("71件");
    expect(text).toContain("うち、記録のある中で初めて就職した人 40");
    expect(text).toContain("令和7年3月25日時点で分かっていた内容");
    expect(html).toMatch(/href="\/indicators\/[^"?]+\?asOf=2025-01-31&amp;knownOn=2025-03-25"/);
    expect(html).toContain(`${DESK}/support-station-placements/records?asOf=2025-01-31`);
  });

  test("marks what the public would not see", async () => {
    const { text } = await read(`${DESK}/company-hires?asOf=2025-01-31`, { userId: staffId });
    expect(text).toContain("そのほか 3(市民には非公表)");
    expect(text).toContain("公表 内訳の一部が非公表");
  });

  test("leads to the records, and writes down who listed records about people", async () => {
    const { text } = await read(`${DESK}/people-placed/records?asOf=2025-01-31`, { userId: staffId });
    expect(text).toContain("227件の記録");
    const events = await t.town.database.domainEvent.findMany({
      where: { kind: "measure.records-listed", subjectId: "people-placed", actorId: staffId },
    });
    expect(events.map(({ data }) => data)).toEqual([{ asOf: "2025-01-31", page: 1, records: 50 }]);
    await read(`${DESK}/page-views/records`, { userId: staffId });
    const others = { kind: "measure.records-listed", subjectId: "page-views" } as const;
    expect(await t.town.database.domainEvent.count({ where: others })).toBe(0);
  });

  test("is for staff only, and an unknown key is no page", async () => {
    for (const path of [DESK, `${DESK}/company-hires`, `${DESK}/company-hires/records`]) {
      await read(path, { status: 302 });
      await read(path, { userId: await accountOf("company"), status: 403 });
      await read(path, { userId: await accountOf("student"), status: 403 });
    }
    await read(`${DESK}/no-such-measure`, { userId: staffId, status: 404 });
    await read(`${DESK}/no-such-measure/records`, { userId: staffId, status: 404 });
  });

  test("draws up the page within a second from facts that are read once", async () => {
    await read(DESK, { userId: staffId });
    const start = performance.now();
    await read(DESK, { userId: staffId });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
