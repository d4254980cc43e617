import type { RouteHandle } from "#app/access.ts";
import { privacy } from "#app/locales/ja/privacy.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { Notice } from "#app/ui/form-message.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import type { Route } from "./+types/privacy";

export const handle = { access: "public", title: "個人情報の取り扱い" } satisfies RouteHandle;

export function loader({ context }: Route.LoaderArgs) {
  return { isDemo: context.get(townContext).env.mode === "demo" };
}

export default function Privacy({ loaderData }: Route.ComponentProps) {
  const { labels } = privacy;
  return (
    <Page title={handle.title} lead={privacy.lead}>
      {loaderData.isDemo && <Notice kind="warning" title={privacy.demo} />}
      <Section title={privacy.tableHeading} id="kept">
        {privacy.rows.map((row) => (
          <section key={row.who} className="mt-6 first:mt-0">
            <h3 className="mb-2 text-std-18B-160">{row.who}</h3>
            <DescriptionList
              items={[
                { term: labels.what, children: row.what },
                { term: labels.why, children: row.why },
                { term: labels.until, children: row.until },
                { term: labels.seenBy, children: row.seenBy },
              ]}
            />
          </section>
        ))}
      </Section>
      {privacy.sections.map((section) => (
        <Section key={section.heading} title={section.heading}>
          <div className="grid max-w-3xl gap-4">
            {section.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </Section>
      ))}
      <p className="mt-12">{privacy.version}</p>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${handle.title} | ${site.name}` },
  { name: "description", content: privacy.description },
];
