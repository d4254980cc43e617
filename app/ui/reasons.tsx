import { search as words } from "#app/locales/ja/search.ts";
import { MarkedText } from "./marked-text.tsx";

export type ReasonFacts = { criterion: string; pieces: readonly { text: string; marked: boolean }[] };

/** Why a result is shown: each stated criterion with the text that met it. */
export function Reasons({ reasons }: { reasons: readonly ReasonFacts[] }) {
  if (reasons.length === 0) return null;
  return (
    <p className="mt-2 text-dns-14N-130 text-solid-gray-700">
      {words.why}:
      {reasons.map(({ criterion, pieces }, index) => (
        <span key={criterion}>
          {index > 0 && "、"}
          {criterion}
          {pieces.length > 0 && (
            <>
              「<MarkedText pieces={pieces} />」
            </>
          )}
        </span>
      ))}
    </p>
  );
}
