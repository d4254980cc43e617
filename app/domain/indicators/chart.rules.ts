/** One fiscal year of a chart; null where there is no figure, which is never drawn as 0. */
export type ChartYear = {
  fiscalYear: number;
  actual: number | null;
  target: number | null;
  /** Targets of the year that a later decision replaced. */
  earlierTargets: readonly number[];
};

export type ChartInput = {
  years: readonly ChartYear[];
  /** Where an even year would stand on the as-of day. */
  pace: { fiscalYear: number; value: number } | null;
  /** What the year's end is expected to be, with its interval. */
  forecast: { fiscalYear: number; expected: number; low: number; high: number } | null;
  /** Fiscal years from which the figure was counted differently. */
  breaks: readonly number[];
};

/** The drawing in units of its view box; `y` grows downwards. */
export type Chart = {
  form: "bars" | "line";
  startsAtZero: boolean;
  ticks: { y: number; text: string }[];
  zeroY: number | null;
  plot: { left: number; right: number; top: number; bottom: number };
  years: { fiscalYear: number; x: number; isLabelled: boolean }[];
  bars: { fiscalYear: number; x: number; y: number; width: number; height: number }[];
  points: { fiscalYear: number; x: number; y: number }[];
  /** Lines through neighbouring years; a missing year or a series break ends one. */
  lines: { x: number; y: number }[][];
  targets: { fiscalYear: number; x1: number; x2: number; y: number; isCurrent: boolean }[];
  pace: { x: number; y: number } | null;
  forecast: { x: number; y: number; low: number; high: number } | null;
  breaks: { fiscalYear: number; x: number }[];
  labels: { fiscalYear: number; x: number; y: number; text: string }[];
};

/** Sized for a phone of 390 px, so that letters of 14 units stay 14 px there. */
export const CHART = { width: 360, height: 240, letter: 8.5 };
const TOP = 26;
const BOTTOM = 34;
const MOST_BARS = 12;
const TICKS = 4;
/** `R16` is as wide as this. */
const LABEL = 30;
/** More years than this between two figures are not drawn year by year. */
const MOST_YEARS = 80;
/** Where the lowest value is more than this part of the highest, an axis from 0 would hide every change. */
const FLAT = 0.75;
/** Finer than any figure is written; below it a step would be lost to the precision of a number. */
const FINEST_STEP = 1e-9;

/** Lays the chart out; null when no year has a number. `text` writes a number as short as the axis needs it. */
export function layOutChart(input: ChartInput, text: (value: number) => string): Chart | null {
  const years = everyYear(input.years);
  const { pace, forecast } = input;
  const values = [
    ...years.flatMap(({ actual, target, earlierTargets }) => [actual, target, ...earlierTargets]),
    ...(pace ? [pace.value] : []),
    ...(forecast ? [forecast.expected, forecast.low, forecast.high] : []),
  ].filter((value): value is number => value !== null && Number.isFinite(value));
  if (values.length === 0) return null;

  const axis = layOutAxis(Math.min(...values), Math.max(...values), years.length);
  const ticks = axis.ticks.map((value) => ({ value, text: text(value) }));
  const widest = Math.max(...ticks.map((tick) => tick.text.length));
  const plot = {
    left: Math.min(CHART.width / 2, Math.round(widest * CHART.letter) + 8),
    right: CHART.width - 4,
    top: TOP,
    bottom: CHART.height - BOTTOM,
  };
  const y = (value: number) =>
    plot.bottom - ((value - axis.low) / (axis.high - axis.low)) * (plot.bottom - plot.top);
  const step = (plot.right - plot.left) / years.length;
  const leftOf = (fiscalYear: number) => plot.left + (fiscalYear - years[0]!.fiscalYear) * step;
  const middleOf = (fiscalYear: number) => leftOf(fiscalYear) + step / 2;
  const isShown = ({ fiscalYear }: { fiscalYear: number }) =>
    fiscalYear >= years[0]!.fiscalYear && fiscalYear <= years.at(-1)!.fiscalYear;

  const form = axis.low <= 0 && years.length <= MOST_BARS ? "bars" : "line";
  const known = years.filter((year) => year.actual !== null);
  const points = known.map(({ fiscalYear, actual }) => ({
    fiscalYear,
    x: middleOf(fiscalYear),
    y: y(actual!),
  }));
  const zero = y(0);
  return {
    form,
    startsAtZero: axis.low <= 0 && axis.high >= 0,
    ticks: ticks.map((tick) => ({ y: y(tick.value), text: tick.text })),
    zeroY: axis.low <= 0 && axis.high >= 0 ? zero : null,
    plot,
    // The label of a narrow last year would run over the edge.
    years: labelledYears(years, step).map((year) => ({
      ...year,
      x: Math.min(middleOf(year.fiscalYear), CHART.width - LABEL / 2),
    })),
    bars:
      form === "line"
        ? []
        : points.map((point) => ({
            fiscalYear: point.fiscalYear,
            x: leftOf(point.fiscalYear) + step * 0.2,
            y: Math.min(point.y, zero),
            width: step * 0.6,
            height: Math.abs(point.y - zero),
          })),
    points,
    lines: joined(points, input.breaks),
    targets: years.flatMap(({ fiscalYear, target, earlierTargets }) =>
      [...earlierTargets.map((value) => ({ value, isCurrent: false })), { value: target, isCurrent: true }]
        .filter((one): one is { value: number; isCurrent: boolean } => one.value !== null)
        .map(({ value, isCurrent }) => ({
          fiscalYear,
          x1: leftOf(fiscalYear) + step * 0.06,
          x2: leftOf(fiscalYear) + step * 0.94,
          y: y(value),
          isCurrent,
        })),
    ),
    pace: pace && isShown(pace) ? { x: middleOf(pace.fiscalYear), y: y(pace.value) } : null,
    forecast:
      forecast && isShown(forecast)
        ? {
            x: middleOf(forecast.fiscalYear),
            y: y(forecast.expected),
            low: y(forecast.low),
            high: y(forecast.high),
          }
        : null,
    breaks: input.breaks
      .filter((fiscalYear) => isShown({ fiscalYear }) && fiscalYear > years[0]!.fiscalYear)
      .map((fiscalYear) => ({ fiscalYear, x: leftOf(fiscalYear) })),
    labels: valueLabels(known, { plot, step, middleOf, y, text, form }),
  };
}

