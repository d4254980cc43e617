import { figureWords as words } from "#app/locales/ja/figure-words.ts";
import { normaliseLine } from "../text/rules.ts";
import { checkFigure, signed, yearProblem } from "./figure-rules.ts";
import { definitionOf, openIndicatorLookup } from "./indicator-lookup.ts";
import type { KnownIndicator, KnownPlan, KnownTarget } from "./known.ts";
import { readFiscalYear } from "./period.rules.ts";
import { plainErrors } from "./plan-observations.ts";
import { type PlannedCell, type PlannedRow, rowOutcome } from "./rules.ts";
import type { ReadCell, ReadRow } from "./row-reader.ts";
import type { Settings } from "./schema.ts";
import { plainDigits } from "./unit.rules.ts";

export type TargetWrite = {
  indicatorId: string;
  fiscalYear: number;
  value: string | null;
  text: string | null;
};

type About = {
  plan: KnownPlan;
  settings: Settings<"targets">;
  now: Date;
  isLeftOut: (row: number) => boolean;
};

type Planned = { cell: PlannedCell; write: TargetWrite | null } | { code: string; column: string } | null;

/** Says of rows, in the order of the file, which targets they would decide; they all belong to one dated decision. */
export function openTargetPlanner(about: About): (row: ReadRow) => PlannedRow<TargetWrite> {
  const lookUp = openIndicatorLookup(about.plan);
  const seen = new Map<string, string>();
  return (row) => {
    const errors = [...row.errors];
    const cells: PlannedCell[] = [];
    const writes: TargetWrite[] = [];
    let blanks = 0;
    const figures = row.isAside ? [] : figuresOf(row, about.settings);
    const filled = figures.filter(({ cell }) => cell.text.trim() !== "");
    const found = errors.length === 0 && filled.length > 0 ? lookUp(row) : null;
    if (found && !found.ok) errors.push(found);
    blanks += figures.length - filled.length;
    for (const { cell, year } of found?.ok ? filled : []) {
      const planned = planTarget(
        { row, cell, year, indicator: (found as { indicator: KnownIndicator }).indicator, seen },
        about,
      );
      if (!planned) blanks += 1;
      else if ("code" in planned) errors.push(planned);
      else {
        cells.push(planned.cell);
        if (planned.write) writes.push(planned.write);
      }
    }
    const outcome = rowOutcome({ cells, errors, isLeftOut: about.isLeftOut(row.number) });
    return { number: row.number, outcome, cells, errors: plainErrors(errors), blanks, writes };
  };
}

function figuresOf(row: ReadRow, settings: Settings<"targets">): { cell: ReadCell; year: number | null }[] {
  if (row.years.length > 0) return row.years.map(({ year, ...cell }) => ({ cell, year }));
  const typed = row.cell("fiscalYear").text.trim();
  const [value, text] = [row.cell("value"), row.cell("text")];
  const cell = value.text.trim() === "" && text.text.trim() !== "" ? text : value;
  return [{ cell, year: typed === "" ? settings.fiscalYear : readFiscalYear(typed) }];
}

type Figure = {
  row: ReadRow;
  cell: ReadCell;
  year: number | null;
  indicator: KnownIndicator;
  seen: Map<string, string>;
};

function planTarget({ row, cell, year, indicator, seen }: Figure, { plan, settings, now }: About): Planned {
  const refuse = (code: string, at = cell.column) => ({ column: at, code });
  if (year === null) return refuse("figure-year", row.cell("fiscalYear").column);
  const definition = definitionOf(indicator, { fiscalYear: year, now });
  if (!definition) return refuse(`figure-indicator-ended:${year}`);
  const outside = yearProblem(plan, year, { mayBeEarlier: false });
  if (outside) return refuse(outside);
  const subject = `${indicator.id}/${year}/target`;
  const earlier = seen.get(subject);
  if (earlier !== undefined) return refuse(`figure-twice:${earlier}`);
  seen.set(subject, `${cell.column}${row.number}`);

  const before = inForce(indicator.targets, { year, adoptedOn: settings.adoptedOn });
  const hadTarget = before !== null && (before.value !== null || before.text !== null);
  const isText = cell.column === row.cell("text").column && cell.column !== "";
  const remarks: string[] = [];
  let wanted: TargetWrite = { indicatorId: indicator.id, fiscalYear: year, value: null, text: null };
  if (isText) wanted = { ...wanted, text: normaliseLine(cell.text).slice(0, 200) };
  else {
    const unit = normaliseLine(row.cell("unit").text);
    const read = checkFigure(cell, { definition, unit, hasNote: settings.reason !== "" });
    if (read.is === "refused") return refuse(read.code);
    if (read.is === "blank") return null;
    // A mark for "no figure" where there never was a target says nothing new.
    if (read.is === "missing" && !hadTarget) return null;
    if (read.is === "missing") remarks.push("figure-target-withdrawn");
    else {
      wanted = { ...wanted, value: read.value };
      remarks.push(...read.remarks);
      if (signed(read.value).digits === 0n) remarks.push("figure-target-zero");
    }
  }
  const shown = before ? words.target(before, definition) : "";
  const isSame = before !== null && sameTarget(before, wanted);
  if (!isSame && hadTarget && settings.reason === "") return refuse("figure-target-reason");
  const after = words.target(wanted, definition);
  return {
    cell: {
      subject,
      field: words.targetName(definition.name, year),
      column: cell.column,
      outcome: isSame ? "same" : hadTarget ? "change" : "create",
      before: shown,
      after,
      remarks,
    },
    write: isSame ? null : wanted,
  };
}

/** The target that holds on the day of the decision. */
function inForce(
  targets: readonly KnownTarget[],
  { year, adoptedOn }: { year: number; adoptedOn: string },
): KnownTarget | null {
  return targets.findLast((target) => target.fiscalYear === year && target.adoptedOn <= adoptedOn) ?? null;
}

function sameTarget(before: KnownTarget, wanted: TargetWrite): boolean {
  const number = (value: string | null) => (value === null ? null : plainDigits(signed(value)));
  return number(before.value) === number(wanted.value) && before.text === wanted.text;
}
