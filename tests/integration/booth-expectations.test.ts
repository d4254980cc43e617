import { afterAll, beforeAll, expect, test } from "vitest";
import { readExpected } from "#app/domain/booths/expected.store.server.ts";
import { newId } from "#app/platform/random.ts";
import { createAttendee, createEvent, createTestSchool } from "#tests/support/builders/events.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
beforeAll(async () => {
  t = await openTestTown();
});
afterAll(() => t.close());

test("students are expected by department, groups by the kind of their school, and interests from the event's question", async () => {
  const { database } = t.town;
  const event = await createEvent(t.town, { seats: { student: 60, teacher: 5 } });
  const [student, teacher] = event.sessions[0]!.pools.toSorted((one, other) =>
    one.category < other.category ? -1 : 1,
  );
  const kosen = await createTestSchool(t.town, { kind: "kosen" });
  const department = await database.department.create({
    data: { id: newId(), schoolId: kosen.id, name: "機械・知能系", position: 0 },
  });
  const questionId = newId();
  await database.eventQuestion.create({
    data: { id: questionId, eventId: event.id, position: 1, label: "関心のある仕事", kind: "choice" },
  });
  const register = async (more: {
    role: "student" | "teacher";
    headCount?: number;
    departmentId?: string;
    poolId?: string;
  }) => {
    const { role, headCount = 1, departmentId } = more;
    const person = await createAttendee(t.town, { role, schoolId: departmentId && kosen.id });
    if (departmentId)
      await database.studentProfile.update({ where: { userId: person.id }, data: { departmentId } });
    const id = newId();
    const poolId = more.poolId ?? student!.id;
    const facts = { id, eventId: event.id, poolId, userId: person.id, headCount, schoolId: person.schoolId };
    const category = poolId === student!.id ? ("student" as const) : ("teacher" as const);
    await database.registration.create({
      data: {
        ...facts,
        category,
        state: "registered",
        ticketCode: id.slice(0, 8),
        registeredAt: t.town.clock.now(),
      },
    });
    return id;
  };
  const registrationId = await register({ role: "student", departmentId: department.id });
  await register({ role: "teacher", headCount: 28 });
  await register({ role: "teacher", headCount: 2, poolId: teacher!.id });
  await database.registrationAnswer.create({ data: { registrationId, questionId, value: "機械をつくる" } });
  expect(await readExpected(t.town, { eventId: event.id })).toEqual({
    people: expect.arrayContaining([
      { key: "kosen-machines", people: 1 },
      { key: "highSchool", people: 28 },
    ]),
    interests: [{ key: "machines", people: 1 }],
  });
});
