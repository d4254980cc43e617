import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  listGroups,
  applyGroupTable,
  checkGroupTable,
  summaryOf,
} from "#app/domain/visits/groups.store.server.ts";
import { saveGroup } from "#app/domain/visits/group.store.server.ts";
import { addPlace, removePlace, saveBuses, saveOffers } from "#app/domain/visits/places.store.server.ts";
import {
  listCompanyVisits,
  listOwnPlacements,
  listSchoolPlacements,
} from "#app/domain/visits/placements.store.server.ts";
import { visitsByGroup } from "#app/domain/visits/plan-comparison.rules.ts";
import { contentOf } from "#app/domain/visits/plan-view.rules.ts";
import {
  findPlan,
  movePlan,
  publishPlan,
  startPlan,
  withdrawPlan,
} from "#app/domain/visits/plans.store.server.ts";
import { findVisitRoom } from "#app/domain/visits/room.store.server.ts";
import { resumePlans, solveWaitingPlan } from "#app/domain/visits/solving.store.server.ts";
import type { PlanSettings } from "#app/domain/visits/stored-plan.rules.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { createAttendee, createTestSchool } from "#tests/support/builders/events.ts";
import { createVisitEvent, createVisitGroups, createVisitPlace } from "#tests/support/builders/visits.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let staffId: string;
beforeAll(async () => {
  t = await openTestTown();
  staffId = (await createAttendee(t.town, { role: "staff" })).id;
});
afterAll(() => t.close());

const settings: PlanSettings = {
  teachers: {},
  visitsPerGroup: 1,
  emphasis: "wish",
  even: false,
  timeLimitSeconds: 10,
};

/** Two places with room for two each and day, six students who all wish for the first. */
async function smallVisit(options: { schoolId?: string; companyId?: string; userId?: string } = {}) {
  const event = await createVisitEvent(t.town);
  const [dear, other] = [
    await createVisitPlace(t.town, event, { name: "宵待精密", maximum: 2, companyId: options.companyId }),
    await createVisitPlace(t.town, event, { name: "朝霧製菓", maximum: 2 }),
  ];
  const groups = await createVisitGroups(t.town, event, {
    count: 6,
    schoolId: options.schoolId,
    wishesOf: () => [dear, other],
    userIdOf: (at) => (at === 0 ? options.userId : undefined),
  });
  return { event, dear, other, groups };
}

async function solve(
  eventId: string,
  changes: Partial<PlanSettings> = {},
  locks: Parameters<typeof startPlan>[1]["locks"] = [],
  basedOn: number | null = null,
) {
  const started = await startPlan(t.town, {
    eventId,
    staffId,
    settings: { ...settings, ...changes },
    locks,
    basedOn,
  });
  if (!started.ok) throw new Error(started.error);
  await t.runWaitingJobs();
  return (await findPlan(t.town, { eventId, number: started.number }))!;
}

const placeOf = (plan: NonNullable<Awaited<ReturnType<typeof findPlan>>>, groupId: string) =>
  visitsByGroup(contentOf(plan.stored, plan.result)!).get(groupId)![0]!;

