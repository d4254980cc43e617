import { type CouncilDocument, cellName, type DocumentCell } from "../documents/document.rules.ts";

/** A passage of staff's words in which a hidden figure stood: what it said and how it is published. */
export type MaskedText = { name: string; before: string; after: string };

const COUNTERS = "(人|名|社|件|世帯|事業所|か所)";

/**
 * Takes hidden figures out of the words beside them: where the account of a project says 「1人」 and the figure of 1 is
 * hidden, it becomes 「○人」. `drawn` are the papers before hiding, `shown` those after, `parts` the hidden parts of their
 * figures by subject; only words about the same project are touched, in every paper.
 */
export function maskTexts(
  drawn: readonly CouncilDocument[],
  shown: readonly CouncilDocument[],
  sign: string,
  parts: ReadonlyMap<string, ReadonlySet<number>> = new Map(),
): { documents: CouncilDocument[]; masked: MaskedText[] } {
  const secrets = secretsBySubject(drawn, shown);
  for (const [subject, values] of parts)
    secrets.set(subject, new Set([...(secrets.get(subject) ?? []), ...values]));
  const masked: MaskedText[] = [];
  const documents = shown.map((document) => ({
    ...document,
    tables: document.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => {
        const values = secrets.get(subjectOf(row)) ?? secrets.get(row.id.slice(0, row.id.lastIndexOf("/")));
        if (!values) return row;
        const cells = Object.fromEntries(
          Object.entries(row.cells).map(([column, cell]) => {
            const after = maskCell(cell, values, sign);
            if (after !== cell)
              masked.push({
                name: cellName(document.key, table.key, row.id, column),
                before: cell.text,
                after: after.text,
              });
            return [column, after];
          }),
        );
        return { ...row, cells };
      }),
    })),
  }));
  return { documents, masked };
}

/** Rows of one block are about one project; its own id is the block's name, in every paper. */
export function subjectOf({ id, group }: { id: string; group?: string }): string {
  return group ?? id;
}

function secretsBySubject(
  drawn: readonly CouncilDocument[],
  shown: readonly CouncilDocument[],
): Map<string, Set<number>> {
  const secrets = new Map<string, Set<number>>();
  drawn.forEach((document, d) =>
    document.tables.forEach((table, t) =>
      table.rows.forEach((row, r) => {
        const after = shown[d]!.tables[t]!.rows[r]!;
        for (const [column, cell] of Object.entries(row.cells)) {
          if (cell.value === null || after.cells[column]?.marker !== "suppressed") continue;
          const subject = subjectOf(row);
          secrets.set(subject, (secrets.get(subject) ?? new Set()).add(cell.value));
        }
      }),
    ),
  );
  return secrets;
}

function maskCell(cell: DocumentCell, values: ReadonlySet<number>, sign: string): DocumentCell {
  const isWords = cell.value === null && cell.marker !== "suppressed" && cell.text !== "";
  if (!isWords) return cell;
  const text = maskNumbers(cell.text, values, sign);
  return text === cell.text ? cell : { ...cell, text };
}

/** The words with every number of people or things that is one of `values` replaced; its counter stays: 「○人」. */
export function maskNumbers(words: string, values: ReadonlySet<number>, sign: string): string {
  let text = words;
  for (const value of values) {
    const forms = [String(value), value.toLocaleString("ja-JP"), fullWidth(String(value))];
    const number = [...new Set(forms)].map((form) => form.replace(/[.]/g, "\\.")).join("|");
    text = text.replace(new RegExp(`(?<![\\d０-９.,])(?:${number})${COUNTERS}`, "g"), `${sign}$1`);
  }
  return text;
}

function fullWidth(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0));
}
