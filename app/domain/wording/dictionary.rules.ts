import { AGE_RULES } from "./dictionary/age.rules.ts";
import { CONDITION_RULES } from "./dictionary/conditions.rules.ts";
import { EXCLUSION_RULES } from "./dictionary/exclusion.rules.ts";
import { FAIR_SELECTION_RULES } from "./dictionary/fair-selection.rules.ts";
import { PUPIL_RULES } from "./dictionary/pupils.rules.ts";
import { SEX_RULES } from "./dictionary/sex.rules.ts";
import type { WordingRule } from "./row.rules.ts";

export { WORDING_LEVELS, WORDING_SUBJECTS } from "./row.rules.ts";
export type { WordingLevel, WordingRule, WordingSubject } from "./row.rules.ts";

/** The dictionary of the text checker: one row a rule. */
export const WORDING_RULES: readonly WordingRule[] = [
  ...SEX_RULES,
  ...AGE_RULES,
  ...FAIR_SELECTION_RULES,
  ...PUPIL_RULES,
  ...CONDITION_RULES,
  ...EXCLUSION_RULES,
];
