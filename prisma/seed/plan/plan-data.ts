import { readFileSync } from "node:fs";
import { z } from "zod";

const text = z.string().min(1);
const fiscalYear = z.int().min(2000).max(2100);
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const indicatorDirection = z.enum(["increase", "decrease", "maintain"]);
const decimals = z.int().min(0).max(3);

/** A value with the label of its date. A missing figure is null, never 0. */
const dated = z.strictObject({ value: z.number(), asOf: text, fiscalYear });
const actual = z.strictObject({
  fiscalYear,
  value: z.number().nullable(),
  asOf: text,
  note: text.nullable(),
});

/** An indicator of the plan or of a strategy. `sameAs` names the indicator that is printed here a second time. */
const planIndicatorSchema = z.strictObject({
  key,
  name: text,
  unit: text,
  direction: indicatorDirection,
  decimals,
  definition: text,
  method: text,
  source: text,
  baseline: dated.nullable(),
  target: z.strictObject({ fiscalYear, value: z.number() }),
  actuals: z.array(actual),
  sameAs: key.nullable(),
  note: text.nullable(),
});

/** A figure of a project. A `…Text` field holds the sheet's wording where the cell is not one number. */
const projectIndicatorSchema = z.strictObject({
  key,
  name: text,
  unit: text,
  direction: indicatorDirection,
  decimals,
  baseline: z.number().nullable(),
  actual2023: z.number().nullable(),
  actual2023Text: text.nullable(),
  target2024: z.number().nullable(),
  target2024Text: text.nullable(),
  expected2024: z.number().nullable(),
  expected2024Text: text.nullable(),
  target2025: z.number().nullable(),
  note: text.nullable(),
});

const projectCode = z.string().regex(/^[1-3]-[1-6]-\d{1,2}$/);

/**
 * How a project stands in the list for fiscal year 2025. For `merged`, code and title are those of the
 * project that takes it in. For `ended`, `lastFiscalYear` is the last fiscal year in which it runs.
 */
const nextYearSchema = z.strictObject({
  code: projectCode,
  title: text,
  change: z.enum(["none", "changed", "merged", "ended", "new", "expanded", "renamed"]),
  note: text.nullable(),
  target2025Text: text.nullable(),
  lastFiscalYear: fiscalYear.nullable(),
});

const projectSchema = z.strictObject({
  code: projectCode,
  title: text,
  summary: text,
  indicators: z.array(projectIndicatorSchema).min(1),
  grade2024: z.enum(["A", "B", "C", "D"]).nullable(),
  results: text.nullable(),
  issues: text.nullable(),
  futureDirection: z.enum(["continue", "expand", "revise", "end", "new"]),
  nextYear: nextYearSchema.nullable(),
});

const strategySchema = z.strictObject({
  code: z.string().regex(/^[1-3]-[1-6]$/),
  title: text,
  description: text,
  indicators: z.array(planIndicatorSchema),
  projects: z.array(projectSchema).min(1),
});

const policySchema = z.strictObject({
  code: z.string().regex(/^[1-3]$/),
  title: text,
  description: text,
  strategies: z.array(strategySchema).min(1),
});

/** The industrial plan with its tree, its indicators and the figures of fiscal year 2024. */
export const planDataSchema = z.strictObject({
  plan: z.strictObject({
    key,
    title: text,
    municipality: text,
    firstFiscalYear: fiscalYear,
    lastFiscalYear: fiscalYear,
    source: text,
  }),
  policies: z.array(policySchema).min(1),
  planIndicators: z.array(planIndicatorSchema),
  nextYearNewProjects: z.array(
    nextYearSchema.extend({
      policyCode: policySchema.shape.code,
      strategyCode: strategySchema.shape.code,
      change: z.literal("new"),
    }),
  ),
});

export type PlanData = z.infer<typeof planDataSchema>;

/** Reads and checks the plan's data. Throws a ZodError if the file breaks the schema. */
export function loadPlanData(): PlanData {
  const file = readFileSync(new URL("./ichinoseki.json", import.meta.url), "utf8");
  return planDataSchema.parse(JSON.parse(file));
}
