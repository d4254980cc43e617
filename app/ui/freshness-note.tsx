import { freshnessNote as words } from "#app/locales/ja/freshness.ts";
import { Badge } from "./badge.tsx";
import { Notice } from "./form-message.tsx";

export type ShownFreshness = {
  state: "fresh" | "amber" | "hidden";
  /** The day of the last confirmation, YYYY-MM-DD; null when there is none. */
  confirmedOn: string | null;
};

/** On a company's page: when its facts were last confirmed, and what to keep in mind when that is long ago. */
export function FreshnessNote({ state, confirmedOn }: ShownFreshness) {
  if (state === "hidden" || confirmedOn === null)
    return (
      <Notice kind="warning" title={words.hiddenTitle}>
        <p>{words.hiddenText(confirmedOn)}</p>
      </Notice>
    );
  if (state === "amber")
    return (
      <p className="mt-2 text-std-16N-170">
        <Badge tone="orange">{words.amber}</Badge> {words.amberText(confirmedOn)}
      </p>
    );
  return <p className="mt-2 text-std-16N-170 text-solid-gray-700">{words.confirmed(confirmedOn)}</p>;
}
