import { countAdoptionMails, staleIn } from "#app/domain/booths/adoption.store.server.ts";
import { divisionName } from "#app/domain/booths/divisions.rules.ts";
import { EXPECTED_GROUPS } from "#app/domain/booths/expected.rules.ts";
import { INDUSTRY_GROUPS } from "#app/domain/matching/industry-groups.rules.ts";
import { longDate } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { findBoothBoard, type StaffBooth } from "#app/domain/booths/board.store.server.ts";
import { reasonsOf } from "#app/domain/booths/planner-reasons.rules.ts";
import type { Figures, PlannedCompany } from "#app/domain/booths/planner-result.rules.ts";
import { TERMS } from "#app/domain/booths/planner.rules.ts";
import { findPlan, listPlans, type StoredPlan } from "#app/domain/booths/plans.store.server.ts";
import { industryOf } from "#app/domain/companies/rules.ts";
import { boothPlan as words } from "#app/locales/ja/booth-plan.ts";
import { change, type NameOf, points, reasonWords, termNames } from "#app/locales/ja/booth-planner.ts";
import type { PlanCompanyLine } from "#app/ui/booth-plan-companies.tsx";

/** The names of the planner's groups, for sentences and tables. */
const groupName: NameOf = (term, key) => {
  if (term === "coverage") return EXPECTED_GROUPS.find((group) => group.key === key)?.label ?? key;
  if (term === "interest") return INDUSTRY_GROUPS.find((group) => group.key === key)?.label ?? key;
  if (term === "division") return divisionName(key);
  return term === "industry" ? (industryOf(key)?.name ?? key) : key;
};

/** Everything that the page of a plan shows, with another plan beside it where the address asks for one (`with`). */
export async function showPlan(
  town: Pick<Town, "database" | "clock">,
  { id, planId }: { id: string; planId: string },
  params: URLSearchParams,
) {
  const place = { eventId: id };
  const [board, plan, plans] = await Promise.all([
    findBoothBoard(town, place),
    findPlan(town, { ...place, planId }),
    listPlans(town, place),
  ]);
  if (!board || !plan) return null;
  const asked = Number(params.get("with"));
  const other = plans.find(({ number }) => number === asked && number !== plan.number) ?? null;
  const chosen = new Set(plan.result.chosen);
  const stale = plan.adoptedAt ? [] : staleIn(plan, board.booths);
  const known = new Set(plan.input.applications.map(({ id }) => id));
  const name = (id: string) => plan.input.applications.find((one) => one.id === id)?.name ?? "";
  const onlyIn = (mine: readonly string[], theirs: readonly string[]) =>
    mine
      .filter((id) => !theirs.includes(id))
      .map((id) => name(id) || other?.input.applications.find((one) => one.id === id)?.name || "");
  return {
    page: `/staff/events/${board.id}/booths`,
    event: board.title,
    number: plan.number,
    made: longDate(plan.createdAt),
    adopted: plan.adoptedAt && longDate(plan.adoptedAt),
    stale: stale.map(name),
    newer: plan.adoptedAt
      ? 0
      : board.booths.filter(({ id, state }) => state === "applied" && !known.has(id)).length,
    proven: plan.result.proven,
    knowsPeople: plan.input.people.length > 0,
    heads: [
      words.columns.plan,
      ...(other ? [words.columns.other(other.number)] : []),
      words.columns.firstCome,
    ],
    figures: figureLines([
      plan.result.figures,
      ...(other ? [other.result.figures] : []),
      plan.result.firstCome,
    ]),
    others: plans.filter(({ number }) => number !== plan.number).map(({ number }) => number),
    other: other && {
      number: other.number,
      here: onlyIn(plan.result.chosen, other.result.chosen),
      there: onlyIn(other.result.chosen, plan.result.chosen),
    },
    ...companyLines(plan, board.booths),
    ...groupLines(plan),
    inputs: inputLines(plan),
    adoption: {
      selected: chosen.size,
      declined: plan.input.applications.length - chosen.size,
      mails: await countAdoptionMails(town, {
        companyIds: plan.input.applications
          .filter(({ decided }) => !decided)
          .map(({ companyId }) => companyId),
      }),
    },
  };
}

