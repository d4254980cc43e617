import { notAsked } from "#app/domain/events/answers.rules.ts";
import type { Category } from "#app/domain/events/rules.ts";
import { answerSchemaFor } from "#app/domain/events/answers.schema.ts";
import { guestNameSchema, registrationFormSchema } from "#app/domain/events/registrations.schema.ts";
import type { RegistrationForm } from "#app/domain/events/registration-form.store.server.ts";
import type { RegistrationRequest } from "#app/domain/events/seats.store.server.ts";
import { checkForm, type FieldErrors, type FormValues } from "#app/platform/form.server.ts";

/** What a sent registration form asks for, without its holder. */
export type ReadRequest = Omit<RegistrationRequest, "userId" | "guestId" | "eventId"> & { headCount: number };

export type RequestReading =
  | { ok: true; request: ReadRequest; guestName: string | null }
  | { ok: false; errors: FieldErrors };

/**
 * Reads a registration form against the event's own form: the choice of seats, the numbers, the answers of the category
 * that was chosen, a guest's name. Every field's problem is told at once. What the ledger decides (whether the seats are
 * for this person, and free) is not decided here.
 */
export function readRegistrationRequest(form: RegistrationForm, values: FormValues): RequestReading {
  const basic = checkForm(values, registrationFormSchema(form));
  const isGuest = form.holder !== null && "guest" in form.holder.person;
  const name = isGuest ? checkForm(values, guestNameSchema) : null;
  const errors: FieldErrors = {};
  if (!basic.ok) Object.assign(errors, basic.errors);
  if (name && !name.ok) Object.assign(errors, name.errors);
  const pools = form.sessions.flatMap((session) => session.pools);
  const category =
    pools.find((pool) => pool.id === values["pool"])?.category ??
    (basic.ok ? basic.data.category : undefined) ??
    (pools.length === 1 ? pools[0]!.category : undefined);
  const answers = checkForm(values, answersOf(form, category));
  if (!answers.ok) Object.assign(errors, answers.errors);
  if (!basic.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  const { pool, session, headCount, guardians, intent } = basic.data;
  return {
    ok: true,
    guestName: name?.ok ? name.data.name : null,
    request: {
      ...(pool ? { poolId: pool } : { category: basic.data.category, sessionId: session || undefined }),
      headCount,
      // Who changes from a student to another category may have chosen guardians before.
      guardians: category === undefined || category === "student" ? guardians : 0,
      answers: answers.ok ? answers.data : [],
      waitWhenFull: intent === "wait",
    },
  };
}

/** The check of the answers; while no category is chosen, of those that everybody is asked who may use the form. */
function answersOf(form: RegistrationForm, category: Category | undefined) {
  const eligible = form.sessions.flatMap((session) => session.pools.map((pool) => pool.category));
  const common = form.questions.filter((question) => notAsked(question, eligible).length === 0);
  return category
    ? answerSchemaFor(form.questions, category)
    : answerSchemaFor(common, eligible[0] ?? "other");
}

/** The field at which a refusal of the ledger is told; what the whole event refuses stands above the form. */
export function refusedField(
  form: RegistrationForm,
  refused: { error: string; request: ReadRequest },
): FieldErrors {
  const { error, request } = refused;
  if (
    error === "closed" ||
    error === "cancelled" ||
    error === "not-open-yet" ||
    error === "too-many-requests"
  )
    return { form: error };
  if (error !== "event-full") return { pool: error };
  const session = form.sessions.find(({ pools }) => pools.some((pool) => pool.id === request.poolId));
  const pool = session?.pools.find(({ id }) => id === request.poolId);
  const along = session?.guardianSeats;
  const { headCount, guardians = 0 } = request;
  if (pool && headCount > pool.capacity)
    return { [fieldOfNumber(form)]: `more-than-capacity:${pool.capacity}` };
  if (along && guardians > along.capacity) return { guardians: `more-than-capacity:${along.capacity}` };
  if (along && guardians > along.left && pool && headCount <= pool.left)
    return { guardians: "guardians-full" };
  return { pool: error };
}

/** Where the number is not asked for, the choice of seats stands for it. */
function fieldOfNumber(form: RegistrationForm): "headCount" | "pool" {
  return form.maxHeadCount > 1 ? "headCount" : "pool";
}
