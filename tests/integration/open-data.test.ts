import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { OPEN_DATA_LIMIT } from "#app/http/open-data.ts";
import { fillIndex } from "#app/domain/matching/store.server.ts";
import { createCompany, createRevision, profileOf } from "#tests/support/builders/companies.ts";
import { openTestSite, type SiteRequest, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

type OpenCompany = { id: string; slug: string; name: string; area: string; [field: string]: unknown };
type Page = { total: number; next: string | null; companies: OpenCompany[]; licence: object };

let t: TestTown;
let site: TestSite;
/** Schemas of the served OpenAPI file by name, as checks. */
let check: (name: string, value: unknown) => void;

beforeAll(async () => {
  t = await openTestTown({ seeded: true, env: { TRUST_PROXY: "true" } });
  site = await openTestSite(t.town);
  const document = (await (await site.request("/api/v1/openapi.json")).json()) as {
    components: { schemas: Record<string, object> };
  };
  check = (name, value) => {
    const text = JSON.stringify({
      $ref: `#/$defs/${name}`,
      $defs: document.components.schemas,
    }).replaceAll("#/components/schemas/", "#/$defs/");
    expect(z.fromJSONSchema(JSON.parse(text) as z.core.JSONSchema.JSONSchema).safeParse(value).error).toBe(
      undefined,
    );
  };
});
afterAll(() => t.close());

let networks = 0;
// Each test asks from a network of its own, so that none uses up another's requests.
beforeEach(() => {
  networks += 1;
});

function ask(path: string, init: SiteRequest = {}, address = `192.0.2.${networks}`): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("X-Forwarded-For", address);
  return site.request(path, { ...init, headers });
}

