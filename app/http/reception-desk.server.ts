import { data } from "react-router";
import {
  type CheckInResult,
  checkInRegistration,
  checkInWalkIns,
  correctHeadCount,
  voidCheckIn,
  type WalkInResult,
} from "#app/domain/events/check-ins.store.server.ts";
import { receptionIntentOf, receptionSchemas } from "#app/domain/events/schema.ts";
import { findPeople, type FoundPerson } from "#app/domain/events/desk.store.server.ts";
import { desk as words } from "#app/locales/ja/event-desk.ts";
import { longDate, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, type FieldErrors, type FormValues, readForm } from "#app/platform/form.server.ts";
import type { Town } from "#app/town.ts";

/**
 * Answers the forms of the reception: the board's page and the phone's page have the same ones. After a check-in the
 * reader comes back to `page`; a search by name answers with the people found (a name never stands in an address).
 */
export async function answerDesk(
  town: Town,
  request: Request,
  desk: { eventId: string; staffId: string; page: string },
) {
  const { eventId, staffId, page } = desk;
  const by = { eventId, staffId };
  const done = (notice: string) => redirectWithNotice(page, notice);
  const values = await readForm(request);
  switch (receptionIntentOf(values["intent"])) {
    case "ticket": {
      const form = checkForm(values, receptionSchemas.ticket);
      if (!form.ok) return refused(form.values, { errors: form.errors });
      const { ticket: ticketCode, came: headCount } = form.data;
      const result = await checkInRegistration(town, { ...by, ticketCode, headCount });
      return result.ok ? done("check-in-made") : refused(form.values, { message: errorText(result) });
    }
    case "check-in": {
      const form = checkForm(values, receptionSchemas["check-in"]);
      if (!form.ok) return refused(form.values, { errors: form.errors });
      const { registrationId, came: headCount } = form.data;
      const result = await checkInRegistration(town, { ...by, registrationId, headCount });
      return result.ok ? done("check-in-made") : refused({}, { message: errorText(result) });
    }
    case "walk-in": {
      const form = checkForm(values, receptionSchemas["walk-in"]);
      if (!form.ok) return refused(form.values, { errors: form.errors });
      const { entry, category, headCount } = form.data;
      const result = await checkInWalkIns(town, { ...by, checkInId: entry, category, headCount });
      if (!result.ok) return refused(form.values, { message: errorText(result) });
      return done(result.repeated ? "check-in-repeated" : "check-in-made");
    }
    case "void": {
      const form = checkForm(values, receptionSchemas.void);
      if (!form.ok) return refused(form.values, { errors: form.errors });
      const result = await voidCheckIn(town, { ...by, checkInId: form.data.checkInId });
      return result.ok ? done("check-in-voided") : refused({}, { message: words.errors[result.error] });
    }
    case "correct": {
      const form = checkForm(values, receptionSchemas.correct);
      if (!form.ok) return refused({}, { errors: form.errors });
      const { checkInId, came: headCount } = form.data;
      const result = await correctHeadCount(town, { ...by, checkInId, headCount });
      return result.ok ? done("check-in-corrected") : refused({}, { message: words.errors[result.error] });
    }
    case "find": {
      const form = checkForm(values, receptionSchemas.find);
      if (!form.ok) return refused(form.values, { errors: form.errors });
      const found = await findPeople(town, { eventId, name: form.data.name });
      return data({ values: form.values, errors: {}, message: null, found }, { status: 200 });
    }
    case null:
      throw data(null, { status: 400 });
  }
}

/** The page again with what was typed: field errors are 400, a refusal by the desk's rules is 409. */
function refused(values: FormValues, why: { errors: FieldErrors } | { message: string }) {
  const errors: FieldErrors = "errors" in why ? why.errors : {};
  const message = "message" in why ? why.message : null;
  const found: FoundPerson[] | null = null;
  return data({ values, errors, message, found }, { status: message ? 409 : 400 });
}

type Refusal = Exclude<CheckInResult, { ok: true }> | Exclude<WalkInResult, { ok: true }>;

function errorText(refusal: Refusal): string {
  switch (refusal.error) {
    case "other-event":
      return words.errors["other-event"](refusal.eventTitle, longDate(refusal.startsAt));
    case "already-checked-in":
      return words.errors["already-checked-in"](timeOf(refusal.at));
    case "not-event-day":
      return words.errors["not-event-day"](longDate(refusal.startsAt));
    case "ticket-waiting":
    case "ticket-offered":
    case "ticket-expired":
      return words.errors[refusal.error](refusal.free);
    default:
      return words.errors[refusal.error];
  }
}
