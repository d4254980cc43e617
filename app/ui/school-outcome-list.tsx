import {
  addCounts,
  localShare,
  newestOfClass,
  OUTCOME_PARTS,
  type OutcomeRow,
} from "#app/domain/employment/outcome.rules.ts";
import { outcomeWords as words } from "#app/locales/ja/school-outcomes.ts";
import { civilDateOf, plainDate } from "#app/platform/calendar.ts";
import { EmptyState } from "./page.tsx";
import { DescriptionList, Table } from "./table.tsx";

/** What a school recorded, corrected rows included. */
export function SchoolOutcomeList({ rows }: { rows: readonly OutcomeRow[] }) {
  if (rows.length === 0)
    return (
      <EmptyState title={words.none}>
        <p>{words.noneText}</p>
      </EmptyState>
    );
  return (
    <>
      <p className="mb-4">{words.listText}</p>
      <Table caption={words.list} head={[...words.columns]}>
        {rows.map((row) => (
          <tr key={row.id} className={row.isCorrected ? "text-solid-gray-700" : undefined}>
            <th scope="row" className="min-w-40">
              {words.classOf(row.graduationYear)}
              <span className="block font-400">{row.departmentName || words.whole}</span>
            </th>
            <td className="whitespace-nowrap">{plainDate(row.asOf)}</td>
            <td className="text-right whitespace-nowrap">{words.people(row.graduates)}</td>
            {OUTCOME_PARTS.map((part) => (
              <td key={part} className="text-right whitespace-nowrap">
                {words.people(row[part])}
              </td>
            ))}
            <td className="min-w-40">
              {row.isCorrected ? words.corrected : words.statusNames[row.status]}
              <span className="block">{words.recordedOn(plainDate(civilDateOf(row.recordedAt)))}</span>
              {row.byStaff && <span className="block">{words.byStaff}</span>}
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}

/** The newest count of each class, and what the town makes of it. */
export function SchoolOutcomeRates({ rows }: { rows: readonly OutcomeRow[] }) {
  const current = rows.filter(({ isCorrected }) => !isCorrected);
  const years = [...new Set(current.map(({ graduationYear }) => graduationYear))];
  return (
    <>
      <p className="mb-4">{words.resultText}</p>
      <DescriptionList
        items={years.map((year) => {
          const newest = newestOfClass(current.filter(({ graduationYear }) => graduationYear === year));
          const asOf = newest.reduce((latest, row) => (row.asOf > latest ? row.asOf : latest), "");
          const counts = addCounts(newest)!;
          return {
            term: words.latest(words.classOf(year), asOf),
            children: <Rate counts={counts} />,
          };
        })}
      />
    </>
  );
}

function Rate({ counts }: { counts: NonNullable<ReturnType<typeof addCounts>> }) {
  const { placed, percent, lowest, highest } = localShare(counts);
  return (
    <>
      <p>{percent === null ? words.noRate : words.rate(counts.placedLocal, placed, percent)}</p>
      <p>
        {counts.unknown === 0 || lowest === null || highest === null
          ? words.allKnown
          : words.bounds(counts.unknown, lowest, highest)}
      </p>
    </>
  );
}
