import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fillIndex, updateSearch } from "#app/domain/matching/store.server.ts";
import { readFollowedSearch } from "#app/domain/search-alerts/alert-search.ts";
import { runAlert, startAlertRuns } from "#app/domain/search-alerts/run.server.ts";
import {
  alertEndToken,
  confirmAlert,
  endAlert,
  requestAlert,
} from "#app/domain/search-alerts/store.server.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { openTestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;

beforeEach(async () => {
  t = await openTestTown({ now: "2026-11-20T00:00:00Z" });
});
afterEach(() => t.close());

const SEARCH = "/companies?q=%E9%87%91%E5%9E%8B&area=%E5%8D%83%E5%8E%A9";

/** Asks for an alert and gives back the link of the mail that confirms it. */
async function ask(email = "reader@people.example", frequency: "daily" | "weekly" = "daily") {
  await requestAlert(t.town, { email, frequency, search: readFollowedSearch(SEARCH)! });
  const mail = await t.town.database.mail.findFirstOrThrow({
    where: { kind: "search-alert-confirmation", recipient: email },
    orderBy: { createdAt: "desc" },
  });
  const url = new URL((mail.props as { confirmUrl: string }).confirmUrl);
  return { token: url.searchParams.get("token")!, frequency: url.searchParams.get("frequency")! };
}

async function publish(name: string) {
  const { id, slug } = await createCompany(t.town, { profile: { name, products: ["金型"] } });
  await updateSearch(t.town, { kind: "company", id });
  return { id, slug };
}

const news = () =>
  t.town.database.mail.findMany({ where: { kind: "search-alert" }, orderBy: { createdAt: "asc" } });
const names = (mail: { props: unknown }) =>
  (mail.props as { finds: { name: string }[] }).finds.map(({ name }) => name);

/** What happens each morning, as the schedule and the workers do it. */
async function morning(iso: string) {
  t.setNow(iso);
  await startAlertRuns(t.town);
  await t.runWaitingJobs();
}

describe("an alert", () => {
  test("tells only of what is new since it was confirmed, and of each thing once", async () => {
    await publish("古くからの金型");
    expect(await confirmAlert(t.town, await ask())).toEqual({ ok: true });
    await morning("2026-11-20T22:00:00Z");
    expect(await news()).toEqual([]);
    await publish("新しい金型");
    await morning("2026-11-21T22:00:00Z");
    await morning("2026-11-22T22:00:00Z");
    const mails = await news();
    expect(mails.map(names)).toEqual([["新しい金型"]]);
    expect((mails[0]!.props as { searchUrl: string }).searchUrl).toBe(`http://town.test${SEARCH}`);
  });

  test("mails once however often its run is started, also in parallel", async () => {
    await confirmAlert(t.town, await ask());
    await publish("新しい金型");
    const { id } = await t.town.database.searchAlert.findFirstOrThrow();
    await Promise.all(Array.from({ length: 5 }, () => runAlert(t.town, { alertId: id })));
    await startAlertRuns(t.town);
    await t.runWaitingJobs();
    expect(await news()).toHaveLength(1);
    expect(await t.town.database.searchAlertRun.count()).toBe(1);
  });

  test("of the week comes once in a week; a Monday that was missed is made up for", async () => {
    await confirmAlert(t.town, await ask("weekly@people.example", "weekly"));
    await publish("一つ目の金型");
    await morning("2026-11-20T22:00:00Z");
    await publish("二つ目の金型");
    await morning("2026-11-21T22:00:00Z");
    expect((await news()).map(names)).toEqual([["一つ目の金型"]]);
    // 23 November is a Monday; the portal was down until Tuesday.
    await morning("2026-11-23T22:00:00Z");
    expect((await news()).map(names)).toEqual([["一つ目の金型"], ["二つ目の金型"]]);
  });

  test("does nothing before its link was pressed, and the link ends after two days", async () => {
    const link = await ask();
    await publish("新しい金型");
    await morning("2026-11-20T22:00:00Z");
    expect(await news()).toEqual([]);
    t.setNow("2026-11-22T00:00:01Z");
    expect(await confirmAlert(t.town, link)).toEqual({ ok: false, error: "link-expired" });
    expect(await confirmAlert(t.town, { ...link, frequency: "weekly" })).toEqual({
      ok: false,
      error: "link-expired",
    });
  });

  test("that nobody confirmed is deleted after a week, with its address", async () => {
    await ask();
    await morning("2026-11-28T22:00:00Z");
    expect(await t.town.database.searchAlert.count()).toBe(0);
  });

  test("asked for twice is one alert", async () => {
    await Promise.all([ask(), ask()]);
    await confirmAlert(t.town, await ask());
    expect(await t.town.database.searchAlert.count()).toBe(1);
  });

  test("that was ended is deleted with its address, and what was queued for it is not delivered", async () => {
    await confirmAlert(t.town, await ask());
    await publish("新しい金型");
    t.setNow("2026-11-20T22:00:00Z");
    const { id } = await t.town.database.searchAlert.findFirstOrThrow();
    await runAlert(t.town, { alertId: id });
    expect(await endAlert(t.town, { token: alertEndToken(t.town, id) })).toEqual({ ok: true });
    expect(await endAlert(t.town, { token: alertEndToken(t.town, id) })).toEqual({ ok: true });
    expect(await endAlert(t.town, { token: `${id}.forged` })).toEqual({ ok: false, error: "unknown-link" });
    await t.runWaitingJobs();
    expect((await news()).map(({ state }) => state)).toEqual(["suppressed"]);
    expect(await t.town.database.searchAlert.count()).toBe(0);
    expect(await t.town.database.searchAlertSeen.count()).toBe(0);
  });
});

