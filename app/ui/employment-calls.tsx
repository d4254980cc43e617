import type { CompanyToCall } from "#app/domain/employment/desk.rules.ts";
import { callWords as words, deskWords } from "#app/locales/ja/employment-desk.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

/** Companies to call, with the number to dial; on paper there is a box to tick. */
export function CallList({
  companies,
  enterHref,
}: {
  companies: readonly CompanyToCall[];
  enterHref: (companyId: string) => string;
}) {
  return (
    <Table caption={words.title} head={[...words.columns]}>
      {companies.map((company) => (
        <tr key={company.companyId} className="break-inside-avoid">
          <th scope="row" className="min-w-44">
            {company.name}
          </th>
          <td className="min-w-36">
            <a
              href={`tel:${company.phone}`}
              className="inline-flex min-h-11 items-center text-blue-1000 underline"
            >
              {company.phone}
            </a>
            <span className="block">{company.contactDepartment}</span>
          </td>
          <td className="text-right whitespace-nowrap">{deskWords.persons(company.people)}</td>
          <td className="min-w-44">
            {company.hasAccount ? words.asked(civilDateOf(company.askedAt)) : words.noAccount}
          </td>
          <td className="min-w-44">
            <span data-screen-only>
              <TextLink to={enterHref(company.companyId)} className="inline-flex min-h-11 items-center">
                {words.enter}
                <span className="sr-only">:{company.name}</span>
              </TextLink>
            </span>
            <span aria-hidden="true" className="hidden print:inline">
              {words.paper}
            </span>
          </td>
        </tr>
      ))}
    </Table>
  );
}
