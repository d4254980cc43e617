import { addColumn, addRow, newModel, type LinearEngine, type Term } from "./linear.rules.ts";
import type { Group, Ground } from "./plan-ground.rules.ts";
import type { Visit } from "./plan-dealing.rules.ts";

/** Who rides which bus: `${sessionId}\n${groupId}` → bus id; sessions without buses are left out. */
export type Riders = Map<string, string>;

/** The key of a ride. */
export function rideKey(sessionId: string, groupId: string): string {
  return `${sessionId}\n${groupId}`;
}

/**
 * Loads the buses of every session. A bus drives a round past several places; each group rides one bus, the teachers
 * of a place ride buses that stop there, and nobody stands. Of all such loads one with the fewest stops is taken, so
 * that the people of a place arrive together. Null when no load was found in time.
 */
export function loadBuses(
  ground: Ground,
  visits: readonly Visit[],
  engine: LinearEngine,
  secondsLeft: () => number,
): Riders | null {
  const riders: Riders = new Map();
  for (const [at, session] of ground.sessions.entries()) {
    const { buses } = session;
    if (buses.length === 0) continue;
    const { model, parties } = loadModel(ground, visits, at);
    if (parties.length === 0) continue;
    const time = Math.max(2, Math.min(10, secondsLeft()));
    const outcome = engine(model, { timeLimitSeconds: time, absoluteGap: 0.999, nodeLimit: 20_000 });
    if (!outcome.values) return null;
    for (const { columns, groups } of parties) {
      const waiting = [...groups];
      columns.forEach((column, bus) => {
        for (const group of waiting.splice(0, Math.round(outcome.values![column]!)))
          riders.set(rideKey(session.id, group.id), buses[bus]!.id);
      });
    }
  }
  return riders;
}

/** Groups of one size at one place, and how many of them ride each bus. */
type Party = { columns: number[]; groups: Group[] };

function loadModel(ground: Ground, visits: readonly Visit[], sessionAt: number) {
  const { buses } = ground.sessions[sessionAt]!;
  const model = newModel();
  const parties: Party[] = [];
  const loads: Term[][] = buses.map(() => []);
  ground.offers.forEach((offer, at) => {
    if (offer.sessionAt !== sessionAt) return;
    const here = visits.filter((visit) => visit.offer === at).flatMap(({ unit }) => unit.groups);
    if (here.length === 0) return;
    const stops = buses.map(() => addColumn(model, { cost: 1, upper: 1 }));
    const ride = (size: number, count: number): number[] => {
      const columns = buses.map((bus, index) => {
        const column = addColumn(model, { upper: Math.min(count, Math.floor(bus.seats / size)) });
        loads[index]!.push([column, size]);
        addRow(
          model,
          [
            [column, 1],
            [stops[index]!, -count],
          ],
          { atMost: 0 },
        );
        return column;
      });
      addRow(
        model,
        columns.map((column): Term => [column, 1]),
        { exactly: count },
      );
      return columns;
    };
    for (const size of [...new Set(here.map((group) => group.size))].toSorted((a, b) => b - a)) {
      const groups = here.filter((group) => group.size === size).toSorted(byClass);
      parties.push({ columns: ride(size, groups.length), groups });
    }
    if (offer.teachersNeeded > 0) ride(1, offer.teachersNeeded);
  });
  buses.forEach((bus, index) => addRow(model, loads[index]!, { atMost: bus.seats }));
  return { model, parties };
}

/** Those of one class ride together where the buses of a place differ. */
function byClass(a: Group, b: Group): number {
  const [x, y] = [`${a.className}\n${a.id}`, `${b.className}\n${b.id}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
