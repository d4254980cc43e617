import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import {
  addPlace,
  listCompanyChoices,
  removePlace,
  saveBuses,
  saveOffers,
} from "#app/domain/visits/places.store.server.ts";
import { readBuses, readOffers } from "#app/domain/visits/places-form.schema.ts";
import { placeSchema, removePlaceSchema } from "#app/domain/visits/room.schema.ts";
import { findVisitRoom } from "#app/domain/visits/room.store.server.ts";
import { site } from "#app/locales/ja/site.ts";
import { visitPlaces as words } from "#app/locales/ja/visits.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { visitCrumbs } from "#app/ui/visit-crumbs.ts";
import { BusForm } from "#app/ui/visit-buses-form.tsx";
import { AddPlaceForm, OffersForm, offerLabels, RemovePlaces } from "#app/ui/visit-offers-form.tsx";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import type { Route } from "./+types/event-visit-places";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const [room, companies] = await Promise.all([
    findVisitRoom(town, { eventId: params.id }),
    listCompanyChoices(town),
  ]);
  if (!room) throw data(null, { status: 404 });
  const chosen = new Set(room.places.map(({ companyId }) => companyId));
  return {
    id: room.id,
    title: room.title,
    sessions: room.sessions.map(({ id, label, buses }) => ({ id, label, buses })),
    places: room.places,
    companies: companies
      .filter(({ id }) => !chosen.has(id))
      .map(({ id, name, area }) => ({ value: id, label: area ? `${name}(${area})` : name })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const room = await findVisitRoom(town, { eventId: params.id });
  if (!room) throw data(null, { status: 404 });
  const eventId = room.id;
  const page = `/staff/events/${eventId}/visits/places`;
  const values = await readForm(request);
  switch (values["intent"]) {
    case "offers": {
      const form = readOffers(values, room);
      if (!form.ok) return formErrors(form.errors, values);
      await saveOffers(town, { eventId, ...form.data });
      return redirectWithNotice(page, "visit-places-saved");
    }
    case "buses": {
      const form = readBuses(values, room.sessions);
      if (!form.ok) return formErrors(form.errors, values);
      await saveBuses(town, { eventId, buses: form.data });
      return redirectWithNotice(page, "visit-buses-saved");
    }
    case "add-place": {
      const form = checkForm(values, placeSchema);
      if (!form.ok) return formErrors(form.errors, form.values);
      const result = await addPlace(town, { ...form.data, eventId });
      if (result.ok) return redirectWithNotice(page, "visit-place-added");
      const field = result.error === "visit-no-such-company" ? "companyId" : "name";
      return formErrors({ [field]: result.error }, form.values);
    }
    case "remove-place": {
      const form = checkForm(values, removePlaceSchema);
      if (!form.ok) return formErrors(form.errors, form.values);
      const result = await removePlace(town, { eventId, placeId: form.data.placeId });
      if (!result.ok) throw data(null, { status: 404 });
      return redirectWithNotice(page, "visit-place-removed");
    }
    default:
      throw data(null, { status: 400 });
  }
}

export default function EventVisitPlaces({ loaderData: room, actionData, params }: Route.ComponentProps) {
  const form = actionData ?? undefined;
  const sent = form?.values["intent"];
  const of = (intent: string) => (sent === intent ? form : undefined);
  const labels = { name: words.name, companyId: words.company, ...offerLabels(room) };
  if (room.sessions.length === 0)
    return (
      <Page title={`${words.title}:${room.title}`} crumbs={visitCrumbs(room)}>
        <EmptyState title={words.noSessions} />
      </Page>
    );
  return (
    <Page title={`${words.title}:${room.title}`} crumbs={visitCrumbs(room)} lead={<p>{words.lead}</p>} wide>
      <EventRoomNav eventId={params.id} current="visits" />
      <FormProblems errors={form?.errors} labels={labels} />
      <Section title={words.offers} id="offers">
        {room.places.length === 0 ? (
          <EmptyState title={words.offersNone}>{words.offersNoneText}</EmptyState>
        ) : (
          <OffersForm places={room.places} sessions={room.sessions} form={of("offers")} />
        )}
      </Section>
      <Section title={words.buses} id="buses">
        <BusForm sessions={room.sessions} form={of("buses")} />
      </Section>
      <Section title={words.add} id="add">
        <AddPlaceForm companies={room.companies} form={of("add-place")} />
      </Section>
      {room.places.length > 0 && (
        <Section title={words.removeTitle} id="remove">
          <RemovePlaces places={room.places} />
        </Section>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? `${words.title}:${loaderData.title}` : words.title} | ${site.name}` },
];
