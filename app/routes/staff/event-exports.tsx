import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { findEditedEvent } from "#app/domain/events/editing.store.server.ts";
import { EXPORT_FORMATS, EXPORT_TABLES, PERSONAL_TABLES } from "#app/domain/events/exports.rules.ts";
import { listExports, readExport } from "#app/domain/events/exports.store.server.ts";
import { exportWords as words } from "#app/locales/ja/event-exports.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate, timeOf } from "#app/platform/calendar.ts";
import { writeCsv } from "#app/platform/table-file/write-csv.server.ts";
import { townContext } from "#app/town.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import type { Route } from "./+types/event-exports";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const eventId = params.id;
  const event = await findEditedEvent(town, { eventId });
  if (!event) throw data(null, { status: 404 });
  const tables = await Promise.all(
    EXPORT_TABLES.map(async (table) => {
      const content = (await readExport(town, { eventId, table }))!;
      return { table, content };
    }),
  );
  const asked = new URL(request.url).searchParams.get("unmappable");
  const refused = tables.find(({ table }) => table === asked)?.content;
  const csv =
    refused &&
    writeCsv([refused.header, ...refused.rows.map((row) => row.map((cell) => String(cell ?? "")))], "cp932");
  return {
    id: eventId,
    title: event.title,
    tables: tables.map(({ table, content }) => ({
      table,
      rows: content.rows.length,
      isPersonal: PERSONAL_TABLES.includes(table),
    })),
    log: await listExports(town, { eventId }),
    cells: csv && !csv.ok ? csv.cells : [],
  };
}

export default function EventExports({ loaderData }: Route.ComponentProps) {
  const { id, title, tables, log, cells } = loaderData;
  const room = `/staff/events/${id}`;
  const tableName = (table: string) => words.tables[table as keyof typeof words.tables]?.name ?? table;
  const formatName = (format: string) => words.formats[format as keyof typeof words.formats] ?? format;
  return (
    <Page title={words.title(title)} lead={<p>{words.lead}</p>} crumbs={eventCrumbs({ id, title })}>
      <EventRoomNav eventId={id} current="exports" />
      {cells.length > 0 && (
        <Notice kind="warning" title={words.unmappable} live focus>
          <p>{words.unmappableText}</p>
          <ul className="mt-2 list-disc pl-6">
            {cells.map((cell) => (
              <li key={`${cell.row}-${cell.column}`}>{words.cell(cell)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="mb-8">{words.notice}</p>
      {tables.map(({ table, rows, isPersonal }) => (
        <Section
          key={table}
          id={table}
          title={words.tables[table].name}
          aside={<span>{words.rows(rows)}</span>}
        >
          <p className="flex flex-wrap items-center gap-3">
            {isPersonal && <Badge tone="orange">{words.personal}</Badge>}
            {words.tables[table].text}
          </p>
          <form method="post" action={`${room}/exports/file`} className="mt-4 flex flex-wrap gap-3">
            <input type="hidden" name="table" value={table} />
            {EXPORT_FORMATS.map((format) => (
              <Button
                key={format}
                name="format"
                value={format}
                look="secondary"
                aria-label={words.download(words.tables[table].name, words.formats[format])}
              >
                {words.formats[format]}
              </Button>
            ))}
            {table === "registrations" && (
              <LinkButton to={`${room}/roster`} look="quiet">
                {words.print}
              </LinkButton>
            )}
          </form>
        </Section>
      ))}
      <Section title={words.log} id="log">
        {log.length === 0 ? (
          <p>{words.logNone}</p>
        ) : (
          <Table caption={words.log} head={[...words.logColumns]}>
            {log.map((line, index) => (
              <tr key={index}>
                <td className="min-w-44">
                  {longDate(line.at)} {timeOf(line.at)}
                </td>
                <td className="min-w-28">{line.by ?? words.unknown}</td>
                <td className="whitespace-nowrap">{tableName(line.table)}</td>
                <td className="whitespace-nowrap">{formatName(line.format)}</td>
                <td className="text-right whitespace-nowrap">{words.rows(line.rows)}</td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.title(loaderData.title) : words.shortTitle} | ${site.name}` },
];
