import { addColumn, addRow, newModel, type LinearModel, type Term } from "./linear.rules.ts";
import type { Ground, UnitClass } from "./plan-ground.rules.ts";
import { gainOf } from "./plan-points.rules.ts";

/** How many units of a class, or of a pool of classes, take an offer. */
export type Choice = { column: number; offer: number; from: { class: number } | { pool: string } };

/** Columns that say by how much a limit must give way; only in the elastic model. */
export type Slacks = {
  /** People below the minimum, by offer; null where the minimum cannot bind. */
  below: (number | null)[];
  /** Teachers missing, by session; null where they are not limited. */
  teachers: (number | null)[];
  /** More seats, by session and bus. */
  seats: number[][];
  /** A lock that is taken away, by class and locked offer. */
  locks: { class: number; offer: number; column: number }[];
};

export type PlanModel = {
  model: LinearModel;
  choices: Choice[];
  /** Columns and people of each offer. */
  people: Term[][];
  /** Whether somebody goes to an offer; null where no column says so. */
  opened: (number | null)[];
  slacks: Slacks | null;
};

/**
 * What a change costs in the elastic model: a person, a person far above the maximum (so that many places are asked for
 * one more each rather than one for seventy), a teacher, a seat, a lock. Quarters, see `CHANGE_STEP`.
 */
const CHANGE = { person: 1, farPerson: 1.25, teacher: 2, seat: 1, lock: 5 } as const;

/** The least by which the costs of two sets of changes can differ. */
export const CHANGE_STEP = 0.25;

/**
 * The plan as a mixed-integer program. Its cost is the points lost, or, when elastic, how much must give way.
 *
 * `x[class, offer]`: units of a class at an offer. For single visits only wished places have such columns; everybody
 * else of the same size, department and sessions flows through one pool, `z[pool, offer]`. `y[offer]`: somebody goes
 * there; only where a minimum or teachers depend on it. `q[session, bus, size]`: groups of a size in a bus.
 */
