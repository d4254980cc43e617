import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { countRecipients } from "#app/domain/events/announcements.store.server.ts";
import { intentOf, stateForms } from "#app/domain/events/editing-parts.schema.ts";
import { publicationProblems, STATE_STEPS, stepsFor } from "#app/domain/events/editing.rules.ts";
import { findEditedEvent } from "#app/domain/events/editing.store.server.ts";
import { takeStep } from "#app/domain/events/state-step.server.ts";
import { checkWording } from "#app/domain/wording/rules.ts";
import { stateWords as words } from "#app/locales/ja/event-editor-parts.ts";
import { editor } from "#app/locales/ja/event-editor.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf, dateTimeSpan } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { PublicationChecks, StepFields } from "#app/ui/event-editor-steps.tsx";
import { Button } from "#app/ui/button.tsx";
import type { FieldState } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { WordingScript } from "#app/ui/wording-script.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import type { Route } from "./+types/event-state";

export const handle = { access: STAFF, title: editor.stateTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const event = await findEditedEvent(town, { eventId: params.id });
  if (!event) throw data(null, { status: 404 });
  const now = town.clock.now();
  const asked = new URL(request.url).searchParams.get("step");
  const step = STATE_STEPS.find((candidate) => candidate === asked) ?? null;
  const isPossible = step !== null && stepsFor(event, now).includes(step);
  const { id, title, version, visibility, startsAt, endsAt, sessions, pools } = event;
  const { summary, whatToBring, boothNote } = event;
  return {
    id,
    title,
    version,
    when: dateTimeSpan(startsAt, endsAt),
    place: [event.venue, event.onlineUrl].filter(Boolean).join("\n"),
    step: isPossible ? step : null,
    isListed: visibility === "listed",
    hasHours: sessions.length === 1,
    recipients: await countRecipients(town, { eventId: id }),
    checks:
      step === "publish"
        ? {
            ...publicationProblems(event, { pools, now }),
            findings: checkWording({ title, summary, whatToBring, boothNote }, { on: civilDateOf(now) }),
          }
        : null,
  };
}

const NOTICES = {
  publish: "event-published",
  cancel: "event-cancelled",
  reopen: "event-reopened",
  reschedule: "event-rescheduled",
  delete: "event-deleted",
} as const;

/** Refusals that belong to a field of the form. */
const FIELD_OF: Record<string, string | undefined> = { "date-in-past": "date", "end-before-start": "to" };

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const values = await readForm(request);
  const step = intentOf(stateForms, values["intent"]);
  if (!step) throw data(null, { status: 400 });
  const form = checkForm(values, stateForms[step]);
  if (!form.ok) return formErrors(form.errors, form.values);
  const result = await takeStep(town, { eventId: params.id, staffId: viewer.id, form: form.data });
  if (!result.ok) {
    if (result.error === "no-such-event") throw data(null, { status: 404 });
    const field = FIELD_OF[result.error];
    return formErrors({ [field ?? "form"]: result.error }, form.values, field ? 400 : 409);
  }
  if (step === "delete") return redirectWithNotice("/staff/events", NOTICES.delete);
  const notice =
    step === "postpone" ? (result.moved ? "event-rescheduled" : "event-postponed") : NOTICES[step];
  return redirectWithNotice(`/staff/events/${encodeURIComponent(params.id)}/edit`, notice);
}

export default function EventState({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, step, version, recipients, isListed, checks } = loaderData;
  const form: FieldState | undefined = actionData;
  const edit = `/staff/events/${id}/edit`;
  const isBlocked = checks !== null && checks.blocking.length > 0;
  return (
    <Page
      title={step ? words.steps[step].title(title) : `${editor.stateTitle}:${title}`}
      crumbs={eventCrumbs({ id, title }, "edit")}
    >
      <EventRoomNav eventId={id} current="edit" />
      <FormProblems errors={form?.errors} labels={words.labels} />
      <DescriptionList
        items={[
          { term: editor.groups.when, children: loaderData.when },
          { term: editor.groups.where, children: loaderData.place },
        ]}
      />
      {step === null ? (
        <EmptyState title={words.notPossible}>
          <TextLink to={edit} className="inline-flex min-h-11 items-center">
            {words.back}
          </TextLink>
        </EmptyState>
      ) : (
        <>
          <ul className="my-6 list-disc space-y-2 pl-6">
            {words.steps[step].effects(recipients, isListed).map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
          {checks && <PublicationChecks checks={checks} editUrl={edit} />}
          {!isBlocked && (
            <form method="post" noValidate className="grid gap-6">
              <input type="hidden" name="version" value={version} />
              <StepFields step={step} form={form} hasHours={loaderData.hasHours} />
              <div>
                <Button
                  name="intent"
                  value={step}
                  look={step === "cancel" || step === "delete" ? "danger" : "primary"}
                >
                  {words.steps[step].button}
                </Button>
              </div>
            </form>
          )}
          <p className="mt-8">
            <TextLink to={edit} className="inline-flex min-h-11 items-center">
              {words.back}
            </TextLink>
          </p>
          <WordingScript />
        </>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: `${loaderData?.step ? words.steps[loaderData.step].title(loaderData.title) : editor.stateTitle} | ${site.name}`,
  },
];
