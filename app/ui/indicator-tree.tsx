import { recordWords } from "#app/locales/ja/indicator-records.ts";
import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { Badge } from "./badge.tsx";
import { StackedTable } from "./indicator-stack.tsx";

const words = staffWords.indicators;

export type StaffIndicatorLine = {
  id: string;
  name: string;
  previous: string;
  target: string;
  actual: string;
  expected: string;
  ratio: string;
  /** True where the portal counts the figure, so that its records can be listed. */
  isCounted: boolean;
  pace: { text: string; behind: boolean } | null;
};

/** Indicators as staff work with them: every figure, the pace, and the way to enter an official one. */
export function StaffIndicatorTable({
  caption,
  lines,
  asOf,
}: {
  caption: string;
  lines: readonly StaffIndicatorLine[];
  asOf: string;
}) {
  const [name, previous, target, actual, expected, ratio, pace, enter] = words.columns;
  return (
    <StackedTable
      caption={caption}
      columns={[
        [name, "md:w-[22%]"],
        [previous, "md:w-[12%]"],
        [target, "md:w-[12%]"],
        [actual, "md:w-[12%]"],
        [expected, "md:w-[8%]"],
        [ratio, "md:w-[9%]"],
        [pace, "md:w-[13%]"],
        [enter, "md:w-[12%]"],
      ]}
    >
      {lines.map((line) => (
        <tbody key={line.id}>
          <tr>
            <th scope="row">
              <a href={`/indicators/${encodeURIComponent(line.id)}?asOf=${asOf}`}>{line.name}</a>
            </th>
            <td data-label={previous}>{line.previous}</td>
            <td data-label={target}>{line.target}</td>
            <td data-label={actual}>
              <span>
                {line.actual}
                {line.isCounted && (
                  <a
                    className="block"
                    href={`/staff/indicators/${encodeURIComponent(line.id)}/records?asOf=${asOf}`}
                    aria-label={recordWords.titleOf(line.name)}
                  >
                    {recordWords.title}
                  </a>
                )}
              </span>
            </td>
            <td data-label={expected}>{line.expected}</td>
            <td data-label={ratio}>{line.ratio}</td>
            <td data-label={pace}>
              {line.pace ? (
                <span>
                  <Badge tone={line.pace.behind ? "orange" : "green"}>
                    {line.pace.behind ? words.behind : words.notBehind}
                  </Badge>
                  <span className="block text-dns-14N-130 text-solid-gray-700">
                    {words.pace(line.pace.text)}
                  </span>
                </span>
              ) : (
                words.noPace
              )}
            </td>
            <td data-label={enter}>
              <a
                href={`/staff/indicators?enter=${encodeURIComponent(line.id)}#entry`}
                aria-label={words.enterFor(line.name)}
              >
                {words.enter}
              </a>
            </td>
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}

export type StaffProject = {
  id: string;
  code: string;
  title: string;
  grade: string;
  direction: string;
  results: string;
  issues: string;
  lines: StaffIndicatorLine[];
};

/** A project with its figures, its grade and direction, and on request what was achieved and what is left. */
export function StaffProjectBlock({ project, asOf }: { project: StaffProject; asOf: string }) {
  const { columns } = indicatorWords;
  return (
    <article className="mt-6" aria-labelledby={`project-${project.code}`}>
      <h4 id={`project-${project.code}`} className="text-std-17B-170">
        {project.code} {project.title}
      </h4>
      <p className="mt-1 mb-2 flex flex-wrap gap-x-6">
        <span>
          {columns.grade}:{project.grade}
        </span>
        <span>
          {columns.direction}:{project.direction}
        </span>
      </p>
      {project.lines.length === 0 ? (
        <p>{indicatorWords.noIndicators}</p>
      ) : (
        <StaffIndicatorTable caption={`${project.code} ${project.title}`} lines={project.lines} asOf={asOf} />
      )}
      {(project.results || project.issues) && (
        <details className="mt-1">
          <summary className="min-h-11 cursor-pointer py-2">{words.evaluation}</summary>
          <p>
            <strong>{words.results}</strong>:{project.results}
          </p>
          <p className="mt-2">
            <strong>{words.issues}</strong>:{project.issues}
          </p>
        </details>
      )}
    </article>
  );
}
