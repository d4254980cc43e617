import { documentWords as words } from "#app/locales/ja/documents.ts";
import type { PlanNode } from "#app/domain/indicators/plan.rules.ts";
import { decidedCell, textCell } from "./cells.ts";
import type { DocumentCell, DocumentRow, DocumentTable, DrawnDocument } from "./document.rules.ts";
import { headOf } from "./heads.ts";
import { peerTables } from "./peers.ts";
import {
  type DocumentSource,
  type DrawnIndicator,
  evaluationOfYear,
  indicatorsOf,
  type RoleActor,
  roleSharesOf,
  treeOf,
} from "./source.ts";
import { yearCells, yearColumnHeads } from "./year-columns.ts";

const { policy: said, columns } = words;
const ACTORS: readonly RoleActor[] = ["city", "nationalPrefecture", "citizensNpo", "companies"];

/** The policy sheet: strategy by strategy aim, outcome, comparison, account, roles and the weights of its projects. */
export function drawUpPolicySheet(source: DocumentSource): DrawnDocument {
  const tables = treeOf(source, source.sheet.fiscalYear).flatMap((policy) =>
    policy.strategies.flatMap(({ node, projects }) => sheetOf(source, node, projects)),
  );
  return {
    document: {
      ...headOf(source, "policySheet"),
      paper: { size: "A4", orientation: "portrait" },
      tables,
      notes: [said.peerYears],
    },
    relations: [],
  };
}

