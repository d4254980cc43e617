import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "react-router";
import type { Access, RouteHandle } from "#app/access.ts";
import { expect, test } from "#tests/support/browser.ts";

// The readers walk side by side: together they are the longest part of the browser tests.
test.describe.configure({ mode: "parallel" });

/** The route table is the test plan: every page, as each kind of reader that may see it. */
const build = (await import(pathToFileURL(path.resolve("build/server/index.js")).href)) as ServerBuild;
type PageLine = { path: string; access: Access; hydrate: boolean };

const pages: PageLine[] = Object.values(build.routes)
  .filter((route) => route !== undefined && route.id !== "root" && route.module.default !== undefined)
  .map((route) => {
    const handle = route!.module.handle as RouteHandle;
    return { path: `/${route!.path ?? ""}`, access: handle.access, hydrate: handle.hydrate === true };
  });

const READERS = ["visitor", "student", "teacher", "company", "staff", "admin"] as const;
type Reader = (typeof READERS)[number];

function maySee(access: Access, reader: Reader): boolean {
  if (access === "public") return true;
  if (reader === "visitor") return false;
  return access === "signedIn" || access.includes(reader);
}

/** Where a route has parameters: the list on which a link of that shape stands; a list can be such a page itself. */
const LISTS: Record<string, string> = {
  "/companies/:slug": "/companies",
  "/companies/:slug/parents": "/companies",
  "/internships/:id": "/internships",
  "/events/:id": "/events",
  "/events/:id/registration": "/events",
  "/events/:id/guest": "/events",
  "/indicators/:id": "/indicators",
  "/staff/indicators/measures/:key": "/staff/indicators/measures",
  "/staff/indicators/measures/:key/records": "/staff/indicators/measures/:key",
  "/staff/indicators/:id/records": "/staff/indicators",
  "/indicators/documents/:key": "/indicators/documents",
  "/staff/documents/:key": "/staff/documents",
  "/staff/releases/:id": "/staff/releases",
  "/staff/releases/:id/correction": "/staff/releases/:id",
  "/staff/plan/nodes/:nodeId": "/staff/plan",
  "/staff/plan/nodes/:nodeId/change": "/staff/plan",
  "/staff/plan/nodes/:nodeId/end": "/staff/plan",
  "/staff/plan/nodes/:nodeId/return": "/staff/plan",
  "/staff/plan/nodes/:nodeId/shares": "/staff/plan",
  "/staff/plan/indicators/:indicatorId": "/staff/plan",
  "/staff/plan/indicators/:indicatorId/end": "/staff/plan",
  "/staff/plan/indicators/:indicatorId/return": "/staff/plan",
  "/staff/plan/evaluations/:nodeId": "/staff/plan/evaluations",
  "/me/registrations/:id": "/me",
  "/staff/approvals/:revisionId": "/staff/approvals",
  "/staff/registrations/:companyId": "/staff/approvals",
  "/staff/companies/:companyId": "/staff/companies",
  "/staff/companies/:companyId/publication": "/staff/companies",
  "/staff/companies/:companyId/directory": "/staff/companies",
  "/staff/events/:id": "/staff/events",
  "/staff/events/:id/visits": "/staff/visits",
  "/staff/events/:id/visits/places": "/staff/events/:id/visits",
  "/staff/events/:id/visits/groups": "/staff/events/:id/visits",
  "/staff/events/:id/visits/groups/:groupId": "/staff/events/:id/visits/groups",
  "/staff/events/:id/visits/:plan": "/staff/visits",
  "/staff/events/:id/visits/:plan/move": "/staff/events/:id/visits/:plan",
  "/staff/events/:id/visits/:plan/comparison": "/staff/visits",
  "/staff/events/:id/visits/:plan/lists": "/staff/events/:id/visits/:plan",
  "/school/events/:id": "/school",
  "/school/events/:id/class-list": "/school/events/:id",
  "/school/events/:id/groups": "/school",
  "/school/events/:id/groups/:groupId": "/school/events/:id/groups",
  "/staff/events/:id/booths": "/staff/booths",
  "/staff/events/:id/booths/:planId": "/staff/booths",
  "/staff/events/:id/booth-list": "/staff/events",
  "/staff/events/:id/attendance": "/staff/events",
  "/company/booths/:eventId": "/company/booths",
  "/staff/events/:id/reception": "/staff/events",
  "/staff/events/:id/booth-codes": "/staff/events",
  "/staff/events/:id/survey": "/staff/events",
  "/company/events/:id": "/company",
  "/company/events/:id/booth-code": "/company",
  "/staff/events/:id/copy": "/staff/events",
  "/staff/events/:id/edit": "/staff/events",
  "/staff/events/:id/state": "/staff/events",
  "/staff/events/:id/sessions": "/staff/events",
  "/staff/events/:id/questions": "/staff/events",
  "/staff/events/:id/registrations": "/staff/events",
  "/staff/events/:id/registrations/:registrationId": "/staff/events/:id/registrations",
  "/staff/events/:id/roster": "/staff/events",
  "/staff/events/:id/messages": "/staff/events",
  "/staff/events/:id/exports": "/staff/events",
  "/staff/imports/:id": "/staff/imports",
  "/staff/figures/:id": "/staff/figures",
  "/staff/newsletter/:id": "/staff/newsletter",
  "/staff/mail/:id": "/staff/mail",
};

