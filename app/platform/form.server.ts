import { data } from "react-router";
import type { z } from "zod";

/** What was typed, field by field, as it goes back into the form after an error. Never holds passwords. */
export type FormValues = Record<string, string | string[]>;
/** Field name → error code (`required`, `too-long:200`); the words are in app/locales. */
export type FieldErrors = Record<string, string>;

export type ParsedForm<Data> =
  | { ok: true; data: Data; values: FormValues }
  | { ok: false; errors: FieldErrors; values: FormValues };

/** Reads the fields of a form. Throws the answer 400 when the body is not a form. Files are not fields. */
export async function readForm(request: Request): Promise<FormValues> {
  return fieldsOf(await readFormData(request));
}

/**
 * Reads the fields of a form and the files of one of its fields. A file field that was left empty gives none. How large
 * a form may be stands in the route's handle (`maxBodyBytes`).
 */
export async function readFormWithFiles(
  request: Request,
  fileField: string,
): Promise<{ values: FormValues; files: File[] }> {
  const form = await readFormData(request);
  const files = form
    .getAll(fileField)
    .filter((value) => typeof value !== "string")
    .filter((file) => file.name !== "" || file.size > 0);
  return { values: fieldsOf(form), files };
}

async function readFormData(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw data(null, { status: 400 });
  }
}

function fieldsOf(form: FormData): FormValues {
  const values: FormValues = {};
  for (const key of new Set(form.keys())) {
    const texts = form.getAll(key).flatMap((value) => (typeof value === "string" ? [cleanText(value)] : []));
    values[key] = texts.length > 1 || key.endsWith("[]") ? texts : (texts[0] ?? "");
  }
  return values;
}

/** PostgreSQL text cannot hold NUL, and lone surrogates are no text; everything else stays as it was typed. */
function cleanText(text: string): string {
  return text.replaceAll("\0", "").toWellFormed().replaceAll("\r\n", "\n");
}

/** Checks the form with the schema that the browser's side shares. */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<ParsedForm<z.output<Schema>>> {
  return checkForm(await readForm(request), schema);
}

/** Checks fields that were read already. One error per field: the first. */
export function checkForm<Schema extends z.ZodType>(
  values: FormValues,
  schema: Schema,
): ParsedForm<z.output<Schema>> {
  const parsed = schema.safeParse(values);
  const kept = withoutPasswords(values);
  if (parsed.success) return { ok: true, data: parsed.data, values: kept };
  return { ok: false, errors: fieldErrors(parsed.error), values: kept };
}

function fieldErrors(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of error.issues) {
    const field = issue.path.map(String).join(".") || "form";
    errors[field] ??= issue.message;
  }
  return errors;
}

function withoutPasswords(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
}

/** The answer to a form with errors: status 400 (or another), the errors and what was typed. */
export function formErrors(errors: FieldErrors, values: FormValues, status = 400) {
  return data({ ok: false as const, errors, values }, { status });
}
