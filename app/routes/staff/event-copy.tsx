import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { copyEvent } from "#app/domain/events/copying.store.server.ts";
import { shiftedBy, shiftedTitle } from "#app/domain/events/editing.rules.ts";
import { copyEventSchema } from "#app/domain/events/editing.schema.ts";
import { findEditedEvent } from "#app/domain/events/editing.store.server.ts";
import { copyEventWords as words, newEvent } from "#app/locales/ja/event-editor.ts";
import { site } from "#app/locales/ja/site.ts";
import { dateTimeSpan, jst } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { type FieldState, TextField } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import type { Route } from "./+types/event-copy";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

/** A year later on the same weekday: what most events of last year want. */
const A_YEAR = 52 * 7;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const event = await findEditedEvent(context.get(townContext), { eventId: params.id });
  if (!event) throw data(null, { status: 404 });
  const { id, title, startsAt, endsAt } = event;
  return {
    id,
    title,
    when: dateTimeSpan(startsAt, endsAt),
    proposal: shiftedTitle(title, startsAt, shiftedBy(startsAt, A_YEAR)),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const form = await parseForm(request, copyEventSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const id = await copyEvent(context.get(townContext), {
    eventId: params.id,
    staffId: viewer.id,
    title: form.data.title,
    startsAt: jst(form.data.date),
  });
  if (!id) throw data(null, { status: 404 });
  return redirectWithNotice(`/staff/events/${id}/edit`, "event-copied");
}

export default function CopyEvent({ loaderData: source, actionData }: Route.ComponentProps) {
  const form: FieldState | undefined = actionData;
  return (
    <Page title={words.title(source.title)} lead={<p>{words.lead}</p>} crumbs={eventCrumbs(source)}>
      <FormProblems errors={form?.errors} labels={{ title: words.name, date: words.date }} />
      <ul className="mb-4 list-disc space-y-1 pl-6">
        {words.copied.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      <p className="mb-6">{words.notCopied}</p>
      <DescriptionList items={[{ term: words.source, children: `${source.title}\n${source.when}` }]} />
      <form method="post" className="mt-8 grid gap-6">
        <TextField
          name="title"
          label={words.name}
          support={words.nameSupport}
          required
          form={form}
          defaultValue={source.proposal}
          className="max-w-3xl"
        />
        <TextField name="date" label={words.date} support={newEvent.dateSupport} required form={form} />
        <div>
          <Button>{words.submit}</Button>
        </div>
      </form>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.title(loaderData.title) : words.shortTitle} | ${site.name}` },
];
