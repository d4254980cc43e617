import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSurveyResults, surveyUrl } from "#app/domain/surveys/store.server.ts";
import { thankVisitors } from "#app/domain/surveys/thanks.store.server.ts";
import { newId, newReadableCode } from "#app/platform/random.ts";
import { createAttendee, createEvent } from "#tests/support/builders/events.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const event8th = { startsAt: new Date("2026-12-08T01:00:00Z"), endsAt: new Date("2026-12-08T04:00:00Z") };
const NEXT_MORNING = "2026-12-09T00:00:00Z";

let t: TestTown;
let site: TestSite;
beforeAll(async () => {
  t = await openTestTown({ now: "2026-12-01T00:00:00Z" });
  site = await openTestSite(t.town);
});
afterAll(() => t.close());

/** An event with people of whom some came. */
async function createHeldEvent(people: { came: boolean; role?: "student" | "teacher" }[]) {
  const event = await createEvent(t.town, { ...event8th, seats: { student: 50 } });
  const registrations = [];
  for (const { came, role = "student" } of people) {
    const person = await createAttendee(t.town, { role });
    const row = await t.town.database.registration.create({
      data: {
        id: newId(),
        eventId: event.id,
        poolId: event.sessions[0]!.pools[0]!.id,
        userId: person.id,
        category: "student",
        state: "registered",
        ticketCode: newReadableCode(),
        registeredAt: t.town.clock.now(),
      },
    });
    if (came)
      await t.town.database.checkIn.create({
        data: {
          id: newId(),
          eventId: event.id,
          registrationId: row.id,
          category: "student",
          at: event8th.startsAt,
        },
      });
    registrations.push({ id: row.id, email: person.email });
  }
  return { eventId: event.id, registrations };
}

const mailsTo = (email: string) => t.town.database.mail.findMany({ where: { recipient: email } });
const pathOf = (eventId: string, registrationId: string) =>
  new URL(surveyUrl(t.town, { eventId, registrationId })).pathname;
const answer = (path: string, fields: Record<string, string>) =>
  site.request(path, { method: "POST", body: new URLSearchParams(fields) });

describe("the morning after", () => {
  test("those who came are thanked once, however often the job runs, and the others are not", async () => {
    const { eventId, registrations } = await createHeldEvent([{ came: true }, { came: false }]);
    const [came, stayed] = registrations as [{ id: string; email: string }, { id: string; email: string }];
    t.setNow("2026-12-08T10:00:00Z");
    await thankVisitors(t.town);
    expect(await mailsTo(came.email)).toHaveLength(0);
    t.setNow(NEXT_MORNING);
    await Promise.all([thankVisitors(t.town), thankVisitors(t.town)]);
    t.setNow("2026-12-10T00:00:00Z");
    await thankVisitors(t.town);
    const mails = await mailsTo(came.email);
    expect(mails.map(({ kind }) => kind)).toEqual(["event-thanks"]);
    expect(mails[0]!.props).toMatchObject({
      surveyUrl: surveyUrl(t.town, { eventId, registrationId: came.id }),
    });
    expect(await mailsTo(stayed.email)).toHaveLength(0);
  });

  test("a check-in that a device sent late is thanked on one of the next mornings", async () => {
    const { eventId, registrations } = await createHeldEvent([{ came: false }]);
    const { id: registrationId, email } = registrations[0]!;
    t.setNow(NEXT_MORNING);
    await thankVisitors(t.town);
    const late = {
      id: newId(),
      eventId,
      registrationId,
      category: "student",
      at: event8th.startsAt,
    } as const;
    await t.town.database.checkIn.create({ data: late });
    t.setNow("2026-12-10T00:00:00Z");
    await thankVisitors(t.town);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  test("nobody is thanked for an event that was cancelled, or whose check-in was taken back", async () => {
    const held = await createHeldEvent([{ came: true }]);
    const cancelled = await createHeldEvent([{ came: true }]);
    await t.town.database.checkIn.updateMany({
      where: { eventId: held.eventId },
      data: { voidedAt: event8th.endsAt },
    });
    await t.town.database.event.update({ where: { id: cancelled.eventId }, data: { state: "cancelled" } });
    t.setNow(NEXT_MORNING);
    await thankVisitors(t.town);
    for (const { registrations } of [held, cancelled])
      expect(await mailsTo(registrations[0]!.email)).toHaveLength(0);
  });
});

describe("the survey", () => {
  test("is answered once by its link, without sign-in, and nothing leads from the answer to the person", async () => {
    const { eventId, registrations } = await createHeldEvent([{ came: true }]);
    const { id } = registrations[0]!;
    const path = pathOf(eventId, id);
    t.setNow("2026-12-08T03:59:00Z");
    expect(await (await site.request(path)).text()).toContain("イベントが終わってから");
    expect((await answer(path, { satisfaction: "5" })).status).toBe(409);
    t.setNow(NEXT_MORNING);
    const wrong = await answer(path, { satisfaction: "6", comment: "x".repeat(501) });
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain("500文字以内");
    const reply = { satisfaction: "5", interest: "", useful: "workers", comment: "また来たいです" };
    const sent = await Promise.all([answer(path, reply), answer(path, reply)]);
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    const rows = await t.town.database.surveyAnswer.findMany({ where: { eventId } });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ satisfaction: 5, interest: null, useful: ["workers"] });
    expect(JSON.stringify(rows)).not.toContain(id);
    const row = await t.town.database.registration.findUniqueOrThrow({ where: { id } });
    expect(row.surveyedAt).toEqual(new Date("2026-12-08T15:00:00Z"));
    expect(await (await site.request(path)).text()).toContain("回答を受け付けました");
  });

  test("is open for fourteen days, and a wrong link opens nothing", async () => {
    const { eventId, registrations } = await createHeldEvent([{ came: true }]);
    const path = pathOf(eventId, registrations[0]!.id);
    t.setNow("2026-12-22T14:59:59Z");
    expect(await (await site.request(path)).text()).toContain("送信する");
    t.setNow("2026-12-22T15:00:00Z");
    expect(await (await site.request(path)).text()).toContain("締め切りました");
    for (const bad of [`${path}x`, path.replace(eventId, "another"), `/events/${eventId}/survey/x.y`]) {
      const response = await site.request(bad);
      expect([response.status, (await response.text()).includes("このリンクは使えません")]).toEqual([
        404,
        true,
      ]);
    }
  });

  test("of a class is answered by its teacher, as a teacher, and small categories are not shown", async () => {
    const people = [
      ...Array.from({ length: 6 }, () => ({ came: true })),
      { came: true, role: "teacher" as const },
    ];
    const { eventId, registrations } = await createHeldEvent(people);
    t.setNow(NEXT_MORNING);
    for (const { id } of registrations) await answer(pathOf(eventId, id), { satisfaction: "4", comment: "" });
    const results = (await readSurveyResults(t.town, { eventId }))!;
    expect(results.all).toMatchObject({
      n: 7,
      satisfaction: { mean: 4, n: 7 },
      interest: { mean: null, n: 0 },
    });
    expect(results.byCategory.map(({ category, figures }) => [category, figures])).toEqual([
      ["student", null],
      ["teacher", null],
    ]);
    const staff = await createAttendee(t.town, { role: "staff" });
    const page = await site.request(`/staff/events/${eventId}/survey`, { userId: staff.id });
    expect(await page.text()).toContain("5件未満のため表示しません");
  });
});
