import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";

/** The addresses of the coming events whose state is one of these words and that anybody may join. */
async function listEvents(page: Page, states: string[]): Promise<string[]> {
  await page.goto("/events");
  const cards = page.locator("section", { has: page.locator("#coming") }).locator("article");
  const addresses: string[] = [];
  for (const card of await cards.all()) {
    const badges = await card.locator("p").first().locator("span").allInnerTexts();
    if (states.some((state) => badges.includes(state)) && !badges.includes("学校単位"))
      addresses.push((await card.locator("a").first().getAttribute("href"))!);
  }
  return addresses;
}

/** Opens the last event in one of these states at which the viewer can register as things are. */
async function openRegistration(page: Page, states: string[]): Promise<string> {
  for (const address of (await listEvents(page, states)).reverse()) {
    await page.goto(`${address}/registration`);
    if ((await page.locator("main form").count()) > 0) return address;
  }
  throw new Error(`no event with ${states.join("/")} takes this account`);
}

const submit = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("a visitor is led through the sign-in page back to the form, registers, sees the ticket and cancels it", async ({
  page,
  site,
}) => {
  await site.signIn(page, "student");
  const address = await openRegistration(page, ["受付中"]);
  await site.signOut(page);

  await page.goto(address);
  await page.getByRole("link", { name: "このイベントに申し込む" }).click();
  await expect(
    page.getByRole("heading", { name: /^(申し込みに必要なもの|アカウントで申し込む)$/ }),
  ).toBeVisible();
  await page.getByRole("link", { name: "ログインして申し込む" }).click();
  await page.locator("main input[name=email]").fill("student@demo.example");
  await page.locator("main input[name=password]").fill("jimoto-demo-2024");
  await page.locator("main form:has(input[name=password]) button[type=submit]").click();
  await expect(page).toHaveURL(new RegExp(`${address}/registration$`));

  await page.getByRole("radio", { name: /生徒・学生/ }).check();
  await submit(page, "申し込む");
  await expect(page).toHaveURL(/\/me\/registrations\//);
  await expect(page.getByRole("status")).toContainText("申し込みました");
  await expect(page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toBeVisible();
  await expect(page.getByRole("img", { name: /QRコード/ })).toBeVisible();
  const ticket = new URL(page.url()).pathname;

  await page.goto("/me");
  const coming = page.locator("section", { has: page.locator("#coming") });
  await coming.locator(`a[href="${ticket}"]`).click();
  await page.locator("summary", { hasText: "申し込みを取り消す" }).click();
  await submit(page, "取り消しを確定する");
  await expect(page.getByRole("status")).toContainText("申し込みを取り消しました");
  await expect(page.getByText("取消済み")).toBeVisible();
  await page.goto("/me");
  await expect(coming.locator(`a[href="${ticket}"]`)).toHaveCount(0);
});

test("a full event says so and takes the student on the waiting list with a place", async ({
  page,
  site,
}) => {
  await site.signIn(page, "student");
  await openRegistration(page, ["キャンセル待ち受付中"]);
  await expect(page.locator("main form")).toContainText("満席");
  await page.getByRole("radio", { name: /生徒・学生/ }).check();
  await submit(page, "キャンセル待ちに登録する");
  await expect(page.getByText(/いま\d+番目です/)).toBeVisible();
  await page.goto("/me");
  await expect(page.getByText(/キャンセル待ち \d+番目/).first()).toBeVisible();
});

test("a form without a choice comes back with words at the field; a visitor's form leads to the sign-in page", async ({
  page,
  site,
}) => {
  await site.signIn(page, "student");
  const address = await openRegistration(page, ["受付中", "残りわずか"]);
  const headers = { Origin: site.url };
  const empty = await page.request.post(`${address}/registration`, {
    form: { category: "<script>" },
    headers,
  });
  expect(empty.status()).toBe(400);
  expect(await empty.text()).toContain("選択肢から選んでください");
  const huge = await page.request.post(`${address}/registration`, {
    form: { category: "x".repeat(10_000) },
    headers,
  });
  expect(huge.status()).toBe(400);
  const wrong = await page.request.post(`${address}/registration`, {
    form: { category: "teacher" },
    headers,
  });
  expect(wrong.status()).toBe(409);
  expect(await wrong.text()).toContain("この区分に申し込めません");
  const nowhere = await page.request.post("/events/no-such-event/registration", {
    form: { category: "student" },
    headers,
  });
  expect(nowhere.status()).toBe(404);

  await site.signOut(page);
  const visitor = await page.request.post(`${address}/registration`, {
    form: { category: "student" },
    headers,
    maxRedirects: 0,
  });
  expect(visitor.status()).toBe(303);
  expect(visitor.headers()["location"]).toBe(`/login?next=${encodeURIComponent(`${address}/registration`)}`);
});

test("the reception desk checks a ticket in once, takes it back and counts people who came without one", async ({
  page,
  site,
}) => {
  await site.signIn(page, "staff");
  await page.goto("/staff/events");
  const boards = await page
    .locator("section", { has: page.locator("#today") })
    .locator("th a")
    .all();
  const addresses = await Promise.all(boards.map((board) => board.getAttribute("href")));
  let today: string | undefined;
  for (const address of addresses) {
    await page.goto(address!);
    if ((await page.getByLabel("参加票の番号").count()) > 0) today = address!;
    if (today) break;
  }
  expect(today, "an event of today").toBeDefined();
  const open = page.locator("tr", { has: page.locator("button[value=check-in]") }).first();
  const code = (await open.locator("td").last().innerText()).trim();
  const row = page.locator("tr", { hasText: code });

  await page.getByLabel("参加票の番号").fill(` ${code.toLowerCase().replace("-", " ")}`);
  await page.locator("button[value=ticket]").click();
  await expect(page.getByRole("status")).toContainText("受付しました");
  await expect(row).toContainText(/受付済み \d+:\d\d/);
  await page.getByLabel("参加票の番号").fill(code);
  await page.locator("button[value=ticket]").click();
  await expect(page.getByRole("alert")).toContainText(/すでに受付済みです\(\d+:\d\d\)/);
  await row.locator("button[value=void]").click();
  await expect(row.locator("button[value=check-in]")).toBeVisible();

  await page.getByLabel("参加票の番号").fill("ないばんごう");
  await page.locator("button[value=ticket]").click();
  await expect(page.getByText("参加票の番号は英数字8文字です").first()).toBeVisible();

  const total = page
    .locator("section", { has: page.locator("#counts") })
    .locator("tr")
    .last()
    .locator("td")
    .last();
  const before = Number((await total.innerText()).replace(",", ""));
  await page.locator("input[name=headCount]").fill("４");
  await page.locator("button[value=walk-in]").click();
  await expect(total).toHaveText(String(before + 4));
});

test("calendars, the feed, the sitemap and robots.txt are served with their types", async ({ page }) => {
  const [address] = await listEvents(page, ["受付中"]);
  const calendar = await page.request.get(`${address}/calendar.ics`);
  expect(calendar.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*UID:event-[\s\S]*END:VCALENDAR\r\n$/);
  const all = await page.request.get("/events.ics");
  expect(await all.text()).toContain("BEGIN:VEVENT");
  const feed = await page.request.get("/feed.atom");
  expect(feed.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
  expect(feed.headers()["cache-control"]).toBe("public, max-age=300");
  expect(await feed.text()).toContain("<entry>");
  const sitemap = await (await page.request.get("/sitemap.xml")).text();
  expect(sitemap).toContain(`${address}</loc>`);
  expect(sitemap).not.toContain("/staff");
  expect(await (await page.request.get("/robots.txt")).text()).toContain("Disallow: /staff");
  expect((await page.request.get("/events/no-such-event/calendar.ics")).status()).toBe(404);
});

test("an event's page tells search engines what it is, in a script that carries the page's nonce", async ({
  page,
}) => {
  const [address] = await listEvents(page, ["受付中"]);
  const html = await (await page.request.get(address!)).text();
  const script = /<script type="application\/ld\+json" nonce="[^"]+">(.*?)<\/script>/.exec(html);
  const data = JSON.parse(script![1]!) as Record<string, unknown>;
  expect(data["@type"]).toBe("Event");
  expect(data["startDate"]).toMatch(/\+09:00$/);
  expect(html).toContain('property="og:title"');
});

test("unknown parameters and addresses are answered, never with a crash", async ({ page }) => {
  expect((await page.goto("/events?kind=%00&kind=x&page=-1"))!.status()).toBe(200);
  for (const address of [
    "/events/x",
    "/events/%E3%81%82",
    "/events/x/registration",
    `/events/${"9".repeat(2000)}`,
  ])
    expect((await page.goto(address))!.status()).toBe(404);
  expect((await page.goto("/events/%00"))!.status()).toBe(400);
});
