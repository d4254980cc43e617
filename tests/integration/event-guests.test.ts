import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { forgetUnconfirmedGuests, guestLinkToken } from "#app/domain/events/guests.store.server.ts";
import { cancelRegistration, registerForEvent } from "#app/domain/events/seats.store.server.ts";
import { newId } from "#app/platform/random.ts";
import { signId } from "#app/platform/signed-id.server.ts";
import { newestMail } from "#tests/support/builders/accounts.ts";
import { createAttendee, createEvent } from "#tests/support/builders/events.ts";
import { addQuestion, openPage, sendForm } from "#tests/support/event-forms.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const NOW = "2026-11-20T03:00:00Z";
let t: TestTown;
let site: TestSite;
beforeAll(async () => {
  t = await openTestTown();
  site = await openTestSite(t.town);
});
beforeEach(async () => {
  t.setNow(NOW);
  await t.town.database.throttle.deleteMany();
});
afterAll(() => t.close());

const hours = (count: number) => new Date(new Date(NOW).getTime() + count * 3_600_000);
const newEmail = () => `${newId()}@guests.example`;
const guestEvent = (facts: Parameters<typeof createEvent>[1] = {}) =>
  createEvent(t.town, { guestRegistration: true, seats: { student: 5, guardian: 3, teacher: 5 }, ...facts });
type TestEvent = Awaited<ReturnType<typeof guestEvent>>;
const poolOf = (event: TestEvent, category: string) =>
  event.sessions[0]!.pools.find((pool) => pool.category === category)!.id;
const ask = (event: { id: string }, email: string) =>
  sendForm(site, `/events/${event.id}/guest`, { email, consent: "yes" });

/** Asks for the link and gives its path, as the mail holds it. */
async function linkFor(event: { id: string }, email: string): Promise<string> {
  expect((await ask(event, email)).location).toBe(`/events/${event.id}/guest?sent`);
  const mail = (await newestMail(t.town, email, "guest-link"))!;
  return (mail.props as { formUrl: string }).formUrl.replace("http://town.test", "");
}

/** Registers somebody through the link and gives the path of the ticket. */
async function registered(event: TestEvent, email: string, typed: Record<string, string> = {}) {
  const link = await linkFor(event, email);
  const sent = await sendForm(site, link, { pool: poolOf(event, "student"), name: "ゆき", ...typed });
  expect(sent.status).toBe(303);
  return sent.location;
}

