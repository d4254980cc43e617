import type { PlanChangesView, VisitWords } from "#app/domain/visits/plan-view.rules.ts";
import { visitPlan as words } from "#app/locales/ja/visit-plans.ts";
import { Table } from "./table.tsx";
import { wishWords } from "./visit-assignments.tsx";

/** Who goes somewhere else than in another plan, and what it costs. */
export function PlanChanges({
  changes,
  head,
}: {
  changes: PlanChangesView;
  head?: readonly [string, string];
}) {
  const { groups, cost } = changes;
  if (groups.length === 0) return <p>{words.changesNone}</p>;
  const { columns } = words.changesTable;
  return (
    <>
      <p className="mb-4">{words.changesLead(groups.length, cost.better, cost.worse, cost.alike)}</p>
      <Table
        caption={words.changesTable.caption}
        head={[columns.group, head?.[0] ?? columns.before, head?.[1] ?? columns.after]}
      >
        {groups.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row" className="whitespace-nowrap">
              {label}
            </th>
            <td className="min-w-48">
              <Visits visits={before} />
            </td>
            <td className="min-w-48">
              <Visits visits={after} />
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}

function Visits({ visits }: { visits: readonly VisitWords[] | null }) {
  if (!visits) return words.noGroup;
  return (
    <ul>
      {visits.map((visit) => (
        <li key={`${visit.sessionLabel} ${visit.placeName}`}>
          {visit.placeName}
          <span className="block text-dns-14N-130">
            {visit.sessionLabel} {wishWords(visit)}
          </span>
        </li>
      ))}
    </ul>
  );
}