/** The figures of several choices as lines of a table. */
function figureLines(all: readonly Figures[]): { label: string; cells: string[] }[] {
  const { figures: names, of } = words;
  const line = (label: string, tell: (figures: Figures) => string) => ({ label, cells: all.map(tell) });
  const count = (value: number, unit: string) => `${value.toLocaleString("ja-JP")}${unit}`;
  return [
    line(names.total, ({ score }) => points(score.total)),
    ...TERMS.map((term) => line(`- ${termNames[term]}`, ({ score }) => points(score.terms[term]))),
    line(names.companies, ({ companies }) => count(companies, "社")),
    line(names.departments, ({ departmentsCovered, departments }) => of(departmentsCovered, departments)),
    line(names.load, ({ mostPeoplePerCompany, departments, departmentsCovered }) =>
      mostPeoplePerCompany !== null
        ? words.peoplePer(mostPeoplePerCompany)
        : departments > departmentsCovered
          ? words.nobody
          : words.noneKnown,
    ),
    line(names.divisions, ({ divisions }) => count(divisions, "")),
    line(names.industries, ({ industries }) => count(industries, "")),
    line(names.largest, ({ largestIndustry }) => count(largestIndustry, "社")),
    line(names.even, ({ evenIndustries }) => count(evenIndustries, "")),
    line(names.areas, ({ areas }) => count(areas, "")),
    line(names.evenAreas, ({ evenAreas }) => count(evenAreas, "")),
    line(names.leftOut, ({ leftOutChosen, leftOutApplied }) => of(leftOutChosen, leftOutApplied)),
    line(names.power, ({ power }) => count(power, "W")),
    line(names.space, ({ space }) => count(space, "")),
  ];
}

/** The companies of a plan as lines, the weightiest first; what is fixed now stands beside them. */
function companyLines(
  { input, result }: StoredPlan,
  booths: readonly StaffBooth[],
): { chosen: PlanCompanyLine[]; left: PlanCompanyLine[] } {
  const applications = new Map(input.applications.map((one) => [one.id, one]));
  const now = new Map(booths.map((booth) => [booth.id, booth]));
  const nameOf = (id: string) => applications.get(id)?.name ?? "";
  const toLine = (company: PlannedCompany): PlanCompanyLine => {
    const { companyId, name, industry, area, fixed } = applications.get(company.id)!;
    const booth = now.get(company.id);
    return {
      id: company.id,
      companyId,
      name,
      about: `${industryOf(industry)?.name ?? industry} / ${area}`,
      reasons: reasonsOf(input, result, company).map((reason) => reasonWords(reason, groupName)),
      points: points(company.points),
      swap: company.swap && {
        change: change(company.swap.change),
        who: (company.chosen ? words.swapIn : words.swapOut)(nameOf(company.swap.otherId)),
        parts: company.swap.parts
          .toSorted((one, other) => Math.abs(other.change) - Math.abs(one.change))
          .map(({ term, key, change: by }) =>
            term === "leftOut"
              ? `${termNames.leftOut} ${change(by)}`
              : `${termNames[term]}「${groupName(term, key)}」 ${change(by)}`,
          ),
      },
      isSettled: fixed !== null,
      fixed: booth?.state === "applied" ? { choice: booth.fixed } : null,
    };
  };
  const lines = result.companies.toSorted((one, other) => other.points - one.points);
  return {
    chosen: lines.filter(({ chosen }) => chosen).map(toLine),
    left: lines.filter(({ chosen }) => !chosen).map(toLine),
  };
}

/** The groups of a plan as bars: departments, industries and areas. */
function groupLines({ result }: StoredPlan) {
  const of = (term: string) => result.groups.filter((group) => group.term === term);
  const bars = (term: string) =>
    of(term)
      .map(({ key, applied, chosen }) => ({ label: groupName(term, key), applied, chosen }))
      .toSorted((one, other) => other.applied - one.applied);
  return {
    coverage: of("coverage").map(({ key, people, applied, chosen }) => ({
      label: groupName("coverage", key),
      people: people ?? 0,
      applied,
      chosen,
      load: chosen === 0 ? words.noneKnown : words.peoplePer(Math.round(((people ?? 0) / chosen) * 10) / 10),
    })),
    industries: bars("industry"),
    areas: bars("area"),
  };
}

/** Everything that a plan was made from, as lines. */
function inputLines({ input }: StoredPlan): { label: string; text: string }[] {
  const planner = { limit: "ブースの数", power: "電源の合計", space: "区画の合計" };
  const total = (value: number | null, unit: string) =>
    value === null ? words.enough : `${value.toLocaleString("ja-JP")}${unit}`;
  return [
    { label: planner.limit, text: `${input.limit}` },
    { label: planner.power, text: total(input.power, "W") },
    { label: planner.space, text: total(input.space, "") },
    ...TERMS.map((term) => ({ label: `点数の配分 ${termNames[term]}`, text: `${input.weights[term]}点` })),
    ...input.people.map(({ key, people }) => ({
      label: `参加予定 ${groupName("coverage", key)}`,
      text: words.people(people),
    })),
    ...input.interests.map(({ key, people }) => ({
      label: `関心 ${groupName("interest", key)}`,
      text: words.people(people),
    })),
  ];
}
