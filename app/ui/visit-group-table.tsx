import { people } from "#app/locales/ja/events.ts";
import { visitGroups as words } from "#app/locales/ja/visits.ts";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

export type GroupLine = {
  id: string;
  label: string;
  className: string;
  department: string;
  size: number;
  together: string;
  wishes: string[];
  sessionIds: string[];
  schoolName: string | null;
};

/** The groups that are entered, each with the way to its own page. */
export function GroupTable({
  groups,
  places,
  sessions,
  base,
  withSchool,
}: {
  groups: readonly GroupLine[];
  places: readonly { id: string; name: string }[];
  sessions: readonly { id: string; label: string; title: string }[];
  base: string;
  withSchool: boolean;
}) {
  const { columns } = words;
  const placeName = new Map(places.map(({ id, name }) => [id, name]));
  const sessionName = new Map(sessions.map(({ id, label, title }) => [id, title || label]));
  const heads = groups.reduce((sum, { size }) => sum + size, 0);
  const wished = groups.filter(({ wishes }) => wishes.length > 0).length;
  return (
    <>
      <p className="mb-4">{words.listCount(groups.length, heads, wished)}</p>
      {[...Map.groupBy(groups, ({ className }) => className)].map(([className, ofClass], _, all) => (
        <details
          key={className}
          className="mt-4 rounded-8 border border-solid-gray-420 p-4"
          open={all.length === 1}
        >
          <summary className="min-h-11 cursor-pointer text-std-17B-170">
            {words.classOf(className, ofClass.length)}
          </summary>
          <Table
            caption={`${words.list} ${className}`}
            head={[
              columns.label,
              columns.className,
              columns.size,
              columns.wishes,
              columns.together,
              columns.sessions,
              ...(withSchool ? [columns.school] : []),
            ]}
          >
            {ofClass.map((group) => (
              <tr key={group.id}>
                <th scope="row" className="whitespace-nowrap">
                  <TextLink to={`${base}/${group.id}`} className="inline-flex min-h-11 min-w-11 items-center">
                    {group.label}
                  </TextLink>
                </th>
                <td className="min-w-28">
                  {group.className}
                  {group.department && <span className="block text-dns-14N-130">{group.department}</span>}
                </td>
                <td className="text-right whitespace-nowrap">{people(group.size)}</td>
                <td className="min-w-56">
                  {group.wishes.length === 0
                    ? words.noWishes
                    : group.wishes.map((id, at) => `${at + 1} ${placeName.get(id) ?? ""}`).join("、")}
                </td>
                <td className="whitespace-nowrap">{group.together}</td>
                <td className="whitespace-nowrap">
                  {group.sessionIds.length === 0
                    ? words.anySession
                    : group.sessionIds.map((id) => sessionName.get(id) ?? "").join("、")}
                </td>
                {withSchool && <td className="min-w-32">{group.schoolName ?? ""}</td>}
              </tr>
            ))}
          </Table>
        </details>
      ))}
    </>
  );
}
