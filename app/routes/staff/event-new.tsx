import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { newEventSchema, spanOfForm } from "#app/domain/events/editing.schema.ts";
import { createPlannedEvent } from "#app/domain/events/editing.store.server.ts";
import { listEventsForStaff } from "#app/domain/events/staff-list.store.server.ts";
import { eventList, newEvent as words } from "#app/locales/ja/event-editor.ts";
import { kindNames } from "#app/locales/ja/events.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { kindOptions } from "#app/ui/event-editor-fields.tsx";
import { type FieldState, SelectField, TextField } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { WordingScript } from "#app/ui/wording-script.tsx";
import type { Route } from "./+types/event-new";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

/** Events that are offered for copying: the latest of the last two years or so. */
const MOST_SOURCES = 30;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const all = { kind: null, fiscalYear: null, state: null };
  const { past, today, coming } = await listEventsForStaff(context.get(townContext), all);
  return [...coming.toReversed(), ...today, ...past]
    .filter((event) => event.state !== "planned")
    .slice(0, MOST_SOURCES)
    .map(({ id, title, kind, startsAt }) => ({ id, title, kind, day: longDate(startsAt) }));
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const form = await parseForm(request, newEventSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { kind, title } = form.data;
  const eventId = await createPlannedEvent(context.get(townContext), {
    staffId: viewer.id,
    kind,
    title,
    span: spanOfForm(form.data),
  });
  return redirectWithNotice(`/staff/events/${eventId}/edit`, "event-created");
}

const labels = { kind: words.kind, title: words.name, date: words.date, from: words.from, to: words.to };

export default function NewEvent({ loaderData: sources, actionData }: Route.ComponentProps) {
  const form: FieldState | undefined = actionData;
  return (
    <Page
      title={words.title}
      lead={<p>{words.lead}</p>}
      crumbs={[
        { to: "/staff", label: eventList.home },
        { to: "/staff/events", label: eventList.title },
      ]}
    >
      <FormProblems errors={form?.errors} labels={labels} />
      <Section title={words.blank} id="blank">
        <form method="post" className="grid gap-6">
          <SelectField name="kind" label={words.kind} options={kindOptions} required form={form} />
          <TextField name="title" label={words.name} required form={form} className="max-w-3xl" wording />
          <div className="grid max-w-3xl items-end gap-4 sm:grid-cols-3">
            <div className="sm:col-span-3">
              <TextField
                name="date"
                label={words.date}
                support={words.dateSupport}
                required
                form={form}
                className="max-w-xl"
              />
            </div>
            <TextField name="from" label={words.from} support={words.timeSupport} required form={form} />
            <TextField name="to" label={words.to} support={words.timeSupport} required form={form} />
          </div>
          <div>
            <Button>{words.submit}</Button>
          </div>
        </form>
        <WordingScript />
      </Section>
      <Section title={words.copyTitle} id="copy">
        <p className="mb-4">{sources.length === 0 ? words.copyNone : words.copyLead}</p>
        {sources.length > 0 && (
          <Table caption={words.copyTitle} head={[words.copy, eventList.columns.when]}>
            {sources.map((source) => (
              <tr key={source.id}>
                <th scope="row" className="min-w-40">
                  <TextLink
                    to={`/staff/events/${source.id}/copy`}
                    className="inline-flex min-h-11 items-center"
                  >
                    {source.title}
                  </TextLink>
                  <span className="block text-dns-14N-130 text-solid-gray-700">{kindNames[source.kind]}</span>
                </th>
                <td className="min-w-36">{source.day}</td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
