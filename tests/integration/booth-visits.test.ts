import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runMeasure } from "#app/analytics/run.server.ts";
import { ensureVisitCodes, readBoothSheets } from "#app/domain/booth-visits/codes.store.server.ts";
import { readBoothVisitors } from "#app/domain/booth-visits/contacts.store.server.ts";
import { findBoothPage, recordVisit, shareVisit } from "#app/domain/booth-visits/store.server.ts";
import { findVisitCard } from "#app/domain/booth-visits/visit-card.store.server.ts";
import { readVisitorCookie, visitorCookie } from "#app/domain/booth-visits/visitor-cookie.server.ts";
import { newId, newReadableCode } from "#app/platform/random.ts";
import type { SchoolKind } from "#generated/prisma/client.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { createAttendee, createEvent } from "#tests/support/builders/events.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const event8th = { startsAt: new Date("2026-12-08T01:00:00Z"), endsAt: new Date("2026-12-08T04:00:00Z") };
const DURING = "2026-12-08T02:00:00Z";
const DAY_AFTER = "2026-12-09T00:00:00Z";

let t: TestTown;
let site: TestSite;
beforeAll(async () => {
  t = await openTestTown({ now: DURING });
  site = await openTestSite(t.town);
});
beforeEach(() => t.setNow(DURING));
afterAll(() => t.close());

/** An event with one booth that has its code. */
async function createBooth() {
  const event = await createEvent(t.town, { ...event8th, seats: { student: 50, other: 50 } });
  const company = await createCompany(t.town);
  const now = t.town.clock.now();
  const booth = { id: newId(), eventId: event.id, companyId: company.id, boothNumber: 7 };
  await t.town.database.boothApplication.create({ data: { ...booth, state: "selected", appliedAt: now } });
  await ensureVisitCodes(t.town.database, { eventId: event.id });
  const sheets = (await readBoothSheets(t.town, { eventId: event.id }))!;
  const code = sheets.booths[0]!.code!.replace("-", "");
  const member = await t.town.database.companyMember.findFirstOrThrow({ where: { companyId: company.id } });
  return { event, eventId: event.id, companyId: company.id, code, memberId: member.userId };
}
type Booth = Awaited<ReturnType<typeof createBooth>>;

/** A visitor with a seat: a student of this kind of school, or a guest. */
async function createVisitor(
  booth: Booth,
  who: { schoolKind?: SchoolKind; guest?: true; name?: string } = {},
) {
  const category = who.guest ? ("other" as const) : ("student" as const);
  const pool = booth.event.sessions[0]!.pools.find((one) => one.category === category)!;
  const guestId = newId();
  if (who.guest)
    await t.town.database.eventGuest.create({
      data: {
        id: guestId,
        eventId: booth.eventId,
        email: `${guestId}@guests.example`,
        name: who.name ?? "架空 次郎",
        requestedAt: t.town.clock.now(),
        confirmedAt: t.town.clock.now(),
      },
    });
  const person = who.guest
    ? null
    : await createAttendee(t.town, { schoolKind: who.schoolKind, name: who.name });
  const row = await t.town.database.registration.create({
    data: {
      id: newId(),
      eventId: booth.eventId,
      poolId: pool.id,
      ...(person ? { userId: person.id } : { guestId }),
      category,
      state: "registered",
      ticketCode: newReadableCode(),
      registeredAt: t.town.clock.now(),
    },
  });
  return { registrationId: row.id, userId: person?.id ?? "", guestId };
}

const boothFor = ({ eventId, code }: Booth, visitor: { userId: string } | { registrationId: string }) => ({
  eventId,
  code,
  visitor,
});

describe("codes of booths", () => {
  test("are given once, also by two calls at the same moment, and stay", async () => {
    const { eventId, companyId, code } = await createBooth();
    const again = await Promise.all([1, 2].map(() => ensureVisitCodes(t.town.database, { eventId })));
    expect(again).toEqual([{ made: 0 }, { made: 0 }]);
    expect((await readBoothSheets(t.town, { eventId, companyId }))!.booths[0]!.code!.replace("-", "")).toBe(
      code,
    );
    expect(await readBoothSheets(t.town, { eventId, companyId: "another" })).toBeNull();
  });
});