export function buildPlanModel(ground: Ground, { elastic }: { elastic: boolean }): PlanModel {
  const { offers, classes } = ground;
  const model = newModel();
  const people: Term[][] = offers.map(() => []);
  const choices: Choice[] = [];
  const slacks: Slacks | null = elastic
    ? { below: [], teachers: [], seats: ground.sessions.map(() => []), locks: [] }
    : null;

  const choose = (from: Choice["from"], offer: number, size: number, count: number, gain: number) => {
    const { maximum } = offers[offer]!;
    const column = addColumn(model, {
      cost: elastic ? 0 : -gain,
      upper: elastic ? count : Math.min(count, Math.floor(maximum / size)),
    });
    choices.push({ column, offer, from });
    people[offer]!.push([column, size]);
    return column;
  };

  const pools = new Map<string, { first: UnitClass; at: number[] }>();
  classes.forEach((units, at) => {
    if (units.pool === null) addClass(units, at);
    else {
      const pool = pools.get(units.pool) ?? { first: units, at: [] };
      pool.at.push(at);
      pools.set(units.pool, pool);
    }
  });
  for (const [pool, { first, at }] of pools) addPool(pool, first, at);
  const opened = offers.map((_, at) => addOffer(at));
  ground.sessions.forEach((_, at) => addSession(at));
  return { model, choices, people, opened, slacks };

  function addClass(units: UnitClass, at: number): void {
    const count = units.units.length;
    const visits = ground.visitsPerGroup;
    const bySession = new Map<string, Term[]>();
    const byPlace = new Map<string, Term[]>();
    const all: Term[] = [];
    for (const offer of units.offers) {
      const { sessionId, placeId } = offers[offer]!;
      const column = choose({ class: at }, offer, units.size, count, units.gains.get(placeId)!);
      all.push([column, 1]);
      bySession.set(sessionId, [...(bySession.get(sessionId) ?? []), [column, 1]]);
      byPlace.set(placeId, [...(byPlace.get(placeId) ?? []), [column, 1]]);
      if (!units.locked.includes(offer)) continue;
      const release: Term[] = [];
      if (slacks) {
        const drop = addColumn(model, { cost: CHANGE.lock, upper: 1 });
        slacks.locks.push({ class: at, offer, column: drop });
        release.push([drop, count]);
      }
      addRow(model, [[column, 1], ...release], { atLeast: count });
    }
    addRow(model, all, { exactly: visits * count });
    if (visits === 1) return;
    for (const terms of [...bySession.values(), ...byPlace.values()])
      if (terms.length > 1) addRow(model, terms, { atMost: count });
  }

  function addPool(pool: string, first: UnitClass, at: number[]): void {
    const all: Term[] = [];
    for (const member of at) {
      const units = classes[member]!;
      const own: Term[] = [];
      for (const offer of units.offers) {
        const { placeId } = offers[offer]!;
        if (!units.wished.has(placeId)) continue;
        own.push([
          choose({ class: member }, offer, units.size, units.units.length, units.gains.get(placeId)!),
          1,
        ]);
      }
      if (own.length > 0) addRow(model, own, { atMost: units.units.length });
      all.push(...own);
    }
    const total = at.reduce((sum, member) => sum + classes[member]!.units.length, 0);
    for (const offer of first.offers) {
      const { place } = offers[offer]!;
      // Without the wishes only the department counts, and that is the same in the whole pool.
      const bare = { ...first.units[0]!.groups[0]!, wishes: [] };
      all.push([choose({ pool }, offer, first.size, total, gainOf([bare], place, ground.input.weights)), 1]);
    }
    addRow(model, all, { exactly: total });
  }

  function addOffer(at: number): number | null {
    const { minimum, maximum, teachersNeeded, session } = offers[at]!;
    const here = people[at]!;
    const everybody = here.reduce((sum, [column, size]) => sum + size * model.upper[column]!, 0);
    const near = Math.max(1, Math.floor(maximum / 2));
    const above = elastic
      ? [
          addColumn(model, { cost: CHANGE.person, upper: Math.min(near, everybody) }),
          addColumn(model, { cost: CHANGE.farPerson, upper: everybody }),
        ]
      : [];
    const over = above.map((column): Term => [column, -1]);
    const smallest = Math.min(...here.map(([, size]) => size));
    const bound = minimum > smallest;
    const watched = teachersNeeded > 0 && (session.teachers !== null || session.buses.length > 0);
    if (here.length === 0 || (!bound && !watched)) {
      slacks?.below.push(null);
      addRow(model, [...here, ...over], { atMost: maximum });
      return null;
    }
    const open = addColumn(model, { upper: 1 });
    addRow(model, [...here, [open, -maximum], ...over], { atMost: 0 });
    if (elastic)
      addRow(model, [...above.map((column): Term => [column, 1]), [open, -everybody]], { atMost: 0 });
    if (!bound) {
      slacks?.below.push(null);
      return open;
    }
    const below = elastic ? addColumn(model, { cost: CHANGE.person, upper: minimum }) : null;
    slacks?.below.push(below);
    addRow(model, [...here, [open, -minimum], ...(below === null ? [] : [[below, 1] as Term])], {
      atLeast: 0,
    });
    return open;
  }

  function addSession(at: number): void {
    const session = ground.sessions[at]!;
    const here = offers.flatMap((offer, index) => (offer.sessionAt === at ? [index] : []));
    const teachers = here.flatMap((index): Term[] =>
      opened[index] === null ? [] : [[opened[index]!, offers[index]!.teachersNeeded]],
    );
    if (session.teachers === null) slacks?.teachers.push(null);
    else {
      const missing = elastic ? addColumn(model, { cost: CHANGE.teacher }) : null;
      slacks?.teachers.push(missing);
      addRow(model, [...teachers, ...(missing === null ? [] : [[missing, -1] as Term])], {
        atMost: session.teachers,
      });
    }
    if (session.buses.length > 0) addBuses(at, here, teachers);
  }

  /** Buses drive rounds, so anybody may ride any bus; a group of several rides one. Teachers fill what remains. */
  function addBuses(at: number, here: number[], teachers: Term[]): void {
    const { buses } = ground.sessions[at]!;
    const more = buses.map((): number | null => {
      if (!slacks) return null;
      const column = addColumn(model, { cost: CHANGE.seat });
      slacks.seats[at]!.push(column);
      return column;
    });
    const extra = (column: number | null): Term[] => (column === null ? [] : [[column, -1]]);
    addRow(model, [...here.flatMap((index) => people[index]!), ...teachers, ...more.flatMap(extra)], {
      atMost: buses.reduce((sum, bus) => sum + bus.seats, 0),
    });

    // How many groups of each size above 1 go in this session.
    const sizes = new Map<number, Map<number, number>>();
    for (const { column, offer, from } of choices) {
      if (offers[offer]!.sessionAt !== at) continue;
      const units = "class" in from ? classes[from.class]! : pools.get(from.pool)!.first;
      for (const { size } of units.units[0]!.groups) {
        if (size === 1) continue;
        const columns = sizes.get(size) ?? new Map<number, number>();
        columns.set(column, (columns.get(column) ?? 0) + 1);
        sizes.set(size, columns);
      }
    }
    const loads: Term[][] = buses.map(() => []);
    for (const [size, columns] of [...sizes].toSorted(([a], [b]) => a - b)) {
      const riding = buses.map((bus, index): Term => {
        const column = addColumn(model, elastic ? {} : { upper: Math.floor(bus.seats / size) });
        loads[index]!.push([column, size]);
        return [column, 1];
      });
      addRow(model, [...riding, ...[...columns].map(([column, count]): Term => [column, -count])], {
        exactly: 0,
      });
    }
    buses.forEach((bus, index) => {
      if (loads[index]!.length > 0)
        addRow(model, [...loads[index]!, ...extra(more[index]!)], { atMost: bus.seats });
    });
  }
}
