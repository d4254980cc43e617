/** One fiscal year of the chart; null where there is no figure (never drawn as 0). */
export type ChartYear = {
  label: string;
  actual: number | null;
  target: number | null;
  text: string | null;
};

const WIDTH = 360;
const HEIGHT = 220;
const TOP = 28;
const BOTTOM = 32;

/**
 * Actuals as bars and targets as lines, year by year. The same numbers must stand in a table beside it; the drawing is
 * sized for a phone, so that its letters stay readable there.
 */
export function IndicatorChart({
  id,
  title,
  description,
  years,
}: {
  id: string;
  title: string;
  description: string;
  years: readonly ChartYear[];
}) {
  const highest = Math.max(1, ...years.flatMap(({ actual, target }) => [actual ?? 0, target ?? 0]));
  const step = WIDTH / Math.max(1, years.length);
  const y = (value: number) => HEIGHT - BOTTOM - (Math.max(0, value) / highest) * (HEIGHT - TOP - BOTTOM);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      className="w-full max-w-xl"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <line x1="0" x2={WIDTH} y1={y(0)} y2={y(0)} className="stroke-solid-gray-600" strokeWidth="1" />
      {years.map(({ label, actual, target, text }, index) => {
        const left = index * step + step * 0.2;
        const middle = index * step + step / 2;
        return (
          <g key={label}>
            {actual !== null && (
              <rect
                x={left}
                y={y(actual)}
                width={step * 0.6}
                height={y(0) - y(actual)}
                className="fill-key-700"
              />
            )}
            {target !== null && (
              <line
                x1={index * step + step * 0.08}
                x2={(index + 1) * step - step * 0.08}
                y1={y(target)}
                y2={y(target)}
                className="stroke-solid-gray-900"
                strokeWidth="3"
                strokeDasharray="6 3"
              />
            )}
            {text !== null && (
              <text
                x={middle}
                y={actual === null ? y(0) - 6 : y(actual) - 6}
                textAnchor="middle"
                fontSize="14"
                className="fill-solid-gray-900"
              >
                {text}
              </text>
            )}
            <text
              x={middle}
              y={HEIGHT - 10}
              textAnchor="middle"
              fontSize="14"
              className="fill-solid-gray-800"
            >
              {label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
