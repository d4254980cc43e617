import { FIELDS, isPersonColumn } from "#app/domain/figure-imports/fields.ts";
import {
  type FigureImportDetail,
  type FigureImportRowView,
  listFigureChoices,
  listFigureImportRows,
  pageOfRow,
  ROWS_PER_PAGE,
} from "#app/domain/figure-imports/import.store.server.ts";
import { mayBeWide, yearField, yearOfField } from "#app/domain/figure-imports/mapping.ts";
import { mayApply, ROW_OUTCOMES } from "#app/domain/figure-imports/rules.ts";
import { isWorking, mayAssign } from "#app/domain/table-imports/rules.ts";
import { figureImport as words, figureKinds } from "#app/locales/ja/figure-imports.ts";
import { longDate, timeOf } from "#app/platform/calendar.ts";
import type { FormValues } from "#app/platform/form.server.ts";
import { columnIndex } from "#app/platform/table-file/table.ts";
import type { Town } from "#app/town.ts";

const moment = (at: Date) => `${longDate(at)} ${timeOf(at)}`;
/** Years that a column may be assigned to beyond those that the headers name. */
const YEARS_OFFERED = 3;
const SAMPLE_LENGTH = 30;

/** What the page of an import shows, for the filters of its address. */
export async function figureImportPage(
  town: Pick<Town, "database" | "clock">,
  found: FigureImportDetail,
  query: URLSearchParams,
) {
  const hasRows = found.state === "checked" || found.state === "applied" || found.state === "failed";
  const outcome = ROW_OUTCOMES.find((name) => name === query.get("outcome")) ?? null;
  const row = numberOf(query.get("row"));
  const asked = numberOf(query.get("page")) ?? 1;
  const at = row === null || !hasRows ? asked : await pageOfRow(town, { importId: found.id, row });
  const list = hasRows
    ? await listFigureImportRows(town, { importId: found.id, outcome, page: at })
    : { total: 0, rows: [] };
  const { settings, counts } = found;
  const { plans, subsidies } = await listFigureChoices(town);
  return {
    id: found.id,
    kind: found.kind,
    kindName: figureKinds[found.kind].name,
    state: found.state,
    fileName: found.fileName,
    encoding: words.encodings[found.encoding] ?? "",
    sheetName: found.sheetName,
    otherSheets: settings.sheetNames.filter((name) => name !== found.sheetName),
    hidden: settings.hidden,
    failure: found.failure,
    rowCount: found.rowCount,
    rowsDone: counts.done,
    counts,
    createdAt: moment(found.createdAt),
    appliedAt: found.appliedAt && moment(found.appliedAt),
    checkedAt: settings.checkedAt === "" ? null : moment(new Date(settings.checkedAt)),
    checked: settings.checked,
    appliedBefore: found.appliedBefore && {
      ...found.appliedBefore,
      when: longDate(found.appliedBefore.when),
    },
    newer: found.newer && { ...found.newer, when: moment(found.newer.when) },
    headerRow: found.headerRow,
    headerRows: settings.headerRows,
    firstRows: found.firstRows.map(({ number, texts }) => ({
      number,
      texts: texts.slice(0, 8).map((text) => text.slice(0, SAMPLE_LENGTH)),
    })),
    columns: columnsOf(found),
    fields: fieldsOf(found, plans),
    typed: settings.typed,
    plans: plans.map(({ id, title }) => ({ value: id, label: title })),
    subsidies: subsidies.map(({ id, name }) => ({ value: id, label: name })),
    isWorking: isWorking(found.state),
    mayAssign: mayAssign(found.state),
    mayApply: mayApply(found.state, counts),
    hasRows,
    outcome,
    row,
    total: list.total,
    page: at,
    pages: Math.max(1, Math.ceil(list.total / ROWS_PER_PAGE)),
    rows: list.rows.map((line) => rowOf(line, found)),
  };
}

export type FigureImportPage = Awaited<ReturnType<typeof figureImportPage>>;

function numberOf(text: string | null): number | null {
  return /^[1-9]\d{0,5}$/.test(text ?? "") ? Number(text) : null;
}

function columnsOf({ kind, headers, mapping, sample }: FigureImportDetail) {
  return headers.map((header, index) => ({
    header,
    field: mapping[header] ?? "",
    isPerson: isPersonColumn(kind, header),
    sample: sample.map((texts) => (texts[index] ?? "").slice(0, SAMPLE_LENGTH)).filter(Boolean),
  }));
}

/** What a column may hold: the fields of the kind and, in a yearly table, the years of the plans. */
function fieldsOf(
  { kind, mapping }: FigureImportDetail,
  plans: readonly { firstFiscalYear: number; lastFiscalYear: number }[],
) {
  const fields = FIELDS[kind].map(({ field, header }) => ({ value: field, label: header }));
  if (!mayBeWide(kind)) return fields;
  const named = Object.values(mapping).flatMap((field) => yearOfField(field) ?? []);
  const first = Math.min(...named, ...plans.map(({ firstFiscalYear }) => firstFiscalYear - YEARS_OFFERED));
  const last = Math.max(...named, ...plans.map(({ lastFiscalYear }) => lastFiscalYear));
  if (!Number.isFinite(first)) return fields;
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return [...fields, ...years.map((year) => ({ value: yearField(year), label: words.yearOption(year) }))];
}

/** A row with the header and the text of each cell that something is said about. */
function rowOf(line: FigureImportRowView, { headers }: FigureImportDetail) {
  const place = (column: string) => {
    const index = column === "" ? -1 : columnIndex(column);
    return { header: headers[index] ?? "", text: (line.texts[index] ?? "").slice(0, 60) };
  };
  return {
    number: line.number,
    outcome: line.outcome,
    title: line.texts
      .filter((text) => text.trim() !== "")
      .slice(0, 3)
      .map((text) => text.slice(0, 40))
      .join(" / "),
    cells: line.cells.map((cell) => ({ ...cell, ...place(cell.column) })),
    errors: line.errors.map((error) => ({ ...error, ...place(error.column) })),
  };
}

/** The assignment as the form sends it: `column-0`, `column-1` … in the order of the headers. */
export function readMappingFields(values: FormValues, headers: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    headers.flatMap((header, index) => {
      const field = values[`column-${index}`];
      return typeof field === "string" && field !== "" ? [[header, field]] : [];
    }),
  );
}

/** The settings as they were typed, one text for each field. */
export function readSettingFields(values: FormValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) =>
      typeof value === "string" && !/^(column-|intent$)/.test(field) ? [[field, value]] : [],
    ),
  );
}
