import { type PlanSettings } from "#app/domain/visits/stored-plan.rules.ts";
import { poolKey } from "#app/domain/events/rules.ts";
import type { SeedCompany } from "../companies/companies.ts";
import { stableId } from "../ids.ts";
import type { TownRows } from "../rows.ts";
import type { SeedEvent } from "./write.ts";

/** What a place takes in a session: least, most and teachers; null when it takes nobody then. */
export type Limits = readonly [minimum: number, maximum: number, teachers: number] | null;

export type SeedPlace = { company: SeedCompany; departments: readonly string[]; limits: readonly Limits[] };

/** Adds the places of a visit with their offers; gives the ids of the places back in the order of the places. */
export function addPlaces(rows: TownRows, event: SeedEvent, places: readonly SeedPlace[]): string[] {
  return places.map(({ company, departments, limits }, at) => {
    const id = stableId("visit-place", `${event.key}/${at}`);
    rows.visitPlace.push({
      id,
      eventId: event.id,
      companyId: company.id,
      name: company.profile.name,
      area: company.profile.area,
      departments: [...departments],
    });
    limits.forEach((limit, session) => {
      if (limit === null) return;
      const [minimum, maximum, teachersNeeded] = limit;
      rows.visitOffer.push({
        id: stableId("visit-offer", `${event.key}/${at}/${session}`),
        placeId: id,
        sessionId: event.sessions[session]!.id,
        minimum,
        maximum,
        teachersNeeded,
      });
    });
    return id;
  });
}

/** Adds the same buses to every session; gives their ids back, session by session. */
export function addBuses(rows: TownRows, event: SeedEvent, seats: readonly number[]): string[][] {
  return event.sessions.map((session, day) =>
    seats.map((count, at) => {
      const id = stableId("visit-bus", `${event.key}/${day}/${at}`);
      rows.visitBus.push({ id, sessionId: session.id, name: `${at + 1}号車`, seats: count });
      return id;
    }),
  );
}

export type SeedGroup = {
  label: string;
  className: string;
  department: string;
  size: number;
  wishes: readonly string[];
  userId?: string;
};

/** Adds the groups of a school in their order; gives their ids back. */
export function addGroups(
  rows: TownRows,
  event: SeedEvent,
  { schoolId, groups }: { schoolId: string; groups: readonly SeedGroup[] },
): string[] {
  return groups.map((group, position) => {
    const id = stableId("visit-group", `${event.key}/${group.label}`);
    rows.visitGroup.push({
      id,
      eventId: event.id,
      schoolId,
      position,
      ...group,
      wishes: [...group.wishes],
      userId: group.userId ?? null,
    });
    return id;
  });
}

/** Keeps the seats of an event for one school. */
export function reserveForSchool(rows: TownRows, event: SeedEvent, schoolId: string): void {
  const sessions = new Set(event.sessions.map(({ id }) => id));
  for (const pool of rows.capacityPool)
    if (sessions.has(pool.sessionId)) {
      pool.schoolId = schoolId;
      pool.key = poolKey({ category: pool.category, schoolId });
    }
}

/** The settings with which staff of the demo town made their first plan. */
export function demoSettings(event: SeedEvent, teachers: number): PlanSettings {
  return {
    teachers: Object.fromEntries(event.sessions.map(({ id }) => [id, teachers])),
    visitsPerGroup: event.sessions.length,
    emphasis: "wish",
    even: true,
    timeLimitSeconds: 30,
  };
}
