import { planForms } from "#app/locales/ja/plan-forms.ts";
import { StackedTable } from "./indicator-stack.tsx";

const words = planForms.targets;

export type TargetSetLine = {
  id: string;
  adoptedOn: string;
  decidedBy: string;
  reason: string;
  count: number;
  recorded: string;
  targets: { id: string; name: string; year: string; text: string }[];
};

/** Every decision about targets, the newest first, with what it decided on request. */
export function TargetSets({ sets }: { sets: readonly TargetSetLine[] }) {
  if (sets.length === 0) return <p>{words.noSets}</p>;
  const [adoptedOn, decidedBy, reason, targets, recorded] = words.setColumns;
  return (
    <StackedTable
      caption={words.sets}
      columns={[
        [adoptedOn, "md:w-[15%]"],
        [decidedBy, "md:w-[20%]"],
        [reason, "md:w-[22%]"],
        [targets, "md:w-[25%]"],
        [recorded, "md:w-[18%]"],
      ]}
    >
      {sets.map((set) => (
        <tbody key={set.id}>
          <tr>
            <th scope="row">{set.adoptedOn}</th>
            <td data-label={decidedBy}>
              <span>{set.decidedBy}</span>
            </td>
            <td data-label={reason}>
              <span>{set.reason}</span>
            </td>
            <td data-label={targets}>
              <Decided set={set} />
            </td>
            <td data-label={recorded}>
              <span>{set.recorded}</span>
            </td>
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}

function Decided({ set }: { set: TargetSetLine }) {
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2">{words.setCount(set.count)}</summary>
      <ul className="text-left">
        {set.targets.map((target) => (
          <li key={target.id}>
            {target.name} {target.year}:{target.text}
          </li>
        ))}
      </ul>
    </details>
  );
}
