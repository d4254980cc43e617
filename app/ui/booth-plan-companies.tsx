import { boothPlan as words } from "#app/locales/ja/booth-plan.ts";
import { FixedChoice } from "./booth-board.tsx";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

/** A company of a plan, in words. */
export type PlanCompanyLine = {
  id: string;
  companyId: string;
  name: string;
  about: string;
  reasons: string[];
  points: string;
  /** Null where staff settled it; the change in words otherwise. */
  swap: { change: string; who: string; parts: string[] } | null;
  isSettled: boolean;
  /** Null for what is decided already: no choice is offered. */
  fixed: { choice: "in" | "out" | null } | null;
};

/** The companies that are in, or those that are left out, each with its reasons and what changing it would cost. */
export function BoothPlanCompanies({
  caption,
  lines,
  chosen,
}: {
  caption: string;
  lines: readonly PlanCompanyLine[];
  chosen: boolean;
}) {
  const { listColumns: columns } = words;
  return (
    <Table
      caption={caption}
      head={[columns.company, columns.why, columns.points, chosen ? columns.out : columns.in, columns.fixed]}
    >
      {lines.map((line) => (
        <tr key={line.id}>
          <th scope="row" className="min-w-48">
            <TextLink to={`/staff/companies/${line.companyId}`} className="inline-block py-1">
              {line.name}
            </TextLink>
            <span className="block text-dns-14N-130 text-solid-gray-700">{line.about}</span>
          </th>
          <td className="min-w-72">
            <ul className="list-disc pl-5">
              {line.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </td>
          <td className="text-right whitespace-nowrap tabular-nums">{line.points}</td>
          <td className="min-w-56">
            <Swap line={line} />
          </td>
          <td>{line.fixed && <FixedChoice id={line.id} name={line.name} fixed={line.fixed.choice} />}</td>
        </tr>
      ))}
    </Table>
  );
}

function Swap({ line: { swap, isSettled } }: { line: PlanCompanyLine }) {
  if (!swap) return isSettled ? words.settled : words.swapNone;
  return (
    <>
      <strong className="tabular-nums">{swap.change}</strong>
      <span className="block">{swap.who}</span>
      {swap.parts.length > 0 && (
        <details className="mt-1">
          <summary className="min-h-11 cursor-pointer py-2 text-dns-14N-130">{words.swapParts}</summary>
          <ul className="list-disc pl-5 text-dns-14N-130">
            {swap.parts.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
