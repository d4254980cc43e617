import type { RouteHandle } from "#app/access.ts";
import { accessibility } from "#app/locales/ja/accessibility.ts";
import { site } from "#app/locales/ja/site.ts";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/accessibility";

export const handle = { access: "public", title: "アクセシビリティ" } satisfies RouteHandle;

export default function Accessibility() {
  return (
    <Page title={handle.title} lead={accessibility.lead}>
      <div className="prose-ja max-w-3xl">
        {accessibility.sections.map((section) => (
          <section key={section.heading}>
            <h2>{section.heading}</h2>
            {section.paragraphs.map((paragraph) => (
              <p key={paragraph} className="mt-4">
                {paragraph}
              </p>
            ))}
          </section>
        ))}
      </div>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${handle.title} | ${site.name}` },
  { name: "description", content: accessibility.description },
];
