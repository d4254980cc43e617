import { describe, expect, test } from "vitest";
import { answerFact, at, measured, placementFact, separationFact } from "#tests/support/builders/facts.ts";

const DAY = "2026-11-20";
const hired = (id: string, changes: Parameters<typeof placementFact>[0] = {}) => {
  const startedOn = changes.startedOn ?? "2025-04-01";
  return placementFact({ id, graduationYear: Number(startedOn.slice(0, 4)), ...changes, startedOn });
};

describe("retention of a class", () => {
  const placements = ["stays", "left", "silent", "unsure"].map((id) => hired(id));
  const facts = {
    placements,
    separations: [separationFact("left", "2025-09-30")],
    employmentAnswers: [
      answerFact("stays", "2026-04-02"),
      answerFact("silent", "2025-07-02"),
      answerFact("unsure", "2026-04-02", "notKnown"),
      answerFact("left", "2025-07-02"),
    ],
  };

  test("counts who is known to have stayed; who is not known stands beside them", () => {
    const found = measured("retention-12-months", facts, DAY);
    expect(found).toMatchObject({
      value: 50,
      rate: { numerator: 1, denominator: 2, unknown: 2 },
      bounds: { low: 25, high: 75 },
      inputs: 4,
      members: [
        { id: "stays", amount: 1, role: "numerator" },
        { id: "left", amount: 1, role: "denominator" },
        { id: "silent", amount: 1, role: "unknown" },
        { id: "unsure", amount: 1, role: "unknown" },
      ],
    });
    expect(found.cells("stay")).toEqual({ stayed: 1, separated: 1, notKnown: 1, unanswered: 1 });
    expect(found.breakdowns[0]).toMatchObject({ counts: "people", partition: false });
  });
  test("takes the newest class whose time is over, or the one that is asked for", () => {
    const younger = hired("young", { startedOn: "2026-04-01" });
    const separations = [separationFact("young", "2026-05-31")];
    const all = { ...facts, placements: [...placements, younger], separations };
    expect(measured("retention-6-months", all, "2026-09-30").inputs).toBe(4);
    expect(measured("retention-6-months", all, "2026-10-01")).toMatchObject({ inputs: 1, value: 0 });
    expect(measured("retention-6-months", all, DAY, { graduationYear: 2025 }).inputs).toBe(4);
    expect(measured("retention-12-months", all, DAY, { graduationYear: 2026 })).toMatchObject({
      value: null,
      missing: "not-due",
      inputs: 1,
    });
    expect(measured("retention-12-months", all, DAY, { months: 6 }).inputs).toBe(1);
    expect(measured("retention-36-months", all, DAY).missing).toBe("not-reported");
  });
  test("is about new graduates at companies of the portal who began from March to June", () => {
    const inputs = (changes: Parameters<typeof placementFact>[0], asked = {}) =>
      measured("retention-12-months", { placements: [hired("x", changes), hired("y")] }, DAY, asked).inputs -
      1;
    expect(inputs({ startedOn: "2025-03-01" })).toBe(1);
    expect(inputs({ startedOn: "2025-02-28" })).toBe(0);
    expect(inputs({ startedOn: "2025-06-30" })).toBe(1);
    expect(inputs({ startedOn: "2025-07-01" })).toBe(0);
    expect(inputs({ graduationYear: 2024 })).toBe(0);
    expect(inputs({ kind: "midCareer" })).toBe(0);
    expect(inputs({ companyId: null })).toBe(0);
    expect(inputs({ schoolKind: "kosen" })).toBe(1);
    expect(inputs({ schoolKind: "kosen" }, { schoolKind: "highSchool" })).toBe(0);
  });
  test("is undefined while nobody is known, and without records while there are none", () => {
    expect(measured("retention-12-months", { placements: [hired("x")] }, DAY)).toMatchObject({
      value: null,
      missing: "undefined",
      bounds: { low: 0, high: 100 },
    });
    expect(measured("retention-12-months", {}, DAY).missing).toBe("no-records");
    const later = { placements: [hired("x", { startedOn: "2026-12-01" })] };
    expect(measured("retention-12-months", later, DAY).missing).toBe("no-records");
  });
  test("separations and answers of later days, and of other people, are not read", () => {
    const on = (asOf: string) => measured("retention-6-months", facts, asOf);
    expect(on("2025-10-01").cells("stay")).toMatchObject({ stayed: 0, separated: 1 });
    const late = {
      ...facts,
      separations: [separationFact("left", "2025-10-02"), separationFact("?", "2025-05-01")],
    };
    expect(measured("retention-6-months", late, "2025-10-01").cells("stay")).toMatchObject({
      separated: 0,
      unanswered: 4,
    });
    expect(measured("retention-6-months", late, "2025-10-02").cells("stay")).toMatchObject({ stayed: 1 });
  });
  test("a separation that is taken back, and an answer that comes later, change what was known", () => {
    const reported = at("2025-10-05T09:00");
    const takenBack = at("2025-11-05T09:00");
    const separations = [
      { ...separationFact("left", "2025-09-30"), knownAt: reported, supersededAt: takenBack },
    ];
    const employmentAnswers = [answerFact("stays", "2026-04-02", "still", at("2026-04-09T10:00"))];
    const stays = (knownOn: Date) =>
      measured("retention-12-months", { placements, separations, employmentAnswers }, DAY, { knownOn }).rate;
    expect(stays(reported)).toMatchObject({ numerator: 0, denominator: 1 });
    expect(stays(takenBack)).toMatchObject({ numerator: 0, denominator: 0 });
    expect(stays(at("2026-04-09T10:00"))).toMatchObject({ numerator: 1, denominator: 1 });
  });
});

