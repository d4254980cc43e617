import type { PlannedCompany, PlanResult, Part } from "./planner-result.rules.ts";
import type { PlannerApplication, PlannerInput } from "./planner.rules.ts";

/** Why a company is in or out, as codes with their figures; the words are in app/locales/ja/booth-planner.ts. */
export type Reason =
  | { code: "decided" | "fixed-in" | "fixed-out" | "serves-none" | "no-swap" }
  | { code: "blocked"; by: "booths" | "power" | "space" }
  | { code: "left-out"; times: number; points: number }
  /** Many expected people for each company that welcomes them. */
  | { code: "scarce"; key: string; people: number; count: number; points: number }
  | { code: "serves"; keys: string[]; people: number; points: number }
  | { code: "interest"; key: string; people: number; count: number; points: number }
  | { code: "rare"; term: "division" | "industry" | "area"; key: string; count: number; points: number }
  /** Enough companies of the same industry and area, or for the same departments, are in. */
  | { code: "crowded"; term: "industry" | "area" | "interest"; key: string; count: number; points: number }
  | { code: "enough"; keys: string[]; count: number; points: number }
  | { code: "fewer-departments"; served: number; of: number };

const RARE = 2;
const MOST_REASONS = 4;

/** The reasons of a company, the weightiest first. */
export function reasonsOf(input: PlannerInput, result: PlanResult, company: PlannedCompany): Reason[] {
  const application = input.applications.find(({ id }) => id === company.id)!;
  const settled = settledReason(application);
  if (settled && !company.chosen) return [settled];
  const why = company.chosen ? whyIn(input, result, company, application) : whyOut(input, company);
  return [...(settled ? [settled] : []), ...why].slice(0, MOST_REASONS);
}

function settledReason({ fixed, decided }: PlannerApplication): Reason | null {
  if (decided) return { code: "decided" };
  if (fixed === null) return null;
  return { code: fixed === "in" ? "fixed-in" : "fixed-out" };
}

function whyIn(
  input: PlannerInput,
  result: PlanResult,
  company: PlannedCompany,
  application: PlannerApplication,
): Reason[] {
  const reasons: { reason: Reason; points: number }[] = [];
  const add = (reason: Reason, points: number) => reasons.push({ reason, points });
  const coverage = company.parts.filter(({ term }) => term === "coverage");
  const load = ({ people, count }: Part) => (people ?? 0) / count;
  const all = result.groups.filter(({ term, chosen }) => term === "coverage" && chosen > 0);
  const average =
    all.reduce((sum, { people, chosen }) => sum + (people ?? 0) / chosen, 0) / Math.max(1, all.length);
  const scarcest = coverage.toSorted((one, other) => load(other) - load(one))[0];
  const isScarce = scarcest !== undefined && all.length > 1 && load(scarcest) > average * 1.1;
  if (isScarce) {
    const { key, people, count, points } = scarcest;
    add({ code: "scarce", key, people: people!, count, points }, points);
  }
  if (coverage.length > (isScarce ? 1 : 0)) {
    const points = sumOf(coverage);
    const people = coverage.reduce((sum, part) => sum + (part.people ?? 0), 0);
    add({ code: "serves", keys: coverage.map(({ key }) => key), people, points }, points);
  }
  for (const { term, key, count, people, points } of company.parts) {
    if (term === "leftOut") add({ code: "left-out", times: application.leftOut, points }, points);
    if (term === "interest") add({ code: "interest", key, people: people!, count, points }, points);
    if ((term === "division" || term === "industry" || term === "area") && count <= RARE)
      add({ code: "rare", term, key, count, points }, points);
  }
  if (reasons.length === 0 && input.people.length > 0) add({ code: "serves-none" }, 0);
  return reasons.toSorted((one, other) => other.points - one.points).map(({ reason }) => reason);
}

function whyOut(input: PlannerInput, company: PlannedCompany): Reason[] {
  const reasons: Reason[] = [];
  if (company.blockedBy && company.blockedBy !== "booths")
    reasons.push({ code: "blocked", by: company.blockedBy });
  const coverage = company.parts.filter(({ term }) => term === "coverage");
  if (coverage.length === 0 && input.people.length > 0) reasons.push({ code: "serves-none" });
  else if (coverage.length < input.people.length)
    reasons.push({ code: "fewer-departments", served: coverage.length, of: input.people.length });
  for (const term of ["industry", "area", "interest"] as const) {
    const part = company.parts.find((one) => one.term === term);
    if (part && part.count > RARE)
      reasons.push({ code: "crowded", term, key: part.key, count: part.count - 1, points: part.points });
  }
  if (coverage.length > 0) {
    const count = Math.min(...coverage.map((part) => part.count - 1));
    reasons.push({ code: "enough", keys: coverage.map(({ key }) => key), count, points: sumOf(coverage) });
  }
  if (reasons.length === 0) reasons.push({ code: "no-swap" });
  return reasons;
}

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { points }) => sum + points, 0);
}
