import { employmentFigureWords } from "#app/locales/ja/employment-figures.ts";
import { publicWords as words } from "#app/locales/ja/indicators-public.ts";
import { openDataWords } from "#app/locales/ja/open-data.ts";
import { Section } from "./page.tsx";
import { TextLink } from "./text-link.tsx";

function Links({ links }: { links: readonly { to: string; label: string }[] }) {
  return (
    <ul className="grid gap-1 sm:grid-cols-2">
      {links.map(({ to, label }) => (
        <li key={to} className="flex min-h-11 items-center">
          <TextLink to={to}>{label}</TextLink>
        </li>
      ))}
    </ul>
  );
}

/** The plan's papers, its data, and the pages that explain them. `query` carries plan, day and moment of knowing. */
export function IndicatorLinks({
  query,
  isOwn,
  isReleased,
}: {
  query: string;
  isOwn: boolean;
  isReleased: boolean;
}) {
  const papers = isOwn ? words.paperLinks : words.otherPaperLinks;
  const more = query === "" ? "?" : `${query}&`;
  return (
    <div data-screen-only>
      <Section title={words.papers} id="papers">
        <p className="mb-2">{isReleased ? words.papersLead : words.papersNotReleased}</p>
        {isReleased && (
          <Links
            links={papers.map(({ key, label }) => ({ to: `/indicators/documents/${key}${query}`, label }))}
          />
        )}
      </Section>
      <Section title={words.download} id="download">
        <p className="mb-2">{words.downloadLead}</p>
        <Links
          links={[
            { to: `/indicators.csv${query}`, label: words.downloadCsv },
            { to: `/indicators.csv${more}encoding=cp932`, label: words.downloadCsvCp932 },
            { to: `/indicators.json${query}`, label: words.downloadJson },
          ]}
        />
        <p className="mt-2 text-std-16N-170 text-solid-gray-700">
          <TextLink to="/indicators/methods#columns">{words.downloadColumns}</TextLink>{" "}
          {openDataWords.licence.attribution}({" "}
          <TextLink to={openDataWords.licence.url}>{openDataWords.licence.name}</TextLink> )
        </p>
      </Section>
      <Section title={words.more} id="more">
        <Links
          links={[
            { to: "/indicators/employment", label: employmentFigureWords.linkText },
            { to: "/indicators/methods", label: words.methods },
            { to: "/indicators/corrections", label: words.corrections },
            { to: "/open-data", label: openDataWords.title },
          ]}
        />
      </Section>
    </div>
  );
}

/** The plans of other places: beside the own one, never in its tables. */
export function OtherPlans({ plans }: { plans: readonly { value: string; label: string }[] }) {
  return (
    <div data-screen-only>
      <Section title={words.otherPlans} id="other-plans">
        <p className="mb-2 max-w-3xl">{words.otherPlansText}</p>
        <Links
          links={plans.map(({ value, label }) => ({
            to: `/indicators?plan=${encodeURIComponent(value)}`,
            label,
          }))}
        />
      </Section>
    </div>
  );
}