describe("a visit", () => {
  test("is recorded by the button, never by opening the address, and once", async () => {
    const booth = await createBooth();
    const { userId, registrationId } = await createVisitor(booth);
    const address = `/events/${booth.eventId}/booths/${booth.code}`;
    const opened = await site.request(address, { userId });
    expect(await opened.text()).toContain("訪問を記録する");
    expect(await t.town.database.boothVisit.count({ where: { registrationId } })).toBe(0);
    const press = () =>
      site.request(address, { method: "POST", body: new URLSearchParams({ intent: "visit" }), userId });
    const pressed = await Promise.all([press(), press(), press()]);
    expect(pressed.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await t.town.database.boothVisit.count({ where: { registrationId } })).toBe(1);
    const facts = await t.town.database.domainEvent.findMany({ where: { kind: "booth-visit.made" } });
    const data = facts.map((row) => row.data as Record<string, string>);
    expect(data.filter(({ eventId }) => eventId === booth.eventId)).toEqual([
      { eventId: booth.eventId, companyId: booth.companyId },
    ]);
  });

  test("needs a seat at this very event, on its day", async () => {
    const [booth, other] = [await createBooth(), await createBooth()];
    const { userId } = await createVisitor(booth);
    const visitor = { userId };
    expect(await recordVisit(t.town, boothFor(other, visitor))).toEqual({
      ok: false,
      error: "no-registration",
    });
    const crossed = { eventId: booth.eventId, code: other.code, visitor };
    expect(await recordVisit(t.town, crossed)).toEqual({ ok: false, error: "no-such-booth" });
    t.setNow("2026-12-08T15:00:00Z");
    expect(await recordVisit(t.town, boothFor(booth, visitor))).toEqual({
      ok: false,
      error: "not-event-day",
    });
  });

  test("begins with a typed number too; a code of another event has its words", async () => {
    const [booth, other] = [await createBooth(), await createBooth()];
    const typed = await site.request(`/events/${booth.eventId}/booths/code?code=${booth.code.toLowerCase()}`);
    expect(typed.headers.get("Location")).toBe(`/events/${booth.eventId}/booths/${booth.code}`);
    for (const code of [other.code, "code?code=%00", "code"]) {
      const response = await site.request(`/events/${booth.eventId}/booths/${code}`);
      const said = (await response.text()).includes("このブースのコードは使えません");
      expect([response.status, said]).toEqual([404, true]);
    }
  });

  test("of a guest is known by the cookie of the ticket's page, and by no other", async () => {
    const booth = await createBooth();
    const { registrationId, guestId } = await createVisitor(booth, { guest: true });
    const session = booth.event.sessions[0]!;
    const ticket = { registrationId, eventId: booth.eventId, session };
    const set = visitorCookie(t.town, ticket)!;
    expect(set).toContain(`Path=/events/${booth.eventId}/booths; Max-Age=43200; HttpOnly; SameSite=Lax`);
    const cookie = set.split(";")[0]!;
    const address = `/events/${booth.eventId}/booths/${booth.code}`;
    const post = (headers: Record<string, string>) =>
      site.request(address, { method: "POST", body: new URLSearchParams({ intent: "visit" }), headers });
    expect((await post({})).status).toBe(401);
    expect((await post({ Cookie: `${cookie}x` })).status).toBe(401);
    expect((await post({ Cookie: cookie })).status).toBe(303);
    expect((await findVisitCard(t.town, { registrationId, guestId }))!.visits).toHaveLength(1);
    const foreign = new Request("http://town.test/", {
      headers: { Cookie: cookie.replace(registrationId, "x") },
    });
    expect(readVisitorCookie(t.town, foreign)).toBeNull();
    t.setNow(DAY_AFTER);
    expect(visitorCookie(t.town, ticket)).toBeNull();
  });

  test("of an account's registration is never opened by a cookie", async () => {
    const booth = await createBooth();
    const { registrationId } = await createVisitor(booth);
    const visit = await recordVisit(t.town, boothFor(booth, { registrationId }));
    expect(visit).toEqual({ ok: false, error: "no-registration" });
  });

  test("counts in the measure as one person-time", async () => {
    const booth = await createBooth();
    for (let index = 0; index < 2; index += 1) {
      const { userId } = await createVisitor(booth);
      await recordVisit(t.town, boothFor(booth, { userId }));
    }
    const measure = await runMeasure(t.town, "booth-visits", { asOf: "2026-12-08" });
    const cells = measure.breakdowns.find(({ by }) => by === "event")!.cells;
    expect(cells.find(({ key }) => key.endsWith(booth.eventId))!.value).toBe(2);
    expect((await runMeasure(t.town, "booth-visits", { asOf: "2026-12-07" })).missing).toBe("no-records");
  });
});

