import type { RouteHandle } from "#app/access.ts";
import {
  actionsOf,
  CALENDAR_AUDIENCES,
  type CalendarAudience,
  may,
  openedOn,
} from "#app/domain/recruitment/rules.ts";
import { recruitmentQuery } from "#app/domain/recruitment/schema.ts";
import { type RegisteredDate, readDates, todaysStage } from "#app/domain/recruitment/store.server.ts";
import { audienceNames, recruitmentWords as words } from "#app/locales/ja/recruitment.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { type Town, townContext } from "#app/town.ts";
import { FilterLinks } from "#app/ui/filter-links.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RecruitmentDates, RecruitmentToday } from "#app/ui/recruitment-calendar.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/recruitment-calendar";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const asked = recruitmentQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const dates = await readDates(town);
  const shown = asked.for ? [asked.for] : CALENDAR_AUDIENCES;
  return {
    asked: asked.for ?? null,
    today: civilDateOf(town.clock.now()),
    audiences: shown.map((audience) => ofAudience(town, dates, audience)),
  };
}

/** What may be done today, and the dates of the class that it is about and of the one after it. */
function ofAudience(town: Town, dates: readonly RegisteredDate[], audience: CalendarAudience) {
  const stage = todaysStage(town, dates, { audience });
  const scope = { ...stage, now: town.clock.now() };
  return {
    audience,
    graduationYear: stage.graduationYear,
    point: stage.point,
    actions: actionsOf(audience).map((action) => ({
      action,
      gate: may(dates, action, scope),
      since: openedOn(dates, action, scope),
    })),
    classes: [stage.graduationYear, stage.graduationYear + 1].map((graduationYear) => ({
      graduationYear,
      rows: rowsOf(dates, audience, graduationYear),
    })),
  };
}

/** The dates of a class in their order; prefectures that agreed on the same day share a line. */
function rowsOf(dates: readonly RegisteredDate[], audience: CalendarAudience, graduationYear: number) {
  const own = dates.filter((row) => row.audience === audience && row.graduationYear === graduationYear);
  const lines = Map.groupBy(own, ({ stage, date }) => `${date} ${stage}`);
  return [...lines.values()]
    .map((rows) => ({
      stage: rows[0]!.stage,
      date: rows[0]!.date,
      prefectures: rows.map(({ prefecture }) => prefecture),
      sources: [...new Set(rows.map(({ source }) => source))],
      notes: [...new Set(rows.flatMap(({ note }) => note || []))],
    }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

export default function RecruitmentCalendar({ loaderData: page }: Route.ComponentProps) {
  return (
    <Page
      title={words.title}
      lead={
        <>
          <p>{words.lead}</p>
          <p className="mt-2 text-std-17B-170">{words.today(page.today)}</p>
        </>
      }
    >
      <FilterLinks
        label={words.filter}
        choices={[null, ...CALENDAR_AUDIENCES].map((audience) => ({
          label: audience === null ? words.all : audienceNames[audience],
          url: audience === null ? "/recruitment-calendar" : `/recruitment-calendar?for=${audience}`,
          current: audience === page.asked,
        }))}
      />
      <div className="mt-8">
        {page.audiences.map((shown) => (
          <Section
            key={shown.audience}
            id={shown.audience}
            title={words.section(shown.audience, shown.graduationYear)}
            aside={
              <TextLink to={`/recruitment-calendar.ics?for=${shown.audience}`}>{words.calendarLink}</TextLink>
            }
          >
            {shown.audience === "highSchool" && <p className="mb-4 max-w-3xl">{words.schoolRule}</p>}
            <RecruitmentToday {...shown} />
            <RecruitmentDates {...shown} />
          </Section>
        ))}
      </div>
      <p data-screen-only className="mt-8 text-solid-gray-700">
        {words.print}
      </p>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: `${words.title}${loaderData?.asked ? `(${audienceNames[loaderData.asked]})` : ""} | ${site.name}`,
  },
  { name: "description", content: words.description },
  { property: "og:title", content: words.title },
  { property: "og:description", content: words.description },
];
