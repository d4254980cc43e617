import type { PlanExplanation, PlanRoom } from "#app/domain/visits/plan.rules.ts";
import { explanations as words } from "#app/locales/ja/visits.ts";
import { TextLink } from "./text-link.tsx";

type Step = { text: string; to: string };

/** Why there is no plan: one paragraph for each reason, each with the way to the field that would help. */
export function Explanations({
  explanations,
  base,
  basedOn,
}: {
  explanations: readonly PlanExplanation[];
  base: string;
  basedOn: number | null;
}) {
  return (
    <ol className="list-decimal space-y-4 pl-6">
      {explanations.map((explanation, index) => {
        const { text, steps } = explain(explanation, base, basedOn);
        return (
          <li key={index}>
            <p>{text}</p>
            <ul>
              {steps.map((step) => (
                <li key={step.to}>
                  <TextLink to={step.to} className="relative inline-flex min-h-11 items-center">
                    {step.text}
                  </TextLink>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

function explain(
  reason: PlanExplanation,
  base: string,
  basedOn: number | null,
): { text: string; steps: Step[] } {
  const raise = (rooms: readonly PlanRoom[]) =>
    rooms.map((room) => ({
      text: words.raise(room.placeName, room.sessionLabel, room.maximum, room.needed),
      to: `${base}/places#maximum-${room.placeId}-${room.sessionId}`,
    }));
  const one = (to: string): Step[] => [{ text: words.link, to: `${base}${to}` }];
  switch (reason.kind) {
    case "too-few-for-minimum":
      return {
        text: words.tooFew(reason.placeName, reason.sessionLabel, reason.minimum, reason.possible),
        steps: one(`/places#minimum-${reason.placeId}-${reason.sessionId}`),
      };
    case "too-little-room": {
      const where = [reason.placeName, reason.sessionLabel].filter(Boolean).join(" ") || words.everywhere;
      return {
        text: words.tooLittleRoom(where, reason.people, reason.room, reason.missing),
        steps: raise(reason.raise),
      };
    }
    case "teachers-missing":
      return {
        text: words.teachers(reason.sessionLabel, reason.needed, reason.available, reason.missing),
        steps: one(`#teachers-${reason.sessionId}`),
      };
    case "bus-too-small":
      return {
        text: reason.party
          ? words.busParty(reason.sessionLabel, reason.party.label, reason.party.people)
          : words.bus(reason.sessionLabel, reason.people, reason.seats, reason.missing),
        steps: reason.buses.map((bus) => ({
          text: words.busNeeds(bus.name, bus.seats, bus.needed),
          to: `${base}/places#bus-${bus.id}`,
        })),
      };
    case "lock-not-possible":
      return {
        text: words.lock(reason.groupLabel, reason.placeName, reason.sessionLabel, words.lockWhy[reason.why]),
        steps: basedOn === null ? [] : one(`/${basedOn}#group-${reason.groupId}`),
      };
    case "together-too-large":
      return {
        text: words.together(reason.together, reason.people, reason.largest),
        steps: raise(reason.raise),
      };
    case "group-without-session":
      return {
        text: words.noSession(reason.groupLabel, reason.sessions, reason.needed),
        steps: reason.groupIds.slice(0, 5).flatMap((id) => one(`/groups/${id}#sessionIds`)),
      };
    case "not-enough-places":
      return { text: words.places(reason.visits, reason.possible), steps: one("#visitsPerGroup") };
  }
}
