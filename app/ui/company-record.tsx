import { companyRecord as words, listingWords } from "#app/locales/ja/company-list.ts";
import { directoryEntry } from "#app/locales/ja/directory-entry.ts";
import { ownRegistration } from "#app/locales/ja/company-registration.ts";
import { Badge } from "./badge.tsx";
import { LinkButton } from "./button.tsx";
import { DescriptionList } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

export type CompanyRecord = {
  id: string;
  slug: string;
  nameKana: string;
  corporateNumber: string | null;
  listing: keyof typeof listingWords;
  /** Days in words. */
  registeredOn: string;
  firstPublishedOn: string | null;
  withdrawnOn: string | null;
  confirmedOn: string | null;
  publishedNumber: number | null;
  registration: keyof typeof ownRegistration.states | null;
  waitingRevisionId: string | null;
};

const TONES = { listed: "green", withdrawn: "neutral", unpublished: "orange" } as const;

/** How a company stands, with the ways to what can be done about it. */
export function CompanyRecordFacts({ company }: { company: CompanyRecord }) {
  const { listing, registration } = company;
  return (
    <>
      <DescriptionList
        items={[
          { term: words.listing, children: <Badge tone={TONES[listing]}>{listingWords[listing]}</Badge> },
          { term: words.kana, children: company.nameKana },
          { term: words.corporateNumber, children: company.corporateNumber ?? words.noNumber },
          { term: words.registeredOn, children: company.registeredOn },
          { term: words.firstPublishedOn, children: company.firstPublishedOn ?? words.never },
          ...(company.withdrawnOn ? [{ term: words.withdrawnOn, children: company.withdrawnOn }] : []),
          { term: words.confirmedOn, children: company.confirmedOn ?? words.never },
          ...(company.publishedNumber
            ? [{ term: words.publishedNumber, children: words.numberOf(company.publishedNumber) }]
            : []),
          ...(registration
            ? [
                {
                  term: words.registration,
                  children: (
                    <TextLink to={`/staff/registrations/${company.id}`}>
                      {ownRegistration.states[registration]}
                    </TextLink>
                  ),
                },
              ]
            : []),
        ]}
      />
      <div className="mt-6 flex flex-wrap gap-4" data-screen-only>
        {company.waitingRevisionId && (
          <LinkButton to={`/staff/approvals/${company.waitingRevisionId}`}>{words.waitingLink}</LinkButton>
        )}
        {listing === "listed" && (
          <LinkButton to={`/companies/${company.slug}`} look="secondary">
            {words.publicPage}
          </LinkButton>
        )}
        {listing === "listed" && (
          <LinkButton to={`/staff/companies/${company.id}/directory`} look="secondary">
            {directoryEntry.link}
          </LinkButton>
        )}
        {listing !== "unpublished" && (
          <LinkButton to={`/staff/companies/${company.id}/publication`} look="secondary">
            {listing === "listed" ? words.withdraw : words.relist}
          </LinkButton>
        )}
      </div>
    </>
  );
}
