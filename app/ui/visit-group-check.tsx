import type { GroupField, GroupRowOutcome } from "#app/domain/visits/group-table.rules.ts";
import { errorWords } from "#app/locales/ja/errors.ts";
import { visitGroups as words } from "#app/locales/ja/visits.ts";
import { Button } from "./button.tsx";
import { CheckBox, type FieldState } from "./field.tsx";
import { Notice } from "./form-message.tsx";
import { Table } from "./table.tsx";

export type CheckedView = {
  counts: Record<GroupRowOutcome, number>;
  ignored: string[];
  missing: number;
  rows: {
    number: number;
    label: string;
    outcome: GroupRowOutcome;
    maybeName: boolean;
    changes: GroupField[];
    errors: { column: string; header: string; code: string }[];
  }[];
  more: number;
  hasNames: boolean;
  table: string;
  shown: string;
};

/** What a table would do, row by row, and the button that does it. */
export function GroupCheck({
  checked,
  base,
  schoolId,
  form,
}: {
  checked: CheckedView;
  base: string;
  schoolId: string;
  form?: FieldState;
}) {
  const { counts, rows } = checked;
  const changes = counts.new + counts.change;
  return (
    <>
      <p>{words.resultLead}</p>
      <ul className="mt-4 grid grid-cols-2 gap-3 lg:grid-cols-4">
        {(Object.keys(words.outcomes) as GroupRowOutcome[]).map((outcome) => (
          <li key={outcome} className="rounded-8 border border-solid-gray-420 p-4">
            <p className="text-std-17B-170">{words.outcomes[outcome]}</p>
            <p className="text-std-28B-150 tabular-nums">{counts[outcome].toLocaleString("ja-JP")}</p>
            <p className="text-solid-gray-700">{words.outcomeHelp[outcome]}</p>
          </li>
        ))}
      </ul>
      {checked.ignored.length > 0 && <p className="mt-4">{words.ignored(checked.ignored.join("、"))}</p>}
      {rows.length > 0 && (
        <div className="mt-6">
          <CheckedRows rows={rows} />
          {checked.more > 0 && <p className="mt-2">{words.errorsMore(checked.more)}</p>}
        </div>
      )}
      {checked.hasNames && (
        <Notice kind="warning" title={words.names}>
          <p>{words.namesText}</p>
        </Notice>
      )}
      {changes === 0 && checked.missing === 0 ? (
        <Notice kind="info" title={words.nothing}>
          <p>{words.nothingText}</p>
        </Notice>
      ) : (
        <form
          method="post"
          action={base}
          encType="multipart/form-data"
          className="mt-6 space-y-3 rounded-12 border-2 border-key-900 p-4"
        >
          <input type="hidden" name="table" value={checked.table} />
          <input type="hidden" name="shown" value={checked.shown} />
          <input type="hidden" name="schoolId" value={schoolId} />
          {checked.hasNames && <CheckBox name="confirmLabels" label={words.confirmLabels} form={form} />}
          {checked.missing > 0 && (
            <>
              <p>{words.missing(checked.missing)}</p>
              <CheckBox name="removeMissing" label={words.removeMissing(checked.missing)} />
            </>
          )}
          <Button name="intent" value="apply">
            {words.apply(counts.new, counts.change)}
          </Button>
        </form>
      )}
    </>
  );
}

function CheckedRows({ rows }: { rows: CheckedView["rows"] }) {
  const { changesColumns: columns } = words;
  return (
    <Table caption={words.result} head={Object.values(columns)}>
      {rows.map((row) => (
        <tr key={row.number}>
          <td className="text-right tabular-nums">{row.number}</td>
          <th scope="row" className="min-w-24">
            {row.label}
          </th>
          <td className="whitespace-nowrap">{words.outcomes[row.outcome]}</td>
          <td className="min-w-64">
            {row.changes.length > 0 &&
              words.changed(row.changes.map((field) => words.fields[field]).join("、"))}
            {row.maybeName && <span className="block text-warning-orange-2">{words.names}</span>}
            {row.errors.map((error) => (
              <span key={`${error.column} ${error.code}`} className="block text-error-2">
                {words.errorPlace(row.number, error.column, error.header)}:{errorWords(error.code)}
              </span>
            ))}
          </td>
        </tr>
      ))}
    </Table>
  );
}
