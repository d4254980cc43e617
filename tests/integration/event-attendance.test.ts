import { afterAll, beforeAll, expect, test } from "vitest";
import { runMeasure } from "#app/analytics/run.server.ts";
import { findPlan, publishPlan, startPlan } from "#app/domain/visits/plans.store.server.ts";
import { newId } from "#app/platform/random.ts";
import { createAccountWithPassword } from "#tests/support/builders/accounts.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { createEvent } from "#tests/support/builders/events.ts";
import { createVisitEvent, createVisitGroups, createVisitPlace } from "#tests/support/builders/visits.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
let staffId: string;
beforeAll(async () => {
  t = await openTestTown({ now: "2025-06-01T10:00:00+09:00" });
  site = await openTestSite(t.town);
  staffId = (await createAccountWithPassword(t.town, { role: "staff", name: "架空 職員" })).id;
});
afterAll(() => t.close());

const pageOf = (eventId: string) => `/staff/events/${eventId}/attendance`;
const read = async (eventId: string) => (await site.request(pageOf(eventId), { userId: staffId })).text();
const post = (eventId: string, values: Record<string, string>) =>
  site.request(pageOf(eventId), { method: "POST", body: new URLSearchParams(values), userId: staffId });
const counted = async (key: string, asOf: string, knownOn?: string) =>
  (await runMeasure(t.town, key, { asOf, ...(knownOn && { knownOn: new Date(`${knownOn}+09:00`) }) })).value;
const kindsOf = async (subjectId: string) =>
  (
    await t.town.database.domainEvent.findMany({
      where: { subjectId },
      orderBy: { id: "asc" },
      select: { kind: true },
    })
  ).map(({ kind }) => kind);

async function addBooth(eventId: string, name: string) {
  const company = await createCompany(t.town, { profile: { name } });
  const { id } = await t.town.database.boothApplication.create({
    data: { id: newId(), eventId, companyId: company.id, state: "selected", appliedAt: t.town.clock.now() },
  });
  return id;
}

test("staff record which companies stood at their booths, and the figure counts them from then on", async () => {
  const event = await createEvent(t.town, {
    startsAt: new Date("2025-06-07T13:00:00+09:00"),
    endsAt: new Date("2025-06-07T16:00:00+09:00"),
  });
  const [first, second] = [await addBooth(event.id, "試作ネジ"), await addBooth(event.id, "試作歯車")];
  expect(await read(event.id)).toContain("始まってから記録できます");
  const early = await post(event.id, { intent: "all-booths" });
  expect(early.status).toBe(409);
  expect(await early.text()).toContain("まだ始まっていない日の出展は記録できません");

  t.setNow("2025-06-09T09:00:00+09:00");
  expect(await counted("june-fair-booths", "2025-06-09")).toBe(0);
  expect((await post(event.id, { intent: "all-booths" })).status).toBe(303);
  expect(await read(event.id)).toContain("2社のうち2社の出展を記録しています");
  expect(await counted("june-fair-booths", "2025-06-09")).toBe(2);
  // The sheet of the evening of the fair did not know it yet.
  expect(await counted("june-fair-booths", "2025-06-07", "2025-06-07T20:00")).toBe(0);

  t.setNow("2025-06-10T09:00:00+09:00");
  const only = { intent: "save-booths", [`day-${first}`]: "2025-06-07" };
  expect((await post(event.id, only)).status).toBe(303);
  expect(await counted("june-fair-booths", "2025-06-10")).toBe(1);
  expect(await counted("june-fair-booths", "2025-06-09", "2025-06-09T12:00")).toBe(2);
  // The same form again writes nothing.
  await post(event.id, only);
  expect(await kindsOf(first)).toEqual(["booth.attended"]);
  expect(await kindsOf(second)).toEqual(["booth.attended", "booth.attendance-voided"]);
});

