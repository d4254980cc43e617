import { planForms } from "#app/locales/ja/plan-forms.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import { Badge } from "./badge.tsx";
import { Notice } from "./form-message.tsx";
import { StackedTable } from "./indicator-stack.tsx";
import { Section } from "./page.tsx";
import { DescriptionList } from "./table.tsx";

const words = planForms.evaluation;

type Part = { id: string; name: string; weight: string; actual: string; target: string; score: string };
export type ComputedFacts = {
  score: string;
  coverage: string;
  grade: string;
  asOf: string;
  steps: string[];
  parts: Part[];
};

/** What the scheme gives for a node: score, coverage, grade, the steps, and what it was computed from. */
export function ComputedEvaluation({ computed }: { computed: ComputedFacts }) {
  const { score, coverage, grade, asOf, steps, parts } = computed;
  return (
    <div className="mb-12">
      <Section title={words.computedTitle} id="computed">
        <p className="mb-3 text-solid-gray-700">{words.asOf(asOf)}</p>
        <DescriptionList
          items={[
            { term: words.grade, children: grade },
            { term: words.score, children: score },
            { term: words.coverage, children: coverage },
            { term: words.scheme, children: steps.length > 0 ? steps.join("\n") : words.noScheme },
          ]}
        />
        {parts.length > 0 && <Parts parts={parts} />}
      </Section>
    </div>
  );
}

function Parts({ parts }: { parts: readonly Part[] }) {
  const [name, weight, actual, target, score] = words.partColumns;
  const hasFigures = parts.some((part) => part.actual !== "" || part.target !== "");
  return (
    <div className="mt-6">
      <h3 className="mb-2 text-std-17B-170">{words.partsTitle}</h3>
      <StackedTable
        caption={words.partsTitle}
        columns={
          hasFigures
            ? [
                [name, "md:w-[40%]"],
                [actual, "md:w-[20%]"],
                [target, "md:w-[20%]"],
                [score, "md:w-[20%]"],
              ]
            : [
                [name, "md:w-[60%]"],
                [weight, "md:w-[20%]"],
                [score, "md:w-[20%]"],
              ]
        }
      >
        {parts.map((part) => (
          <tbody key={part.id}>
            <tr>
              <th scope="row">{part.name}</th>
              {hasFigures ? (
                <>
                  <td data-label={actual}>{part.actual}</td>
                  <td data-label={target}>{part.target}</td>
                </>
              ) : (
                <td data-label={weight}>{part.weight}</td>
              )}
              <td data-label={score}>{part.score}</td>
            </tr>
          </tbody>
        ))}
      </StackedTable>
    </div>
  );
}

type Conflict = {
  /** Which revision it is, when it was recorded and by whom. */
  title: string;
  differences: { field: string; label: string; theirs: string; mine: string }[];
};

/** Two people wrote at once: what the other recorded beside what was typed here. Nothing is lost. */
export function EvaluationConflict({ conflict }: { conflict: Conflict }) {
  const [field, theirs, mine] = words.conflictColumns;
  return (
    <Notice kind="warning" title={words.conflictTitle} live focus>
      <p>{words.conflictText}</p>
      <p className="mt-2 mb-4">{conflict.title}</p>
      {conflict.differences.length === 0 ? (
        <p>{words.same}</p>
      ) : (
        <StackedTable
          caption={words.conflictTitle}
          columns={[
            [field, "md:w-[20%]"],
            [theirs, "md:w-[40%]"],
            [mine, "md:w-[40%]"],
          ]}
        >
          {conflict.differences.map((difference) => (
            <tbody key={difference.field}>
              <tr>
                <th scope="row">{difference.label}</th>
                <td data-label={theirs}>
                  <span className="break-words whitespace-pre-line">{difference.theirs}</span>
                </td>
                <td data-label={mine}>
                  <span className="break-words whitespace-pre-line">{difference.mine}</span>
                </td>
              </tr>
            </tbody>
          ))}
        </StackedTable>
      )}
    </Notice>
  );
}

type Revision = {
  id: string;
  title: string;
  computed: string;
  fields: { field: string; label: string; text: string; isChanged: boolean }[];
};

/** Every revision of an evaluation, folded; what a revision changed is marked. */
export function EvaluationHistory({ revisions }: { revisions: readonly Revision[] }) {
  return (
    <div className="mt-12">
      <Section title={words.historyTitle} id="history">
        {revisions.length === 0 && <p>{words.noHistory}</p>}
        {revisions.map((revision) => (
          <details key={revision.id} className="border-b border-solid-gray-420">
            <summary className="min-h-11 cursor-pointer py-2">{revision.title}</summary>
            <dl className="mb-4 grid gap-3">
              {revision.computed && (
                <div>
                  <dt className="text-std-16B-170">{words.grade}</dt>
                  <dd>{revision.computed}</dd>
                </div>
              )}
              {revision.fields.map(({ field, label, text, isChanged }) => (
                <div key={field}>
                  <dt className="text-std-16B-170">
                    {label} {isChanged && <Badge tone="blue">{deskWords.changedMark}</Badge>}
                  </dt>
                  <dd className="break-words whitespace-pre-line">{text}</dd>
                </div>
              ))}
            </dl>
          </details>
        ))}
      </Section>
    </div>
  );
}
