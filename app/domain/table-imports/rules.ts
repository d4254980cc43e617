/** Where an uploaded table stands between the upload and its application. */
export type ImportState =
  | "uploaded"
  | "checking"
  | "checked"
  | "applying"
  | "applied"
  | "failed"
  | "discarded";

/** A cell that is wrong: its column ("" for the whole row) and the code of what is wrong. */
export type CellError = { column: string; code: string };

/** Field by header, as staff assigned them. */
export type Mapping = Record<string, string>;

/** In these states the background works on the import. */
export function isWorking(state: ImportState): boolean {
  return state === "checking" || state === "applying";
}

/** Columns may be assigned, and the import be given up by its page. */
export function mayAssign(state: ImportState): boolean {
  return state === "uploaded" || state === "checked" || state === "failed";
}
