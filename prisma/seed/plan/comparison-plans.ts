import { readFileSync } from "node:fs";
import { z } from "zod";
import { jst } from "#app/platform/calendar.ts";
import { dateColumn } from "../days.ts";
import type { TownRows } from "../rows.ts";
import { readFigures, type SeedFigure } from "./figures/read-figures.ts";

const text = z.string();
const node = z.strictObject({
  code: text,
  level: z.enum(["basicPolicy", "strategy", "project"]),
  parent: text.nullable().default(null),
  title: text,
  object: text.default(""),
  intent: text.default(""),
  weight: z.number().nullable().default(null),
  effectiveFrom: z.int().optional(),
  lastFiscalYear: z.int().nullable().default(null),
});

/** A plan of another place, told in one of the files beside this one; its figures are tables in `figures/`. */
const comparisonPlanSchema = z.strictObject({
  plan: z.strictObject({
    key: text,
    title: text,
    firstFiscalYear: z.int(),
    lastFiscalYear: z.int(),
    source: text,
    levelNames: z.strictObject({ basicPolicy: text, strategy: text, project: text }),
    area: text,
  }),
  areas: z.array(z.strictObject({ key: text, name: text, kind: z.enum(["peer", "prefecture"]) })),
  nodes: z.array(node),
  roleShares: z
    .array(
      z.strictObject({
        node: text,
        shares: z.array(
          z.strictObject({
            actor: z.enum(["city", "nationalPrefecture", "citizensNpo", "companies"]),
            percent: z.int(),
            role: text,
          }),
        ),
      }),
    )
    .default([]),
  indicators: z.array(
    z.strictObject({
      key: text,
      node: text.nullable(),
      name: text,
      unit: text,
      definition: text,
      source: text,
    }),
  ),
  evaluation: z
    .strictObject({
      node: text,
      fiscalYear: z.int(),
      results: text,
      issues: text,
      pushingFactors: text,
      gapFactors: text,
    })
    .optional(),
});

export type ComparisonPlan = z.infer<typeof comparisonPlanSchema>;

/** Reads and checks one of the two plans. Throws a ZodError if the file breaks the schema. */
export function loadComparisonPlan(name: "morioka" | "yamagata"): ComparisonPlan {
  const file = readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8");
  return comparisonPlanSchema.parse(JSON.parse(file));
}

/** When the sheets were adopted is not printed; the first day of their first year stands in. */
const MORIOKA_ADOPTED = "2012-04-01";
const MORIOKA_EVALUATED = jst("2013-09-30", "10:00");

/** Morioka's policy sheet of fiscal 2012 and Yamagata's yearly targets of 2013 to 2034, beside the town's own plan. */
export function addComparisonPlans(rows: TownRows): void {
  const morioka = loadComparisonPlan("morioka");
  const recordedAt = jst(MORIOKA_ADOPTED, "10:00");
  addTree(rows, morioka, { position: 1, recordedAt, definedFor: 2000 });
  addTargets(rows, morioka, "morioka-targets-2012", MORIOKA_ADOPTED, "計画の初年度に定めた目標。");
  addFigures(rows, morioka, readFigures("morioka-actuals"), {
    kind: "actual",
    recordedAt: MORIOKA_EVALUATED,
  });
  addFigures(rows, morioka, readFigures("morioka-capitals"), {
    kind: "actual",
    recordedAt: MORIOKA_EVALUATED,
  });
  for (const { node: code, shares } of morioka.roleShares)
    for (const share of shares)
      rows.roleShare.push({
        id: `${nodeId(morioka, code)}/2012/${share.actor}`,
        nodeId: nodeId(morioka, code),
        fiscalYear: 2012,
        ...share,
        recordedAt: MORIOKA_EVALUATED,
      });
  const { node: evaluated, fiscalYear, ...account } = morioka.evaluation!;
  rows.evaluation.push({
    id: `${nodeId(morioka, evaluated)}/${fiscalYear}`,
    nodeId: nodeId(morioka, evaluated),
    fiscalYear,
    ...account,
    recordedAt: MORIOKA_EVALUATED,
  });

  const yamagata = loadComparisonPlan("yamagata");
  addTree(rows, yamagata, { position: 2, recordedAt: jst("2014-04-01", "10:00"), definedFor: 2000 });
  addTargets(rows, yamagata, "yamagata-targets-2014", "2014-04-01", "計画の最初の目標。");
  addTargets(rows, yamagata, "yamagata-targets-2020", "2020-03-31", "産業振興ビジョンの策定に合わせた目標。");
  addTargets(rows, yamagata, "yamagata-targets-2025", "2025-04-01", "計画の期間の延長に合わせた目標。");
  const published = { recordedAt: jst("2025-04-01", "10:00") };
  addFigures(rows, yamagata, readFigures("yamagata-baseline"), { kind: "baseline", ...published });
  addFigures(rows, yamagata, readFigures("yamagata-actuals"), { kind: "actual", ...published });
}

