import { publicWords } from "#app/locales/ja/indicators-public.ts";

const words = publicWords.detail.chart;

type Point = { x: number; y: number };

/** The layout of a chart with the words of its axis (see layOutChart in the indicators' rules). */
export type ChartDrawing = {
  form: "bars" | "line";
  startsAtZero: boolean;
  ticks: readonly { y: number; text: string }[];
  zeroY: number | null;
  plot: { left: number; right: number; top: number; bottom: number };
  bars: readonly (Point & { fiscalYear: number; width: number; height: number })[];
  points: readonly (Point & { fiscalYear: number })[];
  lines: readonly (readonly Point[])[];
  targets: readonly { fiscalYear: number; x1: number; x2: number; y: number; isCurrent: boolean }[];
  pace: Point | null;
  forecast: (Point & { low: number; high: number }) | null;
  breaks: readonly { fiscalYear: number; x: number }[];
  labels: readonly (Point & { fiscalYear: number; text: string })[];
  title: string;
  summary: string;
  unit: string;
  yearLabels: readonly { x: number; text: string }[];
  has: { target: boolean; earlier: boolean; gap: boolean; step: boolean };
};

/** The box of the layout; the letters of the drawing are 14 units high. */
const SIZE = { width: 360, height: 240 };
const letters = { fontSize: "14", className: "fill-solid-gray-900" } as const;

/**
 * A history as a drawing: actuals, target steps, the pace of the running year, an expectation with its interval, breaks of
 * the series. The same numbers must stand in a table beside it.
 */
