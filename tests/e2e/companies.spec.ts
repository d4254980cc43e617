import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";

const cards = (page: Page) => page.locator("main article");

async function search(page: Page, text: string) {
  await page.goto("/companies");
  await page.getByLabel(/会社名/).fill(text);
  await page.getByRole("button", { name: "さがす", exact: true }).click();
  await expect(page).toHaveURL(/\?q=/);
}

/** Opens the page of the company that the demo account acts for and gives its path. */
async function ownPublicPath(page: Page): Promise<string> {
  await page.goto("/company");
  const href = await page.getByRole("link", { name: "公開中のページを見る" }).getAttribute("href");
  return href!;
}

/** Sends the profile form with other products; the word is new to the town. */
async function submitProducts(page: Page, products: string, note = "") {
  await page.goto("/company/profile");
  await page.getByLabel("製品・サービス").fill(products);
  await page.getByLabel("事務局への連絡").fill(note);
  await page.getByRole("button", { name: "承認を申請する" }).click();
}

async function openWaiting(page: Page, companyName: string) {
  await page.goto("/staff/approvals");
  await page.getByRole("row", { name: companyName }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: `${companyName}の申請` })).toBeVisible();
}

test("a student finds a company by its reading and reads its profile", async ({ page }) => {
  await page.goto("/companies");
  const first = cards(page).first();
  const kana = (await first.locator("p").first().innerText()).trim();
  const name = (await first.getByRole("heading").innerText()).trim();
  const hiragana = kana.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));

  await search(page, hiragana);
  const hit = cards(page).filter({ hasText: name }).first();
  await expect(hit).toContainText("表示の理由");
  await expect(hit.locator("mark").first()).toBeVisible();
  await hit.getByRole("link", { name }).click();

  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("heading", { name: "どんな仕事?" })).toBeVisible();
  await expect(page.getByText(/記載内容は\d{4}年\(令和/).first()).toBeVisible();
  await expect(page.getByText("学校の先生を通じて").first()).toBeVisible();
  const organization = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!);
  expect(organization).toMatchObject({ "@type": "Organization", name });
});

test("conditions narrow the list, stand above it and can be taken away one by one", async ({ page }) => {
  await page.goto("/companies");
  const all = await page.getByRole("heading", { level: 2, name: /社が見つかりました/ }).innerText();
  await page.getByText("条件で絞り込む", { exact: true }).click();
  await page.getByRole("group", { name: "地域" }).getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "この条件で絞り込む" }).click();
  await expect(page).toHaveURL(/area=/);
  const chip = page.getByRole("link", { name: /^地域:.+の条件を外す$/ });
  const area = (await chip.innerText()).replace(/^地域:|×|\s/g, "");
  for (const card of await cards(page).all()) await expect(card).toContainText(area);
  await chip.click();
  await expect(page.getByRole("heading", { level: 2, name: all })).toBeVisible();
});

test("a search by product finds it, and a search that finds nothing says what to leave out", async ({
  page,
}) => {
  await page.goto("/companies");
  await cards(page).first().getByRole("link").first().click();
  const product = (await page.locator("dt:text-is('製品・サービス') + dd").innerText()).split("、")[0]!;
  await search(page, product);
  await expect(cards(page).first()).toContainText("一致");

  await search(page, `${product} ゑゑゐゐぬぬ`);
  await expect(page.getByText("条件に合う企業が見つかりませんでした")).toBeVisible();
  await page.getByRole("link", { name: /「ゑゑゐゐぬぬ」を外す/ }).click();
  await expect(cards(page).first()).toBeVisible();
});

test("unknown and overlong queries are answered in words", async ({ page }) => {
  await page.goto(`/companies?q=${"a".repeat(5000)}&sort=price&area=%F0%9F%98%80&page=99999`);
  await expect(page.getByText("先頭の100文字で検索しました")).toBeVisible();
  const missing = await page.goto("/companies/nobody");
  expect(missing?.status()).toBe(404);
  for (const path of ["/companies/%00", "/internships/%00"])
    expect((await page.request.get(path)).status()).toBe(400);
});

test("a change waits, the public page stays; staff publish it and the search finds the new word", async ({
  page,
  site,
}) => {
  await site.signIn(page, "company");
  const path = await ownPublicPath(page);
  await page.goto(path);
  const name = await page.getByRole("heading", { level: 1 }).innerText();
  const before = await page.locator("dt:text-is('製品・サービス') + dd").innerText();

  await submitProducts(page, "<script>alert(1)</script>、手延べゐろは麺", "製品を追加しました。");
  await expect(page.getByText("承認を申請しました")).toBeVisible();
  await expect(page.getByText(/承認待ちです/)).toBeVisible();
  await page.goto(path);
  await expect(page.locator("dt:text-is('製品・サービス') + dd")).toHaveText(before);
  await site.signOut(page);

  await site.signIn(page, "staff");
  await openWaiting(page, name);
  await expect(page.getByText("製品を追加しました。")).toBeVisible();
  const change = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: "製品・サービス" }) });
  for (const product of [...before.split("、"), "<script>alert(1)</script>", "手延べゐろは麺"])
    await expect(change).toContainText(product);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await page.getByRole("button", { name: "公開する" }).click();
  await expect(page.getByText("公開しました。")).toBeVisible();

  await second.getByRole("button", { name: "公開する" }).click();
  await expect(second.getByText("ほかの職員が先に判断したか")).toBeVisible();
  await second.close();

  await page.goto(path);
  await expect(page.locator("dt:text-is('製品・サービス') + dd")).toHaveText(
    "<script>alert(1)</script>、手延べゐろは麺",
  );
  await expect(async () => {
    await search(page, "手延べゐろは麺");
    await expect(cards(page).filter({ hasText: name })).toBeVisible({ timeout: 500 });
  }).toPass();
});

