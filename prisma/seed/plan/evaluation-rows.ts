import { jst } from "#app/platform/calendar.ts";
import type { TownRows } from "../rows.ts";
import type { PlanData } from "./plan-data.ts";

/** The yearly sheets of fiscal 2024 were laid before the council on 10 March 2025. */
export const SHEET_AT = jst("2025-03-10", "15:30");

type Project = PlanData["policies"][number]["strategies"][number]["projects"][number];

/** The evaluation of fiscal 2024 as the council saw it. */
export function addEvaluation(rows: TownRows, project: Project, nodeId: string): void {
  rows.evaluation.push({
    id: `${nodeId}/2024`,
    nodeId,
    fiscalYear: 2024,
    grade: project.grade2024,
    results: project.results ?? "",
    issues: project.issues ?? "",
    futureDirection: project.futureDirection,
    nextYearNote: project.nextYear?.note ?? "",
    recordedAt: SHEET_AT,
  });
}

/** A project that begins in fiscal 2025 has no grade and no results yet. */
export function addNewProject(
  rows: TownRows,
  project: PlanData["nextYearNewProjects"][number],
  nodeId: string,
): void {
  rows.evaluation.push({
    id: `${nodeId}/2024`,
    nodeId,
    fiscalYear: 2024,
    grade: null,
    results: "",
    issues: "",
    futureDirection: "new",
    nextYearNote: `令和7年度から始める。${project.note ?? ""}`,
    recordedAt: SHEET_AT,
  });
}

/** After the council had asked, the account of the support station says how many of the placed were placed for the first time. */
export const ANSWERED_AT = jst("2025-03-24", "10:00");
export const ANSWER_NOTE =
  "会議での質問を受けて、若者サポートステーションの就職71件のうち、新たに就職が決まった人の数を書き加えました。数値に変わりはありません。";

/** The second revision of the support station's evaluation. */
export function addAnsweredEvaluation(rows: TownRows, planId: string): void {
  const nodeId = `${planId}/1-1-8`;
  const first = rows.evaluation.find((row) => row.nodeId === nodeId)!;
  rows.evaluation.push({
    ...first,
    id: `${nodeId}/2024/2`,
    revision: 2,
    results: `${first.results}71件のうち40人は新たに就職が決まった人で、ほかは離職の後にもう一度就職した人である。`,
    recordedAt: ANSWERED_AT,
  });
}
