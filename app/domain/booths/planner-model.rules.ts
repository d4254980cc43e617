import {
  byArrival,
  countIn,
  groupsOf,
  leftOutPoints,
  type PlannerApplication,
  type PlannerInput,
  resourcesOf,
  valueOf,
} from "./planner.rules.ts";

/**
 * Whole thousandths of points: a gap below one proves the optimum. The limit is one of nodes, not of time, so that the
 * answer does not depend on the machine.
 */
export const SOLVER_OPTIONS = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: 0.9,
  mip_feasibility_tolerance: 1e-7,
  mip_max_nodes: 50_000,
  random_seed: 1,
  threads: 1,
};

/** Applications that are the same to the planner: same groups, same points, same needs. It chooses how many of them. */
export type Alike = { variable: string; applications: readonly PlannerApplication[] };

/** A choice of booths as a mixed-integer program in CPLEX LP format, and how its answer is read. */
export type BoothModel = { problem: string; alike: readonly Alike[] };

/**
 * The exact model. For each group the k-th company earns a k-th of the first: values that fall with k, so the relaxation
 * takes them in order and only the numbers of companies need to be whole. Companies that are alike share one variable;
 * those that staff fixed are constants.
 */
export function boothModel(input: PlannerInput): BoothModel {
  const groups = groupsOf(input);
  const resources = resourcesOf(input);
  const fixedIn = new Set(input.applications.filter(({ fixed }) => fixed === "in").map(({ id }) => id));
  const free = input.applications.filter(({ fixed }) => fixed === null).toSorted(byArrival);
  const sign = (one: PlannerApplication) =>
    [
      groups.map(({ members }) => (members.has(one.id) ? "1" : "0")).join(""),
      leftOutPoints(one, input.weights),
      ...resources.map(({ uses }) => uses(one)),
    ].join(" ");
  const alike = [...Map.groupBy(free, sign).values()].map((applications, at): Alike => ({
    variable: `z${at}`,
    applications,
  }));

  const earned: string[] = [];
  const rows: string[] = [];
  const bounds: string[] = [];
  for (const { variable, applications } of alike) {
    const points = leftOutPoints(applications[0]!, input.weights);
    if (points > 0) earned.push(`${points} ${variable}`);
    bounds.push(`0 <= ${variable} <= ${applications.length}`);
  }
  groups.forEach((group, at) => {
    const members = alike.filter(({ applications }) => group.members.has(applications[0]!.id));
    const most = members.reduce((sum, { applications }) => sum + applications.length, 0);
    const already = countIn(group, fixedIn);
    const steps: string[] = [];
    for (let k = already + 1; k <= already + most; k++) {
      const step = `y${at}_${k}`;
      steps.push(step);
      earned.push(`${valueOf(group, k)} ${step}`);
      bounds.push(`0 <= ${step} <= 1`);
    }
    if (steps.length > 0)
      rows.push(
        `g${at}: ${[...steps, ...members.map(({ variable }) => `- ${variable}`)].join(" + ").replaceAll("+ -", "-")} = 0`,
      );
  });
  resources.forEach(({ amount, uses }, at) => {
    const left =
      amount - input.applications.reduce((sum, one) => sum + (fixedIn.has(one.id) ? uses(one) : 0), 0);
    const parts = alike.flatMap(({ variable, applications }) => {
      const use = uses(applications[0]!);
      return use > 0 ? [`${use} ${variable}`] : [];
    });
    if (parts.length > 0) rows.push(`r${at}: ${parts.join(" + ")} <= ${left}`);
  });
  const lines = [
    "Maximize",
    ` obj: ${earned.length > 0 ? earned.join("\n + ") : "0 z0"}`,
    "Subject To",
    ...rows.map((row) => ` ${row}`),
    "Bounds",
    ...bounds.map((bound) => ` ${bound}`),
    "Generals",
    ` ${alike.map(({ variable }) => variable).join(" ")}`,
    "End",
  ];
  return { problem: lines.join("\n"), alike };
}

/** The chosen applications: those that are fixed, and of companies that are alike the earliest. */
export function readChoice(
  input: PlannerInput,
  model: BoothModel,
  count: (variable: string) => number,
): Set<string> {
  const chosen = new Set(input.applications.filter(({ fixed }) => fixed === "in").map(({ id }) => id));
  for (const { variable, applications } of model.alike)
    for (const { id } of applications.slice(0, Math.round(count(variable)))) chosen.add(id);
  return chosen;
}
