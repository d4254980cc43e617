import type { Page } from "@playwright/test";
import { expect, type Site, test } from "#tests/support/browser.ts";
import { linkInMail } from "#tests/support/mailbox.ts";

const PASSWORD = "correct horse battery";

const main = (page: Page) => page.locator("main");

async function signInAs(page: Page, email: string) {
  await page.goto("/login");
  await page.getByLabel("メールアドレス").fill(email);
  await page.getByLabel("パスワード").fill(PASSWORD);
  await main(page).getByRole("button", { name: "ログイン" }).click();
}

/** Staff open what waits from a company in their queue. */
async function openWaiting(page: Page, site: Site, waiting: { company: string; kind: string }) {
  await site.signIn(page, "staff");
  await page.goto(`/staff/approvals?kind=${waiting.kind}`);
  await page.getByRole("link", { name: waiting.company }).click();
}

const cardOf = (page: Page, company: string) => page.locator("main article").filter({ hasText: company });

/**
 * The way of one company through the portal, each step as its people take it: it registers, is returned and corrected, is
 * approved, sends its profile, is returned and corrected again, is published, found, compared, printed, and taken off.
 */
test("a company comes into the portal, is found by a student, and leaves it", async ({
  page,
  site,
  browser,
}, info) => {
  test.setTimeout(180_000);
  const email = `journey-${info.project.name}-${Date.now()}@people.example`;
  const name = `株式会社砂金沢はがね${Date.now() % 100_000}`;
  await register(page, { email, name });
  await page.goto(
    await linkInMail(browser, site, {
      to: email,
      subject: "メールアドレスの確認",
      path: "/register/confirmation",
    }),
  );
  await main(page).getByRole("button", { name: "確認する" }).click();
  await signInAs(page, email);
  await expect(page).toHaveURL("/company/registration");
  await expect(page.getByText("事務局が確認しています")).toBeVisible();
  await site.signOut(page);

  await returnRegistration(page, site, name);
  await signInAs(page, email);
  await expect(page.getByText("所在地に確認が必要です").first()).toBeVisible();
  await page.getByLabel(/所在地/).fill("岩手県一関市大東町摺沢字試作1-3");
  await page.getByRole("button", { name: "もう一度送る" }).click();
  await expect(page.getByText("お申し込みを送りました。")).toBeVisible();
  await site.signOut(page);
  await openWaiting(page, site, { company: name, kind: "registration" });
  await page.getByRole("button", { name: "承認する", exact: true }).click();
  await expect(page.getByText("お申し込みを承認しました。")).toBeVisible();
  await site.signOut(page);

  await signInAs(page, email);
  await expect(page).toHaveURL("/company");
  await page.goto("/company/profile");
  await fillProfile(page);
  await page.getByRole("button", { name: "承認を申請する" }).click();
  await expect(page.getByText("承認を申請しました")).toBeVisible();
  await site.signOut(page);
  await openWaiting(page, site, { company: name, kind: "revision" });
  await page.getByRole("checkbox", { name: /従業員数・採用・離職/ }).check();
  await page.getByRole("button", { name: "差し戻す" }).click();
  await expect(page.getByText("差し戻しました。")).toBeVisible();
  await site.signOut(page);

  await signInAs(page, email);
  await page.goto("/company/profile");
  await page.getByLabel("従業員数", { exact: true }).fill("23");
  await page.getByRole("button", { name: "承認を申請する" }).click();
  await expect(page.getByText("承認を申請しました")).toBeVisible();
  await site.signOut(page);
  await openWaiting(page, site, { company: name, kind: "revision" });
  await page.getByRole("button", { name: "公開する", exact: true }).click();
  await expect(page.getByText("公開しました。")).toBeVisible();
  await site.signOut(page);

  await findAndCompare(page, name);
  await takeOff(page, site, name);
});

async function register(page: Page, { email, name }: { email: string; name: string }) {
  await page.goto("/register/company");
  await page.getByLabel(/^企業名※/).fill(name);
  await page.getByLabel(/カタカナ/).fill("いさござわはがね");
  await page.getByLabel("法人番号", { exact: true }).fill("1234567890123");
  await page.getByLabel(/所在地/).fill("岩手県一関市大東町摺沢字試作1-2");
  await page.getByLabel(/電話番号/).fill("0191-00-0009");
  await page.getByLabel(/担当者の名前/).fill("架空 三郎");
  await page.getByLabel(/メールアドレス/).fill(email);
  await page.getByLabel(/パスワード/).fill(PASSWORD);
  await page.getByLabel(/同意します/).check();
  await page.getByRole("button", { name: "申し込む" }).click();
  await expect(page.locator("#corporateNumber-error")).toContainText("検査数字");
  await expect(page.getByLabel(/^企業名※/)).toHaveValue(name);
  await page.getByLabel("法人番号", { exact: true }).fill("");
  await page.getByLabel(/個人事業主のため/).check();
  await page.getByLabel(/パスワード/).fill(PASSWORD);
  await page.getByRole("button", { name: "申し込む" }).click();
  await expect(page.getByText("メールを送りました")).toBeVisible();
}

