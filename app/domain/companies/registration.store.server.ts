import type { CivilDate } from "#app/platform/calendar.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { againWhenTaken, releaseCompany } from "../accounts/registration.store.server.ts";
import { recordEvent } from "../audit/store.server.ts";
import { readRegistrationHistory, type RegistrationStep } from "./registration-history.store.server.ts";
import {
  draftOfRegistration,
  mayCorrect,
  type NoNumberReason,
  type RegistrationState,
  TERMS_VERSION,
} from "./registration.rules.ts";
import type { RegistrationFacts } from "./registration.schema.ts";
import { lockCompany } from "./submission.store.server.ts";

export type OwnRegistration = {
  companyId: string;
  /** null: the company was entered by staff and never applied. */
  state: RegistrationState | null;
  round: number;
  submittedOn: CivilDate | null;
  decidedOn: CivilDate | null;
  decisionNote: string;
  facts: RegistrationFacts;
  history: RegistrationStep[];
};

/** The application of the company for which the account acts; null when it acts for none. */
export async function findOwnRegistration(
  town: Pick<Town, "database">,
  { userId }: { userId: string },
): Promise<OwnRegistration | null> {
  const company = await town.database.company.findFirst({
    where: { members: { some: { userId } } },
    select: {
      id: true,
      corporateNumber: true,
      registration: true,
      revisions: { orderBy: { number: "desc" }, take: 1, select: { profile: true } },
    },
  });
  if (!company) return null;
  const { registration } = company;
  return {
    companyId: company.id,
    state: registration?.state ?? null,
    round: registration?.round ?? 0,
    submittedOn: registration && civilDateOf(registration.submittedAt),
    decidedOn: registration?.decidedAt ? civilDateOf(registration.decidedAt) : null,
    decisionNote: registration?.decisionNote ?? "",
    facts: registrationFacts(company),
    history: await readRegistrationHistory(town, { companyId: company.id }),
  };
}

/** What an application says, from its own row and the newest revision of the profile. */
export function registrationFacts(company: {
  corporateNumber: string | null;
  registration: {
    contactName: string;
    contactPhone: string;
    address: string;
    noNumberReason: string | null;
  } | null;
  revisions: { profile: unknown }[];
}): RegistrationFacts {
  const { registration } = company;
  const profile = (company.revisions[0]?.profile ?? {}) as Record<string, unknown>;
  const text = (field: string) => (typeof profile[field] === "string" ? profile[field] : "");
  return {
    companyName: text("name"),
    companyKana: text("nameKana"),
    corporateNumber: company.corporateNumber ?? "",
    noNumberReason: (registration?.noNumberReason ?? "") as NoNumberReason | "",
    address: registration?.address || text("address"),
    phone: registration?.contactPhone || text("phone"),
    contactName: registration?.contactName ?? "",
    contactDepartment: text("contactDepartment"),
  };
}

export type CorrectionResult =
  | { ok: true; round: number }
  /** not-open: staff are looking at it or decided already. */
  | { ok: false; error: "not-open" | "corporate-number-registered" };

/**
 * Sends a returned application to staff once more with what was corrected. What was said before stays as a revision.
 */
export async function correctRegistration(
  town: Pick<Town, "database" | "clock">,
  { userId, companyId, facts }: { userId: string; companyId: string; facts: RegistrationFacts },
): Promise<CorrectionResult> {
  const now = town.clock.now();
  return againWhenTaken(() =>
    town.database.$transaction(async (tx) => {
      await lockCompany(tx, companyId);
      const company = await tx.company.findFirst({
        where: { id: companyId, members: { some: { userId, user: { state: "waiting" } } } },
        select: {
          registration: { select: { state: true, round: true } },
          revisions: { orderBy: { number: "desc" }, take: 1, select: { number: true } },
        },
      });
      if (!company || (company.registration && !mayCorrect(company.registration.state)))
        return { ok: false as const, error: "not-open" as const };
      const corporateNumber = facts.corporateNumber || null;
      const holder =
        corporateNumber &&
        (await tx.company.findFirst({
          where: { corporateNumber, id: { not: companyId } },
          select: { id: true },
        }));
      if (holder && !(await releaseCompany(tx, holder.id)))
        return { ok: false as const, error: "corporate-number-registered" as const };

      const round = (company.registration?.round ?? 0) + 1;
      const said = {
        state: "submitted" as const,
        contactName: facts.contactName,
        contactPhone: facts.phone,
        address: facts.address,
        noNumberReason: corporateNumber ? null : facts.noNumberReason,
        submittedAt: now,
        round,
        decidedAt: null,
        decidedById: null,
        decisionNote: null,
      };
      await tx.company.update({ where: { id: companyId }, data: { corporateNumber } });
      await tx.companyRegistration.upsert({
        where: { companyId },
        update: said,
        create: { companyId, ...said, termsVersion: TERMS_VERSION, consentedAt: now },
      });
      await tx.companyRevision.updateMany({
        where: { companyId, state: "draft" },
        data: { state: "superseded" },
      });
      await tx.companyRevision.create({
        data: {
          id: newId(),
          companyId,
          number: (company.revisions[0]?.number ?? 0) + 1,
          state: "draft",
          profile: draftOfRegistration(facts),
          createdAt: now,
        },
      });
      await recordEvent(tx, {
        kind: "company.registration-submitted",
        subjectId: companyId,
        actorId: userId,
        occurredAt: now,
        data: { round },
      });
      return { ok: true as const, round };
    }),
  );
}
