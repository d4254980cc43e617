import type { PlacementKind, PlacementSource } from "#generated/prisma/client.ts";
import { addDays, type CivilDate } from "#app/platform/calendar.ts";
import { publishedOn, type SeedCompany } from "../companies/companies.ts";
import { dateColumn, officeHour } from "../days.ts";
import { personKey, stableId } from "../ids.ts";
import type { Random } from "../random.ts";
import type { TownRows } from "../rows.ts";
import type { SeedSchool } from "../schools.ts";

export type EmploymentParts = {
  rows: TownRows;
  companies: readonly SeedCompany[];
  schools: readonly SeedSchool[];
  today: CivilDate;
};

/** Where people work: the two municipalities of HelloWork Ichinoseki's jurisdiction, or elsewhere. */
export const LOCAL_PLACES = ["一関市", "一関市", "一関市", "平泉町"] as const;
export const OTHER_PLACES = ["奥州市", "北上市", "盛岡市", "栗原市", "仙台市"] as const;

type Start = {
  key: string;
  person: string;
  source: Extract<PlacementSource, "jobCafe" | "supportStation">;
  kind: PlacementKind;
  startedOn: CivilDate;
  reportedAt: Date;
  leavesAfterDays?: number;
  knownOn?: CivilDate;
};

/** A placement that a support programme reported, and the separation that it heard of. */
export function addPlacement({ rows, companies }: EmploymentParts, random: Random, start: Start): void {
  const id = stableId("placement", start.key);
  const inJurisdiction = random.chance(0.86);
  const hosts = publishedOn(companies, addDays(start.startedOn, -20));
  rows.placement.push({
    id,
    personKey: personKey(start.person),
    companyId: inJurisdiction && hosts.length > 0 ? random.pick(hosts).id : null,
    kind: start.kind,
    source: start.source,
    route: start.source,
    inJurisdiction,
    placeOfWork: random.pick(inJurisdiction ? LOCAL_PLACES : OTHER_PLACES),
    startedOn: dateColumn(start.startedOn),
    reportedAt: start.reportedAt,
  });
  if (start.leavesAfterDays === undefined) return;
  const endedOn = addDays(start.startedOn, start.leavesAfterDays);
  if (start.knownOn && addDays(endedOn, 14) >= start.knownOn) return;
  rows.separation.push({
    id: stableId("separation", start.key),
    placementId: id,
    endedOn: dateColumn(endedOn),
    kind: random.pick(["resigned", "resigned", "contractEnd", "other"] as const),
    reportedAt: officeHour(random, addDays(endedOn, random.int(3, 14))),
  });
}

export type Hire = {
  id: string;
  companyId: string;
  startedOn: CivilDate;
  /** The last day at the company; null for somebody who is there today. Not everybody hears of it. */
  leaves: CivilDate | null;
};

/** A hire that a company reported about one of its own; null for one whose report has not arrived yet. */
export function addHire(
  { rows, today }: Pick<EmploymentParts, "rows" | "today">,
  random: Random,
  hire: Hire & {
    person: string;
    kind: "newGraduate" | "midCareer";
    route: TownRows["placement"][number]["route"];
    reportedOn: CivilDate;
    school?: SeedSchool;
    userId?: string;
  },
): Hire | null {
  const { id, companyId, startedOn, school } = hire;
  if (hire.reportedOn >= today) return null;
  const inJurisdiction = random.chance(0.93);
  rows.placement.push({
    id,
    personKey: personKey(hire.person),
    userId: hire.userId ?? null,
    companyId,
    schoolId: school?.id ?? null,
    schoolKind: school?.kind ?? null,
    departmentName: school && school.departments.length > 0 ? random.pick(school.departments).name : "",
    graduationYear: school ? Number(startedOn.slice(0, 4)) : null,
    kind: hire.kind,
    source: "company",
    route: hire.route,
    inJurisdiction,
    placeOfWork: random.pick(inJurisdiction ? LOCAL_PLACES : OTHER_PLACES),
    employerReference: `${startedOn.slice(2, 4)}-${String(random.int(1, 99)).padStart(2, "0")}`,
    startedOn: dateColumn(startedOn),
    reportedAt: officeHour(random, hire.reportedOn),
  });
  return hire;
}
