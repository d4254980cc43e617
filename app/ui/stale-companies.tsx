import { staleWords as words } from "#app/locales/ja/freshness.ts";
import { longDate } from "#app/platform/calendar.ts";
import { Button } from "./button.tsx";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

export type ShownStaleCompany = {
  companyId: string;
  slug: string;
  name: string;
  phone: string;
  contactDepartment: string;
  /** Days as YYYY-MM-DD. */
  confirmedOn: string | null;
  days: number | null;
  leavesSearchOn: string | null;
  question: { askedOn: string; answeredOn: string | null; answer: string | null } | null;
  hasAccount: boolean;
};

/** Companies to call, with the number to dial and a button behind a second step. */
export function StaleCompanies({
  companies,
  caption,
  leaves,
}: {
  companies: readonly ShownStaleCompany[];
  caption: string;
  /** Whether the day on which they leave search is still to come. */
  leaves: boolean;
}) {
  return (
    <Table caption={caption} head={[...words.columns]}>
      {companies.map((company) => (
        <tr key={company.companyId} className="break-inside-avoid">
          <th scope="row" className="min-w-48">
            <TextLink to={`/companies/${company.slug}`}>{company.name}</TextLink>
          </th>
          <td className="min-w-40">
            <a
              href={`tel:${company.phone}`}
              className="inline-flex min-h-11 items-center text-blue-1000 underline"
            >
              {company.phone}
            </a>
            <span className="block">{company.contactDepartment}</span>
          </td>
          <td className="min-w-48">
            {company.confirmedOn ? longDate(company.confirmedOn) : words.never}
            {company.days !== null && <span className="block">{words.days(company.days)}</span>}
            {leaves && company.leavesSearchOn && (
              <span className="block text-std-16B-170">{words.leaves(company.leavesSearchOn)}</span>
            )}
          </td>
          <td className="min-w-48">
            <QuestionState company={company} />
          </td>
          <td className="min-w-56">
            <TelephoneForm company={company} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function QuestionState({ company: { question, hasAccount } }: { company: ShownStaleCompany }) {
  if (!question) return hasAccount ? words.notAsked : words.noAccount;
  return (
    <>
      {words.asked(question.askedOn)}
      <span className="block">
        {question.answer ? (words.answered[question.answer] ?? question.answer) : words.unanswered}
      </span>
    </>
  );
}

/** On paper there is a box to tick instead. */
function TelephoneForm({ company }: { company: ShownStaleCompany }) {
  return (
    <>
      <details data-screen-only>
        <summary
          className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4"
          aria-label={words.openFor(company.name)}
        >
          {words.open}
        </summary>
        <form method="post" className="mt-2 space-y-2">
          <p>{words.confirmText(company.name)}</p>
          <Button name="companyId" value={company.companyId} look="secondary">
            {words.confirm}
          </Button>
        </form>
      </details>
      <span aria-hidden="true" className="hidden print:inline">
        □ {words.telephone}
      </span>
    </>
  );
}
