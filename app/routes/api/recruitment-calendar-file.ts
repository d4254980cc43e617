import type { RouteHandle } from "#app/access.ts";
import { recruitmentEntries } from "#app/domain/recruitment/calendar-file.ts";
import { recruitmentQuery } from "#app/domain/recruitment/schema.ts";
import { readDates } from "#app/domain/recruitment/store.server.ts";
import { answerUnlessKnown } from "#app/http/conditional.ts";
import { recruitmentWords } from "#app/locales/ja/recruitment.ts";
import { townContext } from "#app/town.ts";
import { CALENDAR_TYPE, renderCalendar } from "#emails/calendar.ts";
import type { Route } from "./+types/recruitment-calendar-file";

export const handle = { access: "public" } satisfies RouteHandle;

/** The dates of the classes around today as whole days, of one audience (`?for=`) or all. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const asked = recruitmentQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const dates = (await readDates(town)).filter(({ audience }) => !asked.for || audience === asked.for);
  const { name, nameFor } = recruitmentWords.calendar;
  const text = renderCalendar(recruitmentEntries(dates, town.env.publicUrl), {
    name: asked.for ? nameFor(asked.for) : name,
    method: "PUBLISH",
  });
  return answerUnlessKnown(request, text, {
    "Content-Type": CALENDAR_TYPE,
    "Cache-Control": "public, max-age=300",
  });
}
