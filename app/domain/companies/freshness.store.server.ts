import { type CivilDate, civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { queueSearchUpdate } from "../matching/versions.store.server.ts";
import {
  daysSinceConfirmation,
  type Freshness,
  freshnessOf,
  freshSince,
  leavesSearchOn,
  notConfirmedSince,
} from "./freshness.rules.ts";
import { lastConfirmedOf } from "./freshness-question.store.server.ts";
import { readProfile } from "./profile.rules.ts";
import { PUBLISHED } from "./store.server.ts";

export type CompanyFreshness = {
  state: Freshness;
  /** The day of the last confirmation. */ confirmedOn: CivilDate | null;
};

const vouchedTimes = {
  confirmedAt: true,
  firstPublishedAt: true,
  publishedRevision: { select: { submittedAt: true } },
} as const;

/** How fresh the published facts of companies are, by company id; companies that are not listed are missing. */
export async function readFreshness(
  town: Pick<Town, "database" | "clock">,
  { ids }: { ids: readonly string[] },
): Promise<Map<string, CompanyFreshness>> {
  if (ids.length === 0) return new Map();
  const now = town.clock.now();
  const companies = await town.database.company.findMany({
    where: { id: { in: [...ids] }, ...PUBLISHED },
    select: { id: true, ...vouchedTimes },
  });
  return new Map(
    companies.map((company) => {
      const confirmedAt = lastConfirmedOf(company);
      return [
        company.id,
        { state: freshnessOf(confirmedAt, now), confirmedOn: confirmedAt && civilDateOf(confirmedAt) },
      ];
    }),
  );
}

export type StaleCompany = {
  companyId: string;
  slug: string;
  name: string;
  phone: string;
  contactDepartment: string;
  state: "amber" | "hidden";
  confirmedAt: Date | null;
  days: number | null;
  leavesSearchOn: CivilDate | null;
  question: { askedAt: Date; answeredAt: Date | null; answer: string | null } | null;
  hasAccount: boolean;
};

/** The companies that staff call: amber ones that leave search soonest first, then hidden ones, the newest first. */
export async function listStaleCompanies(
  town: Pick<Town, "database" | "clock">,
): Promise<{ listed: number; amber: StaleCompany[]; hidden: StaleCompany[] }> {
  const now = town.clock.now();
  const [listed, companies] = await Promise.all([
    town.database.company.count({ where: PUBLISHED }),
    town.database.company.findMany({
      where: { ...PUBLISHED, ...notConfirmedSince(freshSince(now)) },
      select: {
        id: true,
        slug: true,
        confirmedAt: true,
        firstPublishedAt: true,
        publishedRevision: { select: { submittedAt: true, profile: true } },
        freshnessQuestions: {
          orderBy: { askedAt: "desc" },
          take: 1,
          select: { askedAt: true, answeredAt: true, answer: true },
        },
        _count: { select: { members: { where: { user: { state: "active" } } } } },
      },
    }),
  ]);
  const stale = companies.flatMap((company): StaleCompany[] => {
    const confirmedAt = lastConfirmedOf(company);
    const state = freshnessOf(confirmedAt, now);
    if (state === "fresh") return [];
    const { name, phone, contactDepartment } = readProfile(company.publishedRevision!.profile);
    return [
      {
        companyId: company.id,
        slug: company.slug,
        name,
        phone,
        contactDepartment,
        state,
        confirmedAt,
        days: confirmedAt && daysSinceConfirmation(confirmedAt, now),
        leavesSearchOn: confirmedAt && leavesSearchOn(confirmedAt),
        question: company.freshnessQuestions[0] ?? null,
        hasAccount: company._count.members > 0,
      },
    ];
  });
  const moment = (company: StaleCompany) => company.confirmedAt?.getTime() ?? 0;
  return {
    listed,
    amber: stale.filter(({ state }) => state === "amber").toSorted((a, b) => moment(a) - moment(b)),
    hidden: stale.filter(({ state }) => state === "hidden").toSorted((a, b) => moment(b) - moment(a)),
  };
}

/** Staff heard on the telephone that the facts are still true; an open question counts as answered. */
export async function confirmByTelephone(
  town: Pick<Town, "database" | "clock" | "jobs">,
  { companyId, staffId }: { companyId: string; staffId: string },
): Promise<{ ok: true } | { ok: false; error: "not-found" }> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const { count } = await tx.company.updateMany({
      where: { id: companyId, ...PUBLISHED },
      data: { confirmedAt: now },
    });
    if (count === 0) return { ok: false, error: "not-found" };
    await tx.freshnessQuestion.updateMany({
      where: { companyId, answeredAt: null },
      data: { answeredAt: now, answer: "still-true" },
    });
    await recordEvent(tx, {
      kind: "company.confirmed",
      subjectId: companyId,
      actorId: staffId,
      occurredAt: now,
      data: { by: "telephone" },
    });
    await queueSearchUpdate(tx, town, { kind: "company", id: companyId });
    return { ok: true };
  });
}
