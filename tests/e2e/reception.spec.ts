import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import QRCode from "qrcode";
import { findChromium } from "#scripts/find-chromium.ts";
import { expect, type Site, test } from "#tests/support/browser.ts";

/** The reception of the demo's event of today, and codes of tickets that nobody has checked in. */
async function openReception(page: Page, site: Site): Promise<{ address: string; codes: string[] }> {
  await site.signIn(page, "staff");
  await page.goto("/staff/events");
  const boards = await page
    .locator("section", { has: page.locator("#today") })
    .locator("th a")
    .all();
  for (const href of await Promise.all(boards.map((board) => board.getAttribute("href")))) {
    await page.goto(href!);
    if ((await page.getByLabel("参加票の番号").count()) === 0) continue;
    const open = page.locator("tr", { has: page.locator("button[value=check-in]") });
    const codes = await open.locator("td:last-child").allInnerTexts();
    await page.goto(`${href}/reception`);
    return { address: href!, codes: codes.map((code) => code.trim()) };
  }
  throw new Error("no event of today");
}

async function takeTicket(page: Page, code: string) {
  await page.getByLabel("参加票の番号").fill(code);
  await page.locator("button[value=ticket]").click();
}

const cameIn = (page: Page) => page.locator("[data-count=total] [data-part=checkedIn]");
const numberIn = async (page: Page) => Number((await cameIn(page).innerText()).replace(",", ""));

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual(
    [],
  );
}

test("people are checked in without network, the page opens again, and all is sent once when the network is back", async ({
  page,
  site,
  context,
  javaScriptEnabled,
}) => {
  const { codes } = await openReception(page, site);
  const before = await numberIn(page);
  if (!javaScriptEnabled) {
    await takeTicket(page, codes[0]!);
    await expect(page.getByText("受付しました。")).toBeVisible();
    await takeTicket(page, codes[0]!);
    await expect(page.getByRole("alert")).toContainText("すでに受付済みです");
    await expect(cameIn(page)).toHaveText(String(before + 1));
    return;
  }
  await expect(page.locator("#reception[data-kept=true]")).toBeVisible();
  await takeTicket(page, codes[0]!);
  await expect(page.locator("#answer")).toContainText("受付しました");
  await expect(cameIn(page)).toHaveText(String(before + 1));

  // The page asks for the newest check-ins once more; nothing is on its way when the network goes.
  await expect(page.locator("section", { has: page.locator("#recent") })).toContainText(codes[0]!);
  await context.setOffline(true);
  await expect(page.locator("#connection")).toContainText("通信が切れています");
  await takeTicket(page, codes[1]!);
  await expect(page.locator("#answer")).toContainText("受付しました(未送信)");
  await expect(page.locator("#unsent")).toHaveText("未送信 1件");
  await page.reload();
  await expect(page.locator("#unsent")).toHaveText("未送信 1件");
  await expect(page.locator("#connection")).toContainText("通信が切れています");
  await takeTicket(page, codes[1]!);
  await expect(page.locator("#answer")).toContainText("すでに受付済み");
  await takeTicket(page, "ないばんごう");
  await expect(page.locator("#answer")).toContainText("英数字8文字");
  await page.locator("input[name=headCount]").fill("３");
  await page.locator("button[value=walk-in]").click();
  await expect(page.locator("#unsent")).toHaveText("未送信 2件");
  await page.locator("#answer").getByRole("button", { name: "取り消す" }).click();
  await expect(page.locator("#unsent")).toHaveText("未送信 1件");
  await page.locator("button[value=walk-in]").click();
  await expect(page.locator("#unsent")).toHaveText("未送信 2件");
  await expectAccessible(page);

  await context.setOffline(false);
  await expect(page.locator("#unsent")).toHaveText("未送信 0件");
  await expect(cameIn(page)).toHaveText(String(before + 3));
  await page.reload();
  await expect(cameIn(page)).toHaveText(String(before + 3));

  await context.clearCookies();
  await takeTicket(page, codes[2]!);
  await expect(page.locator("#sign-in")).toContainText("もう一度ログインしてください");
  await expect(page.locator("#unsent")).toHaveText("未送信 1件");
  await page.getByRole("link", { name: "ログインする" }).click();
  await page.locator("main input[name=email]").fill("staff@demo.example");
  await page.locator("main input[name=password]").fill("jimoto-demo-2024");
  await page.locator("main form:has(input[name=password]) button[type=submit]").click();
  await expect(page.locator("#unsent")).toHaveText("未送信 0件");
  await expect(cameIn(page)).toHaveText(String(before + 4));
});

