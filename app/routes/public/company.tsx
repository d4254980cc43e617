import { data, useRouteLoaderData } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { dateTimeSpan, longDate } from "#app/platform/calendar.ts";
import { requestFactsContext, townContext } from "#app/town.ts";
import { leaverPercent } from "#app/domain/companies/profile.rules.ts";
import { industryOf, isManufacturing } from "#app/domain/companies/rules.ts";
import { findPublishedCompany, type PublishedCompany } from "#app/domain/companies/store.server.ts";
import { company as words, NOT_FILLED } from "#app/locales/ja/companies.ts";
import { internshipTypeNames } from "#app/locales/ja/internships.ts";
import { search } from "#app/locales/ja/search.ts";
import { site } from "#app/locales/ja/site.ts";
import { Badge } from "#app/ui/badge.tsx";
import {
  BenefitsSection,
  Glance,
  PeopleSection,
  PlaceSection,
  TermsSection,
  WorkSection,
} from "#app/ui/company-profile.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { OfferList } from "#app/ui/offer-list.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/company";

export const handle = { access: "public", title: "企業の紹介" } satisfies RouteHandle;

export async function loader({ params, context }: Route.LoaderArgs) {
  const company = await findPublishedCompany(context.get(townContext), { slug: params.slug });
  if (!company) throw data(null, { status: 404 });
  const { profile } = company;
  const industry = industryOf(profile.industryCode);
  return {
    profile,
    industry: industry?.words.join("・") ?? "",
    industryName: industry?.name ?? "",
    isManufacturing: isManufacturing(profile.industryCode),
    corporateNumber: company.corporateNumber,
    publishedOn: longDate(company.publishedOn),
    asOf: longDate(profile.asOf),
    employees:
      profile.employeeCount === null
        ? NOT_FILLED
        : words.employees(profile.employeeCount, longDate(profile.asOf)),
    leaverPercent: leaverPercent(profile),
    mapUrl: `https://www.openstreetmap.org/search?query=${encodeURIComponent(profile.address)}`,
    internships: company.internships.map((internship) => ({
      url: `/internships/${internship.id}`,
      title: internship.title,
      type: internshipTypeNames[internship.type] ?? "",
      detail: words.applyBy(longDate(internship.applyBy)),
    })),
    events: company.events.map((event) => ({
      url: `/events/${event.id}`,
      title: event.title,
      detail: `${dateTimeSpan(event.startsAt, event.endsAt)} ${event.venue}`,
      postponed: event.postponed,
    })),
    organization: organizationOf(company, context.get(requestFactsContext).origin),
  };
}

/** schema.org Organization as text for a script element: `<` is escaped, so that no content can end the element. */
function organizationOf({ slug, corporateNumber, profile }: PublishedCompany, origin: string): string {
  const page = `${origin}/companies/${slug}`;
  const facts = {
    "@context": "https://schema.org",
    "@type": "Organization",
    "@id": page,
    name: profile.name,
    alternateName: profile.aliases.length > 0 ? profile.aliases : undefined,
    description: profile.catchphrase || profile.description,
    url: profile.website || page,
    mainEntityOfPage: page,
    telephone: profile.phone,
    address: {
      "@type": "PostalAddress",
      postalCode: profile.postalCode,
      streetAddress: profile.address,
      addressCountry: "JP",
    },
    identifier: corporateNumber
      ? { "@type": "PropertyValue", propertyID: "法人番号", value: corporateNumber }
      : undefined,
    foundingDate: profile.foundedYear === null ? undefined : String(profile.foundedYear),
    numberOfEmployees:
      profile.employeeCount === null
        ? undefined
        : { "@type": "QuantitativeValue", value: profile.employeeCount },
  };
  return JSON.stringify(facts).replaceAll("<", "\\u003c");
}

export default function Company({ loaderData: company }: Route.ComponentProps) {
  const { profile } = company;
  const nonce = useRouteLoaderData<{ nonce: string }>("root")?.nonce;
  return (
    <Page
      title={profile.name}
      crumbs={[{ to: "/companies", label: search.title }]}
      lead={
        <>
          <p className="text-std-16N-170 text-solid-gray-700">{profile.nameKana}</p>
          {profile.catchphrase && <p className="mt-2 text-std-20B-150">{profile.catchphrase}</p>}
          <p className="mt-2 flex flex-wrap gap-2">
            <Badge tone="blue">{profile.area}</Badge>
            <Badge>{company.industry}</Badge>
            <Badge>{company.industryName}</Badge>
          </p>
          <Glance profile={profile} />
          <p className="mt-2 text-std-16N-170">{words.asOf(company.asOf)}</p>
        </>
      }
    >
      <WorkSection profile={profile} />
      <PeopleSection profile={profile} employees={company.employees} leaverPercent={company.leaverPercent} />
      <TermsSection profile={profile} />
      <BenefitsSection profile={profile} />
      <Chances company={company} />
      <Notice kind="info" title={words.throughSchool}>
        {words.throughSchoolText}
      </Notice>
      <PlaceSection profile={profile} mapUrl={company.mapUrl} corporateNumber={company.corporateNumber} />
      <p className="mt-6 text-std-16N-170 text-solid-gray-700">
        {words.asOf(company.asOf)} {words.publishedOn(company.publishedOn)}
      </p>
      {company.isManufacturing && (
        <p data-screen-only className="mt-2">
          <TextLink to="/manufacturing">{words.manufacturing}</TextLink>
        </p>
      )}
      <script
        type="application/ld+json"
        nonce={nonce}
        dangerouslySetInnerHTML={{ __html: company.organization }}
      />
    </Page>
  );
}

/** Where a reader can meet the company: its coming events and what it offers to try. */
function Chances({ company: { events, internships } }: { company: Route.ComponentProps["loaderData"] }) {
  return (
    <Section title={words.sections.meet} id="meet">
      {events.length === 0 && internships.length === 0 && <p>{words.noChances}</p>}
      {events.length > 0 && (
        <>
          <h3 className="mb-2 text-std-18B-160">{words.events}</h3>
          <OfferList
            offers={events.map(({ postponed, ...event }) => ({
              ...event,
              badges: postponed && <Badge tone="orange">{words.postponed}</Badge>,
            }))}
          />
        </>
      )}
      {internships.length > 0 && (
        <>
          <h3 className="mt-6 mb-2 text-std-18B-160">{words.internships}</h3>
          <OfferList
            offers={internships.map(({ type, ...internship }) => ({
              ...internship,
              badges: <Badge>{type}</Badge>,
            }))}
          />
        </>
      )}
      <p data-screen-only className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        <TextLink to="/events">{words.allEvents}</TextLink>
        <TextLink to="/internships">{words.allInternships}</TextLink>
      </p>
    </Section>
  );
}

export const meta: Route.MetaFunction = ({ loaderData: company }) => {
  if (!company) return [{ title: site.name }];
  const { profile } = company;
  const description = words.descriptionOf(profile.name, profile.area, company.industry, profile.catchphrase);
  return [
    { title: `${profile.name} | ${site.name}` },
    { name: "description", content: description },
    { property: "og:type", content: "article" },
    { property: "og:title", content: profile.name },
    { property: "og:description", content: description },
  ];
};
