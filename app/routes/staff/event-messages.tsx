import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import {
  countRecipients,
  listAnnouncements,
  sendMessage,
} from "#app/domain/events/announcements.store.server.ts";
import { messageSchema } from "#app/domain/events/editing-parts.schema.ts";
import { findEditedEvent } from "#app/domain/events/editing.store.server.ts";
import { listRegistrationFilters } from "#app/domain/events/staff-registrations.store.server.ts";
import { messages as words } from "#app/locales/ja/event-announcements.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { newId } from "#app/platform/random.ts";
import { townContext } from "#app/town.ts";
import { AnnouncementTable, MessageForm, MessagePreview } from "#app/ui/event-messages.tsx";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import { type FieldState, valueOf } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { WordingScript } from "#app/ui/wording-script.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import type { Route } from "./+types/event-messages";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const eventId = params.id;
  const event = await findEditedEvent(town, { eventId });
  if (!event) throw data(null, { status: 404 });
  const [announcements, recipients, { schools }] = await Promise.all([
    listAnnouncements(town, { eventId }),
    countRecipients(town, { eventId }),
    listRegistrationFilters(town, { eventId }),
  ]);
  return { id: eventId, title: event.title, announcements, recipients, schools, announcementId: newId() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const eventId = params.id;
  const form = await parseForm(request, messageSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { intent, schoolId, ...message } = form.data;
  const audience = { eventId, categories: message.categories, schoolId: schoolId || null };
  if (intent === "edit") return { ok: true as const, preview: null, values: form.values, errors: {} };
  if (intent === "preview") {
    const recipients = await countRecipients(town, audience);
    if (recipients === 0) return formErrors({ form: "nobody" }, form.values);
    const preview = { ...message, schoolId, recipients };
    return { ok: true as const, preview, values: form.values, errors: {} };
  }
  const result = await sendMessage(town, { ...message, ...audience, staffId: viewer.id });
  if (!result.ok && result.error === "no-such-event") throw data(null, { status: 404 });
  if (!result.ok) return formErrors({ form: result.error }, form.values, 409);
  return redirectWithNotice(`/staff/events/${encodeURIComponent(eventId)}/messages`, "event-message-sent");
}

const labels = { subject: words.subject, body: words.body, categories: words.categories };

export default function EventMessages({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, announcements, recipients, schools, announcementId } = loaderData;
  const form: FieldState | undefined = actionData;
  const preview = actionData?.ok ? actionData.preview : null;
  return (
    <Page
      title={words.title(title)}
      lead={<p>{words.lead}</p>}
      crumbs={eventCrumbs({ id, title }, "registrations")}
    >
      <EventRoomNav eventId={id} current="registrations" />
      <FormProblems errors={form?.errors} labels={labels} />
      {preview && (
        <Section title={words.previewTitle} id="preview">
          <MessagePreview preview={preview} eventTitle={title} schools={schools} />
        </Section>
      )}
      {!preview && (
        <Section title={words.write} id="write">
          {recipients === 0 ? (
            <EmptyState title={words.nobody}>{words.nobodyText}</EmptyState>
          ) : (
            <MessageForm
              announcementId={valueOf(form, "announcementId", announcementId)}
              schools={schools}
              form={form}
            />
          )}
        </Section>
      )}
      <Section title={words.history} id="history">
        <AnnouncementTable announcements={announcements} schools={schools} />
      </Section>
      <WordingScript />
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.title(loaderData.title) : words.shortTitle} | ${site.name}` },
];
