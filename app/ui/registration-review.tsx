import {
  noNumberReasonWords,
  ownRegistration,
  registrationReasonWords,
  registrationReview as words,
} from "#app/locales/ja/company-registration.ts";
import { approval, approvals } from "#app/locales/ja/approvals.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { CorporateNumber, type DuplicateItem, DuplicateList } from "./duplicate-list.tsx";
import { ChoiceGroup, type FieldState, TextArea } from "./field.tsx";
import { DescriptionList } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

export type ReviewedRegistration = {
  companyId: string;
  state: string;
  round: number;
  facts: {
    companyName: string;
    companyKana: string;
    noNumberReason: string;
    address: string;
    phone: string;
    contactName: string;
    contactDepartment: string;
  };
  corporateNumber: { number: string | null; isValid: boolean };
  duplicates: readonly DuplicateItem[];
  applicants: readonly { name: string; email: string; addressConfirmed: boolean }[];
  /** In words. */
  consent: string;
  submittedOn: string;
  waitingDays: number;
};

/** What an applicant said, what the number says, and which companies look like the same one. */
export function RegistrationFactList({ review }: { review: ReviewedRegistration }) {
  const { facts } = review;
  const { fields } = ownRegistration;
  const age =
    review.state === "submitted" ? `(${approvals.columns.age}:${approvals.age(review.waitingDays)})` : "";
  const noNumber = noNumberReasonWords[facts.noNumberReason];
  return (
    <DescriptionList
      items={[
        { term: fields.companyName, children: `${facts.companyName}\n${facts.companyKana}` },
        {
          term: fields.corporateNumber,
          children: (
            <CorporateNumber
              {...review.corporateNumber}
              without={noNumber ? approval.numberNoneBecause(noNumber) : undefined}
            />
          ),
        },
        { term: approval.duplicates, children: <DuplicateList duplicates={review.duplicates} /> },
        { term: fields.address, children: facts.address || ownRegistration.blank },
        { term: fields.phone, children: facts.phone || ownRegistration.blank },
        {
          term: fields.contactName,
          children:
            [facts.contactDepartment, facts.contactName].filter(Boolean).join(" ") || ownRegistration.blank,
        },
        { term: words.applicant, children: <Applicants applicants={review.applicants} /> },
        { term: words.submitted, children: `${review.submittedOn} ${words.round(review.round)}${age}` },
        { term: words.consent, children: review.consent },
        {
          term: approval.record,
          children: <TextLink to={`/staff/companies/${review.companyId}`}>{words.company}</TextLink>,
        },
      ]}
    />
  );
}

function Applicants({ applicants }: { applicants: ReviewedRegistration["applicants"] }) {
  return (
    <ul className="space-y-2">
      {applicants.map(({ name, email, addressConfirmed }) => (
        <li key={email} className="flex flex-wrap items-center gap-2">
          <span className="break-all">
            {name} {email}
          </span>
          <Badge tone={addressConfirmed ? "green" : "orange"}>
            {addressConfirmed ? words.confirmed : words.unconfirmed}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

const REASONS = Object.entries(registrationReasonWords).map(([value, label]) => ({ value, label }));

/** The three decisions. Returning and declining share the reasons; declining stands behind a disclosure. */
export function RegistrationDecisions({ round, form }: { round: number; form?: FieldState }) {
  return (
    <div className="grid gap-10 lg:grid-cols-2">
      <form method="post" className="space-y-4">
        <input type="hidden" name="round" value={round} />
        <h3 className="text-std-20B-150">{words.approveTitle}</h3>
        <p>{words.approveText}</p>
        <Button name="intent" value="approve">
          {words.approve}
        </Button>
      </form>
      <form method="post" className="space-y-4">
        <input type="hidden" name="round" value={round} />
        <h3 className="text-std-20B-150">{words.returnTitle}</h3>
        <p>{words.returnText}</p>
        <ChoiceGroup name="reasons" label={words.reasons} options={REASONS} many form={form} />
        <TextArea name="comment" label={words.comment} rows={4} form={form} />
        <Button name="intent" value="return" look="danger">
          {words.return}
        </Button>
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4">
            {words.declineTitle}
          </summary>
          <p className="mt-2 mb-4">{words.declineText}</p>
          <Button name="intent" value="decline" look="danger">
            {words.decline}
          </Button>
        </details>
      </form>
    </div>
  );
}