function addTree(
  rows: TownRows,
  told: ComparisonPlan,
  { position, recordedAt, definedFor }: { position: number; recordedAt: Date; definedFor: number },
): void {
  const { key: planId, area: areaId, ...plan } = told.plan;
  told.areas.forEach((area, at) =>
    rows.area.push({ id: area.key, name: area.name, kind: area.kind, position: position * 10 + at }),
  );
  rows.plan.push({ id: planId, ...plan, areaId, position });
  told.nodes.forEach(({ code, level, parent, effectiveFrom, ...version }, at) => {
    const since = effectiveFrom ?? plan.firstFiscalYear;
    const id = nodeId(told, code, effectiveFrom);
    rows.planNode.push({ id, planId, level });
    rows.planNodeVersion.push({
      id: `${id}/${since}`,
      nodeId: id,
      effectiveFrom: since,
      parentId: parent && nodeId(told, parent),
      code,
      ...version,
      position: at,
      change: "added",
      recordedAt,
    });
  });
  told.indicators.forEach(({ key, node: of, ...definition }, at) => {
    rows.indicator.push({ id: key, planId, nodeId: of && nodeId(told, of), position: at });
    rows.indicatorVersion.push({
      id: `${key}/version/1`,
      indicatorId: key,
      effectiveFrom: definedFor,
      direction: "increase",
      ...definition,
      recordedAt,
    });
  });
}

/** A node that comes later with a code that an ended one had carries its first year in its id. */
function nodeId(told: ComparisonPlan, code: string, effectiveFrom?: number): string {
  return `${told.plan.key}/${code}${effectiveFrom === undefined ? "" : `@${effectiveFrom}`}`;
}

function addTargets(
  rows: TownRows,
  told: ComparisonPlan,
  table: string,
  adoptedOn: string,
  reason: string,
): void {
  const setId = `${told.plan.key}/${table}`;
  rows.targetSet.push({
    id: setId,
    planId: told.plan.key,
    adoptedOn: dateColumn(adoptedOn),
    reason,
    recordedAt: jst(adoptedOn, "10:00"),
  });
  for (const { indicatorId, fiscalYear, value } of readFigures(table))
    rows.target.push({ id: `${setId}/${indicatorId}/${fiscalYear}`, setId, indicatorId, fiscalYear, value });
}

function addFigures(
  rows: TownRows,
  told: ComparisonPlan,
  figures: readonly SeedFigure[],
  { kind, recordedAt }: { kind: "actual" | "baseline"; recordedAt: Date },
): void {
  const areas = new Map(told.areas.map(({ key, name }) => [name, key]));
  const sourceOf = new Map(told.indicators.map(({ key, source }) => [key, source]));
  for (const { indicatorId, area, fiscalYear, value } of figures) {
    const areaId = area === "" ? null : areas.get(area);
    if (areaId === undefined) throw new Error(`${told.plan.key}: no area ${area}`);
    rows.observation.push({
      id: [indicatorId, kind, fiscalYear, ...(areaId === null ? [] : [areaId])].join("/"),
      indicatorId,
      areaId,
      kind,
      fiscalYear,
      asOf: null,
      value,
      status: "final",
      source: sourceOf.get(indicatorId)!,
      note: "",
      recordedAt,
    });
  }
}
