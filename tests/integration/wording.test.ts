import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAttendee } from "#tests/support/builders/events.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
beforeAll(async () => {
  t = await openTestTown({ now: "2026-11-20T03:00:00Z" });
  site = await openTestSite(t.town);
});
afterAll(() => t.close());

function ask(body: unknown, headers: Record<string, string> = {}) {
  return site.request("/api/wording", {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

/** What a request could have written: attempts, facts, mails, revisions. */
function writtenRows() {
  const { throttle, domainEvent, mail, companyRevision } = t.town.database;
  return Promise.all([throttle.count(), domainEvent.count(), mail.count(), companyRevision.count()]);
}

describe("the checker behind the form", () => {
  test("answers with findings in words and writes nothing", async () => {
    const before = await writtenRows();
    const response = await ask({
      texts: { description: "営業マン募集。\n20代歓迎です。", name: "静かな町" },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toContain("no-store");
    expect(await response.json()).toEqual({
      findings: [
        {
          rule: "sex-sales-man",
          field: "description",
          level: "block",
          levelWords: "修正が必要",
          phrase: "営業マン",
          start: 0,
          end: 4,
          note: "性別を限った職種名と受け取られます。",
          law: "男女雇用機会均等法 第5条",
          replacementWords: "言いかえの例:営業職",
        },
        expect.objectContaining({ rule: "age-decades-wanted", phrase: "20代歓迎", start: 8 }),
      ],
    });
    expect(await writtenRows()).toEqual(before);
  });

  test("knows who reads and which words are names", async () => {
    const pupils = await ask({ texts: { a: "LINEで質問してください。" }, audience: "highSchool" });
    expect(await pupils.json()).toMatchObject({ findings: [{ rule: "contact-social-media" }] });
    const named = await ask({ texts: { a: "絶対安心堂の菓子" }, names: ["絶対安心堂"] });
    expect(await named.json()).toEqual({ findings: [] });
  });

  test.each([
    ["no JSON", "texts=a", 400],
    ["nothing", "", 400],
    ["a list", [], 400],
    ["a number for a text", { texts: { a: 1 } }, 400],
    ["a strange audience", { texts: {}, audience: "everybody" }, 400],
    ["too many fields", { texts: Object.fromEntries(Array.from({ length: 101 }, (_, at) => [at, ""])) }, 400],
    ["20,001 characters", { texts: { a: "あ".repeat(20_000), b: "い" } }, 413],
  ])("refuses %s in words", async (_, body, status) => {
    const response = await ask(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.stringMatching(/。$/) as string });
  });

  test("takes 20,000 characters, unpaired surrogates and control characters", async () => {
    expect((await ask({ texts: { a: "営業マン".repeat(5000) } })).status).toBe(200);
    expect((await ask({ texts: { a: "\ud800\0\u0007営業マン\udc00" } })).status).toBe(200);
  });

  test("is for our own pages and by POST only", async () => {
    expect((await ask({ texts: {} }, { Origin: "https://elsewhere.example" })).status).toBe(403);
    expect((await ask({ texts: {} }, { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
    expect((await ask({ texts: {} }, { Origin: t.town.env.publicUrl })).status).toBe(200);
    const read = await site.request("/api/wording");
    expect(read.status).toBe(405);
    expect(read.headers.get("Allow")).toBe("POST");
  });

  test("counts per address and says when to come again", async () => {
    const other = await openTestTown({ now: "2026-11-20T03:00:00Z" });
    const otherSite = await openTestSite(other.town);
    const answers = await Promise.all(
      Array.from({ length: 121 }, () =>
        otherSite.request("/api/wording", { method: "POST", body: '{"texts":{}}' }),
      ),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(120);
    expect(refused).toHaveLength(1);
    expect(Number(refused[0]!.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect((await ask({ texts: {} })).status).toBe(200);
    await other.close();
  });
});

describe("the staff's dictionary", () => {
  test("lists rules with law, level and exceptions, for staff only", async () => {
    const staff = await createAttendee(t.town, { role: "staff" });
    const html = await (await site.request("/staff/wording", { userId: staff.id })).text();
    for (const words of [
      "労働施策総合推進法 第9条",
      "修正が必要",
      "2007年(平成19年)10月1日(月)から",
      "主婦(夫)",
    ])
      expect(html).toContain(words);
    const student = await createAttendee(t.town, { role: "student" });
    expect((await site.request("/staff/wording", { userId: student.id })).status).toBe(403);
  });

  test("tries a text with a plain form, keeps it on the page and stores nothing", async () => {
    const staff = await createAttendee(t.town, { role: "staff" });
    const send = (fields: Record<string, string>) =>
      site.request("/staff/wording", { method: "POST", userId: staff.id, body: new URLSearchParams(fields) });
    await send({ text: "a", audience: "everybody" });
    const before = await writtenRows();
    const html = await (await send({ text: "若干名の募集です。<b>", audience: "highSchool" })).text();
    expect(html).toContain("採用する人数(例:3名)");
    expect(html).toContain("若干名の募集です。&lt;b&gt;");
    expect(await (await send({ text: "若干名の募集です。", audience: "everybody" })).text()).toContain(
      "気になる表現は見つかりませんでした。",
    );
    expect((await send({ text: "" })).status).toBe(400);
    expect(await writtenRows()).toEqual(before);
  });
});