describe("the estimated retention", () => {
  const KEY = "retention-estimate-6-months";
  const facts = {
    placements: [
      hired("old", { startedOn: "2025-06-02" }),
      hired("gone", { startedOn: "2025-06-02" }),
      hired("young", { startedOn: "2026-07-01" }),
      hired("silent", { startedOn: "2026-04-01" }),
    ],
    separations: [separationFact("gone", "2025-09-30")],
    employmentAnswers: [answerFact("old", "2026-01-08"), answerFact("young", "2026-10-05")],
  };
  test("reads everybody who began within the months and a year before the day", () => {
    const found = measured(KEY, facts, DAY);
    expect(found).toMatchObject({ missing: null, inputs: 4 });
    // Old, gone and nobody else are followed when one leaves after three months and 28 days.
    expect(found.value).toBeCloseTo(50, 10);
    expect(found.cells("stay")).toEqual({ stayed: 1, separated: 1, followed: 1, unanswered: 1 });
    expect(found.members).toEqual([
      { id: "old", amount: 1, role: "numerator" },
      { id: "gone", amount: 1, role: "denominator" },
      { id: "young", amount: 1, role: "denominator" },
      { id: "silent", amount: 1, role: "unknown" },
    ]);
    expect(found.bounds!.low).toBeLessThan(50);
    expect(found.bounds!.high).toBeGreaterThan(50);
    expect(found.bounds!.high).toBeLessThanOrEqual(100);
  });
  test("leaves out who began earlier, to the day", () => {
    const inputs = (startedOn: string) =>
      measured(KEY, { placements: [hired("x", { startedOn }), hired("y", { startedOn: "2026-04-01" })] }, DAY)
        .inputs - 1;
    expect([inputs("2025-05-20"), inputs("2025-05-21")]).toEqual([0, 1]);
  });
  test("takes four months as the time to answer", () => {
    const groups = (answeredOn: string) =>
      measured(
        KEY,
        { ...facts, employmentAnswers: [facts.employmentAnswers[0]!, answerFact("young", answeredOn)] },
        DAY,
      ).cells("stay");
    expect(groups("2026-07-20")).toMatchObject({ followed: 1, unanswered: 1 });
    expect(groups("2026-07-19")).toMatchObject({ followed: 0, unanswered: 2 });
  });
  test("says why there is none", () => {
    expect(measured(KEY, {}, DAY).missing).toBe("no-records");
    expect(measured(KEY, { placements: [hired("x", { startedOn: "2023-04-01" })] }, DAY).missing).toBe(
      "not-reported",
    );
    expect(measured(KEY, { placements: [hired("x", { startedOn: "2026-10-01" })] }, DAY)).toMatchObject({
      value: null,
      missing: "not-due",
      inputs: 1,
    });
    expect(measured("retention-estimate-12-months", facts, DAY, { months: 6 }).value).toBeCloseTo(50, 10);
  });
});
