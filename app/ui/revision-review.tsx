import { approval as words, approvals, returnReasonWords } from "#app/locales/ja/approvals.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { ChoiceGroup, type FieldState, TextArea } from "./field.tsx";
import { DescriptionList } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

export type ReviewedFacts = {
  number: number;
  isFirst: boolean;
  /** In words. */
  submittedOn: string;
  waitingDays: number;
  state: string;
  submitterNote: string;
  corporateNumber: { number: string | null; isValid: boolean };
  duplicates: readonly {
    companyId: string;
    name: string;
    address: string;
    sameNumber: boolean;
    publicSlug: string | null;
  }[];
  publicSlug: string | null;
};

/** What is known about a submission beside its content. */
export function ReviewFacts({ review }: { review: ReviewedFacts }) {
  const { number, isValid } = review.corporateNumber;
  const age =
    review.state === "submitted" ? `(${approvals.columns.age}:${approvals.age(review.waitingDays)})` : "";
  return (
    <DescriptionList
      items={[
        ...(review.state === "submitted"
          ? [{ term: words.kind, children: review.isFirst ? approvals.first : approvals.change }]
          : []),
        { term: words.number, children: words.numberOf(review.number) },
        { term: words.submitted, children: `${review.submittedOn}${age}` },
        { term: words.submitterNote, children: review.submitterNote || words.noNote },
        {
          term: words.corporateNumber,
          children:
            number === null
              ? words.numberNone
              : isValid
                ? words.numberValid(number)
                : words.numberInvalid(number),
        },
        { term: words.duplicates, children: <Duplicates duplicates={review.duplicates} /> },
        ...(review.publicSlug
          ? [
              {
                term: words.publicTerm,
                children: <TextLink to={`/companies/${review.publicSlug}`}>{words.publicPage}</TextLink>,
              },
            ]
          : []),
      ]}
    />
  );
}

function Duplicates({ duplicates }: { duplicates: ReviewedFacts["duplicates"] }) {
  if (duplicates.length === 0) return words.noDuplicates;
  return (
    <ul className="space-y-2">
      {duplicates.map((company) => (
        <li key={company.companyId}>
          {company.publicSlug ? (
            <TextLink to={`/companies/${company.publicSlug}`}>{company.name}</TextLink>
          ) : (
            company.name
          )}{" "}
          <Badge tone="orange">{company.sameNumber ? words.sameNumber : words.sameName}</Badge>
          <span className="block text-std-16N-170 text-solid-gray-700">{company.address}</span>
        </li>
      ))}
    </ul>
  );
}

const REASONS = Object.entries(returnReasonWords).map(([value, label]) => ({ value, label }));

/** The two decisions, each a form of its own. */
export function DecisionForms({ form }: { form?: FieldState }) {
  return (
    <div className="grid gap-10 lg:grid-cols-2">
      <form method="post" className="space-y-4">
        <h3 className="text-std-20B-150">{words.publishTitle}</h3>
        <p>{words.publishText}</p>
        <TextArea name="note" label={words.note} rows={3} form={form} />
        <Button name="intent" value="publish">
          {words.publish}
        </Button>
      </form>
      <form method="post" className="space-y-4">
        <h3 className="text-std-20B-150">{words.returnTitle}</h3>
        <p>{words.returnText}</p>
        <ChoiceGroup name="reasons" label={words.reasons} options={REASONS} many form={form} />
        <TextArea name="comment" label={words.comment} rows={4} form={form} />
        <Button name="intent" value="return" look="danger">
          {words.return}
        </Button>
      </form>
    </div>
  );
}
