import { boothBoard as words } from "#app/locales/ja/booth-board.ts";
import { points } from "#app/locales/ja/booth-planner.ts";
import { Badge } from "./badge.tsx";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

type Figures = {
  companies: number;
  score: { total: number };
  departments: number;
  departmentsCovered: number;
  mostPeoplePerCompany: number | null;
  industries: number;
  areas: number;
  leftOutChosen: number;
  leftOutApplied: number;
};

export type PlanLine = {
  id: string;
  number: number;
  made: string;
  adopted: boolean;
  figures: Figures;
  firstCome: Figures;
};

/** The plans of an event side by side, with what first come, first served would give for the newest one. */
export function BoothPlanList({ page, plans }: { page: string; plans: readonly PlanLine[] }) {
  const { planColumns: columns } = words;
  const newest = plans[0];
  return (
    <Table
      caption={words.table(words.plans)}
      head={[
        columns.plan,
        ...[
          columns.score,
          columns.companies,
          columns.departments,
          columns.load,
          columns.industries,
          columns.areas,
          columns.leftOut,
        ].map(toRight),
      ]}
    >
      {plans.map((plan) => (
        <tr key={plan.id}>
          <th scope="row" className="whitespace-nowrap">
            <TextLink to={`${page}/${plan.id}`} className="mr-2 inline-flex min-h-11 items-center">
              {words.overview.plan(plan.number)}
            </TextLink>
            {plan.adopted && <Badge tone="green">{words.overview.adopted}</Badge>}
            <span className="block text-dns-14N-130">{plan.made}</span>
          </th>
          <FigureCells figures={plan.figures} />
        </tr>
      ))}
      {newest && (
        <tr>
          <th scope="row" className="whitespace-nowrap">
            {columns.firstCome}
          </th>
          <FigureCells figures={newest.firstCome} />
        </tr>
      )}
    </Table>
  );
}

function FigureCells({ figures }: { figures: Figures }) {
  const cells = [
    points(figures.score.total),
    figures.companies,
    `${figures.departmentsCovered}/${figures.departments}`,
    figures.mostPeoplePerCompany === null ? words.overview.dash : `${figures.mostPeoplePerCompany}人`,
    figures.industries,
    figures.areas,
    `${figures.leftOutChosen}/${figures.leftOutApplied}`,
  ];
  return cells.map((cell, at) => (
    <td key={at} className="text-right whitespace-nowrap tabular-nums">
      {cell}
    </td>
  ));
}

/** The head of a column of figures. */
function toRight(text: string) {
  return (
    <span key={text} className="block text-right">
      {text}
    </span>
  );
}
