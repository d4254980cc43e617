import type { CouncilDocument, DocumentCell, DocumentTable } from "#app/domain/documents/document.rules.ts";
import { layOut, notesBelow, numberNotes, type PaperLine } from "#app/domain/documents/layout.rules.ts";
import { documentWords as words, eraDate } from "#app/locales/ja/documents.ts";
import { paperWords } from "#app/locales/ja/releases.ts";
import { civilDateOf, timeOf } from "#app/platform/calendar.ts";

type Numbers = ReadonlyMap<string, number>;

/** What a paper is shown with: which version it is, and where its figures lead (null: nowhere). */
export type PaperView = {
  document: CouncilDocument;
  edition: string;
  hrefOf: ((indicatorId: string) => string) | null;
};

/** A council's paper on screen and on paper. On a phone its tables move sideways inside their own frames. */
export function CouncilPaper({ document, edition, hrefOf }: PaperView) {
  const numbers = numberNotes(document);
  return (
    <div className={`paper paper-${document.key}`}>
      <PaperHead document={document} edition={edition} />
      {document.tables.map((table) => (
        <PaperTable
          key={table.key}
          table={table}
          numbers={numbers}
          hrefOf={hrefOf}
          paper={`${document.paper.size}-${document.paper.orientation}`}
        />
      ))}
      <div className="paper-notes">
        {document.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <details open className="mt-4">
          <summary className="min-h-11 cursor-pointer py-2 font-700 print:hidden">
            {paperWords.markersTitle}
          </summary>
          <ul className="list-disc pl-6 print:list-none print:pl-0">
            {words.markerLegend.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
        <p className="mt-2">
          <a href={words.licenceUrl} className="underline underline-offset-4">
            {words.licence}
          </a>{" "}
          {words.attribution}
        </p>
      </div>
    </div>
  );
}

/** On paper the number stands in the corner and the title in the middle; on screen the page's own heading does. */
function PaperHead({ document, edition }: Pick<PaperView, "document" | "edition">) {
  const known = words.knownOn(`${eraDate(civilDateOf(document.knownOn))}${timeOf(document.knownOn)}`);
  return (
    <div className="paper-head">
      <p className="paper-label">{document.label}</p>
      <p className="paper-title" aria-hidden="true">
        {document.title}
      </p>
      <p className="paper-cut">{[document.planTitle, words.asOf(document.asOf), known, edition].join(" ")}</p>
    </div>
  );
}

function PaperTable({
  table,
  numbers,
  hrefOf,
  paper,
}: {
  table: DocumentTable;
  numbers: Numbers;
  paper: string;
} & Pick<PaperView, "hrefOf">) {
  const lines = layOut(table);
  const notes = notesBelow(table, numbers);
  const id = `table-${table.key}`;
  return (
    <section aria-labelledby={id} className="paper-section">
      <h2 id={id} className="paper-table-title">
        {table.title}
      </h2>
      <p className="paper-hint" data-screen-only>
        {paperWords.scrollHint}
        <span aria-hidden="true"> →</span>
      </p>
      <div className="paper-scroll" role="group" aria-labelledby={id} tabIndex={0}>
        <table className={`paper-table paper-table-${paper}`}>
          <colgroup>
            {table.columns.map(({ key, share }) => (
              <col key={key} width={`${share}%`} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {table.columns.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          {bodiesOf(lines).map((body) => (
            <tbody key={body[0]!.id + body[0]!.kind}>
              {body.map((line) => (
                <Line key={line.id + line.kind} {...{ line, table, numbers, hrefOf }} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {notes.length > 0 && (
        <ul className="paper-footnotes">
          {notes.map(({ number, text }) => (
            <li key={number} id={`note-${number}-${table.key}`}>
              {words.note(number)} {text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Lines that belong together, which no page's end may cut apart. */
function bodiesOf(lines: readonly PaperLine[]): PaperLine[][] {
  const bodies: PaperLine[][] = [];
  for (const line of lines) {
    const open = bodies.at(-1);
    const before = open?.at(-1);
    // A heading stays with the line that follows it.
    const isOpen =
      open !== undefined && (before!.kind === "heading" || (line.kind === "line" && !line.isFirst));
    if (isOpen) open.push(line);
    else bodies.push([line]);
  }
  return bodies;
}

function Line({
  line,
  table,
  numbers,
  hrefOf,
}: { line: PaperLine; table: DocumentTable; numbers: Numbers } & Pick<PaperView, "hrefOf">) {
  if (line.kind === "heading")
    return (
      <tr className={`paper-heading-${line.level}`}>
        <th scope="colgroup" colSpan={table.columns.length}>
          {line.heading}
        </th>
      </tr>
    );
  const changed = line.isChanged ? "paper-changed" : undefined;
  return (
    <tr className={changed}>
      {line.cells.map(({ column, cell, rowSpan }) => {
        const { align } = table.columns.find(({ key }) => key === column)!;
        return (
          <td
            key={column}
            rowSpan={rowSpan > 1 ? rowSpan : undefined}
            className={align === "end" ? "text-right" : undefined}
          >
            {cell && <Cell {...{ cell, numbers, hrefOf, table: table.key }} />}
          </td>
        );
      })}
    </tr>
  );
}

function Cell({
  cell,
  numbers,
  hrefOf,
  table,
}: { cell: DocumentCell; numbers: Numbers; table: string } & Pick<PaperView, "hrefOf">) {
  const { text, marker, value, indicatorId, note } = cell;
  const number = numbers.get(note);
  // A word that stands for a figure needs no second word.
  const mark = marker === null || (value === null && marker !== "expected") ? "" : words.markers[marker];
  const leads = hrefOf !== null && indicatorId !== null && value !== null;
  return (
    <>
      {leads ? <a href={hrefOf(indicatorId)}>{text}</a> : <span className="whitespace-pre-line">{text}</span>}
      {mark !== "" && <small>{mark}</small>}
      {number !== undefined && (
        <sup>
          <a href={`#note-${number}-${table}`}>{words.note(number)}</a>
        </sup>
      )}
    </>
  );
}
