import { describe, expect, it } from "vitest";
import { forecastOf } from "./forecast.ts";
import { forecastYearEnd, type PastYear } from "./forecast.rules.ts";

const CUT_OFF = "2025-01-31";

function forecast(observed: number, past: readonly [toDate: number, yearEnd: number][], cutOff = CUT_OFF) {
  return forecastYearEnd({
    observed: [{ day: cutOff, value: observed }],
    past: past.map(([toDate, yearEnd], at) => ({ fiscalYear: 2024 - past.length + at, toDate, yearEnd })),
    cutOff,
  });
}

describe("the expected figure of a year's end", () => {
  it("adds what came in the rest of past years, within an interval", () => {
    const said = forecast(495, [
      [500, 610],
      [480, 600],
    ]);
    expect(said).toMatchObject({ ok: true, expected: 610, level: 0.8, method: "remaining", cutOff: CUT_OFF });
    if (!said.ok) throw new Error(said.reason);
    expect(said.low).toBeGreaterThan(495);
    expect(said.low).toBeLessThan(610);
    expect(said.high).toBeGreaterThan(610);
    expect(said.pastYears).toEqual([2022, 2023]);
    expect(said.lastYearError).toBeNull();
  });

  it("follows the year's level where past years did", () => {
    const said = forecast(150, [
      [100, 200],
      [50, 101],
      [200, 398],
    ]);
    expect(said).toMatchObject({ ok: true, method: "pace" });
    if (!said.ok) throw new Error(said.reason);
    expect(said.expected).toBeGreaterThan(295);
    expect(said.expected).toBeLessThan(305);
  });

  it("tells what it would have said a year ago, and what came", () => {
    const said = forecast(30, [
      [20, 30],
      [24, 34],
      [22, 40],
    ]);
    expect(said).toMatchObject({
      lastYearError: { fiscalYear: 2023, expected: 32, actual: 40, error: -8 },
    });
  });

  it("is never below what has been counted, also where nothing came later in past years", () => {
    const said = forecast(70, [
      [25, 25],
      [40, 40],
    ]);
    expect(said).toMatchObject({ ok: true, expected: 70, low: 70, high: 71 });
  });

  it("says nothing with fewer than two past years, after the year or without a figure", () => {
    expect(forecast(30, [[20, 30]])).toEqual({ ok: false, reason: "too-few-years" });
    const past: PastYear[] = [
      { fiscalYear: 2022, toDate: 1, yearEnd: 2 },
      { fiscalYear: 2023, toDate: 1, yearEnd: 2 },
    ];
    const ask = (day: string, value: number, cutOff: string) =>
      forecastYearEnd({ observed: [{ day, value }], past, cutOff });
    expect(ask("2025-03-31", 9, "2025-03-31")).toEqual({ ok: false, reason: "year-is-over" });
    expect(ask("2024-03-31", 9, CUT_OFF)).toEqual({ ok: false, reason: "no-observation" });
    expect(ask("2024-06-30", -1, CUT_OFF)).toEqual({ ok: false, reason: "not-cumulative" });
  });

  it("refuses cumulative figures that fall", () => {
    const observed = [
      { day: "2024-04-30", value: 8 },
      { day: "2024-05-31", value: 7 },
    ];
    const past = [
      { fiscalYear: 2022, toDate: 1, yearEnd: 2 },
      { fiscalYear: 2023, toDate: 1, yearEnd: 2 },
    ];
    expect(forecastYearEnd({ observed, past, cutOff: CUT_OFF })).toEqual({
      ok: false,
      reason: "not-cumulative",
    });
  });
});

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function poisson(random: () => number, mean: number): number {
  if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > limit; product *= random()) count++;
  return count;
}

/** A factor around 1 with this coefficient of variation. */
function factor(random: () => number, variation: number): number {
  const sigma = Math.sqrt(Math.log(1 + variation ** 2));
  return Math.exp(sigma * normal(random) - sigma ** 2 / 2);
}

type Town = (random: () => number) => () => number[];

/** Single people who come by themselves, more of them in some months; all years are alike. */
const seasonal: Town = (random) => {
  const level = 1 + random() * 40;
  const months = Array.from({ length: 12 }, () => level * (0.3 + 1.4 * random()));
  return () => months.map((mean) => poisson(random, mean));
};