/** Every year from the first to the last, so that a year without a figure is a gap of its own width. */
function everyYear(years: readonly ChartYear[]): ChartYear[] {
  const sorted = years.toSorted((a, b) => a.fiscalYear - b.fiscalYear);
  const first = sorted[0]?.fiscalYear ?? 0;
  const last = sorted.at(-1)?.fiscalYear ?? first;
  const from = Math.max(first, last - MOST_YEARS + 1);
  const byYear = new Map(sorted.map((year) => [year.fiscalYear, year]));
  return Array.from(
    { length: last - from + 1 },
    (_, index) =>
      byYear.get(from + index) ?? {
        fiscalYear: from + index,
        actual: null,
        target: null,
        earlierTargets: [],
      },
  );
}

/** The ends of the axis on round numbers and the ticks between. */
function layOutAxis(lowest: number, highest: number, count: number) {
  const isFlat = lowest > 0 && lowest > highest * FLAT && (count > 1 || lowest !== highest);
  const spread = highest - lowest;
  const from = isFlat ? Math.max(0, lowest - Math.max(spread, highest * 0.02) * 0.25) : Math.min(0, lowest);
  const to = isFlat ? highest + spread * 0.1 : Math.max(0, highest);
  const size = roundStep((to - from || Math.max(1, Math.abs(to))) / TICKS);
  const low = Math.floor(from / size) * size;
  const high = Math.max(Math.ceil(to / size) * size, low + size);
  const steps = Math.max(1, Math.round((high - low) / size));
  // Rounded, so that 0.1 × 3 is written 0.3.
  const ticks = Array.from({ length: steps + 1 }, (_, index) => Number((low + index * size).toPrecision(12)));
  return { low, high, ticks };
}

/** 1, 2 or 5 times a power of ten, at least as large as asked. */
function roundStep(least: number): number {
  const wanted = Math.max(least, FINEST_STEP);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5, 10].find((times) => times * power >= wanted) ?? 10) * power;
}

/** The last year has its label, and so many before it as have room. */
function labelledYears(years: readonly ChartYear[], step: number) {
  const every = Math.max(1, Math.ceil((LABEL + 12) / step));
  return years.map(({ fiscalYear }, index) => ({
    fiscalYear,
    isLabelled: (years.length - 1 - index) % every === 0,
  }));
}

function joined(points: Chart["points"], breaks: readonly number[]): { x: number; y: number }[][] {
  const lines: { x: number; y: number }[][] = [];
  points.forEach(({ fiscalYear, x, y }, index) => {
    const before = points[index - 1];
    const goesOn = before?.fiscalYear === fiscalYear - 1 && !breaks.includes(fiscalYear);
    if (goesOn) lines.at(-1)!.push({ x, y });
    else lines.push([{ x, y }]);
  });
  return lines.filter((line) => line.length > 1);
}

/** The number at every bar where all have room, otherwise only at the newest. */
function valueLabels(
  known: readonly ChartYear[],
  {
    plot,
    step,
    middleOf,
    y,
    text,
    form,
  }: {
    form: Chart["form"];
    plot: Chart["plot"];
    step: number;
    middleOf: (fiscalYear: number) => number;
    y: (value: number) => number;
    text: (value: number) => string;
  },
): Chart["labels"] {
  const all = known.map(({ fiscalYear, actual, target }) => ({
    fiscalYear,
    actual: actual!,
    text: text(actual!),
    // Away from the bar, and on a line away from the steps of the targets.
    isBelow: actual! < 0 || (form === "line" && target !== null && target > actual!),
  }));
  const widthOf = (label: { text: string }) => label.text.length * CHART.letter;
  const hasRoom = all.every((label) => widthOf(label) <= step);
  return (hasRoom ? all : all.slice(-1)).map((label) => {
    const half = Math.min(widthOf(label) / 2, (CHART.width - 2) / 2);
    const x = Math.min(Math.max(middleOf(label.fiscalYear), half + 1), CHART.width - half - 1);
    return {
      fiscalYear: label.fiscalYear,
      x,
      y: label.isBelow
        ? Math.min(y(label.actual) + 18, plot.bottom - 4)
        : Math.max(y(label.actual) - 8, plot.top - 10),
      text: label.text,
    };
  });
}

/** The part that large numbers on an axis are counted in, so that 1,320,000,000,000 円 reads 13,200 億円. */
export function axisScale(values: readonly (number | null)[]): { divisor: number; word: string } {
  const largest = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)));
  if (largest >= 1e9) return { divisor: 1e8, word: "億" };
  if (largest >= 1e6) return { divisor: 1e4, word: "万" };
  return { divisor: 1, word: "" };
}
