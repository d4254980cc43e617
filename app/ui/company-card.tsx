import { search as words } from "#app/locales/ja/search.ts";
import { Badge } from "./badge.tsx";
import { MarkedText } from "./marked-text.tsx";
import { Reasons } from "./reasons.tsx";

type Piece = { text: string; marked: boolean };

export type CompanyCardFacts = {
  slug: string;
  name: Piece[];
  nameKana: Piece[];
  catchphrase: string;
  area: string;
  industry: string;
  employeeCount: number | null;
  /** YYYY-MM-DD. */
  asOf: string;
  /** YYYY-MM-DD of the last word that the facts are true; null when there was none. */
  confirmedOn: string | null;
  /** The facts were not confirmed for more than a quarter. */
  isOld: boolean;
  benefits: string[];
  openInternships: number;
  comingEvents: number;
  reasons: { criterion: string; pieces: Piece[] }[];
};

const BENEFITS_SHOWN = 4;

/** One company in a list of results. */
export function CompanyCard({ company }: { company: CompanyCardFacts }) {
  const { benefits, openInternships, comingEvents } = company;
  return (
    <article className="border-b border-solid-gray-420 py-5 first:pt-0">
      <p className="text-dns-14N-130 text-solid-gray-700">
        <MarkedText pieces={company.nameKana} />
      </p>
      <h3 className="text-std-20B-150">
        <a
          href={`/companies/${company.slug}`}
          className="inline-flex min-h-11 items-center text-blue-1000 underline underline-offset-4 hover:decoration-2"
        >
          <span>
            <MarkedText pieces={company.name} />
          </span>
        </a>
      </h3>
      {company.catchphrase && <p className="mt-1">{company.catchphrase}</p>}
      <p className="mt-1 text-std-16N-170 text-solid-gray-700">
        {company.area}・{company.industry}
        {company.employeeCount !== null && `・${words.employees(company.employeeCount, company.asOf)}`}
      </p>
      {company.confirmedOn && (
        <p className="mt-1 flex flex-wrap items-center gap-x-2 text-dns-14N-130 text-solid-gray-700">
          {words.confirmedOn(company.confirmedOn)}
          {company.isOld && <Badge tone="orange">{words.amber}</Badge>}
        </p>
      )}
      {(benefits.length > 0 || openInternships > 0 || comingEvents > 0) && (
        <ul className="mt-2 flex flex-wrap gap-2">
          {openInternships > 0 && (
            <li>
              <Badge tone="green">{words.openInternships(openInternships)}</Badge>
            </li>
          )}
          {comingEvents > 0 && (
            <li>
              <Badge tone="blue">{words.comingEvents(comingEvents)}</Badge>
            </li>
          )}
          {benefits.slice(0, BENEFITS_SHOWN).map((benefit) => (
            <li key={benefit}>
              <Badge>{benefit}</Badge>
            </li>
          ))}
          {benefits.length > BENEFITS_SHOWN && (
            <li className="text-dns-14N-130 text-solid-gray-700">
              {words.moreBenefits(benefits.length - BENEFITS_SHOWN)}
            </li>
          )}
        </ul>
      )}
      <Reasons reasons={company.reasons} />
    </article>
  );
}
