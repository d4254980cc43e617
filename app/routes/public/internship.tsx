import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { longDate } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { goesThroughSchool, isForPupilsOnly } from "#app/domain/internships/rules.ts";
import { findInternship } from "#app/domain/internships/store.server.ts";
import { audienceOfSchool, CALENDAR_AUDIENCES } from "#app/domain/recruitment/rules.ts";
import { readTodaysStages } from "#app/domain/recruitment/store.server.ts";
import {
  internships as words,
  internshipTypeNames,
  internshipTypeNotes,
} from "#app/locales/ja/internships.ts";
import { site } from "#app/locales/ja/site.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { audienceWords } from "#app/ui/internship-card.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RecruitmentBanner } from "#app/ui/recruitment-banner.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/internship";

export const handle = { access: "public", title: "インターンシップ・仕事体験の内容" } satisfies RouteHandle;

export async function loader({ params, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const internship = await findInternship(town, { id: params.id });
  if (!internship) throw data(null, { status: 404 });
  const audiences = new Set(internship.audience.flatMap((kind) => audienceOfSchool(kind) ?? []));
  return {
    ...internship,
    stages: await readTodaysStages(
      town,
      CALENDAR_AUDIENCES.filter((audience) => audiences.has(audience)),
    ),
    firstDay: longDate(internship.firstDay),
    lastDay: longDate(internship.lastDay),
    applyBy: longDate(internship.applyBy),
    throughSchool: goesThroughSchool(internship),
    onlyPupils: isForPupilsOnly(internship),
  };
}

export default function Internship({ loaderData: internship }: Route.ComponentProps) {
  const { firstDay, lastDay, company } = internship;
  const period = firstDay === lastDay ? firstDay : `${firstDay}〜${lastDay}`;
  const orBlank = (text: string) => text || words.notFilled;
  return (
    <Page
      title={internship.title}
      crumbs={[{ to: "/internships", label: words.title }]}
      lead={
        <>
          <p className="flex flex-wrap gap-2">
            {internship.isOpen ? <Badge tone="green">{words.open}</Badge> : <Badge>{words.closed}</Badge>}
            <Badge tone="blue">{internshipTypeNames[internship.type]}</Badge>
          </p>
          <p className="mt-2">
            {words.company}:<TextLink to={`/companies/${company.slug}`}>{company.name}</TextLink>
          </p>
        </>
      }
    >
      {!internship.isOpen && (
        <Notice kind="info" title={words.closedNotice}>
          {words.closedText}
        </Notice>
      )}
      <Section title={words.summary} id="summary">
        <p className="max-w-3xl whitespace-pre-line">{internship.summary}</p>
      </Section>
      <Section title={words.terms} id="terms">
        <DescriptionList
          items={[
            {
              term: words.type,
              children: `${internshipTypeNames[internship.type]}\n${internshipTypeNotes[internship.type]}`,
            },
            { term: words.audience, children: audienceWords(internship.audience) },
            { term: words.period, children: `${period}(${words.days(internship.days)})` },
            { term: words.applyBy, children: internship.applyBy },
            { term: words.place, children: `${internship.place}(${internship.area})` },
            { term: words.capacity, children: words.people(internship.capacity) },
            { term: words.pay, children: orBlank(internship.pay) },
            { term: words.insurance, children: orBlank(internship.insurance) },
            {
              term: words.howToApply,
              children: internship.onlyPupils ? words.onlyThroughSchool : orBlank(internship.howToApply),
            },
            ...(internship.onlyPupils
              ? []
              : [
                  {
                    term: words.contact,
                    children: `${company.name} ${internship.contactDepartment}\n${internship.phone}`,
                  },
                ]),
          ]}
        />
      </Section>
      {internship.throughSchool && (
        <Notice kind="info" title={words.throughSchool}>
          {words.throughSchoolText}
        </Notice>
      )}
      <RecruitmentBanner stages={internship.stages} reader="student" />
      <p data-screen-only>
        <TextLink to="/internships">{words.list}</TextLink>
      </p>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData: internship }) => {
  if (!internship) return [{ title: site.name }];
  const title = `${internship.title}(${internship.company.name})`;
  const description = internship.summary.slice(0, 120);
  return [
    { title: `${title} | ${site.name}` },
    { name: "description", content: description },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
  ];
};
