import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "react-router";
import type { Access, RouteHandle } from "#app/access.ts";
import { type DemoRole, expect, test } from "#tests/support/browser.ts";

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

/** Where a route has parameters: the list on which a link of that shape stands. */
const LISTS: Record<string, string> = {
  "/companies/:slug": "/companies",
  "/internships/:id": "/internships",
  "/events/:id": "/events",
  "/events/:id/registration": "/events",
  "/indicators/:id": "/indicators",
  "/me/registrations/:id": "/me",
  "/staff/approvals/:revisionId": "/staff/approvals",
  "/staff/events/:id": "/staff/events",
  "/staff/newsletter/:id": "/staff/newsletter",
  "/staff/mail/:id": "/staff/mail",
};

/** The address of an example of the route, found the way a reader finds it; null when the town has none for this reader. */
async function exampleOf(page: Page, pattern: string): Promise<string | null> {
  if (pattern === "/*") return "/no/such/page";
  if (!pattern.includes(":")) return pattern;
  const list = LISTS[pattern];
  expect(list, `where does a reader find ${pattern}? add its list`).toBeDefined();
  await page.goto(list!);
  const parent = pattern.replace(/\/registration$/, "");
  const shape = new RegExp(`^${parent.replace(/:\w+/g, "[^/?#]+")}$`);
  const hrefs = await page.locator("main a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const found = hrefs.map((href) => href.split(/[?#]/)[0]!).find((href) => shape.test(href));
  return found ? found + (parent === pattern ? "" : "/registration") : null;
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function check(page: Page, line: PageLine, address: string, javaScript: boolean): Promise<string> {
  const response = await page.goto(address);
  expect(response!.status(), address).toBe(line.path === "/*" ? 404 : 200);
  await expect(page.locator("html"), address).toHaveAttribute("lang", "ja");
  await expect(page.locator("h1"), address).toHaveCount(1);
  const nonce = /'nonce-([^']+)'/.exec(response!.headers()["content-security-policy"] ?? "")?.[1];
  const html = await response!.text();
  for (const [script] of html.matchAll(/<script\b[^>]*>/g)) expect(script, address).toContain(`nonce="${nonce}"`);
  const frameworkScripts = /entry\.client|__reactRouterContext/.test(html);
  expect(frameworkScripts, `${address} hydrates`).toBe(line.hydrate);
  if (javaScript) {
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" | ")}`), address).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 320);
  expect(width, `${address} scrolls sideways at 320 px`).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 390, height: 844 });
  return page.title();
}

for (const reader of READERS) {
  test(`every page that a ${reader} may see is sound`, async ({ page, site, javaScriptEnabled }) => {
    test.setTimeout(240_000);
    if (reader !== "visitor") await site.signIn(page, reader as DemoRole);
    const titles = new Map<string, string>();
    for (const line of pages.filter((candidate) => maySee(candidate.access, reader))) {
      // A public page looks the same to everybody but for the frame: the visitor's and the student's view are looked at.
      if (line.access === "public" && !["visitor", "student"].includes(reader)) continue;
      // The way out of the session has a page of its own; signed-in readers are led away from the sign-in pages.
      if (reader !== "visitor" && /^\/(login|register|password)/.test(line.path)) continue;
      const address = await exampleOf(page, line.path);
      if (!address) continue;
      const title = await check(page, line, address, javaScriptEnabled !== false);
      expect(title, address).toMatch(/\S/);
      expect(titles.get(title), `${address} and ${titles.get(title)} have the same title`).toBeUndefined();
      titles.set(title, address);
    }
    expect(titles.size).toBeGreaterThan(2);
  });
}
