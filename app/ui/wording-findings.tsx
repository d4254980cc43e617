import type { ReactNode } from "react";

export type ShownFinding = {
  level: "block" | "warn" | "hint";
  field: string;
  phrase: string;
  law: string;
  note: string;
  replacement: string | null;
};

const LEVELS = { block: "修正が必要", warn: "確認が必要", hint: "言いかえの提案" } as const;

/** The findings of the text checker as a list, gravest first. `labels` names the fields. */
export function WordingFindings({
  findings,
  labels,
}: {
  findings: readonly ShownFinding[];
  labels: Readonly<Record<string, string>>;
}): ReactNode {
  const order = ["block", "warn", "hint"];
  const sorted = findings.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  return (
    <ul className="divide-y divide-solid-gray-420">
      {sorted.map((finding, index) => (
        <li key={`${finding.field}-${finding.phrase}-${index}`} className="py-3">
          <p className="text-std-16B-170">
            {LEVELS[finding.level]}:「{finding.phrase}」({labels[finding.field] ?? finding.field})
          </p>
          <p>
            {finding.note}({finding.law})
          </p>
          {finding.replacement && <p>言いかえの例:「{finding.replacement}」</p>}
        </li>
      ))}
    </ul>
  );
}
