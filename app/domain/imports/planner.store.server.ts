import { setImmediate as nextTurn } from "node:timers/promises";
import { fold, withoutLegalForm } from "#search/analysis.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { type CompanyKey, readCompanyKeys, readKnownCompanies } from "./known-companies.store.server.ts";
import { planChange, planCreation, type PlannedRow, refused } from "./row-plan.ts";
import { headerOf, readRowValues, type RowValues, type StoredRow } from "./row-values.ts";
import type { Mapping } from "./rules.ts";

export type Planner = {
  /** How many companies there were when the plan began. */
  companies: number;
  /** What the rows of one batch would do; batches come in the order of the file, so that duplicates in it are seen. */
  plan(rows: StoredRow[]): Promise<PlannedRow[]>;
};

const ROWS_PER_TURN = 100;

/** Prepares to compare a file with the companies of now. */
export async function openPlanner(
  town: Pick<Town, "database" | "clock">,
  { headers, mapping }: { headers: string[]; mapping: Mapping },
): Promise<Planner> {
  const keys = await readCompanyKeys(town.database);
  const index = indexOf(keys);
  const about = { mapping, today: civilDateOf(town.clock.now()) };
  /** Row number by what the row is about: a company's id, a number, a name with its area. */
  const seen = new Map<string, number>();

  const firstOf = (marks: string[], number: number): number | null => {
    const earlier = marks.map((mark) => seen.get(mark)).find((row) => row !== undefined) ?? null;
    for (const mark of marks) if (!seen.has(mark)) seen.set(mark, number);
    return earlier;
  };

  const planRow = (row: RowValues, match: Match, known: Awaited<ReturnType<typeof readKnownCompanies>>) => {
    if (row.values.name === undefined && !row.errors.some(({ column }) => mapping[column] === "name"))
      return refused(row, null, [{ column: headerOf("name", mapping) ?? "", code: "required" }]);
    if (match.error) return refused(row, null, [{ column: "", code: match.error }]);
    const marks = [
      ...(match.id ? [`id ${match.id}`] : []),
      ...(row.corporateNumber ? [`number ${row.corporateNumber}`] : []),
      ...(row.values.name ? [`name ${bareName(row.values.name)} ${row.area}`] : []),
    ];
    const earlier = firstOf(marks, row.number);
    if (earlier !== null)
      return refused(row, match.id, [{ column: "", code: `import-duplicate-row:${earlier}` }]);
    const company = match.id ? known.get(match.id) : undefined;
    if (company)
      return row.errors.length > 0 ? refused(row, company.id, []) : planChange(row, company, about);
    const planned = planCreation(row, about);
    return row.errors.length > 0 && planned.outcome !== "error" ? refused(row, null, []) : planned;
  };

  return {
    companies: keys.length,
    plan: async (rows) => {
      const read: { row: RowValues; match: Match }[] = [];
      for (const [at, stored] of rows.entries()) {
        // Readers of the site get their turn in between.
        if (at % ROWS_PER_TURN === 0) await nextTurn();
        const row = readRowValues(stored, headers, mapping);
        read.push({ row, match: findMatch(row, index) });
      }
      const ids = [...new Set(read.flatMap(({ match }) => (match.id ? [match.id] : [])))];
      const known = await readKnownCompanies(town.database, { ids });
      const planned: PlannedRow[] = [];
      for (const [at, { row, match }] of read.entries()) {
        if (at % ROWS_PER_TURN === 0) await nextTurn();
        planned.push(planRow(row, match, known));
      }
      return planned;
    },
  };
}

type Index = { byNumber: Map<string, CompanyKey>; byName: Map<string, CompanyKey[]> };

function indexOf(keys: CompanyKey[]): Index {
  const byNumber = new Map<string, CompanyKey>();
  for (const key of keys) if (key.corporateNumber) byNumber.set(key.corporateNumber, key);
  return { byNumber, byName: Map.groupBy(keys, ({ name }) => bareName(name)) };
}

/** A name without its legal form, in one spelling: ㈱ﾌﾀｺﾞ電子 and 株式会社フタゴ電子 are one. */
function bareName(name: string): string {
  return fold(withoutLegalForm(name));
}

type Match = { id: string | null; error?: string };

/** The company that a row is about: by its number, otherwise by its name in the same area. */
function findMatch(row: RowValues, { byNumber, byName }: Index): Match {
  const holder = row.corporateNumber ? byNumber.get(row.corporateNumber) : undefined;
  if (holder) return { id: holder.id };
  const bare = row.values.name === undefined ? "" : bareName(row.values.name);
  if (bare === "") return { id: null };
  const namesakes = (byName.get(bare) ?? []).filter(
    ({ area }) => row.area === null || area === "" || area === row.area,
  );
  if (namesakes.length > 1) return { id: null, error: "import-several-companies" };
  const [namesake] = namesakes;
  if (!namesake) return { id: null };
  const isOther = row.corporateNumber !== "" && namesake.corporateNumber !== null;
  return isOther ? { id: null, error: "import-other-number" } : { id: namesake.id };
}
