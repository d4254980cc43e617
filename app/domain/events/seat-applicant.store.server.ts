import type { Transaction } from "#app/platform/database.server.ts";
import type { Holder, Participant } from "./rules.ts";
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

type AccountRow = {
  email: string;
  role: Participant["role"];
  state: Participant["state"];
  isStudent: boolean;
  schoolId: string | null;
  department: string | null;
  graduationYear: number | null;
};

async function findAccount(tx: Transaction, userId: string): Promise<Applicant | null> {
  const [user] = await tx.$queryRaw<AccountRow[]>`
    SELECT account."email", account."role"::text, account."state"::text, student."userId" IS NOT NULL AS "isStudent",
      COALESCE(student."schoolId", teacher."schoolId") AS "schoolId", department."name" AS "department",
      student."graduationYear"
    FROM "User" account
    LEFT JOIN "StudentProfile" student ON student."userId" = account."id"
    LEFT JOIN "Department" department ON department."id" = student."departmentId"
    LEFT JOIN "TeacherProfile" teacher ON teacher."userId" = account."id"
    WHERE account."id" = ${userId}`;
  if (!user) return null;
  const { role, state, isStudent: hasSchool, schoolId, graduationYear } = user;
  return {
    email: user.email,
    isTeacher: role === "teacher",
    schoolId,
    guestOf: null,
    person: { role, state, hasSchool, schoolId, department: user.department ?? "", graduationYear },
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
