import type { Town } from "#app/town.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { readProfile } from "../companies/profile.rules.ts";
import { industryOf } from "../companies/rules.ts";
import type { EventKind } from "../events/rules.ts";
import { INDUSTRY_GROUPS } from "../matching/industry-groups.rules.ts";
import type { PlannerApplication } from "./planner.rules.ts";
import { type BoothState, type BoothWindow, boothWindow, spaceOf } from "./rules.ts";
import { type BoothFilter, type BoothWishes, readWishes } from "./schema.ts";

type Reading = Pick<Town, "database" | "clock">;

export type StaffBooth = {
  id: string;
  companyId: string;
  slug: string;
  name: string;
  nameKana: string;
  industry: string;
  industryName: string;
  area: string;
  phone: string;
  contact: string;
  /** Departments that it wants to meet, or those of its profile. */
  departments: string[];
  state: BoothState;
  fixed: "in" | "out" | null;
  wishes: BoothWishes;
  message: string;
  boothNumber: number | null;
  decisionNote: string;
  appliedAt: Date;
  /** How many of the last events of this kind in a row it asked for and was left out. */
  leftOut: number;
  /** False for a company that left the portal since. */
  isListed: boolean;
};

export type BoothBoard = {
  id: string;
  title: string;
  kind: EventKind;
  startsAt: Date;
  endsAt: Date;
  venue: string;
  window: BoothWindow;
  opensAt: Date | null;
  closesAt: Date | null;
  limit: number | null;
  sessions: { id: string; title: string; startsAt: Date }[];
  /** In the order of their arrival. */
  booths: StaffBooth[];
};

/** An event with all its applications; null when there is no such event. */
export async function findBoothBoard(
  town: Reading,
  { eventId }: { eventId: string },
): Promise<BoothBoard | null> {
  const event = await town.database.event.findUnique({
    where: { id: eventId },
    include: {
      sessions: { orderBy: [{ startsAt: "asc" }, { id: "asc" }] },
      boothApplications: {
        orderBy: [{ appliedAt: "asc" }, { id: "asc" }],
        include: { company: { include: { publishedRevision: { select: { profile: true } } } } },
      },
    },
  });
  if (!event) return null;
  const leftOut = await timesLeftOut(town.database, event);
  return {
    id: event.id,
    title: event.title,
    kind: event.kind,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    venue: event.venue,
    window: boothWindow(event, town.clock.now()),
    opensAt: event.boothOpensAt,
    closesAt: event.boothClosesAt,
    limit: event.boothLimit,
    sessions: event.sessions.map(({ id, title, startsAt }) => ({ id, title, startsAt })),
    booths: event.boothApplications.map(({ company, ...row }): StaffBooth => {
      const profile = readProfile(company.publishedRevision?.profile ?? {});
      const wishes = readWishes(row.wishes);
      return {
        id: row.id,
        companyId: company.id,
        slug: company.slug,
        name: profile.name ?? "",
        nameKana: profile.nameKana ?? "",
        industry: profile.industryCode ?? "99",
        industryName: industryOf(profile.industryCode ?? "")?.name ?? "",
        area: profile.area ?? "市外",
        phone: profile.phone ?? "",
        contact: profile.contactDepartment ?? "",
        departments: wishes.departments.length > 0 ? wishes.departments : profile.departments,
        state: row.state,
        fixed: row.fixed,
        wishes,
        message: row.message,
        boothNumber: row.boothNumber,
        decisionNote: row.decisionNote,
        appliedAt: row.appliedAt,
        leftOut: leftOut.get(company.id) ?? 0,
        isListed: company.withdrawnAt === null && company.publishedRevision !== null,
      };
    }),
  };
}

/** The last events of a kind that count for fairness. */
const EVENTS_LOOKED_BACK = 3;

/**
 * By company: of the last three events of this kind before this one, those in a row (the latest first) that the company
 * asked for and was left out of. Events that it did not ask for are passed over.
 */
async function timesLeftOut(
  database: Pick<Transaction, "event">,
  event: { kind: EventKind; startsAt: Date },
): Promise<Map<string, number>> {
  const earlier = await database.event.findMany({
    where: {
      kind: event.kind,
      startsAt: { lt: event.startsAt },
      boothApplications: { some: { state: { in: ["selected", "declined"] } } },
    },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: EVENTS_LOOKED_BACK,
    select: {
      boothApplications: {
        where: { state: { in: ["selected", "declined"] } },
        select: { companyId: true, state: true },
      },
    },
  });
  const times = new Map<string, number>();
  const settled = new Set<string>();
  for (const { boothApplications } of earlier)
    for (const { companyId, state } of boothApplications) {
      if (state === "selected") settled.add(companyId);
      else if (!settled.has(companyId)) times.set(companyId, (times.get(companyId) ?? 0) + 1);
    }
  return times;
}

