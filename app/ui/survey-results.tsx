import { categoryNames } from "#app/locales/ja/events.ts";
import { survey, surveyResults as words } from "#app/locales/ja/survey.ts";
import { Table } from "./table.tsx";

type Mean = { mean: number | null; n: number };
type Figures = {
  n: number;
  satisfaction: Mean;
  interest: Mean;
  satisfactionCounts: readonly number[];
  interestCounts: readonly number[];
  useful: readonly { code: keyof typeof survey.usefulNames; count: number }[];
};

const show = ({ mean }: Mean) => (mean === null ? words.noMean : words.mean(mean));
const right = (text: string) => (
  <span key={text} className="block text-right">
    {text}
  </span>
);

/** Means with the number of answers they rest on, and how many chose each step. */
export function SurveyMeans({ figures }: { figures: Figures }) {
  const rows = [
    { name: words.satisfaction, mean: figures.satisfaction, counts: figures.satisfactionCounts },
    { name: words.interest, mean: figures.interest, counts: figures.interestCounts },
  ];
  return (
    <Table
      caption={words.table(words.all)}
      head={[
        words.columns.question,
        right(words.columns.mean),
        right(words.columns.n),
        ...words.scale.map(right),
      ]}
    >
      {rows.map(({ name, mean, counts }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td className="text-right tabular-nums">{show(mean)}</td>
          <td className="text-right tabular-nums">{mean.n}</td>
          {counts.toReversed().map((count, index) => (
            <td key={index} className="text-right tabular-nums">
              {count}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

/** What was useful, the most named first. */
export function SurveyUseful({ figures }: { figures: Figures }) {
  return (
    <Table caption={words.table(words.useful)} head={[words.columns.item, right(words.columns.count)]}>
      {figures.useful
        .toSorted((a, b) => b.count - a.count)
        .map(({ code, count }) => (
          <tr key={code}>
            <th scope="row">{survey.usefulNames[code]}</th>
            <td className="text-right tabular-nums">{count}</td>
          </tr>
        ))}
    </Table>
  );
}

/** Means by category, where enough people answered. */
export function SurveyCategories({
  rows,
}: {
  rows: readonly { category: keyof typeof categoryNames; figures: Figures | null }[];
}) {
  return (
    <>
      <Table
        caption={words.table(words.byCategory)}
        head={[
          words.columns.category,
          right(words.columns.n),
          right(words.satisfaction),
          right(words.interest),
        ]}
      >
        {rows.map(({ category, figures }) => (
          <tr key={category}>
            <th scope="row">{categoryNames[category]}</th>
            {figures ? (
              <>
                <td className="text-right tabular-nums">{figures.n}</td>
                <td className="text-right tabular-nums">{show(figures.satisfaction)}</td>
                <td className="text-right tabular-nums">{show(figures.interest)}</td>
              </>
            ) : (
              <td colSpan={3} className="text-right">
                {words.hidden}
              </td>
            )}
          </tr>
        ))}
      </Table>
      <p className="mt-2 max-w-3xl text-solid-gray-700">{words.byCategoryNote}</p>
    </>
  );
}
