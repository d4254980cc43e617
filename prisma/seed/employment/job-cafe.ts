import { addDays, type CivilDate } from "#app/platform/calendar.ts";
import { lastDayOfMonth, monthsBetween, officeHour, workingDayBetween } from "../days.ts";
import { randomFor, split } from "../random.ts";
import { addPlacement, type EmploymentParts } from "./placements.ts";
import { addReport, monthsSince, reportDay } from "./reports.ts";

/**
 * ジョブカフェ: 57 placements in fiscal 2023; 495 consultations and 25 placements from April to December 2024, as the sheet
 * knew them. January and February 2025 came in one report, so nothing of January counts on the sheet's date.
 */
export function addJobCafe(parts: EmploymentParts): void {
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
