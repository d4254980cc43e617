import { addDays } from "#app/platform/calendar.ts";
import { poolKey } from "#app/domain/events/rules.ts";
import { offerExpiry } from "#app/domain/events/seats.rules.ts";
import { minutesAfter, workingDayFrom } from "../days.ts";
import { noteFact } from "../facts.ts";
import { stableCode, stableId } from "../ids.ts";
import { announce, type PresentTown } from "./announce.ts";
import type { SeedEvent } from "./write.ts";

export const DEPARTMENT_TALK = "present-department-talk";
const SEATS = 6;

/**
 * A talk in small groups whose seats are kept for the departments of the KOSEN. The demo student waited for one in the
 * own department, and since this morning one is offered.
 */
export function addDepartmentTalk(town: PresentTown): void {
  const { rows, people, today } = town;
  const event = announce(
    town,
    {
      key: DEPARTMENT_TALK,
      kind: "seminar",
      title: "学科別 先輩技術者と話す会",
      summary:
        "市内の企業で働く高専の卒業生と、学科ごとの小さなグループで話します。仕事の一日の流れや、学校で学んだことがどう生きているかを聞くことができます。",
      venue: "kosen",
      date: workingDayFrom(addDays(today, 16)),
      opensOn: addDays(today, -12),
      seats: { guardian: 12 },
    },
    14,
  );
  const ofStudent = (userId: string) => rows.studentProfile.find((profile) => profile.userId === userId)!;
  const { schoolId, departmentId } = ofStudent(people.demoStudent);
  for (const department of rows.department.filter((row) => row.schoolId === schoolId)) {
    const fellows = people.students.filter((userId) => ofStudent(userId).departmentId === department.id);
    const isOwn = department.id === departmentId;
    const taking = fellows.slice(0, SEATS - 1);
    const id = stableId("pool", `${DEPARTMENT_TALK}/${department.id}`);
    const scope = { category: "student" as const, schoolId, department: department.name };
    rows.capacityPool.push({
      id,
      sessionId: event.sessions[0]!.id,
      ...scope,
      key: poolKey(scope),
      capacity: isOwn ? taking.length + 1 : SEATS,
      reserved: taking.length + (isOwn ? 1 : 0),
      arrivals: isOwn ? 1 : 0,
    });
    taking.forEach((userId, at) => addSeat(town, event, { poolId: id, userId, daysAgo: 9 - at }));
    if (isOwn) addSeat(town, event, { poolId: id, userId: people.demoStudent, daysAgo: 4, offered: true });
  }
}

function addSeat(
  { rows, now }: PresentTown,
  event: SeedEvent,
  seat: { poolId: string; userId: string; daysAgo: number; offered?: boolean },
): void {
  const { poolId, userId, offered = false } = seat;
  const id = stableId("registration", `${event.key}/student/${userId}`);
  const registeredAt = minutesAfter(now, -seat.daysAgo * 24 * 60);
  const offeredAt = minutesAfter(now, -3 * 60);
  const category = "student" as const;
  rows.registration.push({
    id,
    eventId: event.id,
    poolId,
    userId,
    category,
    headCount: 1,
    state: offered ? "offered" : "registered",
    arrival: offered ? 1 : null,
    offeredAt: offered ? offeredAt : null,
    offerExpiresAt: offered
      ? offerExpiry({ now: offeredAt, sessionStartsAt: event.sessions[0]!.startsAt })
      : null,
    ticketCode: stableCode(id),
    registeredAt,
  });
  const fact = { subjectId: id, data: { eventId: event.id, category, headCount: 1 } };
  const kind = offered ? "waiting-list.joined" : "registration.made";
  noteFact(rows, { ...fact, kind, actorId: userId, at: registeredAt });
  if (offered) noteFact(rows, { ...fact, kind: "seat.offered", actorId: null, at: offeredAt });
}
