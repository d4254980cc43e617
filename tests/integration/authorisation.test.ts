import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Access, decideAccess, type RouteHandle } from "#app/access.ts";
import type { Role, Viewer } from "#app/town.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

/**
 * Who may do what is declared on the routes; this suite makes the matrix from the build's own table, so a new route is
 * covered by existing.
 */
const VISITORS = ["anonymous", "student", "teacher", "company", "waiting company", "staff", "admin"] as const;
type Visitor = (typeof VISITORS)[number];

let t: TestTown;
let site: TestSite;
const accounts = new Map<Visitor, string>();

beforeAll(async () => {
  t = await openTestTown({ seeded: true });
  site = await openTestSite(t.town);
  for (const role of ["student", "teacher", "company", "staff", "admin"] as const) {
    const user = await t.town.database.user.findFirstOrThrow({ where: { role, isDemo: true } });
    accounts.set(role, user.id);
  }
  const waiting = await t.town.database.user.findFirstOrThrow({ where: { role: "company", state: "waiting" } });
  accounts.set("waiting company", waiting.id);
}, 120_000);
afterAll(() => t.close());

type Line = { path: string; access: Access };

/** Every route of the build with an address that exists in the seeded town where there is one. */
function routeTable(): Line[] {
  return Object.values(site.build.routes)
    .filter((route) => route !== undefined && route.id !== "root")
    .map((route) => {
      const handle = route!.module.handle as RouteHandle | undefined;
      expect(handle?.access, `${route!.id} declares its access`).toBeDefined();
      const path = `/${(route!.path ?? "").replace(/:\w+/g, "no-such-thing").replace("*", "no/such/page")}`;
      return { path, access: handle!.access };
    });
}

function viewerOf(visitor: Visitor): Viewer | null {
  if (visitor === "anonymous") return null;
  const role = (visitor === "waiting company" ? "company" : visitor) as Role;
  const state = visitor === "waiting company" ? "waiting" : "active";
  return { id: "x", name: "x", email: "x@demo.example", sessionId: "x", role, state };
}

const asForm = { "Content-Type": "application/x-www-form-urlencoded" };

describe.each(VISITORS)("%s", (visitor) => {
  const userId = () => accounts.get(visitor);

  test("reads exactly the routes that are open to them", async () => {
    for (const line of routeTable()) {
      const response = await site.request(line.path, { userId: userId() });
      await response.text();
      const decision = decideAccess(line.access, viewerOf(visitor));
      const said = `${visitor} GET ${line.path}`;
      if (decision === "forbidden") expect(response.status, said).toBe(403);
      else if (decision === "sign-in-first") {
        expect(response.status, said).toBe(302);
        expect(response.headers.get("Location"), said).toBe(`/login?next=${encodeURIComponent(line.path)}`);
      } else {
        expect([401, 403], said).not.toContain(response.status);
        expect(response.status, said).toBeLessThan(500);
        expect(response.headers.get("Location") ?? "", said).not.toMatch(/^\/login/);
      }
    }
  });

  test("changes nothing where they may not enter, and an empty form is never a crash", async () => {
    for (const line of routeTable()) {
      if (line.path === "/logout") continue; // would end the session that the next lines use
      const response = await site.request(line.path, { method: "POST", body: "", headers: asForm, userId: userId() });
      await response.text();
      const decision = decideAccess(line.access, viewerOf(visitor));
      const said = `${visitor} POST ${line.path}`;
      if (decision === "forbidden") expect(response.status, said).toBe(403);
      else if (decision === "sign-in-first") expect(response.status, said).toBe(401);
      else expect(response.status, said).toBeLessThan(500);
    }
  });
});

describe("bad requests to every route", () => {
  test("a foreign origin changes nothing", async () => {
    for (const { path } of routeTable()) {
      const headers = { ...asForm, Origin: "https://elsewhere.example" };
      const response = await site.request(path, { method: "POST", body: "a=1", headers, userId: accounts.get("admin") });
      expect(response.status, path).toBe(403);
    }
  });

  test("a body of 20 MB is refused in words", async () => {
    const body = "a=".padEnd(20_000_000, "x");
    for (const { path } of routeTable()) {
      const response = await site.request(path, { method: "POST", body, headers: asForm });
      expect(response.status, path).toBe(413);
    }
    const page = await site.request("/newsletter", { method: "POST", body, headers: asForm });
    expect(await page.text()).toContain("送られたデータが大きすぎます");
  });

  test("unknown and broken query values never crash a page", async () => {
    const queries = ["?x=1&page=-1&sort=%00&q=%F0%9F%98%80", "?page=99999999999&asOf=tomorrow&kind[]=x&token=%22%3E%3Cscript%3E", `?q=${"あ".repeat(3000)}`];
    for (const { path, access } of routeTable()) {
      const visitor = access === "public" ? undefined : accounts.get(access === "signedIn" || access.includes("admin") ? "admin" : (access[0] as Visitor));
      for (const query of queries) {
        const response = await site.request(path + query, { userId: visitor });
        await response.text();
        expect(response.status, path + query).toBeLessThan(500);
      }
    }
  });

  test("an address that cannot be decoded is a bad request", async () => {
    expect((await site.request("/companies/%E0%A4%A")).status).toBe(400);
  });
});