test("only addresses of our result pages with a condition can be followed", () => {
  expect(readFollowedSearch("/companies?q=金型&page=7&sort=newest&utm=x")?.address).toBe(
    "/companies?q=%E9%87%91%E5%9E%8B",
  );
  for (const address of [
    "/companies",
    "/companies?page=2",
    "/staff?q=x",
    "https://evil.example/companies?q=x",
    "//x",
    "",
  ])
    expect(readFollowedSearch(address), address).toBeNull();
});

test("the pages lead from the wish to the end of it, and opening a link changes nothing", async () => {
  await fillIndex(t.town, t.town.search);
  const site = await openTestSite(t.town);
  const page = async (path: string) => (await site.request(path)).text();
  expect(await page("/alerts")).toContain("お知らせする条件が選ばれていません");
  const address = `/alerts?search=${encodeURIComponent(SEARCH)}`;
  expect(await page(address)).toContain("金型、千厩");
  const form = { search: SEARCH, email: "reader@people.example", frequency: "daily", consent: "yes" };
  const post = (path: string, fields: Record<string, string>) =>
    site.request(path, { method: "POST", body: new URLSearchParams(fields) });
  const wrong = await post(address, { ...form, email: "reader", consent: "" });
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain("メールアドレスの形が正しくありません");
  expect((await post("/alerts", { ...form, search: "/staff?q=x" })).status).toBe(400);
  const sent = await post(address, form);
  expect(sent.status).toBe(303);
  expect(await page(sent.headers.get("Location")!)).toContain("確認のメールを送りました");
  const mail = await t.town.database.mail.findFirstOrThrow();
  const link = (mail.props as { confirmUrl: string }).confirmUrl;
  expect(await page(link)).toContain("お知らせを始める");
  expect((await t.town.database.searchAlert.findFirstOrThrow()).state).toBe("pending");
  expect((await post(link, {})).status).toBe(303);
  expect(await page(link)).toContain("新着のお知らせを始めました");
  const { id } = await t.town.database.searchAlert.findFirstOrThrow();
  const end = `/alerts/end?token=${encodeURIComponent(alertEndToken(t.town, id))}`;
  expect(await page(end)).toContain("お知らせを停止する");
  expect((await post(end, { "List-Unsubscribe": "One-Click" })).status).toBe(200);
  expect(await page(end)).toContain("新着のお知らせは停止しています");
  expect(await page("/alerts/end?token=x.y")).toContain("このリンクは使えません");
});
