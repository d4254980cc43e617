import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillIndex } from "#app/domain/matching/store.server.ts";
import { readSimilarCompanies } from "#app/domain/matching/similar.store.server.ts";
import { createAccountWithPassword } from "#tests/support/builders/accounts.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { signInCookie } from "#tests/support/session.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
let names: { slug: string; name: string }[];

beforeAll(async () => {
  t = await openTestTown();
  site = await openTestSite(t.town);
  names = [];
  for (const name of ["試作ネジ", "試作金型", "試作板金", "試作溶接", "試作鋳造"]) {
    const { slug } = await createCompany(t.town, { profile: { name, nameKana: "シサク" } });
    names.push({ slug, name });
  }
});
afterAll(() => t.close());

/** What a browser without scripts does: sends the form and keeps the cookies of the answer. */
async function send(fields: Record<string, string>, cookie = "", userId?: string) {
  const response = await site.request("/saved", {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: cookie ? { Cookie: cookie } : {},
    ...(userId ? { userId } : {}),
  });
  const set = response.headers.getSetCookie().find((line) => line.startsWith("jimoto_saved="));
  return { response, cookie: set?.split(";")[0] ?? cookie };
}

async function page(path: string, cookie = ""): Promise<string> {
  const response = await site.request(path, { headers: cookie ? { Cookie: cookie } : {} });
  expect(response.status).toBe(200);
  return response.text();
}

describe("saving companies on the device", () => {
  test("keeps them without an account, the newest first, and leads back to the page", async () => {
    const [first, second] = names;
    const one = await send({ intent: "save", slug: first!.slug, back: `/companies/${first!.slug}` });
    expect(one.response.headers.get("Location")).toBe(`/companies/${first!.slug}`);
    const two = await send({ intent: "save", slug: second!.slug }, one.cookie);
    const html = await page("/saved", two.cookie);
    expect(html.indexOf(second!.name)).toBeGreaterThan(0);
    expect(html.indexOf(second!.name)).toBeLessThan(html.indexOf(first!.name));
    expect(await t.town.database.savedCompany.count()).toBe(0);
  });

  test("drops one again, and the emptied list takes the cookie away", async () => {
    const { cookie } = await send({ intent: "save", slug: names[0]!.slug });
    const { response } = await send({ intent: "forget", slug: names[0]!.slug }, cookie);
    expect(response.headers.getSetCookie().join()).toContain("Max-Age=0");
  });

  test("does not lead to another site, and takes no broken slug", async () => {
    const foreign = await send({ intent: "save", slug: names[0]!.slug, back: "https://evil.example/" });
    expect(foreign.response.headers.get("Location")).toBe("/saved");
    const broken = await send({ intent: "save", slug: "../../etc" });
    expect(broken.response.status).toBe(400);
  });

  test("a broken cookie is an empty list", async () => {
    for (const cookie of ["jimoto_saved=%%%", "jimoto_saved=eyJ4Ijo", "jimoto_saved=bnVsbA%3D%3D"])
      expect(await page("/saved", cookie)).toContain("保存した企業はまだありません");
  });
});

describe("saving companies in the account", () => {
  test("keeps them for the account, and takes the device's list over", async () => {
    const student = await createAccountWithPassword(t.town);
    const { cookie } = await send({ intent: "save", slug: names[2]!.slug });
    await send({ intent: "save", slug: names[1]!.slug }, "", student.id);
    const session = await site.request("/saved", { userId: student.id });
    expect(await session.text()).toContain(names[1]!.name);
    const sessionCookie = await signInCookie(t.town, student.id);
    const taken = await site.request("/saved", {
      method: "POST",
      body: new URLSearchParams({ intent: "take-over" }),
      headers: { Cookie: `${sessionCookie}; ${cookie}` },
    });
    expect(taken.status).toBe(303);
    const kept = await t.town.database.savedCompany.findMany({ where: { userId: student.id } });
    expect(kept).toHaveLength(2);
  });
});

describe("the comparison", () => {
  test("puts up to four companies side by side; a fifth and unknown ones are left out", async () => {
    const query = names.map(({ slug }) => `c=${slug}`).join("&");
    const html = await page(`/compare?${query}&c=no-such-company`);
    for (const { name } of names.slice(0, 4)) expect(html).toContain(name);
    expect(html).not.toContain(names[4]!.name);
    expect(await page("/compare?c=no-such-company")).toContain("掲載が終わった企業は表から除きました");
  });

  test("says 未記入 for what is blank and 0 for what is 0", async () => {
    const { slug } = await createCompany(t.town, {
      profile: { averageOvertimeHours: 0, averagePaidLeaveDays: null },
    });
    const html = await page(`/compare?c=${slug}`);
    expect(rowOf(html, "月平均の残業時間")).toContain("0時間");
    expect(rowOf(html, "有給休暇の平均取得日数")).toContain("未記入");
  });

  test("finds companies to add by their name, and offers none that stands there already", async () => {
    await fillIndex(t.town, t.town.search);
    const html = await page(`/compare?c=${names[0]!.slug}&add=${encodeURIComponent("しさく")}`);
    expect(html).toContain(`${names[1]!.name}を追加する`);
    expect(html).not.toContain(`>${names[0]!.name}を追加する`);
  });
});

test("similar companies are told with what they have in common", async () => {
  const { profile, slug } = await createCompany(t.town, { profile: { products: ["特殊ネジ"] } });
  const similar = await readSimilarCompanies(t.town, { slug, ...profile });
  expect(similar.length).toBe(4);
  expect(similar[0]!.likenesses).toContainEqual({ kind: "products", words: ["特殊ネジ"] });
});

function rowOf(html: string, label: string): string {
  const start = html.indexOf(`>${label}<`);
  return html.slice(start, html.indexOf("</tr>", start));
}
