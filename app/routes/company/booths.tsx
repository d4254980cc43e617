import { type RouteHandle, requireViewer } from "#app/access.ts";
import { findBoothCompany } from "#app/domain/booths/applications.store.server.ts";
import { type BoothEvent, listBoothEvents } from "#app/domain/booths/own.store.server.ts";
import { boothStates, companyBooths as words } from "#app/locales/ja/booths.ts";
import { site } from "#app/locales/ja/site.ts";
import { dateTimeSpan, shortDate, timeOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { Badge } from "#app/ui/badge.tsx";
import { BoothIneligible } from "#app/ui/booth-ineligible.tsx";
import { NoCompany } from "#app/ui/no-company.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
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
    when: dateTimeSpan(event.startsAt, event.endsAt),
    window,
    period:
      window === "not-open-yet" && event.opensAt
        ? words.from(moment(event.opensAt))
        : window === "open"
          ? words.until(moment(event.closesAt))
          : "",
    state: own?.state ?? null,
    number: own?.boothNumber ?? null,
    step:
      window === "open" && (!own || own.state === "withdrawn")
        ? words.apply
        : window === "open" && own?.state === "applied"
          ? words.change
          : words.look,
  };
}

type Line = ReturnType<typeof toLine>;

export default function CompanyBooths({ loaderData: shown }: Route.ComponentProps) {
  if (!shown) return <NoCompany title={words.title} />;
  return (
    <Page title={words.title} crumbs={[{ to: "/company", label: words.home }]} lead={words.lead} wide>
      {shown.ineligible && <BoothIneligible why={shown.ineligible} />}
      <Section title={words.coming} id="coming">
        {shown.coming.length === 0 ? (
          <EmptyState title={words.comingNone}>{words.comingNoneText}</EmptyState>
        ) : (
          <BoothTable caption={words.table(words.coming)} lines={shown.coming} />
        )}
      </Section>
      {shown.past.length > 0 && (
        <Section title={words.past} id="past">
          <BoothTable caption={words.table(words.past)} lines={shown.past} />
        </Section>
      )}
    </Page>
  );
}

function BoothTable({ caption, lines }: { caption: string; lines: readonly Line[] }) {
  const { columns } = words;
  return (
    <Table caption={caption} head={[columns.event, columns.period, columns.state, columns.next]}>
      {lines.map((line) => (
        <tr key={line.id}>
          <th scope="row" className="min-w-56">
            {line.title}
            <span className="block text-dns-14N-130 text-solid-gray-700">{line.when}</span>
          </th>
          <td className="whitespace-nowrap">
            {words.windows[line.window]}
            {line.period && <span className="block text-dns-14N-130">{line.period}</span>}
          </td>
          <td className="whitespace-nowrap">
            <BoothState state={line.state} />
            {line.number !== null && (
              <span className="block text-dns-14N-130">{words.number(line.number)}</span>
            )}
          </td>
          <td className="whitespace-nowrap">
            <TextLink
              to={`/company/booths/${line.id}`}
              className="relative inline-flex min-h-11 items-center"
            >
              {line.step}
              <span className="sr-only">:{line.title}</span>
            </TextLink>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function BoothState({ state }: { state: Line["state"] }) {
  if (state === null) return words.notApplied;
  return (
    <Badge tone={state === "selected" ? "green" : state === "applied" ? "orange" : "neutral"}>
      {boothStates[state]}
    </Badge>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
