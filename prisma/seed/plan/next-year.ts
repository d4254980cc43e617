import { SHEET_AT } from "./evaluation-rows.ts";
import type { TownRows } from "../rows.ts";
import type { PlanData } from "./plan-data.ts";

/** The list for fiscal 2025 marks these projects of fiscal 2024 as new. */
export const BEGUN_IN_2024: ReadonlySet<string> = new Set(["1-1-18", "1-1-19", "1-1-20", "1-1-21", "3-6-7"]);

/** The projects that new ones of fiscal 2025 take over from, as their notes say. */
const SUCCESSORS: Readonly<Record<string, string>> = { "1-1-19": "1-1-23", "2-3-6": "2-3-9" };

type Project = PlanData["policies"][number]["strategies"][number]["projects"][number];

const CHANGES = {
  changed: "changed",
  merged: "merged",
  ended: "ended",
  new: "added",
  expanded: "expanded",
  renamed: "renamed",
} as const;

/** How a project reads in the list for fiscal 2025; nothing where it goes on unchanged. */
export function addNextYear(
  rows: TownRows,
  project: Project,
  { planId, nodeId }: { planId: string; nodeId: string },
): void {
  const next = project.nextYear;
  if (!next || next.change === "none") return;
  const { nodeId: _, ...standing } = rows.planNodeVersion.findLast((version) => version.nodeId === nodeId)!;
  const successor = next.change === "merged" ? next.code : SUCCESSORS[project.code];
  rows.planNodeVersion.push({
    ...standing,
    id: `${nodeId}/2025`,
    nodeId,
    effectiveFrom: 2025,
    title: next.change === "merged" ? project.title : next.title,
    change: CHANGES[next.change],
    lastFiscalYear: next.change === "merged" ? 2024 : next.lastFiscalYear,
    successorId: successor === undefined ? null : `${planId}/${successor}`,
    note: next.note ?? "",
    recordedAt: SHEET_AT,
  });
}
