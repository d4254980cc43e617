import type { Transaction } from "#app/platform/database.server.ts";
import type { Holder } from "./rules.ts";
import type { SeatPerson } from "./seats.rules.ts";

/** Who asks for seats. */
export type Applicant = {
  person: SeatPerson;
  email: string;
  isTeacher: boolean;
  schoolId: string | null;
  /** The event that a guest confirmed the address for; null for accounts. */
  guestOf: string | null;
};

/** The account or the guest behind a request; null when there is none, or its address is not confirmed. */
export async function findApplicant(tx: Transaction, holder: Holder): Promise<Applicant | null> {
  return "userId" in holder ? findAccount(tx, holder.userId) : findGuest(tx, holder.guestId);
}

async function findAccount(tx: Transaction, userId: string): Promise<Applicant | null> {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: {
      role: true,
      state: true,
      email: true,
      student: { select: { schoolId: true, graduationYear: true, department: { select: { name: true } } } },
      teacher: { select: { schoolId: true } },
    },
  });
  if (!user) return null;
  const schoolId = user.student?.schoolId ?? user.teacher?.schoolId ?? null;
  return {
    email: user.email,
    isTeacher: user.role === "teacher",
    schoolId,
    guestOf: null,
    person: {
      role: user.role,
      state: user.state,
      hasSchool: user.student !== null,
      schoolId,
      department: user.student?.department?.name ?? "",
      graduationYear: user.student?.graduationYear ?? null,
    },
  };
}

async function findGuest(tx: Transaction, guestId: string): Promise<Applicant | null> {
  const guest = await tx.eventGuest.findUnique({
    where: { id: guestId, confirmedAt: { not: null } },
    select: { email: true, eventId: true },
  });
  if (!guest) return null;
  const { email, eventId } = guest;
  return { email, isTeacher: false, schoolId: null, guestOf: eventId, person: { guest: true } };
}
