import { afterAll, beforeAll, expect, test } from "vitest";
import {
  cancelEvent,
  postponeEvent,
  reopenEvent,
  rescheduleEvent,
} from "#app/domain/events/editing-state.store.server.ts";
import { saveSession } from "#app/domain/events/editing-sessions.store.server.ts";
import { acceptOffer, expireOffers } from "#app/domain/events/offers.store.server.ts";
import { cancelRegistration, registerForEvent } from "#app/domain/events/seats.store.server.ts";
import { jst } from "#app/platform/calendar.ts";
import { createAttendee, createEvent } from "#tests/support/builders/events.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const START = "2026-11-20T03:00:00Z";
let t: TestTown;
let staffId: string;
beforeAll(async () => {
  t = await openTestTown({ now: START });
  staffId = (await createAttendee(t.town, { role: "staff" })).id;
});
afterAll(() => t.close());

/** An event on December 5 with one seat, which is offered until November 22, 12:00 (JST). */
async function offeredSeat() {
  t.setNow(START);
  const event = await createEvent(t.town, {
    seats: { student: 1 },
    startsAt: jst("2026-12-05", "13:00"),
    endsAt: jst("2026-12-05", "16:00"),
  });
  const [first, second] = await Promise.all([createAttendee(t.town), createAttendee(t.town)]);
  const wish = { eventId: event.id, category: "student", headCount: 1, waitWhenFull: true } as const;
  const held = await registerForEvent(t.town, { ...wish, userId: first.id });
  const waits = await registerForEvent(t.town, { ...wish, userId: second.id });
  if (!held.ok || !waits.ok) throw new Error("not registered");
  await cancelRegistration(t.town, { registrationId: held.registrationId, userId: first.id });
  return { event, own: { registrationId: waits.registrationId, userId: second.id } };
}

const offerOf = (id: string) =>
  t.town.database.registration.findUniqueOrThrow({
    where: { id },
    select: { state: true, offerExpiresAt: true },
  });
const stepOf = async (eventId: string) => {
  const { updatedAt } = await t.town.database.event.findUniqueOrThrow({ where: { id: eventId } });
  return { eventId, staffId, version: updatedAt.toISOString() };
};

test("an offer never outlasts the beginning of an event that was moved to an earlier time", async () => {
  const { event, own } = await offeredSeat();
  const moved = {
    note: "",
    startsOn: jst("2026-11-21"),
    hours: { from: "10:00", to: "12:00" },
  };
  expect(await rescheduleEvent(t.town, { ...(await stepOf(event.id)), ...moved })).toMatchObject({
    ok: true,
  });
  expect(await offerOf(own.registrationId)).toEqual({
    state: "offered",
    offerExpiresAt: jst("2026-11-21", "10:00"),
  });
  const [session] = await t.town.database.eventSession.findMany({ where: { eventId: event.id } });
  const span = { startsAt: jst("2026-11-21", "09:00"), endsAt: jst("2026-11-21", "12:00") };
  const edit = { sessionId: session!.id, title: "", span, notify: false };
  expect(await saveSession(t.town, { ...(await stepOf(event.id)), ...edit })).toMatchObject({ ok: true });
  expect(await offerOf(own.registrationId)).toMatchObject({ offerExpiresAt: span.startsAt });
  t.setNow(span.startsAt.toISOString());
  expect(await acceptOffer(t.town, own)).toEqual({ ok: false, error: "offer-expired" });
});

test("the terms of offers stand still while an event is postponed, and begin anew with its new date", async () => {
  const { event, own } = await offeredSeat();
  await postponeEvent(t.town, { ...(await stepOf(event.id)), note: "大雪の予報のため" });
  t.setNow("2026-12-10T03:00:00Z");
  await expireOffers(t.town);
  expect(await offerOf(own.registrationId)).toMatchObject({ state: "offered" });
  expect(await acceptOffer(t.town, own)).toEqual({ ok: false, error: "cancelled" });
  const moved = { note: "", startsOn: jst("2026-12-25"), hours: null };
  await rescheduleEvent(t.town, { ...(await stepOf(event.id)), ...moved });
  expect(await offerOf(own.registrationId)).toEqual({
    state: "offered",
    offerExpiresAt: new Date("2026-12-12T03:00:00Z"),
  });
  expect(await acceptOffer(t.town, own)).toEqual({ ok: true, repeated: false });
});

test("an offer outlives a cancellation that is taken back, not one that stands on the day", async () => {
  const [reopened, cancelled] = [await offeredSeat(), await offeredSeat()];
  for (const { event } of [reopened, cancelled])
    await cancelEvent(t.town, { ...(await stepOf(event.id)), note: "会場が使えないため" });
  t.setNow("2026-11-23T03:00:00Z");
  await expireOffers(t.town);
  await reopenEvent(t.town, { ...(await stepOf(reopened.event.id)), note: "" });
  expect(await offerOf(reopened.own.registrationId)).toEqual({
    state: "offered",
    offerExpiresAt: new Date("2026-11-25T03:00:00Z"),
  });
  t.setNow(cancelled.event.startsAt.toISOString());
  await expireOffers(t.town);
  expect(await offerOf(cancelled.own.registrationId)).toMatchObject({ state: "expired" });
});
