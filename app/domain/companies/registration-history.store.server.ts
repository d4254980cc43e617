import type { CivilDate } from "#app/platform/calendar.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { DomainEventKind } from "../audit/rules.ts";

const STEPS = {
  "company.registration-submitted": "submitted",
  "company.registration-returned": "returned",
  "company.registration-approved": "approved",
  "company.registration-declined": "declined",
} as const satisfies Partial<Record<DomainEventKind, string>>;

export type RegistrationStep = {
  step: (typeof STEPS)[keyof typeof STEPS];
  round: number;
  on: CivilDate;
  /** What was written to the applicant. */
  note: string;
};

/**
 * What happened to an application, the first step first: from the recorded facts, with the words that were mailed to the
 * applicant (facts hold no free text).
 */
export async function readRegistrationHistory(
  town: Pick<Town, "database">,
  { companyId }: { companyId: string },
): Promise<RegistrationStep[]> {
  const [facts, mails] = await Promise.all([
    town.database.domainEvent.findMany({
      where: { subjectId: companyId, kind: { in: Object.keys(STEPS) } },
      orderBy: { id: "asc" },
      select: { kind: true, data: true, occurredAt: true },
    }),
    town.database.mail.findMany({
      where: {
        kind: { in: ["registration-returned", "account-declined"] },
        OR: ["registration-returned", "account-declined"].map((kind) => ({
          dedupeKey: { startsWith: `${kind}:${companyId}/` },
        })),
      },
      select: { dedupeKey: true, props: true },
    }),
  ]);
  return facts.map(({ kind, data, occurredAt }) => {
    const step = STEPS[kind as keyof typeof STEPS];
    const { round } = data as { round: number };
    const told = mails.find(({ dedupeKey }) => dedupeKey.split(":")[1] === `${companyId}/${round}`);
    const isDecision = step === "returned" || step === "declined";
    const reason = (told?.props as { reason?: unknown } | undefined)?.reason;
    return {
      step,
      round,
      on: civilDateOf(occurredAt),
      note: isDecision && typeof reason === "string" ? reason : "",
    };
  });
}
