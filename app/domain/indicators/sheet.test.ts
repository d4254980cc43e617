import { describe, expect, test } from "vitest";
import type { Computed } from "#app/analytics/measure.ts";
import { drawUpIndicator } from "./figures.ts";
import { gradeText, indicatorLine } from "./lines.ts";
import type { DatedObservation } from "./rules.ts";
import type { EvaluationRecord, IndicatorVersion, PlanIndicator, PlanRecords } from "./plan.rules.ts";
import { drawUpSheet, hasEnded } from "./sheet.ts";

const AS_OF = "2025-01-31";
const KNOWN_ON = new Date("2025-03-31T00:00:00Z");
const recordedAt = new Date("2025-03-10T00:00:00Z");

const observation = (changes: Partial<DatedObservation>): DatedObservation => ({
  kind: "actual",
  fiscalYear: 2023,
  asOf: "2024-03-31",
  value: 20,
  text: null,
  missingReason: null,
  note: "",
  source: "資料",
  status: "final",
  recordedAt,
  ...changes,
});

const definition: IndicatorVersion = {
  effectiveFrom: 2022,
  recordedAt: new Date("2022-04-01T00:00:00Z"),
  name: "参加者数",
  unit: "人",
  direction: "increase",
  decimals: 0,
  aggregation: "sum",
  achievementMethod: "automatic",
  bandLow: null,
  bandHigh: null,
  definition: "",
  numerator: "",
  denominator: "",
  unknownRule: "",
  source: "",
  measureKey: null,
  measureVersion: null,
  lastFiscalYear: null,
  breaksSeries: false,
  reason: "",
};

const indicator = (changes: Partial<PlanIndicator> = {}): PlanIndicator => ({
  ...definition,
  id: "i",
  nodeId: "project",
  position: 0,
  versions: [definition],
  targets: [{ fiscalYear: 2024, value: 20, text: null, adoptedOn: "2022-03-31", reason: "", recordedAt }],
  observations: [],
  ...changes,
});

const computed = (changes: Partial<Computed>): Computed => ({
  key: "k",
  version: 1,
  counts: "people",
  timeNature: "flow",
  asOf: AS_OF,
  knownOn: KNOWN_ON,
  fiscalYear: 2024,
  value: 0,
  missing: null,
  breakdowns: [],
  inputCount: 0,
  memberCount: 0,
  rate: null,
  bounds: null,
  digest: "",
  ...changes,
});

const evaluation = (changes: Partial<EvaluationRecord> = {}): EvaluationRecord => ({
  nodeId: "project",
  fiscalYear: 2024,
  revision: 1,
  grade: "B",
  computedGrade: null,
  computedScore: null,
  coverage: null,
  gradeReason: "",
  results: "",
  issues: "",
  pushingFactors: "",
  gapFactors: "",
  futureDirection: "continue",
  nextYearNote: "",
  recordedAt,
  ...changes,
});

const lineOf = (record: PlanIndicator, compute: () => Computed | null = () => null, asOf = AS_OF) =>
  indicatorLine(drawUpIndicator(record, { asOf, knownOn: KNOWN_ON, yearly: true }, compute), 2024, true);

describe("a line of the sheet", () => {
  test("says in different words why there is no figure, and shows a computed 0 as 0", () => {
    const now = (changes: Partial<Computed>) => lineOf(indicator(), () => computed(changes)).actual.text;
    expect(now({ value: 0 })).toBe("0人");
    const gaps = (["no-records", "not-reported", "not-due"] as const).map((missing) =>
      now({ value: null, missing }),
    );
    expect(new Set([...gaps, lineOf(indicator()).actual.text]).size).toBe(4);
  });

  test("shows what is expected while the year has no actual, marked as such", () => {
    const record = indicator({
      observations: [observation({ kind: "expected", fiscalYear: 2024, asOf: AS_OF, value: 19 })],
    });
    const line = lineOf(record);
    expect(line).toMatchObject({ actual: { text: "19人", mark: "見込" }, ratio: "95.0%", reached: false });
    expect(lineOf(record, () => null, "2025-01-30").actual.mark).toBeNull();
  });

  test("keeps a wording that is not a number and compares nothing with it", () => {
    const text = observation({
      kind: "expected",
      fiscalYear: 2024,
      asOf: AS_OF,
      value: null,
      text: "3月8日に開催",
    });
    expect(lineOf(indicator({ observations: [text] }))).toMatchObject({
      actual: { text: "3月8日に開催" },
      ratio: "実績待ち",
    });
  });

  test("puts the published figure beside a computed one that differs", () => {
    const record = indicator({ observations: [observation({ value: 36 })] });
    expect(lineOf(record, () => computed({ value: 35 })).previous).toEqual({
      text: "35人",
      mark: "記録",
      note: "公表値は36人",
    });
    expect(lineOf(record, () => computed({ value: 36 })).previous.note).toBeNull();
  });

  test("names the year of a target that is not the year's own", () => {
    const targets = indicator().targets.map((target) => ({ ...target, fiscalYear: 2023 }));
    expect(lineOf(indicator({ targets })).target).toBe("20人(令和5年度)");
  });
});

describe("a project's evaluation", () => {
  test("of another year carries its year, and one that ended earlier has ended", () => {
    expect(gradeText(evaluation(), 2024)).toBe("B");
    expect(gradeText(evaluation(), 2026)).toBe("B(令和6年度)");
    expect(gradeText(null, 2024)).toBe("未評価");
    const ended = { evaluation: evaluation({ futureDirection: "end" }), lastFiscalYear: null };
    expect(hasEnded(ended, 2024)).toBe(false);
    expect(hasEnded(ended, 2025)).toBe(true);
    // The plan says that it runs one year longer than its evaluation proposed.
    expect(hasEnded({ ...ended, lastFiscalYear: 2025 }, 2025)).toBe(false);
    expect(hasEnded({ ...ended, lastFiscalYear: 2025 }, 2026)).toBe(true);
  });

  test("counts in the summary of its own year only; a project of next year is not ungraded", () => {
    const node = (id: string, parentId: string | null, level: "basicPolicy" | "strategy" | "project") => {
      const version = {
        effectiveFrom: 2022,
        recordedAt: definition.recordedAt,
        parentId,
        code: id,
        title: id,
        description: "",
        object: "",
        intent: "",
        owner: "",
        weight: null,
        position: 0,
        lastFiscalYear: null,
        change: "added" as const,
        successorId: null,
        note: "",
      };
      return { id, level, versions: [version] };
    };
    const levelNames = { basicPolicy: "基本方針", strategy: "戦略", project: "推進事業" };
    const records: PlanRecords = {
      plan: { id: "p", title: "計画", firstFiscalYear: 2022, lastFiscalYear: 2026, source: "", levelNames },
      nodes: [
        node("policy", null, "basicPolicy"),
        node("strategy", "policy", "strategy"),
        node("project", "strategy", "project"),
        node("next", "strategy", "project"),
      ],
      indicators: [indicator()],
      evaluations: [evaluation(), evaluation({ nodeId: "next", grade: null, futureDirection: "new" })],
    };
    const summary = (asOf: string) => drawUpSheet(records, { asOf, knownOn: KNOWN_ON }, () => null).summary;
    expect(summary(AS_OF)).toMatchObject({ indicators: 1, undecided: 1, grades: { B: 1 }, ungraded: 0 });
    expect(summary("2026-01-31")).toMatchObject({ grades: { B: 0 }, ungraded: 1 });
  });
});
