import { indicatorWords as words } from "#app/locales/ja/indicators.ts";
import { publicWords } from "#app/locales/ja/indicators-public.ts";
import { ShareBar } from "./indicator-bar.tsx";
import { StackedTable } from "./indicator-stack.tsx";
import { Section } from "./page.tsx";

type FigureText = { text: string; mark: string | null; note: string | null };
export type LineView = {
  id: string;
  name: string;
  previous: FigureText;
  target: string;
  actual: FigureText;
  baseline: FigureText | null;
  ratio: string;
  share: number | null;
  reached: boolean;
};
type ProjectView = {
  id: string;
  code: string;
  title: string;
  grade: string;
  direction: string;
  indicators: readonly LineView[];
};
type Reach = { compared: number; reached: number };

/** Column heads of a sheet, made for its fiscal year and day. */
type SheetColumns = { previous: string; target: string; actual: string };

function FigureCell({ label, figure }: { label: string; figure: FigureText }) {
  return (
    <td data-label={label}>
      <span>
        {figure.text}
        {figure.mark && <small>{figure.mark}</small>}
        {figure.note && (
          <>
            <br />
            <small>{figure.note}</small>
          </>
        )}
      </span>
    </td>
  );
}

function RatioCell({ line }: { line: LineView }) {
  return (
    <td data-label={words.columns.ratio}>
      <span>
        {line.ratio}
        {line.reached && <small>{words.reached}</small>}
      </span>
      <ShareBar share={line.share} isReached={line.reached} />
    </td>
  );
}

/** The address of an indicator's page, on the same as-of day. */
function indicatorHref(id: string, query: string) {
  return `/indicators/${encodeURIComponent(id)}${query}`;
}

/** The sheet in words: indicators of the plan, then policy by policy, strategy by strategy. */
export type SheetView = {
  asOf: string;
  /** Query string that the links keep, for example `?asOf=2025-01-31`. */
  query: string;
  fiscalYear: number;
  planIndicators: readonly LineView[];
  policies: readonly {
    code: string;
    title: string;
    heading: string;
    description: string;
    indicators: readonly LineView[];
    strategies: readonly {
      code: string;
      title: string;
      indicators: readonly LineView[];
      projects: readonly ProjectView[];
      reach: Reach;
    }[];
    reach: Reach;
  }[];
};

/** Every table of the sheet, with the headings of the plan's tree; the projects of a strategy are folded. */
export function IndicatorSheet({ asOf, query, fiscalYear, planIndicators, policies }: SheetView) {
  const columns = {
    previous: words.columns.previous(fiscalYear - 1),
    target: words.columns.target(fiscalYear),
    actual: words.columns.actual(asOf),
  };
  return (
    <>
      {planIndicators.length > 0 && (
        <Section title={words.planIndicators} id="plan-indicators">
          <LongTermTable caption={words.planIndicators} lines={planIndicators} query={query} />
        </Section>
      )}
      {policies.map((policy) => (
        <Section key={policy.code} id={`policy-${policy.code}`} title={policy.heading}>
          <p className="max-w-3xl">{policy.description}</p>
          {policy.indicators.length > 0 && (
            <div className="mt-4">
              <LongTermTable
                caption={words.strategyIndicators(policy.title)}
                lines={policy.indicators}
                query={query}
              />
            </div>
          )}
          {policy.strategies.map(({ code, title, indicators, projects, reach }) => (
            <section key={code} aria-labelledby={`strategy-${code}`} className="mt-8">
              <h3 id={`strategy-${code}`} className="mb-3 text-std-20B-150">
                {words.strategy(code, title)}
              </h3>
              {indicators.length > 0 && (
                <div className="mb-4">
                  <LongTermTable caption={words.strategyIndicators(title)} lines={indicators} query={query} />
                </div>
              )}
              {projects.length > 0 && (
                <details className={folded}>
                  <summary className="min-h-11 cursor-pointer py-2.5">
                    <span className="text-std-16B-170">{publicWords.showProjects}</span>
                    <span className="ml-2 text-std-16N-170 text-solid-gray-700">
                      {publicWords.folded(projects.length, reach.reached, reach.compared)}
                    </span>
                  </summary>
                  <div className="pb-3">
                    <ProjectTable
                      caption={words.projects(title)}
                      projects={projects}
                      columns={columns}
                      query={query}
                    />
                  </div>
                </details>
              )}
            </section>
          ))}
        </Section>
      ))}
    </>
  );
}

