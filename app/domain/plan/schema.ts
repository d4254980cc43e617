import { z } from "zod";
import {
  choice,
  civilDate,
  line,
  optionalBlock,
  optionalLine,
  optionalWholeNumber,
  wholeNumber,
} from "#app/domain/text/schema.ts";
import { normaliseLine } from "#app/domain/text/rules.ts";
import type { RoleActor } from "./desk.rules.ts";

/** Every form of the desk is looked at first and recorded then; these fields travel with both steps. */
const basis = z
  .string()
  .regex(/^\d+(\.\d+){4}$/)
  .optional()
  .catch(undefined);
const steps = {
  step: z.enum(["check", "record"]).catch("check"),
  entryId: z.uuid().optional().catch(undefined),
  /** What was known when the preview was drawn up, and when the form was opened. */
  basis,
  opened: basis,
};

const fiscalYear = wholeNumber(1989, 2100);
const id = line(200);
/** A blank means none. */
const optionalId = optionalLine(200).transform((text) => (text === "" ? null : text));

/** A number with decimals or nothing; full-width digits understood, a blank is null. */
const optionalDecimal = z
  .string()
  .catch("")
  .transform((text) => normaliseLine(text).replace(/[,\s]/g, ""))
  .pipe(z.string().regex(/^(-?\d{1,12}(\.\d{1,6})?)?$/, "decimal-number"))
  .transform((text) => (text === "" ? null : Number(text)));

/** A weight in percent of the parent. */
const weight = optionalDecimal.pipe(
  z.number().min(0, "number-range:0:100").max(100, "number-range:0:100").nullable(),
);

const code = optionalLine(20).pipe(
  z
    .string()
    .min(1, "required")
    .regex(/^[0-9A-Za-z][0-9A-Za-z-]*$/, "plan-code"),
);

export const PLAN_LEVELS = ["basicPolicy", "strategy", "project"] as const;

const planFields = {
  title: line(100),
  firstFiscalYear: fiscalYear,
  lastFiscalYear: fiscalYear,
  basicPolicy: line(20),
  strategy: line(20),
  project: line(20),
  source: line(200),
  gradeSchemeId: optionalId,
  areaId: id,
};

function checkYears(
  plan: { firstFiscalYear: number; lastFiscalYear: number },
  context: { addIssue(issue: { code: "custom"; path: string[]; message: string }): void },
) {
  const refuse = (message: string) => context.addIssue({ code: "custom", path: ["lastFiscalYear"], message });
  if (plan.lastFiscalYear < plan.firstFiscalYear) refuse("plan-ends-before-begin");
  if (plan.lastFiscalYear - plan.firstFiscalYear > 40) refuse("plan-too-long");
}

/** A plan of its own; the tree is built afterwards. */
export const planSchema = z.object({ ...planFields, entryId: steps.entryId }).superRefine(checkYears);

/** A plan that is there. `basis` is what the preview was drawn up from. */
export const planSettingsSchema = z
  .object({
    ...planFields,
    step: steps.step,
    basis: z.string().catch(""),
    opensFirst: z.literal("yes").optional().catch(undefined),
  })
  .superRefine(checkYears);

const stepPercent = wholeNumber(1, 200);
const meaning = line(60);

/** From which score on a grade is given, in percent; the steps go down. */
export const gradeSchemeSchema = z
  .object({
    entryId: steps.entryId,
    name: line(60),
    "from.A": stepPercent,
    "from.B": stepPercent,
    "from.C": stepPercent,
    "meaning.A": meaning,
    "meaning.B": meaning,
    "meaning.C": meaning,
    "meaning.D": meaning,
  })
  .superRefine((scheme, context) => {
    const refuse = (field: string, above: string) =>
      context.addIssue({ code: "custom", path: [field], message: `scheme-order:${above}` });
    if (scheme["from.B"] >= scheme["from.A"]) refuse("from.B", "A");
    if (scheme["from.C"] >= scheme["from.B"]) refuse("from.C", "B");
  });

const nodeFields = {
  parentId: optionalId,
  code,
  title: line(120),
  description: optionalBlock(2000),
  object: optionalBlock(1000),
  intent: optionalBlock(1000),
  owner: optionalLine(100),
  weight,
  position: wholeNumber(0, 9999),
  lastFiscalYear: optionalWholeNumber(1989, 2100),
  effectiveFrom: fiscalYear,
  note: line(400),
};

export const newNodeSchema = z.object({ ...steps, level: choice(PLAN_LEVELS), ...nodeFields });

export const nodeChangeSchema = z.object({
  ...steps,
  change: choice(["changed", "renamed", "expanded"]),
  ...nodeFields,
});

export const nodeEndSchema = z.object({
  ...steps,
  change: choice(["ended", "merged"]),
  lastFiscalYear: fiscalYear,
  successorId: optionalId,
  note: line(400),
});

/** Takes back the version that was on the page. */
export const returnSchema = z.object({ ...steps, versionId: id, note: line(400) });

