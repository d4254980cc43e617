import { data } from "react-router";
import type { z } from "zod";
import { longDate, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, type FieldErrors, type FormValues, readForm } from "#app/platform/form.server.ts";
import type { Asked, ChangePreview, Submitted } from "./changes.store.server.ts";
import type { PastChange } from "./history.store.server.ts";
import { groupYears, type PreviewGroup } from "./preview-groups.ts";
import { warningText } from "./warnings.ts";

/** A preview in words, as the page shows it. */
export type PreviewView = {
  entryId: string;
  basis: string;
  warnings: string[];
  years: PreviewGroup[];
  meanwhile: ChangeView[];
};

/** A recorded change in words. */
export type ChangeView = { id: string; at: string; by: string; what: string; why: string };

/** What a form of the desk comes back with: errors beside the typed values, or the preview to be recorded. */
export type DeskAnswer = {
  ok: false;
  errors: FieldErrors;
  values: FormValues;
  preview: PreviewView | null;
};

/** The answer to a form of the desk: the page again, or on to the next one when the change is recorded. */
export async function answerDeskForm<Schema extends z.ZodType<Steps>>(
  request: Request,
  {
    schema,
    submit,
    done,
  }: {
    schema: Schema;
    submit: (form: z.output<Schema>, asked: Asked, values: FormValues) => Promise<Submitted>;
    done: { url: string; notice: string };
  },
) {
  const values = await readForm(request);
  // Back from the preview: the form as it was typed.
  if (values["step"] === "edit") return data(sendBack(values), { status: 200 });
  const form = checkForm(values, schema);
  if (!form.ok) return data(sendBack(form.values, form.errors), { status: 400 });
  const submitted = await submit(form.data, askedOf(form.data), form.values);
  if (!submitted.ok) {
    const isMine = Object.keys(submitted.errors).some((field) => field !== "form");
    return data(sendBack(form.values, submitted.errors), { status: isMine ? 400 : 409 });
  }
  if (submitted.state === "recorded") return redirectWithNotice(done.url, done.notice);
  const preview = viewOf(submitted.preview);
  return data({ ...sendBack(form.values), preview }, { status: preview.meanwhile.length > 0 ? 409 : 200 });
}

type Steps = {
  step: "check" | "record";
  entryId?: string | undefined;
  basis?: string | undefined;
  opened?: string | undefined;
};

function askedOf({ step, entryId, basis, opened }: Steps): Asked {
  if (step === "record" && entryId && basis) return { step, entryId, basis };
  return { step: "check", opened };
}

function sendBack(values: FormValues, errors: FieldErrors = {}): DeskAnswer {
  return { ok: false, errors, values, preview: null };
}

function viewOf(preview: ChangePreview): PreviewView {
  return {
    entryId: preview.entryId,
    basis: preview.basis,
    warnings: preview.warnings.map(warningText),
    years: groupYears(preview.years),
    meanwhile: preview.meanwhile.map(changeView),
  };
}

/** A recorded change as the pages show it; times in JST. */
export function changeView({ id, at, by, what, why }: PastChange): ChangeView {
  return { id, at: `${longDate(at)} ${timeOf(at)}`, by, what, why };
}
