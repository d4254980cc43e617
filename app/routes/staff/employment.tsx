import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { countStandings, readQuarters } from "#app/domain/employment/desk.store.server.ts";
import { listSchoolStates } from "#app/domain/employment/outcomes.store.server.ts";
import { readSupportReports } from "#app/domain/employment/programmes.store.server.ts";
import { PROGRAMMES } from "#app/domain/employment/rules.ts";
import { readYearAtAGlance } from "#app/domain/employment/store.server.ts";
import { listLikelyTwins } from "#app/domain/employment/twins.store.server.ts";
import { deskWords as words, supportReportWords } from "#app/locales/ja/employment-desk.ts";
import { classOf, placementSourceNames } from "#app/locales/ja/employment.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf, fiscalYearOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { EmploymentFigures, QuarterTable, StandingTable } from "#app/ui/employment-figures.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/employment";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const today = civilDateOf(town.clock.now());
  const fiscalYear = fiscalYearOf(today);
  const [figures, quarters, schools, { missing }, twins, standings] = await Promise.all([
    readYearAtAGlance(town, { asOf: today }),
    readQuarters(town),
    listSchoolStates(town, { graduationYear: fiscalYear }),
    readSupportReports(town, { fiscalYear }),
    listLikelyTwins(town),
    countStandings(town),
  ]);
  return {
    today,
    fiscalYear,
    figures,
    quarters,
    missing,
    standings,
    twins: twins.length,
    silentSchools: schools
      .filter(({ reportedAsOf }) => reportedAsOf === null)
      .map(({ id, name }) => ({ id, name })),
  };
}

export default function StaffEmployment({ loaderData: desk }: Route.ComponentProps) {
  const { today, fiscalYear, figures, quarters, silentSchools, missing, standings, twins } = desk;
  return (
    <Page title={words.title} crumbs={[{ to: "/staff", label: words.crumb }]} lead={<p>{words.lead}</p>} wide>
      <ul className="mb-8 flex flex-wrap gap-x-6">
        {words.rooms.map(({ to, label }) => (
          <li key={to}>
            <TextLink to={to} className="inline-flex min-h-11 items-center">
              {label}
            </TextLink>
          </li>
        ))}
      </ul>
      <Section title={words.year(fiscalYear)} id="year">
        <p className="mb-4">{words.asOf(today)}</p>
        <EmploymentFigures figures={figures} />
      </Section>
      <Section title={words.questions} id="questions">
        <QuarterTable quarters={quarters} />
      </Section>
      <Section title={words.standings} id="standings">
        <StandingTable standings={standings} />
      </Section>
      <Section title={words.missing} id="missing">
        <DescriptionList
          items={[
            {
              term: words.missingTwins,
              children:
                twins === 0 ? (
                  words.missingNone
                ) : (
                  <TextLink
                    to="/staff/employment/placements#twins"
                    className="inline-flex min-h-11 items-center"
                  >
                    {words.twins(twins)}
                  </TextLink>
                ),
            },
            {
              term: `${words.missingSchools}(${classOf(fiscalYear)})`,
              children:
                silentSchools.length === 0 ? (
                  words.missingNone
                ) : (
                  <ul>
                    {silentSchools.map(({ id, name }) => (
                      <li key={id}>
                        <TextLink
                          to={`/staff/employment/schools?year=${fiscalYear}&school=${id}#enter`}
                          className="inline-flex min-h-11 items-center"
                        >
                          {name}
                        </TextLink>
                      </li>
                    ))}
                  </ul>
                ),
            },
            ...PROGRAMMES.map((programme) => ({
              term: `${words.missingReports}(${placementSourceNames[programme]})`,
              children:
                missing[programme].length === 0 ? (
                  words.missingNone
                ) : (
                  <>
                    {missing[programme].map(supportReportWords.monthOf).join("、")}{" "}
                    <TextLink
                      to="/staff/employment/reports"
                      className="ml-2 inline-flex min-h-11 items-center"
                    >
                      {words.enter}
                      <span className="sr-only">:{placementSourceNames[programme]}</span>
                    </TextLink>
                  </>
                ),
            })),
          ]}
        />
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
