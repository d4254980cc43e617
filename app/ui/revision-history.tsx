import type { FieldDifference } from "#app/domain/companies/profile.rules.ts";
import {
  historyWords as words,
  revisionStateWords,
  withdrawalReasonWords,
} from "#app/locales/ja/company-list.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { SelectField } from "./field.tsx";
import { EmptyState } from "./page.tsx";
import { RevisionDifference } from "./revision-difference.tsx";
import { TextLink } from "./text-link.tsx";

export type RevisionItem = {
  id: string;
  number: number;
  state: keyof typeof revisionStateWords;
  /** In words. */
  submittedOn: string;
  decidedOn: string | null;
  submittedBy: string;
  decidedBy: string;
  submitterNote: string;
  decisionNote: string;
};

const TONES = {
  draft: "neutral",
  submitted: "orange",
  published: "green",
  returned: "red",
  superseded: "neutral",
} as const;

/** Every revision that was sent in, the newest first. `href` leads staff to the submission. */
export function RevisionHistory({
  revisions,
  href,
}: {
  revisions: readonly RevisionItem[];
  href?: (revisionId: string) => string;
}) {
  if (revisions.length === 0) return <EmptyState title={words.none}>{words.noneText}</EmptyState>;
  return (
    <ol className="divide-y divide-solid-gray-420 border-y border-solid-gray-420">
      {revisions.map((revision) => {
        const title = `第${revision.number}版`;
        return (
          <li key={revision.id} className="py-3">
            <p className="flex flex-wrap items-center gap-2 text-std-16B-170">
              {href ? <TextLink to={href(revision.id)}>{title}</TextLink> : title}
              <Badge tone={TONES[revision.state]}>{revisionStateWords[revision.state]}</Badge>
            </p>
            <p>{words.submitted(revision.submittedOn, revision.submittedBy)}</p>
            <p>{decisionWords(revision)}</p>
            <Note term={words.submitterNote} text={revision.submitterNote} />
            <Note term={words.decisionNote} text={revision.decisionNote} />
          </li>
        );
      })}
    </ol>
  );
}

function decisionWords({ state, decidedOn, decidedBy }: RevisionItem): string {
  if (state === "superseded" && !decidedOn) return words.supersededBefore;
  if (!decidedOn || state === "submitted" || state === "draft") return "";
  return words.decided[state](decidedOn, decidedBy || words.office);
}

function Note({ term, text }: { term: string; text: string }) {
  if (text === "") return null;
  return (
    <div className="mt-1">
      <p className="text-dns-14B-130 text-solid-gray-700">{term}</p>
      <p className="break-words whitespace-pre-line">{text}</p>
    </div>
  );
}

export type Comparison = { from: number; to: number; differences: readonly FieldDifference[] };

/** Two revisions to choose, and in what they differ. */
export function RevisionComparison({
  numbers,
  comparison,
  action,
}: {
  /** The revisions that can be compared, the newest first. */
  numbers: readonly number[];
  comparison: Comparison | null;
  action: string;
}) {
  if (numbers.length < 2) return <p>{words.one}</p>;
  const options = numbers.map((number) => ({ value: String(number), label: `第${number}版` }));
  return (
    <>
      <form
        method="get"
        action={`${action}#differences`}
        className="mb-6 flex flex-wrap items-end gap-4"
        data-screen-only
      >
        <SelectField
          name="from"
          label={words.from}
          options={options}
          defaultValue={String(comparison?.from ?? numbers[1])}
        />
        <SelectField
          name="to"
          label={words.to}
          options={options}
          defaultValue={String(comparison?.to ?? numbers[0])}
        />
        <Button look="secondary">{words.compare}</Button>
      </form>
      {comparison && (
        <>
          <h3 className="mb-2 text-std-18B-160">{words.differenceOf(comparison.from, comparison.to)}</h3>
          <RevisionDifference
            differences={comparison.differences}
            sides={{ before: `第${comparison.from}版`, after: `第${comparison.to}版` }}
            none={words.same}
          />
        </>
      )}
    </>
  );
}

export type PastItem = {
  id: string;
  kind: keyof typeof words.past;
  on: string;
  by: string;
  reason: string;
  note: string;
};

/** What happened to a company beside its revisions. */
export function CompanyPast({ past, none }: { past: readonly PastItem[]; none: string }) {
  if (past.length === 0) return <p>{none}</p>;
  return (
    <ol className="divide-y divide-solid-gray-420 border-y border-solid-gray-420">
      {past.map((line) => (
        <li key={line.id} className="py-3">
          <p className="text-std-16B-170">{words.past[line.kind]}</p>
          <p className="text-solid-gray-700">
            {line.on}
            {line.by && ` ${line.by}`}
          </p>
          {line.reason && <p>{withdrawalReasonWords[line.reason]}</p>}
          {line.note && <p className="whitespace-pre-line">{line.note}</p>}
        </li>
      ))}
    </ol>
  );
}
