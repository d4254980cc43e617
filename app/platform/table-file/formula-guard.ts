/**
 * A spreadsheet takes a cell that begins with one of these for a formula (full-width signs too, where Japanese is typed),
 * or drops the control character and then sees one.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－−＠]/;
/** A negative number is what a spreadsheet takes it for, and programs must read it as it is. */
const NUMBER = /^-\d+(\.\d+)?$/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－−＠]/;

/** Puts an apostrophe before a text that a spreadsheet would run; `unguardFormula` takes exactly that one away. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
