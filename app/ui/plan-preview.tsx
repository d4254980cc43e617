import { deskWords } from "#app/locales/ja/plan.ts";
import { Button } from "./button.tsx";
import { Notice } from "./form-message.tsx";
import { Section } from "./page.tsx";
import { StackedTable } from "./indicator-stack.tsx";
import { ChangeList, type ChangeLine } from "./plan-history.tsx";

const words = deskWords.preview;

type Difference = { key: string; row: string; column: string; before: string | null; after: string | null };
type Group = { key: string; title: string; asOf: string; differences: Difference[]; summary: string };

export type Preview = {
  entryId: string;
  basis: string;
  warnings: string[];
  /** Fiscal years in a row that change in the same way stand together. */
  years: Group[];
  meanwhile: ChangeLine[];
};

/** What a change does to the sheets, and the form that records it or leads back to what was typed. */
export function PlanPreview({
  preview,
  values,
}: {
  preview: Preview;
  values: Record<string, string | string[]>;
}) {
  const { entryId, basis, warnings, years, meanwhile } = preview;
  return (
    <section aria-labelledby="preview">
      {meanwhile.length > 0 && (
        <Notice kind="warning" title={words.meanwhile} live focus>
          <p className="mb-4">{words.meanwhileText}</p>
          <ChangeList changes={meanwhile} caption={words.meanwhile} />
        </Notice>
      )}
      <h2 id="preview" autoFocus={meanwhile.length === 0} tabIndex={-1} className="text-std-24B-150">
        {words.title}
      </h2>
      <p className="mt-2">{words.lead}</p>
      {warnings.length > 0 && (
        <Notice kind="warning" title={words.warnings}>
          <ul className="list-disc space-y-2 pl-6">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="mt-8">
        {years.map((group) => (
          <Section key={group.key} title={group.title} id={`preview-${group.key}`}>
            <p className="mb-3 text-solid-gray-700">{group.asOf}</p>
            {group.differences.length > 0 && <Differences group={group} />}
            <p className="mt-3 text-std-16B-170">{group.summary}</p>
          </Section>
        ))}
      </div>
      <form method="post" className="mt-10 flex flex-wrap gap-4">
        <HiddenValues values={values} />
        <input type="hidden" name="entryId" value={entryId} />
        <input type="hidden" name="basis" value={basis} />
        <Button name="step" value="record">
          {words.record}
        </Button>
        <Button name="step" value="edit" look="secondary">
          {words.edit}
        </Button>
      </form>
    </section>
  );
}

const OWN_FIELDS: readonly string[] = ["step", "entryId", "basis"];

/** Everything that was typed travels on, several values of one field too. */
function HiddenValues({ values }: { values: Record<string, string | string[]> }) {
  return Object.entries(values)
    .filter(([name]) => !OWN_FIELDS.includes(name))
    .flatMap(([name, value]) =>
      [value]
        .flat()
        .map((text, index) => <input key={`${name}-${index}`} type="hidden" name={name} value={text} />),
    );
}

function Differences({ group }: { group: Group }) {
  const [row, column, before, after] = words.columns;
  return (
    <StackedTable
      caption={group.title}
      columns={[
        [row, "md:w-[28%]"],
        [column, "md:w-[16%]"],
        [before, "md:w-[28%]"],
        [after, "md:w-[28%]"],
      ]}
    >
      {group.differences.map((difference) => (
        <tbody key={difference.key}>
          <tr>
            <th scope="row">{difference.row}</th>
            <td data-label={column}>{difference.column}</td>
            <td data-label={before}>
              <span className="break-words whitespace-pre-line">{cellText(difference.before)}</span>
            </td>
            <td data-label={after}>
              <span className="font-700 break-words whitespace-pre-line">{cellText(difference.after)}</span>
            </td>
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}

function cellText(text: string | null): string {
  return text === null ? words.absent : text === "" ? words.blank : text;
}
