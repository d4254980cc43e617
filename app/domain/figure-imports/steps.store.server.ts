import type { FigureImport } from "#generated/prisma/client.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { personKeyOfOffice } from "#app/domain/employment/person-key.server.ts";
import { recordEvent } from "../audit/store.server.ts";
import { type Mapping, mayAssign } from "../table-imports/rules.ts";
import { applyFigureImport } from "./apply.store.server.ts";
import { checkFigureImport } from "./check.store.server.ts";
import { headersOf, readMerges } from "./layout.rules.ts";
import { knownMapping, mappingProblem, proposeMapping } from "./mapping.ts";
import { PERSON_KEY } from "./plan-placements.ts";
import { mayApply, readCounts, ROWS_AT_ONCE } from "./rules.ts";
import { settingsSchemas } from "./schema.ts";
import { countBelow, withGaps, withoutPersons } from "./sheet-rows.ts";
import { readAllRows, storeRows } from "./sheet-rows.store.server.ts";
import { readStoredSettings, type StoredSettings } from "./stored-settings.ts";

type Stepping = Pick<Town, "database" | "clock" | "jobs" | "env">;
/** `header` is the column to look at, `field` the setting. */
export type Step = { ok: true } | { ok: false; error: string; header?: string; field?: string };

const PAST: Step = { ok: false, error: "import-state" };

/** Reads the headers from other rows; the columns are proposed anew. Errors: figure-header-row, import-state. */
export async function setLayout(
  town: Stepping,
  { importId, headerRow, headerRows }: { importId: string; headerRow: number; headerRows: number },
): Promise<Step> {
  return town.database.$transaction(
    async (tx) => {
      const found = await lockImport(tx, importId);
      if (!found || !mayAssign(found.state)) return PAST;
      const layout = { headerRow, headerRows };
      const settings = readStoredSettings(found.settings);
      const rows = await readAllRows(tx, { importId });
      const rowCount = countBelow(rows, layout);
      if (rowCount === 0)
        return { ok: false, error: `figure-header-row:${rows.at(-1)?.number ?? 0}`, field: "headerRow" };
      const headers = headersOf(withGaps(rows), layout, readMerges(settings.merges));
      const { kind } = found;
      await storeRows(tx, { importId, rows: withoutPersons(rows, { kind, headers, layout }) });
      await tx.figureImport.update({
        where: { id: importId },
        data: {
          state: "uploaded",
          headerRow,
          headers,
          mapping: proposeMapping(kind, headers),
          settings: { ...settings, headerRows, leftOut: [] },
          rowCount,
          counts: {},
          failure: null,
        },
      });
      return { ok: true };
    },
    { timeout: 120_000, maxWait: 60_000 },
  );
}

/**
 * Assigns the columns, keeps what is true of every row, and makes the dry run: at once for a short file, in the background
 * for a long one. Errors are those of `mappingProblem` (with the column), of the settings (with the field), import-state.
 */
export async function startFigureCheck(
  town: Stepping,
  {
    importId,
    mapping: typedMapping,
    typed,
  }: { importId: string; mapping: Mapping; typed: Readonly<Record<string, string>> },
): Promise<Step> {
  return begin(town, importId, async (tx, found, settings) => {
    const { kind, headers } = found;
    const mapping = knownMapping(kind, typedMapping, headers);
    const fields = Object.keys(settingsSchemas[kind].shape);
    const kept = Object.fromEntries(fields.flatMap((field) => (typed[field] ? [[field, typed[field]]] : [])));
    const problem = mappingProblem(kind, mapping, {
      hasFiscalYear: (kept["fiscalYear"] ?? "").trim() !== "",
    });
    if (problem) return { ok: false, error: problem.code, header: problem.header };
    const settingsRead = settingsSchemas[kind].safeParse(kept);
    const [issue] = settingsRead.error?.issues ?? [];
    if (issue) return { ok: false, error: issue.message, field: issue.path.map(String).join(".") };
    const planId = kept["planId"];
    if (planId !== undefined && !(await tx.plan.findUnique({ where: { id: planId }, select: { id: true } })))
      return { ok: false, error: "choose", field: "planId" };
    if (kind === "placements") await hidePersons(tx, town, { found, mapping, office: kept["office"] ?? "" });
    return { ok: true, mapping, settings: { ...settings, typed: kept } };
  });
}

/**
 * Leaves the errors of rows out of the import, or takes them in again, and makes the dry run anew. Without `rows` all
 * rows that are wrong now.
 */
export async function leaveOut(
  town: Stepping,
  { importId, rows, isLeftOut }: { importId: string; rows: readonly number[] | "errors"; isLeftOut: boolean },
): Promise<Step> {
  return begin(town, importId, async (tx, found, settings) => {
    if (found.state !== "checked") return PAST;
    const wrong = await tx.figureImportRow.findMany({
      where: {
        importId,
        NOT: { errors: { equals: [] } },
        ...(rows === "errors" ? {} : { number: { in: [...rows] } }),
      },
      select: { number: true },
    });
    const chosen = new Set(wrong.map(({ number }) => number));
    const others = settings.leftOut.filter((number) => !chosen.has(number));
    const leftOut = isLeftOut ? [...others, ...chosen].toSorted((a, b) => a - b) : others;
    return { ok: true, mapping: found.mapping as Mapping, settings: { ...settings, leftOut } };
  });
}

