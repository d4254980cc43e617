import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { readDesk } from "#app/analytics/desk.server.ts";
import { readPlacementFigures } from "#app/domain/employment/store.server.ts";
import { deskLines } from "#app/domain/indicators/desk-lines.ts";
import { readPlanSheet } from "#app/domain/indicators/store.server.ts";
import { kindNames } from "#app/locales/ja/events.ts";
import { roleNavigation, site } from "#app/locales/ja/site.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { civilDateOf, fiscalYearOf, longDate, shortDate, timeOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { BehindTable, StatTile } from "#app/ui/indicator-desk.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/home";

const words = staffWords.home;

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const now = town.clock.now();
  const today = civilDateOf(now);
  const [desk, placements, sheet] = await Promise.all([
    readDesk(town, { today }),
    readPlacementFigures(town, { asOf: today }),
    readPlanSheet(town, { asOf: today }),
  ]);
  const { oldest, waiting } = desk.approvals;
  return {
    today,
    approvals: {
      waiting,
      oldestDays: oldest && Math.round((Date.parse(today) - Date.parse(civilDateOf(oldest))) / 86_400_000),
    },
    waitingAccounts: desk.waitingAccounts,
    subscribers: desk.subscribers,
    events: desk.events.map(({ startsAt, kind, ...event }) => ({
      ...event,
      kind: kindNames[kind as keyof typeof kindNames],
      when: `${shortDate(startsAt)} ${timeOf(startsAt)}`,
    })),
    checkIns: desk.checkIns.map(({ kind, heads }) => ({
      kind: kindNames[kind as keyof typeof kindNames],
      heads,
    })),
    placements,
    ...deskLines(sheet),
  };
}

export default function StaffHome({ loaderData: shown }: Route.ComponentProps) {
  const { approvals, registered, localRate } = shown;
  return (
    <Page title={words.title} lead={<p>{words.today(shown.today)}</p>} wide>
      <Section title={words.waiting} id="waiting">
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <StatTile
            label={words.approvals}
            to="/staff/approvals"
            value={words.approvalsCount(approvals.waiting)}
            note={approvals.oldestDays === null ? words.noApprovals : words.oldest(approvals.oldestDays)}
          />
          <StatTile label={words.accounts} to="/staff/accounts" value={words.people(shown.waitingAccounts)} />
          {registered && (
            <StatTile
              label={words.registered}
              to={`/indicators/${registered.id}?asOf=today`}
              value={registered.figure}
              note={`${words.target} ${registered.target}。${leftWords(registered.left)}`}
            />
          )}
          <StatTile
            label={words.subscribers}
            to="/staff/newsletter"
            value={words.people(shown.subscribers)}
          />
        </ul>
      </Section>
      <Section title={words.behind} id="behind">
        <p className="mb-4">{words.behindLead(shown.today)}</p>
        {shown.behind.length === 0 ? <p>{words.noneBehind}</p> : <BehindTable lines={shown.behind} />}
      </Section>
      <Section title={words.events} id="events">
        <Events events={shown.events} />
      </Section>
      <Section title={words.year(fiscalYearOf(shown.today))} id="year">
        <div className="grid gap-8 lg:grid-cols-2">
          <div>
            <h3 className="mb-2 text-std-17B-170">{words.checkIns}</h3>
            <CheckIns checkIns={shown.checkIns} />
          </div>
          <div>
            <h3 className="mb-2 text-std-17B-170">{words.placements}</h3>
            <Placements placements={shown.placements} />
          </div>
        </div>
        <h3 className="mt-8 text-std-17B-170">{words.localRate}</h3>
        {localRate ? (
          <p>
            <TextLink to={`/indicators/${localRate.id}?asOf=today`}>{localRate.figure}</TextLink>(
            {words.target} {localRate.target}、{localRate.asOf ? `${longDate(localRate.asOf)}現在、` : ""}
            {words.localRateSource(localRate.source)})
          </p>
        ) : (
          <p>{words.localRateMissing}</p>
        )}
      </Section>
      <Section title={words.rooms} id="rooms">
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {roleNavigation.staff
            .filter(({ to }) => to in words.roomNotes)
            .map(({ to, label }) => (
              <li key={to} className="rounded-8 border border-solid-gray-420 p-4">
                <TextLink to={to} className="inline-flex min-h-11 items-center text-std-17B-170">
                  {label}
                </TextLink>
                <p>{words.roomNotes[to]}</p>
              </li>
            ))}
        </ul>
      </Section>
    </Page>
  );
}

function leftWords(left: number | null) {
  if (left === null) return words.noTarget;
  return left > 0 ? words.leftToTarget(left) : words.targetReached;
}

type Shown = Route.ComponentProps["loaderData"];

function Events({ events }: Pick<Shown, "events">) {
  if (events.length === 0) return <EmptyState title={words.noEvents}>{words.noEventsNext}</EmptyState>;
  return (
    <Table caption={words.events} head={[...words.eventColumns]}>
      {events.map((event) => (
        <tr key={event.id}>
          <td className="whitespace-nowrap">{event.when}</td>
          <th scope="row" className="min-w-48">
            <TextLink to={`/staff/events/${event.id}`}>{event.title}</TextLink>
            <span className="block text-dns-14N-130 text-solid-gray-700">{event.kind}</span>
          </th>
          <td className="whitespace-nowrap">{words.seats(event.taken, event.capacity)}</td>
          <td className="whitespace-nowrap">{words.eventStates[event.state]}</td>
        </tr>
      ))}
    </Table>
  );
}

function CheckIns({ checkIns }: Pick<Shown, "checkIns">) {
  if (checkIns.length === 0) return <p>{words.noCheckIns}</p>;
  return (
    <Table caption={words.checkIns} head={[words.eventKind, words.heads]}>
      {checkIns.map(({ kind, heads }) => (
        <tr key={kind}>
          <th scope="row">{kind}</th>
          <td className="text-right">{heads.toLocaleString("ja-JP")}</td>
        </tr>
      ))}
    </Table>
  );
}

function Placements({ placements }: Pick<Shown, "placements">) {
  if (placements.placements === 0) return <p>{words.noPlacements}</p>;
  const rows = [
    ...placements.bySource.map((row) => ({ ...row, label: words.placementSources[row.source] })),
    { ...placements, label: words.placementsTotal },
  ];
  return (
    <Table caption={words.placements} head={[...words.placementColumns]}>
      {rows.map((row) => (
        <tr key={row.label}>
          <th scope="row">{row.label}</th>
          <td className="text-right">{row.placements.toLocaleString("ja-JP")}</td>
          <td className="text-right">{row.people.toLocaleString("ja-JP")}</td>
        </tr>
      ))}
    </Table>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
