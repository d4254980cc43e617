import type { PlanExplanation, PlanRoom } from "#app/domain/visits/plan.rules.ts";
import { explanations as words } from "#app/locales/ja/visit-plans.ts";
import { explanationText } from "#app/locales/ja/visit-explanations.ts";
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
        const steps = stepsOf(explanation, base, basedOn);
        return (
          <li key={index}>
            <p>{explanationText(explanation)}</p>
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

/** Where the change is made that the words name. */
function stepsOf(reason: PlanExplanation, base: string, basedOn: number | null): Step[] {
  const raise = (rooms: readonly PlanRoom[]) =>
    rooms.map((room) => ({
      text: words.raise(room.placeName, room.sessionLabel, room.needed),
      to: `${base}/places#maximum-${room.placeId}-${room.sessionId}`,
    }));
  const one = (to: string): Step[] => [{ text: words.link, to: `${base}${to}` }];
  switch (reason.kind) {
    case "too-few-for-minimum":
      return one(`/places#minimum-${reason.placeId}-${reason.sessionId}`);
    case "too-little-room":
    case "together-too-large":
      return raise(reason.raise);
    case "teachers-missing":
      return one(`#teachers-${reason.sessionId}`);
    case "bus-too-small":
      return reason.buses.map((bus) => ({
        text: words.busNeeds(bus.name, bus.needed),
        to: `${base}/places#bus-${bus.id}`,
      }));
    case "lock-not-possible":
      return basedOn === null ? [] : one(`/${basedOn}#group-${reason.groupId}`);
    case "group-without-session":
      return reason.groupIds.slice(0, 5).flatMap((id) => one(`/groups/${id}#sessionIds`));
    case "not-enough-places":
      return one("#visitsPerGroup");
  }
}
