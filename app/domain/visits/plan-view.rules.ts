import type { PlanResult } from "./plan.rules.ts";
import {
  changedGroups,
  costOfChanges,
  type GroupVisit,
  headCounts,
  type PlanContent,
  visitsByGroup,
} from "./plan-comparison.rules.ts";
import { staffLocks, type StoredInput } from "./stored-plan.rules.ts";

/** A visit in words of the plan's own input. */
export type VisitWords = {
  placeName: string;
  sessionLabel: string;
  busName: string | null;
  rank: number | null;
  /** False when the group stated no wish at all. */
  hasWishes: boolean;
  fits: boolean | null;
};

export type StopGroup = VisitWords & {
  groupId: string;
  label: string;
  className: string;
  department: string;
  size: number;
  isLocked: boolean;
};

/** A place in a session with those who go there. */
export type Stop = {
  sessionId: string;
  placeId: string;
  placeName: string;
  sessionLabel: string;
  people: number;
  maximum: number;
  groups: StopGroup[];
};

export type ChangeWords = {
  label: string;
  className: string;
  before: VisitWords[] | null;
  after: VisitWords[] | null;
};

export type PlanChangesView = {
  groups: ChangeWords[];
  cost: { better: number; worse: number; alike: number };
};

/** A plan whose content can be read: it was solved. */
export function contentOf(stored: StoredInput, result: PlanResult | null): PlanContent | null {
  return result?.state === "solved" ? { input: stored.problem, assignments: result.assignments } : null;
}

/** Everything that the page of a plan shows about its result; `before` is the plan it grew out of. */
export function planView(
  stored: StoredInput,
  result: PlanResult | null,
  before: { stored: StoredInput; result: PlanResult | null } | null,
) {
  const content = contentOf(stored, result);
  const earlier = before && contentOf(before.stored, before.result);
  const solved = result?.state === "solved" ? result : null;
  return {
    basedOn: stored.basedOn,
    hand: stored.hand && handWords(stored),
    seconds: result?.seconds ?? null,
    proven: solved?.proven ?? false,
    gap: solved?.gap ?? null,
    evenness: solved?.evenness ?? null,
    figures: solved?.figures ?? null,
    stops: content ? stopsOf(content, staffLocks(stored)) : [],
    changes: content && earlier ? changesOf(earlier, content) : null,
  };
}

function handWords({ problem, hand }: StoredInput) {
  const { groupIds, from, to } = hand!.move;
  return {
    labels: problem.groups.filter(({ id }) => groupIds.includes(id)).map(({ label }) => label),
    from: stopName(problem, from),
    to: stopName(problem, to),
  };
}

type Where = { sessionId: string; placeId: string };

/** 岩手精密(1日目 12月3日(木) 9:00) */
export function stopName(input: PlanContent["input"], { sessionId, placeId }: Where): string {
  const place = input.places.find(({ id }) => id === placeId)?.name ?? "";
  return `${place}(${input.sessions.find(({ id }) => id === sessionId)?.label ?? ""})`;
}

function wordsOf(input: PlanContent["input"], group: { wishes: string[] }, visit: GroupVisit): VisitWords {
  const session = input.sessions.find(({ id }) => id === visit.sessionId);
  return {
    placeName: input.places.find(({ id }) => id === visit.placeId)?.name ?? "",
    sessionLabel: session?.label ?? "",
    busName: session?.buses.find(({ id }) => id === visit.busId)?.name ?? null,
    rank: visit.rank,
    hasWishes: group.wishes.length > 0,
    fits: visit.fits,
  };
}

/** Every offer in the order of sessions and places, the empty ones too. */
export function stopsOf(content: PlanContent, locks: StoredInput["problem"]["locks"] = []): Stop[] {
  const { input } = content;
  const counts = headCounts(content);
  const visits = visitsByGroup(content);
  const locked = new Set(locks.map((lock) => `${lock.groupId} ${lock.sessionId} ${lock.placeId}`));
  return input.sessions.flatMap((session) =>
    input.places.flatMap((place) => {
      const offer = input.offers.find(
        ({ sessionId, placeId }) => sessionId === session.id && placeId === place.id,
      );
      if (!offer) return [];
      const groups = input.groups.flatMap((group) => {
        const visit = visits
          .get(group.id)!
          .find(({ sessionId, placeId }) => sessionId === session.id && placeId === place.id);
        if (!visit) return [];
        return {
          groupId: group.id,
          label: group.label,
          className: group.className,
          department: group.department,
          size: group.size,
          isLocked: locked.has(`${group.id} ${session.id} ${place.id}`),
          ...wordsOf(input, group, visit),
        };
      });
      return {
        sessionId: session.id,
        placeId: place.id,
        placeName: place.name,
        sessionLabel: session.label,
        people: counts.get(`${session.id} ${place.id}`) ?? 0,
        maximum: offer.maximum,
        groups,
      };
    }),
  );
}

/** Who goes somewhere else in the second plan, in words, and what it costs. */
export function changesOf(before: PlanContent, after: PlanContent): PlanChangesView {
  const changes = changedGroups(before, after);
  const say = ({ input }: PlanContent, label: string, visits: GroupVisit[] | null) => {
    const group = input.groups.find((one) => one.label === label);
    return visits && group ? visits.map((visit) => wordsOf(input, group, visit)) : null;
  };
  return {
    groups: changes.map(({ label, className, before: one, after: other }) => ({
      label,
      className,
      before: say(before, label, one),
      after: say(after, label, other),
    })),
    cost: costOfChanges(changes),
  };
}
