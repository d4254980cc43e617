import {
  events,
  kindNames,
  registrationStateNames,
  statusNames,
  targetNames,
} from "#app/locales/ja/events.ts";
import { Badge } from "./badge.tsx";

type Status = keyof typeof statusNames;

const tones: Record<Status, "green" | "orange" | "red" | "neutral" | "blue"> = {
  plenty: "green",
  few: "orange",
  full: "orange",
  "not-open-yet": "blue",
  closed: "neutral",
  ended: "neutral",
  cancelled: "red",
  postponed: "red",
  "no-registration": "green",
};

/** State, kind and audience of an event, each in a word. */
export function EventBadges({
  kind,
  schoolsOnly,
  status,
  targets = [],
  isMoved = false,
}: {
  kind: keyof typeof kindNames;
  schoolsOnly: boolean;
  status: Status;
  targets?: readonly (keyof typeof targetNames)[];
  /** True when the event was given a new day. */
  isMoved?: boolean;
}) {
  return (
    <p className="flex flex-wrap gap-2">
      <Badge tone={tones[status]}>{statusNames[status]}</Badge>
      {isMoved && status !== "cancelled" && <Badge tone="orange">{events.moved}</Badge>}
      <Badge>{kindNames[kind]}</Badge>
      {targets.map((target) => (
        <Badge key={target} tone="blue">
          {targetNames[target]}
        </Badge>
      ))}
      {schoolsOnly && <Badge tone="blue">{events.schoolsOnly}</Badge>}
    </p>
  );
}

/** The state of a registration in a word. */
export function RegistrationBadge({ state }: { state: keyof typeof registrationStateNames }) {
  const tone =
    state === "registered" ? "green" : state === "waiting" || state === "offered" ? "orange" : "neutral";
  return <Badge tone={tone}>{registrationStateNames[state]}</Badge>;
}
