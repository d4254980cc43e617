import { searchDeskWords as words } from "#app/locales/ja/search-desk.ts";
import { Badge } from "./badge.tsx";
import { DescriptionList, Table } from "./table.tsx";

export type IndexLine = {
  name: string;
  documents: number | null;
  isComplete: boolean;
  rebuiltAt: string | null;
  check: {
    at: string;
    missing: number;
    outdated: number;
    surplus: number;
    result: keyof typeof words.results;
  } | null;
};

export type SearchState = {
  engine: string;
  waiting: number;
  guard: {
    state: keyof typeof words.serverStates;
    lastFailure: { at: string; code: string } | null;
    fallbacks: number;
  } | null;
};

/** How search is done now, and whether a search server answers. */
export function SearchStateList({ engine, waiting, guard }: SearchState) {
  return (
    <>
      <DescriptionList
        items={[
          { term: words.engine, children: words.engines[engine] ?? engine },
          { term: words.waiting, children: words.count(waiting) },
          ...(guard
            ? [
                {
                  term: words.server,
                  children: (
                    <Badge tone={guard.state === "closed" ? "green" : "orange"}>
                      {words.serverStates[guard.state]}
                    </Badge>
                  ),
                },
                {
                  term: words.lastFailure,
                  children: guard.lastFailure
                    ? words.failure(guard.lastFailure.at, guard.lastFailure.code)
                    : words.noFailure,
                },
                { term: words.fallbacks, children: words.times(guard.fallbacks) },
              ]
            : []),
        ]}
      />
      {guard && <p className="mt-4">{words.serverNote}</p>}
    </>
  );
}

/** Each index with what its last comparison with the database found. */
export function IndexTable({ lines }: { lines: IndexLine[] }) {
  return (
    <>
      <Table caption={words.indexHeading} head={words.indexColumns}>
        {lines.map(({ name, documents, isComplete, check }) => (
          <tr key={name}>
            <th scope="row" className="whitespace-nowrap">
              {words.engines[name] ?? name}
            </th>
            <td>{documents === null ? "—" : words.count(documents)}</td>
            <td className="whitespace-nowrap">{check ? check.at : words.notChecked}</td>
            <td>{check ? words.count(check.missing) : "—"}</td>
            <td>{check ? words.count(check.outdated) : "—"}</td>
            <td>{check ? words.count(check.surplus) : "—"}</td>
            <td>
              {check && (
                <Badge tone={check.result === "failed" ? "red" : "green"}>
                  {words.results[check.result]}
                </Badge>
              )}{" "}
              {!isComplete && <Badge tone="orange">{words.incomplete}</Badge>}
            </td>
          </tr>
        ))}
      </Table>
      {lines.map(
        ({ name, rebuiltAt }) =>
          rebuiltAt && (
            <p key={name} className="mt-2">
              {words.rebuilt(words.engines[name] ?? name, rebuiltAt)}
            </p>
          ),
      )}
    </>
  );
}
