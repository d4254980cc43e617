import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { surveyLastDay } from "#app/domain/surveys/rules.ts";
import { readSurveyResults } from "#app/domain/surveys/store.server.ts";
import { surveyResults as words } from "#app/locales/ja/survey.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { SurveyCategories, SurveyMeans, SurveyUseful } from "#app/ui/survey-results.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import type { Route } from "./+types/event-survey";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const results = await readSurveyResults(context.get(townContext), { eventId: params.id });
  if (!results) throw data(null, { status: 404 });
  return { ...results, eventId: params.id, until: longDate(surveyLastDay(results)) };
}

export default function EventSurveyResults({ loaderData: results }: Route.ComponentProps) {
  const { all } = results;
  return (
    <Page
      title={words.title(results.eventTitle)}
      crumbs={eventCrumbs({ id: results.eventId, title: results.eventTitle })}
      lead={<p>{words.lead(results.until)}</p>}
    >
      <EventRoomNav eventId={results.eventId} current="survey" />
      {all.n === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <>
          <p className="text-std-20B-150">{words.answers(all.n, results.asked)}</p>
          <Section title={words.all} id="all">
            <SurveyMeans figures={all} />
          </Section>
          <Section title={words.useful} id="useful">
            <SurveyUseful figures={all} />
          </Section>
          <Section title={words.byCategory} id="categories">
            <SurveyCategories rows={results.byCategory} />
          </Section>
          <Section title={words.comments} id="comments">
            {results.comments.length === 0 ? (
              <p>{words.commentsNone}</p>
            ) : (
              <>
                <p className="text-solid-gray-700">{words.commentsNote}</p>
                <ul className="mt-2 divide-y divide-solid-gray-420 border-y border-solid-gray-420">
                  {results.comments.map((comment, index) => (
                    <li key={index} className="py-3 break-inside-avoid whitespace-pre-line">
                      {comment}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Section>
        </>
      )}
    </Page>
  );
}

export function meta({ loaderData: results }: Route.MetaArgs) {
  return [{ title: `${results ? words.title(results.eventTitle) : words.shortTitle} | ${site.name}` }];
}