/** Good and bad years, months that vary more than chance alone, and a few events with school classes. */
const lumpy: Town = (random) => {
  const level = random() * 15;
  const season = Array.from({ length: 12 }, () => level * (0.3 + 1.4 * random()));
  const events = Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({
    month: Math.floor(random() * 12),
    heads: 15 + random() * 150,
  }));
  return () => {
    const year = factor(random, 0.2);
    const months = season.map((mean) => poisson(random, mean * year * factor(random, 0.5)));
    for (const { month, heads } of events) {
      // Now and then one falls out.
      if (random() < 0.93) months[month]! += poisson(random, heads * year * factor(random, 0.35));
    }
    return months;
  };
};

/** Of so many simulated years, the share that ended in the interval, and how wide it was beside the expected figure. */
function simulate(town: Town, years: number, seed: number) {
  const random = seeded(seed);
  let covered = 0;
  let width = 0;
  for (let run = 0; run < years; run++) {
    const nextYear = town(random);
    const cut = 1 + Math.floor(random() * 11);
    const sum = (months: readonly number[]) => months.reduce((all, one) => all + one, 0);
    const past = Array.from({ length: 2 + Math.floor(random() * 5) }, (_, at) => {
      const months = nextYear();
      return { fiscalYear: 2015 + at, toDate: sum(months.slice(0, cut)), yearEnd: sum(months) };
    });
    const months = nextYear();
    const day = new Date(Date.UTC(2024, 3 + cut, 0)).toISOString().slice(0, 10);
    const said = forecastYearEnd({
      observed: [{ day, value: sum(months.slice(0, cut)) }],
      past,
      cutOff: day,
    });
    if (!said.ok) throw new Error(said.reason);
    if (said.low <= sum(months) && sum(months) <= said.high) covered++;
    width += (said.high - said.low) / Math.max(1, said.expected);
  }
  return { covered: covered / years, width: width / years };
}

describe("over 10,000 simulated years", () => {
  it.each([
    { kind: "single people with seasons", town: seasonal, widest: 0.35 },
    { kind: "events, classes, good and bad years", town: lumpy, widest: 0.75 },
  ])("the interval holds in at least 78 % of them and says something: $kind", ({ town, widest }) => {
    const { covered, width } = simulate(town, 10_000, 2024);
    expect(covered).toBeGreaterThanOrEqual(0.78);
    expect(covered).toBeLessThan(0.97);
    expect(width).toBeLessThan(widest);
  });
});

describe("the expected figure of a measure", () => {
  const flow = (figures: Record<string, number | "not-due">) => (asOf: string) => {
    const figure = figures[asOf];
    if (figure === undefined)
      return { value: null, missing: "no-records" as const, timeNature: "flow" as const };
    const isDue = figure !== "not-due";
    return {
      value: isDue ? figure : null,
      missing: isDue ? null : ("not-due" as const),
      timeNature: "flow" as const,
    };
  };

  it("counts past years with the measure itself at the same day of the year", () => {
    const countAt = flow({
      "2024-02-29": 80,
      "2023-02-28": 70,
      "2023-03-31": 77,
      "2022-02-28": 60,
      "2022-03-31": 65,
    });
    expect(forecastOf(countAt, { asOf: "2024-02-29" })).toMatchObject({
      ok: true,
      expected: 86,
      pastYears: [2021, 2022],
    });
    expect(forecastOf(countAt, { asOf: "2024-02-29", since: 2022 })).toEqual({
      ok: false,
      reason: "too-few-years",
    });
  });

  it("expects the event that lies ahead", () => {
    const countAt = flow({
      "2025-01-31": "not-due",
      "2024-01-31": "not-due",
      "2024-03-31": 50,
      "2023-01-31": "not-due",
      "2023-03-31": 70,
    });
    expect(forecastOf(countAt, { asOf: "2025-01-31" })).toMatchObject({ ok: true, expected: 60 });
  });

  it("says nothing of a stock", () => {
    expect(
      forecastOf(() => ({ value: 174, missing: null, timeNature: "stock" }), { asOf: "2025-01-31" }),
    ).toBeNull();
  });
});
