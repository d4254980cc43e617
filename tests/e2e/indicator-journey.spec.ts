import type { Browser, Page } from "@playwright/test";
import iconv from "iconv-lite";
import { addDays, civilDateOf, plainDate } from "#app/platform/calendar.ts";
import { expect, type Site, test } from "#tests/support/browser.ts";
import { linkInMail } from "#tests/support/mailbox.ts";

// It releases papers, and with them changes the day that every reader sees first.
test.use({ townOf: "indicator-journey" });

/** The sheet of the journey: a day of fiscal 2025, which the plan holds and every clock has passed. */
const AS_OF = "2025-05-31";
const RATE = `/indicators/local-employment-rate?asOf=${AS_OF}`;
const RECORDS = `/staff/indicators/local-employment-rate/records?asOf=${AS_OF}`;
const GOOD_SCHOOL = "一関工業高等学校";
const BAD_SCHOOL = "千厩高等学校";
const GOOD_ROW = [GOOD_SCHOOL, "2025年3月", "140", "70", "12", "8", "40", "6", "4"];
/** Its parts add up to 71. */
const BAD_ROW = [BAD_SCHOOL, "2025年3月", "70", "30", "9", "6", "21", "3", "2"];
const CORRECTED_ROW = BAD_ROW.with(2, "71");

/** The two people started this week, so they stand first in the staff's list. */
const [START, LATER_START] = [-3, -2].map((days) => addDays(civilDateOf(new Date()), days)) as [
  string,
  string,
];

const main = (page: Page) => page.locator("main");

/**
 * The way of a figure: a company and a school tell what happened, the rate follows and can be walked back, staff judge the
 * year, the papers are released, and a later correction stands where every citizen can read it.
 */
test("facts become a figure that is judged, released and corrected", async ({ page, site, browser }) => {
  test.setTimeout(240_000);
  await reportHires(page, site, browser);
  const before = await rateOf(page);
  await importCounts(page, { fileName: "進路.csv", rows: [GOOD_ROW, BAD_ROW], refuse: true });
  const changed = await rateOf(page);
  expect(changed).not.toBe(before);
  await walkBack(page, changed);
  await judge(page);
  const release = await publish(page);
  await importCounts(page, { fileName: "進路(訂正).csv", rows: [CORRECTED_ROW], refuse: false });
  const corrected = await rateOf(page);
  expect(corrected).not.toBe(changed);
  await correct(page, release, { before: changed, after: corrected });
  await site.signOut(page);
  await readCorrection(page, { before: changed, after: corrected });
});

/** The rate on its public page. */
async function rateOf(page: Page): Promise<string> {
  await page.goto(RATE);
  const text = await page.locator("section[aria-labelledby=now] .text-std-32B-150").innerText();
  return /\d+\.\d%/.exec(text)![0];
}

/** Staff let the quarterly question go out; a company opens its link without an account and reports two people. */
async function reportHires(page: Page, site: Site, browser: Browser) {
  await site.signIn(page, "staff");
  await page.goto("/staff/employment/calls");
  await page.getByRole("button", { name: "おたずねを今すぐ送る" }).click();
  await expect(page.getByText("おたずねの送信を始めました。")).toBeVisible();
  const link = await linkInMail(browser, site, {
    to: "採用と在籍のおたずね",
    subject: "採用と在籍のおたずね",
    path: "/company/employment/answer",
  });
  const visitor = await browser.newContext({ baseURL: site.url, viewport: page.viewportSize() });
  const company = await visitor.newPage();
  await company.goto(link);
  const lead = await company.getByText("の採用と在籍について").innerText();
  const name = /「(.+?)」/.exec(lead)![1]!;
  await company.getByText("採用した方を入力する").click();
  await fillHire(company, 1, { mark: "2026年春-1", kind: "新卒採用", startedOn: "令和8年2月30日" });
  await company.getByRole("button", { name: "この内容で加えて、次の方を入力する" }).click();
  await expect(
    company.getByRole("link", { name: /採用した方 1 入社日:この日付は暦にありません/ }),
  ).toBeVisible();
  const first = company.getByRole("group", { name: "採用した方 1" });
  await expect(first.getByLabel("入社日")).toHaveValue("令和8年2月30日");
  await first.getByLabel("入社日").fill(START);
  await company.getByRole("button", { name: "次の方を入力する" }).click();
  await expect(company.getByText(`採用した方 1:2026年春-1・${START}`)).toBeVisible();
  await fillHire(company, 2, { mark: "2026年春-2", kind: "中途採用", startedOn: LATER_START });
  await company.getByRole("button", { name: "この内容で送る" }).click();
  await expect(company.getByText("お知らせいただき、ありがとうございました。")).toBeVisible();
  const told = company.getByRole("table", { name: "お知らせいただいた方の一覧" });
  for (const mark of ["2026年春-1", "2026年春-2"])
    await expect(told.getByRole("row", { name: mark })).toContainText("管内");
  await visitor.close();
  await page.goto("/staff/employment/placements?source=company");
  for (const startedOn of [START, LATER_START])
    await expect(
      main(page)
        .getByRole("row", { name })
        .filter({ hasText: plainDate(startedOn) }),
    ).toBeVisible();
}

