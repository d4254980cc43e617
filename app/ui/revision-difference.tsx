import { approval as words } from "#app/locales/ja/approvals.ts";

export type DifferenceRow = { label: string; before: string; after: string };

/** Field by field what a submission changes: side by side where there is room, one above the other on a phone. */
export function RevisionDifference({ rows, isFirst }: { rows: readonly DifferenceRow[]; isFirst: boolean }) {
  if (rows.length === 0) return <p>{words.noDifferences}</p>;
  return (
    <ul className="divide-y divide-solid-gray-420 border-b border-solid-gray-420">
      {rows.map((row) => (
        <li key={row.label} className="py-4">
          <h3 className="text-std-16B-170">{row.label}</h3>
          {isFirst ? (
            <p className="mt-1 whitespace-pre-line">{row.after}</p>
          ) : (
            <dl className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2">
              <Side term={words.before} look="border-solid-gray-420">
                {row.before}
              </Side>
              <Side term={words.after} look="border-key-900 bg-key-50">
                {row.after}
              </Side>
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

function Side({ term, look, children }: { term: string; look: string; children: string }) {
  return (
    <div className={`rounded-8 border p-3 ${look}`}>
      <dt className="text-dns-14B-130 text-solid-gray-700">{term}</dt>
      <dd className="mt-1 whitespace-pre-line">{children}</dd>
    </div>
  );
}
