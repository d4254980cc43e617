import type { Quantities, Quantity } from "./quantities.rules.ts";
import { minimise } from "./simplex.rules.ts";
import { boundsOf, connected, determined, type Equation } from "./system.rules.ts";

type Sum = Quantities["sums"][number];

/** By how much each figure differs in another solution of all sums: the proof that nobody can tell which one is true. */
type Way = ReadonlyMap<number, number>;

type Choice = {
  all: readonly Quantity[];
  sums: readonly Sum[];
  hidden: Set<number>;
  /** For each protected secret a way in which it differs by its width and only hidden figures differ. */
  ways: Map<number, Way>;
};

/** What an already hidden figure costs when it is used again: next to nothing, but longer ways cost more. */
const COST_OF_HIDDEN = 0.001;

/**
 * Chooses what to hide besides the small figures. For each small one, a second set of figures is sought in which it is
 * larger by the required width and every sum still holds; what differs in it must be hidden. The cheapest one is taken,
 * where a figure costs as much as it says (its value). At the end, what turned out not to be needed is shown again.
 */
export function chooseHidden({ all, sums }: Quantities): { hidden: Set<number>; unprotected: Set<number> } {
  const given = new Set(all.flatMap(({ isSmall, wasHidden }, at) => (isSmall || wasHidden ? [at] : [])));
  const choice: Choice = { all, sums, hidden: new Set(given), ways: new Map() };
  for (let before = -1; before !== choice.hidden.size;) {
    before = choice.hidden.size;
    hideRates(choice);
    for (const secret of secretsOf(choice)) if (!choice.ways.has(secret)) protect(choice, secret);
  }
  showAgain(choice, given);
  return { hidden: choice.hidden, unprotected: new Set(exposed(choice)) };
}

/** Hidden figures that nobody knows from the last release, the hardest to protect first. */
function secretsOf({ all, hidden }: Choice): number[] {
  return [...hidden]
    .filter((at) => !all[at]!.wasShown && !all[at]!.isRate)
    .toSorted((a, b) => widthOf(all[b]!) - widthOf(all[a]!) || all[b]!.value - all[a]!.value || a - b);
}

/** A figure that is hidden only for another's sake may be guessed closely, but never known. */
function widthOf({ isSmall, width }: Quantity): number {
  return isSmall ? width : 1;
}

/** A rate tells its parts and they tell the rate: with a hidden part it is hidden, and a hidden one keeps one part back. */
function hideRates({ all, hidden }: Choice): void {
  for (const [at, quantity] of all.entries()) {
    if (!quantity.rate) continue;
    const parts = [...new Set(partsOf(quantity))].flatMap((value) => {
      const place = all.findIndex((other) => isCountOf(other, quantity, value));
      return place < 0 ? [] : [place];
    });
    const shown = parts.filter((part) => !hidden.has(part));
    if (shown.length < parts.length) hidden.add(at);
    if (!hidden.has(at) || shown.length < 2) continue;
    const [least] = shown
      .filter((part) => mayDiffer(all[part]!))
      .toSorted((a, b) => all[a]!.value - all[b]!.value || a - b);
    if (least !== undefined) hidden.add(least);
  }
}

function partsOf({ rate }: Quantity): number[] {
  return rate ? [rate.numerator, rate.denominator - rate.numerator, rate.denominator] : [];
}

function isCountOf(count: Quantity, rate: Quantity, value: number): boolean {
  return !count.isRate && !count.isOpen && count.indicatorId === rate.indicatorId && count.value === value;
}

/** True for a figure that can be hidden and is not known. A 0 is always shown. */
function mayDiffer({ isOpen, isRate, wasShown, value }: Quantity): boolean {
  return !isOpen && !isRate && !wasShown && value > 0;
}

/** Hides what it takes so that the figure could as well be larger by its width. Nothing is done where it cannot be helped. */
function protect(choice: Choice, secret: number): void {
  const way = findWay(choice, secret, (at) => mayDiffer(choice.all[at]!));
  if (way === null) return;
  const proves = isWhole(way);
  for (const [at, difference] of way) {
    choice.hidden.add(at);
    if (proves && Math.abs(difference) >= widthOf(choice.all[at]!) && !choice.ways.has(at))
      choice.ways.set(at, way);
  }
}

/**
 * The cheapest other solution in which `secret` is larger by its width; null when there is none. Only figures that
 * `isFree` allows take part, and none falls below 1, because a hidden figure is never 0.
 */