describe("a table of groups", () => {
  test("is checked without a change, then written as it was shown; the same table again changes nothing", async () => {
    const { event, dear } = await smallVisit();
    const room = (await findVisitRoom(t.town, { eventId: event.id }))!;
    const editor = { schoolId: null, isStaff: true };
    const rows = [
      ["番号", "クラス", "人数", "第1希望", "日程"],
      ["A-01", "A", "1", "朝霧製菓", "2日目"],
      ["B-01", "B", "3人", "㈱宵待精密", ""],
      ["B-02", "B", "2", "知らない会社", "8日目"],
    ];
    const table = await checkGroupTable(t.town, { room, editor, rows });
    if (!table.ok) throw new Error(table.error);
    expect(table.counts).toEqual({ new: 1, change: 1, same: 0, error: 1 });
    expect(table.missing).toHaveLength(5);
    expect(table.rows[2]!.errors).toEqual([
      { column: "D", header: "第1希望", code: "visit-unknown-place:知らない会社" },
      { column: "E", header: "日程", code: "visit-unknown-day:8日目" },
    ]);
    expect(await t.town.database.visitGroup.count({ where: { eventId: event.id } })).toBe(6);
    const apply = (shown: string, removeMissing = false) =>
      applyGroupTable(t.town, { room, editor, rows, shown, confirmLabels: false, removeMissing });
    expect(await apply("another")).toEqual({ ok: false, error: "visit-table-stale" });
    expect(await apply(summaryOf(table))).toEqual({ ok: true, created: 1, changed: 1, removed: 0 });
    const groups = await listGroups(t.town, { eventId: event.id, schoolId: null });
    expect(groups.map(({ label }) => label)).toEqual([
      "A-01",
      "A-02",
      "A-03",
      "A-04",
      "A-05",
      "A-06",
      "B-01",
    ]);
    expect(groups[0]).toMatchObject({ sessionIds: [event.sessions[1]!.id] });
    expect(groups[6]).toMatchObject({ size: 3, wishes: [dear], sessionIds: [] });
    const again = await checkGroupTable(t.town, { room, editor, rows });
    if (!again.ok) throw new Error(again.error);
    expect(again.counts).toEqual({ new: 0, change: 0, same: 2, error: 1 });
    expect(await apply(summaryOf(again), true)).toMatchObject({ ok: true, removed: 5 });
  });

  test("with labels that read like names is written only when that was confirmed", async () => {
    const { event } = await smallVisit();
    const room = (await findVisitRoom(t.town, { eventId: event.id }))!;
    const request = {
      room,
      editor: { schoolId: null, isStaff: true },
      rows: [["番号"], ["佐藤 花子"]],
      removeMissing: false,
    };
    const table = await checkGroupTable(t.town, request);
    if (!table.ok) throw new Error(table.error);
    expect(table.rows[0]!.maybeName).toBe(true);
    const shown = summaryOf(table);
    const apply = (confirmLabels: boolean) => applyGroupTable(t.town, { ...request, shown, confirmLabels });
    expect(await apply(false)).toEqual({ ok: false, error: "visit-label-name" });
    expect(await apply(true)).toMatchObject({ ok: true, created: 1 });
  });

  test("of a teacher never touches the groups of another school", async () => {
    const [own, other] = [
      await createTestSchool(t.town),
      await createTestSchool(t.town, { name: "よその高等学校" }),
    ];
    const { event } = await smallVisit({ schoolId: other.id });
    const room = (await findVisitRoom(t.town, { eventId: event.id }))!;
    const editor = { schoolId: own.id, isStaff: false };
    const rows = [
      ["番号", "人数"],
      ["A-01", "9"],
      ["C-01", "4"],
    ];
    const table = await checkGroupTable(t.town, { room, editor, rows });
    if (!table.ok) throw new Error(table.error);
    expect(table.rows[0]!.errors.map(({ code }) => code)).toEqual(["visit-label-others"]);
    expect(table.missing).toEqual([]);
    const request = { room, editor, rows, confirmLabels: false, removeMissing: true };
    await applyGroupTable(t.town, { ...request, shown: summaryOf(table) });
    expect(await listGroups(t.town, { eventId: event.id, schoolId: own.id })).toMatchObject([
      { label: "C-01", size: 4 },
    ]);
    expect(await listGroups(t.town, { eventId: event.id, schoolId: other.id })).toHaveLength(6);
  });
});

describe("places and buses", () => {
  test("are added, limited and taken away with the wishes for them", async () => {
    const { event, dear, other } = await smallVisit();
    const added = await addPlace(t.town, {
      eventId: event.id,
      companyId: "",
      name: "夕凪工務",
      area: "千厩",
      departments: [],
    });
    expect(added).toMatchObject({ ok: true });
    const twice = { eventId: event.id, companyId: "", name: "夕凪工務", area: "", departments: [] };
    expect(await addPlace(t.town, twice)).toEqual({ ok: false, error: "visit-place-exists" });
    expect(await addPlace(t.town, { ...twice, companyId: "nobody" })).toEqual({
      ok: false,
      error: "visit-no-such-company",
    });
    const [first, second] = event.sessions;
    await saveOffers(t.town, {
      eventId: event.id,
      offers: [
        { placeId: dear, sessionId: first!.id, minimum: 3, maximum: 5, teachersNeeded: 1 },
        { placeId: dear, sessionId: second!.id, minimum: 0, maximum: null, teachersNeeded: 0 },
        { placeId: "elsewhere", sessionId: first!.id, minimum: 0, maximum: 9, teachersNeeded: 0 },
      ],
      departments: new Map([[dear, ["機械科"]]]),
    });
    await saveBuses(t.town, {
      eventId: event.id,
      buses: [{ sessionId: first!.id, name: "1号車", seats: 28 }],
    });
    const room = (await findVisitRoom(t.town, { eventId: event.id }))!;
    expect(room.places.find(({ id }) => id === dear)).toMatchObject({
      departments: ["機械科"],
      offers: [{ sessionId: first!.id, minimum: 3, maximum: 5, teachersNeeded: 1 }],
    });
    expect(room.sessions.map(({ buses }) => buses.length)).toEqual([1, 0]);
    await removePlace(t.town, { eventId: event.id, placeId: dear });
    const [group] = await listGroups(t.town, { eventId: event.id, schoolId: null });
    expect(group!.wishes).toEqual([other]);
  });
});

