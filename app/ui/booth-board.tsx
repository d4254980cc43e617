import { boothBoard as words } from "#app/locales/ja/booth-board.ts";
import { boothStates } from "#app/locales/ja/booths.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

type State = keyof typeof boothStates;

export const boothTone = (state: State) =>
  state === "selected" ? "green" : state === "applied" ? "orange" : "neutral";

/** One application as a line of the staff's list, in words. */
export type BoothLine = {
  id: string;
  companyId: string;
  name: string;
  industry: string;
  area: string;
  appliedOn: string;
  state: State;
  boothNumber: number | null;
  needs: string[];
  shows: string;
  message: string;
  departments: string[];
  leftOut: number;
  fixed: "in" | "out" | null;
  isListed: boolean;
};

/** The applications with their needs, and for those that wait what staff settle before planning. */
export function BoothList({ lines }: { lines: readonly BoothLine[] }) {
  const { columns } = words;
  return (
    <form method="post">
      <Table
        caption={words.table(words.applications)}
        head={[
          columns.company,
          columns.state,
          columns.fixed,
          columns.needs,
          columns.departments,
          columns.leftOut,
          columns.applied,
        ]}
      >
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row" className="min-w-48">
              <TextLink to={`/staff/companies/${line.companyId}`} className="inline-block py-1">
                {line.name}
              </TextLink>
              <span className="block text-dns-14N-130 text-solid-gray-700">
                {line.industry} / {line.area}
              </span>
              {!line.isListed && <Badge tone="red">{words.notListed}</Badge>}
            </th>
            <td className="whitespace-nowrap">
              <Badge tone={boothTone(line.state)}>{boothStates[line.state]}</Badge>
              {line.boothNumber !== null && <span className="mt-1 block">{line.boothNumber}番</span>}
            </td>
            <td>
              {line.state === "applied" && <FixedChoice id={line.id} name={line.name} fixed={line.fixed} />}
            </td>
            <td className="min-w-48">
              {line.needs.join("、")}
              {line.shows && (
                <span className="mt-1 block text-dns-14N-130">
                  {words.shows}
                  {line.shows}
                </span>
              )}
              {line.message && (
                <span className="mt-1 block text-dns-14N-130 whitespace-pre-line">
                  {words.message}
                  {line.message}
                </span>
              )}
            </td>
            <td className="min-w-40">
              {line.departments.length > 0 ? line.departments.join("、") : words.noDepartments}
            </td>
            <td className="whitespace-nowrap">{words.times(line.leftOut)}</td>
            <td className="whitespace-nowrap">{line.appliedOn}</td>
          </tr>
        ))}
      </Table>
      {lines.some(({ state }) => state === "applied") && (
        <>
          <p className="mt-4">{words.fixedNote}</p>
          <Button name="intent" value="fix" look="secondary" className="mt-2">
            {words.saveFixed}
          </Button>
        </>
      )}
    </form>
  );
}

/** What staff settle about one company before planning. */
export function FixedChoice({ id, name, fixed }: { id: string; name: string; fixed: "in" | "out" | null }) {
  return (
    <select
      name={`fixed-${id}`}
      aria-label={words.fixed.label(name)}
      defaultValue={fixed ?? ""}
      className="min-h-11 rounded-8 border border-solid-gray-600 bg-white px-2"
    >
      <option value="">{words.fixed.free}</option>
      <option value="in">{words.fixed.in}</option>
      <option value="out">{words.fixed.out}</option>
    </select>
  );
}

type FilterOption = { value: string; label: string };

/** Narrows the list down; a plain form whose conditions stand in the address. */
export function BoothFilters({
  chosen,
  options,
  shown,
  all,
  page,
}: {
  chosen: Record<"state" | "area" | "industry" | "need", string>;
  options: Record<"state" | "area" | "industry" | "need", readonly FilterOption[]>;
  shown: number;
  all: number;
  page: string;
}) {
  const { filter } = words;
  return (
    <form method="get" className="mb-4" data-screen-only>
      <div className="flex flex-wrap items-end gap-4">
        {(["state", "area", "industry", "need"] as const).map((name) => (
          <label key={name} className="grid max-w-full min-w-0 gap-1">
            <span className="text-std-16B-170">{filter[name]}</span>
            <select
              name={name}
              defaultValue={chosen[name]}
              className="min-h-11 w-full min-w-0 rounded-8 border border-solid-gray-600 bg-white px-3"
            >
              <option value="">{filter.all}</option>
              {options[name].map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ))}
        <Button look="secondary">{filter.apply}</Button>
        <TextLink to={page} className="inline-flex min-h-11 items-center">
          {filter.clear}
        </TextLink>
      </div>
      <p className="mt-3">{shown === 0 && all > 0 ? words.noneFound : words.found(shown, all)}</p>
    </form>
  );
}
