import type { ReactNode } from "react";
import { boothPlan as words } from "#app/locales/ja/booth-plan.ts";
import { Table } from "./table.tsx";

/** The figures of a plan beside those of others, line by line in words. */
export function BoothPlanFigures({
  heads,
  lines,
}: {
  heads: readonly string[];
  lines: readonly { label: string; cells: string[] }[];
}) {
  return (
    <Table caption={words.summary} head={[words.columns.figure, ...heads.map(toRight)]}>
      {lines.map(({ label, cells }) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          {cells.map((cell, at) => (
            <td key={at} className="text-right whitespace-nowrap tabular-nums">
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

/** Departments with the people expected and the companies that are there for them. */
export function BoothCoverage({
  lines,
}: {
  lines: readonly { label: string; people: number; chosen: number; applied: number; load: string }[];
}) {
  const { coverageColumns: columns } = words;
  const most = Math.max(1, ...lines.map(({ applied }) => applied));
  return (
    <Table
      caption={words.coverage}
      head={[columns.department, toRight(columns.people), toRight(columns.load), columns.bar]}
    >
      {lines.map((line) => (
        <tr key={line.label}>
          <th scope="row" className="min-w-40">
            {line.label}
          </th>
          <td className="text-right whitespace-nowrap tabular-nums">{words.people(line.people)}</td>
          <td className="text-right whitespace-nowrap tabular-nums">{line.load}</td>
          <td className="min-w-56">
            <Bar chosen={line.chosen} applied={line.applied} most={most} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Industries, or areas: how many applied and how many are in. */
export function BoothBalance({
  caption,
  lines,
}: {
  caption: string;
  lines: readonly { label: string; applied: number; chosen: number }[];
}) {
  const most = Math.max(1, ...lines.map(({ applied }) => applied));
  return (
    <Table caption={caption} head={[words.balanceColumns.group, words.balanceColumns.bar]}>
      {lines.map(({ label, applied, chosen }) => (
        <tr key={label}>
          <th scope="row" className="min-w-36">
            {label}
          </th>
          <td className="min-w-48">
            <Bar chosen={chosen} applied={applied} most={most} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

const WIDTH = 200;

/** So many of those who applied, as a filled part of a frame and in words. */
function Bar({ chosen, applied, most }: { chosen: number; applied: number; most: number }) {
  const length = (count: number) => (count / most) * (WIDTH - 2);
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <svg viewBox={`0 0 ${WIDTH} 16`} width={WIDTH} height="16" aria-hidden="true" className="shrink-0">
        <rect x="1" y="1" width={length(applied)} height="14" className="fill-white stroke-solid-gray-600" />
        <rect x="1" y="1" width={length(chosen)} height="14" className="fill-key-700" />
      </svg>
      <span className="whitespace-nowrap">{words.barText(chosen, applied)}</span>
    </span>
  );
}

/** The head of a column of figures. */
function toRight(text: string): ReactNode {
  return (
    <span key={text} className="block text-right">
      {text}
    </span>
  );
}
