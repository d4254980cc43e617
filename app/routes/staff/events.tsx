import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { EVENT_STATES } from "#app/domain/events/editing.rules.ts";
import { EVENT_KINDS } from "#app/domain/events/rules.ts";
import { listEventsForStaff } from "#app/domain/events/staff-list.store.server.ts";
import { eventList as words, eventStateNames } from "#app/locales/ja/event-editor.ts";
import { kindNames } from "#app/locales/ja/events.ts";
import { site } from "#app/locales/ja/site.ts";
import { fiscalYearLabel } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { StaffEventTable } from "#app/ui/event-staff-list.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Route } from "./+types/events";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const query = new URL(request.url).searchParams;
  const year = /^(19|20|21)\d{2}$/.test(query.get("year") ?? "") ? Number(query.get("year")) : null;
  const filter = {
    kind: EVENT_KINDS.find((kind) => kind === query.get("kind")) ?? null,
    state: EVENT_STATES.find((state) => state === query.get("state")) ?? null,
    fiscalYear: year,
  };
  return { filter, ...(await listEventsForStaff(context.get(townContext), filter)) };
}

export default function StaffEvents({ loaderData }: Route.ComponentProps) {
  const { filter, today, coming, past, fiscalYears } = loaderData;
  return (
    <Page title={words.title} lead={<p>{words.lead}</p>} crumbs={[{ to: "/staff", label: words.home }]} wide>
      <p className="mb-6">
        <LinkButton to="/staff/events/new">{words.add}</LinkButton>
      </p>
      <form method="get" className="mb-8 flex flex-wrap items-end gap-4" data-screen-only>
        <SelectField
          name="kind"
          label={words.kind}
          empty={words.all}
          defaultValue={filter.kind ?? ""}
          options={EVENT_KINDS.map((value) => ({ value, label: kindNames[value] }))}
        />
        <SelectField
          name="year"
          label={words.fiscalYear}
          empty={words.all}
          defaultValue={filter.fiscalYear?.toString() ?? ""}
          options={fiscalYears.map((value) => ({ value: String(value), label: fiscalYearLabel(value) }))}
        />
        <SelectField
          name="state"
          label={words.state}
          empty={words.all}
          defaultValue={filter.state ?? ""}
          options={EVENT_STATES.map((value) => ({ value, label: eventStateNames[value] }))}
        />
        <Button look="secondary">{words.filter}</Button>
      </form>
      <Section title={words.today} id="today">
        <StaffEventTable section={words.today} events={today} empty={words.todayNone} />
      </Section>
      <Section title={words.coming} id="coming">
        <StaffEventTable section={words.coming} events={coming} empty={words.comingNone} />
      </Section>
      <Section title={words.past} id="past">
        <StaffEventTable section={words.past} events={past} empty={words.pastNone} byYear />
      </Section>
    </Page>
  );
}

export function meta() {
  return [{ title: `${words.title} | ${site.name}` }];
}
