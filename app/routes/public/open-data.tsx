import type { RouteHandle } from "#app/access.ts";
import { OPEN_DATA_LIMIT } from "#app/http/open-data.ts";
import { openDataWords as words } from "#app/locales/ja/open-data.ts";
import { site } from "#app/locales/ja/site.ts";
import { companiesAlternates } from "#app/ui/alternate-links.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/open-data";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export function loader() {
  return { requestsPerMinute: OPEN_DATA_LIMIT.requests };
}

export default function OpenData({ loaderData }: Route.ComponentProps) {
  return (
    <Page title={words.title} lead={<p>{words.lead}</p>}>
      <Section title={words.whatTitle} id="what">
        <Table caption={words.whatTitle} head={Object.values(words.columns)}>
          {words.sources.map(({ what, form, url }) => (
            <tr key={url}>
              <th scope="row" className="min-w-44">
                {what}
              </th>
              <td className="min-w-40">{form}</td>
              <td>
                <TextLink to={url}>{url}</TextLink>
              </td>
            </tr>
          ))}
        </Table>
      </Section>
      <Section title={words.holdsTitle} id="holds">
        <BulletList items={words.holds} />
      </Section>
      <Section title={words.licenceTitle} id="licence">
        <div className="grid max-w-3xl gap-4">
          <p>{words.licenceText}</p>
          <p className="rounded-8 border border-solid-gray-420 bg-solid-gray-50 p-4">
            {words.licence.attribution}({words.licence.name})
          </p>
          <p>{words.licenceChanged}</p>
          <p>{words.licence.note}</p>
          <p>
            <TextLink to={words.licence.url}>{words.licenceLink}</TextLink>
          </p>
        </div>
      </Section>
      <Section title={words.apiTitle} id="api">
        <p className="max-w-3xl">{words.apiLead}</p>
        <h3 className="mt-6 mb-2 text-std-18B-160">{words.examplesTitle}</h3>
        <ul className="grid gap-3">
          {words.examples.map(({ what, url }) => (
            <li key={url}>
              <span className="block">{what}</span>
              <TextLink to={encodeURI(url)} className="break-all">
                {url}
              </TextLink>
            </li>
          ))}
        </ul>
        <h3 className="mt-6 mb-2 text-std-18B-160">{words.parametersTitle}</h3>
        <Table caption={words.parametersTitle} head={Object.values(words.parameterColumns)}>
          {Object.entries(words.parameters).map(([name, meaning]) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td className="min-w-60">{meaning}</td>
            </tr>
          ))}
        </Table>
        <h3 className="mt-6 mb-2 text-std-18B-160">{words.eventParametersTitle}</h3>
        <Table caption={words.eventParametersTitle} head={Object.values(words.parameterColumns)}>
          {Object.entries(words.eventParameters).map(([name, meaning]) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td className="min-w-60">{meaning}</td>
            </tr>
          ))}
        </Table>
        <p className="mt-3 max-w-3xl">{words.parametersNote}</p>
        <h3 className="mt-6 mb-2 text-std-18B-160">{words.pagingTitle}</h3>
        <p className="max-w-3xl">{words.paging}</p>
      </Section>
      <Section title={words.termsTitle} id="terms">
        <BulletList items={words.terms(loaderData.requestsPerMinute)} />
      </Section>
      <Section title={words.contactTitle} id="contact">
        <p>{words.contact}</p>
        <p>{site.operator}</p>
      </Section>
    </Page>
  );
}

function BulletList({ items }: { items: readonly string[] }) {
  return (
    <ul className="grid max-w-3xl list-disc gap-2 pl-6">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
  { property: "og:title", content: words.title },
  { property: "og:description", content: words.description },
  ...companiesAlternates(),
];
