import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { readDesk } from "#app/analytics/desk.server.ts";
import { readPlacementFigures } from "#app/domain/employment/store.server.ts";
import { deskLines } from "#app/domain/indicators/desk-lines.ts";
import { readPlanSheet } from "#app/domain/indicators/store.server.ts";
import { readLeverCounts } from "#app/domain/signals/levers.store.server.ts";
import { nextSteps } from "#app/domain/signals/signal-lines.ts";
import { readSignals } from "#app/domain/signals/store.server.ts";
import { kindNames } from "#app/locales/ja/events.ts";
import { signalWords } from "#app/locales/ja/signals.ts";
import { roleNavigation, site } from "#app/locales/ja/site.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { civilDateOf, fiscalYearOf, longDate, shortDate, timeOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { BehindTable, DeskEvents, DeskNumbers, StatTile, TodaysEvents } from "#app/ui/indicator-desk.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/home";

const words = staffWords.home;

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const now = town.clock.now();
  const today = civilDateOf(now);
  const [desk, placements, sheet, levers, signals] = await Promise.all([
    readDesk(town, { today }),
    readPlacementFigures(town, { asOf: today }),
    readPlanSheet(town, { asOf: today }),
    readLeverCounts(town, { today }),
    readSignals(town, { today }),
  ]);
  const { oldest, waiting } = desk.approvals;
  return {
    today,
    approvals: {
      waiting,
      oldestDays: oldest && Math.round((Date.parse(today) - Date.parse(civilDateOf(oldest))) / 86_400_000),
    },
    waitingAccounts: desk.waitingAccounts,
    boothApplications: desk.boothApplications,
    visitsToPlan: desk.visitsToPlan,
    todays: desk.todays.map(({ id, title, startsAt }) => ({ id, title, from: timeOf(startsAt) })),
    subscribers: desk.subscribers,
    events: desk.events.map((event) => ({
      id: event.id,
      title: event.title,
      kind: kindName(event.kind),
      when: `${shortDate(event.startsAt)} ${timeOf(event.startsAt)}`,
      seats: words.seats(event.taken, event.capacity),
      state: words.eventStates[event.state] ?? event.state,
    })),
    checkIns: desk.checkIns.map(({ kind, heads }) => ({ label: kindName(kind), numbers: [heads] })),
    placements: placementRows(placements),
    signals: signals.length,
    ...deskLines(sheet, (indicator) => nextSteps(indicator, levers)),
  };
}

function kindName(kind: string) {
  return kindNames[kind as keyof typeof kindNames];
}

/** By source, then all together: people who were reported by two sources are one in the last row. */
function placementRows(figures: Awaited<ReturnType<typeof readPlacementFigures>>) {
  if (figures.placements === 0) return [];
  const bySource = figures.bySource.map((row) => ({ ...row, label: words.placementSources[row.source] }));
  return [...bySource, { ...figures, label: words.placementsTotal }].map(({ label, placements, people }) => ({
    label,
    numbers: [placements, people],
  }));
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
          <StatTile
            label={words.booths}
            to="/staff/booths"
            value={words.boothsCount(shown.boothApplications)}
          />
          <StatTile label={words.visits} to="/staff/visits" value={words.visitsCount(shown.visitsToPlan)} />
          <StatTile
            label={signalWords.home}
            to="/staff/signals"
            value={signalWords.homeCount(shown.signals)}
            note={shown.signals > 0 ? signalWords.homeNote : signalWords.homeNone}
          />
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
        {shown.todays.length > 0 && <TodaysEvents events={shown.todays} />}
      </Section>
      <Section title={words.behind} id="behind">
        <p className="mb-4">{words.behindLead(shown.today)}</p>
        {shown.behind.length === 0 ? <p>{words.noneBehind}</p> : <BehindTable lines={shown.behind} />}
      </Section>
      <Section title={words.events} id="events">
        {shown.events.length === 0 ? (
          <EmptyState title={words.noEvents}>{words.noEventsNext}</EmptyState>
        ) : (
          <DeskEvents events={shown.events} />
        )}
      </Section>
      <Section title={words.year(fiscalYearOf(shown.today))} id="year">
        <div className="grid gap-8 lg:grid-cols-2">
          <div>
            <h3 className="mb-2 text-std-17B-170">{words.checkIns}</h3>
            {shown.checkIns.length === 0 ? (
              <p>{words.noCheckIns}</p>
            ) : (
              <DeskNumbers
                caption={words.checkIns}
                head={[words.eventKind, words.heads]}
                rows={shown.checkIns}
              />
            )}
          </div>
          <div>
            <h3 className="mb-2 text-std-17B-170">{words.placements}</h3>
            {shown.placements.length === 0 ? (
              <p>{words.noPlacements}</p>
            ) : (
              <DeskNumbers caption={words.placements} head={words.placementColumns} rows={shown.placements} />
            )}
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

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