export function IndicatorChart({ id, chart }: { id: string; chart: ChartDrawing }) {
  const { plot } = chart;
  return (
    <figure className="min-w-0">
      <p className="text-dns-14N-130 text-solid-gray-700">{chart.unit}</p>
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-summary`}
        className="w-full max-w-xl"
      >
        <title id={`${id}-title`}>{chart.title}</title>
        <desc id={`${id}-summary`}>{chart.summary}</desc>
        {chart.ticks.map(({ y, text }) => (
          <g key={y}>
            <line x1={plot.left} x2={plot.right} y1={y} y2={y} className="stroke-solid-gray-300" />
            <text x={plot.left - 5} y={y + 5} textAnchor="end" {...letters}>
              {text}
            </text>
          </g>
        ))}
        {chart.yearLabels.map(({ x, text }) => (
          <text key={text} x={x} y={SIZE.height - 10} textAnchor="middle" {...letters}>
            {text}
          </text>
        ))}
        {chart.bars.map(({ fiscalYear, ...bar }) => (
          <rect key={fiscalYear} {...bar} className="fill-key-700" />
        ))}
        {chart.zeroY !== null && (
          <line
            x1={plot.left}
            x2={plot.right}
            y1={chart.zeroY}
            y2={chart.zeroY}
            className="stroke-solid-gray-800"
          />
        )}
        {chart.form === "line" && <Line chart={chart} />}
        {chart.targets.map(({ fiscalYear, x1, x2, y, isCurrent }) => (
          <line
            key={`${fiscalYear} ${y} ${isCurrent}`}
            x1={x1}
            x2={x2}
            y1={y}
            y2={y}
            strokeWidth={isCurrent ? 3 : 2}
            strokeDasharray={isCurrent ? undefined : "2 3"}
            className={isCurrent ? "stroke-solid-gray-900" : "stroke-solid-gray-600"}
          />
        ))}
        {chart.breaks.map(({ fiscalYear, x }) => (
          <line
            key={fiscalYear}
            x1={x}
            x2={x}
            y1={plot.top - 12}
            y2={plot.bottom}
            strokeWidth="2"
            strokeDasharray="6 4"
            className="stroke-error-2"
          />
        ))}
        {chart.forecast && <Forecast {...chart.forecast} />}
        {chart.pace && <path d={diamond(chart.pace)} strokeWidth="2" className={paceLook} />}
        {chart.labels.map(({ fiscalYear, x, y, text }) => (
          <text
            key={fiscalYear}
            x={x}
            y={y}
            textAnchor="middle"
            paintOrder="stroke"
            strokeWidth="4"
            fontSize="14"
            className="fill-solid-gray-900 stroke-white font-700"
          >
            {text}
          </text>
        ))}
      </svg>
      <Legend chart={chart} />
    </figure>
  );
}

const paceLook = "fill-white stroke-warning-orange-2";
const forecastLook = "fill-none stroke-success-2";

function Line({ chart }: { chart: ChartDrawing }) {
  return (
    <g>
      {chart.lines.map((line) => (
        <polyline
          key={line[0]!.x}
          points={line.map(({ x, y }) => `${round(x)},${round(y)}`).join(" ")}
          strokeWidth="2.5"
          className="fill-none stroke-key-700"
        />
      ))}
      {chart.points.map(({ fiscalYear, x, y }) => (
        <circle key={fiscalYear} cx={round(x)} cy={round(y)} r="3.5" className="fill-key-700" />
      ))}
    </g>
  );
}

/** The expected value as a ring, its interval as a bracket. */
function Forecast({ x, y, low, high }: Point & { low: number; high: number }) {
  return (
    <g strokeWidth="2" className={forecastLook}>
      <path d={`M${x - 7} ${low}H${x + 7}M${x} ${low}V${high}M${x - 7} ${high}H${x + 7}`} />
      <circle cx={x} cy={y} r="5" className="fill-white" />
    </g>
  );
}

function diamond({ x, y }: Point): string {
  return `M${x - 6} ${y}L${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** What each mark means: a form and a word, never a colour alone. */
function Legend({ chart }: { chart: ChartDrawing }) {
  const marks = [
    {
      word: words.actual,
      mark:
        chart.form === "bars" ? (
          <rect x="6" y="2" width="12" height="14" className="fill-key-700" />
        ) : (
          <>
            <path d="M1 9H23" strokeWidth="2.5" className="stroke-key-700" />
            <circle cx="12" cy="9" r="3.5" className="fill-key-700" />
          </>
        ),
    },
    ...(chart.has.target
      ? [
          {
            word: words.target,
            mark: <path d="M1 9H23" strokeWidth="3" className="stroke-solid-gray-900" />,
          },
        ]
      : []),
    ...(chart.has.earlier
      ? [
          {
            word: words.earlierTarget,
            mark: (
              <path d="M1 9H23" strokeWidth="2" strokeDasharray="2 3" className="stroke-solid-gray-600" />
            ),
          },
        ]
      : []),
    ...(chart.pace
      ? [
          {
            word: words.pace,
            mark: <path d={diamond({ x: 12, y: 9 })} strokeWidth="2" className={paceLook} />,
          },
        ]
      : []),
    ...(chart.forecast
      ? [
          {
            word: words.forecast,
            mark: (
              <g strokeWidth="2" className={forecastLook}>
                <path d="M6 1H18M12 1V17M6 17H18" />
                <circle cx="12" cy="9" r="4" className="fill-white" />
              </g>
            ),
          },
        ]
      : []),
    ...(chart.breaks.length > 0
      ? [
          {
            word: words.break,
            mark: <path d="M12 0V18" strokeWidth="2" strokeDasharray="6 4" className="stroke-error-2" />,
          },
        ]
      : []),
  ];
  return (
    <figcaption className="mt-2 text-std-16N-170">
      <span className="flex flex-wrap gap-x-5 gap-y-1">
        {marks.map(({ word, mark }) => (
          <span key={word} className="inline-flex items-center gap-2">
            <svg viewBox="0 0 24 18" aria-hidden="true" className="h-4.5 w-6 shrink-0">
              {mark}
            </svg>
            {word}
          </span>
        ))}
      </span>
      {!chart.startsAtZero && <span className="mt-1 block">{words.cutAxis}</span>}
      {chart.has.step && <span className="mt-1 block">{words.step}</span>}
      {chart.has.gap && <span className="mt-1 block">{words.gap}</span>}
    </figcaption>
  );
}
