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
