import type { DeskState, QuarterState } from "#app/domain/employment/desk.rules.ts";
import { quarterMonths } from "#app/domain/employment/question.rules.ts";
import { deskWords as words } from "#app/locales/ja/employment-desk.ts";
import { months, placementRouteNames, placementSourceNames } from "#app/locales/ja/employment.ts";
import { EmptyState } from "./page.tsx";
import { DescriptionList, Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

export type YearFigures = {
  placements: number;
  people: number;
  firstTimePeople: number;
  bySource: { source: string; placements: number; people: number }[];
  byRoute: { route: string | null; placements: number; people: number }[];
};

/** Placements and people of the fiscal year so far. */
export function EmploymentFigures({ figures }: { figures: YearFigures }) {
  return (
    <>
      <DescriptionList
        items={[
          { term: words.placements, children: words.cases(figures.placements) },
          { term: words.people, children: words.persons(figures.people) },
          { term: words.firstTime, children: words.persons(figures.firstTimePeople) },
        ]}
      />
      <p className="mt-2 text-solid-gray-700">{words.figuresNote}</p>
      <div className="mt-8 grid gap-8 lg:grid-cols-2">
        <Breakdown
          title={words.bySource}
          head={[...words.sourceColumns]}
          rows={figures.bySource.map(({ source, ...counts }) => ({
            name: placementSourceNames[source]!,
            ...counts,
          }))}
        />
        <Breakdown
          title={words.byRoute}
          head={[...words.routeColumns]}
          rows={figures.byRoute.map(({ route, ...counts }) => ({
            name: route ? placementRouteNames[route]! : words.noRoute,
            ...counts,
          }))}
        />
      </div>
      <p className="mt-2 text-solid-gray-700">{words.partsNote}</p>
    </>
  );
}

function Breakdown({
  title,
  head,
  rows,
}: {
  title: string;
  head: string[];
  rows: { name: string; placements: number; people: number }[];
}) {
  return (
    <div>
      <h3 className="mb-2 text-std-18B-160">{title}</h3>
      <Table caption={title} head={head}>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td className="text-right whitespace-nowrap">{words.cases(row.placements)}</td>
            <td className="text-right whitespace-nowrap">{words.persons(row.people)}</td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

/** How the questions of the last quarters stand, with the way to the companies that did not answer. */
export function QuarterTable({ quarters }: { quarters: readonly QuarterState[] }) {
  if (quarters.length === 0)
    return (
      <EmptyState title={words.noQuestions}>
        <p>{words.noQuestionsText}</p>
      </EmptyState>
    );
  return (
    <Table caption={words.questions} head={[...words.questionColumns]}>
      {quarters.map((row) => (
        <tr key={row.quarter}>
          <th scope="row" className="min-w-24">
            {months(quarterMonths(row.quarter))}
          </th>
          <td className="text-right whitespace-nowrap">{words.companies(row.asked)}</td>
          <td className="text-right whitespace-nowrap">{words.companies(row.answered)}</td>
          <td className="text-right whitespace-nowrap">
            {row.unanswered === 0 ? (
              words.companies(0)
            ) : (
              <TextLink
                to={`/staff/employment/calls?quarter=${row.quarter}`}
                className="inline-flex min-h-11 items-center"
              >
                {words.companies(row.unanswered)}
                <span className="sr-only">:{words.callFor(months(quarterMonths(row.quarter)))}</span>
              </TextLink>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Where the people stand whom companies reported; who is unanswered is a line of its own, with the next step. */
export function StandingTable({
  standings,
}: {
  standings: readonly { state: DeskState; placements: number }[];
}) {
  return (
    <>
      <p className="mb-4">{words.standingsText}</p>
      <Table caption={words.standings} head={[...words.standingColumns]}>
        {standings.map(({ state, placements }) => (
          <tr key={state}>
            <th scope="row" className="min-w-24">
              {words.standingNames[state]}
            </th>
            <td className="text-right whitespace-nowrap">{words.cases(placements)}</td>
            <td>
              {words.standingNotes[state]}
              {state === "unanswered" && placements > 0 && (
                <TextLink to="/staff/employment/calls" className="flex min-h-11 w-fit items-center">
                  {words.call}
                </TextLink>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}
