import type { RouteHandle } from "#app/access.ts";
import { longDate } from "#app/platform/calendar.ts";
import { drawQrCode } from "#app/platform/qr-code.server.ts";
import { townContext } from "#app/town.ts";
import {
  directoryQuery,
  MANUFACTURING_INDUSTRIES,
  readDirectoryFilter,
} from "#app/domain/companies/directory-filter.ts";
import { readManufacturingDirectory } from "#app/domain/companies/directory.store.server.ts";
import { AREAS } from "#app/domain/companies/rules.ts";
import { directory as words } from "#app/locales/ja/companies.ts";
import { site } from "#app/locales/ja/site.ts";
import { Button } from "#app/ui/button.tsx";
import { DirectoryEntries } from "#app/ui/directory-entries.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/manufacturing";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const filter = readDirectoryFilter(new URL(request.url).searchParams);
  const query = directoryQuery(filter);
  const address = `${town.env.publicUrl}/manufacturing${query ? `?${query}` : ""}`;
  return {
    ...filter,
    ...(await readManufacturingDirectory(town, filter)),
    csvUrl: `/manufacturing.csv${query ? `?${query}` : ""}`,
    cp932Url: `/manufacturing.csv?${query ? `${query}&` : ""}encoding=cp932`,
    address,
    qr: drawQrCode(address),
    printedOn: longDate(town.clock.now()),
  };
}

export default function Manufacturing({ loaderData: shown }: Route.ComponentProps) {
  const { entries, listed } = shown;
  return (
    <Page title={words.title} lead={words.lead} wide>
      <form
        method="get"
        role="search"
        data-screen-only
        className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_12rem_18rem_auto] lg:items-end"
      >
        <TextField
          name="q"
          type="search"
          label={words.text}
          support={words.textSupport}
          defaultValue={shown.text}
          className=""
        />
        <SelectField
          name="area"
          label={words.area}
          defaultValue={shown.area ?? ""}
          empty={words.allAreas}
          options={AREAS.map((name) => ({ value: name, label: name }))}
        />
        <SelectField
          name="industry"
          label={words.industry}
          defaultValue={shown.industryCode ?? ""}
          empty={words.allIndustries}
          options={MANUFACTURING_INDUSTRIES.map(({ code, name }) => ({
            value: code,
            label: `${code} ${name}`,
          }))}
        />
        <Button className="lg:mb-0.5">{words.submit}</Button>
      </form>
      <div className="mt-8 mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-std-20B-150">{words.count(entries.length, listed)}</h2>
        <p data-screen-only className="flex flex-wrap gap-x-4">
          <TextLink to={shown.csvUrl} className="inline-flex min-h-11 items-center">
            {words.csv}
          </TextLink>
          <TextLink to={shown.cp932Url} className="inline-flex min-h-11 items-center">
            {words.cp932}
          </TextLink>
        </p>
      </div>
      <PrintHead address={shown.address} qr={shown.qr} printedOn={shown.printedOn} />
      {entries.length === 0 ? (
        <EmptyState title={words.emptyTitle}>
          <p>{words.emptyHelp}</p>
          <p className="mt-2">
            <TextLink to="/manufacturing">{words.showAll}</TextLink>
          </p>
        </EmptyState>
      ) : (
        <DirectoryEntries entries={entries} />
      )}
      <p data-screen-only className="mt-6 text-solid-gray-700">
        {words.print}
      </p>
    </Page>
  );
}

/** On paper: when the list was printed and how to open it again. */
function PrintHead({
  address,
  qr,
  printedOn,
}: {
  address: string;
  qr: { size: number; path: string };
  printedOn: string;
}) {
  return (
    <div className="mb-4 hidden items-center gap-4 print:flex">
      <svg
        role="img"
        aria-label={words.qr}
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        width="90"
        height="90"
        shapeRendering="crispEdges"
        className="shrink-0"
      >
        <rect width={qr.size} height={qr.size} fill="#ffffff" />
        <path d={qr.path} fill="#000000" />
      </svg>
      <p>
        {words.printedOn(printedOn)}
        <br />
        {words.newest}
        <br />
        {address}
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
