import type { Page } from "@playwright/test";
import { addDays, civilDateOf } from "#app/platform/calendar.ts";
import { expect, type Site, test } from "#tests/support/browser.ts";
import { linkInMail } from "#tests/support/mailbox.ts";

const PASSWORD = "correct horse battery";

const press = (page: Page, name: string) =>
  page.getByRole("main").getByRole("button", { name, exact: true }).click();
const status = (page: Page) => page.getByRole("main").getByRole("status");

/** Staff make an event of the day after next week with the editor, from the first form to its publication. */
async function publishEvent(
  page: Page,
  event: { title: string; audience: "everyone" | "schools"; isListed: boolean; seats: [string, number][] },
): Promise<string> {
  await page.goto("/staff/events/new");
  await page.getByLabel(/^種類/).selectOption({ label: "セミナー" });
  await page.getByLabel(/^イベント名/).fill(event.title);
  await page.getByLabel(/^開催日/).fill(addDays(civilDateOf(new Date()), 8));
  await page.getByLabel(/^開始時刻/).fill("13時半");
  await page.getByLabel(/^終了時刻/).fill("15:00");
  await press(page, "下書きをつくる");
  await expect(page.getByText("下書きをつくりました。")).toBeVisible();
  const room = page.url().replace(/\/edit$/, "");
  await page
    .getByLabel(/^案内文/)
    .fill("市内の企業3社の若手社員が、仕事の一日を話します。質問の時間もあります。");
  await page.getByLabel(/^会場※?$|^会場$/).fill("なのはなプラザ");
  await page.getByLabel(/^会場の住所/).fill("岩手県一関市大町4-29");
  if (event.audience === "schools") await page.getByLabel(/^学校がまとめて申し込む/).check();
  if (!event.isListed) await page.getByLabel(/^一覧と検索に出さない/).check();
  await press(page, "保存する");
  await expect(page.getByText("保存しました。")).toBeVisible();
  await page.goto(`${room}/sessions`);
  for (const [category, capacity] of event.seats) {
    await page.getByLabel(/^区分/).selectOption({ label: category });
    await page.getByLabel("定員※必須", { exact: true }).fill(String(capacity));
    await press(page, "定員を加える");
    await expect(page.getByText("定員を加えました。")).toBeVisible();
  }
  await page.goto(`${room}/edit`);
  await page.getByRole("link", { name: "公開する", exact: true }).click();
  await press(page, "公開する");
  await expect(page.getByText("公開しました。")).toBeVisible();
  return new URL(room).pathname.replace("/staff", "");
}

/** A new student makes an account, confirms the address from the mail and signs in. */
async function becomeStudent(
  page: Page,
  site: Site,
  mail: (subject: string, path: string) => Promise<string>,
  email: string,
) {
  await page.goto("/register");
  await page.getByLabel(/呼ばれたい名前/).fill("みのり");
  await page.getByLabel(/メールアドレス/).fill(email);
  await page.getByLabel(/パスワード/).fill(PASSWORD);
  await page.getByLabel(/^学校/).selectOption({ index: 1 });
  await page.getByLabel(/卒業する年/).selectOption({ index: 1 });
  await page.getByLabel(/同意します/).check();
  await press(page, "確認のメールを受け取る");
  await page.goto(await mail("メールアドレスの確認", "/register/confirmation"));
  await press(page, "確認する");
  await signInAs(page, email);
}

async function signInAs(page: Page, email: string) {
  await page.goto("/login");
  await page.getByLabel("メールアドレス").fill(email);
  await page.getByLabel("パスワード").fill(PASSWORD);
  await press(page, "ログイン");
  await expect(page).toHaveURL("/me");
}

/**
 * Staff move the event to today: registration has to come before its beginning and check-in belongs to its day, so a test
 * at any hour needs both. The hours are late, so that the demo's own event of today stays the first of the day.
 */
async function moveToToday(page: Page, event: string) {
  // Nobody is checked in on the day after: what follows must not begin in the last moments before midnight in Japan.
  await expect.poll(secondsOfTodayLeft, { timeout: 45_000 }).toBeGreaterThan(30);
  await page.goto(`/staff${event}/edit`);
  await page.getByLabel(/^開催日/).fill(civilDateOf(new Date()));
  await page.getByLabel(/^開始時刻/).fill("23:00");
  await page.getByLabel(/^終了時刻/).fill("23:59");
  await press(page, "保存する");
  await expect(page.getByText("保存し、申込者へのお知らせを始めました。")).toBeVisible();
}

const DAY = 86_400;
const secondsOfTodayLeft = () => DAY - ((Date.now() / 1000 + 9 * 3600) % DAY);

