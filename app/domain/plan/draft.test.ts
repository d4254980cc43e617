import { describe, expect, test } from "vitest";
import { draftChange, type PlanChange, previewYears } from "./change.rules.ts";
import { basisOf, type Desk, type NodeVersionRow, weightState, withRows, yearsHeld } from "./desk.rules.ts";
import { compareDesks } from "./preview.ts";
import { readTarget } from "./target-draft.rules.ts";

const at = (day: string) => new Date(`${day}T00:00:00Z`);
const version = (nodeId: string, over: Partial<NodeVersionRow> = {}): NodeVersionRow => ({
  id: `${nodeId}/1`,
  nodeId,
  effectiveFrom: 2022,
  parentId: null,
  code: nodeId,
  title: `題${nodeId}`,
  description: "",
  object: "",
  intent: "",
  owner: "",
  weight: null,
  position: 1,
  lastFiscalYear: null,
  change: "added",
  successorId: null,
  note: "",
  recordedAt: at("2022-04-01"),
  recordedById: null,
  ...over,
});

/** Policy 1 with strategies 1-1 (projects a, b) and 1-2 (no project). */
function deskOf(): Desk {
  const node = (id: string, level: "basicPolicy" | "strategy" | "project", parentId: string | null) => ({
    id,
    level,
    versions: [version(id, { parentId })],
  });
  return {
    records: {
      plan: {
        id: "plan",
        title: "計画",
        firstFiscalYear: 2022,
        lastFiscalYear: 2026,
        source: "",
        levelNames: { basicPolicy: "基本方針", strategy: "戦略", project: "推進事業" },
      },
      nodes: [
        node("1", "basicPolicy", null),
        node("1-1", "strategy", "1"),
        node("1-2", "strategy", "1"),
        node("a", "project", "1-1"),
        node("b", "project", "1-1"),
      ],
      indicators: [],
      evaluations: [],
    },
    targetSets: [],
    shares: [],
    locks: [],
    scheme: [],
  };
}

const signature = { entryId: "entry", actorId: "staff", at: at("2025-06-01") };
const draft = (change: PlanChange, desk = deskOf()) => draftChange(desk, change, signature);
const changeOf = (nodeId: string, over: Partial<NodeVersionRow>, effectiveFrom = 2025): PlanChange => ({
  kind: "node-changed",
  input: {
    nodeId,
    effectiveFrom,
    change: "changed",
    fields: { ...version(nodeId, { parentId: nodeId === "1" ? null : "1-1" }), ...over },
    note: "理由",
  },
});
const errorsOf = (change: PlanChange, desk?: Desk) => {
  const drafted = draft(change, desk);
  return drafted.ok ? null : drafted.errors;
};

describe("the tree", () => {
  test("lets nothing stand under itself, and each level only under the one above", () => {
    expect(errorsOf(changeOf("a", { parentId: "a" }))).toEqual({ parentId: "plan-cycle" });
    expect(errorsOf(changeOf("1", { parentId: "1-1" }))).toEqual({ parentId: "plan-cycle" });
    expect(errorsOf(changeOf("a", { parentId: "1" }))).toEqual({ parentId: "plan-level" });
    expect(errorsOf(changeOf("a", { parentId: null }))).toEqual({ parentId: "plan-level" });
    expect(errorsOf(changeOf("a", { parentId: "1-2" }))).toBeNull();
  });

  test("has each code once among the running nodes of a year", () => {
    expect(errorsOf(changeOf("a", { code: "b" }))).toEqual({ code: "plan-code-taken" });
    const ended = draft({
      kind: "node-ended",
      input: { nodeId: "b", change: "ended", lastFiscalYear: 2024, successorId: null, note: "" },
    });
    if (!ended.ok) throw new Error("not ended");
    const desk = withRows(deskOf(), ended.rows);
    expect(errorsOf(changeOf("a", { code: "b" }), desk)).toBeNull();
    expect(errorsOf(changeOf("a", { code: "b" }, 2024), desk)).toEqual({ code: "plan-code-taken" });
  });

  test("ends nothing that has running nodes below, and follows no successors in a circle", () => {
    const end = (nodeId: string, successorId: string | null, lastFiscalYear = 2024): PlanChange => ({
      kind: "node-ended",
      input: { nodeId, change: "merged", lastFiscalYear, successorId, note: "" },
    });
    expect(errorsOf(end("1-1", "1-2"))).toEqual({ form: "plan-has-children" });
    expect(errorsOf(end("a", null))).toEqual({ successorId: "plan-successor-missing" });
    expect(errorsOf(end("a", "a"))).toEqual({ successorId: "plan-cycle" });
    expect(errorsOf(end("a", "1-2"))).toEqual({ successorId: "plan-successor" });
    expect(errorsOf(end("a", "b", 2026))).toEqual({ lastFiscalYear: "plan-year-outside:2022:2025" });
    const merged = draft(end("a", "b"));
    if (!merged.ok) throw new Error("not merged");
    expect(errorsOf(end("b", "a"), withRows(deskOf(), merged.rows))).toEqual({
      successorId: "plan-successor",
    });
  });

  test("takes changes of the plan's open years only", () => {
    expect(errorsOf(changeOf("a", { owner: "課" }, 2021))).toEqual({
      effectiveFrom: "plan-year-outside:2022:2026",
    });
    const lock = {
      id: "l",
      fiscalYear: 2026,
      locked: true,
      reason: "",
      recordedAt: at("2025-01-01"),
      recordedById: null,
    };
    expect(errorsOf(changeOf("a", { owner: "課" }), { ...deskOf(), locks: [lock] })).toEqual({
      form: "period-locked:2026",
    });
    const reopened = { ...lock, id: "m", locked: false, recordedAt: at("2025-02-01") };
    expect(errorsOf(changeOf("a", { owner: "課" }), { ...deskOf(), locks: [lock, reopened] })).toBeNull();
  });

  test("says when a later version takes over, and keeps the mark of a node's first year", () => {
    const later = draft(changeOf("a", { owner: "課" }, 2026));
    if (!later.ok) throw new Error("no later version");
    const earlier = draft(changeOf("a", { owner: "係" }, 2022), withRows(deskOf(), later.rows));
    expect(earlier).toMatchObject({
      ok: true,
      warnings: ["later-version:2026"],
      years: [2022, 2023, 2024, 2025],
      rows: { nodeVersions: [{ change: "added" }] },
    });
  });
});

