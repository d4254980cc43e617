import { people } from "#app/locales/ja/events.ts";
import { schoolEvent as words } from "#app/locales/ja/school-room.ts";
import { shortDate, timeOf } from "#app/platform/calendar.ts";
import { Table } from "./table.tsx";

type Placement = {
  label: string;
  className: string;
  size: number;
  sessionTitle: string;
  startsAt: Date;
  placeName: string;
  busName: string | null;
};

/** Where the groups of a school go, class by class. */
export function SchoolPlacements({ placements }: { placements: readonly Placement[] }) {
  if (placements.length === 0) return <p>{words.visitsNone}</p>;
  const classes = [...Map.groupBy(placements, ({ className }) => className)];
  return (
    <>
      <p>{words.visitsLead}</p>
      {classes.map(([name, own]) => (
        <section key={name} className="mt-6">
          <h3 className="text-std-18B-160">{name || words.noClass}</h3>
          <Table caption={name || words.noClass} head={Object.values(words.visitColumns)}>
            {own.map((placement) => (
              <tr key={`${placement.label} ${placement.startsAt.toISOString()}`}>
                <th scope="row" className="whitespace-nowrap">
                  {placement.label}
                </th>
                <td className="text-right whitespace-nowrap">{people(placement.size)}</td>
                <td className="min-w-40">{placement.placeName}</td>
                <td className="whitespace-nowrap">
                  {[placement.sessionTitle, shortDate(placement.startsAt), timeOf(placement.startsAt)]
                    .filter(Boolean)
                    .join(" ")}
                </td>
                <td className="whitespace-nowrap">{placement.busName ?? ""}</td>
              </tr>
            ))}
          </Table>
        </section>
      ))}
    </>
  );
}
