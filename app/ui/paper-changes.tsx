import { paperWords } from "#app/locales/ja/releases.ts";
import { Table } from "./table.tsx";

const words = paperWords.corrections;

type Change = {
  label: string;
  table: string;
  row: string;
  column: string;
  before: string | null;
  after: string | null;
};

/** Where a cell stands, in words. */
export function placeText({ table, row, column }: Pick<Change, "table" | "row" | "column">): string {
  return [row || table, column].filter(Boolean).join(" ");
}

/** Every cell that reads otherwise than before. */
export function PaperChanges({ changes, caption }: { changes: readonly Change[]; caption?: string }) {
  const { columns } = words;
  return (
    <Table
      caption={caption ?? words.caption}
      head={[columns.paper, columns.place, columns.before, columns.after]}
    >
      {changes.map((change, index) => (
        <tr key={index}>
          <th scope="row" className="whitespace-nowrap">
            {change.label}
          </th>
          <td className="min-w-56">{placeText(change)}</td>
          <td className="min-w-40 whitespace-pre-line">{change.before ?? words.absent}</td>
          <td className="min-w-40 whitespace-pre-line">{change.after ?? words.absent}</td>
        </tr>
      ))}
    </Table>
  );
}
