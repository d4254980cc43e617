import type { Page } from "@playwright/test";
import { DEMO_PASSWORD } from "#prisma/seed/demo-accounts.ts";
import { type DemoRole, expect, type Site, test } from "#tests/support/browser.ts";
import { linkInMail } from "#tests/support/mailbox.ts";

const PASSWORD = "correct horse battery";
const main = (page: Page) => page.getByRole("main");
let people = 0;
const newEmail = (test: { project: { name: string } }) =>
  `new-${test.project.name}-${Date.now()}-${++people}@people.example`;

async function fillSignIn(page: Page, email: string, password: string) {
  await page.getByLabel("メールアドレス").fill(email);
  await page.getByLabel("パスワード").fill(password);
  await main(page).getByRole("button", { name: "ログイン" }).click();
}

const landing: Record<DemoRole, string> = {
  student: "/me",
  teacher: "/school",
  company: "/company",
  staff: "/staff",
  admin: "/staff",
};

for (const [role, path] of Object.entries(landing) as [DemoRole, string][]) {
  test(`a ${role} signs in, lands on ${path} and signs out`, async ({ page }) => {
    await page.goto("/login");
    await fillSignIn(page, `${role}@demo.example`, DEMO_PASSWORD);
    await expect(page).toHaveURL(path);
    await expect(page.getByText("ログインしました。")).toBeVisible();
    await page.goto("/login");
    await expect(page).toHaveURL(path);
    await page.goto("/logout");
    await main(page).getByRole("button", { name: "ログアウトする" }).click();
    await expect(page.getByText("ログアウトしました。")).toBeVisible();
    await page.goto(path);
    await expect(page).toHaveURL(`/login?next=${encodeURIComponent(path)}`);
  });
}

test("a wrong password and an unknown address get the same words; the address is kept, the password is not", async ({
  page,
}, info) => {
  for (const email of ["student@demo.example", newEmail(info)]) {
    await page.goto("/login");
    await fillSignIn(page, email, "wrong password here");
    await expect(page.getByRole("alert")).toContainText("メールアドレスかパスワードが違います");
    await expect(page.getByLabel("メールアドレス")).toHaveValue(email);
    await expect(page.getByLabel("パスワード")).toHaveValue("");
  }
});

test("signing in leads back to the page that asked for it, and never to another site", async ({
  page,
  site,
}) => {
  await page.goto("/staff/mail?state=sent");
  await fillSignIn(page, "staff@demo.example", DEMO_PASSWORD);
  await expect(page).toHaveURL("/staff/mail?state=sent");
  await site.signOut(page);
  for (const next of ["//evil.example/", "https://evil.example/", "/\\evil.example"]) {
    await page.goto(`/login?next=${encodeURIComponent(next)}`);
    await fillSignIn(page, "staff@demo.example", DEMO_PASSWORD);
    await expect(page).toHaveURL("/staff");
    await site.signOut(page);
  }
});

test("too many failed attempts on an account are answered with words and a time", async ({
  page,
  site,
}, info) => {
  const email = newEmail(info);
  const attempt = () =>
    page.request.post(`${site.url}/login`, { form: { email, password: "wrong password here" } });
  for (let count = 0; count < 10; count++) expect((await attempt()).status()).toBe(400);
  const refused = await attempt();
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(60);
  await page.goto("/login");
  await fillSignIn(page, email, "wrong password here");
  await expect(page.getByRole("alert")).toContainText("約15分たってから");
  await expect(page.getByLabel("メールアドレス")).toHaveValue(email);
});

async function fillStudent(page: Page, email: string) {
  await page.goto("/register");
  await page.getByLabel(/呼ばれたい名前/).fill("はな");
  await page.getByLabel(/メールアドレス/).fill(email);
  await page.getByLabel(/パスワード/).fill(PASSWORD);
  await page.getByLabel(/^学校/).selectOption({ index: 1 });
  await page.getByLabel(/卒業する年/).selectOption({ index: 1 });
  await page.getByLabel(/同意します/).check();
  await page.getByRole("button", { name: "確認のメールを受け取る" }).click();
  await expect(page.getByText("メールを送りました")).toBeVisible();
}

const confirmationLink = (browser: Parameters<typeof linkInMail>[0], site: Site, to: string) =>
  linkInMail(browser, site, { to, subject: "メールアドレスの確認", path: "/register/confirmation" });

test("a student registers, confirms the address from the mail and signs in", async ({
  page,
  site,
  browser,
}, info) => {
  const email = newEmail(info);
  await fillStudent(page, email);
  await page.goto("/login");
  await fillSignIn(page, email, PASSWORD);
  await expect(page.getByRole("alert")).toContainText("メールアドレスの確認が済んでいません");
  const link = await confirmationLink(browser, site, email);
  // A mail scanner that opens the link confirms nothing.
  expect((await page.request.get(link)).status()).toBe(200);
  await page.goto("/login");
  await fillSignIn(page, email, PASSWORD);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.goto(link);
  await main(page).getByRole("button", { name: "確認する" }).click();
  await expect(page.getByText("メールアドレスを確認しました。")).toBeVisible();
  await fillSignIn(page, email, PASSWORD);
  await expect(page).toHaveURL("/me");
});

