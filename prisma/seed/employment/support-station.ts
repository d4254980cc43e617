import { addDays, type CivilDate, jst } from "#app/platform/calendar.ts";
import { lastDayOfMonth, monthsBetween, officeHour, workingDayBetween } from "../days.ts";
import { randomFor, split } from "../random.ts";
import { addPlacement, type EmploymentParts } from "./placements.ts";
import { addReport, monthsSince, reportDay } from "./reports.ts";

const STATION_RETURNING = 31;
const STATION_FIRST_TIME = 40;

/**
 * 若者サポートステーション, fiscal 2024 until 31 January 2025: 2,442 consultations, 78 new registrations, 71 placements. Forty
 * of these are people placed for the first time, the other 31 had been placed in fiscal 2022 or 2023 and left.
 */
export function addSupportStation(parts: EmploymentParts): void {
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
