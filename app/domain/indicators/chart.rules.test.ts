import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { axisScale, CHART, type ChartInput, layOutChart } from "./chart.rules.ts";

const text = (value: number) => value.toLocaleString("ja-JP");
const year = (fiscalYear: number, actual: number | null, target: number | null = null) => ({
  fiscalYear,
  actual,
  target,
  earlierTargets: [],
});
const chart = (input: Partial<ChartInput>) =>
  layOutChart({ years: [], pace: null, forecast: null, breaks: [], ...input }, text);

describe("the drawing of a series", () => {
  const value = fc.double({ min: -1e13, max: 1e13, noNaN: true, noDefaultInfinity: true });
  const anyYear = fc.record({
    fiscalYear: fc.integer({ min: 2000, max: 2040 }),
    actual: fc.option(value),
    target: fc.option(value),
    earlierTargets: fc.array(value, { maxLength: 2 }),
  });
  const forecast = fc
    .tuple(fc.integer({ min: 2000, max: 2040 }), fc.array(value, { minLength: 3, maxLength: 3 }))
    .map(([fiscalYear, three]) => {
      const [low, expected, high] = three.toSorted((a, b) => a - b) as [number, number, number];
      return { fiscalYear, low, expected, high };
    });

  test("never leaves its box, whatever the numbers", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyYear, { selector: ({ fiscalYear }) => fiscalYear, minLength: 1, maxLength: 30 }),
        fc.option(fc.record({ fiscalYear: fc.integer({ min: 2000, max: 2040 }), value })),
        fc.option(forecast),
        fc.array(fc.integer({ min: 2000, max: 2040 }), { maxLength: 3 }),
        (years, pace, expected, breaks) => {
          const drawn = chart({ years, pace, forecast: expected, breaks });
          if (drawn === null) return;
          const { plot } = drawn;
          const points = [
            ...drawn.points,
            ...drawn.bars.flatMap(({ x, y, width, height }) => [
              { x, y },
              { x: x + width, y: y + height },
            ]),
            ...drawn.targets.flatMap(({ x1, x2, y }) => [
              { x: x1, y },
              { x: x2, y },
            ]),
            ...drawn.lines.flat(),
            ...(drawn.pace ? [drawn.pace] : []),
            ...(drawn.forecast
              ? [drawn.forecast.y, drawn.forecast.low, drawn.forecast.high].map((y) => ({
                  x: drawn.forecast!.x,
                  y,
                }))
              : []),
            ...drawn.ticks.map(({ y }) => ({ x: plot.left, y })),
          ];
          for (const { x, y } of points) {
            expect(x).toBeGreaterThanOrEqual(plot.left - 0.01);
            expect(x).toBeLessThanOrEqual(plot.right + 0.01);
            expect(y).toBeGreaterThanOrEqual(plot.top - 0.01);
            expect(y).toBeLessThanOrEqual(plot.bottom + 0.01);
          }
          for (const label of drawn.labels) {
            expect(label.x).toBeGreaterThan(0);
            expect(label.x).toBeLessThan(CHART.width);
            expect(label.y).toBeGreaterThan(0);
          }
        },
      ),
    );
  });

  test.each([5e-324, 1e-320, -5e-324, 1e-12])("stands with a figure next to nothing: %s", (tiny) => {
    const drawn = chart({ years: [year(2023, 0), year(2024, tiny)] })!;
    expect(drawn.bars).toHaveLength(2);
    for (const { y, height } of drawn.bars) {
      expect(y).toBeGreaterThanOrEqual(drawn.plot.top);
      expect(y + height).toBeLessThanOrEqual(drawn.plot.bottom);
    }
    expect(drawn.ticks.length).toBeGreaterThan(1);
    expect(drawn.ticks.every((tick) => Number.isFinite(tick.y))).toBe(true);
  });

  test("keeps the labels of its years apart", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const years = Array.from({ length: count }, (_, index) => year(2013 + index, 11_000 + index));
        const labelled = chart({ years })!.years.filter(({ isLabelled }) => isLabelled);
        expect(labelled.at(-1)!.fiscalYear).toBe(2012 + count);
        labelled.slice(1).forEach(({ x }, index) => expect(x - labelled[index]!.x).toBeGreaterThan(30));
      }),
    );
  });

  test("leaves a year without a figure out; a real 0 is a bar without height on the zero line", () => {
    const drawn = chart({ years: [year(2022, 5), year(2023, null), year(2024, 0), year(2025, 8)] })!;
    expect(drawn.form).toBe("bars");
    expect(drawn.bars.map(({ fiscalYear }) => fiscalYear)).toEqual([2022, 2024, 2025]);
    expect(drawn.bars[1]).toMatchObject({ height: 0, y: drawn.zeroY });
    expect(drawn.labels.map((label) => label.text)).toEqual(["5", "0", "8"]);
  });

  test("does not join figures over a missing year or over a break of the series", () => {
    const years = [2013, 2014, 2016, 2017, 2018, 2019].map((fiscalYear) => year(fiscalYear, fiscalYear * 10));
    const drawn = chart({ years, breaks: [2018] })!;
    expect(drawn.form).toBe("line");
    expect(drawn.lines.map((line) => line.length)).toEqual([2, 2, 2]);
    expect(drawn.breaks).toMatchObject([{ fiscalYear: 2018 }]);
  });

  test("begins at 0 unless that would hide every change, and says so", () => {
    expect(chart({ years: [year(2022, 167, 200), year(2023, 174, 267)] })).toMatchObject({
      startsAtZero: true,
    });
    const flat = chart({ years: [year(2022, 10_796), year(2023, 10_452, 10_100)] })!;
    expect(flat.startsAtZero).toBe(false);
    expect(flat.ticks.every((tick) => !tick.text.startsWith("0"))).toBe(true);
  });

  test("draws negative figures below the zero line", () => {
    const drawn = chart({ years: [year(2022, -40), year(2023, 20)] })!;
    const [below, above] = drawn.bars;
    expect(below!.y).toBeCloseTo(drawn.zeroY!);
    expect(below!.y + below!.height).toBeGreaterThan(drawn.zeroY!);
    expect(above!.y + above!.height).toBeCloseTo(drawn.zeroY!);
  });

  test("stands with one year, with 23 years and with an old target beside the new one", () => {
    expect(chart({ years: [year(2024, 42)] })!.bars).toHaveLength(1);
    const long = Array.from({ length: 23 }, (_, index) =>
      year(2012 + index, index < 10 ? 9703 + index * 170 : null, 13_200),
    );
    expect(chart({ years: long })!.labels).toHaveLength(1);
    const drawn = chart({ years: [{ fiscalYear: 2024, actual: 3, target: 5, earlierTargets: [4] }] })!;
    expect(drawn.targets.map(({ isCurrent }) => isCurrent)).toEqual([false, true]);
  });

  test("is nothing where no year has a number", () => {
    expect(chart({ years: [] })).toBeNull();
    expect(chart({ years: [year(2024, null)] })).toBeNull();
    expect(chart({ years: [year(2024, 0)] })).not.toBeNull();
  });
});

test("large numbers are counted in 万 and 億", () => {
  expect(axisScale([174, null])).toEqual({ divisor: 1, word: "" });
  expect(axisScale([10_452, -2_500_000])).toEqual({ divisor: 1e4, word: "万" });
  expect(axisScale([1_320_000_000_000])).toEqual({ divisor: 1e8, word: "億" });
});