/** The weights themselves are fields `weight.<node id>`. */
export const weightsSchema = z.object({ ...steps, note: line(400) });

export const INDICATOR_DIRECTIONS = ["increase", "decrease", "maintain", "band"] as const;
export const AGGREGATIONS = ["sum", "last", "ratioOfSums", "distinct", "none"] as const;
export const METHODS = [
  "automatic",
  "ratio",
  "baselineToTarget",
  "inverse",
  "band",
  "maintain",
  "milestone",
  "none",
] as const;

export const indicatorSchema = z
  .object({
    ...steps,
    name: line(120),
    unit: line(20),
    direction: choice(INDICATOR_DIRECTIONS),
    decimals: wholeNumber(0, 4),
    aggregation: choice(AGGREGATIONS),
    achievementMethod: choice(METHODS),
    bandLow: optionalDecimal,
    bandHigh: optionalDecimal,
    measureKey: optionalId,
    definition: optionalBlock(2000),
    numerator: optionalLine(300),
    denominator: optionalLine(300),
    unknownRule: optionalLine(300),
    source: optionalLine(300),
    effectiveFrom: fiscalYear,
    breaksSeries: z.literal("yes").optional().catch(undefined),
    reason: line(400),
  })
  .superRefine((indicator, context) => {
    const { bandLow, bandHigh, measureKey, definition } = indicator;
    const isBand = indicator.direction === "band" || indicator.achievementMethod === "band";
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (isBand && bandLow === null) refuse("bandLow", "band-edge");
    if (isBand && bandHigh === null) refuse("bandHigh", "band-edge");
    if (!isBand && bandLow !== null) refuse("bandLow", "band-not-used");
    if (!isBand && bandHigh !== null) refuse("bandHigh", "band-not-used");
    if (isBand && bandLow !== null && bandHigh !== null && bandLow >= bandHigh)
      refuse("bandHigh", "band-order");
    if (measureKey === null && definition === "") refuse("definition", "definition-or-measure");
  });

export const indicatorEndSchema = z.object({ ...steps, lastFiscalYear: fiscalYear, reason: line(400) });

/** The targets themselves are fields `target.<indicator id>.<fiscal year>`. */
export const targetsSchema = z.object({
  ...steps,
  adoptedOn: civilDate,
  decidedBy: line(120),
  reason: line(400),
});

const sharePercent = wholeNumber(0, 100);
export const sharesSchema = z.object({
  ...steps,
  fiscalYear,
  "percent.city": sharePercent,
  "percent.nationalPrefecture": sharePercent,
  "percent.citizensNpo": sharePercent,
  "percent.companies": sharePercent,
  "role.city": optionalLine(300),
  "role.nationalPrefecture": optionalLine(300),
  "role.citizensNpo": optionalLine(300),
  "role.companies": optionalLine(300),
});

/** The shares of the form by actor. */
export function sharesOfForm(form: z.output<typeof sharesSchema>) {
  const share = (actor: RoleActor) => ({
    percent: form[`percent.${actor}`],
    role: form[`role.${actor}`],
  });
  return {
    city: share("city"),
    nationalPrefecture: share("nationalPrefecture"),
    citizensNpo: share("citizensNpo"),
    companies: share("companies"),
  };
}

const GRADES = ["A", "B", "C", "D"] as const;
const FUTURE_DIRECTIONS = ["continue", "expand", "revise", "end", "new"] as const;
const none = z.literal("").transform(() => null);
/** A choice that nobody has to make; an unknown one is refused, a missing one is none. */
const chosenText = z.string().catch("");

export const evaluationSchema = z.object({
  ...steps,
  /** The revision that was on the page; 0 before the first one. */
  seen: wholeNumber(0, 9999),
  grade: chosenText.pipe(z.union([choice(GRADES), none], "choose")),
  gradeReason: optionalBlock(1000),
  results: optionalBlock(4000),
  issues: optionalBlock(4000),
  pushingFactors: optionalBlock(2000),
  gapFactors: optionalBlock(2000),
  futureDirection: chosenText.pipe(z.union([choice(FUTURE_DIRECTIONS), none], "choose")),
  nextYearNote: optionalBlock(1000),
});

export const lockSchema = z.object({
  fiscalYear,
  intent: choice(["lock", "unlock"]),
  reason: line(400),
});

/** The weights of the form by node, or field by field what is wrong with them. */
export function readWeights(
  values: Record<string, string | string[]>,
  nodeIds: readonly string[],
): { ok: true; weights: Record<string, number | null> } | { ok: false; errors: Record<string, string> } {
  const weights: Record<string, number | null> = {};
  const errors: Record<string, string> = {};
  for (const nodeId of nodeIds) {
    const field = `weight.${nodeId}`;
    const read = weight.safeParse(values[field]);
    if (read.success) weights[nodeId] = read.data;
    else errors[field] = read.error.issues[0]!.message;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, weights };
}