/** A film of one still picture, a QR code, in the raw form that the browser's fake camera plays. */
async function filmOf(text: string, file: string) {
  const [width, height] = [640, 480];
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const scale = Math.floor(360 / modules.size);
  const [left, top] = [(width - modules.size * scale) >> 1, (height - modules.size * scale) >> 1];
  const light = Buffer.alloc(width * height, 235);
  for (let y = 0; y < modules.size * scale; y += 1)
    for (let x = 0; x < modules.size * scale; x += 1)
      if (modules.get(Math.floor(y / scale), Math.floor(x / scale))) light[(top + y) * width + left + x] = 16;
  const frame = Buffer.concat([Buffer.from("FRAME\n"), light, Buffer.alloc((width * height) / 2, 128)]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\n`);
  await fs.writeFile(file, Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]));
}

test("a ticket is read by the camera; a camera that is denied leaves the field for the number", async ({
  page,
  site,
  javaScriptEnabled,
}) => {
  const { address, codes } = await openReception(page, site);
  if (!javaScriptEnabled) {
    // Without the page's script the phone's own camera opens the address in the code, and the number is filled in.
    await page.goto(`${address}/reception?ticket=${codes[3]!.replace("-", "")}`);
    await expect(page.getByLabel("参加票の番号")).toHaveValue(codes[3]!);
    await expect(page.locator("#camera-start")).toBeHidden();
    return;
  }
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "jimoto-film-"));
  const film = path.join(folder, "ticket.y4m");
  await filmOf(`${site.url}${address}?ticket=${codes[3]!.replace("-", "")}`, film);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`],
  });
  const storageState = await page.context().storageState();
  const open = async (context: BrowserContext) => {
    const phone = await context.newPage();
    await phone.goto(`${site.url}${address}/reception`);
    await phone.locator("#camera-start").click();
    return phone;
  };
  const options = { storageState, viewport: { width: 390, height: 844 } };
  const allowed = await open(await browser.newContext({ ...options, permissions: ["camera"] }));
  await expect(allowed.locator("#answer")).toContainText("受付しました", { timeout: 20_000 });
  await allowed.locator("#camera-stop").click();
  await expect(allowed.locator("#camera-view")).toBeHidden();
  const denied = await open(await browser.newContext(options));
  await expect(denied.locator("#camera-words")).toContainText("許可されていません");
  await expect(denied.getByLabel("参加票の番号")).toBeFocused();
  await browser.close();
  await fs.rm(folder, { recursive: true });
});

test("a visitor scans a booth's code, presses the button once and finds the visit recorded", async ({
  page,
  site,
}) => {
  const { address } = await openReception(page, site);
  await page.goto(`${address}/booth-codes`);
  const make = page.getByRole("button", { name: "コードを用意する" });
  if ((await make.count()) > 0) await make.click();
  const code = (await page.locator("main li .font-mono").first().innerText()).replace("-", "");
  await site.signOut(page);
  const booth = `${address.replace("/staff", "")}/booths/${code}`;
  await page.goto(booth);
  await expect(page.getByRole("link", { name: "ログインして記録する" })).toBeVisible();
  await site.signIn(page, "student");
  await page.goto(booth);
  await page.getByRole("button", { name: "訪問を記録する" }).click();
  await expect(page.getByText(/に訪問を記録しました/)).toBeVisible();
  await expect(page.getByRole("button", { name: "訪問を記録する" })).toHaveCount(0);
});
