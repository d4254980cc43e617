import type { Choice } from "./plan-model.rules.ts";
import type { Ground, Unit } from "./plan-ground.rules.ts";

/** A unit's visit of an offer (by its place in the ground's `offers`). */
export type Visit = { unit: Unit; offer: number };

/**
 * Turns numbers ("three of this class go there") into who goes where, in the fixed order of the units. It is always
 * possible: the numbers of a class are a bipartite graph of sessions and places in which nobody has more edges than
 * there are units, and such a graph falls into as many matchings of equal size (König).
 */
export function dealVisits(ground: Ground, choices: readonly Choice[], values: readonly number[]): Visit[] {
  const visits: Visit[] = [];
  const taken = new Map<number, number[]>();
  const pooled = new Map<string, number[]>();
  for (const { column, offer, from } of choices) {
    const count = Math.round(values[column]!);
    if (count === 0) continue;
    const repeated = Array<number>(count).fill(offer);
    if ("class" in from) taken.set(from.class, [...(taken.get(from.class) ?? []), ...repeated]);
    else pooled.set(from.pool, [...(pooled.get(from.pool) ?? []), ...repeated]);
  }
  ground.classes.forEach(({ units, pool }, at) => {
    const offers = taken.get(at) ?? [];
    if (pool === null) {
      matchings(ground, offers, units.length).forEach((own, index) =>
        own.forEach((offer) => visits.push({ unit: units[index]!, offer })),
      );
      return;
    }
    const rest = pooled.get(pool) ?? [];
    units.forEach((unit, index) => visits.push({ unit, offer: offers[index] ?? rest.shift()! }));
  });
  return visits;
}

/** Splits offers, with repetition, into `count` lists of equal length without a session or a place twice in a list. */
function matchings(ground: Ground, offers: readonly number[], count: number): number[][] {
  const each = offers.length / count;
  if (each === 1) return offers.map((offer) => [offer]);
  const lists = Array.from({ length: count }, () => new Map<string, number>());
  const ends = (offer: number) => {
    const { sessionId, placeId } = ground.offers[offer]!;
    return [`s ${sessionId}`, `p ${placeId}`] as const;
  };
  const put = (list: Map<string, number>, offer: number) =>
    ends(offer).forEach((end) => list.set(end, offer));
  const remove = (list: Map<string, number>, offer: number) => ends(offer).forEach((end) => list.delete(end));

  /** The offers on the path that begins at `end` with list `a` and goes on in `a` and `b` by turns. */
  const path = (end: string, a: Map<string, number>, b: Map<string, number>): number[] => {
    const found: number[] = [];
    let at = end;
    for (let lists = [a, b] as const; ; lists = [lists[1], lists[0]]) {
      const offer = lists[0].get(at);
      if (offer === undefined) return found;
      found.push(offer);
      const [session, place] = ends(offer);
      at = at === session ? place : session;
    }
  };
  const swap = (found: readonly number[], a: Map<string, number>, b: Map<string, number>) => {
    found.forEach((offer, at) => remove(at % 2 === 0 ? a : b, offer));
    found.forEach((offer, at) => put(at % 2 === 0 ? b : a, offer));
  };

  for (const offer of offers) {
    const [session, place] = ends(offer);
    const a = lists.find((list) => !list.has(session))!;
    const b = lists.find((list) => !list.has(place))!;
    if (a !== b) swap(path(place, a, b), a, b);
    put(a, offer);
  }
  for (;;) {
    const long = lists.find((list) => list.size / 2 > each);
    const short = lists.find((list) => list.size / 2 < each);
    if (!long || !short) break;
    // Some path between the two has one offer more of the longer list at both ends.
    const begins = [...long.keys()].filter((end) => !short.has(end));
    swap(
      begins.map((end) => path(end, long, short)).find((found) => found.length % 2 === 1)!,
      long,
      short,
    );
  }
  return lists.map((list) => [...new Set(list.values())].toSorted((a, b) => a - b));
}