/** The way of one seat: full, waited for, given back, offered, accepted, shown at the desk, and found again at /me. */
test("a student waits for a seat of a full event, is offered one, takes it and is checked in", async ({
  page,
  site,
  browser,
}, info) => {
  test.setTimeout(180_000);
  const email = `seat-${info.project.name}-${Date.now()}@people.example`;
  const title = `若手社員の一日を聞く会 ${Date.now() % 100_000}`;
  const mail = (subject: string, path: string) => linkInMail(browser, site, { to: email, subject, path });
  await site.signIn(page, "staff");
  const event = await publishEvent(page, {
    title,
    audience: "everyone",
    // Other tests look at the first event of a list: this one stays out of their way.
    isListed: false,
    seats: [["生徒・学生", 1]],
  });
  await site.signOut(page);

  await site.signIn(page, "student");
  await page.goto(`${event}/registration`);
  await press(page, "申し込む");
  await expect(status(page)).toContainText("申し込みました");
  const taken = page.url();
  await site.signOut(page);

  await becomeStudent(page, site, mail, email);
  await page.goto(event);
  await page.getByRole("link", { name: "キャンセル待ちに登録する" }).click();
  await press(page, "キャンセル待ちに登録する");
  await expect(page.getByText("いま1番目です")).toBeVisible();
  const own = new URL(page.url()).pathname;
  await page.goto("/me");
  await expect(page.getByText("キャンセル待ち 1番目")).toBeVisible();
  await site.signOut(page);

  await site.signIn(page, "student");
  await page.goto(taken);
  await page.locator("summary", { hasText: "申し込みを取り消す" }).click();
  await press(page, "取り消しを確定する");
  await expect(page.getByText("申し込みを取り消しました")).toBeVisible();
  await site.signOut(page);

  await signInAs(page, email);
  const line = page.locator("li", { hasText: title });
  await expect(line).toContainText("お席のご案内中");
  await expect(line).toContainText("までにお返事ください");
  expect(new URL(await mail("お席のご案内", "/me/registrations/")).pathname).toBe(own);
  await page.goto(own);
  await press(page, "この席で申し込む");
  await expect(status(page)).toContainText("参加が決まりました");
  const code = await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).innerText();
  await expect(page.getByRole("img", { name: `参加票の番号 ${code} のQRコード` })).toBeVisible();
  const calendar = await page.getByRole("link", { name: /カレンダーに登録する/ }).getAttribute("href");
  expect(await (await page.request.get(calendar!)).text()).toContain(`SUMMARY:${title}`);
  expect(new URL(await mail("参加票", "/me/registrations/")).pathname).toBe(own);
  await site.signOut(page);

  await site.signIn(page, "staff");
  await moveToToday(page, event);
  await page.goto(`/staff${event}/reception`);
  await page.getByLabel("参加票の番号").fill(code.toLowerCase().replace("-", " "));
  await page.locator("button[value=ticket]").click();
  await expect(page.getByText("受付しました").first()).toBeVisible();
  await expect(page.locator("[data-count=total] [data-part=checkedIn]")).toHaveText("1");
  await site.signOut(page);

  await signInAs(page, email);
  await expect(line).toContainText("受付済み");
  await line.getByRole("link", { name: title }).click();
  await expect(page.getByText(/受付済みです\(.+\d+:\d\d\)/)).toBeVisible();
});

test("a teacher registers a class by head count, changes the number and prints a list without names", async ({
  page,
  site,
}) => {
  const title = `工場の仕事を知る会 ${Date.now() % 100_000}`;
  await site.signIn(page, "staff");
  const event = await publishEvent(page, {
    title,
    audience: "schools",
    isListed: true,
    seats: [["生徒・学生", 40]],
  });
  await site.signOut(page);

  await site.signIn(page, "teacher");
  await page.locator(`main a[href="${event}/registration"]`).click();
  await expect(
    page.getByText("生徒の名前や、名前が分かることは、どの欄にも書かないでください"),
  ).toBeVisible();
  await page.getByRole("radio", { name: /生徒・学生/ }).check();
  await page.getByLabel(/^人数/).fill("たくさん");
  await press(page, "申し込む");
  await expect(page.getByText("数字だけで入力してください").first()).toBeVisible();
  await expect(page.getByLabel(/^人数/)).toHaveValue("たくさん");
  await page.getByLabel(/^人数/).fill("３２");
  await press(page, "申し込む");
  await expect(status(page)).toContainText("申し込みました");
  await page.goto(`${event}/registration`);
  await expect(page.getByText("このイベントに申し込んでいます")).toBeVisible();
  await expect(page.getByText("申し込みは学校の先生が行います")).toHaveCount(0);

  await page.goto("/school");
  const row = page
    .locator("section", { has: page.locator("#registrations") })
    .locator("tr", { hasText: title });
  await expect(row).toContainText("32人");
  await row.getByRole("link", { name: title }).click();
  const count = page.getByLabel("生徒・学生の新しい人数");
  await count.fill("41");
  await press(page, "変える");
  await expect(page.getByText("残りの席が足りないため").first()).toBeVisible();
  await expect(count).toHaveValue("41");
  await count.fill("35");
  await press(page, "変える");
  await expect(page.getByText("人数を変えました。")).toBeVisible();
  await expect(page.getByText("申込済みの合計:生徒・学生 35人")).toBeVisible();

  await page.getByRole("link", { name: "名簿を印刷する" }).click();
  await page.getByLabel(/^クラスなど/).fill("2年A組");
  await press(page, "名簿を作る");
  await page.emulateMedia({ media: "print" });
  const sheet = page.locator("main section");
  await expect(sheet.getByRole("heading")).toHaveText(/ 2年A組$/);
  const names = sheet.locator("tbody tr td:nth-of-type(1)");
  await expect(names).toHaveCount(35);
  expect((await names.allInnerTexts()).join("").trim()).toBe("");
  await expect(page.getByRole("button", { name: "名簿を作る" })).toBeHidden();
});