/** Pages whose address only a mail knows, or nobody: what a reader meets whose link is wrong. They answer 404. */
const WRONG_ADDRESSES: Record<string, string> = {
  "/*": "/no/such/page",
  "/tickets/:token": "/tickets/no-such-ticket",
};
/** Pages that no list leads to: printed codes and mails do. tests/e2e/reception.spec.ts looks at them. */
const BY_CODE: readonly string[] = ["/events/:id/booths/:code", "/events/:id/survey/:token"];

/** The address of an example of the route, found the way a reader finds it; null when the town has none for this reader. */
async function exampleOf(page: Page, pattern: string): Promise<string | null> {
  if (WRONG_ADDRESSES[pattern]) return WRONG_ADDRESSES[pattern];
  if (!pattern.includes(":")) return pattern;
  if (BY_CODE.includes(pattern)) return null;
  const list = LISTS[pattern];
  expect(list, `where does a reader find ${pattern}? add its list`).toBeDefined();
  const at = await exampleOf(page, list!);
  if (!at) return null;
  await page.goto(at);
  const links = await page
    .locator("main a")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  const find = (shape: string) => {
    const whole = new RegExp(`^${shape.replace(/:\w+/g, "[^/?#.]+")}$`);
    return links.find((href) => whole.test(href.split(/[?#]/)[0]!) && !/\/new([?#]|$)/.test(href));
  };
  const linked = find(pattern);
  if (linked) return linked.split("#")[0]!;
  // A list may lead to the record only: what follows the last parameter belongs to the same record.
  const parent = pattern.replace(/(:\w+)\/[^:]*$/, "$1");
  const record = find(parent);
  return record ? record.split(/[?#]/)[0]! + pattern.slice(parent.length) : null;
}

/** Who must find an example in the demo town; others look at one when they have one. */
function mustFind(access: Access, reader: Reader): boolean {
  if (access === "public") return reader === "visitor";
  return access === "signedIn"
    ? reader === "student"
    : reader === (access.includes("staff") ? "staff" : access[0]);
}

/** A public page differs between readers only in its frame, so a visitor and one reader with an account look at it. */
function looksAt(line: PageLine, reader: Reader): boolean {
  if (!maySee(line.access, reader)) return false;
  if (line.access === "public" && reader !== "visitor" && reader !== "student") return false;
  // Whoever is signed in is led away from the pages that begin an account.
  return reader === "visitor" || !/^\/(login|register|password)/.test(line.path);
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Everything that holds on every page; each problem is reported, so that one run shows them all. */
async function check(page: Page, line: PageLine, address: string, javaScript: boolean): Promise<string> {
  const response = await page.goto(address);
  expect.soft(response!.status(), address).toBe(WRONG_ADDRESSES[line.path] ? 404 : 200);
  await expect.soft(page.locator("html"), address).toHaveAttribute("lang", "ja");
  await expect.soft(page.locator("h1"), address).toHaveCount(1);
  const nonce = /'nonce-([^']+)'/.exec(response!.headers()["content-security-policy"] ?? "")?.[1];
  const html = await response!.text();
  for (const [script] of html.matchAll(/<script\b[^>]*>/g))
    expect.soft(script, address).toContain(`nonce="${nonce}"`);
  expect.soft(/entry\.client|__reactRouterContext/.test(html), `${address} hydrates`).toBe(line.hydrate);
  if (javaScript) await checkAccessibility(page, address);
  else await checkWidth(page, address);
  return page.title();
}

/** Content and frames that axe has looked at already; the readers of one run share them. */
const looked = new Set<string>();

/**
 * Most pages differ between readers only in their frame. What axe has seen once, down to the character, it need not see
 * again: a page is analysed when its content or the frame around it is new.
 */
async function isNew(page: Page): Promise<boolean> {
  const parts = await page.evaluate(() => {
    const outside = ["header", "footer"].map(
      (name) => document.body.querySelector(`:scope > ${name}`)?.outerHTML,
    );
    return [document.querySelector("main")!.outerHTML, outside.join("")];
  });
  const fresh = parts.filter((part) => !looked.has(part));
  for (const part of fresh) looked.add(part);
  return fresh.length > 0;
}

async function checkAccessibility(page: Page, address: string) {
  if (!(await isNew(page))) return;
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(TAGS)
    .analyze();
  const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  expect.soft(said, address).toEqual([]);
}

/** The narrowest screen that WCAG 1.4.10 asks for. */
async function checkWidth(page: Page, address: string) {
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 700 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${address} scrolls sideways at 320 px`).toBeLessThanOrEqual(320);
  await page.setViewportSize(size);
}

for (const reader of READERS) {
  test(`every page open to a reader as ${reader} is sound`, async ({ page, site, javaScriptEnabled }) => {
    test.setTimeout(400_000);
    if (reader !== "visitor") await site.signIn(page, reader);
    // The desk's list of mails is empty until somebody is written to.
    const form = { email: `${reader}@readers.example`, segment: "student", consent: "yes" };
    await page.request.post("/newsletter", { form });
    const titles = new Map<string, string>();
    for (const line of pages.filter((candidate) => looksAt(candidate, reader))) {
      const address = await exampleOf(page, line.path);
      if (!address) {
        if (BY_CODE.includes(line.path)) continue;
        expect.soft(mustFind(line.access, reader), `${reader} finds no example of ${line.path}`).toBe(false);
        continue;
      }
      const title = await check(page, line, address, javaScriptEnabled);
      expect.soft(title, address).toMatch(/\S/);
      expect.soft(titles.get(title), `${address} has a title of its own: ${title}`).toBeUndefined();
      titles.set(title, address);
    }
    expect(titles.size).toBeGreaterThan(1);
  });
}
