import type { ReactNode } from "react";
import { wordingLevels, wordingWords } from "#app/locales/ja/wording.ts";
import { Badge } from "./badge.tsx";

export type ShownFinding = {
  level: "block" | "warn" | "hint";
  field: string;
  phrase: string;
  law: string;
  note: string;
  replacement: string | null;
};

const TONES = { block: "red", warn: "orange", hint: "blue" } as const;
const ORDER = ["block", "warn", "hint"] as const;

/** The findings of the text checker as a list, gravest first. `labels` names the fields. */
export function WordingFindings({
  findings,
  labels,
}: {
  findings: readonly ShownFinding[];
  labels: Readonly<Record<string, string>>;
}): ReactNode {
  if (findings.length === 0) return <p>{wordingWords.none}</p>;
  const sorted = findings.toSorted((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
  return (
    <ul className="divide-y divide-solid-gray-420 border-y border-solid-gray-420">
      {sorted.map((finding, index) => (
        <li key={`${finding.field}-${finding.phrase}-${index}`} className="py-3">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Badge tone={TONES[finding.level]}>{wordingLevels[finding.level]}</Badge>
            <span className="text-std-16B-170">「{finding.phrase}」</span>
            {labels[finding.field] && <span className="text-solid-gray-700">{labels[finding.field]}</span>}
          </p>
          <p className="mt-1">{finding.note}</p>
          {finding.replacement && <p>{wordingWords.replacement(finding.replacement)}</p>}
          <p className="text-solid-gray-700">根拠:{finding.law}</p>
        </li>
      ))}
    </ul>
  );
}
