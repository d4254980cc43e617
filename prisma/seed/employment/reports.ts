import type { SupportProgramme } from "#generated/prisma/client.ts";
import { addDays, type CivilDate, jst } from "#app/platform/calendar.ts";
import { dateColumn, lastDayOfMonth, monthsBetween } from "../days.ts";
import { stableId } from "../ids.ts";
import type { EmploymentParts } from "./placements.ts";

/** The months that are over on the day, from April 2025. */
export function monthsSince(today: CivilDate): CivilDate[] {
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

export function addReport({ rows }: Pick<EmploymentParts, "rows">, report: Report): void {
  rows.supportReport.push({
    id: stableId("support-report", `${report.programme}/${report.month}`),
    ...report,
    month: dateColumn(report.month),
  });
}

/** A month is reported on the tenth of the next one. */
export function reportDay(month: CivilDate): Date {
  return jst(addDays(lastDayOfMonth(month), 10), "10:00");
}