// Paper shows the projects also where the screen folds them.
const folded =
  "rounded-8 border border-solid-gray-420 px-3 print:border-0 print:p-0 print:[&::details-content]:[content-visibility:visible]";

/** The projects of a strategy with target, actual, achievement, grade and direction; one body per project. */
function ProjectTable({
  caption,
  projects,
  columns,
  query,
}: {
  caption: string;
  projects: readonly ProjectView[];
  columns: SheetColumns;
  /** Query string that the links keep, for example `?asOf=2025-01-31`. */
  query: string;
}) {
  const { project, indicator, ratio, grade, direction } = words.columns;
  return (
    <StackedTable
      besides={3}
      caption={caption}
      columns={[
        [project, "md:w-[20%]"],
        [indicator, "md:w-[19%]"],
        [columns.previous, "md:w-[11%]"],
        [columns.target, "md:w-[12%]"],
        [columns.actual, "md:w-[11%]"],
        [ratio, "md:w-[11%]"],
        [grade, "md:w-[8%]"],
        [direction, "md:w-[8%]"],
      ]}
    >
      {projects.map(({ id, code, title, indicators, ...evaluation }) => (
        <tbody key={id} id={code}>
          {indicators.length === 0 && (
            <tr>
              <th scope="rowgroup">
                {code} {title}
              </th>
              <td data-label={indicator} data-wide colSpan={5}>
                {words.noIndicators}
              </td>
              <td data-label={grade}>{evaluation.grade}</td>
              <td data-label={direction}>{evaluation.direction}</td>
            </tr>
          )}
          {indicators.map((line, index) => (
            <tr key={line.id}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={indicators.length}>
                  {code} {title}
                </th>
              )}
              <td data-label={indicator} data-wide>
                <a href={indicatorHref(line.id, query)}>{line.name}</a>
              </td>
              <FigureCell label={columns.previous} figure={line.previous} />
              <td data-label={columns.target}>{line.target}</td>
              <FigureCell label={columns.actual} figure={line.actual} />
              <RatioCell line={line} />
              {index === 0 && (
                <>
                  <td data-label={grade} rowSpan={indicators.length}>
                    {evaluation.grade}
                  </td>
                  <td data-label={direction} rowSpan={indicators.length}>
                    {evaluation.direction}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      ))}
    </StackedTable>
  );
}

/** Indicators of the plan or of a strategy: from the baseline to the target of the plan's last year. */
export function LongTermTable({
  caption,
  lines,
  query,
}: {
  caption: string;
  lines: readonly LineView[];
  query: string;
}) {
  const { indicator, baseline, finalTarget, latestActual, wayDone } = words.columns;
  return (
    <StackedTable
      besides={2}
      caption={caption}
      columns={[
        [indicator, "md:w-[36%]"],
        [baseline, "md:w-[16%]"],
        [finalTarget, "md:w-[15%]"],
        [latestActual, "md:w-[17%]"],
        [wayDone, "md:w-[16%]"],
      ]}
    >
      {lines.map((line) => (
        <tbody key={line.id}>
          <tr>
            <th scope="row">
              <a href={indicatorHref(line.id, query)}>{line.name}</a>
            </th>
            <FigureCell
              label={baseline}
              figure={line.baseline ?? { text: words.noExpected, mark: null, note: null }}
            />
            <td data-label={finalTarget}>{line.target}</td>
            <FigureCell label={latestActual} figure={line.actual} />
            <RatioCell line={line} />
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}
