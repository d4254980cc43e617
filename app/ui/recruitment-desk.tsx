import {
  CALENDAR_AUDIENCES,
  PREFECTURES,
  RECRUITMENT_STAGES,
  type RecruitmentDate,
} from "#app/domain/recruitment/rules.ts";
import { audienceNames, prefectureName, recruitmentWords, stageNames } from "#app/locales/ja/recruitment.ts";
import { longDate } from "#app/platform/calendar.ts";
import { Button } from "./button.tsx";
import { type FieldState, SelectField, TextArea, TextField } from "./field.tsx";
import { ErrorSummary } from "./form-message.tsx";
import { EmptyState } from "./page.tsx";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

const words = recruitmentWords.staff;

type Row = RecruitmentDate & { source: string; note: string };

/** The dates of one class, each with the way to change it. */
export function DatesTable({
  graduationYear,
  rows,
}: {
  graduationYear: number;
  rows: readonly (Row & { editUrl: string })[];
}) {
  if (rows.length === 0)
    return (
      <EmptyState title={words.empty}>
        <p>{words.emptyText}</p>
      </EmptyState>
    );
  const { columns } = words;
  return (
    <Table
      caption={words.table(graduationYear)}
      head={[
        columns.audience,
        columns.stage,
        columns.prefecture,
        columns.date,
        columns.source,
        <span key="edit" className="sr-only">
          {columns.edit}
        </span>,
      ]}
    >
      {rows.map((row) => (
        <tr key={`${row.audience}/${row.stage}/${row.prefecture}`}>
          <th scope="row" className="whitespace-nowrap">
            {audienceNames[row.audience]}
          </th>
          <td className="whitespace-nowrap">{stageNames[row.stage]}</td>
          <td className="whitespace-nowrap">{prefectureName(row.prefecture)}</td>
          <td className="whitespace-nowrap">{longDate(row.date)}</td>
          <td className="min-w-60">
            {row.source}
            {row.note && <span className="block text-solid-gray-700">{row.note}</span>}
          </td>
          <td className="whitespace-nowrap">
            <TextLink to={row.editUrl} className="inline-flex min-h-11 items-center">
              {words.edit}
              <span className="sr-only">
                :{words.editOf(`${audienceNames[row.audience]} ${stageNames[row.stage]}`)}
              </span>
            </TextLink>
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Registers a date of a class; when one is edited its key stays and only day, source and note change. */
export function DateForm({
  graduationYear,
  edited,
  form,
}: {
  graduationYear: number;
  edited: Row | null;
  form: FieldState | undefined;
}) {
  const { fields, support } = words;
  return (
    <form method="post" className="grid max-w-3xl gap-6">
      <ErrorSummary errors={form?.errors} labels={fields} />
      <input type="hidden" name="intent" value="save" />
      <TextField
        name="graduationYear"
        label={fields.graduationYear}
        required
        form={form}
        inputMode="numeric"
        defaultValue={String(graduationYear)}
        className="max-w-xs"
      />
      <SelectField
        name="audience"
        label={fields.audience}
        required
        form={form}
        defaultValue={edited?.audience}
        options={CALENDAR_AUDIENCES.map((value) => ({ value, label: audienceNames[value] }))}
      />
      <SelectField
        name="stage"
        label={fields.stage}
        required
        form={form}
        defaultValue={edited?.stage}
        options={RECRUITMENT_STAGES.map((value) => ({ value, label: stageNames[value] }))}
      />
      <SelectField
        name="prefecture"
        label={fields.prefecture}
        support={support.prefecture}
        form={form}
        defaultValue={edited?.prefecture}
        options={PREFECTURES.map((value) => ({ value, label: prefectureName(value) }))}
      />
      <TextField
        name="date"
        label={fields.date}
        support={support.date}
        required
        form={form}
        defaultValue={edited?.date}
        className="max-w-xs"
      />
      <TextField
        name="source"
        label={fields.source}
        support={support.source}
        required
        form={form}
        defaultValue={edited?.source}
      />
      <TextArea
        name="note"
        label={fields.note}
        support={support.note}
        form={form}
        defaultValue={edited?.note}
        rows={3}
      />
      <p>{words.consequence}</p>
      <p>
        <Button>{words.save}</Button>
      </p>
    </form>
  );
}

function KeyFields({ row }: { row: Row }) {
  return (
    <>
      <input type="hidden" name="graduationYear" value={row.graduationYear} />
      <input type="hidden" name="audience" value={row.audience} />
      <input type="hidden" name="stage" value={row.stage} />
      <input type="hidden" name="prefecture" value={row.prefecture} />
    </>
  );
}

/** Takes a date away; the reason stays in the record. */
export function RemoveDateForm({ edited }: { edited: Row }) {
  return (
    <form method="post" className="grid max-w-3xl gap-4">
      <input type="hidden" name="intent" value="remove" />
      <KeyFields row={edited} />
      <p>{words.removeText}</p>
      <TextField name="reason" label={words.reason} required />
      <p>
        <Button look="danger">{words.remove}</Button>
      </p>
    </form>
  );
}

/** Copies a class's dates to the next class. */
export function CopyClassForm({ from }: { from: number }) {
  return (
    <form method="post" className="grid max-w-3xl gap-4">
      <input type="hidden" name="intent" value="copy" />
      <input type="hidden" name="from" value={from} />
      <p>{words.copyText(from)}</p>
      <p>
        <Button look="secondary">{words.copy(from + 1)}</Button>
      </p>
    </form>
  );
}
