import type { PlacementKind, PlacementSource, SupportProgramme } from "#generated/prisma/client.ts";
import { addDays, type CivilDate, fiscalYearOf, jst } from "#app/platform/calendar.ts";
import { publishedOn, type SeedCompany } from "./companies/companies.ts";
import { dateColumn, lastDayOfMonth, monthsBetween, officeHour, workingDayBetween } from "./days.ts";
import { personKey, stableId } from "./ids.ts";
import { type Random, randomFor, split } from "./random.ts";
import type { TownRows } from "./rows.ts";
import type { SeedSchool } from "./schools.ts";

type Parts = {
  rows: TownRows;
  companies: readonly SeedCompany[];
  schools: readonly SeedSchool[];
  today: CivilDate;
};

/** Support programmes, their placements, and what companies told about new graduates. */
export function addEmployment(parts: Parts): void {
  addJobCafe(parts);
  addSupportStation(parts);
  addNewGraduates(parts);
}

type Start = {
  key: string;
  person: string;
  source: PlacementSource;
  kind: PlacementKind;
  startedOn: CivilDate;
  reportedAt: Date;
};

function addPlacement(
  { rows, companies }: Parts,
  random: Random,
  start: Start & { school?: SeedSchool; leavesAfterDays?: number; knownOn?: CivilDate },
): void {
  const id = stableId("placement", start.key);
  const inJurisdiction = random.chance(0.86);
  const hosts = publishedOn(companies, addDays(start.startedOn, -20));
  rows.placement.push({
    id,
    personKey: personKey(start.person),
    companyId: inJurisdiction && hosts.length > 0 ? random.pick(hosts).id : null,
    schoolId: start.school?.id ?? null,
    graduationYear: start.school ? Number(start.startedOn.slice(0, 4)) : null,
    kind: start.kind,
    source: start.source,
    inJurisdiction,
    startedOn: dateColumn(start.startedOn),
    reportedAt: start.reportedAt,
  });
  if (start.leavesAfterDays === undefined) return;
  const endedOn = addDays(start.startedOn, start.leavesAfterDays);
  if (start.knownOn && endedOn >= start.knownOn) return;
  rows.separation.push({
    id: stableId("separation", start.key),
    placementId: id,
    endedOn: dateColumn(endedOn),
    kind: random.pick(["resigned", "resigned", "contractEnd", "other"] as const),
    reportedAt: officeHour(random, addDays(endedOn, random.int(3, 14))),
  });
}

/** The months that are over on the day, from April 2025. */
function monthsSince(today: CivilDate): CivilDate[] {
  return monthsBetween("2025-04", today.slice(0, 7)).filter(
    (month) => addDays(lastDayOfMonth(month), 10) < today,
  );
}

type Report = {
  programme: SupportProgramme;
  month: CivilDate;
  consultations: number;
  newRegistrations: number;
  reportedAt: Date;
};

function addReport({ rows }: Parts, report: Report): void {
  rows.supportReport.push({
    id: stableId("support-report", `${report.programme}/${report.month}`),
    ...report,
    month: dateColumn(report.month),
  });
}

/** A month is reported on the tenth of the next one. */
function reportDay(month: CivilDate): Date {
  return jst(addDays(lastDayOfMonth(month), 10), "10:00");
}

/**
 * ジョブカフェ: 57 placements in fiscal 2023; 495 consultations and 25 placements from April to December 2024, as the sheet
 * knew them. January and February 2025 came in one report, so nothing of January counts on the sheet's date.
 */
function addJobCafe(parts: Parts): void {
  const random = randomFor("job-cafe");
  const place = (key: string, first: CivilDate, last: CivilDate) => {
    const startedOn = workingDayBetween(random, first, last);
    const reportedAt = officeHour(random, addDays(startedOn, random.int(1, 6)));
    addPlacement(parts, random, {
      key: `job-cafe/${key}`,
      person: `job-cafe/${key}`,
      source: "jobCafe",
      kind: random.chance(0.3) ? "newGraduate" : "midCareer",
      startedOn,
      reportedAt,
    });
  };
  const report = (month: CivilDate, consultations: number, newRegistrations: number) =>
    addReport(parts, {
      programme: "jobCafe",
      month,
      consultations,
      newRegistrations,
      reportedAt: reportDay(month),
    });
  const year2023 = monthsBetween("2023-04", "2024-03");
  split(702, [5, 6, 6, 6, 5, 6, 6, 6, 5, 5, 7, 7]).forEach((count, at) =>
    report(year2023[at]!, count, random.int(8, 16)),
  );
  for (let at = 0; at < 57; at++) place(`2023/${at}`, "2023-04-10", "2024-03-22");
  const year2024 = monthsBetween("2024-04", "2024-12");
  split(495, [50, 56, 58, 60, 49, 55, 59, 57, 51]).forEach((count, at) =>
    report(year2024[at]!, count, random.int(7, 14)),
  );
  for (let at = 0; at < 25; at++) place(`2024/${at}`, "2024-04-10", "2024-12-20");
  report("2025-02-01", 118, 21);
  report("2025-03-01", 64, 12);
  for (let at = 25; at < 34; at++) place(`2024/${at}`, "2025-02-03", "2025-03-24");
  for (const month of monthsSince(parts.today)) {
    report(month, random.int(48, 66), random.int(7, 14));
    for (let at = random.int(2, 5); at > 0; at--) place(`${month}/${at}`, month, lastDayOfMonth(month));
  }
}

