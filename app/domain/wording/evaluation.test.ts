import { describe, expect, test } from "vitest";
import { evaluateWording } from "./evaluation.ts";
import { LABELLED_SETS } from "./labelled/sentences.ts";

const ON = "2026-11-20";

describe("the labelled sentences", () => {
  const all = [...LABELLED_SETS.tuned, ...LABELLED_SETS.heldOut];

  test("are many, each once, and nearly half of them have nothing to find", () => {
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(new Set(all.map(({ text, audience }) => `${audience}/${text}`)).size).toBe(all.length);
    const clean = all.filter(({ expected }) => expected.length === 0).length / all.length;
    expect(clean).toBeGreaterThan(0.4);
    expect(clean).toBeLessThan(0.6);
  });

  test.each([
    ["tuned", 0.98],
    ["heldOut", 0.9],
  ] as const)("of the set %s are read with precision and recall of at least %d", (set, floor) => {
    const { overall, sameLevel } = evaluateWording(LABELLED_SETS[set], ON);
    expect(overall.precision).toBeGreaterThanOrEqual(floor);
    expect(overall.recall).toBeGreaterThanOrEqual(floor);
    expect(sameLevel).toBeGreaterThanOrEqual(0.95);
  });

  test("of every subject are read with precision and recall of at least 0.85", () => {
    for (const { subject, rates } of evaluateWording(all, ON).bySubject) {
      expect(rates.precision, subject).toBeGreaterThanOrEqual(0.85);
      expect(rates.recall, subject).toBeGreaterThanOrEqual(0.85);
    }
  });
});

test("what is too much and what is missed is counted per sentence and subject", () => {
  const figures = evaluateWording(
    [
      { text: "営業マン募集。女性歓迎。", expected: [{ subject: "sex", level: "warn" }] },
      { text: "20代歓迎", expected: [] },
      { text: "静かな町です。", expected: [{ subject: "pay", level: "block" }] },
    ],
    ON,
  );
  expect(figures.overall).toEqual({ right: 1, tooMuch: 1, missed: 1, precision: 0.5, recall: 0.5 });
  expect(figures).toMatchObject({ sentences: 3, clean: 1, sameLevel: 0 });
  expect(figures.mistakes).toEqual([
    { text: "20代歓迎", tooMuch: ["age"], missed: [] },
    { text: "静かな町です。", tooMuch: [], missed: ["pay"] },
  ]);
});
