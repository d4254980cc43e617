import { approval as words, approvals, returnReasonWords } from "#app/locales/ja/approvals.ts";
import { profileLabels } from "#app/locales/ja/companies.ts";
import { Button } from "./button.tsx";
import { CorporateNumber, type DuplicateItem, DuplicateList } from "./duplicate-list.tsx";
import { ChoiceGroup, type FieldState, TextArea } from "./field.tsx";
import { DescriptionList } from "./table.tsx";
import { TextLink } from "./text-link.tsx";
import { type ShownFinding, WordingFindings } from "./wording-findings.tsx";

export type ReviewedFacts = {
  number: number;
  companyId: string;
  isFirst: boolean;
  /** In words. */
  submittedOn: string;
  waitingDays: number;
  state: string;
  submitterNote: string;
  corporateNumber: { number: string | null; isValid: boolean };
  duplicates: readonly DuplicateItem[];
  publicSlug: string | null;
};

/** What is known about a submission beside its content. */
export function ReviewFacts({ review }: { review: ReviewedFacts }) {
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
        { term: words.corporateNumber, children: <CorporateNumber {...review.corporateNumber} /> },
        { term: words.duplicates, children: <DuplicateList duplicates={review.duplicates} /> },
        {
          term: words.record,
          children: <TextLink to={`/staff/companies/${review.companyId}`}>{words.record}</TextLink>,
        },
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

type Override = { text: string; reason: string; by: "company" | "staff" };

/** What the text checker found, and why blocked phrases are kept all the same: the company's reasons and those of staff. */
export function ReviewWording({
  findings,
  overrides,
}: {
  findings: readonly ShownFinding[];
  overrides: readonly Override[];
}) {
  const blocked = findings.filter(({ level }) => level === "block").length;
  const reasonsBy = (by: Override["by"]) => overrides.filter((override) => override.by === by);
  return (
    <>
      {findings.length === 0 ? (
        <p>{words.noFindings}</p>
      ) : (
        <>
          <p className="mb-2">{words.findingsText(blocked)}</p>
          <WordingFindings findings={findings} labels={profileLabels} />
        </>
      )}
      {(blocked > 0 || reasonsBy("company").length > 0) && (
        <Reasons
          title={words.companyReasons}
          reasons={reasonsBy("company")}
          none={words.companyReasonsNone}
        />
      )}
      {reasonsBy("staff").length > 0 && <Reasons title={words.staffReasons} reasons={reasonsBy("staff")} />}
    </>
  );
}

function Reasons({ title, reasons, none }: { title: string; reasons: readonly Override[]; none?: string }) {
  return (
    <>
      <h3 className="mt-4 text-std-16B-170">{title}</h3>
      {reasons.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul className="list-disc pl-6">
          {reasons.map(({ text, reason }) => (
            <li key={text}>{words.overrideOf(text, reason)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const REASONS = Object.entries(returnReasonWords).map(([value, label]) => ({ value, label }));

/** The two decisions, each a form of its own. With blocked wording, publishing asks for a reason. */
export function DecisionForms({ form, needsReason }: { form?: FieldState; needsReason: boolean }) {
  return (
    <div className="grid gap-10 lg:grid-cols-2">
      <form method="post" className="space-y-4">
        <h3 className="text-std-20B-150">{words.publishTitle}</h3>
        <p>{words.publishText}</p>
        {needsReason && (
          <TextArea
            name="wordingReason"
            label={words.wordingReason}
            support={words.wordingReasonSupport}
            rows={3}
            required
            form={form}
          />
        )}
        <TextArea name="note" label={words.note} support={words.noteSupport} rows={3} form={form} />
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