/** Staff return the application; a colleague whose page is stale is told so. */
async function returnRegistration(page: Page, site: Site, name: string) {
  await site.signIn(page, "staff");
  await page.goto("/staff/accounts");
  await expect(page.getByRole("heading", { name: "すべてのアカウント" })).toHaveCount(0);
  await page.getByRole("link", { name: `${name}のお申し込みを開く` }).click();
  const stale = await page.context().newPage();
  await stale.goto(page.url());
  await page.getByLabel(/所在地に確認が必要です/).check();
  await page.getByRole("button", { name: "差し戻す" }).click();
  await expect(page.getByText("お申し込みを差し戻しました。")).toBeVisible();
  await stale.getByRole("button", { name: "承認する", exact: true }).click();
  await expect(stale.getByText("ほかの職員が先に判断したか")).toBeVisible();
  await stale.close();
  await site.signOut(page);
}

async function fillProfile(page: Page) {
  await page.getByLabel(/^郵便番号/).fill("029-0523");
  await page.getByLabel(/^所在地/).fill("岩手県一関市大東町摺沢字試作1-3");
  await page.getByLabel(/^地域/).selectOption("大東");
  await page.getByLabel(/^電話番号/).fill("0191-00-0009");
  await page.getByLabel(/^問い合わせ先の部署・担当/).fill("総務");
  await page.getByLabel(/^業種/).selectOption("24");
  await page.getByLabel(/^記載内容の基準日/).fill("2026-04-01");
  await page
    .getByLabel(/^仕事の内容/)
    .fill(
      "農具と包丁の刃を、鋼を打つところから研ぎまで一つの工場で行っています。道具を長く使えるように、研ぎ直しも受け付けています。",
    );
}

/** A student types the reading with an error, keeps the company, puts it beside another and prints the parents' sheet. */
async function findAndCompare(page: Page, name: string) {
  await expect(async () => {
    await page.goto("/companies");
    await page.getByLabel(/会社名/).fill("いさござははがね");
    await page.getByRole("button", { name: "さがす", exact: true }).click();
    await expect(cardOf(page, name)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(cardOf(page, name)).toContainText("よく似たつづりに一致");
  await cardOf(page, name).getByRole("link", { name }).click();
  await page.getByRole("button", { name: "この企業を保存する" }).click();
  await expect(page.getByText("企業を保存しました。")).toBeVisible();
  const parents = page.getByRole("link", { name: /保護者シート/ });
  const sheet = (await parents.getAttribute("href"))!;
  await page.getByRole("link", { name: "ほかの企業と比べる" }).click();
  await page.getByLabel("企業名", { exact: true }).fill("磐井川");
  await page.getByRole("button", { name: "さがす", exact: true }).click();
  await page.getByRole("link", { name: "磐井川精密株式会社を追加する" }).click();
  const table = page.getByRole("table");
  await expect(table.getByRole("columnheader", { name: name })).toBeVisible();
  await expect(table.getByRole("row", { name: /従業員数/ })).toContainText("23人");
  await expect(table.getByRole("row", { name: /初任給\(高校卒\)/ })).toContainText("未記入");

  await page.goto(sheet);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  const pdf = await page.pdf({ preferCSSPageSize: true, format: "A4" });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
}

/** Staff take the company off the list: within two seconds no search finds it, and its page says so. */
async function takeOff(page: Page, site: Site, name: string) {
  await site.signIn(page, "staff");
  await page.goto(`/staff/companies?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name }).click();
  const own = (await page.getByRole("link", { name: "公開中のページを見る" }).getAttribute("href"))!;
  const search = async () => (await page.request.get(`/companies?q=${encodeURIComponent(name)}`)).text();
  expect(await search()).toContain(`href="${own}"`);
  await page.getByRole("link", { name: "掲載を終了する" }).click();
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "掲載を終了する" }).click();
  await expect(async () => expect(await search()).not.toContain(`href="${own}"`)).toPass({
    timeout: 2000,
    intervals: [100],
  });
  const gone = await page.request.get(own);
  expect(gone.status()).toBe(410);
}