describe("somebody without an account", () => {
  test("confirms the address by the mail's link, registers with a name and gets a ticket that the link opens", async () => {
    const event = await guestEvent();
    const wish = await addQuestion(t.town, event.id, { label: "聞きたいこと", required: true });
    const email = newEmail();
    expect((await openPage(site, `/events/${event.id}/registration`)).text).toContain(
      "アカウントなしで申し込む",
    );
    const link = await linkFor(event, email);
    const page = await openPage(site, link);
    expect(page.text).toContain("お名前");
    expect(page.text).not.toContain(`value="${poolOf(event, "teacher")}"`);
    expect(page.headers.get("Cache-Control")).toBe("private, no-store");
    expect(page.headers.get("X-Robots-Tag")).toContain("noindex");
    const guest = await t.town.database.eventGuest.findFirstOrThrow({ where: { email } });
    expect(guest.confirmedAt).toBeNull();

    const blank = await sendForm(site, link, {
      pool: poolOf(event, "student"),
      name: " ",
      [`answer-${wish}`]: "休み",
    });
    expect(blank.status).toBe(400);
    expect(blank.text).toContain("休み");
    const typed = {
      pool: poolOf(event, "student"),
      name: "ゆき",
      guardians: "1",
      [`answer-${wish}`]: "休み",
    };
    const sent = await sendForm(site, link, typed);
    expect(sent.location).toMatch(/^\/tickets\/[^/]+$/);
    expect(sent.location).not.toContain("@");
    expect((await sendForm(site, link, typed)).location).toBe(sent.location);
    expect((await t.town.database.eventGuest.findFirstOrThrow({ where: { email } })).name).toBe("ゆき");
    const ticket = await openPage(site, sent.location);
    for (const words of [
      "参加票の番号",
      "ゆき",
      "1人(申込済み)",
      "このページのアドレスは、あなたの参加票です",
    ])
      expect(ticket.text).toContain(words);
    expect(ticket.headers.get("Cache-Control")).toBe("private, no-store");
    expect(ticket.headers.get("Referrer-Policy")).toBe("same-origin");
    const mail = await newestMail(t.town, email, "ticket");
    expect(mail?.props).toMatchObject({
      registrationUrl: expect.stringContaining("http://town.test/tickets/"),
    });
    expect((await openPage(site, link)).text).toContain("このイベントに申し込んでいます");
  });

  test("cancels in two clicks, and comes back by a new link", async () => {
    const event = await guestEvent();
    const email = newEmail();
    const ticket = await registered(event, email);
    expect((await openPage(site, ticket)).text).toContain("取り消しを確定する");
    expect((await sendForm(site, ticket, { intent: "cancel" })).location).toBe(ticket);
    expect((await sendForm(site, ticket, { intent: "cancel" })).location).toBe(ticket);
    const page = await openPage(site, ticket);
    expect(page.text).toContain("この申し込みは取り消しました");
    expect(page.text).toContain(`href="/events/${event.id}/guest"`);
    expect(await registered(event, email)).toBe(ticket);
    expect(await newestMail(t.town, email, "registration-cancelled")).not.toBeNull();
  });

  test("waits, is offered a seat by mail and takes it on the ticket page", async () => {
    const event = await guestEvent({ seats: { student: 1 } });
    const first = await createAttendee(t.town);
    const held = await registerForEvent(t.town, {
      eventId: event.id,
      userId: first.id,
      category: "student",
      headCount: 1,
    });
    const email = newEmail();
    const ticket = await registered(event, email, { intent: "wait" });
    expect((await openPage(site, ticket)).text).toContain("いま1番目です");
    expect((await newestMail(t.town, email, "waiting-list"))?.props).toMatchObject({
      registrationUrl: `http://town.test${ticket}`,
    });
    await cancelRegistration(t.town, {
      registrationId: held.ok ? held.registrationId : "",
      userId: first.id,
    });
    expect((await openPage(site, ticket)).text).toContain("この席で申し込む");
    expect((await sendForm(site, ticket, { intent: "accept" })).status).toBe(303);
    expect((await openPage(site, ticket)).text).toContain("参加票の番号");
  });
});

