import { deskWords as words } from "#app/locales/ja/plan.ts";
import { StackedTable } from "./indicator-stack.tsx";

/** A recorded change in words. */
export type ChangeLine = { id: string; at: string; by: string; what: string; why: string };

/** What was recorded about a plan: when, by whom, what and why. */
export function ChangeList({ changes, caption }: { changes: readonly ChangeLine[]; caption: string }) {
  if (changes.length === 0) return <p>{words.historyEmpty}</p>;
  const [at, by, what, why] = words.historyColumns;
  return (
    <StackedTable
      caption={caption}
      columns={[
        [at, "md:w-[22%]"],
        [by, "md:w-[14%]"],
        [what, "md:w-[34%]"],
        [why, "md:w-[30%]"],
      ]}
    >
      {changes.map((change) => (
        <tbody key={change.id}>
          <tr>
            <td data-label={at}>{change.at}</td>
            <td data-label={by}>{change.by}</td>
            <th scope="row" className="max-md:py-1">
              {change.what}
            </th>
            <td data-label={why}>
              <span className="break-words">{change.why}</span>
            </td>
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}
