import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Access, decideAccess, type RouteHandle } from "#app/access.ts";
import { signId } from "#app/platform/signed-id.server.ts";
import type { Viewer } from "#app/town.ts";
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
/** Route with a parameter → the parameter of something that exists in the seeded town. */
let examples: Map<string, string>;

beforeAll(async () => {
  t = await openTestTown({ seeded: true });
  site = await openTestSite(t.town);
  for (const role of ["student", "teacher", "company", "staff", "admin"] as const) {
    const user = await t.town.database.user.findFirstOrThrow({ where: { role, isDemo: true } });
    accounts.set(role, user.id);
  }
  const waiting = await t.town.database.user.findFirstOrThrow({
    where: { role: "company", state: "waiting" },
  });
  accounts.set("waiting company", waiting.id);
  examples = await findExamples();
});
afterAll(() => t.close());

async function findExamples(): Promise<Map<string, string>> {
  const { database } = t.town;
  await site.request("/newsletter", {
    method: "POST",
    body: new URLSearchParams({ email: "reader@readers.example", segment: "student", consent: "yes" }),
  });
  const company = await database.company.findFirstOrThrow({ where: { publishedRevisionId: { not: null } } });
  const internship = await database.internship.findFirstOrThrow();
  const registration = await database.registration.findFirstOrThrow({
    where: { userId: accounts.get("student") },
    include: { pool: { include: { session: true } } },
  });
  const { eventId } = registration.pool.session;
  const guest = await database.registration.findFirstOrThrow({ where: { guestId: { not: null } } });
  const ticketLink = signId(t.town.env.sessionSecret, "ticket", guest.id);
  const revision = await database.companyRevision.findFirstOrThrow({ where: { state: "submitted" } });
  const application = await database.companyRegistration.findFirstOrThrow({ where: { state: "submitted" } });
  const indicator = await database.indicator.findFirstOrThrow();
  const campaign = await database.campaign.findFirstOrThrow();
  const mail = await database.mail.findFirstOrThrow();
  const importRun = await database.importRun.findFirstOrThrow();
  const node = await database.planNode.findFirstOrThrow({ where: { level: "project" } });
  const release = await database.release.findFirstOrThrow();
  const figureImport = await database.figureImport.findFirstOrThrow();
  return new Map([
    ["/companies/:slug", company.slug],
    ["/api/v1/companies/:slug", company.slug],
    ["/media/:key/:width", "0".repeat(32)],
    ["/companies/:slug/parents", company.slug],
    ["/internships/:id", internship.id],
    ["/events/:id", eventId],
    ["/events/:id/registration", eventId],
    ["/events/:id/guest", eventId],
    ["/tickets/:token", ticketLink],
    ["/events/:id/calendar.ics", eventId],
    ["/staff/events/:id/visits", eventId],
    ["/staff/events/:id/visits/places", eventId],
    ["/staff/events/:id/visits/groups", eventId],
    ["/staff/events/:id/visits/groups/:groupId", eventId],
    ["/staff/events/:id/visits/:plan", eventId],
    ["/staff/events/:id/visits/:plan/move", eventId],
    ["/staff/events/:id/visits/:plan/comparison", eventId],
    ["/staff/events/:id/visits/:plan/lists", eventId],
    ["/staff/events/:id/visits/:plan/lists.csv", eventId],
    ["/school/events/:id", eventId],
    ["/school/events/:id/class-list", eventId],
    ["/school/events/:id/groups", eventId],
    ["/school/events/:id/groups/:groupId", eventId],
    ["/events/:id/booths/:code", eventId],
    ["/events/:id/survey/:token", eventId],
    ["/staff/events/:id/reception", eventId],
    ["/staff/events/:id/check-ins", eventId],
    ["/staff/events/:id/booth-codes", eventId],
    ["/staff/events/:id/survey", eventId],
    ["/company/events/:id", eventId],
    ["/company/events/:id/booth-code", eventId],
    ["/company/events/:id/contacts.csv", eventId],
    ["/api/v1/events/:id", eventId],
    ["/indicators/:id", indicator.id],
    ["/me/registrations/:id", registration.id],
    ["/staff/approvals/:revisionId", revision.id],
    ["/staff/registrations/:companyId", application.companyId],
    ["/staff/companies/:companyId", company.id],
    ["/staff/companies/:companyId/publication", company.id],
    ["/staff/companies/:companyId/directory", company.id],
    ["/staff/events/:id", eventId],
    ["/company/booths/:eventId", eventId],
    ["/staff/events/:id/booths", eventId],
    ["/staff/events/:id/booths/:planId", eventId],
    ["/staff/events/:id/booth-list", eventId],
    ["/staff/events/:id/attendance", eventId],
    ["/staff/events/:id/booths.csv", eventId],
    ["/staff/imports/:id", importRun.id],
    ["/staff/figures/:id", figureImport.id],
    ["/staff/figures/templates/:file", "targets.csv"],
    ["/indicators/documents/:key", "results"],
    ["/staff/documents/:key", "results"],
    ["/staff/indicators/:id", indicator.id],
    ["/staff/indicators/measures/:key", "retention-12-months"],
    ["/staff/releases/:id", release.id],
    ["/staff/plan/evaluations/:nodeId", encodeURIComponent(node.id)],
    ["/staff/plan/nodes/:nodeId", encodeURIComponent(node.id)],
    ["/staff/plan/indicators/:indicatorId", indicator.id],
    ["/staff/newsletter/:id", campaign.id],
    ["/staff/mail/:id", mail.id],
  ]);
}

