import type { Town } from "#app/town.ts";
import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId, newReadableCode } from "#app/platform/random.ts";
import {
  clearTheWay,
  createAccount,
  hashPassword,
  onceMoreWhenTaken,
  releaseCompany,
} from "./registration.store.server.ts";
import type { CompanyRegistration } from "./schema.ts";

export type CompanyRegistrationError = "corporate-number-registered" | "company-name-registered";

/**
 * Creates a company that nobody sees yet, its first draft and the account of the person who looks after it; staff approve
 * the account. A corporate number belongs to one company; without a number the name must be new. That a company is
 * registered is public, so it is said; whether the mail address has an account is not.
 */
export async function registerCompany(
  town: Pick<Town, "database" | "clock" | "jobs" | "auth" | "env">,
  { registration }: { registration: CompanyRegistration },
): Promise<{ ok: true } | { ok: false; error: CompanyRegistrationError }> {
  const passwordHash = await hashPassword(town, registration.password);
  return onceMoreWhenTaken(() =>
    town.database.$transaction(async (tx) => {
      const taken = await findHolder(tx, registration);
      if (taken) return { ok: false as const, error: taken };
      if (!(await clearTheWay(tx, town, registration.email))) return { ok: true as const };
      const userId = await createAccount(tx, town, {
        name: registration.contactName,
        email: registration.email,
        passwordHash,
        role: "company",
        state: "waiting",
      });
      await createCompany(tx, town, { registration, userId });
      return { ok: true as const };
    }),
  );
}

async function findHolder(
  tx: Transaction,
  registration: CompanyRegistration,
): Promise<CompanyRegistrationError | null> {
  const { corporateNumber, companyName } = registration;
  if (corporateNumber !== "") {
    const holder = await tx.company.findUnique({ where: { corporateNumber }, select: { id: true } });
    return !holder || (await releaseCompany(tx, holder.id)) ? null : "corporate-number-registered";
  }
  const namesakes = await tx.companyRevision.findMany({
    where: { profile: { path: ["name"], equals: companyName } },
    select: { companyId: true },
    distinct: ["companyId"],
  });
  for (const { companyId } of namesakes)
    if (!(await releaseCompany(tx, companyId))) return "company-name-registered";
  return null;
}

async function createCompany(
  tx: Transaction,
  town: Pick<Town, "clock">,
  { registration, userId }: { registration: CompanyRegistration; userId: string },
): Promise<void> {
  const now = town.clock.now();
  const companyId = newId();
  await tx.company.create({
    data: {
      id: companyId,
      slug: newReadableCode().toLowerCase(),
      corporateNumber: registration.corporateNumber || null,
      createdAt: now,
      members: { create: { userId, isOwner: true, createdAt: now } },
      revisions: {
        create: {
          id: newId(),
          number: 1,
          state: "draft",
          // A draft holds what was typed so far.
          profile: { name: registration.companyName, nameKana: registration.companyKana },
          createdAt: now,
        },
      },
    },
  });
  await recordEvent(tx, {
    kind: "company.registered",
    subjectId: companyId,
    actorId: userId,
    occurredAt: now,
    data: {},
  });
}
