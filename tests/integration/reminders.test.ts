import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { remindParticipants } from "#app/domain/events/reminders.store.server.ts";
import { cancelRegistration, registerForEvent } from "#app/domain/events/seats.store.server.ts";
import { jst } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import type { EventReminderProps } from "#emails/messages.ts";
import { createAttendee, createEvent } from "#tests/support/builders/events.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
beforeAll(async () => {
  t = await openTestTown();
});
beforeEach(() => at("2026-11-20", "12:00"));
afterAll(() => t.close());

/** Sets the clock to a moment in Japan. */
function at(day: string, time: string) {
  t.setNow(jst(day, time).toISOString());
}

const tomorrowEvent = (facts: Parameters<typeof createEvent>[1] = {}) =>
  createEvent(t.town, {
    startsAt: jst("2026-11-24", "13:00"),
    endsAt: jst("2026-11-24", "15:00"),
    parking: "会館の駐車場(30台)",
    contactName: "工業労政課",
    contactPhone: "0191-00-0003",
    ...facts,
  });

async function register(
  eventId: string,
  facts: Parameters<typeof createAttendee>[1] = {},
  more: Partial<Parameters<typeof registerForEvent>[1]> = {},
) {
  const person = await createAttendee(t.town, facts);
  const result = await registerForEvent(t.town, {
    eventId,
    userId: person.id,
    category: "student",
    headCount: 1,
    ...more,
  });
  if (!result.ok) throw new Error(result.error);
  return { ...person, registrationId: result.registrationId };
}

async function remindersTo(email: string) {
  const mails = await t.town.database.mail.findMany({
    where: { recipient: email, kind: "event-reminder" },
    orderBy: { createdAt: "asc" },
  });
  return mails.map((mail) => ({ ...mail, props: mail.props as unknown as EventReminderProps }));
}

const kindsTo = async (email: string) => (await remindersTo(email)).map(({ props }) => props.reminder);

describe("a participant is reminded", () => {
  test("the day before at 17:00 and on the day at 07:00, once each, however often the job runs", async () => {
    const { id } = await tomorrowEvent();
    const { email, registrationId } = await register(id);
    const seen: string[][] = [];
    for (const [day, time] of [
      ["2026-11-23", "16:00"],
      ["2026-11-23", "17:00"],
      ["2026-11-23", "18:00"],
      ["2026-11-24", "00:00"],
      ["2026-11-24", "07:00"],
      ["2026-11-24", "12:00"],
      ["2026-11-24", "13:00"],
    ] as const) {
      at(day, time);
      await Promise.all([remindParticipants(t.town), remindParticipants(t.town)]);
      seen.push(await kindsTo(email));
    }
    const both = ["eve", "morning"];
    expect(seen).toEqual([[], ["eve"], ["eve"], ["eve"], both, both, both]);
    const [eve] = await remindersTo(email);
    expect(eve).toMatchObject({
      expiresAt: jst("2026-11-24", "13:00"),
      props: {
        startDay: "11月24日(火)",
        startTime: "13:00",
        parking: "会館の駐車場(30台)",
        contact: "工業労政課 0191-00-0003",
        registrationUrl: `http://town.test/me/registrations/${registrationId}`,
        calendar: { uid: expect.stringMatching(new RegExp(`^event-${id}-[\\w-]+@town\\.test$`)) },
      },
    });
  });

  test("when the job could not run on the hour: late, but not of the eve once the morning came", async () => {
    const { id } = await tomorrowEvent();
    const { email } = await register(id);
    at("2026-11-24", "09:00");
    await remindParticipants(t.town);
    expect(await kindsTo(email)).toEqual(["morning"]);
  });

  test("as a school by head count, as a guest by the own link, with the guardians who come along in one mail", async () => {
    const { id } = await tomorrowEvent({ guestRegistration: true, seats: { student: 40, guardian: 5 } });
    const teacher = await register(id, { role: "teacher" }, { headCount: 32 });
    const student = await register(id, {}, { guardians: 2 });
    const guest = { id: newId(), email: `${newId()}@guests.example` };
    await t.town.database.eventGuest.create({
      data: { ...guest, eventId: id, requestedAt: t.town.clock.now(), confirmedAt: t.town.clock.now() },
    });
    await registerForEvent(t.town, { eventId: id, guestId: guest.id, category: "student", headCount: 1 });
    at("2026-11-23", "17:00");
    await remindParticipants(t.town);
    expect((await remindersTo(teacher.email))[0]?.props).toMatchObject({ headCount: 32, companions: "" });
    const own = await remindersTo(student.email);
    expect(own.map(({ props }) => props.companions)).toEqual([
      expect.stringMatching(/^2人\(参加票の番号 \w{4}-\w{4}\)$/),
    ]);
    const [mail] = await remindersTo(guest.email);
    expect(mail?.props.registrationUrl).toMatch(/^http:\/\/town\.test\/tickets\/[^@]+$/);
  });

  test("of each session of several that they hold, by its own day", async () => {
    const sessions = [24, 25].map((day) => ({
      startsAt: jst(`2026-11-${day}`, "09:00"),
      endsAt: jst(`2026-11-${day}`, "12:00"),
      seats: { student: 5 },
    }));
    const event = await createEvent(t.town, {
      startsAt: sessions[0]!.startsAt,
      endsAt: sessions[1]!.endsAt,
      sessions,
    });
    const { email } = await register(event.id, {}, { sessionId: event.sessions[1]!.id });
    at("2026-11-23", "17:00");
    await remindParticipants(t.town);
    expect(await kindsTo(email)).toEqual([]);
    at("2026-11-24", "17:00");
    await remindParticipants(t.town);
    expect((await remindersTo(email))[0]?.props.startDay).toBe("11月25日(水)");
  });

  test("anew when the session was moved after the first reminder", async () => {
    const event = await tomorrowEvent();
    const { email } = await register(event.id);
    at("2026-11-23", "17:00");
    await remindParticipants(t.town);
    const startsAt = jst("2026-11-24", "14:00");
    await t.town.database.eventSession.updateMany({ where: { eventId: event.id }, data: { startsAt } });
    at("2026-11-23", "18:00");
    await remindParticipants(t.town);
    expect((await remindersTo(email)).map(({ props }) => props.startTime)).toEqual(["13:00", "14:00"]);
  });
});

