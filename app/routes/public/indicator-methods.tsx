import type { RouteHandle } from "#app/access.ts";
import { MEASURES } from "#app/analytics/registry.ts";
import { readDisclosurePolicy } from "#app/domain/disclosure/policy.store.server.ts";
import { readGradeScheme } from "#app/domain/indicators/plans.store.server.ts";
import { formatRatio } from "#app/domain/indicators/rules.ts";
import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { employmentFigureWords } from "#app/locales/ja/employment-figures.ts";
import { methodWords as words } from "#app/locales/ja/indicator-methods.ts";
import { openDataWords } from "#app/locales/ja/open-data.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { Contents, MeasureTable, Paragraphs } from "#app/ui/indicator-methods.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DescriptionList, Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/indicator-methods";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export async function loader({ context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const [scheme, policy] = await Promise.all([readGradeScheme(town), readDisclosurePolicy(town)]);
  return {
    scheme: scheme && {
      name: scheme.name,
      steps: scheme.steps.map(({ grade, from, meaning }) => ({
        grade,
        from: from === null ? words.gradeBelow : words.gradeFrom(formatRatio(from)),
        meaning,
      })),
    },
    limits: {
      people: policy.minimumPeople,
      minors: policy.minimumMinorsBySchool,
      companies: policy.minimumCompanies,
      denominator: policy.minimumRateDenominator,
    },
    measures: MEASURES.map(({ key, version, name, definition, counts, timeNature, ...rate }) => ({
      key,
      version,
      name,
      definition,
      counts: indicatorWords.detail.countUnits[counts],
      nature: words.natures[timeNature],
      numerator: rate.numerator ?? null,
      denominator: rate.denominator ?? null,
      unknownRule: rate.unknownRule ?? null,
    })),
  };
}

const PARTS = [
  { id: "kinds", title: words.kindsTitle },
  { id: "times", title: words.timesTitle },
  { id: "achievement", title: words.achievementTitle },
  { id: "grades", title: words.gradesTitle },
  { id: "disclosure", title: words.disclosureTitle },
  { id: "forecast", title: words.forecastTitle },
  { id: "retention", title: words.retentionTitle },
  { id: "reproduce", title: words.reproduceTitle },
  { id: "measures", title: words.measuresTitle },
  { id: "columns", title: words.columnsTitle },
  { id: "licence", title: words.licenceTitle },
] as const;

export default function IndicatorMethods({ loaderData: shown }: Route.ComponentProps) {
  const { scheme } = shown;
  return (
    <Page title={words.title} crumbs={[{ to: "/indicators", label: words.back }]} lead={<p>{words.lead}</p>}>
      <Contents parts={PARTS} />
      <Section title={words.kindsTitle} id="kinds">
        <DescriptionList items={words.kinds.map(({ term, text }) => ({ term, children: text }))} />
      </Section>
      <Section title={words.timesTitle} id="times">
        <Paragraphs texts={words.times} />
      </Section>
      <Section title={words.achievementTitle} id="achievement">
        <p className="mb-3 max-w-3xl">{words.achievementLead}</p>
        <Table caption={words.achievementTitle} head={[...words.achievementColumns]}>
          {words.achievements.map(({ name, when, example }) => (
            <tr key={name}>
              <th scope="row" className="min-w-44">
                {name}
              </th>
              <td className="min-w-44">{when}</td>
              <td className="min-w-56">{example}</td>
            </tr>
          ))}
        </Table>
        <h3 className="mt-6 mb-2 text-std-17B-170">{words.noAchievementTitle}</h3>
        <ul className="list-disc pl-6">
          {words.noAchievement.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p className="mt-2 max-w-3xl">{words.noAchievementText}</p>
        <p className="mt-4 max-w-3xl">{words.totals}</p>
      </Section>
      <Section title={words.gradesTitle} id="grades">
        {scheme ? (
          <>
            <p className="mb-3 max-w-3xl">{words.gradesLead(scheme.name)}</p>
            <div className="max-w-2xl">
              <Table caption={words.gradesTitle} head={[...words.gradeColumns]}>
                {scheme.steps.map(({ grade, from, meaning }) => (
                  <tr key={grade}>
                    <th scope="row">{grade}</th>
                    <td>{from}</td>
                    <td>{meaning}</td>
                  </tr>
                ))}
              </Table>
            </div>
          </>
        ) : (
          <p>{words.noGrades}</p>
        )}
      </Section>
      <Section title={words.disclosureTitle} id="disclosure">
        <p className="mb-3 max-w-3xl">{words.disclosureLead}</p>
        <Paragraphs texts={words.disclosure(shown.limits)} isList />
      </Section>
      <Section title={words.forecastTitle} id="forecast">
        <Paragraphs texts={words.forecast} isList />
      </Section>
      <Section title={words.retentionTitle} id="retention">
        <DescriptionList items={words.retention.map(({ term, text }) => ({ term, children: text }))} />
        <p className="mt-4 max-w-3xl">{words.contact}</p>
        <p className="mt-3 flex min-h-11 items-center" data-screen-only>
          <TextLink to="/indicators/employment">{employmentFigureWords.linkText}</TextLink>
        </p>
      </Section>
      <Section title={words.reproduceTitle} id="reproduce">
        <Paragraphs texts={words.reproduce} isList />
        <p className="mt-3 flex min-h-11 items-center">
          <TextLink to="/indicators/corrections">{words.corrections}</TextLink>
        </p>
      </Section>
      <Section title={words.measuresTitle} id="measures">
        <p className="mb-3 max-w-3xl">{words.measuresLead(shown.measures.length)}</p>
        <MeasureTable measures={shown.measures} />
      </Section>
      <Section title={words.columnsTitle} id="columns">
        <p className="mb-3 max-w-3xl">{words.columnsLead}</p>
        <Table caption={words.columnsTitle} head={[...words.columnsHead]}>
          {words.columns.map(([csv, json, meaning]) => (
            <tr key={csv}>
              <th scope="row" className="min-w-36">
                {csv}
              </th>
              <td className="min-w-36">{json}</td>
              <td className="min-w-56">{meaning}</td>
            </tr>
          ))}
        </Table>
      </Section>
      <Section title={words.licenceTitle} id="licence">
        <p className="max-w-3xl">{words.licence}</p>
        <p className="mt-2">{openDataWords.licence.attribution}</p>
        <p className="mt-2 flex min-h-11 flex-wrap items-center gap-x-6">
          <TextLink to={openDataWords.licence.url}>{openDataWords.licenceLink}</TextLink>
          <TextLink to="/open-data">{words.openData}</TextLink>
        </p>
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
];
