import type { PlanResult } from "#app/domain/visits/plan.rules.ts";
import { EMPHASES, type PlanSettings, TIME_LIMITS } from "#app/domain/visits/stored-plan.rules.ts";
import { visitRoom as words, visits } from "#app/locales/ja/visits.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { CheckBox, ChoiceGroup, type FieldState, TextField } from "./field.tsx";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

type Steps = {
  eventId: string;
  places: number;
  offers: number;
  maximum: number;
  groups: number;
  people: number;
  /** Until when schools may enter groups; null when they cannot. */
  schoolsUntil: string | null;
};

/** What has been entered and where to go on. */
export function VisitSteps(steps: Steps) {
  const base = `/staff/events/${steps.eventId}/visits`;
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      <li className="rounded-8 border border-solid-gray-420 p-4">
        <h3 className="text-std-18B-160">{words.places}</h3>
        <p className="mt-2">
          {steps.places === 0 ? words.placesNone : words.placesCount(steps.places, steps.offers)}
        </p>
        {steps.offers > 0 && (
          <p>
            {words.supply}:{words.supplyOf(steps.maximum, steps.people)}
          </p>
        )}
        <TextLink to={`${base}/places`} className="mt-2 inline-flex min-h-11 items-center">
          {words.placesLink}
        </TextLink>
      </li>
      <li className="rounded-8 border border-solid-gray-420 p-4">
        <h3 className="text-std-18B-160">{words.groups}</h3>
        <p className="mt-2">
          {steps.groups === 0 ? words.groupsNone : words.groupsCount(steps.groups, steps.people)}
        </p>
        <p>{steps.schoolsUntil ? words.schoolsUntil(steps.schoolsUntil) : words.schoolsClosed}</p>
        <TextLink to={`${base}/groups`} className="mt-2 inline-flex min-h-11 items-center">
          {words.groupsLink}
        </TextLink>
      </li>
    </ul>
  );
}

/** The conditions of the next plan and the button that makes it. */
export function PlanSettingsForm({
  sessions,
  settings,
  form,
}: {
  sessions: readonly { id: string; label: string }[];
  settings: PlanSettings;
  form?: FieldState;
}) {
  return (
    <form method="post" className="space-y-6">
      <p className="max-w-3xl">{words.solveLead}</p>
      <ChoiceGroup
        name="emphasis"
        label={words.emphasis}
        required
        form={form}
        chosen={[settings.emphasis]}
        options={EMPHASES.map((value) => ({ value, ...words.emphases[value] }))}
      />
      <TextField
        name="visitsPerGroup"
        label={words.visitsPerGroup}
        support={words.visitsSupport}
        inputMode="numeric"
        className="max-w-xs"
        required
        form={form}
        defaultValue={String(settings.visitsPerGroup)}
      />
      <fieldset>
        <legend className="text-std-17B-170">{words.teachers}</legend>
        <p className="mt-1 text-solid-gray-700">{words.teachersSupport}</p>
        <div className="mt-2 grid gap-4 sm:grid-cols-2">
          {sessions.map(({ id, label }) => (
            <TextField
              key={id}
              name={`teachers-${id}`}
              label={label}
              inputMode="numeric"
              className="max-w-xs"
              form={form}
              defaultValue={settings.teachers[id]?.toString() ?? ""}
            />
          ))}
        </div>
      </fieldset>
      <ChoiceGroup
        name="timeLimitSeconds"
        label={words.timeLimit}
        support={words.timeLimitSupport}
        required
        form={form}
        chosen={[String(settings.timeLimitSeconds)]}
        options={TIME_LIMITS.map((value) => ({ value: String(value), label: words.seconds(value) }))}
      />
      <CheckBox
        name="even"
        label={words.even}
        form={form?.values ? form : { values: { even: settings.even ? "yes" : "" } }}
      />
      <Button>{words.submit}</Button>
    </form>
  );
}

type PlanLine = {
  number: number;
  state: "waiting" | "solved" | "infeasible" | "failed";
  createdAt: string;
  isPublished: boolean;
  basedOn: number | null;
  byHand: boolean;
  locks: number;
  result: PlanResult | null;
};

const tones = { waiting: "blue", solved: "green", infeasible: "orange", failed: "red" } as const;

/** The plans of an event, the newest first. */
export function PlanTable({ eventId, plans }: { eventId: string; plans: readonly PlanLine[] }) {
  const base = `/staff/events/${eventId}/visits`;
  const { planColumns: columns } = words;
  const solved = plans.filter(({ state }) => state === "solved");
  return (
    <Table caption={words.plans} head={Object.values(columns)}>
      {plans.map((plan) => {
        const figures = plan.result?.state === "solved" ? plan.result.figures : null;
        const first = figures?.wishes.find(({ rank }) => rank === 1)?.people ?? 0;
        const other = solved.find(({ number }) => number < plan.number);
        return (
          <tr key={plan.number}>
            <th scope="row" className="min-w-32">
              <TextLink to={`${base}/${plan.number}`} className="relative inline-flex min-h-11 items-center">
                {visits.plan(plan.number)}
              </TextLink>
              {plan.basedOn !== null && (
                <span className="block text-dns-14N-130">
                  {plan.byHand ? words.byHand(plan.basedOn) : words.basedOn(plan.basedOn, plan.locks)}
                </span>
              )}
            </th>
            <td className="whitespace-nowrap">
              <Badge tone={tones[plan.state]}>{words.states[plan.state]}</Badge>
              {plan.isPublished && (
                <span className="ml-2">
                  <Badge tone="blue">{visits.published}</Badge>
                </span>
              )}
            </td>
            <td className="whitespace-nowrap">{figures ? words.firstWish(first, figures.visits) : ""}</td>
            <td className="whitespace-nowrap">
              {figures ? words.fit(figures.departmentFit, figures.departmentKnown) : ""}
            </td>
            <td className="whitespace-nowrap">{plan.createdAt}</td>
            <td className="whitespace-nowrap">
              {plan.state === "solved" && other && (
                <TextLink
                  to={`${base}/${plan.number}/comparison?with=${other.number}`}
                  className="relative inline-flex min-h-11 items-center"
                >
                  {words.compareWith(other.number)}
                  <span className="sr-only">({visits.plan(plan.number)})</span>
                </TextLink>
              )}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