describe("nobody is reminded", () => {
  test("who waits, cancelled, or registered after the reminder was due; nor of a cancelled event", async () => {
    const event = await tomorrowEvent({ seats: { student: 2 } });
    const cancelled = await register(event.id);
    await cancelRegistration(t.town, { registrationId: cancelled.registrationId, userId: cancelled.id });
    await register(event.id);
    at("2026-11-23", "17:30");
    const late = await register(event.id);
    const waiting = await register(event.id, {}, { waitWhenFull: true });
    const off = await tomorrowEvent();
    const elsewhere = await register(off.id);
    await t.town.database.event.update({ where: { id: off.id }, data: { state: "cancelled" } });
    at("2026-11-23", "18:00");
    await remindParticipants(t.town);
    for (const { email } of [cancelled, late, waiting, elsewhere]) expect(await kindsTo(email)).toEqual([]);
    at("2026-11-24", "07:00");
    await remindParticipants(t.town);
    expect(await kindsTo(late.email)).toEqual(["morning"]);
  });

  test("by a mail that waited at the provider until the event began, or whose reason is gone", async () => {
    const event = await tomorrowEvent();
    const [coming, gone, moved] = [
      await register(event.id),
      await register(event.id),
      await register(event.id),
    ];
    at("2026-11-23", "17:00");
    await remindParticipants(t.town);
    await cancelRegistration(t.town, { registrationId: gone.registrationId, userId: gone.id });
    at("2026-11-23", "17:05");
    await t.runWaitingJobs();
    expect((await remindersTo(coming.email))[0]).toMatchObject({ state: "sent" });
    expect((await remindersTo(gone.email))[0]).toMatchObject({ state: "suppressed", lastError: "withdrawn" });
    at("2026-11-24", "07:00");
    await remindParticipants(t.town);
    at("2026-11-24", "13:00");
    await t.runWaitingJobs();
    expect((await remindersTo(moved.email)).map(({ state, lastError }) => [state, lastError])).toEqual([
      ["sent", null],
      ["suppressed", "expired"],
    ]);
  });
});

test("a hundred and twenty are reminded in batches, each of them once", async () => {
  const event = await tomorrowEvent({ seats: { student: 200 } });
  await Promise.all(Array.from({ length: 120 }, () => register(event.id)));
  at("2026-11-23", "17:00");
  await remindParticipants(t.town);
  const ofEvent = (await t.town.database.mail.findMany({ where: { kind: "event-reminder" } })).filter(
    ({ props }) => (props as { calendar: { uid: string } }).calendar.uid.includes(event.id),
  );
  expect(new Set(ofEvent.map(({ recipient }) => recipient)).size).toBe(120);
  expect(ofEvent).toHaveLength(120);
});
