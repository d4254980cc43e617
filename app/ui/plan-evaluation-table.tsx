import { planForms } from "#app/locales/ja/plan-forms.ts";
import { Badge } from "./badge.tsx";
import { StackedTable } from "./indicator-stack.tsx";
import { type DeskPlace, planLinks } from "./plan-links.ts";

const words = planForms.evaluations;

export type EvaluationLine = {
  id: string;
  label: string;
  computed: string;
  grade: string | null;
  differs: boolean;
  direction: string;
  recorded: string;
};

/** The projects of a strategy with computed and human grade; the strategy itself stands first. */
export function EvaluationTable({
  strategy,
  projects,
  place,
}: {
  strategy: EvaluationLine;
  projects: readonly EvaluationLine[];
  place: DeskPlace;
}) {
  const [item, computed, grade, direction, recorded] = words.columns;
  return (
    <section aria-labelledby={`strategy-${strategy.id}`} className="mt-8">
      <h2 id={`strategy-${strategy.id}`} className="mb-3 text-std-20B-150">
        {strategy.label}
      </h2>
      <StackedTable
        caption={strategy.label}
        columns={[
          [item, "md:w-[38%]"],
          [computed, "md:w-[12%]"],
          [grade, "md:w-[16%]"],
          [direction, "md:w-[12%]"],
          [recorded, "md:w-[22%]"],
        ]}
      >
        {[strategy, ...projects].map((line) => (
          <tbody key={line.id}>
            <tr>
              <th scope="row">
                <a href={planLinks.evaluation(line.id, place.year)}>{line.label}</a>
              </th>
              <td data-label={computed}>{line.computed}</td>
              <td data-label={grade}>
                <span>
                  {line.grade ??
                    (line.id === strategy.id ? "" : <Badge tone="orange">{words.missing}</Badge>)}{" "}
                  {line.differs && <Badge>{words.differs}</Badge>}
                </span>
              </td>
              <td data-label={direction}>{line.direction}</td>
              <td data-label={recorded}>
                <span>{line.recorded}</span>
              </td>
            </tr>
          </tbody>
        ))}
      </StackedTable>
    </section>
  );
}