function findWay({ all, sums, hidden }: Choice, secret: number, isFree: (at: number) => boolean): Way | null {
  const own = connected(
    sums.map(({ terms }) => ({ terms: new Map([...terms].filter(([at]) => isFree(at))) })),
    secret,
  );
  const others = [...new Set(own.flatMap(({ terms }) => [...terms.keys()]))]
    .filter((at) => at !== secret)
    .toSorted((a, b) => a - b);
  const place = new Map(others.map((at, order) => [at, order]));
  const count = others.length;
  const width = widthOf(all[secret]!);
  const rows = own.map(({ terms }) => ({
    terms: [...terms].flatMap(([at, factor]) => {
      const order = place.get(at);
      if (order === undefined) return [];
      return [[order, factor] as const, [count + order, -factor] as const];
    }),
    equals: -(terms.get(secret) ?? 0) * width,
  }));
  const cost = others.map((at) => (hidden.has(at) ? COST_OF_HIDDEN : 1 + all[at]!.value));
  // Floors of those that would fall too low are added until none does: few figures need one.
  const floors: number[] = [];
  for (;;) {
    const columns = 2 * count + floors.length;
    const costs = new Float64Array(columns);
    costs.set([...cost, ...cost]);
    const limits = floors.map((order, at) => ({
      terms: [[count + order, 1] as const, [2 * count + at, 1] as const],
      equals: all[others[order]!]!.value - 1,
    }));
    const answer = minimise({ columns, rows: [...rows, ...limits], costs });
    if (answer.status !== "optimal") return null;
    const differences = others.map((_, order) => answer.values[order]! - answer.values[count + order]!);
    const low = differences.flatMap((difference, order) =>
      all[others[order]!]!.value + difference < 1 - 1e-6 && !floors.includes(order) ? [order] : [],
    );
    if (low.length === 0) {
      const steps = others.map((at, order): [number, number] => [at, roundedOff(differences[order]!)]);
      return new Map([[secret, width], ...steps.filter(([, step]) => step !== 0)]);
    }
    floors.push(...low);
  }
}

/** Without the noise of computing. */
function roundedOff(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-6 ? whole : value;
}

/** True for a solution in whole people; half a person proves nothing. */
function isWhole(way: Way): boolean {
  return [...way.values()].every((difference) => Number.isInteger(difference));
}

/** Shows what was hidden for others and is not needed, the largest first. */
function showAgain(choice: Choice, given: ReadonlySet<number>): void {
  const { all, hidden } = choice;
  const rates = all.filter(({ rate }) => rate !== null);
  const isPart = (count: Quantity) =>
    rates.some((rate) => partsOf(rate).some((value) => isCountOf(count, rate, value)));
  const kept = new Set([...hidden].filter((at) => given.has(at) || all[at]!.isRate || isPart(all[at]!)));
  const candidates = [...hidden]
    .filter((at) => !kept.has(at))
    .toSorted((a, b) => all[b]!.value - all[a]!.value || a - b);
  for (const candidate of candidates) if (hidden.has(candidate)) tryToShow(choice, kept, candidate);
}

/** Shows one again with those that were hidden only for its sake, unless one that must stay hidden then had no way. */
function tryToShow({ hidden, ways, ...choice }: Choice, kept: ReadonlySet<number>, candidate: number): void {
  const shown = new Set([candidate]);
  const renewed = new Map(ways);
  const concerned = () =>
    [...renewed].find(([secret, way]) => !shown.has(secret) && [...way.keys()].some((at) => shown.has(at)));
  for (let next = concerned(); next; next = concerned()) {
    const [secret] = next;
    const isFree = (at: number) => hidden.has(at) && !shown.has(at) && mayDiffer(choice.all[at]!);
    const way = findWay({ ...choice, hidden, ways }, secret, isFree);
    if (way && isWhole(way)) renewed.set(secret, way);
    else if (kept.has(secret)) return;
    else shown.add(secret);
  }
  for (const at of shown) {
    hidden.delete(at);
    renewed.delete(at);
  }
  ways.clear();
  for (const [secret, way] of renewed) ways.set(secret, way);
}

/** The secrets without a way that an attacker would find, by rank or by bounds that are too narrow. */
function exposed(choice: Choice): number[] {
  const { all, sums, hidden, ways } = choice;
  const open = secretsOf(choice).filter((at) => !ways.has(at));
  if (open.length === 0) return [];
  const equations: Equation[] = sums.map(({ terms }) => {
    const unknown = new Map([...terms].filter(([at]) => hidden.has(at) && !all[at]!.wasShown));
    let equals = 0;
    for (const [at, factor] of unknown) equals += factor * all[at]!.value;
    return { terms: unknown, equals };
  });
  const found = determined(equations);
  return open.filter((at) => {
    if (found.has(at)) return true;
    const bounds = boundsOf(at, equations);
    return bounds !== null && bounds.high - bounds.low < widthOf(all[at]!);
  });
}
