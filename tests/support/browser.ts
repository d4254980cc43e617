import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test as base, type Page } from "@playwright/test";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#prisma/seed/demo-accounts.ts";
import { type RunningServer, startServer } from "./running-server.ts";

export type DemoRole = (typeof DEMO_ACCOUNTS)[number]["role"];

export type Site = {
  url: string;
  /** Signs the demo account of a role in through the form. */
  signIn(page: Page, role: DemoRole): Promise<void>;
  signOut(page: Page): Promise<void>;
};

type WorkerFixtures = {
  server: RunningServer;
  /** Names a town of its own for tests that change what every reader sees first: `test.use({ townOf: "…" })`. */
  townOf: string;
};
type TestFixtures = { site: Site; consoleWatch: void };

/** Each worker has its own server on its own copy of the demo town; a console error or a CSP violation fails the test. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  // A worker with another value is another worker, so it starts its own server.
  townOf: ["everybody", { scope: "worker", option: true }],
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const folder = await fs.mkdtemp(path.join(os.tmpdir(), "jimoto-worker-"));
      const dataDir = path.join(folder, "data");
      await fs.cp(path.join(process.env["JIMOTO_BROWSER_TEMPLATE"]!, "data"), dataDir, { recursive: true });
      const server = await startServer({ dataDir });
      await use(server);
      await server.stop();
      await fs.rm(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  site: async ({ server }, use) =>
    use({
      url: server.url,
      signIn: async (page, role) => {
        const account = DEMO_ACCOUNTS.find((candidate) => candidate.role === role)!;
        await page.goto("/login");
        await page.locator("main input[name=email]").fill(account.email);
        await page.locator("main input[name=password]").fill(DEMO_PASSWORD);
        await page.locator("main form:has(input[name=password]) button[type=submit]").click();
        await page.waitForURL((url) => url.pathname !== "/login");
      },
      signOut: async (page) => {
        await page.context().clearCookies();
      },
    }),
  consoleWatch: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on("console", (message) => {
        // A page that answers 4xx on purpose is reported by the browser as a failed load; the tests look at it themselves.
        if (message.type() === "error" && !/Failed to load resource: .* status of 4\d\d/.test(message.text()))
          problems.push(message.text());
      });
      page.on("pageerror", (error) => {
        // When two navigations follow each other closely the browser gives up the fade between pages and says so. The
        // fade is decoration in CSS: no script of ours asked for it, and the page is whole.
        if (!String(error).startsWith("InvalidStateError: Transition was aborted because of invalid state"))
          problems.push(String(error));
      });
      await use();
      base.expect(problems, "console errors").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from "@playwright/test";
