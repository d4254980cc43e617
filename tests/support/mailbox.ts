import type { Browser, BrowserContext } from "@playwright/test";
import { expect, type Site } from "./browser.ts";

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;
/** The staff's session on each server, so that a mail is read without signing in again. */
const staffCookies = new Map<string, Cookies>();

/**
 * The address of the link in the newest mail to somebody, read by staff at /staff/mail as on the demo. Waits until the mail
 * was delivered: that is done in the background.
 */
export async function linkInMail(
  browser: Browser,
  site: Site,
  mail: { to: string; subject: string; path: string },
): Promise<string> {
  const context = await browser.newContext({ baseURL: site.url });
  const page = await context.newPage();
  const known = staffCookies.get(site.url);
  if (known) await context.addCookies(known);
  else {
    await site.signIn(page, "staff");
    staffCookies.set(site.url, await context.cookies());
  }
  let found: string | null = null;
  await expect(async () => {
    await page.goto("/staff/mail");
    const row = page.locator("tr", { hasText: mail.to });
    await row.getByRole("link", { name: mail.subject }).first().click({ timeout: 2000 });
    found = await page
      .locator(`main pre a[href*="${mail.path}"]`)
      .first()
      .getAttribute("href", { timeout: 2000 });
  }).toPass({ timeout: 20_000 });
  await context.close();
  return found!;
}
