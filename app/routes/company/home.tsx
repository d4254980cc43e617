import { NoCompany } from "#app/ui/no-company.tsx";
import { type RouteHandle, requireViewer } from "#app/access.ts";
import { dateTimeSpan, longDate } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { listBoothEvents } from "#app/domain/booth-visits/contacts.store.server.ts";
import { findOwnCompany, type OwnCompany, readOwnOffers } from "#app/domain/companies/own.store.server.ts";
import { completenessOf } from "#app/domain/companies/profile.rules.ts";
import { REVIEW_TARGET_WORKING_DAYS } from "#app/domain/companies/rules.ts";
import { boothVisitors } from "#app/locales/ja/booth-visits.ts";
import { readTodaysStages } from "#app/domain/recruitment/store.server.ts";
import { companyHome as words } from "#app/locales/ja/company-room.ts";
import { site } from "#app/locales/ja/site.ts";
import { Badge } from "#app/ui/badge.tsx";
import { ProfileCompleteness } from "#app/ui/company-profile-completeness.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { OfferList } from "#app/ui/offer-list.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RecruitmentBanner } from "#app/ui/recruitment-banner.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/home";

export const handle = { access: ["company"], title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const company = await findOwnCompany(town, { userId: viewer.id });
  if (!company) return null;
  const [offers, booths, stages] = await Promise.all([
    readOwnOffers(town, { companyId: company.id }),
    listBoothEvents(town, { companyId: company.id }),
    readTodaysStages(town, ["highSchool", "university"]),
  ]);
  return {
    stages,
    name: company.published?.profile.name ?? null,
    slug: company.published && !company.withdrawnOn ? company.slug : null,
    states: statesOf(company),
    completeness: company.published && completenessOf(company.published.profile),
    internships: offers.internships.map((internship) => ({
      url: internship.isDraft ? null : `/internships/${internship.id}`,
      title: internship.title,
      detail: words.applyBy(longDate(internship.applyBy)),
      state: internship.isDraft ? words.unpublished : internship.isOpen ? words.open : words.closed,
      isOpen: internship.isOpen,
    })),
    booths: booths.map((event) => ({
      url: `/company/events/${event.id}`,
      title: event.title,
      detail: `${dateTimeSpan(event.startsAt, event.endsAt)} ${event.venue}`,
    })),
    events: [
      ...offers.booths.map((event) => ({
        ...event,
        state: event.selected ? words.boothSelected : words.boothApplied,
      })),
      ...offers.visits.map((event) => ({ ...event, selected: true, state: words.visit })),
    ].map((event) => ({
      url: `/events/${event.id}`,
      title: event.title,
      detail: `${dateTimeSpan(event.startsAt, event.endsAt)} ${event.venue}`,
      state: event.state,
      isSettled: event.selected,
    })),
  };
}

type StateNotice = { kind: "info" | "warning"; title: string; text: string; reason?: string };

/** Where the profile stands, what is public first. */
function statesOf({ published, pending, withdrawnOn }: OwnCompany): StateNotice[] {
  const day = (date: string | null) => (date ? longDate(date) : "");
  const states: StateNotice[] = [];
  if (withdrawnOn)
    states.push({ kind: "warning", title: words.withdrawn(day(withdrawnOn)), text: words.withdrawnText });
  else if (published)
    states.push({
      kind: "info",
      title: words.published(published.number, day(published.decidedOn ?? published.savedOn)),
      text: words.publishedText,
    });
  else states.push({ kind: "info", title: words.notPublished, text: words.notPublishedText });
  if (pending?.state === "submitted")
    states.push({
      kind: "info",
      title: words.waiting(pending.number, day(pending.submittedOn)),
      text: words.waitingText(REVIEW_TARGET_WORKING_DAYS),
    });
  if (pending?.state === "returned")
    states.push({
      kind: "warning",
      title: words.returned(pending.number, day(pending.decidedOn)),
      text: words.returnedText,
      reason: pending.decisionNote,
    });
  if (pending?.state === "draft")
    states.push({
      kind: "info",
      title: words.draft(pending.number, day(pending.savedOn)),
      text: words.draftText,
    });
  return states;
}

export default function CompanyHome({ loaderData: home }: Route.ComponentProps) {
  if (!home) return <NoCompany title={words.title} />;
  return (
    <Page title={words.title} lead={home.name}>
      <RecruitmentBanner stages={home.stages} reader="company" />
      <Section title={words.state} id="state">
        {home.states.map((state) => (
          <Notice key={state.title} kind={state.kind} title={state.title}>
            <p>{state.text}</p>
            {state.reason && (
              <>
                <p className="mt-2 text-std-16B-170">{words.returnedReason}</p>
                <p className="whitespace-pre-line">{state.reason}</p>
              </>
            )}
          </Notice>
        ))}
        <div className="flex flex-wrap gap-4">
          <LinkButton to="/company/profile">{words.edit}</LinkButton>
          {home.slug && (
            <LinkButton to={`/companies/${home.slug}`} look="secondary">
              {words.publicPage}
            </LinkButton>
          )}
        </div>
        <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
          {words.rooms.map(({ to, label }) => (
            <TextLink key={to} to={to} className="inline-flex min-h-11 items-center">
              {label}
            </TextLink>
          ))}
        </p>
      </Section>
      {home.completeness && (
        <Section title={words.completeness} id="completeness">
          <ProfileCompleteness {...home.completeness} base="/company/profile" />
        </Section>
      )}
      <Section title={words.internships} id="internships">
        {home.internships.length === 0 ? (
          <p>{words.noInternships}</p>
        ) : (
          <OfferList
            offers={home.internships.map(({ state, isOpen, ...offer }) => ({
              ...offer,
              badges: <Badge tone={isOpen ? "green" : "neutral"}>{state}</Badge>,
            }))}
          />
        )}
      </Section>
      <Section title={words.events} id="events" aside={<TextLink to="/events">{words.allEvents}</TextLink>}>
        {home.events.length === 0 ? (
          <p>{words.noEvents}</p>
        ) : (
          <OfferList
            offers={home.events.map(({ state, isSettled, ...offer }) => ({
              ...offer,
              badges: <Badge tone={isSettled ? "green" : "orange"}>{state}</Badge>,
            }))}
          />
        )}
      </Section>
      {home.booths.length > 0 && (
        <Section title={boothVisitors.list} id="booths">
          <p>{boothVisitors.listText}</p>
          <OfferList offers={home.booths.map((event) => ({ ...event, badges: null }))} />
        </Section>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