async function readPage(path: string): Promise<Page> {
  const response = await ask(path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as Page;
}

/** Follows `next` to the end; `between` runs after each page. */
async function readAll(path: string, between: () => Promise<void> = async () => {}): Promise<OpenCompany[]> {
  const all: OpenCompany[] = [];
  for (let next: string | null = path; next !== null;) {
    const page = await readPage(next);
    all.push(...page.companies);
    next = page.next && page.next.replace(t.town.env.publicUrl, "");
    await between();
  }
  return all;
}

const published = () =>
  t.town.database.company.findMany({
    where: { publishedRevisionId: { not: null }, withdrawnAt: null },
    orderBy: { id: "asc" },
  });

describe("the list of companies", () => {
  test("visits every published company exactly once, even while others are published", async () => {
    const before = await published();
    let made = 0;
    const all = await readAll("/api/v1/companies?limit=20", async () => {
      if (made < 3) await createCompany(t.town, { profile: { name: `途中の企業${(made += 1)}` } });
    });
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(before.filter(({ id }) => !ids.includes(id))).toEqual([]);
  });

  test("and one company are as the OpenAPI file says", async () => {
    const page = await readPage("/api/v1/companies?limit=100");
    check("CompanyList", page);
    expect(page.licence).toMatchObject({ name: "CC BY 4.0" });
    const { slug } = page.companies[0]!;
    const one = (await (await ask(`/api/v1/companies/${slug}`)).json()) as object;
    check("CompanyAnswer", one);
    expect(() => check("Company", { ...page.companies[0], area: "東京" })).toThrow();
    expect(() => check("Company", { ...page.companies[0], asOf: "昨日" })).toThrow();
  });

  test("narrows by area, industry, benefits and certifications as the profiles say", async () => {
    const all = await readAll("/api/v1/companies?limit=100");
    const cases: [string, (company: OpenCompany) => boolean][] = [
      ["area=千厩&area=大東", ({ area }) => area === "千厩" || area === "大東"],
      ["industryCode=24", ({ industry }) => (industry as { code: string }).code === "24"],
      ["benefits=社員寮", ({ benefits }) => (benefits as string[]).includes("社員寮")],
      ["certifications=くるみん", ({ certifications }) => (certifications as string[]).includes("くるみん")],
      [
        "area=一関&benefits=転勤なし",
        ({ area, benefits }) => area === "一関" && (benefits as string[]).includes("転勤なし"),
      ],
    ];
    for (const [query, holds] of cases) {
      const found = await readAll(`/api/v1/companies?${encodeURI(query)}&limit=40`);
      expect(
        found.map(({ id }) => id),
        query,
      ).toEqual(all.filter(holds).map(({ id }) => id));
      expect(found.length, query).toBeGreaterThan(0);
    }
  });

  test("finds by text what the site's search finds, page by page", async () => {
    await fillIndex(t.town, t.town.search);
    const query = { kinds: ["company" as const], page: 1, pageSize: 100 };
    const hits = await t.town.search.search({ ...query, text: "金型" });
    const found = await readAll(`/api/v1/companies?q=${encodeURIComponent("金型")}&limit=3`);
    expect(found.map(({ id }) => `company:${id}`)).toEqual(hits.hits.map(({ id }) => id).toSorted());
    const none = await readPage(`/api/v1/companies?q=${encodeURIComponent("ゑゑぬぬ")}`);
    expect(none).toMatchObject({ total: 0, next: null, companies: [] });
  });

  test("gives what changed since a day that begins in Japan", async () => {
    t.setNow("2026-11-19T15:30:00Z"); // 20 November, half past midnight in Japan
    const late = await createCompany(t.town, { profile: { name: "夜に載った会社" } });
    t.setNow("2026-11-20T03:00:00Z");
    const ids = async (since: string) =>
      (await readAll(`/api/v1/companies?updatedSince=${encodeURIComponent(since)}`)).map(({ id }) => id);
    expect(await ids("2026-11-20")).toContain(late.id);
    expect(await ids("2026-11-19T15:00:00Z")).toContain(late.id);
    expect(await ids("2026-11-20T01:00:00+09:00")).not.toContain(late.id);
    expect(await ids("2026-11-21")).toEqual([]);
  });

  test("holds what the public page shows and nothing that waits, was returned, or was taken down", async () => {
    const { town } = t;
    const company = await createCompany(town, { profile: { name: "公開中の名前" } });
    const secret = profileOf({ name: "確認待ちの名前" });
    await createRevision(town, { companyId: company.id, number: 2, profile: secret });
    const hidden = await createCompany(town, { published: false });
    const gone = await createCompany(town);
    await town.database.company.update({ where: { id: gone.id }, data: { withdrawnAt: town.clock.now() } });
    const all = await readAll("/api/v1/companies?limit=100");
    expect(all.find(({ id }) => id === company.id)?.name).toBe("公開中の名前");
    for (const { id, slug } of [hidden, gone]) {
      expect(all.map((each) => each.id)).not.toContain(id);
      expect((await ask(`/api/v1/companies/${slug}`)).status).toBe(404);
    }
    const text = JSON.stringify(all);
    expect(text).not.toContain("確認待ちの名前");
    const members = await town.database.user.findMany({ where: { role: "company" } });
    expect(members.length).toBeGreaterThan(5);
    for (const { email, id } of members) {
      expect(text).not.toContain(email);
      expect(text).not.toContain(id);
    }
  });
});

describe("a request", () => {
  test("with the ETag of the last answer gets 304 until something changes", async () => {
    const company = await createCompany(t.town);
    const path = `/api/v1/companies/${company.slug}`;
    const first = await ask(path);
    const etag = first.headers.get("ETag")!;
    expect(first.headers.get("Cache-Control")).toBe("public, max-age=300");
    const again = await ask(path, { headers: { "If-None-Match": `"x", ${etag}` } });
    expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([304, "", etag]);
    await t.town.database.companyRevision.updateMany({
      where: { companyId: company.id },
      data: { profile: profileOf({ name: "新しい名前" }) },
    });
    const changed = await ask(path, { headers: { "If-None-Match": etag } });
    expect(changed.status).toBe(200);
    expect(((await changed.json()) as { company: OpenCompany }).company.name).toBe("新しい名前");
  });

  test("for the head alone gets the headers without the content", async () => {
    const response = await ask("/api/v1/companies", { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
    expect(await response.text()).toBe("");
  });

  test("from another site's script is allowed, with the preflight that a tag needs", async () => {
    const headers = {
      Origin: "https://elsewhere.example",
      "Access-Control-Request-Headers": "if-none-match",
    };
    const asked = await ask("/api/v1/companies", { method: "OPTIONS", headers });
    expect(asked.status).toBe(204);
    expect(asked.headers.get("Access-Control-Allow-Headers")).toBe("If-None-Match");
    const read = await ask("/api/v1/companies?limit=1", { headers });
    expect(read.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(read.headers.get("Link")).toContain('rel="next"');
    expect(read.headers.get("X-Robots-Tag")).toBe("noindex");
  });

  test.each([
    ["/api/v1/companies?benefit=x&limit=0&area=Tokyo", 400],
    ["/api/v1/companies?cursor=%00%F0%9F", 400],
    ["/api/v1/companies?cursor=YWZ0ZXI6JyBPUiAx", 400],
    ["/api/v1/companies?q=a&q=b", 400],
    [`/api/v1/companies?q=${"あ".repeat(5000)}`, 400],
    ["/api/v1/companies?updatedSince=yesterday", 400],
    ["/api/v1/companies?limit=1e9", 400],
    ["/api/v1/companies/no-such-company", 404],
    ["/api/v1/nothing/here", 404],
    ["/api/v2/companies", 404],
  ])("that cannot be answered is told why in both languages: %s", async (path, status) => {
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json; charset=utf-8");
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const body: unknown = await response.json();
    check("Problem", body);
    expect(JSON.stringify(body).length).toBeLessThan(3000);
  });

  test("with wrong parameters is told each of them, with what is allowed", async () => {
    const response = await ask("/api/v1/companies?benefit=x&area=Tokyo");
    const { parameters } = (await response.json()) as { parameters: { name: string; allowed?: string[] }[] };
    expect(parameters.map(({ name }) => name).toSorted()).toEqual(["area", "benefit"]);
    expect(parameters.find(({ name }) => name === "area")!.allowed).toContain("千厩");
  });

  test.each(["*", "'", '"', "NEAR(", "-", "%", "\\", " OR 1=1", "😀"])(
    "searching for %s is answered",
    async (q) => {
      expect((await ask(`/api/v1/companies?q=${encodeURIComponent(q)}`)).status).toBe(200);
    },
  );

  test("that would change something is refused", async () => {
    const response = await ask("/api/v1/companies", { method: "POST", body: "{}" });
    expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
});

test("the OpenAPI file is valid and describes every parameter and field in words", async () => {
  const document = (await (await ask("/api/v1/openapi.json")).json()) as {
    paths: Record<string, { get: { parameters: { description?: string }[] } }>;
    components: { schemas: { Company: { properties: Record<string, { description?: string }> } } };
  };
  const result = await new Validator().validate(structuredClone(document));
  expect(result.errors).toBe(undefined);
  expect(result.valid).toBe(true);
  for (const { get } of Object.values(document.paths))
    expect(get.parameters.every(({ description }) => description)).toBe(true);
  const { properties } = document.components.schemas.Company;
  expect(Object.entries(properties).filter(([, { description }]) => !description)).toEqual([]);
});

test("a network that asks too often is told when to come back; others are served", async () => {
  const path = "/api/v1/companies/no-such-company";
  const from = (host: string) => ask(path, {}, `2001:db8:0:7::${host}`);
  const remaining = async (host: string) => {
    const response = await from(host);
    expect(response.status).toBe(404);
    return Number(/r=(\d+)/.exec(response.headers.get("RateLimit")!)![1]);
  };
  for (let left = OPEN_DATA_LIMIT.requests - 1; left >= 0; left -= 1)
    expect(await remaining(left.toString(16))).toBe(left);
  const refused = await from("ffff");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("RateLimit-Policy")).toBe('"open-data";q=120;w=60');
  const seconds = Number(refused.headers.get("Retry-After"));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(OPEN_DATA_LIMIT.seconds);
  check("Problem", await refused.json());
  expect((await ask(path, {}, "2001:db8:0:8::1")).status).toBe(404);
  expect((await ask("/open-data", {}, "2001:db8:0:7::1")).status).toBe(200);
});

describe("feeds and the sitemap", () => {
  test("the companies' feed names the latest change first, with ids that stay, and knows what a reader has", async () => {
    t.setNow("2026-11-20T04:00:00Z");
    const company = await createCompany(t.town, { profile: { name: "<b>&いちばん新しい会社" } });
    const response = await ask("/companies.atom");
    const text = await response.text();
    const [first = ""] = text.split("<entry>").slice(1);
    expect(first).toContain("<title>&lt;b&gt;&amp;いちばん新しい会社</title>");
    expect(first).toContain(`,2024-04-01:company/${company.id}</id>`);
    expect(text).toContain('rel="self" type="application/atom+xml" href="http://town.test/companies.atom"');
    const etag = response.headers.get("ETag")!;
    expect((await ask("/companies.atom", { headers: { "If-None-Match": etag } })).status).toBe(304);
  });

  test("the sitemap lists live pages with their last change and drops a company that was taken down", async () => {
    const company = await createCompany(t.town);
    const line = `<loc>http://town.test/companies/${company.slug}</loc><lastmod>2026-11-20T`;
    expect(await (await ask("/sitemap.xml")).text()).toContain(line);
    await t.town.database.company.update({
      where: { id: company.id },
      data: { withdrawnAt: t.town.clock.now() },
    });
    const text = await (await ask("/sitemap.xml")).text();
    expect(text).not.toContain(company.slug);
    const past = await t.town.database.event.findFirstOrThrow({
      where: { endsAt: { lt: t.town.clock.now() } },
    });
    expect(text).not.toContain(past.id);
    expect(text).toContain("/open-data</loc>");
  });
});
