import type { PlanLevel, PlanNode } from "#app/domain/indicators/plan.rules.ts";
import { indicatorsAt, nodesAt } from "#app/domain/indicators/versions.rules.ts";
import { deskWords as words } from "#app/locales/ja/plan.ts";
import { fiscalYearLabel } from "#app/platform/calendar.ts";
import { type Desk, isRunning, lockOf, weightState, yearsFrom } from "./desk.rules.ts";
import { nodeLabel } from "./preview.ts";

/** A node of the desk's tree with all that staff see at a glance. */
export type TreeLine = {
  id: string;
  label: string;
  owner: string;
  weight: string;
  marks: { text: string; tone: "blue" | "green" | "orange" | "neutral" }[];
  note: string;
  indicators: number;
  /** Null for a project, which has nothing under it. */
  under: {
    level: PlanLevel;
    levelName: string;
    children: TreeLine[];
    weights: { state: "none" | "complete" | "wrong"; text: string };
  } | null;
};

const CHILD_LEVEL: Record<PlanLevel, PlanLevel | null> = {
  basicPolicy: "strategy",
  strategy: "project",
  project: null,
};

/** The plan's tree of a fiscal year as it is known at an instant. */
export function treeLines(desk: Desk, at: { fiscalYear: number; knownOn: Date }) {
  const nodes = nodesAt(desk.records, at);
  const indicators = indicatorsAt(desk.records, at);
  const { levelNames } = desk.records.plan;
  const lineOf = (node: PlanNode): TreeLine => {
    const level = CHILD_LEVEL[node.level];
    const children = nodes.filter(({ parentId }) => parentId === node.id);
    const successor = nodes.find(({ id }) => id === node.successorId);
    return {
      id: node.id,
      label: nodeLabel(node),
      owner: node.owner === "" ? "" : words.owner(node.owner),
      weight: node.weight === null ? "" : words.weight(node.weight),
      marks: marksOf(node, at.fiscalYear),
      note: successor ? words.goesOnAs(nodeLabel(successor)) : "",
      indicators: indicators.filter(({ nodeId }) => nodeId === node.id).length,
      under: level && {
        level,
        levelName: levelNames[level],
        children: children.map(lineOf),
        weights: weightLine(children, at.fiscalYear),
      },
    };
  };
  const top = nodes.filter(({ parentId }) => parentId === null);
  return {
    policies: top.map(lineOf),
    weights: weightLine(top, at.fiscalYear),
    planWide: indicators
      .filter(({ nodeId }) => nodeId === null)
      .map(({ id, name, unit }) => ({ id, name, unit })),
  };
}

function weightLine(children: readonly PlanNode[], fiscalYear: number) {
  const { state, sum } = weightState(children.filter((child) => isRunning(child, fiscalYear)));
  return { state, text: state === "wrong" ? words.weightSum.wrong(sum) : words.weightSum[state] };
}

function marksOf(node: PlanNode, fiscalYear: number): TreeLine["marks"] {
  const marks: TreeLine["marks"] = [];
  if (!isRunning(node, fiscalYear))
    marks.push({ text: words.changes[node.change === "merged" ? "merged" : "ended"], tone: "orange" });
  else if (node.effectiveFrom === fiscalYear && node.change !== "none" && node.change !== "ended")
    marks.push({ text: words.changes[node.change], tone: node.change === "added" ? "green" : "blue" });
  if (node.lastFiscalYear !== null && isRunning(node, fiscalYear))
    marks.push({ text: words.until(fiscalYearLabel(node.lastFiscalYear)), tone: "neutral" });
  return marks;
}

/** The years of the plan to choose from, with a word on those that are closed. */
export function yearChoices(desk: Desk): { value: string; label: string; locked: boolean }[] {
  const { firstFiscalYear, lastFiscalYear } = desk.records.plan;
  return yearsFrom(firstFiscalYear, lastFiscalYear).map((year) => {
    const locked = lockOf(desk.locks, year)?.locked ?? false;
    return {
      value: String(year),
      label: locked ? words.yearClosed(fiscalYearLabel(year)) : fiscalYearLabel(year),
      locked,
    };
  });
}

/** The fiscal year that a page is about: the one asked for where the plan has it, otherwise the one nearest to today's. */
export function chooseYear(desk: Desk, asked: string | null, current: number): number {
  const { firstFiscalYear, lastFiscalYear } = desk.records.plan;
  const year = asked !== null && /^\d{4}$/.test(asked) ? Number(asked) : current;
  if (year >= firstFiscalYear && year <= lastFiscalYear) return year;
  return Math.min(Math.max(current, firstFiscalYear), lastFiscalYear);
}

/** Nodes to choose from as a parent, a successor or the place of an indicator. */
export function nodeChoices(
  desk: Desk,
  at: { fiscalYear: number; knownOn: Date },
  keep: (node: PlanNode) => boolean,
): { value: string; label: string }[] {
  return nodesAt(desk.records, at)
    .filter((node) => keep(node))
    .toSorted((a, b) => a.code.localeCompare(b.code, "ja", { numeric: true }))
    .map((node) => ({ value: node.id, label: nodeLabel(node) }));
}
