import type { Town } from "#app/town.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { listedInternships } from "../internships/rules.ts";
import { readProfile } from "./profile.rules.ts";
import type { CompanyProfile } from "./schema.ts";
import {
  type ComingEvent,
  comingBooths,
  comingEvent,
  dayOf,
  distinctEvents,
  eventFacts,
} from "./store.server.ts";

export type OwnRevision = {
  id: string;
  number: number;
  state: "draft" | "submitted" | "published" | "returned" | "superseded";
  /** A profile; of a draft what was typed. */
  stored: unknown;
  submitterNote: string;
  decisionNote: string;
  /** JST days. */
  submittedOn: string | null;
  decidedOn: string | null;
  savedOn: string;
};

export type OwnCompany = {
  id: string;
  slug: string;
  corporateNumber: string | null;
  withdrawnOn: string | null;
  published: (OwnRevision & { profile: CompanyProfile }) | null;
  /** The newest revision when it is not the published one: a draft, a waiting or a returned one. */
  pending: OwnRevision | null;
  /** The number of the newest revision, 0 when there is none; a form that shows an older one is stale. */
  latestNumber: number;
};

const revisionFacts = {
  id: true,
  number: true,
  state: true,
  profile: true,
  submitterNote: true,
  decisionNote: true,
  submittedAt: true,
  decidedAt: true,
  createdAt: true,
} as const;

/** The company for which the account acts; null when it acts for none. */
export async function findOwnCompany(
  town: Pick<Town, "database">,
  { userId }: { userId: string },
): Promise<OwnCompany | null> {
  const company = await town.database.company.findFirst({
    where: { members: { some: { userId } } },
    select: {
      id: true,
      slug: true,
      corporateNumber: true,
      withdrawnAt: true,
      publishedRevision: { select: revisionFacts },
      revisions: { orderBy: { number: "desc" }, take: 1, select: revisionFacts },
    },
  });
  if (!company) return null;
  const latest = company.revisions[0];
  const published = company.publishedRevision && ownRevision(company.publishedRevision);
  const isPending = latest && ["draft", "submitted", "returned"].includes(latest.state);
  return {
    id: company.id,
    slug: company.slug,
    corporateNumber: company.corporateNumber,
    withdrawnOn: company.withdrawnAt && civilDateOf(company.withdrawnAt),
    published: published && { ...published, profile: readProfile(published.stored) },
    pending: isPending ? ownRevision(latest) : null,
    latestNumber: latest?.number ?? 0,
  };
}

function ownRevision(row: {
  id: string;
  number: number;
  state: OwnRevision["state"];
  profile: unknown;
  submitterNote: string | null;
  decisionNote: string | null;
  submittedAt: Date | null;
  decidedAt: Date | null;
  createdAt: Date;
}): OwnRevision {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    stored: row.profile,
    submitterNote: row.submitterNote ?? "",
    decisionNote: row.decisionNote ?? "",
    submittedOn: row.submittedAt && civilDateOf(row.submittedAt),
    decidedOn: row.decidedAt && civilDateOf(row.decidedAt),
    savedOn: civilDateOf(row.createdAt),
  };
}

export type OwnOffers = {
  internships: {
    id: string;
    type: string;
    title: string;
    applyBy: string;
    isOpen: boolean;
    isDraft: boolean;
  }[];
  booths: (ComingEvent & { selected: boolean })[];
  visits: ComingEvent[];
};

/** What the company offers and where it will be: its internships, its coming booths and visits. */
export async function readOwnOffers(
  town: Pick<Town, "database" | "clock">,
  { companyId }: { companyId: string },
): Promise<OwnOffers> {
  const now = town.clock.now();
  const { database } = town;
  const [internships, open, booths, stops] = await Promise.all([
    database.internship.findMany({
      where: { companyId },
      orderBy: [{ applyBy: "desc" }, { id: "asc" }],
      take: 20,
      select: { id: true, type: true, title: true, applyBy: true, state: true },
    }),
    database.internship.findMany({ where: { companyId, ...listedInternships(now) }, select: { id: true } }),
    database.boothApplication.findMany({
      where: { companyId, ...comingBooths(now), state: { in: ["applied", "selected"] } },
      select: { state: true, event: { select: eventFacts } },
    }),
    database.visitStop.findMany({
      where: { companyId, voidedAt: null, session: { event: comingEvent(now) } },
      select: { session: { select: { event: { select: eventFacts } } } },
    }),
  ]);
  const openIds = new Set(open.map(({ id }) => id));
  const selected = new Set(booths.filter(({ state }) => state === "selected").map(({ event }) => event.id));
  return {
    internships: internships.map(({ state, ...internship }) => ({
      ...internship,
      applyBy: dayOf(internship.applyBy),
      isOpen: openIds.has(internship.id),
      isDraft: state === "draft",
    })),
    booths: distinctEvents(booths.map(({ event }) => event)).map((event) => ({
      ...event,
      selected: selected.has(event.id),
    })),
    visits: distinctEvents(stops.map(({ session }) => session.event)),
  };
}
