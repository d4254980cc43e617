import { formatFigure, observationFor } from "#app/domain/indicators/rules.ts";
import { indicatorAt, indicatorsAt, nodesAt } from "#app/domain/indicators/versions.rules.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { deskWords as words } from "#app/locales/ja/plan.ts";
import { fiscalYearLabel, longDate, plainDate } from "#app/platform/calendar.ts";
import { type Desk, type IndicatorVersionRow, type TargetRow, yearsFrom } from "./desk.rules.ts";
import { originText, parameterValues } from "./measure-lines.ts";
import { nameOf } from "./node-lines.ts";
import { nodeLabel } from "./preview.ts";
import { currentTarget, targetField, targetLines } from "./target-draft.rules.ts";

type At = { fiscalYear: number; knownOn: Date };

/** An indicator as it holds in the year, with its newest version where it holds in no year any more. */
export function indicatorOf(desk: Desk, indicatorId: string, at: At) {
  const record = desk.records.indicators.find(({ id }) => id === indicatorId);
  if (!record) return null;
  const held = indicatorAt(record, at);
  const version: IndicatorVersionRow | undefined = record.versions
    .toSorted((a, b) => a.effectiveFrom - b.effectiveFrom || a.recordedAt.getTime() - b.recordedAt.getTime())
    .at(-1);
  if (!version) return null;
  return { record, shown: held ?? { ...record, ...version, id: record.id }, isThere: held !== null };
}

/** An indicator's fields as the form shows them. */
export function indicatorValues(
  indicator: Pick<
    IndicatorVersionRow,
    | "name"
    | "unit"
    | "direction"
    | "decimals"
    | "aggregation"
    | "achievementMethod"
    | "bandLow"
    | "bandHigh"
    | "measureKey"
    | "definition"
    | "numerator"
    | "denominator"
    | "unknownRule"
    | "source"
  > & { parameters?: Readonly<Record<string, string | number>> | undefined },
): Record<string, string> {
  const { name, unit, direction, aggregation, achievementMethod } = indicator;
  const { definition, numerator, denominator, unknownRule, source } = indicator;
  return {
    name,
    unit,
    direction,
    aggregation,
    achievementMethod,
    definition,
    numerator,
    denominator,
    unknownRule,
    source,
    decimals: String(indicator.decimals),
    bandLow: indicator.bandLow?.toString() ?? "",
    bandHigh: indicator.bandHigh?.toString() ?? "",
    measureKey: indicator.measureKey ?? "",
    ...parameterValues(indicator.parameters ?? {}),
  };
}

/** The fields of an indicator that nobody has defined yet. */
export const NEW_INDICATOR = indicatorValues({
  name: "",
  unit: "",
  direction: "increase",
  decimals: 0,
  aggregation: "sum",
  achievementMethod: "automatic",
  bandLow: null,
  bandHigh: null,
  measureKey: null,
  definition: "",
  numerator: "",
  denominator: "",
  unknownRule: "",
  source: "",
});

/** Every version of a definition, the one recorded last first. */
export function definitionLines(
  versions: readonly IndicatorVersionRow[],
  names: ReadonlyMap<string, string>,
) {
  return versions
    .toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime())
    .map((version) => ({
      id: version.id,
      from: fiscalYearLabel(version.effectiveFrom),
      name: `${version.name}(${version.unit})`,
      counting: [
        version.lastFiscalYear === null ? "" : words.runsUntil(version.lastFiscalYear),
        originText(version),
        version.definition,
      ]
        .filter(Boolean)
        .join("\n"),
      breaks: version.breaksSeries,
      reason: version.reason,
      recorded: planForms.node.recorded(longDate(version.recordedAt), nameOf(version.recordedById, names)),
    }));
}

type Measured = { unit: string; decimals: number };

/** A target in words; an empty one takes an earlier one back. */
export function targetWords(target: Pick<TargetRow, "value" | "text">, measured: Measured): string {
  if (target.value !== null) return formatFigure(target.value, measured);
  return target.text ?? planForms.indicator.takenBack;
}

/** Both lines of an indicator: the target that holds for each year, and the decisions before it. */
export function decidedTargets(desk: Desk, targets: readonly TargetRow[], measured: Measured) {
  const { firstFiscalYear, lastFiscalYear } = desk.records.plan;
  const decidedBy = new Map(desk.targetSets.map((set) => [set.id, set.decidedBy]));
  return targetLines(targets, yearsFrom(firstFiscalYear, lastFiscalYear)).map(
    ({ fiscalYear, decisions }) => ({
      year: fiscalYearLabel(fiscalYear),
      decisions: decisions.map((target) => ({
        id: target.id,
        text: targetWords(target, measured),
        by: planForms.indicator.decided(
          plainDate(target.adoptedOn),
          decidedBy.get(target.setId) ?? "",
          target.reason,
        ),
      })),
    }),
  );
}

/** The form of a decision: one block per indicator of a place (a node with all below it, or the whole plan). */
export function targetBlocks(desk: Desk, nodeId: string | null, at: At, today: string) {
  const nodes = nodesAt(desk.records, at);
  const { firstFiscalYear, lastFiscalYear } = desk.records.plan;
  const isUnder = (id: string | null): boolean => {
    if (id === nodeId) return true;
    const node = nodes.find((candidate) => candidate.id === id);
    return node !== undefined && node.parentId !== null && isUnder(node.parentId);
  };
  const records = new Map(desk.records.indicators.map((record) => [record.id, record]));
  return indicatorsAt(desk.records, at)
    .filter((indicator) => (nodeId === null ? indicator.nodeId === null : isUnder(indicator.nodeId)))
    .map((indicator) => {
      const node = nodes.find(({ id }) => id === indicator.nodeId);
      const baseline = observationFor(indicator.observations, { kind: "baseline", asOf: today });
      return {
        id: indicator.id,
        name: indicator.name,
        unit: indicator.unit,
        place: node ? nodeLabel(node) : words.planWide,
        baseline: baseline?.value == null ? "" : formatFigure(baseline.value, indicator),
        years: yearsFrom(firstFiscalYear, lastFiscalYear).map((fiscalYear) => {
          const held = currentTarget(records.get(indicator.id)!.targets, fiscalYear, today);
          return {
            fiscalYear,
            field: targetField(indicator.id, fiscalYear),
            label: fiscalYearLabel(fiscalYear),
            now: held && targetWords(held, indicator),
          };
        }),
      };
    })
    .toSorted((a, b) => a.place.localeCompare(b.place, "ja", { numeric: true }));
}

/** Every decision about targets, the newest first, with what it decided. */
export function setLines(desk: Desk, names: ReadonlyMap<string, string>) {
  const all = desk.records.indicators.flatMap(({ versions, targets }) =>
    targets.map((target) => ({ ...target, version: versions.at(-1)! })),
  );
  return desk.targetSets
    .toSorted(
      (a, b) => b.adoptedOn.localeCompare(a.adoptedOn) || b.recordedAt.getTime() - a.recordedAt.getTime(),
    )
    .map((set) => {
      const targets = all.filter(({ setId }) => setId === set.id);
      return {
        id: set.id,
        adoptedOn: plainDate(set.adoptedOn),
        decidedBy: set.decidedBy,
        reason: set.reason,
        count: targets.length,
        recorded: planForms.node.recorded(longDate(set.recordedAt), nameOf(set.recordedById, names)),
        targets: targets.map(({ id, version, fiscalYear, ...target }) => ({
          id,
          name: version.name,
          year: fiscalYearLabel(fiscalYear),
          text: targetWords(target, version),
        })),
      };
    });
}