type Prepared = { ok: true; mapping: Mapping; settings: StoredSettings } | (Step & { ok: false });

/** Begins a dry run after `prepare`; the run gets a name of its own, so that an older one cannot finish in its place. */
async function begin(
  town: Stepping,
  importId: string,
  prepare: (tx: Transaction, found: FigureImport, settings: StoredSettings) => Promise<Step | Prepared>,
): Promise<Step> {
  const begun = await town.database.$transaction(
    async (tx): Promise<Step & { isShort?: boolean }> => {
      const found = await lockImport(tx, importId);
      if (!found || !mayAssign(found.state)) return PAST;
      const prepared = await prepare(tx, found, readStoredSettings(found.settings));
      if (!prepared.ok || !("mapping" in prepared)) return prepared;
      const { mapping, settings } = prepared;
      const checkedAt = town.clock.now().toISOString();
      await tx.figureImport.update({
        where: { id: importId },
        data: {
          state: "checking",
          mapping,
          settings: { ...settings, checked: newId(), checkedAt },
          counts: {},
          failure: null,
        },
      });
      const isShort = found.rowCount <= ROWS_AT_ONCE;
      if (!isShort) await town.jobs.enqueue(tx, "figure-import.check", { importId });
      return { ok: true, isShort };
    },
    { timeout: 120_000, maxWait: 60_000 },
  );
  if (begun.ok && begun.isShort) await checkFigureImport(town, { importId });
  return begun.ok ? { ok: true } : begun;
}

/**
 * Applies a checked import: what it does is what the dry run `checked` showed. Errors: figure-import-rechecked when
 * somebody checked again meanwhile, import-state.
 */
export async function startFigureApply(
  town: Stepping,
  { importId, staffId, checked }: { importId: string; staffId: string; checked: string },
): Promise<Step> {
  const begun = await town.database.$transaction(async (tx): Promise<Step & { isShort?: boolean }> => {
    const found = await lockImport(tx, importId);
    if (!found || !mayApply(found.state, readCounts(found.counts))) return PAST;
    if (readStoredSettings(found.settings).checked !== checked)
      return { ok: false, error: "figure-import-rechecked" };
    await tx.figureImport.update({
      where: { id: importId },
      // Who applies answers for the figures.
      data: { state: "applying", createdById: staffId },
    });
    const isShort = found.rowCount <= ROWS_AT_ONCE;
    if (!isShort) await town.jobs.enqueue(tx, "figure-import.apply", { importId });
    return { ok: true, isShort };
  });
  if (begun.ok && begun.isShort) await applyFigureImport(town, { importId });
  return begun.ok ? { ok: true } : begun;
}

/** Gives an import up that was not applied; its rows are deleted. */
export async function discardFigureImport(
  town: Stepping,
  { importId, staffId }: { importId: string; staffId: string },
): Promise<Step> {
  return town.database.$transaction(async (tx) => {
    const found = await lockImport(tx, importId);
    if (!found || !(mayAssign(found.state) || found.state === "checking")) return PAST;
    await tx.figureImport.update({ where: { id: importId }, data: { state: "discarded" } });
    await tx.figureImportRow.deleteMany({ where: { importId } });
    await recordEvent(tx, {
      kind: "figure-import.discarded",
      subjectId: importId,
      actorId: staffId,
      occurredAt: town.clock.now(),
      data: { figures: found.kind },
    });
    return { ok: true };
  });
}

async function lockImport(tx: Transaction, importId: string): Promise<FigureImport | null> {
  await tx.$queryRaw`SELECT "id" FROM "FigureImport" WHERE "id" = ${importId} FOR UPDATE`;
  return tx.figureImport.findUnique({ where: { id: importId } });
}

/** A blank cell stays blank, and a key stays as it is: assigning the columns again changes nothing. */
function keyOfCell(secret: string, office: string, text: string): string {
  return text.trim() === "" || PERSON_KEY.test(text) ? text : personKeyOfOffice(secret, office, text);
}

/** An office's own numbers of persons become keys, and columns that are not imported are emptied: neither is kept. */
async function hidePersons(
  tx: Transaction,
  town: Pick<Town, "env">,
  { found, mapping, office }: { found: FigureImport; mapping: Mapping; office: string },
): Promise<void> {
  const { headerRows } = readStoredSettings(found.settings);
  const below = found.headerRow + headerRows;
  const rows = await readAllRows(tx, { importId: found.id });
  const secret = town.env.personKeySecret;
  const hidden = rows.map((row) =>
    row.number < below
      ? row
      : {
          ...row,
          texts: row.texts.map((text, index) => {
            const field = mapping[found.headers[index] ?? ""];
            if (field === undefined) return "";
            return field === "personNumber" ? keyOfCell(secret, office, text) : text;
          }),
        },
  );
  await storeRows(tx, { importId: found.id, rows: hidden });
}
