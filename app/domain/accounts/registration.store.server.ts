import type { Town } from "#app/town.ts";
import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import { queueMail } from "#emails/outbox.server.ts";
import { queueConfirmation } from "./confirmation.store.server.ts";
import { type AccountRole, type AccountState, PRIVACY_VERSION } from "./rules.ts";
import type { StudentRegistration } from "./schema.ts";

type RegistrationTown = Pick<Town, "database" | "clock" | "jobs" | "auth" | "env">;

/** Schools with their departments, for the form. */
export async function listSchoolChoices(
  town: Pick<Town, "database">,
): Promise<{ id: string; name: string; departments: { id: string; name: string }[] }[]> {
  return town.database.school.findMany({
    select: {
      id: true,
      name: true,
      departments: { select: { id: true, name: true }, orderBy: { position: "asc" } },
    },
    orderBy: [{ kind: "asc" }, { nameKana: "asc" }],
  });
}

/**
 * Creates a student's account, which works once the address is confirmed. The answer is the same whether the address has
 * an account already or not; its owner gets a different mail. Returns `unknown-school` and `unknown-department` (also for a
 * department of another school).
 */
export async function registerStudent(
  town: RegistrationTown,
  { registration }: { registration: StudentRegistration },
): Promise<{ ok: true } | { ok: false; error: "unknown-school" | "unknown-department" }> {
  const { schoolId, departmentId, graduationYear } = registration;
  const school = await town.database.school.findUnique({
    where: { id: schoolId },
    select: { departments: { select: { id: true } } },
  });
  if (!school) return { ok: false, error: "unknown-school" };
  if (departmentId !== "" && !school.departments.some((department) => department.id === departmentId))
    return { ok: false, error: "unknown-department" };

  const passwordHash = await hashPassword(town, registration.password);
  await againWhenTaken(() =>
    town.database.$transaction(async (tx) => {
      if (!(await clearTheWay(tx, town, registration.email))) return;
      const userId = await createAccount(tx, town, {
        name: registration.name,
        email: registration.email,
        passwordHash,
        role: "student",
        state: "active",
      });
      await tx.studentProfile.create({
        data: { userId, schoolId, departmentId: departmentId || null, graduationYear },
      });
    }),
  );
  return { ok: true };
}

/** The stored form of a password. Slow on purpose, so never inside a transaction. */
export async function hashPassword(town: Pick<Town, "auth">, password: string): Promise<string> {
  const context = await town.auth.$context;
  return context.password.hash(password);
}

/** Writes an account with its password, the fact and, where the address is not proven yet, the confirmation mail. Returns the account's id. */
export async function createAccount(
  tx: Transaction,
  town: Pick<Town, "clock" | "jobs" | "env">,
  account: {
    name: string;
    email: string;
    passwordHash: string;
    role: AccountRole;
    state: AccountState;
    /** True for somebody who came by a link in a mail to that address. */
    isConfirmed?: boolean;
  },
): Promise<string> {
  const { name, email, passwordHash, role, state, isConfirmed = false } = account;
  const now = town.clock.now();
  const userId = newId();
  await tx.user.create({
    data: { id: userId, name, email, role, state, emailVerified: isConfirmed, createdAt: now },
  });
  await tx.account.create({
    data: {
      id: newId(),
      accountId: userId,
      providerId: "credential",
      userId,
      password: passwordHash,
      createdAt: now,
    },
  });
  await recordEvent(tx, {
    kind: "account.created",
    subjectId: userId,
    actorId: userId,
    occurredAt: now,
    data: { role, consent: PRIVACY_VERSION },
  });
  if (!isConfirmed) await queueConfirmation(tx, town, { userId, email });
  return userId;
}

/**
 * True when the address is free for a new account. An account whose address nobody ever confirmed makes room for the new
 * one, so that a stranger who typed the address first keeps no hold on it; for any other account the owner is told by mail.
 */
export async function clearTheWay(
  tx: Transaction,
  town: Pick<Town, "clock" | "jobs" | "env">,
  email: string,
): Promise<boolean> {
  const holder = await releaseAddress(tx, email);
  if (!holder) return true;
  const hour = town.clock.now().toISOString().slice(0, 13);
  await queueMail(tx, town, {
    to: email,
    message: {
      kind: "address-already-registered",
      props: {
        loginUrl: `${town.env.publicUrl}/login`,
        forgottenUrl: `${town.env.publicUrl}/password/forgotten`,
      },
    },
    dedupeKey: `address-already-registered:${holder.id}:${hour}`,
  });
  return false;
}

/** Takes away an account that nobody ever confirmed; the account that holds the address all the same, null when it is free. */
export async function releaseAddress(tx: Transaction, email: string): Promise<{ id: string } | null> {
  const existing = await tx.user.findUnique({
    where: { email },
    select: {
      id: true,
      role: true,
      state: true,
      emailVerified: true,
      companyMember: { select: { companyId: true } },
      _count: { select: { registrations: true } },
    },
  });
  if (!existing) return null;
  const replaceable =
    !existing.emailVerified &&
    existing.state !== "closed" &&
    (existing.role === "student" || existing.role === "company") &&
    existing._count.registrations === 0;
  const isReleased =
    replaceable && (!existing.companyMember || (await releaseCompany(tx, existing.companyMember.companyId)));
  if (!isReleased) return { id: existing.id };
  await tx.user.deleteMany({ where: { id: existing.id } });
  return null;
}

/**
 * Takes away a company that was only ever asked for: never published, never submitted, and everybody who asked is either
 * unconfirmed or was declined. False (and nothing changes) when somebody still holds it.
 */
export async function releaseCompany(tx: Transaction, companyId: string): Promise<boolean> {
  // Of two applicants who ask at the same moment, the second waits and finds that the company is gone.
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Company" WHERE "id" = ${companyId} FOR UPDATE`;
  if (rows.length === 0) return true;
  const company = await tx.company.findUnique({
    where: { id: companyId },
    select: {
      firstPublishedAt: true,
      revisions: { where: { state: { not: "draft" } }, select: { id: true }, take: 1 },
      members: { select: { user: { select: { id: true, state: true, emailVerified: true } } } },
      _count: { select: { images: true } },
    },
  });
  if (!company || company.firstPublishedAt !== null || company.revisions.length > 0) return false;
  if (company._count.images > 0) return false;
  const holders = company.members.map((member) => member.user);
  if (holders.some((user) => user.state !== "closed" && user.emailVerified)) return false;
  await tx.companyMember.deleteMany({ where: { companyId } });
  await tx.user.deleteMany({
    where: { id: { in: holders.filter((user) => user.state !== "closed").map((user) => user.id) } },
  });
  await tx.companyRegistration.deleteMany({ where: { companyId } });
  await tx.companyInvitation.deleteMany({ where: { companyId } });
  await tx.companyRevision.deleteMany({ where: { companyId } });
  await tx.company.delete({ where: { id: companyId } });
  return true;
}

/** Most forms with the same address or number that may meet at one moment. */
const MOST_ATTEMPTS = 5;

/** Forms with the same address or number at the same moment: each later one finds what an earlier one wrote and starts over. */
export async function againWhenTaken<Result>(write: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await write();
    } catch (error) {
      if ((error as { code?: unknown }).code !== "P2002" || attempt === MOST_ATTEMPTS) throw error;
    }
}
