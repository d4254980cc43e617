import type { Town } from "#app/town.ts";
import type { Holder } from "./rules.ts";
import type { SeatPerson } from "./seats.rules.ts";

/** What about a holder decides where they may take part, with the school that a teacher acts for; null when unknown. */
export type HolderFacts = { person: SeatPerson; schoolName: string | null; name: string };

export async function findParticipant(
  town: Pick<Town, "database">,
  holder: Holder,
): Promise<HolderFacts | null> {
  if ("guestId" in holder) {
    const guest = await town.database.eventGuest.findUnique({ where: { id: holder.guestId } });
    return guest && { person: { guest: true }, schoolName: null, name: guest.name };
  }
  const user = await town.database.user.findUnique({
    where: { id: holder.userId },
    select: {
      name: true,
      role: true,
      state: true,
      student: { select: { schoolId: true, graduationYear: true, department: { select: { name: true } } } },
      teacher: { select: { schoolId: true, school: { select: { name: true } } } },
    },
  });
  if (!user) return null;
  const { role, state, student, teacher } = user;
  return {
    person: {
      role,
      state,
      hasSchool: student !== null,
      schoolId: student?.schoolId ?? teacher?.schoolId ?? null,
      department: student?.department?.name ?? "",
      graduationYear: student?.graduationYear ?? null,
    },
    schoolName: teacher?.school.name ?? null,
    name: user.name,
  };
}
