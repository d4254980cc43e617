import type { PlanNode } from "#app/domain/indicators/plan.rules.ts";
import { indicatorsAt, nodesAt } from "#app/domain/indicators/versions.rules.ts";
import { deskWords as words } from "#app/locales/ja/plan.ts";
import { fiscalYearLabel, longDate } from "#app/platform/calendar.ts";
import type { Desk, NodeVersionRow } from "./desk.rules.ts";
import { isRunning, sharesOf } from "./desk.rules.ts";
import { originText } from "./measure-lines.ts";
import { PARENT_LEVEL } from "./node-version.rules.ts";
import { nodeLabel } from "./preview.ts";
import { nodeChoices } from "./tree-lines.ts";
import { newestVersion } from "./version-return.rules.ts";

type At = { fiscalYear: number; knownOn: Date };

/** A node as it holds in the year, or as it holds first where it begins later; null for an unknown id. */
export function nodeOf(desk: Desk, nodeId: string, at: At): { node: PlanNode; isThere: boolean } | null {
  const held = nodesAt(desk.records, at).find(({ id }) => id === nodeId);
  if (held) return { node: held, isThere: true };
  const record = desk.records.nodes.find(({ id }) => id === nodeId);
  const first = record?.versions.toSorted((a, b) => a.effectiveFrom - b.effectiveFrom)[0];
  return record && first ? { node: { ...first, id: record.id, level: record.level }, isThere: false } : null;
}

/** What a node says in a year, as pairs of a word and its content; empty facts are left out. */
export function nodeFacts(desk: Desk, node: PlanNode, at: At): { term: string; text: string }[] {
  const nodes = nodesAt(desk.records, at);
  const labelOf = (id: string | null) => {
    const found = nodes.find((other) => other.id === id);
    return found ? nodeLabel(found) : "";
  };
  const { columns } = words;
  const isMarked = node.effectiveFrom === at.fiscalYear && node.change !== "none";
  return [
    { term: columns.parent, text: labelOf(node.parentId) },
    { term: columns.change, text: isMarked ? words.changes[node.change] : "" },
    { term: columns.successor, text: labelOf(node.successorId) },
    { term: columns.runs, text: node.lastFiscalYear === null ? "" : words.runsUntil(node.lastFiscalYear) },
    { term: columns.owner, text: node.owner || words.noOwner },
    { term: columns.weight, text: node.weight === null ? "" : words.percent(node.weight) },
    { term: columns.description, text: node.description },
    { term: columns.object, text: node.object },
    { term: columns.intent, text: node.intent },
  ].filter(({ text }) => text !== "");
}

/** The indicators of a node in a year. */
export function nodeIndicators(desk: Desk, nodeId: string | null, at: At) {
  return indicatorsAt(desk.records, at)
    .filter((indicator) => indicator.nodeId === nodeId)
    .map(({ id, name, unit, measureKey, parameters }) => ({
      id,
      name,
      unit,
      origin: originText({ measureKey, parameters }),
    }));
}

/** The role shares of a node in a year, in words. */
export function shareLines(desk: Desk, nodeId: string, fiscalYear: number) {
  return sharesOf(desk.shares, nodeId, fiscalYear).map(({ actor, percent, role }) => ({
    actor,
    term: words.actors[actor],
    percent,
    role,
  }));
}

/** Every version of a node, the one recorded last first. */
export function versionLines(versions: readonly NodeVersionRow[], names: ReadonlyMap<string, string>) {
  const newest = newestVersion(versions);
  return versions
    .toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime())
    .map((version) => ({
      id: version.id,
      isNewest: version.id === newest?.id,
      from: fiscalYearLabel(version.effectiveFrom),
      change: words.changes[version.change],
      title: nodeLabel(version),
      note: version.note,
      at: longDate(version.recordedAt),
      by: nameOf(version.recordedById, names),
    }));
}

/** Who recorded a row, in words. */
export function nameOf(id: string | null, names: ReadonlyMap<string, string>): string {
  return id === null ? words.recordedBySystem : (names.get(id) ?? words.recordedByGone);
}

/** The parents that a node of this level may have in a year; empty for the highest level. */
export function parentChoices(desk: Desk, level: PlanNode["level"], at: At) {
  const parentLevel = PARENT_LEVEL[level];
  if (parentLevel === null) return [];
  return nodeChoices(desk, at, (node) => node.level === parentLevel && isRunning(node, at.fiscalYear));
}

/** A node's fields as the form shows them. */
export function nodeValues(node: PlanNode) {
  return {
    parentId: node.parentId ?? "",
    code: node.code,
    title: node.title,
    description: node.description,
    object: node.object,
    intent: node.intent,
    owner: node.owner,
    weight: node.weight === null ? "" : String(node.weight),
    position: String(node.position),
    lastFiscalYear: node.lastFiscalYear === null ? "" : String(node.lastFiscalYear),
  };
}
