import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** One figure of a table with a column per fiscal year. `area` is empty for the plan's own area. */
export type SeedFigure = { indicatorId: string; area: string; fiscalYear: number; value: number };

const FIRST_YEAR_BEFORE = { 平成: 1988, 令和: 2018 } as const;

/** Reads one of the tables beside this file. Throws for a cell that is no number or a column that is no year. */
export function readFigures(name: string): SeedFigure[] {
  const [head = [], ...lines] = parse(readFileSync(new URL(`./${name}.csv`, import.meta.url)));
  return lines.flatMap((line) =>
    head.flatMap((label, at) => {
      const year = /^(平成|令和)(\d+)年度$/.exec(label);
      if (!year) return [];
      const value = Number(line[at]!.replaceAll(",", ""));
      if (!Number.isFinite(value)) throw new Error(`${name}: ${line[0]} ${label} is no number`);
      return {
        indicatorId: line[head.indexOf("指標ID")]!,
        area: line[head.indexOf("地域")] ?? "",
        fiscalYear: FIRST_YEAR_BEFORE[year[1] as keyof typeof FIRST_YEAR_BEFORE] + Number(year[2]),
        value,
      };
    }),
  );
}