describe("the link to the form", () => {
  test("is sent in the same words to every address, known or not, and only to its mailbox", async () => {
    const event = await guestEvent();
    const known = newEmail();
    await registered(event, known);
    const answers = [await ask(event, known), await ask(event, newEmail())];
    expect(answers[0]).toMatchObject({ status: 303, location: answers[1]!.location });
    expect((await openPage(site, `/events/${event.id}/guest?sent`)).text).toContain("メールをお送りしました");
  });

  test("works for 48 hours and for its event only; then it helps to a new one", async () => {
    const event = await guestEvent();
    const other = await guestEvent();
    const link = await linkFor(event, newEmail());
    t.setNow(hours(47.9).toISOString());
    expect((await openPage(site, link)).status).toBe(200);
    t.setNow(hours(48).toISOString());
    const dead = await openPage(site, link);
    expect(dead.status).toBe(410);
    expect(dead.text).toContain("新しいリンクを受け取る");
    expect((await sendForm(site, link, { pool: poolOf(event, "student"), name: "ゆき" })).status).toBe(410);
    t.setNow(NOW);
    for (const wrong of [link.replace(event.id, other.id), `${link}x`, link.replace(/guest=.*/, "guest=")])
      expect((await openPage(site, wrong)).status).toBe(410);
    const unknown = `/events/${event.id}/registration?guest=${guestLinkToken(t.town, newId())}`;
    expect((await openPage(site, unknown)).status).toBe(410);
  });

  test("needs a proper address and the consent, and keeps what was typed", async () => {
    const event = await guestEvent();
    const back = await sendForm(site, `/events/${event.id}/guest`, { email: "taro＠example" });
    expect(back.status).toBe(400);
    for (const words of ["メールアドレスの形が正しくありません", "チェックを入れてください", "taro＠example"])
      expect(back.text).toContain(words);
    expect(await t.town.database.eventGuest.count({ where: { eventId: event.id } })).toBe(0);
  });

  test("is not given for events that need an account, are over, or are not public", async () => {
    const email = newEmail();
    const account = await createEvent(t.town);
    expect((await ask(account, email)).text).toContain("アカウントが必要です");
    const schools = await guestEvent({ audience: "schools" });
    expect((await ask(schools, email)).status).toBe(409);
    const past = await guestEvent({ startsAt: hours(-5), endsAt: hours(-3) });
    expect((await ask(past, email)).text).toContain("このイベントは終了しました");
    expect((await ask(await guestEvent({ state: "planned" }), email)).status).toBe(404);
    expect(await t.town.database.mail.count({ where: { recipient: email } })).toBe(0);
  });

  test("goes after the close only to those who hold something, without saying so", async () => {
    const event = await guestEvent({ registrationClosesAt: hours(2) });
    const [known, unknown] = [newEmail(), newEmail()];
    const ticket = await registered(event, known);
    t.setNow(hours(3).toISOString());
    for (const email of [known, unknown]) expect((await ask(event, email)).status).toBe(303);
    const count = (email: string) =>
      t.town.database.mail.count({ where: { recipient: email, kind: "guest-link" } });
    expect([await count(known), await count(unknown)]).toEqual([2, 0]);
    const link = ((await newestMail(t.town, known, "guest-link"))!.props as { formUrl: string }).formUrl;
    const page = await openPage(site, link.replace("http://town.test", ""));
    expect(page.text).toContain("申し込みの受付は終了しました");
    expect(page.text).toContain(`href="${ticket}"`);
  });

  test("lets a class behind one network through, and no one address be flooded", async () => {
    const event = await guestEvent();
    const statuses = await Promise.all(Array.from({ length: 100 }, () => ask(event, newEmail())));
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([303]));
    const email = newEmail();
    for (let at = 0; at < 5; at++) expect((await ask(event, email)).status).toBe(303);
    const tooMany = await ask(event, email);
    expect(tooMany.status).toBe(429);
    expect(tooMany.headers.get("Retry-After")).toMatch(/^\d+$/);
    expect(tooMany.text).toContain("しばらく受け付けられません");
  });
});

describe("the link of a ticket", () => {
  test("that is wrong helps on, and one of an account opens nothing", async () => {
    const event = await guestEvent();
    const { id: userId } = await createAttendee(t.town);
    const result = await registerForEvent(t.town, {
      eventId: event.id,
      userId,
      category: "student",
      headCount: 1,
    });
    const id = result.ok ? result.registrationId : "";
    const secret = t.town.env.sessionSecret;
    for (const token of ["x", id, `${id}.`, signId(secret, "ticket", id), signId(secret, "guest-link", id)]) {
      const page = await openPage(site, `/tickets/${token}`);
      expect(page.status).toBe(404);
      expect(page.text).toContain("この参加票のリンクは使えません");
      expect((await sendForm(site, `/tickets/${token}`, { intent: "cancel" })).status).toBe(404);
    }
    expect((await t.town.database.registration.findUniqueOrThrow({ where: { id } })).state).toBe(
      "registered",
    );
  });

  test("shows a cancelled event without a code, and keeps nothing of a kept page", async () => {
    const event = await guestEvent();
    const ticket = await registered(event, newEmail());
    await t.town.database.event.update({ where: { id: event.id }, data: { state: "cancelled" } });
    const page = await openPage(site, ticket);
    expect(page.text).toContain("このイベントは中止になりました");
    expect(page.text).not.toContain("参加票の番号");
  });
});

test("an address whose link was never used is forgotten after a week; those who registered stay", async () => {
  const event = await guestEvent();
  const [silent, present] = [newEmail(), newEmail()];
  await linkFor(event, silent);
  await registered(event, present);
  t.setNow(hours(24 * 7).toISOString());
  await forgetUnconfirmedGuests(t.town);
  const left = () => t.town.database.eventGuest.findMany({ where: { eventId: event.id } });
  expect(await left()).toHaveLength(2);
  t.setNow(hours(24 * 7 + 1).toISOString());
  await forgetUnconfirmedGuests(t.town);
  expect((await left()).map(({ email }) => email)).toEqual([present]);
  expect(await newestMail(t.town, silent)).toBeNull();
  expect(await newestMail(t.town, present, "guest-link")).not.toBeNull();
});
