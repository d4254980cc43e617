import type { Town } from "#app/town.ts";
import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId, newReadableCode } from "#app/platform/random.ts";
import { addressKey, phoneKey } from "../companies/duplicates.rules.ts";
import { draftOfRegistration, TERMS_VERSION } from "../companies/registration.rules.ts";
import {
  clearTheWay,
  createAccount,
  hashPassword,
  againWhenTaken,
  releaseCompany,
} from "./registration.store.server.ts";
import type { CompanyRegistration } from "./schema.ts";

export type CompanyRegistrationError = "corporate-number-registered" | "company-name-registered";

/**
 * Creates a company that nobody sees yet, its application, its first draft and the account of the person who looks after
 * it; staff approve the application. A corporate number belongs to one company; without a number the same name at the
 * same address or telephone is the same company. That a company is registered is public, so it is said; whether the mail
 * address has an account is not.
 */
export async function registerCompany(
  town: Pick<Town, "database" | "clock" | "jobs" | "auth" | "env">,
  { registration }: { registration: CompanyRegistration },
): Promise<{ ok: true } | { ok: false; error: CompanyRegistrationError }> {
  const passwordHash = await hashPassword(town, registration.password);
  return againWhenTaken(() =>
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
    select: { companyId: true, profile: true },
    orderBy: { number: "asc" },
  });
  const newest = new Map(namesakes.map(({ companyId, profile }) => [companyId, profile]));
  for (const [companyId, profile] of newest)
    if (isSamePlace(profile, registration) && !(await releaseCompany(tx, companyId)))
      return "company-name-registered";
  return null;
}

/** A stored profile, also an unfinished one, at the address or telephone of an applicant. */
function isSamePlace(profile: unknown, applicant: { address: string; phone: string }): boolean {
  const { address, phone } = profile as { address?: unknown; phone?: unknown };
  return (
    (typeof address === "string" && addressKey(address) === addressKey(applicant.address)) ||
    (typeof phone === "string" && phoneKey(phone) === phoneKey(applicant.phone))
  );
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
      registration: {
        create: {
          contactName: registration.contactName,
          contactPhone: registration.phone,
          address: registration.address,
          noNumberReason: registration.corporateNumber ? null : registration.noNumberReason,
          termsVersion: TERMS_VERSION,
          consentedAt: now,
          submittedAt: now,
        },
      },
      revisions: {
        create: {
          id: newId(),
          number: 1,
          state: "draft",
          // A draft holds what was typed so far.
          profile: draftOfRegistration(registration),
          createdAt: now,
        },
      },
    },
  });
  const event = { subjectId: companyId, actorId: userId, occurredAt: now };
  await recordEvent(tx, { ...event, kind: "company.registered", data: {} });
  await recordEvent(tx, { ...event, kind: "company.registration-submitted", data: { round: 1 } });
}