test("registering an address that has an account looks the same; its owner gets another mail", async ({
  page,
  site,
  browser,
}) => {
  await fillStudent(page, "teacher@demo.example");
  const link = await linkInMail(browser, site, {
    to: "teacher@demo.example",
    subject: "このメールアドレスは登録済みです",
    path: "/password/forgotten",
  });
  expect(link).toBe(`${site.url}/password/forgotten`);
});

test("a forgotten password is set anew from the mail, and the link works once", async ({
  page,
  site,
  browser,
}, info) => {
  const email = newEmail(info);
  await fillStudent(page, email);
  await page.goto("/password/forgotten");
  await page.getByLabel("メールアドレス").fill(email);
  await page.getByRole("button", { name: "メールを送る" }).click();
  await expect(page.getByText("メールを送りました")).toBeVisible();
  const link = await linkInMail(browser, site, {
    to: email,
    subject: "パスワードの再設定",
    path: "/password/reset",
  });
  await page.goto(link);
  await page.getByLabel("新しいパスワード").fill("short");
  await page.getByRole("button", { name: "パスワードを変える" }).click();
  await expect(page.locator("#password-error")).toContainText("12文字以上");
  await page.getByLabel("新しいパスワード").fill("another long password");
  await page.getByRole("button", { name: "パスワードを変える" }).click();
  await expect(page.getByText("パスワードを変えました。")).toBeVisible();
  await fillSignIn(page, email, "another long password");
  await expect(page).toHaveURL("/me");
  await site.signOut(page);
  await page.goto(link);
  await page.getByLabel("新しいパスワード").fill("yet another password");
  await page.getByRole("button", { name: "パスワードを変える" }).click();
  await expect(page.getByText("このリンクは使えません")).toBeVisible();
});

test("an administrator changes a role, closes an account and opens it again; staff may not", async ({
  page,
  site,
}) => {
  await site.signIn(page, "admin");
  const list = "/staff/accounts?email=GUARDIAN-00&page=zzz";
  await page.goto(list);
  const email = await page
    .locator("tbody th")
    .first()
    .evaluate((cell) => cell.firstChild!.textContent!);
  const row = page.locator("tr", { hasText: email });
  const open = async () => {
    await page.goto(list);
    await row.locator("summary").click();
  };
  await open();
  await row.getByLabel("新しい役割").selectOption("teacher");
  await row.getByRole("button", { name: "役割を変える" }).click();
  await expect(page.getByText("役割を変えました。")).toBeVisible();
  await open();
  await expect(row.getByRole("cell", { name: "教職員", exact: true })).toBeVisible();
  await row.getByRole("button", { name: "停止する" }).click();
  await expect(page.getByText("アカウントを停止しました。")).toBeVisible();
  await open();
  await row.getByRole("button", { name: "再開する" }).click();
  await expect(page.getByText("アカウントを再開しました。")).toBeVisible();
  await open();
  const accountId = await row.locator("input[name=accountId]").first().getAttribute("value");
  await page.goto("/staff/accounts?role=admin");
  await expect(page.locator("tr", { hasText: "admin@demo.example" })).toContainText(
    "自分のアカウントは変更できません",
  );
  await site.signOut(page);
  await site.signIn(page, "staff");
  const forbidden = await page.request.post(`${site.url}/staff/accounts`, {
    form: { intent: "close", accountId: accountId! },
  });
  expect(forbidden.status()).toBe(403);
});

test("what people mistype or send on purpose gets a clear answer and never a 500", async ({ page, site }) => {
  const nonsense = "😀<script>alert(1)</script>".repeat(400);
  await page.goto("/register");
  await page.getByLabel(/呼ばれたい名前/).fill(nonsense);
  await page.getByLabel(/メールアドレス/).fill("ｈａｎａ＠");
  await page.getByRole("button", { name: "確認のメールを受け取る" }).click();
  await expect(page.locator("#name-error")).toContainText("50文字以内");
  await expect(page.locator("#email-error")).toContainText("形が正しくありません");
  await expect(page.getByLabel(/呼ばれたい名前/)).toHaveValue(nonsense);
  for (const path of [
    "/login",
    "/logout",
    "/register",
    "/register/company",
    "/register/confirmation",
    "/password/forgotten",
    "/password/reset",
    "/newsletter",
  ]) {
    const url = `${site.url}${path}`;
    const foreign = await page.request.post(url, {
      headers: { Origin: "https://evil.example" },
      form: { email: "a@b.example" },
    });
    expect(foreign.status(), path).toBe(403);
    const huge = await page.request.post(url, { form: { email: "a".repeat(2 * 1024 * 1024) } });
    expect(huge.status(), path).toBe(413);
    const strange = await page.request.post(url, {
      headers: { "Content-Type": "application/json" },
      data: "{}",
    });
    expect(strange.status(), path).toBeLessThan(500);
    expect((await page.request.get(`${url}?token=%00&next=%E0%A4%A&page=-1`)).status(), path).toBeLessThan(
      500,
    );
  }
});
