import { DEFAULT_WEIGHTS } from "#app/domain/booths/planner.rules.ts";
import type { PlannerSettings } from "#app/domain/booths/schema.ts";

/**
 * What staff entered for the proposal of the coming information fair: the students whom the KOSEN expects by department,
 * and what they said in the school's questionnaire.
 */
export const INFORMATION_FAIR_PLAN: PlannerSettings = {
  limit: 44,
  power: 26_000,
  space: 54,
  weights: DEFAULT_WEIGHTS,
  people: [
    { key: "kosen-machines", people: 62 },
    { key: "kosen-electric", people: 58 },
    { key: "kosen-information", people: 64 },
    { key: "kosen-chemistry", people: 39 },
    { key: "technical", people: 24 },
  ],
  interests: [
    { key: "machines", people: 47 },
    { key: "electronics", people: 38 },
    { key: "programming", people: 61 },
    { key: "vehicles", people: 29 },
    { key: "food", people: 14 },
    { key: "materials", people: 11 },
  ],
};
