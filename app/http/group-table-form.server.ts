import { data } from "react-router";
import { groupsOfClass } from "#app/domain/visits/group-table.rules.ts";
import {
  applyGroupTable,
  checkGroupTable,
  type GroupEditor,
  summaryOf,
} from "#app/domain/visits/groups.store.server.ts";
import { classSchema } from "#app/domain/visits/room.schema.ts";
import type { VisitRoom } from "#app/domain/visits/room.store.server.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, type FormValues } from "#app/platform/form.server.ts";
import { readTable } from "#app/platform/table-file/read-table.server.ts";
import type { Town } from "#app/town.ts";

const MOST_ROWS_SHOWN = 300;

type TableForm = {
  room: VisitRoom;
  editor: GroupEditor;
  values: FormValues;
  files: readonly File[];
  /** Where the reader goes when the groups are written. */
  page: string;
};

/**
 * The three steps of entering groups as a table, for staff and for teachers: a table (pasted, as a file, or made from a
 * head count) is checked and shown; only `apply` writes it.
 */
export async function answerGroupTable(town: Town, form: TableForm) {
  const { room, editor, values } = form;
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  if (values["intent"] === "apply") {
    const rows = rowsOf(text("table"));
    const result = await applyGroupTable(town, {
      room,
      editor,
      rows,
      shown: text("shown"),
      confirmLabels: values["confirmLabels"] === "yes",
      removeMissing: values["removeMissing"] === "yes",
    });
    if (result.ok) return redirectWithNotice(form.page, "visit-groups-saved");
    const field = result.error === "visit-label-name" ? "confirmLabels" : "form";
    return show(town, form, rows, { [field]: result.error });
  }
  if (values["intent"] === "generate") {
    const made = checkForm(values, classSchema);
    return made.ok ? show(town, form, groupsOfClass(made.data)) : formErrors(made.errors, made.values);
  }
  const file = form.files.at(0);
  const field = file ? "file" : "paste";
  if (!file && text("paste").trim() === "") return formErrors({ paste: "visit-table-missing" }, values);
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : Buffer.from(text("paste"), "utf8");
  const read = await readTable(bytes);
  if (!read.ok) return formErrors({ [field]: read.error }, values);
  return show(town, form, read.table.rows, {}, field);
}

/** The dry run beside what is stored now. Errors of the whole table come back to the field it was given in. */
async function show(
  town: Town,
  { room, editor, values }: TableForm,
  rows: readonly (readonly string[])[],
  errors: Record<string, string> = {},
  field = "form",
) {
  const table = await checkGroupTable(town, { room, editor, rows });
  if (!table.ok) return formErrors({ [field]: table.error }, values);
  const listed = table.rows.filter(({ outcome, maybeName }) => outcome !== "same" || maybeName);
  const checked = {
    counts: table.counts,
    ignored: table.ignored,
    missing: table.missing.length,
    rows: listed.slice(0, MOST_ROWS_SHOWN).map(({ group, ...row }) => ({ ...row, label: group.label })),
    more: Math.max(0, listed.length - MOST_ROWS_SHOWN),
    hasNames: table.rows.some(({ maybeName, outcome }) => maybeName && outcome !== "error"),
    table: textOf(rows),
    shown: summaryOf(table),
  };
  const hasErrors = Object.keys(errors).length > 0;
  return data({ ok: !hasErrors, errors, values, checked }, { status: hasErrors ? 409 : 200 });
}

/** What the dry run shows. */
export type CheckedTable = Extract<Awaited<ReturnType<typeof show>>["data"], { checked: unknown }>["checked"];

const textOf = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");

const rowsOf = (text: string) => text.split("\n").map((line) => line.split("\t"));
