import type { Browser } from "@playwright/test";
import { expect, type Site } from "./browser.ts";

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
  await site.signIn(page, "staff");
  let found: string | null = null;
  await expect(async () => {
    await page.goto("/staff/mail");
    await page.locator("tr", { hasText: mail.to }).getByRole("link", { name: mail.subject }).first().click({ timeout: 1000 });
    found = await page.locator(`main pre a[href*="${mail.path}"]`).first().getAttribute("href", { timeout: 1000 });
  }).toPass({ timeout: 15_000 });
  await context.close();
  return found!;
}
