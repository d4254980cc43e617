import type { z } from "zod";
import type { Town } from "#app/town.ts";
import type { sessionForms } from "./editing-parts.schema.ts";
import { spanOfForm } from "./editing.schema.ts";
import {
  addPool,
  addSession,
  removePool,
  removeSession,
  saveSession,
  type SessionResult,
} from "./editing-sessions.store.server.ts";
import { resizePool } from "./pool-ledger.store.server.ts";

type Forms = typeof sessionForms;
type SessionForm = { [Intent in keyof Forms]: z.output<Forms[Intent]> }[keyof Forms];

/** The key of the notice, or the code of the refusal with the field that it belongs to (`form`: the whole). */
export type SessionStep = { ok: true; notice: string } | { ok: false; error: string; field: string };

/** Refusals that belong to a field of the form. */
const FIELDS: Record<string, string> = {
  "pool-exists": "category",
  "unknown-school": "schoolId",
  "window-after-end": "date",
};

/** Changes sessions and seats as a checked form asks for. */
export async function changeSessionsBy(
  town: Pick<Town, "database" | "clock" | "jobs" | "env">,
  { eventId, staffId, form }: { eventId: string; staffId: string; form: SessionForm },
): Promise<SessionStep> {
  const own = { eventId, staffId };
  const done = async (result: Promise<SessionResult>, notice: string): Promise<SessionStep> => {
    const answer = await result;
    if (!answer.ok) return { ok: false, error: answer.error, field: FIELDS[answer.error] ?? "form" };
    return { ok: true, notice: answer.told > 0 ? "event-saved-told" : notice };
  };
  switch (form.intent) {
    case "add-session":
      return done(addSession(town, { ...own, ...form, span: spanOfForm(form) }), "session-added");
    case "save-session":
      return done(saveSession(town, { ...own, ...form, span: spanOfForm(form) }), "session-saved");
    case "remove-session":
      return done(removeSession(town, { ...own, ...form }), "session-removed");
    case "add-pool": {
      const { sessionId, version, capacity, category, department, graduationYear } = form;
      const scope = { category, schoolId: form.schoolId || null, department, graduationYear };
      return done(addPool(town, { ...own, version, sessionId, scope, capacity }), "pool-added");
    }
    case "remove-pool":
      return done(removePool(town, { ...own, ...form }), "pool-removed");
    case "resize-pool": {
      const result = await resizePool(town, { ...own, poolId: form.poolId, capacity: form.capacity });
      if (result.ok)
        return { ok: true, notice: result.offered > 0 ? "pool-resized-offered" : "pool-resized" };
      if (result.error === "no-such-pool") return { ok: false, error: result.error, field: "form" };
      return { ok: false, error: `below-reserved:${result.reserved}`, field: "capacity" };
    }
  }
}