type Line = { path: string; access: Access };

/** Every route of the build; where it has a parameter, once with something that exists and once with nothing. */
function routeTable(): Line[] {
  return Object.values(site.build.routes)
    .filter((route) => route !== undefined && route.id !== "root")
    .flatMap((route) => {
      const { access } = route!.module.handle as RouteHandle;
      const pattern = `/${(route!.path ?? "").replace("*", "no/such/page")}`;
      if (!pattern.includes(":")) return [{ path: pattern, access }];
      // The rooms of one event, of one node of the plan and so on share their example.
      const id = examples.get(pattern) ?? examples.get(/^.*?\/:\w+(?=\/)/.exec(pattern)?.[0] ?? "");
      expect(id, `findExamples has none for ${pattern}`).toBeDefined();
      return [id!, "no-such-thing"].map((value) => ({ path: pattern.replace(/:\w+/, value), access }));
    });
}

function viewerOf(visitor: Visitor): Viewer | null {
  if (visitor === "anonymous") return null;
  const role = visitor === "waiting company" ? "company" : visitor;
  const state = visitor === "waiting company" ? "waiting" : "active";
  return { id: "x", name: "x", email: "x@demo.example", sessionId: "x", role, state };
}

const ENTRANTS = ["student", "teacher", "company", "staff", "admin", "applicant"];

test("every route says who may enter", () => {
  for (const route of Object.values(site.build.routes)) {
    if (route === undefined || route.id === "root") continue;
    const access = (route.module.handle as RouteHandle | undefined)?.access;
    const isValid =
      access === "public" ||
      access === "signedIn" ||
      (Array.isArray(access) &&
        access.length > 0 &&
        access.every((role) => ENTRANTS.includes(role as string)));
    expect(isValid, `${route.id}: ${JSON.stringify(access)}`).toBe(true);
  }
});

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
      const response = await site.request(line.path, {
        method: "POST",
        body: "",
        headers: asForm,
        userId: userId(),
      });
      await response.text();
      const decision = decideAccess(line.access, viewerOf(visitor));
      const said = `${visitor} POST ${line.path}`;
      if (decision === "forbidden") expect(response.status, said).toBe(403);
      else if (decision === "sign-in-first") expect(response.status, said).toBe(401);
      else expect(response.status, said).toBeLessThan(500);
    }
  });
});

test("a waiting company account enters what everybody with an account does, its own application, and nothing else", async () => {
  const entered: string[] = [];
  for (const { path, access } of routeTable()) {
    if (access === "public" || path.endsWith("no-such-thing")) continue;
    const response = await site.request(path, { userId: accounts.get("waiting company") });
    await response.text();
    if (response.status !== 403) entered.push(path);
  }
  const registration = examples.get("/me/registrations/:id")!;
  expect(entered.toSorted()).toEqual(["/company/registration", "/me", `/me/registrations/${registration}`]);
});

test("nobody but a company's accounts enters the page of an application", async () => {
  for (const visitor of VISITORS) {
    const { status } = await site.request("/company/registration", { userId: accounts.get(visitor) });
    const expected = visitor === "anonymous" ? 302 : /company/.test(visitor) ? 200 : 403;
    expect([visitor, status]).toEqual([visitor, expected]);
  }
});

describe("a closed page", () => {
  test("stays closed however its address is written", async () => {
    for (const { path, access } of routeTable()) {
      if (access === "public") continue;
      const spellings = [
        `${path}/`,
        `${t.town.env.publicUrl}/${path}`,
        path.toUpperCase(),
        `${path.slice(0, -1)}%${path.at(-1)!.charCodeAt(0).toString(16)}`,
        `${path}.data`,
        `${path}.data?_routes=root`,
        `${path};x=1`,
        `/companies/..${path}`,
      ];
      for (const spelling of spellings) {
        const response = await site.request(spelling);
        const said = `GET ${spelling}`;
        // The router puts a redirect for its own scripts into the body of a 202.
        expect([202, 301, 302, 400, 403, 404], said).toContain(response.status);
        const text = await response.text();
        if (response.status === 202) expect(text, said).toContain("/login");
      }
    }
  });

  test("takes no method from a visitor", async () => {
    for (const { path, access } of routeTable()) {
      if (access === "public") continue;
      for (const method of ["PUT", "PATCH", "DELETE"])
        for (const spelling of [path, `${path}.data`]) {
          const response = await site.request(spelling, { method, body: "", headers: asForm });
          expect([401, 404, 405], `${method} ${spelling}`).toContain(response.status);
        }
      const head = await site.request(path, { method: "HEAD" });
      expect(head.status, `HEAD ${path}`).toBe(302);
    }
  });
});

describe("bad requests to every route", () => {
  test("a foreign origin changes nothing", async () => {
    for (const { path } of routeTable()) {
      const headers = { ...asForm, Origin: "https://elsewhere.example" };
      const response = await site.request(path, {
        method: "POST",
        body: "a=1",
        headers,
        userId: accounts.get("admin"),
      });
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
    const queries = [
      "?x=1&page=-1&sort=%00&q=%F0%9F%98%80",
      "?page=99999999999&asOf=tomorrow&kind[]=x&token=%22%3E%3Cscript%3E",
      `?q=${"あ".repeat(3000)}`,
    ];
    for (const { path, access } of routeTable()) {
      const visitor =
        access === "public"
          ? undefined
          : accounts.get(
              access === "signedIn" || access.includes("admin") ? "admin" : (access[0] as Visitor),
            );
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