test("a submission is returned with a reason that the company reads", async ({ page, site }) => {
  await site.signIn(page, "company");
  await page.goto(await ownPublicPath(page));
  const name = await page.getByRole("heading", { level: 1 }).innerText();
  await submitProducts(page, "差し戻される製品");
  await site.signOut(page);

  await site.signIn(page, "staff");
  await openWaiting(page, name);
  await page.getByRole("button", { name: "差し戻す" }).click();
  await expect(page.getByRole("link", { name: /差し戻す理由を選ぶか/ })).toBeVisible();
  await page.getByRole("checkbox", { name: /従業員数・採用・離職/ }).check();
  await page.getByLabel(/補足/).fill("離職の人数をもう一度お確かめください。");
  await page.getByRole("button", { name: "差し戻す" }).click();
  await expect(page.getByText("差し戻しました。")).toBeVisible();
  await site.signOut(page);

  await site.signIn(page, "company");
  await page.goto("/company");
  await expect(page.getByText("離職の人数をもう一度お確かめください。")).toBeVisible();
  await page.goto("/company/profile");
  await expect(page.getByLabel("製品・サービス")).toHaveValue("差し戻される製品");
});

test("bad input is named beside its field and nothing that was typed is lost", async ({ page, site }) => {
  await site.signIn(page, "company");
  await page.goto("/company/profile");
  const typed: [string, string][] = [
    ["記載内容の基準日", "令和7年2月30日"],
    ["従業員数", "約五十人"],
    ["企業名(カナ)", "漢字"],
    ["ひとことで言うと", "あ".repeat(10_000)],
    ["ある社員の一日", "<b>朝</b>😀"],
  ];
  for (const [label, text] of typed) await page.getByLabel(label).fill(text);
  await page.getByRole("button", { name: "承認を申請する" }).click();
  await expect(page.getByRole("heading", { name: /確認が必要な項目が4件/ })).toBeVisible();
  for (const [label, text] of typed) await expect(page.getByLabel(label)).toHaveValue(text);
  await expect(page.getByText("この日付は暦にありません").first()).toBeVisible();

  await page.getByLabel("ひとことで言うと").fill("短くしました");
  await page.getByRole("button", { name: "下書きとして保存" }).click();
  await expect(page.getByText("下書きを保存しました。")).toBeVisible();
  await page.goto("/company/profile");
  await expect(page.getByLabel("従業員数")).toHaveValue("約五十人");

  // What the draft lacked is put right, as the next form begins with it.
  await page.getByLabel("記載内容の基準日").fill("令和7年2月28日");
  await page.getByLabel("従業員数").fill("５０");
  await page.getByLabel("企業名(カナ)").fill("ｼｮｳｼﾞｷｾｲｻｸｼｮ");
  await page.getByRole("button", { name: "承認を申請する" }).click();
  await expect(page.getByText("承認を申請しました")).toBeVisible();
});

test("a form on a stale page is not stored over a newer one; what was typed stays", async ({
  page,
  site,
}) => {
  await site.signIn(page, "company");
  await page.goto("/company/profile");
  const other = await page.context().newPage();
  await submitProducts(other, "先に保存した製品");
  await expect(other.getByText("承認を申請しました")).toBeVisible();
  await other.close();

  await page.getByLabel("製品・サービス").fill("あとから送った製品");
  await page.getByRole("button", { name: "承認を申請する" }).click();
  await expect(page.getByText("別の変更が保存されました")).toBeVisible();
  await expect(page.getByLabel("製品・サービス")).toHaveValue("あとから送った製品");
  await page.getByRole("button", { name: "承認を申請する" }).click();
  await expect(page.getByText("承認を申請しました")).toBeVisible();
});

test("internships and the manufacturing directory are lists that narrow down", async ({ page }) => {
  await page.goto("/internships");
  await page.getByText("条件で絞り込む", { exact: true }).click();
  await page.getByRole("link", { name: "高校生", exact: true }).click();
  await expect(page).toHaveURL(/audience=highSchool/);
  await cards(page).first().getByRole("heading").getByRole("link").click();
  await expect(page.getByText("高校生・中学生のみなさんへ")).toBeVisible();

  await page.goto("/manufacturing");
  await expect(page.getByRole("heading", { name: /^掲載 \d+社$/ })).toBeVisible();
  await page.getByLabel("地域").selectOption("千厩");
  await page.getByRole("button", { name: "絞り込む" }).click();
  await expect(page.getByRole("heading", { name: /^掲載 \d+社のうち \d+社$/ })).toBeVisible();
});
