import { figureImports as words, figureKinds } from "#app/locales/ja/figure-imports.ts";
import { TextLink } from "./text-link.tsx";

/** Tables to fill in, one for each kind of figures, as a workbook and as CSV. */
export function FigureTemplates({ lead }: { lead: string }) {
  return (
    <>
      <p className="max-w-3xl">{lead}</p>
      <ul className="mt-4 divide-y divide-solid-gray-420 border-y border-solid-gray-420">
        {Object.entries(figureKinds).map(([kind, { name }]) => (
          <li key={kind} className="flex flex-wrap items-center gap-x-6 py-1">
            <span className="w-full sm:w-72">{name}</span>
            {(["xlsx", "csv"] as const).map((format) => {
              const label = format === "xlsx" ? words.templateExcel : words.templateCsv;
              return (
                <TextLink
                  key={format}
                  to={`/staff/figures/templates/${kind}.${format}`}
                  className="inline-flex min-h-11 items-center"
                >
                  {label}
                  <span className="sr-only">{words.templateOf(name)}</span>
                </TextLink>
              );
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
