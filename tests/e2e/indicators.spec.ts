import { expect, test } from "#tests/support/browser.ts";

test("a citizen reads the sheet of 31 January 2025 and follows a figure down to its records", async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/indicators`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("一関市工業振興計画の指標");
  await expect(page.getByText("2025年(令和7年)1月31日(金)現在")).toBeVisible();
  const portal = page.locator("tbody").filter({ hasText: "1-1-2 就職情報適応システム活用事業" });
  await expect(portal).toContainText("167社");
  await expect(portal).toContainText("174社");
  await expect(portal).toContainText("267社");
  await expect(portal).toContainText("65.2%");
  // The projects of a strategy are folded until a reader opens them.
  await page.locator("details").filter({ has: portal }).locator("summary").click();
  await portal.getByRole("link", { name: "登録事業所数" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("登録事業所数");
  await expect(page.getByText("registered-companies、第1版", { exact: false })).toBeVisible();
  await expect(page.getByRole("img", { name: /登録事業所数の年度ごとの推移/ })).toBeVisible();
  await expect(
    page.getByRole("table", { name: "年度ごとの推移" }).getByRole("row", { name: /令和5年度/ }),
  ).toContainText("167社");
});

test("the information fair has its five categories, and few people in a cell are not published", async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/indicators/1-1-6-information-fair-participants?asOf=2025-01-31`);
  const categories = page.getByRole("table", { name: "参加者の区分" });
  for (const row of ["生徒・学生 123", "保護者 12", "企業の人 93", "教職員 8", "合計 236"])
    await expect(categories.getByRole("row", { name: row })).toBeVisible();
  await page.goto(`${site.url}/indicators/1-1-15-outreach-booth-visitors?asOf=2025-01-31`);
  const days = page.getByRole("table", { name: "開催日ごと" });
  await expect(days.getByText("少人数のため非公表")).toHaveCount(2);
  await expect(days.getByRole("row", { name: "合計 13" })).toBeVisible();
});

test("released states can be chosen, and a day that cannot be shown says why", async ({ page, site }) => {
  await page.goto(`${site.url}/indicators?asOf=令和6年3月31日`);
  await expect(page.getByText("その日の値は公表していません。")).toBeVisible();
  await page.getByRole("link", { name: /令和6年度の資料 第1版/ }).click();
  await expect(page.getByText("令和6年度の資料の第1版の値です")).toBeVisible();
  await page.goto(`${site.url}/indicators?asOf=令和7年2月30日`);
  await expect(page.getByText("その基準日は暦にありません。")).toBeVisible();
  await expect(page.getByText("2025年(令和7年)1月31日(金)現在", { exact: true })).toBeVisible();
  await page.goto(`${site.url}/indicators?asOf=2100-01-01`);
  await expect(page.getByText("今日より後の日は選べません。")).toBeVisible();
  const missing = await page.request.get(`${site.url}/indicators/no-such-indicator`);
  expect(missing.status()).toBe(404);
});

test("staff see registrations against the target and what is behind its pace", async ({ page, site }) => {
  await site.signIn(page, "staff");
  await page.goto(`${site.url}/staff`);
  await expect(page.getByRole("link", { name: "登録企業数と目標" })).toBeVisible();
  await expect(page.getByText("目標 267社", { exact: false })).toBeVisible();
  await expect(page.getByRole("link", { name: "掲載の承認待ち" })).toBeVisible();
  const behind = page.getByRole("table", { name: "目標のペースに届いていない指標" });
  await expect(
    behind.getByRole("link", { name: /承認待ちが\d+件あります。確かめて公開する/ }),
  ).toHaveAttribute("href", "/staff/approvals");
});

test("staff enter an official figure with its source; mistakes keep what was typed", async ({
  page,
  site,
}) => {
  await site.signIn(page, "staff");
  await page.goto(`${site.url}/staff/indicators?enter=attracted-companies`);
  await page.locator("#fiscalYear").selectOption({ label: "令和7年度" });
  await page.getByLabel("値", { exact: true }).fill("31");
  await page.getByLabel("いつ現在の値か").fill("令和8年2月30日");
  await page.getByLabel("出典").fill("誘致企業の一覧(令和8年3月末)");
  await page.getByRole("button", { name: "この値を記録する" }).click();
  await expect(page.getByRole("link", { name: /いつ現在の値か:この日付は暦にありません/ })).toBeVisible();
  await expect(page.getByLabel("値", { exact: true })).toHaveValue("31");
  await expect(page.getByLabel("いつ現在の値か")).toHaveValue("令和8年2月30日");

  await page.getByLabel("いつ現在の値か").fill("令和8年3月31日");
  await page.getByRole("button", { name: "この値を記録する" }).click();
  await expect(page.getByText("公表値を記録しました。")).toBeVisible();
  await expect(
    page.getByRole("table", { name: "公表値の入力" }).getByRole("row", { name: /令和7年度/ }),
  ).toContainText("31社");
  await page.goto(`${site.url}/indicators?asOf=today`);
  await expect(page.locator("[aria-labelledby=plan-indicators]")).toContainText("31社");
});

test("others do not enter the rooms of the staff", async ({ page, site }) => {
  await site.signIn(page, "company");
  for (const path of ["/staff", "/staff/indicators"]) {
    const answer = await page.goto(`${site.url}${path}`);
    expect(answer?.status()).toBe(403);
  }
});
