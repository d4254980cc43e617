import { z } from "zod";
import { normaliseLine } from "../text/rules.ts";
import {
  agreement,
  choice,
  civilDate,
  line,
  optionalCivilDate,
  optionalLine,
  wholeNumber,
} from "../text/schema.ts";
import { readFiscalYear, readGraduationYear } from "./period.rules.ts";
import { FIGURE_KINDS, type FigureKind } from "./rules.ts";

export const OBSERVED_KINDS = ["actual", "expected", "baseline"] as const;
export const OBSERVED_PERIODS = ["fiscalYear", "calendarYear"] as const;
export const OBSERVED_STATES = ["final", "provisional", "estimated"] as const;
export const SUPPORT_PROGRAMMES = ["jobCafe", "supportStation"] as const;
export const PLACEMENT_OFFICES = ["jobCafe", "supportStation", "staffImport"] as const;
export const PLACEMENT_KINDS = ["supported", "newGraduate", "midCareer"] as const;

const ticked = z.literal("yes").optional().catch(undefined);

/** A year in any notation, or nothing (null), for tables without a column for it. */
function optionalYear(read: (text: string) => number | null, code: string) {
  return z
    .string()
    .catch("")
    .transform((text, context) => {
      if (normaliseLine(text) === "") return null;
      const year = read(text);
      if (year !== null) return year;
      context.addIssue({ code: "custom", message: code });
      return z.NEVER;
    });
}

const note = optionalLine(400);
const fillDown = ticked;

/** What is true of every row of a file, by what the file is about; a column of the table goes before it. */
export const settingsSchemas = {
  observations: z.object({
    planId: line(100),
    observedKind: choice(OBSERVED_KINDS),
    periodKind: choice(OBSERVED_PERIODS),
    status: choice(OBSERVED_STATES),
    fiscalYear: optionalYear(readFiscalYear, "figure-year"),
    /** Without one the last day of each year. */
    asOf: optionalCivilDate,
    source: line(200),
    note,
    fillDown,
    allowEarlier: ticked,
  }),
  targets: z.object({
    planId: line(100),
    adoptedOn: civilDate,
    decidedBy: line(100),
    reason: optionalLine(400),
    fiscalYear: optionalYear(readFiscalYear, "figure-year"),
    fillDown,
  }),
  schoolOutcomes: z.object({
    graduationYear: optionalYear(readGraduationYear, "figure-class"),
    asOf: civilDate,
    status: choice(["provisional", "final"]),
    source: line(200),
    note,
    fillDown,
  }),
  supportReports: z.object({
    programme: z.enum(["", ...SUPPORT_PROGRAMMES], "choose").catch(""),
    note,
    fillDown,
  }),
  subsidyGrants: z.object({ subsidyId: optionalLine(100), note, fillDown }),
  placements: z.object({
    office: choice(PLACEMENT_OFFICES),
    placementKind: choice(PLACEMENT_KINDS),
    note,
    fillDown,
  }),
} as const satisfies Record<FigureKind, z.ZodObject>;

export type Settings<Kind extends FigureKind> = z.output<(typeof settingsSchemas)[Kind]>;

/** What a form needs to begin an import; the file stands beside it. */
export const figureUploadSchema = z.object({
  kind: choice(FIGURE_KINDS),
  /** The sheet of a workbook; the first one when it is left empty. */
  sheet: optionalLine(100),
});

/** Where the headers stand, as staff say it. */
export const figureLayoutSchema = z.object({
  intent: z.literal("layout"),
  headerRow: wholeNumber(1, 200),
  headerRows: wholeNumber(1, 3),
});

const rowNumbers = z
  .union([z.array(z.string()), z.string().transform((text) => [text])])
  .catch([])
  .pipe(
    z
      .array(
        z
          .string()
          .regex(/^[1-9]\d{0,5}$/, "figure-rows")
          .transform(Number),
      )
      .min(1, "figure-rows"),
  );

/**
 * The steps of an import. The assignment comes in fields of its own (`column-0`, `column-1` …), the settings by their
 * names. `checked` names the dry run that was on the page.
 */
export const figureStepSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("check") }),
  z.object({ intent: z.literal("discard") }),
  z.object({ intent: z.literal("leave-out"), row: rowNumbers }),
  z.object({ intent: z.literal("leave-out-all") }),
  z.object({ intent: z.literal("put-back"), row: rowNumbers }),
  z.object({ intent: z.literal("withdraw"), withdrawalReason: line(400) }),
  z.object({ intent: z.literal("apply"), confirm: agreement, checked: optionalLine(100) }),
]);
