import { z } from "zod";
import { normaliseBlock, normaliseLine, readDate, toKatakana } from "./rules.ts";

/**
 * The kinds of fields that forms are made of. Messages are codes (`required`, `too-long:200`); the words for them are in
 * app/locales/ja/errors.ts, so that browser and server say the same in every language.
 */

/** A field that a form may leave out altogether. */
const typed = z.string().catch("");

/** One line that must be filled in, at most `max` characters. */
export function line(max: number) {
  return typed.transform(normaliseLine).pipe(z.string().min(1, "required").max(max, `too-long:${max}`));
}

/** One line that may stay empty (then it is an empty string). */
export function optionalLine(max: number) {
  return typed.transform(normaliseLine).pipe(z.string().max(max, `too-long:${max}`));
}

/** Running text that must be filled in. */
export function block(max: number, min = 1) {
  return typed.transform(normaliseBlock).pipe(
    z
      .string()
      .min(1, "required")
      .min(min, min === 1 ? "required" : `too-short:${min}`)
      .max(max, `too-long:${max}`),
  );
}

/** Running text that may stay empty. */
export function optionalBlock(max: number) {
  return typed.transform(normaliseBlock).pipe(z.string().max(max, `too-long:${max}`));
}

/** A reading in full-width katakana; hiragana and half-width kana are turned into it. */
export function kana(max: number) {
  return typed.transform(toKatakana).pipe(
    z
      .string()
      .min(1, "required")
      .max(max, `too-long:${max}`)
      .regex(/^[\p{Script=Katakana}ー・、 \d\p{Script=Latin}&.'-]*$/u, "kana"),
  );
}

/** An e-mail address; full-width characters are turned into plain ones, upper into lower case. */
export const email = typed
  .transform((text) => normaliseLine(text).replaceAll(" ", "").toLowerCase())
  .pipe(z.string().min(1, "required").max(254, "too-long:254").pipe(z.email("email")));

/** A whole number from `min` to `max`; full-width digits and separators are understood. */
export function wholeNumber(min: number, max: number) {
  return typed
    .transform((text) => normaliseLine(text).replace(/[,\s]/g, ""))
    .pipe(
      z
        .string()
        .min(1, "required")
        .regex(/^-?\d+$/, "whole-number"),
    )
    .transform(Number)
    .pipe(z.number().min(min, `number-range:${min}:${max}`).max(max, `number-range:${min}:${max}`));
}

/** A whole number or nothing: a blank is null, never 0. */
export function optionalWholeNumber(min: number, max: number) {
  const range = `number-range:${min}:${max}`;
  return typed
    .transform((text) => normaliseLine(text).replace(/[,\s]/g, ""))
    .pipe(z.string().regex(/^(-?\d+)?$/, "whole-number"))
    .transform((text) => (text === "" ? null : Number(text)))
    .pipe(z.number().min(min, range).max(max, range).nullable());
}

/** A day in any of the usual notations, given back as YYYY-MM-DD. */
export const civilDate = typed.transform((text, context) => {
  if (normaliseLine(text) === "") {
    context.addIssue({ code: "custom", message: "required" });
    return z.NEVER;
  }
  const read = readDate(text);
  if (read.ok) return read.date;
  context.addIssue({ code: "custom", message: read.error });
  return z.NEVER;
});

/** A day in any of the usual notations (as YYYY-MM-DD), or nothing (null). */
export const optionalCivilDate = typed.transform((text, context) => {
  if (normaliseLine(text) === "") return null;
  const read = readDate(text);
  if (read.ok) return read.date;
  context.addIssue({ code: "custom", message: read.error });
  return z.NEVER;
});

/** One of the given values. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, "choose");
}

/** Any number of the given values; unknown ones are refused. A single box arrives as one string. */
export function choices<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z
    .union([z.array(z.string()), z.string().transform((value) => (value === "" ? [] : [value]))])
    .catch([])
    .pipe(z.array(z.enum(values, "choose")));
}

/** A box that must be ticked. */
export const agreement = z.literal("yes", "agree");
