import { addAccounts } from "./accounts/accounts.ts";
import { addCompanies } from "./companies/companies.ts";
import { addConfirmations } from "./companies/freshness.ts";
import { addEmployment } from "./employment.ts";
import { addFiscal2023 } from "./events/fiscal-2023.ts";
import { addFiscal2024 } from "./events/fiscal-2024.ts";
import { addPresentEvents } from "./events/present.ts";
import { addVisits } from "./events/visits.ts";
import { addEventsSince2025 } from "./events/since-2025.ts";
import { addImport } from "./imports.ts";
import { addFigureImport } from "./figure-imports.ts";
import { addInternships } from "./internships.ts";
import { addNewsletter } from "./newsletter.ts";
import { addComparisonPlans } from "./plan/comparison-plans.ts";
import { addPageViews } from "./page-views.ts";
import { addPlan } from "./plan/plan-rows.ts";
import { addRecruitmentDates } from "./recruitment.ts";
import { noRows, type TownRows } from "./rows.ts";
import { addSearchDemand } from "./search-demand.ts";
import { addSchools } from "./schools.ts";
import { addSubsidies } from "./subsidies.ts";
import { civilDateOf, endOfDay } from "#app/platform/calendar.ts";

/** The town's past ends with fiscal 2024; before this day its present would overlap it. */
export const EARLIEST_DAY = "2025-06-01";

/**
 * Every row of the demo town as of a moment: the same moment and the same password hash give the same rows. Throws for a
 * moment before EARLIEST_DAY.
 */
export function drawUpTown({ now, passwordHash }: { now: Date; passwordHash: string }): TownRows {
  const today = civilDateOf(now);
  if (today < EARLIEST_DAY)
    throw new Error(`the demo town can be filled from ${EARLIEST_DAY} on; the clock says ${today}`);
  const rows = noRows();
  const schools = addSchools(rows);
  const companies = addCompanies(rows, today);
  addConfirmations(rows, companies, today);
  const people = addAccounts(rows, { schools, companies, today, passwordHash });
  addFiscal2023(rows, companies);
  addFiscal2024(rows, companies);
  addEventsSince2025(rows, companies, people, today);
  const present = { rows, companies, people, now, today };
  addPresentEvents(present);
  addVisits(present);
  addInternships(rows, companies, today);
  addEmployment({ rows, companies, schools, people, today });
  addRecruitmentDates(rows, today);
  addSubsidies(rows, companies, today);
  addPlan(rows);
  addComparisonPlans(rows);
  addNewsletter(rows, today);
  addSearchDemand(rows, today);
  addPageViews(rows, today);
  addImport(rows, today);
  addFigureImport(rows, today);
  const tomorrow = endOfDay(today);
  const late = rows.domainEvent.find(({ occurredAt }) => (occurredAt as Date) >= tomorrow);
  if (late) throw new Error(`${late.kind} would happen after today`);
  rows.domainEvent.sort(
    (one, other) => (one.occurredAt as Date).getTime() - (other.occurredAt as Date).getTime(),
  );
  return rows;
}