describe("weights", () => {
  const weigh = (weights: Record<string, number | null>): PlanChange => ({
    kind: "weights-set",
    input: { parentId: "1-1", effectiveFrom: 2025, weights, note: "" },
  });

  test("are complete only when all siblings have one and they come to 100", () => {
    expect(weightState([{ weight: 33.3 }, { weight: 33.3 }, { weight: 33.4 }])).toEqual({
      state: "complete",
      sum: 100,
    });
    expect(weightState([{ weight: 100 }, { weight: null }]).state).toBe("wrong");
    expect(weightState([{ weight: null }]).state).toBe("none");
    expect(errorsOf(weigh({ a: 30, b: 60 }))).toEqual({ sum: "weight-sum:90" });
    expect(errorsOf(weigh({ a: 30, b: null }))).toEqual({ "weight.b": "weight-missing" });
    expect(errorsOf(weigh({ a: null, b: null }))).toEqual({ form: "plan-nothing-changed" });
  });

  test("make one version per sibling that changes, and a node that moves in is noticed", () => {
    const drafted = draft(weigh({ a: 30, b: 70 }));
    if (!drafted.ok) throw new Error("no weights");
    expect(drafted.rows.nodeVersions.map(({ id, nodeId, weight }) => [id, nodeId, weight])).toEqual([
      ["entry", "a", 30],
      ["entry-1", "b", 70],
    ]);
    const desk = withRows(deskOf(), drafted.rows);
    expect(draft(changeOf("a", { weight: 40 }), desk)).toMatchObject({ ok: true, warnings: ["weights:110"] });
  });
});

describe("a preview", () => {
  test("names the changed cells of the year and counts the others", () => {
    const before = deskOf();
    const drafted = draft(changeOf("a", { title: "新しい題", parentId: "1-2" }));
    if (!drafted.ok) throw new Error("no draft");
    const cut = { asOf: "2025-06-01", knownOn: at("2025-06-01") };
    const { differences, unchanged } = compareDesks(before, withRows(before, drafted.rows), cut, () => null);
    expect(differences.map(({ row, column, before: old, after }) => [row, column, old, after])).toEqual([
      ["a", "名称", "題a", "新しい題"],
      ["a", "上の項目", "1-1 題1-1", "1-2 題1-2"],
      ["a", "変更の印", "", "内容の変更"],
      ["a", "変更の理由", "", "理由"],
    ]);
    expect(unchanged).toBe(5 * 25 - 4);
    const yearBefore = { asOf: "2025-03-31", knownOn: at("2025-06-01") };
    expect(compareDesks(before, withRows(before, drafted.rows), yearBefore, () => null).differences).toEqual(
      [],
    );
    expect(basisOf(withRows(before, drafted.rows))).not.toBe(basisOf(before));
  });

  test("shows the years of the change and the current one", () => {
    expect(previewYears([2026, 2025], 2024)).toEqual([2024, 2025, 2026]);
    expect(previewYears([2013, 2014, 2015, 2016], 2024, 2)).toEqual([2013, 2014, 2024]);
    expect(yearsHeld([{ effectiveFrom: 2022 }, { effectiveFrom: 2025 }], 2023, 2026)).toEqual([2023, 2024]);
  });
});

test.each([
  ["", null],
  ["取消", { value: null, text: null, decimals: 0 }],
  ["「実施」", { value: null, text: "実施", decimals: 0 }],
  ["１，２３４", { value: 1234, text: null, decimals: 0 }],
  ["-3.50", { value: -3.5, text: null, decimals: 1 }],
])("the typed target %j is read", (typed, target) => {
  expect(readTarget(typed)).toEqual({ ok: true, target });
});

test.each([
  ["50 60", "target-twice"],
  ["50/60", "target-twice"],
  [["50", "60"], "target-twice"],
  ["五十", "target-number"],
  ["1e3", "target-number"],
])("the typed target %j is refused", (typed, error) => {
  expect(readTarget(typed)).toEqual({ ok: false, error });
});