describe("a plan", () => {
  test("is made by the job, once: the same input gives the same plan, another setting a new one", async () => {
    const { event } = await smallVisit();
    const plan = await solve(event.id);
    expect(plan).toMatchObject({ number: 1, state: "solved", result: { proven: true } });
    const again = await startPlan(t.town, { eventId: event.id, staffId, settings, locks: [], basedOn: null });
    expect(again).toEqual({ ok: true, number: 1, repeated: true });
    expect((await solve(event.id, { emphasis: "department" })).number).toBe(2);
    await solveWaitingPlan(t.town, { planId: plan.id });
    expect((await findPlan(t.town, { eventId: event.id, number: 1 }))!.result).toEqual(plan.result);
  });

  test("that waits when the process dies is taken up at the next start", async () => {
    const { event } = await smallVisit();
    await startPlan(t.town, { eventId: event.id, staffId, settings, locks: [], basedOn: null });
    // Its job is lost with the process that had it.
    await t.town.database.$executeRaw`DELETE FROM pgboss.job WHERE name = 'visits.solve'`;
    await t.runWaitingJobs();
    expect((await findPlan(t.town, { eventId: event.id, number: 1 }))!.state).toBe("waiting");
    await resumePlans(t.town);
    await t.runWaitingJobs();
    expect((await findPlan(t.town, { eventId: event.id, number: 1 }))!.state).toBe("solved");
  });

  test("keeps locked visits when it is made again", async () => {
    const { event, dear, other, groups } = await smallVisit();
    const first = await solve(event.id);
    const lucky = groups.find((id) => placeOf(first, id).placeId === dear)!;
    const lock = { groupId: lucky, sessionId: event.sessions[1]!.id, placeId: other };
    const second = await solve(event.id, {}, [lock], 1);
    expect(second).toMatchObject({ number: 2, basedOn: 1, locks: 1, byHand: false });
    expect(placeOf(second, lucky)).toMatchObject({ placeId: other, sessionId: event.sessions[1]!.id });
  });

  test("that cannot be says why", async () => {
    const { event, dear } = await smallVisit();
    await createVisitGroups(t.town, event, { count: 4, className: "Z" });
    const plan = await solve(event.id);
    expect(plan.state).toBe("infeasible");
    expect(plan.result).toMatchObject({ explanations: [{ kind: "too-little-room", missing: 2 }] });
    await t.town.database.visitOffer.updateMany({ where: { placeId: dear }, data: { maximum: 4 } });
    expect((await solve(event.id)).state).toBe("solved");
  });

  test("without places or groups is not begun", async () => {
    const event = await createVisitEvent(t.town);
    const start = { eventId: event.id, staffId, settings, locks: [], basedOn: null };
    expect(await startPlan(t.town, start)).toEqual({ ok: false, error: "visit-no-places" });
    await createVisitPlace(t.town, event, { name: "宵待精密" });
    expect(await startPlan(t.town, start)).toEqual({ ok: false, error: "visit-no-groups" });
  });

  test("is changed by hand into a plan of its own, within all limits", async () => {
    const { event, dear, other, groups } = await smallVisit();
    const first = await solve(event.id);
    const unlucky = groups.find((id) => placeOf(first, id).placeId === other)!;
    const from = placeOf(first, unlucky);
    const request = { eventId: event.id, number: 1, staffId, groupId: unlucky, sessionId: from.sessionId };
    const full = { sessionId: event.sessions[0]!.id, placeId: dear };
    expect(await movePlan(t.town, { ...request, to: full })).toEqual({
      ok: false,
      error: "visit-move-not-possible",
    });
    await t.town.database.visitOffer.updateMany({ where: { placeId: dear }, data: { maximum: 3 } });
    const wider = await solve(event.id);
    const behind = groups.find((id) => placeOf(wider, id).placeId === dear)!;
    const at = placeOf(wider, behind);
    const moved = await movePlan(t.town, {
      ...request,
      number: wider.number,
      groupId: behind,
      sessionId: at.sessionId,
      to: { sessionId: at.sessionId, placeId: other },
    });
    expect(moved).toMatchObject({ ok: true, repeated: false });
    await t.runWaitingJobs();
    const hand = (await findPlan(t.town, { eventId: event.id, number: wider.number + 1 }))!;
    expect(hand).toMatchObject({ state: "solved", byHand: true, basedOn: wider.number, locks: 0 });
    for (const id of groups)
      expect(placeOf(hand, id).placeId).toBe(id === behind ? other : placeOf(wider, id).placeId);
  });
});

