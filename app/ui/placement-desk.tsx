import type { DeskPlacement } from "#app/domain/employment/desk.rules.ts";
import { placementDeskWords as words } from "#app/locales/ja/employment-desk.ts";
import { placementKindNames, placementSourceNames, reportWords } from "#app/locales/ja/employment.ts";
import { plainDate } from "#app/platform/calendar.ts";
import { Badge } from "./badge.tsx";
import { classWords, PersonState, PlaceOfWork } from "./employment-people.tsx";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

/** Placements of every source as staff see them. */
export function DeskPlacements({ placements }: { placements: readonly DeskPlacement[] }) {
  return (
    <Table caption={words.list} head={words.columns.map((column) => column || reportWords.correct)}>
      {placements.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="whitespace-nowrap">
            {plainDate(row.startedOn)}
            {row.mark && <span className="block font-400">{row.mark}</span>}
          </th>
          <td className="min-w-36">
            {placementSourceNames[row.source]}
            {row.isReturning && (
              <span className="mt-1 block">
                <Badge tone="blue">{words.returning}</Badge>
              </span>
            )}
          </td>
          <td className="min-w-32">
            {placementKindNames[row.kind]}
            <span className="block">{[row.schoolName, classWords(row)].filter(Boolean).join(" ")}</span>
          </td>
          <td className="min-w-44">
            {row.companyName && <span className="block">{row.companyName}</span>}
            <PlaceOfWork person={row} />
          </td>
          <td className="min-w-40">
            {/* Companies are asked only about people whom they reported themselves. */}
            {row.source === "company" || row.left ? <PersonState person={row} /> : words.notAsked}
            {row.isCorrection && <span className="block">{words.corrected(row.correctionReason)}</span>}
          </td>
          <td>
            <TextLink
              to={`/staff/employment/correction?placement=${row.id}`}
              className="inline-flex min-h-11 items-center whitespace-nowrap"
            >
              {reportWords.correct}
              <span className="sr-only">
                :{placementSourceNames[row.source]} {plainDate(row.startedOn)} {row.mark}
              </span>
            </TextLink>
          </td>
        </tr>
      ))}
    </Table>
  );
}
