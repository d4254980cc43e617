import type { ReactNode } from "react";
import { mapLinks } from "#app/domain/companies/place.rules.ts";
import type { ShownProfile } from "#app/domain/companies/profile.rules.ts";
import { company as words } from "#app/locales/ja/company-page.ts";
import { NOT_FILLED, profileLabels } from "#app/locales/ja/companies.ts";
import { Badge } from "./badge.tsx";
import { AsOf, FactList, profileFacts, Value } from "./company-profile.tsx";
import { Notice } from "./form-message.tsx";
import { type Offer, OfferList } from "./offer-list.tsx";
import { Section } from "./page.tsx";
import { DescriptionList } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

export type Chances = {
  events: (Omit<Offer, "badges"> & { postponed: boolean })[];
  internships: (Omit<Offer, "badges"> & { type: string })[];
};

/** How to see the company: its own words, the way through the school, coming events and what it offers to try. */
export function VisitSections({
  profile,
  chances,
  asOf,
}: {
  profile: ShownProfile;
  chances: Chances;
  asOf: string;
}) {
  const { events, internships } = chances;
  return (
    <>
      <Section title={words.sections.visit} id="visit" aside={<AsOf>{words.groupAsOf(asOf)}</AsOf>}>
        <DescriptionList items={profileFacts(profile, ["visiting"])} />
        <Notice kind="info" title={words.throughSchool}>
          {words.throughSchoolText}
        </Notice>
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
      <Section title={words.sections.commute} id="commute" aside={<AsOf>{words.groupAsOf(asOf)}</AsOf>}>
        <FactList items={profileFacts(profile, ["commute", "drivingLicence"])} />
      </Section>
    </>
  );
}

/** What business partners look for; the directory has it too. */
export function TradeSection({
  profile,
  isManufacturing,
  asOf,
}: {
  profile: ShownProfile;
  isManufacturing: boolean;
  asOf: string;
}) {
  return (
    <Section title={words.sections.trade} id="trade" aside={<AsOf>{words.groupAsOf(asOf)}</AsOf>}>
      <FactList items={profileFacts(profile, ["technologies", "equipment"])} />
      {isManufacturing && (
        <p data-screen-only className="mt-3">
          <TextLink to="/manufacturing">{words.manufacturing}</TextLink>
        </p>
      )}
    </Section>
  );
}

export function PlaceSection({
  profile,
  corporateNumber,
}: {
  profile: ShownProfile;
  corporateNumber: string | null;
}) {
  const items: { term: string; children: ReactNode }[] = [
    { term: profileLabels.address, children: <Address {...profile} /> },
    ...profile.establishments.map((establishment) => ({
      term: establishment.name,
      children: <Address {...establishment} />,
    })),
    { term: profileLabels.contactDepartment, children: profile.contactDepartment },
    { term: profileLabels.phone, children: profile.phone },
    {
      term: profileLabels.website,
      children: profile.website ? (
        <TextLink to={profile.website}>{profile.website}</TextLink>
      ) : (
        <Value text={NOT_FILLED} />
      ),
    },
    ...profileFacts(profile, ["foundedYear"]),
    ...(corporateNumber ? [{ term: words.corporateNumber, children: corporateNumber }] : []),
  ];
  return (
    <Section title={words.sections.place} id="place">
      <p>{words.contactNote}</p>
      <div className="mt-4">
        <DescriptionList items={items} />
      </div>
    </Section>
  );
}

/** An address with the part of town and plain links to the maps; a reader hears which place each link is about. */
function Address({
  name,
  postalCode,
  address,
  area,
}: {
  name: string;
  postalCode: string;
  address: string;
  area: string;
}) {
  const links = mapLinks(address);
  return (
    <>
      〒{postalCode.slice(0, 3)}-{postalCode.slice(3)} {address}({area})
      <span data-screen-only className="flex flex-wrap gap-x-5">
        {(["openStreetMap", "google"] as const).map((map) => (
          <a
            key={map}
            href={links[map]}
            aria-label={words.mapOf(words[map], name)}
            className="inline-flex min-h-11 items-center text-blue-1000 underline underline-offset-4"
          >
            {words[map]}
          </a>
        ))}
      </span>
    </>
  );
}
