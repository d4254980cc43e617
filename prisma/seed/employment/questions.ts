import { addMonths } from "#app/analytics/months.ts";
import { addDays, type CivilDate } from "#app/platform/calendar.ts";
import { DEMO_COMPANY } from "../companies/cohorts.ts";
import { dateColumn, officeHour, workingDayFrom } from "../days.ts";
import { stableId } from "../ids.ts";
import { type Random, randomFor } from "../random.ts";
import type { EmploymentParts, Hire } from "./placements.ts";

type Quarter = { name: string; askedOn: CivilDate };

/** The quarters since 2024 whose question has gone out; it goes out on the first working day. */
function quartersUpTo(today: CivilDate): Quarter[] {
  const quarters: Quarter[] = [];
  for (let first = "2024-01-04"; first < today; first = addMonths(`${first.slice(0, 7)}-01`, 3)) {
    const askedOn = workingDayFrom(first);
    const number = Math.ceil(Number(first.slice(5, 7)) / 3);
    if (askedOn < today) quarters.push({ name: `${first.slice(0, 4)}-Q${number}`, askedOn });
  }
  return quarters;
}

/** How often a company answers: nearly always, every other time, never. */
function habitOf(companyId: string, isDemo: boolean): number {
  const drawn = randomFor(`answers/${companyId}`).next();
  if (isDemo || drawn < 0.74) return 0.95;
  return drawn < 0.9 ? 0.5 : 0;
}

/**
 * Every quarter each company with hires of the last three years is asked who is still there. Most answer within weeks,
 * some now and then, a few never: of their people nobody knows. Who left is told with the day or, now and then, without
 * it. The demo company still has the newest question before it.
 */
export function askCompanies(parts: EmploymentParts, hires: readonly Hire[]): void {
  const { rows, companies, today } = parts;
  const demo = companies.find(({ slug }) => slug === DEMO_COMPANY)!.id;
  const quarters = quartersUpTo(today);
  for (const [companyId, people] of Map.groupBy(hires, (hire) => hire.companyId)) {
    const habit = habitOf(companyId, companyId === demo);
    const told = new Set<string>();
    for (const { name, askedOn } of quarters) {
      const asked = people.filter(
        ({ id, startedOn }) => startedOn < askedOn && addMonths(startedOn, 37) > askedOn && !told.has(id),
      );
      if (asked.length === 0) continue;
      const random = randomFor(`answers/${companyId}/${name}`);
      const questionId = stableId("employment-question", `${companyId}/${name}`);
      rows.employmentQuestion.push({
        id: questionId,
        companyId,
        quarter: name,
        askedAt: officeHour(random, askedOn),
      });
      const answeredOn = workingDayFrom(addDays(askedOn, random.int(1, 21)));
      const waits = companyId === demo && name === quarters.at(-1)!.name;
      if (answeredOn >= today || waits || !random.chance(habit)) continue;
      for (const hire of asked) {
        const state = answer(parts, random, { hire, questionId, answeredOn });
        if (state === "left") told.add(hire.id);
      }
    }
  }
}

/** What the company says about one person on the day; somebody who has left is told with the last day most of the time. */
function answer(
  { rows }: EmploymentParts,
  random: Random,
  { hire, questionId, answeredOn }: { hire: Hire; questionId: string; answeredOn: CivilDate },
): "still" | "left" | "notKnown" {
  const { leaves } = hire;
  const isGone = leaves !== null && leaves < answeredOn;
  const state = random.chance(0.015) ? "notKnown" : isGone ? "left" : "still";
  const answeredAt = officeHour(random, answeredOn);
  rows.employmentAnswer.push({
    id: stableId("employment-answer", `${hire.id}/${questionId}`),
    placementId: hire.id,
    questionId,
    state,
    asOf: dateColumn(answeredOn),
    answeredAt,
  });
  if (state === "left" && random.chance(0.88))
    rows.separation.push({
      id: stableId("separation", hire.id),
      placementId: hire.id,
      endedOn: dateColumn(leaves!),
      kind: random.pick(["resigned", "resigned", "resigned", "contractEnd", "other"] as const),
      reportedAt: answeredAt,
    });
  return state;
}
