import { staffWords } from "#app/locales/ja/staff.ts";
import { TextLink } from "./text-link.tsx";
import { Table } from "./table.tsx";

/** One number on the staff's desk with what it means and where to work on it. */
export function StatTile({
  label,
  value,
  note,
  to,
}: {
  label: string;
  value: string;
  note?: string;
  to: string;
}) {
  return (
    <li className="rounded-8 border border-solid-gray-420 p-4">
      <TextLink to={to} className="inline-flex min-h-11 items-center">
        {label}
      </TextLink>
      <p className="text-std-28B-150">{value}</p>
      {note && <p className="text-std-16N-170 text-solid-gray-700">{note}</p>}
    </li>
  );
}

export type BehindLine = {
  id: string;
  place: string;
  name: string;
  actual: string;
  pace: string;
  target: string;
  next: { text: string; to: string };
};

/** Indicators below their pace line, each with what staff can do next. */
export function BehindTable({ lines }: { lines: readonly BehindLine[] }) {
  const words = staffWords.home;
  return (
    <Table caption={words.behind} head={[...words.behindColumns]}>
      {lines.map((line) => (
        <tr key={line.id}>
          <th scope="row" className="min-w-56">
            <TextLink to={`/indicators/${encodeURIComponent(line.id)}?asOf=today`}>{line.name}</TextLink>
            <span className="block text-dns-14N-130 text-solid-gray-700">{line.place}</span>
          </th>
          <td className="whitespace-nowrap">{line.actual}</td>
          <td className="whitespace-nowrap">{line.pace}</td>
          <td className="min-w-28">{line.target}</td>
          <td className="min-w-64">
            <TextLink to={line.next.to}>{line.next.text}</TextLink>
          </td>
        </tr>
      ))}
    </Table>
  );
}
