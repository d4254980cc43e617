import type { Town } from "#app/town.ts";
import { INDUSTRY_GROUPS } from "../matching/industry-groups.rules.ts";
import { countExpected } from "./expected.rules.ts";
import type { People } from "./planner.rules.ts";

/**
 * Whom the registrations of an event let expect: students by department or kind of school (head counts of schools by the
 * pool's department), and how often each industry was chosen in the event's own questions whose choices are industries.
 * Only counts; nobody can be told from them beyond what staff see in the list of registrations.
 */
export async function readExpected(
  town: Pick<Town, "database">,
  { eventId }: { eventId: string },
): Promise<{ people: People[]; interests: People[] }> {
  const [registrations, answers] = await Promise.all([
    town.database.registration.findMany({
      where: { eventId, category: "student", state: { in: ["registered", "offered"] } },
      select: {
        headCount: true,
        school: { select: { kind: true } },
        pool: { select: { department: true, school: { select: { kind: true } } } },
        user: {
          select: {
            student: {
              select: { school: { select: { kind: true } }, department: { select: { name: true } } },
            },
          },
        },
      },
    }),
    town.database.registrationAnswer.groupBy({
      by: ["value"],
      where: {
        value: { in: INDUSTRY_GROUPS.map(({ label }) => label) },
        question: { eventId, kind: "choice" },
        registration: { category: "student", state: { in: ["registered", "offered"] } },
      },
      _count: { _all: true },
    }),
  ]);
  const counts = countExpected(
    registrations.map(({ headCount, school, pool, user }) => ({
      headCount,
      schoolKind: user?.student?.school.kind ?? school?.kind ?? pool.school?.kind ?? null,
      department: user?.student?.department?.name ?? pool.department,
    })),
  );
  return {
    people: Object.entries(counts).map(([key, people]) => ({ key, people })),
    interests: answers.flatMap(({ value, _count }) => {
      const group = INDUSTRY_GROUPS.find(({ label }) => label === value);
      return group ? [{ key: group.key, people: _count._all }] : [];
    }),
  };
}