test("an event of several days asks for the day; a day that it does not have is not recorded", async () => {
  t.setNow("2025-06-12T15:00:00+09:00");
  const days = ["2025-06-11", "2025-06-12", "2025-06-13"];
  const event = await createEvent(t.town, {
    kind: "discoveryFair",
    startsAt: new Date("2025-06-11T13:00:00+09:00"),
    endsAt: new Date("2025-06-13T16:00:00+09:00"),
    sessions: days.map((day) => ({
      startsAt: new Date(`${day}T13:00:00+09:00`),
      endsAt: new Date(`${day}T16:00:00+09:00`),
      seats: {},
    })),
  });
  const booth = await addBooth(event.id, "試作電子");
  expect(await read(event.id)).toContain("試作電子が出展した日");
  const save = (day: string) => post(event.id, { intent: "save-booths", [`day-${booth}`]: day });
  expect((await save("2025-06-13")).status).toBe(409);
  await save("2030-01-01");
  expect(await kindsOf(booth)).toEqual([]);
  await save("2025-06-12");
  expect(await counted("discovery-fair-booths", "2025-06-11")).toBe(0);
  expect(await counted("discovery-fair-booths", "2025-06-12")).toBe(1);
});

test("the calls of a visit come from the published plan and by hand; an entry taken back stays in what was known", async () => {
  t.setNow("2025-06-14T10:00:00+09:00");
  const planned = await createCompany(t.town, { profile: { name: "試作計画" } });
  const added = await createCompany(t.town, { profile: { name: "試作追加" } });
  const event = await createVisitEvent(t.town);
  await createVisitPlace(t.town, event, { name: "試作計画", companyId: planned.id });
  await createVisitPlace(t.town, event, { name: "市の施設" });
  await createVisitGroups(t.town, event, { count: 12 });
  await startPlan(t.town, {
    eventId: event.id,
    staffId,
    locks: [],
    basedOn: null,
    settings: { teachers: {}, visitsPerGroup: 1, emphasis: "wish", even: false, timeLimitSeconds: 10 },
  });
  await t.runWaitingJobs();
  expect(await findPlan(t.town, { eventId: event.id, number: 1 })).toMatchObject({ state: "solved" });
  await publishPlan(t.town, { eventId: event.id, number: 1, staffId });
  expect(await read(event.id)).toContain("まだ記録していない訪問が");
  expect((await post(event.id, { intent: "take-plan" })).status).toBe(303);
  const stops = await t.town.database.visitStop.findMany({ where: { session: { eventId: event.id } } });
  expect(new Set(stops.map(({ companyId }) => companyId))).toEqual(new Set([planned.id]));
  expect(await read(event.id)).not.toContain("まだ記録していない訪問が");
  // A call counts from the start of its session on.
  expect(await counted("company-visit-stops", "2025-06-14")).toBeNull();

  t.setNow("2025-06-27T10:00:00+09:00");
  const before = (await counted("company-visit-stops", "2025-06-27"))!;
  expect(before).toBe(stops.length);
  const sessionId = event.sessions[0]!.id;
  const call = { sessionId, companyId: added.id };
  const wrong = await post(event.id, { intent: "add-stop", sessionId, companyId: "" });
  expect(wrong.status).toBe(400);
  expect((await post(event.id, { intent: "add-stop", sessionId: "other", companyId: added.id })).status).toBe(
    409,
  );
  await post(event.id, { intent: "add-stop", ...call });
  await post(event.id, { intent: "add-stop", ...call });
  expect(await counted("company-visit-stops", "2025-06-27")).toBe(before + 1);

  t.setNow("2025-06-28T10:00:00+09:00");
  await post(event.id, { intent: "remove-stop", ...call });
  expect(await counted("company-visit-stops", "2025-06-28")).toBe(before);
  expect(await counted("company-visit-stops", "2025-06-27", "2025-06-27T12:00")).toBe(before + 1);
  expect(await kindsOf(sessionId)).toContain("visit-stop.voided");
});
