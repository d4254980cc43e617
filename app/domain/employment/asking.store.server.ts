import type { Town } from "#app/town.ts";
import { type Quarter, quarterOf } from "../companies/freshness.rules.ts";
import { PUBLISHED } from "../companies/store.server.ts";

/** How many listed companies have not been asked in this quarter: all of them before its second week, new ones later. */
export async function countNotAsked(
  town: Pick<Town, "database" | "clock">,
): Promise<{ quarter: Quarter; companies: number }> {
  const quarter = quarterOf(town.clock.now());
  const companies = await town.database.company.count({
    where: { ...PUBLISHED, employmentQuestions: { none: { quarter } } },
  });
  return { quarter, companies };
}

/** Lets the question go to those companies now. The job asks each company once, so ordering it twice does no harm. */
export async function orderAsking(town: Pick<Town, "database" | "jobs">): Promise<void> {
  await town.database.$transaction((tx) => town.jobs.enqueue(tx, "employment.ask", {}));
}
