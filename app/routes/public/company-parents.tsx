import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { plainDate } from "#app/platform/calendar.ts";
import { drawQrCode } from "#app/platform/qr-code.server.ts";
import { requestFactsContext, townContext } from "#app/town.ts";
import { leaverShare, threeYearTotals } from "#app/domain/companies/hires.rules.ts";
import { industryOf } from "#app/domain/companies/rules.ts";
import { findPublishedCompany } from "#app/domain/companies/store.server.ts";
import { parentsSheet as words } from "#app/locales/ja/parents-sheet.ts";
import { search } from "#app/locales/ja/search.ts";
import { site } from "#app/locales/ja/site.ts";
import { ParentsSheet } from "#app/ui/company-parents-sheet.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { QrCode } from "#app/ui/qr-code.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/company-parents";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export async function loader({ params, context }: Route.LoaderArgs) {
  const company = await findPublishedCompany(context.get(townContext), { slug: params.slug });
  if (!company) throw data(null, { status: 404 });
  const { profile, slug } = company;
  const page = `${context.get(requestFactsContext).origin}/companies/${slug}`;
  const total = threeYearTotals(profile);
  const address = `${page}/parents`;
  return {
    slug,
    profile,
    industry: industryOf(profile.industryCode)?.words.join("・") ?? "",
    hires: { table: null, total, share: leaverShare(total) },
    page,
    address,
    mail: mailLink(profile.name, address),
    qr: drawQrCode(page),
    updated: words.updated(plainDate(profile.asOf), plainDate(company.confirmedOn)),
  };
}

/** A mail to whomever the reader chooses, with the address of the sheet in it. */
function mailLink(name: string, address: string): string {
  const subject = encodeURIComponent(words.titleOf(name));
  return `mailto:?subject=${subject}&body=${encodeURIComponent(words.mailBody(name, address))}`;
}

export default function CompanyParents({ loaderData: sheet }: Route.ComponentProps) {
  const { profile, slug } = sheet;
  return (
    <Page
      title={words.titleOf(profile.name)}
      crumbs={[
        { to: "/companies", label: search.title },
        { to: `/companies/${slug}`, label: profile.name },
      ]}
      lead={<p className="print:text-dns-16N-130">{words.lead}</p>}
    >
      <ParentsSheet profile={profile} industry={sheet.industry} hires={sheet.hires} />
      <div className="mt-4 flex flex-wrap items-center gap-4 print:mt-2 print:flex-nowrap">
        <QrCode code={sheet.qr} label={words.qr(profile.name)} width={96} />
        <div className="min-w-0 text-std-16N-170 print:text-dns-14N-130">
          <p>
            {words.qrText}
            <span className="block break-all">{sheet.page}</span>
          </p>
          <p>{sheet.updated}</p>
        </div>
      </div>
      <div data-screen-only className="mt-10">
        <Section title={words.share} id="share">
          <p>{words.shareText}</p>
          <p className="mt-2 rounded-8 bg-solid-gray-50 p-3 break-all">{sheet.address}</p>
          <p className="mt-3 flex flex-wrap gap-x-6 gap-y-2">
            <TextLink to={sheet.mail}>{words.mail}</TextLink>
            <TextLink to={`/companies/${slug}`}>{words.whole}</TextLink>
          </p>
          <p className="mt-3">{words.print}</p>
        </Section>
      </div>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData: sheet }) => {
  if (!sheet) return [{ title: site.name }];
  const title = words.titleOf(sheet.profile.name);
  const description = words.description(sheet.profile.name);
  return [
    { title: `${title} | ${site.name}` },
    { name: "description", content: description },
    { property: "og:type", content: "article" },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
  ];
};
