import type { z } from "zod";
import { civilDateOf, jst } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { stateForms } from "./editing-parts.schema.ts";
import { clockOf } from "./editing.rules.ts";
import {
  cancelEvent,
  postponeEvent,
  publishEvent,
  reopenEvent,
  rescheduleEvent,
  type StateResult,
} from "./editing-state.store.server.ts";
import { type DeleteResult, deletePlannedEvent, findEditedEvent } from "./editing.store.server.ts";

type Forms = typeof stateForms;
type StepForm = { [Intent in keyof Forms]: z.output<Forms[Intent]> }[keyof Forms];

/** What became of a step; `moved` where a postponement brought a new date at once. */
export type StepResult =
  | { ok: true; moved: boolean }
  | Extract<StateResult, { ok: false }>
  | Extract<DeleteResult, { ok: false }>
  | { ok: false; error: "end-before-start" };

/** Brings an event to the state that a checked form asks for. */
export async function takeStep(
  town: Pick<Town, "database" | "clock" | "jobs">,
  { eventId, staffId, form }: { eventId: string; staffId: string; form: StepForm },
): Promise<StepResult> {
  const step = { eventId, staffId, version: form.version };
  const done = async (result: Promise<StateResult | DeleteResult>): Promise<StepResult> => {
    const answer = await result;
    return answer.ok ? { ok: true, moved: false } : answer;
  };
  switch (form.intent) {
    case "publish":
      return done(publishEvent(town, step));
    case "cancel":
      return done(cancelEvent(town, { ...step, note: form.note }));
    case "reopen":
      return done(reopenEvent(town, { ...step, note: form.note }));
    case "delete":
      return done(deletePlannedEvent(town, step));
    case "postpone":
      if (form.date === null) return done(postponeEvent(town, { ...step, note: form.note }));
      return move(town, step, { ...form, date: form.date });
    case "reschedule":
      return move(town, step, form);
  }
}

/** To a new day, with the hours as they are where none were typed. */
async function move(
  town: Pick<Town, "database" | "clock" | "jobs">,
  step: { eventId: string; staffId: string; version: string },
  form: { note: string; date: string; from: string | null; to: string | null },
): Promise<StepResult> {
  const event = await findEditedEvent(town, step);
  const session = event?.sessions[0];
  if (!event || !session) return { ok: false, error: "no-such-event" };
  const from = form.from ?? clockOf(session.startsAt);
  const to = form.to ?? clockOf(session.endsAt);
  const keepsHours =
    civilDateOf(session.startsAt) !== civilDateOf(session.endsAt) || (!form.from && !form.to);
  if (!keepsHours && to <= from) return { ok: false, error: "end-before-start" };
  const result = await rescheduleEvent(town, {
    ...step,
    note: form.note,
    startsOn: jst(form.date),
    hours: keepsHours ? null : { from, to },
  });
  return result.ok ? { ok: true, moved: true } : result;
}
