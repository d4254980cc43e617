import { type RouteHandle, requireViewer } from "#app/access.ts";
import { findBoothCompany } from "#app/domain/booths/applications.store.server.ts";
import { type BoothEvent, listBoothEvents } from "#app/domain/booths/own.store.server.ts";
import { boothStates, companyBooths as words } from "#app/locales/ja/booths.ts";
import { site } from "#app/locales/ja/site.ts";
import { dateTimeSpan, shortDate, timeOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { Badge } from "#app/ui/badge.tsx";
import { BoothIneligible } from "#app/ui/booth-ineligible.tsx";
import { OfferList } from "#app/ui/offer-list.tsx";
import { NoCompany } from "#app/ui/no-company.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import type { Route } from "./+types/booths";

export const handle = { access: ["company"], title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const company = await findBoothCompany(town, { userId: viewer.id });
  if (!company) return null;
  const { coming, past } = await listBoothEvents(town, company);
  return { ineligible: company.ineligible, coming: coming.map(toLine), past: past.map(toLine) };
}

function toLine(event: BoothEvent) {
  const { window, own } = event;
  const moment = (at: Date) => `${shortDate(at)} ${timeOf(at)}`;
  return {
    id: event.id,
    title: event.title,
    window,
    detail: [
      dateTimeSpan(event.startsAt, event.endsAt),
      window === "not-open-yet" && event.opensAt ? words.opens(moment(event.opensAt)) : "",
      window === "open" ? words.closes(moment(event.closesAt)) : "",
    ]
      .filter(Boolean)
      .join("、"),
    state: own?.state ?? null,
    number: own?.boothNumber ?? null,
  };
}

type Line = ReturnType<typeof toLine>;

export default function CompanyBooths({ loaderData: shown }: Route.ComponentProps) {
  if (!shown) return <NoCompany title={words.title} />;
  return (
    <Page title={words.title} crumbs={[{ to: "/company", label: words.home }]} lead={words.lead}>
      {shown.ineligible && <BoothIneligible why={shown.ineligible} />}
      <Section title={words.coming} id="coming">
        {shown.coming.length === 0 ? (
          <EmptyState title={words.comingNone}>{words.comingNoneText}</EmptyState>
        ) : (
          <BoothList lines={shown.coming} />
        )}
      </Section>
      {shown.past.length > 0 && (
        <Section title={words.past} id="past">
          <BoothList lines={shown.past} />
        </Section>
      )}
    </Page>
  );
}

function BoothList({ lines }: { lines: readonly Line[] }) {
  return (
    <OfferList
      offers={lines.map((line) => ({
        url: `/company/booths/${line.id}`,
        title: line.title,
        detail: line.detail,
        badges: <BoothBadges {...line} />,
      }))}
    />
  );
}

function BoothBadges({ state, window, number }: Line) {
  return (
    <>
      {window !== "none" && (
        <Badge tone={window === "open" ? "blue" : "neutral"}>{words.windows[window]}</Badge>
      )}
      {state === null && window === "open" && <Badge>{words.notApplied}</Badge>}
      {state !== null && (
        <Badge tone={state === "selected" ? "green" : state === "applied" ? "orange" : "neutral"}>
          {boothStates[state]}
        </Badge>
      )}
      {number !== null && <Badge tone="green">{words.number(number)}</Badge>}
    </>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
