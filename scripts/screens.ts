// npm run screens: takes the pictures of docs/screens from a fresh demo town, on a phone and on a desk.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#prisma/seed/demo-accounts.ts";
import { startServer } from "#tests/support/running-server.ts";
import { buildWhenStale } from "./build.ts";
import { findChromium } from "./find-chromium.ts";

const FOLDER = "docs/screens";
const WIDTHS = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
];

type Screen = { name: string; role?: string; open: (page: Page) => Promise<void> };

const SCREENS: Screen[] = [
  { name: "home", open: (page) => to(page, "/") },
  { name: "search", open: (page) => to(page, `/companies?q=${encodeURIComponent("かながた")}`) },
  { name: "profile", open: (page) => to(page, "/companies/iwaigawa-seimitsu") },
  { name: "parents", open: (page) => to(page, "/companies/iwaigawa-seimitsu/parents") },
  {
    name: "compare",
    open: (page) =>
      to(page, "/compare?c=iwaigawa-seimitsu&c=aoneno-kinzokukougyou&c=asaichizaka-suisankakou"),
  },
  { name: "company-form", role: "company", open: (page) => to(page, "/company/profile") },
  { name: "import", role: "staff", open: (page) => to(page, "/staff/imports") },
  { name: "freshness", role: "staff", open: (page) => to(page, "/staff/freshness") },
  { name: "indicators", open: (page) => to(page, "/indicators?asOf=2025-01-31") },
  {
    name: "registration",
    role: "student",
    open: async (page) => {
      await to(page, "/events");
      await page
        .getByRole("link", { name: /就職ガイダンスin一関/ })
        .first()
        .click();
      await to(page, `${new URL(page.url()).pathname}/registration`);
    },
  },
  {
    name: "ticket",
    role: "student",
    open: async (page) => {
      await to(page, "/me");
      await page.locator('main a[href^="/me/registrations/"]').first().click();
    },
  },
  {
    name: "ticket-mail",
    role: "staff",
    open: async (page) => {
      await to(page, "/staff/mail");
      await page.locator('main a[href^="/staff/mail/"]').first().click();
    },
  },
  {
    name: "approval",
    role: "staff",
    open: async (page) => {
      await to(page, "/staff/approvals");
      await page.locator('main a[href^="/staff/approvals/"]').last().click();
    },
  },
  { name: "staff-home", role: "staff", open: (page) => to(page, "/staff") },
  {
    name: "figure",
    open: (page) => to(page, "/indicators/1-1-8-support-station-placements?asOf=2025-01-31"),
  },
  { name: "paper", open: (page) => to(page, "/indicators/documents/results") },
  { name: "corrections", open: (page) => to(page, "/indicators/corrections") },
  { name: "signals", role: "staff", open: (page) => to(page, "/staff/signals") },
  { name: "plan-desk", role: "staff", open: (page) => to(page, "/staff/plan?year=2024") },
  { name: "employment", role: "staff", open: (page) => to(page, "/staff/employment") },
  { name: "recruitment-calendar", open: (page) => to(page, "/recruitment-calendar") },
  { name: "event-list", role: "staff", open: (page) => to(page, "/staff/events") },
  {
    name: "reception",
    role: "staff",
    open: async (page) => {
      await to(page, "/staff/events");
      await page
        .locator("section", { has: page.locator("#today") })
        .locator('a[href^="/staff/events/"]')
        .first()
        .click();
      await to(page, `${new URL(page.url()).pathname}/reception`);
    },
  },
  {
    name: "booth-plan",
    role: "staff",
    open: (page) => follow(page, "/staff/booths", /booths\/[^/]+$/),
  },
  {
    name: "visit-plan",
    role: "staff",
    open: (page) => follow(page, "/staff/visits", /visits$/, /visits\/\d+$/),
  },
];

await buildWhenStale();
fs.mkdirSync(FOLDER, { recursive: true });
const data = fs.mkdtempSync(path.join(os.tmpdir(), "jimoto-screens-"));
const server = await startServer({ dataDir: path.join(data, "data") });
const browser = await chromium.launch({ executablePath: findChromium() });
for (const screen of SCREENS)
  for (const viewport of WIDTHS) {
    if (screen.name === "ticket" && viewport === WIDTHS[0]) await registerOnce(browser);
    const page = await openPage(browser, viewport, screen.role);
    await screen.open(page);
    await page.screenshot({ path: path.join(FOLDER, `${screen.name}-${viewport.width}.png`) });
    await page.context().close();
  }
await browser.close();
await server.stop();
fs.rmSync(data, { recursive: true, force: true });

/** Opens a page and then, link by link, the first whose address fits. */
async function follow(page: Page, from: string, ...links: RegExp[]): Promise<void> {
  await to(page, from);
  for (const link of links) {
    const hrefs = await page
      .locator("main a")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    await to(
      page,
      hrefs.find((href) => href.startsWith("/staff/events/") && link.test(href))!,
    );
  }
}

async function openPage(
  from: Browser,
  viewport: { width: number; height: number },
  role?: string,
): Promise<Page> {
  const context = await from.newContext({
    baseURL: server.url,
    viewport,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    // A picture in the middle of the fade between two pages would show both.
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const account = DEMO_ACCOUNTS.find((candidate) => candidate.role === role);
  if (account) {
    await to(page, "/login");
    await page.locator("main input[name=email]").fill(account.email);
    await page.locator("main input[name=password]").fill(DEMO_PASSWORD);
    await page.locator("main form:has(input[name=password]) button[type=submit]").click();
    await page.waitForURL((url) => url.pathname !== "/login");
  }
  return page;
}

/** The student registers for the fair, so that there is a ticket and its mail to show. */
async function registerOnce(from: Browser): Promise<void> {
  const page = await openPage(from, WIDTHS[0]!, "student");
  await SCREENS.find((screen) => screen.name === "registration")!.open(page);
  await page.getByRole("radio").first().check();
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(/\/me\/registrations\//);
  await page.context().close();
}

async function to(page: Page, address: string): Promise<void> {
  await page.goto(address);
}