describe("sharing with a company", () => {
  test("shows a student of the KOSEN to this company until it is taken back, as often as the student likes", async () => {
    const booth = await createBooth();
    const { userId, registrationId } = await createVisitor(booth, { schoolKind: "kosen", name: "架空 三郎" });
    const own = boothFor(booth, { userId });
    expect(await shareVisit(t.town, { ...own, share: true })).toEqual({ ok: false, error: "not-visited" });
    await recordVisit(t.town, own);
    const contacts = async () => (await readBoothVisitors(t.town, booth))!.contacts.map(({ name }) => name);
    expect(await contacts()).toEqual([]);
    for (const [share, seen] of [
      [true, ["架空 三郎"]],
      [false, []],
      [true, ["架空 三郎"]],
    ] as const) {
      expect(await shareVisit(t.town, { ...own, share })).toEqual({ ok: true, repeated: false });
      expect(await shareVisit(t.town, { ...own, share })).toEqual({ ok: true, repeated: true });
      expect(await contacts()).toEqual(seen);
    }
    expect((await findVisitCard(t.town, { registrationId, userId }))!.visits[0]!.sharedAt).not.toBeNull();
    expect(await findVisitCard(t.town, { registrationId, userId: "another" })).toBeNull();
  });

  test("tells nothing about a pupil of a high school, who reads why", async () => {
    const booth = await createBooth();
    const { userId } = await createVisitor(booth, { schoolKind: "highSchool", name: "架空 四葉" });
    const own = boothFor(booth, { userId });
    await recordVisit(t.town, own);
    expect(await shareVisit(t.town, { ...own, share: true })).toEqual({ ok: false, error: "through-school" });
    const page = await site.request(`/events/${booth.eventId}/booths/${booth.code}`, { userId });
    const html = await page.text();
    expect(html).toContain("学校を通して行う決まり");
    expect(html).not.toContain('value="share"');
    expect((await findBoothPage(t.town, own))!.sharingObstacle).toBe("through-school");
    t.setNow(DAY_AFTER);
    const room = await site.request(`/company/events/${booth.eventId}`, { userId: booth.memberId });
    const told = await room.text();
    expect(told).toContain("5人未満");
    expect(told).not.toContain("架空 四葉");
  });

  test("gives the company a list and a file of its own contacts only, and numbers the day after", async () => {
    const [booth, other] = [await createBooth(), await createBooth()];
    const { userId } = await createVisitor(booth, { schoolKind: "university", name: "=1+1" });
    await recordVisit(t.town, boothFor(booth, { userId }));
    await shareVisit(t.town, { ...boothFor(booth, { userId }), share: true });
    const room = (eventId: string, memberId: string, file = "") =>
      site.request(`/company/events/${eventId}${file}`, { userId: memberId });
    expect(await (await room(booth.eventId, booth.memberId)).text()).toContain("イベントの翌日");
    expect((await room(booth.eventId, other.memberId)).status).toBe(404);
    expect((await room(booth.eventId, other.memberId, "/contacts.csv")).status).toBe(404);
    expect((await room(booth.eventId, other.memberId, "/booth-code")).status).toBe(404);
    const csv = await (await room(booth.eventId, booth.memberId, "/contacts.csv")).text();
    expect(csv).toContain("名前,学校,学科,区分,メールアドレス,伝えた日\r\n'=1+1,");
  });
});
