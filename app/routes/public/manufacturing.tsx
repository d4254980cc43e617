import type { RouteHandle } from "#app/access.ts";
import { townContext } from "#app/town.ts";
import { readManufacturingDirectory } from "#app/domain/companies/directory.store.server.ts";
import { AREAS } from "#app/domain/companies/rules.ts";
import { normaliseLine } from "#app/domain/text/rules.ts";
import { directory as words } from "#app/locales/ja/companies.ts";
import { site } from "#app/locales/ja/site.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/manufacturing";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

const MAX_TEXT = 100;

export async function loader({ request, context }: Route.LoaderArgs) {
  const params = new URL(request.url).searchParams;
  const text = normaliseLine((params.get("q") ?? "").toWellFormed().slice(0, MAX_TEXT));
  const area = AREAS.find((name) => name === params.get("area")) ?? null;
  return { text, area, ...(await readManufacturingDirectory(context.get(townContext), { text, area })) };
}

export default function Manufacturing({ loaderData: { text, area, listed, entries } }: Route.ComponentProps) {
  return (
    <Page title={words.title} lead={words.lead} wide>
      <form
        method="get"
        role="search"
        data-screen-only
        className="grid max-w-4xl gap-4 sm:grid-cols-[1fr_14rem_auto] sm:items-end"
      >
        <TextField
          name="q"
          type="search"
          label={words.text}
          support={words.textSupport}
          defaultValue={text}
          className=""
        />
        <SelectField
          name="area"
          label={words.area}
          defaultValue={area ?? ""}
          empty={words.allAreas}
          options={AREAS.map((name) => ({ value: name, label: name }))}
        />
        <Button className="sm:mb-0.5">{words.submit}</Button>
      </form>
      <h2 className="mt-8 mb-3 text-std-20B-150">{words.count(entries.length, listed)}</h2>
      {entries.length === 0 ? (
        <EmptyState title={words.emptyTitle}>
          <p>{words.emptyHelp}</p>
          <p className="mt-2">
            <TextLink to="/manufacturing">{words.showAll}</TextLink>
          </p>
        </EmptyState>
      ) : (
        <Table caption={words.title} head={Object.values(words.columns)}>
          {entries.map((entry) => (
            <tr key={entry.slug}>
              <th scope="row" className="min-w-44">
                <span className="block text-dns-14N-130 font-400 text-solid-gray-700">{entry.nameKana}</span>
                <TextLink to={`/companies/${entry.slug}`}>{entry.name}</TextLink>
              </th>
              <td className="whitespace-nowrap">{entry.area}</td>
              <td className="min-w-48">{entry.technology}</td>
              <td className="min-w-48">{entry.equipment}</td>
              <td className="min-w-40">{entry.products.join("、")}</td>
            </tr>
          ))}
        </Table>
      )}
      <p data-screen-only className="mt-4 text-solid-gray-700">
        {words.print}
      </p>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
  { property: "og:title", content: words.title },
  { property: "og:description", content: words.description },
];
