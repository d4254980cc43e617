import { signalWords as words } from "#app/locales/ja/signals.ts";
import { StackedTable } from "./indicator-stack.tsx";
import { Section } from "./page.tsx";

/** What a plan would do to the indicators of the town's plan; nothing where it moves none. */
export function PlanEffects({
  lines,
}: {
  lines: readonly {
    id: string;
    name: string;
    before: string;
    after: string;
    target: string;
    note: string | null;
  }[];
}) {
  if (lines.length === 0) return null;
  const [indicator, before, after, target] = words.effectColumns;
  return (
    <Section title={words.effects} id="effects">
      <p className="mb-4 max-w-3xl">{words.effectsLead}</p>
      <StackedTable
        caption={words.effects}
        columns={[
          [indicator, "md:w-[34%]"],
          [before, "md:w-[16%]"],
          [after, "md:w-[18%]"],
          [target, "md:w-[32%]"],
        ]}
      >
        {lines.map((line) => (
          <tbody key={line.id}>
            <tr>
              <th scope="row">
                <a href={`/indicators/${encodeURIComponent(line.id)}?asOf=today`}>{line.name}</a>
              </th>
              <td data-label={before}>{line.before}</td>
              <td data-label={after}>
                <strong>{line.after}</strong>
              </td>
              <td data-label={target}>
                <span>
                  {line.target}
                  {line.note && <span className="block">{line.note}</span>}
                </span>
              </td>
            </tr>
          </tbody>
        ))}
      </StackedTable>
    </Section>
  );
}
