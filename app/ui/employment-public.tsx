import { employmentFigureWords as words } from "#app/locales/ja/employment-figures.ts";
import { ShareBar } from "./indicator-bar.tsx";
import { StackedTable } from "./indicator-stack.tsx";
import { Table } from "./table.tsx";

type Line = { key: string; label: string; cells: readonly string[] };

/** Counts in a table; its first column says what they are about. */
export function CountTable({
  caption,
  head,
  lines,
}: {
  caption: string;
  head: readonly string[];
  lines: readonly Line[];
}) {
  const [first, ...others] = head;
  return (
    <Table
      caption={caption}
      head={[
        first,
        ...others.map((text) => (
          <span key={text} className="block text-right">
            {text}
          </span>
        )),
      ]}
    >
      {lines.map(({ key, label, cells }) => (
        <tr key={key}>
          <th scope="row" className="min-w-40">
            {label}
          </th>
          {cells.map((text, at) => (
            <td key={at} className="min-w-24 text-right">
              {text}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

type Share = {
  row: string;
  text: string;
  /** From 0 to 1; null where there is nothing to draw. */
  share: number | null;
  bounds: string | null;
  basis: string | null;
  settled: string | null;
};

function ShareCell({ text, share, bounds, basis, settled }: Share) {
  return (
    <>
      <span className={share === null ? undefined : "text-std-18B-160"}>{text}</span>
      <ShareBar share={share} isWide />
      {[bounds, basis, settled].map(
        (line) =>
          line && (
            <span key={line} className="mt-1 block text-std-16N-170 text-solid-gray-700">
              {line}
            </span>
          ),
      )}
    </>
  );
}

/** Who is still there, class by class: each cell has its share with a bar, its bounds and its people. */
export function StayTable({
  rows,
}: {
  rows: readonly { key: string; label: string; cells: readonly Share[] }[];
}) {
  const [, ...horizons] = words.stayHead;
  return (
    <StackedTable
      caption={words.stayTitle}
      besides={2}
      columns={[
        [words.stayHead[0], "px-2 py-2 md:w-[16%]"],
        ...horizons.map((text) => [text, "px-2 py-2 md:w-[28%]"] as const),
      ]}
    >
      {rows.map(({ key, label, cells }) => (
        <tbody key={key} className="break-inside-avoid">
          <tr>
            <th scope="row">{label}</th>
            {cells.map((cell, at) => (
              <td key={cell.row} data-label={horizons[at]}>
                <ShareCell {...cell} />
              </td>
            ))}
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}

/** The estimates of all horizons, each with its bounds. */
export function EstimateTable({ rows }: { rows: readonly (Share & { label: string })[] }) {
  const [time, share, people] = words.estimateHead;
  return (
    <StackedTable
      caption={words.estimateTitle}
      besides={2}
      columns={[
        [time, "px-2 py-2 md:w-[16%]"],
        [share, "px-2 py-2 md:w-[42%]"],
        [people, "px-2 py-2 md:w-[42%]"],
      ]}
    >
      {rows.map(({ label, basis, ...cell }) => (
        <tbody key={cell.row} className="break-inside-avoid">
          <tr>
            <th scope="row">{label}</th>
            <td data-label={share}>
              <ShareCell {...cell} basis={null} settled={null} />
            </td>
            <td data-label={people}>{basis ?? words.cannotTell}</td>
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}
