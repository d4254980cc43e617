import { planForms } from "#app/locales/ja/plan-forms.ts";
import { StackedTable } from "./indicator-stack.tsx";

const words = planForms.node;

export type VersionLine = {
  id: string;
  from: string;
  change: string;
  title: string;
  note: string;
  at: string;
  by: string;
};

/** Every version of a node: from when, what changed, why, and who recorded it when. */
export function NodeVersions({ versions }: { versions: readonly VersionLine[] }) {
  const [from, change, title, note, recorded] = words.versionColumns;
  return (
    <StackedTable
      caption={words.versions}
      columns={[
        [from, "md:w-[14%]"],
        [change, "md:w-[12%]"],
        [title, "md:w-[28%]"],
        [note, "md:w-[24%]"],
        [recorded, "md:w-[22%]"],
      ]}
    >
      {versions.map((version) => (
        <tbody key={version.id}>
          <tr>
            <th scope="row">{version.from}</th>
            <td data-label={change}>{version.change}</td>
            <td data-label={title}>
              <span>{version.title}</span>
            </td>
            <td data-label={note}>
              <span className="break-words">{version.note}</span>
            </td>
            <td data-label={recorded}>
              <span>{words.recorded(version.at, version.by)}</span>
            </td>
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}
