import { expect, test } from "#tests/support/browser.ts";
import { linkInMail } from "#tests/support/mailbox.ts";

let readers = 0;
const newEmail = (info: { project: { name: string } }) =>
  `reader-${info.project.name}-${Date.now()}-${++readers}@people.example`;

test("a visitor subscribes, confirms, gets an issue and unsubscribes with one click", async ({
  page,
  site,
  browser,
}, info) => {
  test.slow();
  const email = newEmail(info);
  await page.goto("/newsletter");
  await page.getByRole("button", { name: "確認のメールを受け取る" }).click();
  await expect(page.getByRole("heading", { name: /確認が必要な項目が3件/ })).toBeVisible();
  await page
    .getByLabel(/メールアドレス/)
    .first()
    .fill(email);
  await page.getByLabel("仕事を探している方").check();
  await page.getByLabel(/同意します/).check();
  await page.getByRole("button", { name: "確認のメールを受け取る" }).click();
  await expect(page.getByText("確認のメールを送りました")).toBeVisible();

  const link = await linkInMail(browser, site, {
    to: email,
    subject: "メールマガジンの登録を完了してください",
    path: "/newsletter/confirmation",
  });
  await page.goto(link);
  await page.getByRole("button", { name: "登録を完了する" }).click();
  await expect(page.getByText("登録が完了しました。")).toBeVisible();
  await page.goto(link);
  await expect(page.getByText("登録が完了しています")).toBeVisible();

  await site.signIn(page, "staff");
  const subject = `試し刷り ${Date.now()}`;
  await page.goto("/staff/newsletter");
  await page.getByLabel(/件名/).fill(subject);
  await page.getByLabel(/送り先/).selectOption("jobSeeker");
  await page
    .getByLabel(/本文/)
    .fill("こんにちは。\n\n<script>alert(1)</script>\nhttps://example.jp/?a=1&b=2 をご覧ください。");
  await page.getByRole("button", { name: "下書きを保存する" }).click();
  await expect(page.getByRole("link", { name: "https://example.jp/?a=1&b=2" })).toBeVisible();
  await expect(page.getByText("<script>alert(1)</script>")).toBeVisible();

  await page.getByRole("button", { name: "自分に送る" }).click();
  await expect(page.getByText("自分宛てにテスト送信しました。")).toBeVisible();
  await page.getByRole("button", { name: "この号を送信する" }).click();
  await expect(page.locator("#confirmed-error")).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.getByLabel(/確かめました/).check();
  await page.getByRole("button", { name: "この号を送信する" }).click();
  await expect(page.getByText("送信を始めました。")).toBeVisible();
  await other.getByLabel(/確かめました/).check();
  await other.getByRole("button", { name: "この号を送信する" }).click();
  await expect(other.getByRole("alert")).toContainText("すでに送信されています");
  await site.signOut(page);

  const unsubscribe = await linkInMail(browser, site, {
    to: email,
    subject,
    path: "/newsletter/unsubscription",
  });
  await page.goto(unsubscribe);
  await page.getByRole("button", { name: "配信を停止する" }).click();
  await expect(page.getByText("配信を停止しました")).toBeVisible();
  await page.goto(unsubscribe);
  await expect(page.getByRole("link", { name: "もう一度登録する" })).toBeVisible();

  // What a mail program sends when its own button is pressed: no cookie, no Origin, and the answer is no redirect.
  const oneClick = await page.request.post(unsubscribe, {
    form: { "List-Unsubscribe": "One-Click" },
    maxRedirects: 0,
  });
  expect(oneClick.status()).toBe(200);
  const forged = await page.request.post(`${unsubscribe}x`, {
    form: { "List-Unsubscribe": "One-Click" },
    maxRedirects: 0,
  });
  expect(forged.status()).toBe(400);
});

test("links that are broken or too old say what to do", async ({ page }) => {
  await page.goto("/newsletter/confirmation?token=gone&segment=student");
  await expect(page.getByRole("link", { name: "もう一度申し込む" })).toBeVisible();
  await page.goto("/newsletter/unsubscription?token=gone");
  await expect(page.getByText("リンクを読み取れませんでした")).toBeVisible();
});

test("an issue with nothing in it is not saved, and what was typed is kept", async ({ page, site }) => {
  await site.signIn(page, "staff");
  await page.goto("/staff/newsletter");
  await page.getByLabel(/件名/).fill("件名".repeat(60));
  await page.getByRole("button", { name: "下書きを保存する" }).click();
  await expect(page.locator("#subject-error")).toContainText("100文字以内");
  await expect(page.locator("#body-error")).toContainText("入力してください");
  await expect(page.getByLabel(/件名/)).toHaveValue("件名".repeat(60));
});

test("staff filter the mails that were sent; unknown filters and pages change nothing", async ({
  page,
  site,
}) => {
  await site.signIn(page, "staff");
  await page.goto("/staff/mail?kind=nothing&state=zzz&page=-4");
  await expect(page.getByRole("heading", { name: "送信メール" })).toBeVisible();
  await page.getByLabel("状態").selectOption("failed");
  await page.getByRole("button", { name: "絞り込む" }).click();
  await expect(page).toHaveURL(/state=failed/);
  const missing = await page.goto("/staff/mail/no-such-mail");
  expect(missing!.status()).toBe(404);
});
