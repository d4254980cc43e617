import { signalWords as words } from "#app/locales/ja/signals.ts";
import { targetText } from "../indicators/lines.ts";
import { formatFigure } from "../indicators/rules.ts";
import type { Effect } from "./effects.ts";

/** An indicator before and after a planned event, in words. */
export type EffectLine = {
  id: string;
  name: string;
  before: string;
  after: string;
  target: string;
  note: string | null;
};

/** The effects of a plan in words, beside the targets of a fiscal year. */
export function effectLines(effects: readonly Effect[], fiscalYear: number): EffectLine[] {
  return effects.map((effect) => ({
    id: effect.indicatorId,
    name: effect.name,
    before: effect.before === null ? words.effectNothing : formatFigure(effect.before, effect),
    after: formatFigure(effect.after, effect),
    target: targetText(effect, fiscalYear),
    note: noteOf(effect),
  }));
}

function noteOf({ reached, wasReached, after, target, ...measured }: Effect): string | null {
  if (reached === null || target?.value == null) return null;
  if (wasReached) return words.effectReachedBefore;
  return reached
    ? words.effectReached
    : words.effectLeft(formatFigure(Math.abs(target.value - after), measured));
}
