import { type PlanContent, visitsByGroup } from "./plan-comparison.rules.ts";
import type { PlanInput } from "./plan.rules.ts";

export const LIST_KINDS = ["class", "bus", "place"] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** `?by=` of an address: classes unless it asks for something else. */
export function readListKind(text: string | null): ListKind {
  return LIST_KINDS.find((kind) => kind === text) ?? "class";
}

/** One visit of one group, in words. */
export type ListLine = {
  label: string;
  className: string;
  department: string;
  size: number;
  sessionId: string;
  sessionLabel: string;
  placeName: string;
  /** Empty without a bus. */
  busName: string;
};

/** One printed list: a class, a bus of a session, or a place in a session. */
export type VisitList = {
  key: string;
  /** The class, the bus or the place; empty for groups without a class or bus. */
  name: string;
  /** Null for a class, whose visits can be on several days. */
  sessionId: string | null;
  sessionLabel: string | null;
  people: number;
  lines: ListLine[];
  /** People by department, in the order in which they first stand there. */
  departments: { name: string; people: number }[];
  /** Teachers who go along; null where the list cannot say. */
  teachers: number | null;
  /** Of a bus: its seats and where it stops, with head counts. */
  bus: { seats: number; stops: { placeName: string; people: number }[] } | null;
};

/** The lists of a plan, in the order of sessions, then of names; within a list in the order of the groups. */
export function listsOf(content: PlanContent, by: ListKind): VisitList[] {
  const { input } = content;
  const visits = visitsByGroup(content);
  const lines = input.groups.flatMap((group) =>
    visits.get(group.id)!.map((visit): ListLine & { placeId: string; busId: string | null } => {
      const session = input.sessions.find(({ id }) => id === visit.sessionId)!;
      return {
        label: group.label,
        className: group.className,
        department: group.department,
        size: group.size,
        sessionId: session.id,
        sessionLabel: session.label,
        placeName: input.places.find(({ id }) => id === visit.placeId)?.name ?? "",
        busName: session.buses.find(({ id }) => id === visit.busId)?.name ?? "",
        placeId: visit.placeId,
        busId: visit.busId,
      };
    }),
  );
  if (by === "class")
    return grouped(lines, ({ className }) => className).map(([key, own]) => ({
      ...summary(own),
      key,
      name: key,
      sessionId: null,
      sessionLabel: null,
      teachers: null,
      bus: null,
    }));
  const inOrder = input.sessions.flatMap(({ id }) => lines.filter(({ sessionId }) => sessionId === id));
  const keyOf = (line: (typeof lines)[number]) =>
    `${line.sessionId} ${by === "bus" ? (line.busId ?? "") : line.placeId}`;
  return grouped(inOrder, keyOf).map(([key, own]) => {
    const [first] = own;
    const { sessionId, sessionLabel } = first!;
    const isBus = by === "bus";
    const bus = input.sessions
      .find(({ id }) => id === sessionId)!
      .buses.find(({ id }) => id === first!.busId);
    return {
      ...summary(own),
      key,
      name: isBus ? first!.busName : first!.placeName,
      sessionId,
      sessionLabel,
      teachers: isBus ? null : teachersAt(input, { sessionId, placeId: first!.placeId }),
      bus: isBus && bus ? { seats: bus.seats, stops: stopsOfBus(own) } : null,
    };
  });
}

function grouped<Line>(lines: readonly Line[], keyOf: (line: Line) => string): [string, Line[]][] {
  return [...Map.groupBy(lines, keyOf)];
}

function summary(lines: readonly ListLine[]): Pick<VisitList, "people" | "lines" | "departments"> {
  return {
    // In a class list a group can stand several times; it is counted once.
    people: [...new Map(lines.map((line) => [line.label, line.size])).values()].reduce(
      (sum, size) => sum + size,
      0,
    ),
    lines: lines.map(
      ({ label, className, department, size, sessionId, sessionLabel, placeName, busName }) => ({
        label,
        className,
        department,
        size,
        sessionId,
        sessionLabel,
        placeName,
        busName,
      }),
    ),
    departments: grouped(
      [...new Map(lines.map((line) => [line.label, line])).values()],
      (line) => line.department,
    ).map(([name, own]) => ({ name, people: own.reduce((sum, { size }) => sum + size, 0) })),
  };
}

function teachersAt(input: PlanInput, stop: { sessionId: string; placeId: string }): number {
  return (
    input.offers.find(({ sessionId, placeId }) => sessionId === stop.sessionId && placeId === stop.placeId)
      ?.teachersNeeded ?? 0
  );
}

function stopsOfBus(lines: readonly ListLine[]) {
  return grouped(lines, ({ placeName }) => placeName).map(([placeName, own]) => ({
    placeName,
    people: own.reduce((sum, { size }) => sum + size, 0),
  }));
}
