import type { Category } from "#app/domain/events/rules.ts";
import { civilDateOf, jst } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import { readSignedId, signId } from "#app/platform/signed-id.server.ts";
import type { Town } from "#app/town.ts";
import { type Answer, figuresByCategory, type SurveyFigures, surveyFigures, surveyWindow } from "./rules.ts";

type SurveyTown = Pick<Town, "database" | "clock" | "env">;

const PURPOSE = "survey";

/** The address of the survey for one registration; it needs no sign-in and names nobody. */
export function surveyUrl(
  town: Pick<Town, "env">,
  { eventId, registrationId }: { eventId: string; registrationId: string },
): string {
  const token = signId(town.env.sessionSecret, PURPOSE, registrationId);
  return `${town.env.publicUrl}/events/${eventId}/survey/${token}`;
}

/** The survey behind a link; null for a link that this town did not make for this event. */
export async function findSurvey(
  town: SurveyTown,
  { eventId, token }: { eventId: string; token: string },
): Promise<{ eventTitle: string; endsAt: Date; step: "not-yet" | "open" | "closed" | "answered" } | null> {
  const found = await findRegistration(town, { eventId, token });
  if (!found) return null;
  const { event, surveyedAt } = found;
  const window = surveyWindow(event, town.clock.now());
  return { eventTitle: event.title, endsAt: event.endsAt, step: surveyedAt ? "answered" : window };
}

function findRegistration(town: SurveyTown, { eventId, token }: { eventId: string; token: string }) {
  const id = readSignedId(town.env.sessionSecret, PURPOSE, token);
  if (!id) return null;
  return town.database.registration.findUnique({
    where: { id, eventId },
    select: {
      id: true,
      category: true,
      surveyedAt: true,
      event: { select: { title: true, state: true, endsAt: true } },
      user: { select: { role: true } },
    },
  });
}

export type SurveyReply = {
  satisfaction: number;
  interest: number | null;
  useful: string[];
  comment: string;
};

/**
 * Stores an answer without anything that leads to the person: the answer has an id of its own and the day only, and the
 * registration remembers nothing but the day on which its link was used. A link answers once, also in two tabs.
 */
export async function answerSurvey(
  town: SurveyTown,
  request: { eventId: string; token: string; reply: SurveyReply },
): Promise<{ ok: true; repeated: boolean } | { ok: false; error: "no-such-survey" | "not-yet" | "closed" }> {
  const found = await findRegistration(town, request);
  if (!found) return { ok: false, error: "no-such-survey" };
  const now = town.clock.now();
  const window = surveyWindow(found.event, now);
  if (found.surveyedAt) return { ok: true, repeated: true };
  if (window !== "open") return { ok: false, error: window };
  const today = civilDateOf(now);
  return town.database.$transaction(async (tx) => {
    const { count } = await tx.registration.updateMany({
      where: { id: found.id, surveyedAt: null },
      data: { surveyedAt: jst(today) },
    });
    if (count === 0) return { ok: true, repeated: true };
    await tx.surveyAnswer.create({
      data: {
        id: newId(),
        eventId: request.eventId,
        category: categoryOf(found),
        ...request.reply,
        answeredOn: new Date(`${today}T00:00:00Z`),
      },
    });
    return { ok: true, repeated: false };
  });
}

/** A teacher who registered a class answers as a teacher. */
function categoryOf(registration: { category: Category; user: { role: string } | null }): Category {
  return registration.user?.role === "teacher" ? "teacher" : registration.category;
}

export type SurveyResults = {
  eventTitle: string;
  startsAt: Date;
  endsAt: Date;
  /** How many registrations that were checked in got the question. */
  asked: number;
  all: SurveyFigures;
  byCategory: { category: Category; figures: SurveyFigures | null }[];
  /** In no order of time or person. */
  comments: string[];
};

/** The results of an event's survey for staff; null when there is no such event. */
export async function readSurveyResults(
  town: Pick<Town, "database">,
  { eventId }: { eventId: string },
): Promise<SurveyResults | null> {
  const event = await town.database.event.findUnique({
    where: { id: eventId },
    select: { title: true, startsAt: true, endsAt: true },
  });
  if (!event) return null;
  const [answers, asked] = await Promise.all([
    town.database.surveyAnswer.findMany({ where: { eventId }, orderBy: { id: "asc" } }),
    town.database.registration.count({ where: { eventId, checkIns: { some: { voidedAt: null } } } }),
  ]);
  const counted: Answer[] = answers;
  return {
    eventTitle: event.title,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    asked,
    all: surveyFigures(counted),
    byCategory: figuresByCategory(counted),
    comments: answers.map(({ comment }) => comment).filter((comment) => comment !== ""),
  };
}
