import type { PlanExplanation, PlanInput } from "./plan.rules.ts";

/** The input with the smallest changes of the explanations carried out; it has a plan. */
export function applyChanges(input: PlanInput, explanations: readonly PlanExplanation[]): PlanInput {
  return explanations.reduce(applyChange, input);
}

function applyChange(input: PlanInput, change: PlanExplanation): PlanInput {
  switch (change.kind) {
    case "too-few-for-minimum":
      return withOffer(input, change, (offer) => ({ ...offer, minimum: change.possible }));
    case "too-little-room":
    case "together-too-large":
      return change.raise.reduce(
        (changed, room) => withOffer(changed, room, (offer) => ({ ...offer, maximum: room.needed })),
        input,
      );
    case "teachers-missing":
      return withSession(input, change.sessionId, (session) => ({ ...session, teachers: change.needed }));
    case "bus-too-small":
      return withSession(input, change.sessionId, (session) => ({
        ...session,
        buses: session.buses.map((bus) => ({
          ...bus,
          seats: change.buses.find(({ id }) => id === bus.id)?.needed ?? bus.seats,
        })),
      }));
    case "lock-not-possible":
      return {
        ...input,
        locks: input.locks.filter(
          (lock) =>
            lock.groupId !== change.groupId ||
            lock.sessionId !== change.sessionId ||
            lock.placeId !== change.placeId,
        ),
      };
    case "group-without-session":
      return {
        ...input,
        groups: input.groups.map((group) =>
          change.groupIds.includes(group.id) ? { ...group, sessionIds: [] } : group,
        ),
      };
    case "not-enough-places":
      return { ...input, visitsPerGroup: change.possible };
  }
}

function withOffer(
  input: PlanInput,
  at: { placeId: string; sessionId: string },
  change: (offer: PlanInput["offers"][number]) => PlanInput["offers"][number],
): PlanInput {
  return {
    ...input,
    offers: input.offers.map((offer) =>
      offer.placeId === at.placeId && offer.sessionId === at.sessionId ? change(offer) : offer,
    ),
  };
}

function withSession(
  input: PlanInput,
  sessionId: string,
  change: (session: PlanInput["sessions"][number]) => PlanInput["sessions"][number],
): PlanInput {
  return {
    ...input,
    sessions: input.sessions.map((session) => (session.id === sessionId ? change(session) : session)),
  };
}
