import { figureImport as words } from "#app/locales/ja/figure-imports.ts";
import { Button } from "./button.tsx";
import { type FieldState, SelectField, TextField } from "./field.tsx";
import { Table } from "./table.tsx";

type Run = {
  headerRow: number;
  headerRows: number;
  firstRows: readonly { number: number; texts: readonly string[] }[];
  otherSheets: readonly string[];
};

/** Where the headers stand: the first rows of the file as they are, and a way to say it better. */
export function FigureLayoutForm({ run, form }: { run: Run; form?: FieldState }) {
  const last = run.headerRow + run.headerRows - 1;
  const width = Math.max(1, ...run.firstRows.map(({ texts }) => texts.length));
  return (
    <div className="mb-10">
      <p>{words.layoutLead(run.headerRow, last)}</p>
      {run.otherSheets.length > 0 && <p className="mt-2">{words.otherSheets(run.otherSheets)}</p>}
      <details className="mt-2" open={form?.errors?.["headerRow"] !== undefined || undefined}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-key-900 underline underline-offset-4">
          {words.layout}
        </summary>
        <form method="post" className="mt-2 flex flex-wrap items-end gap-4">
          <TextField
            name="headerRow"
            label={words.headerRow}
            support={words.headerRowSupport}
            inputMode="numeric"
            defaultValue={String(run.headerRow)}
            form={form}
            className="max-w-64"
          />
          <SelectField
            name="headerRows"
            label={words.headerRows}
            support={words.headerRowsSupport}
            options={["1", "2", "3"].map((value) => ({ value, label: value }))}
            defaultValue={String(run.headerRows)}
            form={form}
          />
          <Button name="intent" value="layout" look="secondary">
            {words.relayout}
          </Button>
        </form>
        <div className="mt-6">
          <Table
            caption={words.preview}
            head={[words.rowHead, ...Array.from({ length: width }, (_, at) => letter(at))]}
          >
            {run.firstRows.map(({ number, texts }) => (
              <tr key={number} className={number >= run.headerRow && number <= last ? "bg-key-50" : ""}>
                <th scope="row" className="tabular-nums">
                  {number}
                </th>
                {Array.from({ length: width }, (_, at) => (
                  <td key={at}>{texts[at] ?? ""}</td>
                ))}
              </tr>
            ))}
          </Table>
        </div>
      </details>
    </div>
  );
}

function letter(index: number): string {
  return String.fromCharCode(65 + index);
}
