import { civilDateOf, fiscalYearLabel, fiscalYearOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { FIELDS } from "./fields.ts";
import { definitionOf } from "./indicator-lookup.ts";
import type { KnownIndicator } from "./known.ts";
import { readKnownPlan } from "./known-figures.store.server.ts";
import { readKnownSchools, readKnownSubsidies } from "./known-records.store.server.ts";
import type { FigureKind } from "./rules.ts";

/** A table to fill in: its header and the rows of the running year. */
export type FigureTemplate = { header: string[]; rows: string[][] };

/** The template of a kind; values are left empty, so a template that is sent back unfilled changes nothing. */
export async function readFigureTemplate(
  town: Pick<Town, "database" | "clock">,
  { kind, planId }: { kind: FigureKind; planId?: string },
): Promise<FigureTemplate> {
  const now = town.clock.now();
  const fiscalYear = fiscalYearOf(civilDateOf(now));
  const header = FIELDS[kind].map((field) => field.header);
  const row = (values: Record<string, string>) => FIELDS[kind].map(({ field }) => values[field] ?? "");
  switch (kind) {
    case "observations": {
      const indicators = await plannedIndicators(town, { planId, fiscalYear, now });
      const entered = indicators.filter(({ isCounted }) => !isCounted);
      const year = fiscalYearLabel(fiscalYear);
      return {
        header,
        rows: entered.map(({ indicatorId, nodeCode, indicatorName, unit }) =>
          row({ indicatorId, nodeCode, indicatorName, unit, fiscalYear: year }),
        ),
      };
    }
    case "targets":
      return readTargetTemplate(town, { planId, fiscalYear, now });
    case "schoolOutcomes": {
      const schools = await readKnownSchools(town.database);
      const graduationYear = `${fiscalYear}年3月卒`;
      return {
        header,
        rows: schools.flatMap(({ name, departments }) =>
          (departments.length > 0 ? departments : [""]).map((department) =>
            row({ school: name, department, graduationYear }),
          ),
        ),
      };
    }
    case "supportReports": {
      const months = Array.from({ length: 12 }, (_, at) => {
        const month = ((at + 3) % 12) + 1;
        return `${month >= 4 ? fiscalYear : fiscalYear + 1}年${month}月`;
      });
      const programmes = ["ジョブカフェ", "若者サポートステーション"];
      return {
        header,
        rows: programmes.flatMap((programme) => months.map((month) => row({ programme, month }))),
      };
    }
    case "subsidyGrants": {
      const subsidies = await readKnownSubsidies(town.database);
      return { header, rows: subsidies.map(({ name }) => row({ subsidy: name })) };
    }
    case "placements":
      return { header, rows: [] };
  }
}

type Labels = { indicatorId: string; nodeCode: string; indicatorName: string; unit: string };

async function plannedIndicators(
  town: Pick<Town, "database">,
  { planId, fiscalYear, now }: { planId?: string; fiscalYear: number; now: Date },
): Promise<(Labels & { isCounted: boolean; indicator: KnownIndicator })[]> {
  const plan = await firstPlan(town, planId);
  return (plan?.indicators ?? [])
    .flatMap((indicator) => {
      const definition = definitionOf(indicator, { fiscalYear, now });
      if (!definition) return [];
      const labels = {
        indicatorId: indicator.id,
        nodeCode: indicator.codes.at(-1) ?? "",
        indicatorName: definition.name,
        unit: definition.unit,
      };
      return [{ ...labels, isCounted: definition.measureKey !== null, indicator }];
    })
    .toSorted((a, b) => a.nodeCode.localeCompare(b.nodeCode, "ja", { numeric: true }));
}

async function firstPlan(town: Pick<Town, "database">, planId: string | undefined) {
  const plan = await town.database.plan.findFirst({
    where: planId === undefined ? {} : { id: planId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return plan && readKnownPlan(town.database, { planId: plan.id });
}

/** One column for each year of the plan, with the targets that are in force. */
async function readTargetTemplate(
  town: Pick<Town, "database">,
  about: { planId?: string; fiscalYear: number; now: Date },
): Promise<FigureTemplate> {
  const plan = await firstPlan(town, about.planId);
  const indicators = await plannedIndicators(town, about);
  const first = plan?.firstFiscalYear ?? about.fiscalYear;
  const years = Array.from({ length: (plan?.lastFiscalYear ?? first) - first + 1 }, (_, at) => first + at);
  return {
    header: ["指標ID", "番号", "指標名", "単位", ...years.map(fiscalYearLabel)],
    rows: indicators.map(({ indicatorId, nodeCode, indicatorName, unit, indicator }) => [
      indicatorId,
      nodeCode,
      indicatorName,
      unit,
      ...years.map(
        (year) => indicator.targets.findLast(({ fiscalYear }) => fiscalYear === year)?.value ?? "",
      ),
    ]),
  };
}