async function fillHire(
  page: Page,
  number: number,
  { mark, kind, startedOn }: { mark: string; kind: string; startedOn: string },
) {
  const hire = page.getByRole("group", { name: `採用した方 ${number}` });
  await hire.getByLabel("社内の番号").fill(mark);
  await hire.getByLabel("入社日").fill(startedOn);
  await hire.getByLabel("新卒か中途か").selectOption(kind);
  await hire.getByLabel("働く場所の市町村").fill("一関市");
  if (kind === "中途採用") return;
  await hire.getByLabel("卒業した年(3月)").fill(String(Number(START.slice(0, 4)) - 1));
  await hire.getByLabel("卒業した学校の種類").selectOption("高校");
}

/** Staff read a table of the schools in CP932; the bad row is named by row and column and left out. */
async function importCounts(
  page: Page,
  { fileName, rows, refuse }: { fileName: string; rows: string[][]; refuse: boolean },
) {
  const header = [
    "学校",
    "卒業年",
    "卒業者",
    "管内就職",
    "県内就職(管外)",
    "県外就職",
    "進学",
    "その他",
    "未定・不明",
  ];
  const table = [["令和7年3月卒業者の進路(①5月末現在)"], header, ...rows];
  await page.goto("/staff/figures");
  await page.getByRole("radio", { name: /学校の進路のまとめ/ }).check();
  await page.getByLabel("表のファイル").setInputFiles({
    name: fileName,
    mimeType: "text/csv",
    buffer: iconv.encode(table.map((cells) => cells.join(",")).join("\r\n"), "cp932"),
  });
  await page.getByRole("button", { name: "読み取る" }).click();
  await expect(page.getByText("2行目を見出しとして読み取りました")).toBeVisible();
  await expect(main(page)).toContainText("Shift_JIS");
  await page.getByRole("textbox", { name: /^基準日/ }).fill("令和7年5月30日");
  await page.getByLabel(/^出典/).fill("令和7年3月卒業者の進路調べ(追加)");
  await page.getByRole("button", { name: "この割り当てで確認する" }).click();
  if (refuse) {
    await whenDone(page, "エラーの行が1行あるため、まだ取り込めません");
    await expect(page.getByRole("button", { name: "取り込む", exact: true })).toHaveCount(0);
    const bad = page.locator("#row-4");
    await expect(bad).toContainText("セルC4(卒業者)「70」");
    await expect(bad).toContainText("進路の内訳の合計は71人で、卒業者70人と合いません。");
    await page.getByRole("button", { name: "エラーの1行を、すべて除く" }).click();
  }
  await whenDone(page, "の内容を確かめました");
  await page.getByRole("checkbox", { name: /の内容を確かめました/ }).check();
  await page.getByRole("button", { name: "取り込む", exact: true }).click();
  await whenDone(page, "を反映しました");
}

