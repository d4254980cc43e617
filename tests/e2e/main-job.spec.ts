import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";

const press = (page: Page, name: string) => page.locator("main").getByRole("button", { name }).click();

test("a student goes from the first page to a seat, and the mail with the calendar file is on its way", async ({
  page,
  site,
}) => {
  await site.signIn(page, "student");
  await page.goto("/");
  await page.getByLabel("企業をさがす").fill("いわいがわせいみつ");
  await press(page, "検索");
  await page.getByRole("link", { name: "磐井川精密" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("磐井川精密");

  const fair = page.locator('main a[href^="/events/"]').filter({ hasText: "就職ガイダンスin一関" });
  const title = await fair.first().innerText();
  await fair.first().click();
  await page.getByRole("link", { name: "このイベントに申し込む" }).click();
  await page.getByRole("radio", { name: /生徒・学生/ }).check();
  await press(page, "申し込む");
  await expect(page).toHaveURL(/\/me\/registrations\//);
  const ticket = new URL(page.url()).pathname;
  const code = await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).innerText();

  await site.signOut(page);
  await site.signIn(page, "staff");
  await expect(async () => {
    await page.goto("/staff/mail");
    await page.locator('main a[href^="/staff/mail/"]').first().click();
    await expect(page.locator("main")).toContainText(code);
  }).toPass();
  await expect(page.locator("main")).toContainText(title);
  await expect(page.locator("main")).toContainText("BEGIN:VCALENDAR");

  await site.signOut(page);
  await site.signIn(page, "student");
  await page.goto(ticket);
  await page.locator("summary", { hasText: "申し込みを取り消す" }).click();
  await press(page, "取り消しを確定する");
  await expect(page.getByRole("status")).toContainText("申し込みを取り消しました");
});

test("a check-in at the desk changes the plan's computed figure", async ({ page, site }) => {
  const figure = "/indicators/1-1-5-fair-person-times?asOf=today";
  const readTotal = async () => {
    await page.goto(figure);
    const total = page.getByRole("table", { name: "開催日ごと" }).getByRole("row", { name: /合計/ });
    return Number((await total.innerText()).replace(/\D/g, ""));
  };
  // Visitors see it in steps of five people until papers show it.
  await site.signIn(page, "staff");
  const before = await readTotal();
  expect(before).toBeGreaterThan(0);

  await page.goto("/staff/events");
  await page.getByRole("link", { name: "いちのせき しごと相談デー" }).first().click();
  await page.locator("input[name=headCount]").fill("1");
  await page.locator("select[name=category]").selectOption({ label: "生徒・学生" });
  await page.locator("button[value=walk-in]").click();
  await expect(page.getByRole("status")).toBeVisible();

  expect(await readTotal()).toBe(before + 1);
});
