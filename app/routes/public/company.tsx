import { data, useRouteLoaderData } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { dateTimeSpan, longDate } from "#app/platform/calendar.ts";
import { drawQrCode } from "#app/platform/qr-code.server.ts";
import { requestFactsContext, townContext } from "#app/town.ts";
import { hiresTable, leaverShare, threeYearTotals } from "#app/domain/companies/hires.rules.ts";
import { industryOf, isManufacturing } from "#app/domain/companies/rules.ts";
import { readFreshness } from "#app/domain/companies/freshness.store.server.ts";
import { isWithdrawnCompany } from "#app/domain/companies/publication.store.server.ts";
import { findPublishedCompany } from "#app/domain/companies/store.server.ts";
import { companyStructuredData } from "#app/domain/companies/structured-data.ts";
import { readShownPhotos } from "#app/domain/images/store.server.ts";
import { readSimilarCompanies } from "#app/domain/matching/similar.store.server.ts";
import { comparisonUrl } from "#app/domain/saved-companies/rules.ts";
import { readTodaysStage } from "#app/domain/recruitment/store.server.ts";
import { readSavedSlugs } from "#app/http/saved-companies.server.ts";
import { FreshnessNote } from "#app/ui/freshness-note.tsx";
import { PhotoGallery } from "#app/ui/photo-gallery.tsx";
import { SaveCompany } from "#app/ui/save-company.tsx";
import { SimilarCompanies } from "#app/ui/similar-companies.tsx";
import { companyAlternates } from "#app/ui/alternate-links.ts";
import { scriptText } from "#app/domain/events/structured-data.ts";
import { company as words } from "#app/locales/ja/company-page.ts";
import { internshipTypeNames } from "#app/locales/ja/internships.ts";
import { search } from "#app/locales/ja/search.ts";
import { site } from "#app/locales/ja/site.ts";
import { Badge } from "#app/ui/badge.tsx";
import { BenefitsSection, HiresSection, PeopleSections } from "#app/ui/company-profile-people.tsx";
import { PlaceSection, TradeSection, VisitSections } from "#app/ui/company-profile-place.tsx";
import { Glance, PageContents, TermsSection, WorkSections } from "#app/ui/company-profile.tsx";
import { Page } from "#app/ui/page.tsx";
import { QrCode } from "#app/ui/qr-code.tsx";
import { HighSchoolPayNote } from "#app/ui/recruitment-banner.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/company";

export const handle = { access: "public", title: "企業の紹介" } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const company = await findPublishedCompany(town, { slug: params.slug });
  if (!company) throw data(null, { status: (await isWithdrawnCompany(town, params)) ? 410 : 404 });
  const { profile } = company;
  const { origin } = context.get(requestFactsContext);
  const industry = industryOf(profile.industryCode);
  const total = threeYearTotals(profile);
  const [photos, similar, saved, freshness, stage] = await Promise.all([
    readShownPhotos(town, { companyId: company.id, photos: profile.photos }),
    readSimilarCompanies(town, { slug: company.slug, ...profile }),
    readSavedSlugs(request, context),
    readFreshness(town, { ids: [company.id] }),
    readTodaysStage(town, { audience: "highSchool" }),
  ]);
  return {
    stage,
    slug: company.slug,
    photos,
    similar,
    isSaved: saved.includes(company.slug),
    profile,
    industry: industry?.words.join("・") ?? "",
    industryName: industry?.name ?? "",
    isManufacturing: isManufacturing(profile.industryCode),
    corporateNumber: company.corporateNumber,
    publishedOn: longDate(company.publishedOn),
    freshness: freshness.get(company.id) ?? null,
    asOf: longDate(profile.asOf),
    termsAsOf: longDate(profile.termsAsOf ?? profile.asOf),
    hires: { table: hiresTable(profile), total, share: leaverShare(total) },
    chances: {
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
    },
    structured: scriptText(companyStructuredData(company, { origin })),
    qr: drawQrCode(`${origin}/companies/${company.slug}`),
  };
}

export default function Company({ loaderData: company }: Route.ComponentProps) {
  const { profile, asOf } = company;
  const nonce = useRouteLoaderData<{ nonce: string }>("root")?.nonce;
  return (
    <Page
      title={profile.name}
      crumbs={[{ to: "/companies", label: search.title }]}
      lead={
        <>
          <p className="text-std-16N-170 text-solid-gray-700">{profile.nameKana}</p>
          {profile.formerNames.length > 0 && (
            <p className="text-std-16N-170 text-solid-gray-700">
              {words.formerNames(profile.formerNames.join("、"))}
            </p>
          )}
          {profile.catchphrase && <p className="mt-2 text-std-20B-150">{profile.catchphrase}</p>}
          <p className="mt-2 flex flex-wrap gap-2">
            <Badge tone="blue">{profile.area}</Badge>
            <Badge>{company.industry}</Badge>
            <Badge>{company.industryName}</Badge>
          </p>
          <Glance profile={profile} leavers={company.hires.total} />
          <p className="mt-2 text-std-16N-170">{words.asOf(asOf)}</p>
          {company.freshness && <FreshnessNote {...company.freshness} />}
          <p data-screen-only className="mt-2">
            <TextLink to={`/companies/${company.slug}/parents`}>{words.parents}</TextLink>
            <span className="block text-std-16N-170 text-solid-gray-700">{words.parentsText}</span>
          </p>
        </>
      }
    >
      <SaveCompany slug={company.slug} isSaved={company.isSaved} back={`/companies/${company.slug}`} />
      <p data-screen-only className="mt-2 mb-8">
        <TextLink to={comparisonUrl([company.slug])}>{words.compare}</TextLink>
      </p>
      <PageContents />
      <WorkSections profile={profile} gallery={<PhotoGallery photos={company.photos} />} />
      <TermsSection profile={profile} asOf={company.termsAsOf} />
      {profile.startingPayHighSchool !== null && <HighSchoolPayNote point={company.stage.point} />}
      <HiresSection hires={company.hires} asOf={asOf} />
      <PeopleSections profile={profile} asOf={asOf} />
      <VisitSections profile={profile} chances={company.chances} asOf={asOf} />
      <BenefitsSection profile={profile} asOf={asOf} />
      <TradeSection profile={profile} isManufacturing={company.isManufacturing} asOf={asOf} />
      <PlaceSection profile={profile} corporateNumber={company.corporateNumber} />
      <SimilarCompanies industryName={company.industryName} similar={company.similar} />
      <footer className="mt-8 flex flex-wrap items-center gap-6 text-std-16N-170 text-solid-gray-700">
        <div>
          <p>{words.asOf(asOf)}</p>
          <p>{words.publishedOn(company.publishedOn)}</p>
        </div>
        <div className="hidden items-center gap-3 print:flex">
          <QrCode code={company.qr} label={words.qr(profile.name)} width={110} />
          <p>{words.qrText}</p>
        </div>
      </footer>
      <script
        type="application/ld+json"
        nonce={nonce}
        dangerouslySetInnerHTML={{ __html: company.structured }}
      />
    </Page>
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
    ...companyAlternates(company.slug),
  ];
};