/** The work is done in the background: the page says so when it is opened again. */
async function whenDone(page: Page, text: string) {
  await expect(async () => {
    await page.goto(page.url());
    await expect(main(page).getByText(text).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
}

/** From the figure down to the records that it counted; they give the same rate. */
async function walkBack(page: Page, rate: string) {
  await page.goto(RATE);
  await expect(main(page)).toContainText("local-employment-rate、第1版");
  await page.getByRole("link", { name: "もとの記録の一覧(職員用)" }).click();
  await expect(page).toHaveURL(RECORDS);
  const roles = page.getByRole("table", { name: "扱いごとの件数" });
  const amountOf = async (role: string) =>
    Number(
      (await roles.getByRole("row", { name: role }).getByRole("cell").last().innerText()).replace(",", ""),
    );
  const local = await amountOf("数えた(分子)");
  const elsewhere = await amountOf("分母だけに入れた");
  expect(`${((100 * local) / (local + elsewhere)).toFixed(1)}%`).toBe(rate);
  const records = page.getByRole("table", { name: "もとの記録" });
  await expect(
    records.getByRole("row", { name: /2025年5月30日.*学校の進路の集計.*数えた\(分子\).*70/ }),
  ).toBeVisible();
}

/** Staff grade a project otherwise than its score does: only with a reason, and what was typed stays. */
async function judge(page: Page) {
  await page.goto("/staff/plan/evaluations?year=2025");
  const project = page
    .locator("tbody")
    .filter({ has: page.locator("th", { hasText: /^\d-\d-\d+ / }) })
    .filter({ has: page.locator("td[data-label=計算上の評価]", { hasText: /^[A-D]$/ }) })
    .first();
  const computed = await project.locator("td[data-label=計算上の評価]").innerText();
  await project.getByRole("link").click();
  const other = computed.startsWith("B") ? "C" : "B";
  const grade = page.getByRole("radio", { name: new RegExp(`^${other}`) });
  await grade.check();
  await page
    .getByLabel("成果", { exact: true })
    .fill("目標の値より、続けて関わる企業が増えたことを重くみた。");
  await page.getByRole("button", { name: "変わるところを確かめる" }).click();
  await expect(
    page.getByRole("link", { name: /計算上の評価と異なる理由:計算上の評価は.です。/ }),
  ).toBeVisible();
  await expect(grade).toBeChecked();
  await expect(page.getByLabel("成果", { exact: true })).toHaveValue(/続けて関わる企業/);
  await page
    .getByLabel("計算上の評価と異なる理由")
    .fill("年度の途中で始めた取組の効果が、まだ数に表れていないため。");
  await page.getByRole("button", { name: "変わるところを確かめる" }).click();
  await page.getByRole("button", { name: "この内容で記録する" }).click();
  await expect(page.getByText("評価を記録しました。")).toBeVisible();
  await expect(main(page)).toContainText("年度の途中で始めた取組の効果が、まだ数に表れていないため。");
}

/** Staff publish the papers of the year; gives the address of the release. */
async function publish(page: Page): Promise<string> {
  await page.goto("/staff/releases");
  await page.getByLabel("基準日").fill("令和7年5月31日");
  await page.getByRole("button", { name: "公表する内容を確かめる" }).click();
  await expect(page.getByText("まだ公表していません。")).toBeVisible();
  await page.getByRole("button", { name: "この内容で公表する" }).click();
  await expect(page.locator("#confirmed-error")).toBeVisible();
  await page.getByRole("checkbox", { name: "内容と秘匿する値を確かめました" }).check();
  await page.getByRole("button", { name: "この内容で公表する" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("令和7年度 第1版");
  return page.url();
}

const NOTE = "千厩高等学校の卒業者の人数を、学校からの訂正により改めました。";

/** Staff release the next version: without a note nothing happens, and the changed cells are on the page before it does. */
async function correct(page: Page, release: string, rate: { before: string; after: string }) {
  await page.goto(release);
  await page.getByRole("link", { name: "訂正の準備をする" }).click();
  await expect(changedCell(page, rate)).toBeVisible();
  await page.getByRole("checkbox", { name: "内容と秘匿する値を確かめました" }).check();
  await page.getByRole("button", { name: "訂正して次の版を公表する" }).click();
  await expect(page.getByRole("link", { name: /^市民に示す訂正の内容:/ })).toBeVisible();
  await page.getByLabel(/^市民に示す訂正の内容/).fill(NOTE);
  await page.getByRole("button", { name: "訂正して次の版を公表する" }).click();
  await expect(page.getByText("訂正した版を公表しました。")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("令和7年度 第2版");
}

const changedCell = (page: Page, { before, after }: { before: string; after: string }) =>
  page.getByRole("row", { name: new RegExp(`新規高卒者の管内就職率.*${before}.*${after}`, "s") }).first();

/** A citizen reads what was corrected and why; the version before stays as it was. */
async function readCorrection(page: Page, rate: { before: string; after: string }) {
  await page.goto("/indicators/corrections");
  const correction = page.locator("section").filter({ hasText: "令和7年度の資料(第2版)" });
  await expect(correction).toContainText(NOTE);
  await expect(changedCell(page, rate)).toBeVisible();
  await correction.getByRole("link", { name: "この版" }).click();
  await expect(page.getByText(NOTE)).toBeVisible();
  await page.goto(page.url().replace(/documents\/[^?]+/, "documents/evaluations"));
  const line = page.getByRole("row", { name: /新規高卒者の管内就職率/ }).first();
  await expect(line).toContainText(rate.after.replace("%", ""));
  await page.getByRole("link", { name: "第1版", exact: true }).click();
  await expect(page.getByText("これは古い版です。最新は第2版です。")).toBeVisible();
  await expect(line).toContainText(rate.before.replace("%", ""));
}
