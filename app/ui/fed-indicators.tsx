import { fedWords as words } from "#app/locales/ja/employment-desk.ts";
import { Section } from "./page.tsx";
import { TextLink } from "./text-link.tsx";

export type FedFigures = { indicators: { id: string; name: string; figure: string }[]; others: string[] };

/** Which figures the records of a page move: the plan's indicators as they stand, and counts that no indicator uses. */
export function FedIndicators({ fed }: { fed: FedFigures }) {
  return (
    <Section title={words.title} id="figures">
      {fed.indicators.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul className="divide-y divide-solid-gray-420 border-y border-solid-gray-420">
          {fed.indicators.map(({ id, name, figure }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 px-3">
              <TextLink to={`/indicators/${id}`} className="inline-flex min-h-11 items-center">
                {name}
              </TextLink>
              <span>{words.now(figure)}</span>
              <TextLink to={`/staff/indicators/${id}/records`} className="inline-flex min-h-11 items-center">
                {words.records}
                <span className="sr-only">:{name}</span>
              </TextLink>
            </li>
          ))}
        </ul>
      )}
      {fed.others.length > 0 && (
        <details className="mt-4">
          <summary className="min-h-11 cursor-pointer py-2 text-blue-1000 underline underline-offset-4">
            {words.others(fed.others.length)}
          </summary>
          <ul className="mt-2 list-disc pl-6">
            {fed.others.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          <p className="mt-2">
            {words.othersText}{" "}
            <TextLink to="/staff/plan" className="inline-flex min-h-11 items-center">
              {words.plan}
            </TextLink>
          </p>
        </details>
      )}
    </Section>
  );
}
