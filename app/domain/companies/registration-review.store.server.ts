import type { CivilDate } from "#app/platform/calendar.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { type Duplicate, findDuplicates } from "./duplicates.store.server.ts";
import { nameIn } from "./member-accounts.store.server.ts";
import { readRegistrationHistory, type RegistrationStep } from "./registration-history.store.server.ts";
import { registrationFacts } from "./registration.store.server.ts";
import type { RegistrationState } from "./registration.rules.ts";
import type { RegistrationFacts } from "./registration.schema.ts";
import { isCorporateNumber } from "./rules.ts";
import { workingDaysBetween } from "./working-days.rules.ts";

export type WaitingRegistration = {
  companyId: string;
  companyName: string;
  round: number;
  submittedOn: CivilDate;
  /** Working days since it was sent. */
  waitingDays: number;
  addressConfirmed: boolean;
};

/** The applications that wait for a decision, the oldest first. */
export async function listWaitingRegistrations(
  town: Pick<Town, "database" | "clock">,
): Promise<WaitingRegistration[]> {
  const today = civilDateOf(town.clock.now());
  const rows = await town.database.companyRegistration.findMany({
    where: { state: "submitted" },
    orderBy: [{ submittedAt: "asc" }, { companyId: "asc" }],
    select: {
      companyId: true,
      round: true,
      submittedAt: true,
      company: {
        select: {
          revisions: { orderBy: { number: "desc" }, take: 1, select: { profile: true } },
          members: { select: { user: { select: { emailVerified: true } } } },
        },
      },
    },
  });
  return rows.map(({ company, submittedAt, ...row }) => ({
    ...row,
    companyName: nameIn(company.revisions[0]?.profile),
    submittedOn: civilDateOf(submittedAt),
    waitingDays: workingDaysBetween(civilDateOf(submittedAt), today),
    addressConfirmed: company.members.some(({ user }) => user.emailVerified),
  }));
}

export type RegistrationReview = {
  companyId: string;
  state: RegistrationState;
  round: number;
  facts: RegistrationFacts;
  corporateNumber: { number: string | null; isValid: boolean };
  duplicates: Duplicate[];
  applicants: { name: string; email: string; addressConfirmed: boolean }[];
  consentedOn: CivilDate;
  termsVersion: string;
  submittedOn: CivilDate;
  waitingDays: number;
  decidedOn: CivilDate | null;
  decisionNote: string;
  history: RegistrationStep[];
};

/** What staff see of an application; null when the company never applied. */
export async function findRegistrationForReview(
  town: Pick<Town, "database" | "clock">,
  { companyId }: { companyId: string },
): Promise<RegistrationReview | null> {
  const company = await town.database.company.findUnique({
    where: { id: companyId },
    select: {
      corporateNumber: true,
      registration: true,
      revisions: { orderBy: { number: "desc" }, take: 1, select: { profile: true } },
      members: {
        orderBy: { createdAt: "asc" },
        select: { user: { select: { name: true, email: true, emailVerified: true } } },
      },
    },
  });
  if (!company?.registration) return null;
  const { registration, corporateNumber } = company;
  const facts = registrationFacts(company);
  const submittedOn = civilDateOf(registration.submittedAt);
  return {
    companyId,
    state: registration.state,
    round: registration.round,
    facts,
    corporateNumber: {
      number: corporateNumber,
      isValid: corporateNumber !== null && isCorporateNumber(corporateNumber),
    },
    duplicates: await findDuplicates(town, {
      companyId,
      facts: {
        corporateNumber,
        name: facts.companyName,
        nameKana: facts.companyKana,
        address: facts.address,
        phone: facts.phone,
      },
    }),
    applicants: company.members.map(({ user: { emailVerified, ...user } }) => ({
      ...user,
      addressConfirmed: emailVerified,
    })),
    consentedOn: civilDateOf(registration.consentedAt),
    termsVersion: registration.termsVersion,
    submittedOn,
    waitingDays: workingDaysBetween(submittedOn, civilDateOf(town.clock.now())),
    decidedOn: registration.decidedAt && civilDateOf(registration.decidedAt),
    decisionNote: registration.decisionNote ?? "",
    history: await readRegistrationHistory(town, { companyId }),
  };
}
