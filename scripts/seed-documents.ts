// Looks for the transcribed figures in the text of the public documents.
import fs from "node:fs";
import path from "node:path";
import { readFigures } from "#prisma/seed/plan/figures/read-figures.ts";
import { loadPlanData } from "#prisma/seed/plan/plan-data.ts";

type Missing = { document: string; place: string; wanted: string; text: string };

/** Figures, grades and directions that were looked for, and those that the documents do not have in their place. */
export function documentFindings(folder: string): { looked: number; missing: Missing[] } {
  const missing: Missing[] = [];
  let looked = 0;
  const look = (document: string, place: string, wanted: string, text: string) => {
    looked += 1;
    if (!hasNumber(text, wanted)) missing.push({ document, place, wanted, text: text.slice(0, 60) });
  };
  const sheets = read(folder, "001");
  const rows = projectRows(sheets);
  for (const policy of loadPlanData().policies)
    for (const strategy of policy.strategies)
      for (const project of strategy.projects) {
        const row = rows.get(project.code);
        if (!row) {
          missing.push({ document: "001", place: project.code, wanted: "its row", text: "" });
          continue;
        }
        if (project.grade2024) look("001", `${project.code} grade`, project.grade2024, row.grade);
        for (const { key, actual2023, target2024, expected2024 } of project.indicators) {
          if (actual2023 !== null) look("001", `${key} actual 2023`, String(actual2023), row.before);
          if (target2024 !== null) look("001", `${key} target 2024`, String(target2024), row.target);
          // Figures of the year stand in their column or in the account of the year.
          if (expected2024 !== null)
            look("001", `${key} 2024`, String(expected2024), `${row.expected} ${row.account}`);
        }
      }
  const evaluations = normalise(sheets.slice(sheets.indexOf("資料№2"), sheets.indexOf("資料№3")));
  for (const { key, baseline, target, actuals } of loadPlanData().planIndicators) {
    const values = [baseline?.value, target.value, ...actuals.map(({ value }) => value)];
    for (const value of values)
      if (value !== null && value !== undefined && actuals.some((actual) => actual.value !== null))
        look("001", key, String(value), evaluations);
  }
  for (const [document, tables] of [
    ["003", ["morioka-targets-2012", "morioka-actuals", "morioka-capitals"]],
    [
      "004",
      [
        "yamagata-baseline",
        "yamagata-targets-2014",
        "yamagata-targets-2020",
        "yamagata-targets-2025",
        "yamagata-actuals",
      ],
    ],
  ] as const) {
    const text = normalise(read(folder, document));
    for (const table of tables)
      for (const { indicatorId, fiscalYear, value } of readFigures(table))
        look(document, `${indicatorId} ${fiscalYear}`, String(value), text);
  }
  return { looked, missing };
}

function read(folder: string, prefix: string): string {
  const name = fs.readdirSync(folder).find((file) => file.startsWith(`${prefix}_`));
  if (!name) throw new Error(`no document ${prefix} in the folder`);
  return fs.readFileSync(path.join(folder, name), "utf8");
}

/** The rows of sheet 1 by project code; the columns are last year, grade, target, expected, account, results. */
function projectRows(text: string) {
  const rows = new Map<
    string,
    { before: string; grade: string; target: string; expected: string; account: string }
  >();
  for (const line of text.split("\n")) {
    const [number, title = "", ...columns] = line.split("\t");
    const code = /(\d-\d-\d+)\s/.exec(title)?.[1];
    if (!code || !/^\d+$/.test(number ?? "") || rows.has(code)) continue;
    const [before = "", grade = "", target = "", expected = "", ...account] = columns.map(normalise);
    rows.set(code, { before, grade, target, expected, account: account.join(" ") });
  }
  return rows;
}

/** Half-width figures without separators; 1 兆 2,200 億 reads 12200. */
function normalise(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/(\d),(?=\d{3})/g, "$1")
    .replace(/(\d+)\s*兆\s*(\d{3,4})\s*億/g, (_, trillions: string, rest: string) =>
      String(Number(trillions) * 10_000 + Number(rest)),
    )
    .replace(/(\d+)\s*兆\s*円/g, (_, trillions: string) => String(Number(trillions) * 10_000));
}

/** True where the figure stands on its own, not inside a longer one. */
function hasNumber(text: string, wanted: string): boolean {
  return new RegExp(`(?<![\\d.])${wanted.replace(".", "\\.")}(?:\\.0)?(?![\\d.]\\d|\\d)`).test(text);
}
