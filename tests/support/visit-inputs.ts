import * as fc from "fast-check";
import type { PlanInput } from "#app/domain/visits/plan.rules.ts";

type Group = PlanInput["groups"][number];

/** A group of one without wishes that can go whenever it likes. */
export function group(id: string, facts: Partial<Group> = {}): Group {
  return {
    id,
    label: id,
    className: "",
    department: "",
    size: 1,
    together: "",
    wishes: [],
    sessionIds: [],
    ...facts,
  };
}

/** Many alike: `prefix1`, `prefix2` … */
export function groups(prefix: string, count: number, facts: Partial<Group> = {}): Group[] {
  return Array.from({ length: count }, (_, at) => group(`${prefix}${at + 1}`, facts));
}

/** An offer of a place in a session with room for ten. */
export function offer(placeId: string, sessionId: string, facts: Partial<PlanInput["offers"][number]> = {}) {
  return { placeId, sessionId, minimum: 0, maximum: 10, teachersNeeded: 0, ...facts };
}

export function place(id: string, facts: Partial<PlanInput["places"][number]> = {}) {
  return { id, name: id, area: "", departments: [], ...facts };
}

export function session(id: string, facts: Partial<PlanInput["sessions"][number]> = {}) {
  return { id, label: id, day: "2026-10-07", teachers: null, buses: [], ...facts };
}

/** An input with the sessions and places of its offers. */
export function planInput(facts: Partial<PlanInput> & Pick<PlanInput, "offers" | "groups">): PlanInput {
  const unique = (ids: string[]) => [...new Set(ids)];
  return {
    sessions: unique(facts.offers.map(({ sessionId }) => sessionId)).map((id) => session(id)),
    places: unique(facts.offers.map(({ placeId }) => placeId)).map((id) => place(id)),
    visitsPerGroup: 1,
    locks: [],
    weights: { wish: 3, department: 1, evenness: 1 },
    timeLimitSeconds: 20,
    ...facts,
  };
}

type Bus = PlanInput["sessions"][number]["buses"][number];

/** `fc.constantFrom` whose values are of a wider type than themselves. */
function oneOf<Value>(...values: Value[]): fc.Arbitrary<Value> {
  return fc.constantFrom(...values);
}

/** Small inputs of every shape, many of them without a plan. */
export const smallInputs: fc.Arbitrary<PlanInput> = fc
  .record({
    sessions: fc.integer({ min: 1, max: 3 }),
    places: fc.integer({ min: 1, max: 4 }),
    count: fc.integer({ min: 1, max: 6 }),
    visits: fc.constantFrom(1, 1, 2),
  })
  .chain(({ sessions, places, count, visits }) => {
    const ids = (prefix: string, many: number) =>
      Array.from({ length: many }, (_, at) => `${prefix}${at + 1}`);
    const sessionIds = ids("s", sessions);
    const placeIds = ids("p", places);
    const departments = ["機械", "電気"];
    return fc.record({
      sessions: fc.tuple(
        ...sessionIds.map((id) =>
          fc.record({
            id: fc.constant(id),
            label: fc.constant(id),
            day: fc.constant("2026-10-07"),
            teachers: fc.constantFrom(null, null, 1, 2, 3),
            buses: oneOf<Bus[]>(
              [],
              [],
              [{ id: `${id}a`, name: "a", seats: 8 }],
              [
                { id: `${id}a`, name: "a", seats: 3 },
                { id: `${id}b`, name: "b", seats: 4 },
              ],
            ),
          }),
        ),
      ),
      places: fc.tuple(
        ...placeIds.map((id) =>
          fc.record({
            id: fc.constant(id),
            name: fc.constant(id),
            area: fc.constant(""),
            departments: fc.subarray(departments),
          }),
        ),
      ),
      offers: fc
        .tuple(
          ...sessionIds.flatMap((sessionId) =>
            placeIds.map((placeId) =>
              fc.record({
                placeId: fc.constant(placeId),
                sessionId: fc.constant(sessionId),
                range: fc.tuple(fc.constantFrom(0, 0, 1, 2, 3), fc.integer({ min: 0, max: 5 })),
                teachersNeeded: fc.constantFrom(0, 0, 1, 2),
                there: fc.constantFrom(true, true, true, false),
              }),
            ),
          ),
        )
        .map((all) => {
          const offers = all.map(({ range: [minimum, more], there, ...rest }) => ({
            there,
            offer: { ...rest, minimum, maximum: minimum + more },
          }));
          const kept = offers.filter(({ there }) => there);
          return (kept.length > 0 ? kept : offers).map(({ offer }) => offer);
        }),
      groups: fc.tuple(
        ...ids("g", count).map((id) =>
          fc.record({
            id: fc.constant(id),
            label: fc.constant(id),
            className: fc.constant(""),
            department: fc.constantFrom("", ...departments),
            size: fc.constantFrom(1, 1, 1, 2, 3),
            together: fc.constantFrom("", "", "", "友"),
            wishes: fc.shuffledSubarray(placeIds),
            sessionIds: oneOf<string[]>([], [], [], [sessionIds[0]!], sessionIds),
          }),
        ),
      ),
      visitsPerGroup: fc.constant(visits),
      locks: fc.uniqueArray(
        fc.record({
          groupId: fc.constantFrom(...ids("g", count)),
          sessionId: fc.constantFrom(...sessionIds),
          placeId: fc.constantFrom(...placeIds),
        }),
        { maxLength: 1 },
      ),
      weights: fc.record({
        wish: fc.constantFrom(0, 1, 3, 0.5),
        department: fc.constantFrom(0, 1, 2),
        evenness: fc.constantFrom(0, 1, 1),
      }),
      timeLimitSeconds: fc.constant(20),
    });
  });
