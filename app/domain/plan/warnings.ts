import { deskWords as words } from "#app/locales/ja/plan.ts";
import { fiscalYearLabel, plainDate } from "#app/platform/calendar.ts";

/** What staff should know before they record a change, in words; the code carries its parameters behind colons. */
export function warningText(code: string): string {
  const [name = "", ...rest] = code.split(":");
  const { warnings } = words;
  const year = (text: string | undefined) => fiscalYearLabel(Number(text));
  // An indicator's name may hold colons itself: the year comes last.
  const named = (parameters: readonly string[]) =>
    [parameters.slice(0, -1).join(":"), year(parameters.at(-1))] as const;
  switch (name) {
    case "later-version":
      return warnings.laterVersion(year(rest[0]));
    case "weights":
      return warnings.weights(rest[0] ?? "");
    case "indicators-go-on":
      return warnings.indicatorsGoOn(rest[0] ?? "");
    case "series-goes-on":
      return warnings.seriesGoesOn;
    case "series-breaks":
      return warnings.seriesBreaks;
    case "target-zero":
      return warnings.targetZero(...named(rest));
    case "target-is-baseline":
      return warnings.targetIsBaseline(...named(rest));
    case "target-negative":
      return warnings.targetNegative(...named(rest));
    case "target-over-100":
      return warnings.targetOver100(...named(rest));
    case "target-ended-node":
      return warnings.targetEndedNode(...named(rest));
    case "target-later-decision":
      return warnings.targetLaterDecision(...named(rest.slice(0, -1)), plainDate(rest.at(-1) ?? ""));
    default:
      return warnings.otherwise;
  }
}
