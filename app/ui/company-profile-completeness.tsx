import { profileLabels } from "#app/locales/ja/companies.ts";
import { completeness as words } from "#app/locales/ja/company-room.ts";

/**
 * How much of what students look for is filled in, what is missing and why it matters. Takes what `completenessOf`
 * returns. `base` is the address of the form when the meter stands on another page.
 */
export function ProfileCompleteness({
  filled,
  total,
  percent,
  missing,
  base = "",
}: {
  filled: number;
  total: number;
  /** The weighted share, 0 to 100. */
  percent: number;
  missing: readonly string[];
  base?: string;
}) {
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <meter
          value={percent}
          min={0}
          max={100}
          low={50}
          high={80}
          optimum={100}
          aria-label={words.meter}
          className="h-5 w-full max-w-64"
        >
          {words.percent(percent)}
        </meter>
        <span className="text-std-20B-150">{words.percent(percent)}</span>
      </p>
      <p className="mt-1">{missing.length === 0 ? words.complete : words.filled(filled, total)}</p>
      {missing.length > 0 && (
        <details className="mt-3" open={missing.length <= 6 || undefined}>
          <summary className="min-h-11 cursor-pointer py-2 text-std-16B-170">{words.missing}</summary>
          <ol className="list-decimal space-y-2 pl-8">
            {missing.map((field) => (
              <li key={field}>
                <a href={`${base}#${field}`} className="text-blue-1000 underline underline-offset-4">
                  {words.names[field] ?? profileLabels[field as keyof typeof profileLabels]}
                </a>
                <span className="block text-std-16N-170 text-solid-gray-700">{words.why[field]}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