/** What the planner chooses among: applications that wait, and those that were selected already, which stand. */
export function plannerApplications(board: Pick<BoothBoard, "booths">): PlannerApplication[] {
  return board.booths
    .filter(({ state, isListed }) => isListed && (state === "applied" || state === "selected"))
    .map((booth) => ({
      id: booth.id,
      companyId: booth.companyId,
      name: booth.name,
      appliedAt: booth.appliedAt.toISOString(),
      industry: booth.industry,
      interest: INDUSTRY_GROUPS.find(({ codes }) => codes.includes(booth.industry))?.key ?? "",
      area: booth.area,
      departments: booth.departments,
      power: booth.wishes.place === "online" ? 0 : booth.wishes.power,
      space: spaceOf(booth.wishes),
      sessions: booth.wishes.sessions,
      leftOut: booth.leftOut,
      fixed: booth.state === "selected" ? "in" : booth.fixed,
      decided: booth.state === "selected",
    }));
}

/** The applications that a filter leaves. */
export function filterBooths(booths: readonly StaffBooth[], filter: BoothFilter): StaffBooth[] {
  const needs: Record<NonNullable<BoothFilter["need"]>, (booth: StaffBooth) => boolean> = {
    power: ({ wishes }) => wishes.power > 0,
    wide: ({ wishes }) => wishes.size === "wide",
    online: ({ wishes }) => wishes.place !== "venue",
    leftOut: ({ leftOut }) => leftOut > 0,
    message: ({ message }) => message !== "",
  };
  return booths.filter(
    (booth) =>
      (filter.state === null || booth.state === filter.state) &&
      (filter.area === "" || booth.area === filter.area) &&
      (filter.industry === "" || booth.industry === filter.industry) &&
      (filter.need === null || needs[filter.need](booth)),
  );
}

export type BoothEventLine = {
  id: string;
  title: string;
  startsAt: Date;
  window: BoothWindow;
  limit: number | null;
  counts: Record<BoothState, number>;
  plans: { id: string; number: number; adopted: boolean }[];
};

/** Every event that has booths: coming ones first, then the latest of those that are over. */
export async function listBoothBoards(
  town: Reading,
): Promise<{ coming: BoothEventLine[]; past: BoothEventLine[] }> {
  const now = town.clock.now();
  const [rows, counts] = await Promise.all([
    town.database.event.findMany({
      where: { OR: [{ boothLimit: { not: null } }, { boothApplications: { some: {} } }] },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      include: {
        boothPlans: { orderBy: { number: "asc" }, select: { id: true, number: true, adoptedAt: true } },
      },
    }),
    town.database.boothApplication.groupBy({ by: ["eventId", "state"], _count: { _all: true } }),
  ]);
  const count = new Map(counts.map(({ eventId, state, _count }) => [`${eventId} ${state}`, _count._all]));
  const lines = rows.map((event) => ({
    endsAt: event.endsAt,
    line: {
      id: event.id,
      title: event.title,
      startsAt: event.startsAt,
      window: boothWindow(event, now),
      limit: event.boothLimit,
      counts: {
        applied: count.get(`${event.id} applied`) ?? 0,
        selected: count.get(`${event.id} selected`) ?? 0,
        declined: count.get(`${event.id} declined`) ?? 0,
        withdrawn: count.get(`${event.id} withdrawn`) ?? 0,
      },
      plans: event.boothPlans.map(({ id, number, adoptedAt }) => ({
        id,
        number,
        adopted: adoptedAt !== null,
      })),
    },
  }));
  return {
    coming: lines.filter(({ endsAt }) => endsAt > now).map(({ line }) => line),
    past: lines
      .filter(({ endsAt }) => endsAt <= now)
      .map(({ line }) => line)
      .reverse(),
  };
}

/** Keeps what staff settled before planning; applications of other events and decided ones stay as they are. */
export async function fixBooths(
  town: Pick<Town, "database">,
  { eventId, choices }: { eventId: string; choices: ReadonlyMap<string, "in" | "out" | null> },
): Promise<number> {
  return town.database.$transaction(async (tx) => {
    let changed = 0;
    for (const fixed of ["in", "out", null] as const) {
      const ids = [...choices].filter(([, choice]) => choice === fixed).map(([id]) => id);
      const written = await tx.boothApplication.updateMany({
        where: {
          id: { in: ids },
          eventId,
          state: "applied",
          ...(fixed === null
            ? { fixed: { not: null } }
            : { OR: [{ fixed: null }, { fixed: { not: fixed } }] }),
        },
        data: { fixed },
      });
      changed += written.count;
    }
    return changed;
  });
}