function sheetOf(source: DocumentSource, node: PlanNode, projects: readonly PlanNode[]): DocumentTable[] {
  const { levelNames } = source.records.plan;
  const head = words.heading(levelNames.strategy, node.code, node.title);
  const table = (part: string, title: string, rest: Pick<DocumentTable, "columns" | "rows">) => ({
    key: `${node.id}/${part}`,
    title: `${head}  ${title}`,
    ...rest,
  });
  const indicators = indicatorsOf(source, node.id);
  const tables = [
    table("purpose", said.purpose, purposeOf(node)),
    table("outcome", said.outcome, outcomeOf(source, [{ node, indicators }])),
    ...peerTables(source, indicators).map(({ id, title, columns: heads, rows }) => ({
      key: `${node.id}/peers/${id}`,
      title: `${head}  ${title}`,
      columns: heads,
      rows,
    })),
    table("account", said.account, accountOf(source, node)),
    table("expectedRoles", said.expectedRoles, rolesOf(source, [node])),
    table("contribution", said.contribution, contributionOf(source, projects)),
    table(
      "projects",
      said.projects,
      outcomeOf(
        source,
        projects.map((project) => ({ node: project, indicators: indicatorsOf(source, project.id) })),
      ),
    ),
    table("roles", said.roles, rolesOf(source, projects)),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

function line(id: string, cells: Record<string, DocumentCell>, group?: string): DocumentRow {
  return {
    id,
    kind: "line",
    level: 2,
    heading: "",
    cells,
    isChanged: false,
    ...(group !== undefined && { group }),
  };
}

const ITEM_COLUMNS: DocumentTable["columns"] = [
  { key: "item", label: columns.item, share: 25, align: "start" },
  { key: "content", label: columns.content, share: 75, align: "start" },
];

function itemRows(nodeId: string, items: readonly (readonly [key: string, item: string, text: string])[]) {
  return items
    .filter(([, , text]) => text !== "")
    .map(([key, item, text]) => line(`${nodeId}/${key}`, { item: textCell(item), content: textCell(text) }));
}

function purposeOf({ id, object, intent, description, owner }: PlanNode) {
  const rows = itemRows(id, [
    ["object", said.object, object],
    ["intent", said.intent, intent],
    ["description", said.description, description],
    ["owner", said.owner, owner],
  ]);
  return { columns: ITEM_COLUMNS, rows };
}

/** Outcome indicators with direction, plan and actual per year; for projects with what they are for. */
function outcomeOf(
  source: DocumentSource,
  parts: readonly { node: PlanNode; indicators: readonly DrawnIndicator[] }[],
) {
  const rows = parts.flatMap(({ node, indicators }) => {
    if (indicators.length === 0) return [];
    const head = line(node.id, { project: textCell(aimText(node)) }, node.id);
    const lines = indicators.map((indicator) =>
      line(
        indicator.definition.id,
        {
          indicator: textCell(indicator.definition.name),
          arrow: textCell(said.arrows[indicator.definition.direction]),
          ...yearCells(source, indicator),
        },
        node.id,
      ),
    );
    return [head, ...lines];
  });
  return {
    columns: [
      { key: "project", label: columns.content, share: 22, align: "start" as const },
      { key: "indicator", label: columns.indicator, share: 20, align: "start" as const },
      { key: "arrow", label: columns.arrow, share: 6, align: "start" as const },
      ...yearColumnHeads(source, 52),
    ],
    rows,
  };
}

function aimText({ code, title, object, intent }: PlanNode): string {
  const aims = [object && `対象:${object}`, intent && `意図:${intent}`];
  return [words.project(code, title), ...aims].filter(Boolean).join("\n");
}

function accountOf(source: DocumentSource, node: PlanNode) {
  const evaluation = evaluationOfYear(source, node.id);
  const rows = evaluation
    ? itemRows(node.id, [
        ["results", said.results, evaluation.results],
        ["pushing", said.pushing, evaluation.pushingFactors || said.none],
        ["gap", said.gap, evaluation.gapFactors || said.none],
        ["issues", said.issues, evaluation.issues],
      ])
    : [];
  return { columns: ITEM_COLUMNS, rows };
}

function contributionOf(source: DocumentSource, projects: readonly PlanNode[]) {
  const rows = projects.map((project) => {
    const shares = roleSharesOf(source, project.id);
    const cells: Record<string, DocumentCell> = {
      project: textCell(words.project(project.code, project.title)),
      weight:
        project.weight === null
          ? textCell(words.notGiven)
          : decidedCell(project.weight, said.percent(String(project.weight))),
    };
    for (const actor of ACTORS) {
      const share = shares.find((one) => one.actor === actor);
      cells[actor] = share
        ? decidedCell(share.percent, said.percent(String(share.percent)))
        : textCell(words.notGiven);
    }
    return line(project.id, cells);
  });
  const isGiven =
    projects.some(({ weight }) => weight !== null) || rows.some(({ cells }) => cells.city?.value != null);
  return {
    columns: [
      { key: "project", label: source.records.plan.levelNames.project, share: 36, align: "start" as const },
      { key: "weight", label: columns.weight, share: 12, align: "end" as const },
      ...ACTORS.map((actor) => ({
        key: actor,
        label: said.actors[actor],
        share: 13,
        align: "end" as const,
      })),
    ],
    rows: isGiven ? rows : [],
  };
}

/** What each actor does, with its percentage where one was set. */
function rolesOf(source: DocumentSource, nodes: readonly PlanNode[]) {
  const rows = nodes.flatMap((node) => {
    const shares = roleSharesOf(source, node.id).filter(({ role }) => role !== "");
    if (shares.length === 0) return [];
    const head = line(node.id, { project: textCell(words.project(node.code, node.title)) }, node.id);
    const ordered = ACTORS.flatMap((actor) => shares.filter((share) => share.actor === actor));
    return [
      head,
      ...ordered.map(({ actor, role, percent }) =>
        line(
          `${node.id}/${actor}`,
          {
            actor: textCell(said.actors[actor]),
            role: textCell(role),
            percent: decidedCell(percent, said.percent(String(percent))),
          },
          node.id,
        ),
      ),
    ];
  });
  return {
    columns: [
      { key: "project", label: columns.content, share: 22, align: "start" as const },
      { key: "actor", label: columns.actor, share: 14, align: "start" as const },
      { key: "role", label: columns.role, share: 52, align: "start" as const },
      { key: "percent", label: columns.percent, share: 12, align: "end" as const },
    ],
    rows,
  };
}
