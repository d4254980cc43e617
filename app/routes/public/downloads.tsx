import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { directoryTable } from "#app/domain/companies/directory-table.ts";
import { readDirectoryFilter } from "#app/domain/companies/directory-filter.ts";
import { readManufacturingDirectory } from "#app/domain/companies/directory.store.server.ts";
import { COMPANY_TABLE_HEADER } from "#app/domain/companies/table-columns.ts";
import { readCompanySearch } from "#app/domain/matching/company-search.ts";
import { findCompanyTable, readCompanyTableRows } from "#app/domain/matching/company-table.store.server.ts";
import { LATEST_EVENT_TABLE } from "#app/domain/open-data/event-columns.ts";
import { readEventTable } from "#app/domain/open-data/events.store.server.ts";
import { downloads as words } from "#app/locales/ja/downloads.ts";
import { site } from "#app/locales/ja/site.ts";
import { readEncoding } from "#app/platform/table-file/csv-response.server.ts";
import { findUnmappableInBatches } from "#app/platform/table-file/stream-csv.server.ts";
import { columnName } from "#app/platform/table-file/table.ts";
import { type UnmappableCell, writeCsv } from "#app/platform/table-file/write-csv.server.ts";
import { type Town, townContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { Route } from "./+types/downloads";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

const FILES = ["companies", "manufacturing", "events"] as const;
type File = (typeof FILES)[number];

/** `?file=&encoding=cp932` and the conditions of a table: says which cells the encoding cannot hold (409). */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const file = FILES.find((name) => name === searchParams.get("file"));
  if (!file || readEncoding(searchParams) !== "cp932") return { refused: null };
  const cells = await findUnmappable(context.get(townContext), file, searchParams);
  if (cells.length === 0) return { refused: null };
  searchParams.delete("file");
  searchParams.delete("encoding");
  const query = searchParams.toString();
  const refused = {
    title: words.files[file].title,
    utf8Url: `/${file}.csv${query ? `?${query}` : ""}`,
    cells: cells.map(({ row, column, header, character }) => ({
      row,
      column: `${columnName(column)}列(${header})`,
      character,
      codePoint: words.codePoint(character),
    })),
  };
  return data({ refused }, { status: 409 });
}

async function findUnmappable(town: Town, file: File, params: URLSearchParams): Promise<UnmappableCell[]> {
  if (file === "companies") {
    const table = await findCompanyTable(town, readCompanySearch(params));
    return findUnmappableInBatches(COMPANY_TABLE_HEADER, readCompanyTableRows(town, table));
  }
  if (file === "events") {
    const written = writeCsv(await readEventTable(town, LATEST_EVENT_TABLE), "cp932");
    return written.ok ? [] : written.cells;
  }
  const { entries } = await readManufacturingDirectory(town, readDirectoryFilter(params));
  const written = writeCsv(directoryTable(entries, town.env.publicUrl), "cp932");
  return written.ok ? [] : written.cells;
}

export default function Downloads({ loaderData: { refused } }: Route.ComponentProps) {
  return (
    <Page title={words.title} lead={<p>{words.lead}</p>}>
      {refused && <Refused refused={refused} />}
      {FILES.map((file) => (
        <Section key={file} title={words.files[file].title} id={file}>
          <p>{words.files[file].text}</p>
          <dl className="mt-4 space-y-4">
            <div>
              <dt>
                <LinkButton to={`/${file}.csv`}>{words.utf8}</LinkButton>
              </dt>
              <dd className="mt-1 text-solid-gray-700">{words.utf8Help}</dd>
            </div>
            <div>
              <dt>
                <LinkButton to={`/${file}.csv?encoding=cp932`} look="secondary">
                  {words.cp932}
                </LinkButton>
              </dt>
              <dd className="mt-1 text-solid-gray-700">{words.cp932Help}</dd>
            </div>
          </dl>
        </Section>
      ))}
      <Section title={words.about} id="about">
        <ul className="list-disc space-y-2 pl-6">
          {words.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

type RefusedFile = {
  title: string;
  utf8Url: string;
  cells: { row: number; column: string; character: string; codePoint: string }[];
};

function Refused({ refused }: { refused: RefusedFile }) {
  return (
    <div className="mb-10">
      <Notice kind="error" title={words.refusedTitle(refused.title)} live>
        {words.refusedText}
      </Notice>
      <p className="mb-2">{words.refusedMore(refused.cells.length)}</p>
      <Table caption={words.refusedTitle(refused.title)} head={Object.values(words.refusedColumns)}>
        {refused.cells.map(({ row, column, character, codePoint }) => (
          <tr key={`${row} ${column}`}>
            <td className="tabular-nums">{row}</td>
            <td>{column}</td>
            <td>
              {character}({codePoint})
            </td>
          </tr>
        ))}
      </Table>
      <p className="mt-4">
        <LinkButton to={refused.utf8Url}>{words.takeUtf8}</LinkButton>
      </p>
    </div>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
  { property: "og:title", content: words.title },
  { property: "og:description", content: words.description },
];
