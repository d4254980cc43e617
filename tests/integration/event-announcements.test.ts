import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPublishedCompany } from "#app/domain/companies/store.server.ts";
import { mailAnnouncement } from "#app/domain/events/announcement-mails.store.server.ts";
import { listAnnouncements, sendMessage } from "#app/domain/events/announcements.store.server.ts";
import { cancelEvent } from "#app/domain/events/editing-state.store.server.ts";
import { findEditedEvent } from "#app/domain/events/editing.store.server.ts";
import { listFeedEvents } from "#app/domain/events/feeds.store.server.ts";
import { registerForEvent } from "#app/domain/events/seats.store.server.ts";
import { findEvent, listComingEvents, readEventCards } from "#app/domain/events/store.server.ts";
import { readFrontPage } from "#app/domain/front-page/store.server.ts";
import { readEntries } from "#app/domain/matching/documents.store.server.ts";
import { listLivePages, listNewest } from "#app/domain/publications/store.server.ts";
import { newId } from "#app/platform/random.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { createAttendee, createEvent } from "#tests/support/builders/events.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const NOW = "2026-11-20T03:00:00Z";
let t: TestTown;
let staffId: string;
beforeAll(async () => {
  t = await openTestTown({ now: NOW });
  staffId = (await createAttendee(t.town, { role: "staff" })).id;
});
afterAll(() => t.close());

async function register(eventId: string) {
  const person = await createAttendee(t.town);
  const request = { eventId, userId: person.id, category: "student" as const, headCount: 1 };
  const result = await registerForEvent(t.town, request);
  if (!result.ok) throw new Error(result.error);
  return { ...person, registrationId: result.registrationId };
}

describe("a message to participants", () => {
  test("reaches a person once though a guardian comes along, is sent once, and goes on after a crash", async () => {
    const event = await createEvent(t.town, { seats: { student: 300, guardian: 300 } });
    const people = await Promise.all(Array.from({ length: 3 }, () => register(event.id)));
    const [first] = people;
    const guardians = event.sessions[0]!.pools.find((pool) => pool.category === "guardian")!;
    await t.town.database.registration.create({
      data: {
        id: newId(),
        eventId: event.id,
        poolId: guardians.id,
        userId: first!.id,
        category: "guardian",
        companionOfId: first!.registrationId,
        state: "registered",
        ticketCode: newId(),
        registeredAt: t.town.clock.now(),
      },
    });
    const message = {
      eventId: event.id,
      staffId,
      announcementId: newId(),
      subject: "駐車場",
      body: "混みます。",
    };
    expect(await sendMessage(t.town, message)).toEqual({ ok: true, recipients: 3, repeated: false });
    expect(await sendMessage(t.town, message)).toEqual({ ok: true, recipients: 3, repeated: true });
    await mailAnnouncement(t.town, message);
    await mailAnnouncement(t.town, message);
    await t.runWaitingJobs();
    const [announcement] = await listAnnouncements(t.town, { eventId: event.id });
    expect(announcement!.mails).toEqual({ written: 3, queued: 0, sent: 3, failed: 0, suppressed: 0 });
    const guardiansOnly = { ...message, announcementId: newId(), categories: ["guardian" as const] };
    expect(await sendMessage(t.town, guardiansOnly)).toMatchObject({ ok: true, recipients: 1 });
    const teachersOnly = { ...message, announcementId: newId(), categories: ["teacher" as const] };
    expect(await sendMessage(t.town, teachersOnly)).toEqual({ ok: false, error: "nobody" });
  });

  test("goes to guests at the address that they confirmed, without a link that acts for them", async () => {
    const event = await createEvent(t.town, { guestRegistration: true });
    const email = `${newId()}@guest.example`;
    const guestId = newId();
    const at = t.town.clock.now();
    await t.town.database.eventGuest.create({
      data: { id: guestId, eventId: event.id, email, name: "架空 三郎", requestedAt: at, confirmedAt: at },
    });
    const pool = event.sessions[0]!.pools[0]!;
    await t.town.database.registration.create({
      data: {
        id: newId(),
        eventId: event.id,
        poolId: pool.id,
        guestId,
        category: "student",
        state: "registered",
        ticketCode: newId(),
        registeredAt: at,
      },
    });
    const { version } = (await findEditedEvent(t.town, { eventId: event.id }))!;
    await cancelEvent(t.town, { eventId: event.id, staffId, version, note: "台風のため" });
    await t.runWaitingJobs();
    const mail = await t.town.database.mail.findFirst({
      where: { recipient: email, kind: "event-announcement" },
    });
    expect(mail!.props).toMatchObject({
      registrationUrl: null,
      eventUrl: `http://town.test/events/${event.id}`,
    });
  });
});

test("an unlisted event is found by its address only", async () => {
  const company = await createCompany(t.town, {});
  const shown = await createEvent(t.town);
  const hidden = await createEvent(t.town, { visibility: "unlisted" });
  for (const eventId of [shown.id, hidden.id])
    await t.town.database.boothApplication.create({
      data: { id: newId(), eventId, companyId: company.id, state: "selected", appliedAt: new Date(NOW) },
    });
  const both = [shown.id, hidden.id];
  const only = (ids: readonly string[]) => both.filter((id) => ids.some((text) => text.includes(id)));
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  expect(only(idsOf(await listComingEvents(t.town)))).toEqual([shown.id]);
  expect(only(idsOf((await listFeedEvents(t.town)) ?? []))).toEqual([shown.id]);
  expect(only(idsOf(await readEventCards(t.town, { ids: both })))).toEqual([shown.id]);
  const entries = await readEntries(
    t.town,
    both.map((id) => `event:${id}`),
  );
  expect(only(idsOf(entries.documents))).toEqual([shown.id]);
  expect(entries.removals.map(({ id }) => id)).toEqual([`event:${hidden.id}`]);
  expect(only((await listNewest(t.town, { limit: 100 })).map(({ path }) => path))).toEqual([shown.id]);
  expect(only((await listLivePages(t.town)).map(({ path }) => path))).toEqual([shown.id]);
  expect(only(idsOf((await readFrontPage(t.town)).events))).not.toContain(hidden.id);
  const page = await findPublishedCompany(t.town, { slug: company.slug });
  expect(idsOf(page!.events)).toEqual([shown.id]);
  expect((await findEvent(t.town, hidden))?.id).toBe(hidden.id);
});
