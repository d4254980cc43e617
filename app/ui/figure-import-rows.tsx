import { errorWords } from "#app/locales/ja/errors.ts";
import { figureImport as words, remarkWords } from "#app/locales/ja/figure-imports.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { ImportRowList } from "./import-row-list.tsx";

type Outcome = keyof typeof words.outcomes;
type Cell = {
  field: string;
  column: string;
  outcome: "create" | "change" | "same";
  before: string;
  after: string;
  remarks: readonly string[];
  text: string;
};
type CellError = { column: string; code: string; header: string; text: string };
type Row = {
  number: number;
  outcome: Outcome;
  title: string;
  cells: readonly Cell[];
  errors: readonly CellError[];
};
type Run = {
  id: string;
  state: string;
  outcome: Outcome | null;
  /** The row that a link leads to. */
  row: number | null;
  total: number;
  page: number;
  pages: number;
  rows: readonly Row[];
};

const tones = {
  error: "red",
  change: "orange",
  create: "blue",
  same: "neutral",
  leftOut: "neutral",
  blank: "neutral",
} as const;

/** The rows of an import, cell by cell: what each would do, or did. */
export function FigureRows({ run }: { run: Run }) {
  return (
    <ImportRowList path={`/staff/figures/${run.id}`} outcomes={words.outcomes} list={run}>
      {(row) => (
        <FigureRow
          key={row.number}
          row={row}
          isMarked={row.number === run.row}
          mayLeaveOut={run.state === "checked"}
        />
      )}
    </ImportRowList>
  );
}

function FigureRow({ row, isMarked, mayLeaveOut }: { row: Row; isMarked: boolean; mayLeaveOut: boolean }) {
  const shown = row.cells.filter(({ outcome }) => outcome !== "same");
  const same = row.cells.filter(({ outcome }) => outcome === "same");
  return (
    <li id={`row-${row.number}`} className={isMarked ? "bg-key-50" : ""}>
      <article className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-4 gap-y-1 border-b border-solid-gray-420 py-3 lg:grid-cols-[6rem_8rem_16rem_minmax(0,1fr)]">
        <p className="tabular-nums">{words.rowNumber(row.number)}</p>
        <p>
          <Badge tone={tones[row.outcome]}>{words.outcomes[row.outcome]}</Badge>
        </p>
        <h4 className="col-span-2 text-std-16B-170 wrap-anywhere lg:col-span-1">{row.title}</h4>
        <div className="col-span-2 space-y-3 lg:col-span-1">
          {row.errors.length > 0 && <Errors row={row} />}
          {row.errors.length > 0 && mayLeaveOut && <LeaveOut row={row} />}
          {shown.length > 0 && <Changes cells={shown} row={row.number} />}
          {same.length > 0 && (
            <p className="text-solid-gray-700">
              {same.length === 1
                ? words.sameValue(same[0]!.after)
                : words.sameCells(same.length, same.map(({ column }) => column).join("、"))}
            </p>
          )}
        </div>
      </article>
    </li>
  );
}

function Errors({ row }: { row: Row }) {
  return (
    <ul className="space-y-1">
      {row.errors.map(({ column, code, header, text }) => (
        <li key={`${column} ${code}`} className="wrap-anywhere">
          <span className="text-std-16B-170">
            {column ? words.cell(column, row.number) : words.wholeRow}
            {header && `(${header})`}
          </span>
          {text && <span className="text-solid-gray-700">「{text}」</span>}:{errorWords(code)}
        </li>
      ))}
    </ul>
  );
}

/** The errors of one row may be left out, and taken in again. */
function LeaveOut({ row }: { row: Row }) {
  const isLeftOut = row.outcome !== "error";
  return (
    <form method="post" data-screen-only>
      <input type="hidden" name="row" value={row.number} />
      {isLeftOut && <span className="mr-3">{words.leftOutNote}</span>}
      <Button name="intent" value={isLeftOut ? "put-back" : "leave-out"} look="secondary">
        {isLeftOut ? words.putBack : words.leave}
        <span className="sr-only">{words.rowNumber(row.number)}</span>
      </Button>
    </form>
  );
}

function Changes({ cells, row }: { cells: readonly Cell[]; row: number }) {
  return (
    <dl className="space-y-2">
      {cells.map(({ field, column, outcome, before, after, remarks }) => (
        <div key={`${column} ${field}`}>
          <dt className="text-std-16B-170 wrap-anywhere">
            {field}
            {column && (
              <span className="ml-2 text-std-16N-170 text-solid-gray-700">{words.cell(column, row)}</span>
            )}
          </dt>
          <dd className="wrap-anywhere">
            {outcome === "change" && (
              <>
                <span className="text-solid-gray-700">{words.before}:</span>
                {before}
                <span aria-hidden="true"> → </span>
              </>
            )}
            <span className="text-solid-gray-700">{words.after}:</span>
            {after}
          </dd>
          {remarks.map((code) => (
            <dd key={code} className="text-solid-gray-700">
              {remarkWords(code)}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