const STATION_RETURNING = 31;
const STATION_FIRST_TIME = 40;

/**
 * 若者サポートステーション, fiscal 2024 until 31 January 2025: 2,442 consultations, 78 new registrations, 71 placements. Forty
 * of these are people placed for the first time, the other 31 had been placed in fiscal 2022 or 2023 and left.
 */
function addSupportStation(parts: Parts): void {
  const random = randomFor("support-station");
  const place = (
    key: string,
    person: string,
    first: CivilDate,
    last: CivilDate,
    leavesAfterDays?: number,
  ) => {
    const startedOn = workingDayBetween(random, first, last);
    const reportedAt = officeHour(random, addDays(startedOn, random.int(1, 4)));
    addPlacement(parts, random, {
      key: `support-station/${key}`,
      person: `support-station/${person}`,
      source: "supportStation",
      kind: "supported",
      startedOn,
      reportedAt,
      leavesAfterDays,
      knownOn: parts.today,
    });
  };
  const report = (
    month: CivilDate,
    consultations: number,
    newRegistrations: number,
    reportedAt = reportDay(month),
  ) => addReport(parts, { programme: "supportStation", month, consultations, newRegistrations, reportedAt });

  // Fiscal 2022: 62 people; fiscal 2023: 75 placements, of which 20 are people of the year before.
  for (let at = 0; at < 62; at++)
    place(`2022/${at}`, `2022/${at}`, "2022-04-11", "2023-03-17", at < 34 ? random.int(40, 190) : undefined);
  for (let at = 0; at < 75; at++) {
    const person = at < 20 ? `2022/${at}` : `2023/${at}`;
    place(
      `2023/${at}`,
      person,
      at < 20 ? "2023-10-02" : "2023-04-10",
      at < 20 ? "2024-01-31" : "2024-03-15",
      at < 40 ? random.int(30, 60) : undefined,
    );
  }
  // Returning: seventeen of fiscal 2023's own people, fourteen of fiscal 2022's.
  const returning = Array.from({ length: STATION_RETURNING }, (_, at) =>
    at < 17 ? `2023/${20 + at}` : `2022/${20 + at - 17}`,
  );
  returning.forEach((person, at) =>
    place(
      `2024/returning/${at}`,
      person,
      "2024-06-03",
      "2025-01-24",
      at % 4 === 0 ? random.int(60, 300) : undefined,
    ),
  );
  for (let at = 0; at < STATION_FIRST_TIME; at++)
    place(
      `2024/first/${at}`,
      `2024/${at}`,
      "2024-04-10",
      "2025-01-24",
      at % 5 === 0 ? random.int(60, 300) : undefined,
    );
  for (let at = 0; at < 13; at++) place(`2024/late/${at}`, `2024/late/${at}`, "2025-02-03", "2025-03-24");

  const year2023 = monthsBetween("2023-04", "2024-03");
  split(2_880, [8, 8, 9, 8, 8, 8, 9, 8, 8, 8, 9, 9]).forEach((count, at) =>
    report(year2023[at]!, count, [7, 8, 9, 7, 6, 8, 8, 7, 5, 7, 8, 9][at]!),
  );
  const year2024 = monthsBetween("2024-04", "2025-01");
  const registrations = split(78, [9, 8, 8, 8, 7, 8, 8, 7, 6, 9]);
  // The report of January was handed in on the last day of the month.
  split(2_442, [25, 24, 25, 26, 23, 24, 26, 25, 22, 24]).forEach((count, at) =>
    report(year2024[at]!, count, registrations[at]!, at === 9 ? jst("2025-01-31", "16:30") : undefined),
  );
  report("2025-02-01", 236, 8);
  report("2025-03-01", 251, 9);
  for (const month of monthsSince(parts.today)) {
    report(month, random.int(225, 265), random.int(5, 10));
    for (let at = random.int(4, 8); at > 0; at--)
      place(`${month}/${at}`, `${month}/${at}`, month, lastDayOfMonth(month));
  }
}

/** What companies told about those who started on 1 April after school: some left within the first years. */
function addNewGraduates(parts: Parts): void {
  const highSchools = parts.schools.filter(({ kind }) => kind === "highSchool");
  const kosen = parts.schools.find(({ kind }) => kind === "kosen")!;
  for (let year = 2023; year <= fiscalYearOf(parts.today); year++) {
    const random = randomFor(`new-graduates/${year}`);
    const startedOn = `${year}-04-01`;
    const count = year === 2023 ? 118 : year === 2024 ? 109 : random.int(96, 112);
    for (let at = 0; at < count; at++) {
      const key = `new-graduates/${year}/${at}`;
      addPlacement(parts, random, {
        key,
        person: key,
        source: "company",
        kind: "newGraduate",
        startedOn,
        reportedAt: officeHour(random, addDays(startedOn, random.int(14, 60))),
        school: at % 8 === 0 ? kosen : random.pick(highSchools),
        leavesAfterDays: random.chance(0.24) ? random.int(60, 1000) : undefined,
        knownOn: addDays(parts.today, -20),
      });
    }
  }
}