describe("a published plan", () => {
  test("is seen by each as far as it concerns them, and by nobody after it is withdrawn", async () => {
    const member = await createAttendee(t.town, { role: "company" });
    const company = await createCompany(t.town, {});
    await t.town.database.companyMember.create({ data: { userId: member.id, companyId: company.id } });
    const stranger = await createAttendee(t.town, { role: "company" });
    const student = await createAttendee(t.town, { schoolKind: "kosen" });
    const classmate = await createAttendee(t.town, { schoolId: student.schoolId! });
    const schoolId = student.schoolId!;
    const { event } = await smallVisit({ schoolId, companyId: company.id, userId: student.id });
    const own = (userId: string) => listOwnPlacements(t.town, { userId });
    await solve(event.id);
    expect(await own(student.id)).toEqual([]);
    expect(await publishPlan(t.town, { eventId: event.id, number: 9, staffId })).toEqual({ ok: false });
    expect(await publishPlan(t.town, { eventId: event.id, number: 1, staffId })).toEqual({ ok: true });
    expect(await own(student.id)).toMatchObject([{ label: "A-01", eventTitle: event.title }]);
    expect(await own(classmate.id)).toEqual([]);
    expect(await listSchoolPlacements(t.town, { schoolId, eventId: event.id })).toHaveLength(6);
    const foreign = await createTestSchool(t.town);
    expect(await listSchoolPlacements(t.town, { schoolId: foreign.id, eventId: event.id })).toEqual([]);
    const { coming } = await listCompanyVisits(t.town, { userId: member.id });
    expect(coming.reduce((sum, visit) => sum + visit.people, 0)).toBe(4);
    expect(JSON.stringify(coming)).not.toContain("A-0");
    expect(await listCompanyVisits(t.town, { userId: stranger.id })).toEqual({ coming: [], past: [] });
    await withdrawPlan(t.town, { eventId: event.id, number: 1, staffId });
    expect(await own(student.id)).toEqual([]);
    expect((await listCompanyVisits(t.town, { userId: member.id })).coming).toEqual([]);
  });

  test("takes the place of the one before", async () => {
    const { event } = await smallVisit();
    await solve(event.id);
    await solve(event.id, { emphasis: "balanced" });
    await publishPlan(t.town, { eventId: event.id, number: 1, staffId });
    await publishPlan(t.town, { eventId: event.id, number: 2, staffId });
    const rows = await t.town.database.visitPlan.findMany({
      where: { eventId: event.id, publishedAt: { not: null } },
    });
    expect(rows.map(({ number }) => number)).toEqual([2]);
  });

  test("is tied to an account of the group's own school only", async () => {
    const { id: schoolId } = await createTestSchool(t.town);
    const [own, foreign] = [await createAttendee(t.town, { schoolId }), await createAttendee(t.town)];
    const { event, groups } = await smallVisit({ schoolId });
    const room = (await findVisitRoom(t.town, { eventId: event.id }))!;
    const save = (account: string) =>
      saveGroup(t.town, {
        room,
        groupId: groups[2]!,
        editor: { schoolId, isStaff: false },
        facts: {
          label: "A-03",
          className: "A",
          department: "",
          size: 1,
          together: "",
          wishes: [],
          sessionIds: [],
        },
        account,
        forgetAccount: false,
      });
    expect(await save(foreign.email)).toEqual({ ok: false, error: "visit-no-such-account" });
    expect(await save(own.email)).toEqual({ ok: true });
  });
});
