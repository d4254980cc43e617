import { stateWords as words } from "#app/locales/ja/event-editor-parts.ts";
import { editor, eventStateNames } from "#app/locales/ja/event-editor.ts";
import { Badge } from "./badge.tsx";
import { LinkButton } from "./button.tsx";
import { Section } from "./page.tsx";

type State = keyof typeof eventStateNames;
export type StateStep = keyof typeof words.steps;

const TONES = { planned: "neutral", published: "green", postponed: "orange", cancelled: "red" } as const;

/** The state of an event as staff see it. */
export function EventStateBadge({ state }: { state: State }) {
  return <Badge tone={TONES[state]}>{eventStateNames[state]}</Badge>;
}

/** Where an event stands and the steps that are possible now, each on a page of its own. */
export function StatePanel({
  eventId,
  state,
  steps,
  isUnlisted,
  note,
  previously,
}: {
  eventId: string;
  state: State;
  steps: readonly StateStep[];
  isUnlisted: boolean;
  note: string;
  /** The first date of a postponed event, in words. */
  previously: string | null;
}) {
  return (
    <Section title={editor.stateTitle} id="state">
      <p className="flex flex-wrap items-center gap-3">
        <EventStateBadge state={state} />
        <span>{words.states[state]}</span>
        {isUnlisted && <span>{words.unlisted}</span>}
      </p>
      {note && <p className="mt-2 whitespace-pre-line">{note}</p>}
      {previously && <p className="mt-2">{words.previously(previously)}</p>}
      {steps.length === 0 && <p className="mt-2 text-solid-gray-700">{words.over}</p>}
      <p className="mt-4 flex flex-wrap gap-3">
        {steps.map((step) => (
          <LinkButton
            key={step}
            to={`/staff/events/${eventId}/state?step=${step}`}
            look={step === "publish" || step === "reschedule" ? "primary" : "secondary"}
          >
            {words.steps[step].link}
          </LinkButton>
        ))}
        {state !== "planned" && (
          <LinkButton to={`/events/${eventId}`} look="quiet">
            {editor.publicPage}
          </LinkButton>
        )}
      </p>
    </Section>
  );
}
