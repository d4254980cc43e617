import type { PlanFigures } from "#app/domain/visits/plan.rules.ts";
import type { Emphasis } from "#app/domain/visits/stored-plan.rules.ts";
import { people } from "#app/locales/ja/events.ts";
import { visitComparison as words } from "#app/locales/ja/visit-plans.ts";
import { visitRoom, visits } from "#app/locales/ja/visits.ts";
import { Table } from "./table.tsx";
import { figureItems, share } from "./visit-plan-state.tsx";

type Column = {
  number: number;
  emphasis: Emphasis;
  locks: number;
  proven: boolean;
  gap: number;
  figures: PlanFigures;
  stops: { sessionId: string; placeId: string; placeName: string; sessionLabel: string; people: number }[];
};

/** What two plans achieve, side by side. */
export function ComparedFigures({ columns }: { columns: readonly Column[] }) {
  const items = columns.map(({ figures }) => figureItems(figures));
  const terms = [...new Set(items.flatMap((list) => list.map(({ term }) => term)))];
  const { settings } = words;
  const rows: [string, string[]][] = [
    [settings.emphasis, columns.map(({ emphasis }) => visitRoom.emphases[emphasis].label)],
    [settings.locks, columns.map(({ locks }) => locks.toLocaleString("ja-JP"))],
    [
      settings.proven,
      columns.map(({ proven, gap }) => (proven ? settings.provenYes : settings.provenNo(share(gap)))),
    ],
    ...terms.map((term): [string, string[]] => [
      term,
      items.map((list) => list.find((item) => item.term === term)?.value ?? people(0)),
    ]),
  ];
  return (
    <Table caption={words.figures} head={[words.item, ...columns.map(({ number }) => visits.plan(number))]}>
      {rows.map(([term, values]) => (
        <tr key={term}>
          <th scope="row" className="min-w-36">
            {term}
          </th>
          {values.map((value, at) => (
            <td key={at} className="min-w-32">
              {value}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

/** How many people each place gets in each session in two plans. */
export function ComparedSpread({ columns }: { columns: readonly Column[] }) {
  const stops = columns.flatMap((column) => column.stops);
  const keys = [...new Set(stops.map((stop) => `${stop.sessionId} ${stop.placeId}`))];
  return (
    <Table
      caption={words.spread}
      head={[words.spreadItem, ...columns.map(({ number }) => visits.plan(number))]}
    >
      {keys.map((key) => {
        const named = stops.find((stop) => `${stop.sessionId} ${stop.placeId}` === key)!;
        return (
          <tr key={key}>
            <th scope="row" className="min-w-48">
              {named.placeName}
              <span className="block text-dns-14N-130">{named.sessionLabel}</span>
            </th>
            {columns.map((column) => (
              <td key={column.number} className="text-right whitespace-nowrap tabular-nums">
                {people(
                  column.stops.find((stop) => `${stop.sessionId} ${stop.placeId}` === key)?.people ?? 0,
                )}
              </td>
            ))}
          </tr>
        );
      })}
    </Table>
  );
}
