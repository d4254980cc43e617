import { deskWords as words } from "#app/locales/ja/plan.ts";
import { Badge } from "./badge.tsx";
import { type DeskPlace, planLinks } from "./plan-links.ts";
import { TextLink } from "./text-link.tsx";

type Weights = { state: "none" | "complete" | "wrong"; text: string };
export type TreeNode = {
  id: string;
  label: string;
  owner: string;
  weight: string;
  marks: { text: string; tone: "blue" | "green" | "orange" | "neutral" }[];
  note: string;
  indicators: number;
  under: { level: string; levelName: string; children: TreeNode[]; weights: Weights } | null;
};

/** The plan's tree: each node a fold that opens to what is under it. The name leads to the node's own page. */
export function PlanTree({ nodes, place }: { nodes: readonly TreeNode[]; place: DeskPlace }) {
  return (
    <ul className="grid gap-3">
      {nodes.map((node) => (
        <li key={node.id}>
          <Node node={node} place={place} />
        </li>
      ))}
    </ul>
  );
}

function Node({ node, place }: { node: TreeNode; place: DeskPlace }) {
  if (!node.under)
    return (
      <div className="border-l-4 border-solid-gray-420 py-1 pl-3">
        <p>
          <TextLink to={planLinks.node(node.id, place.year)} className="inline-block py-2">
            {node.label}
          </TextLink>
        </p>
        <Facts node={node} />
      </div>
    );
  const { under } = node;
  return (
    <details className="rounded-8 border border-solid-gray-420 px-3 py-1 sm:px-4">
      <summary className="min-h-11 cursor-pointer py-2 text-std-17B-170">
        {node.label}
        <span className="ml-2 inline-block text-std-16N-170 font-400 text-solid-gray-700">
          {words.childCount(under.levelName, under.children.length)}
        </span>
      </summary>
      <Facts node={node} />
      <ul className="mb-3 flex flex-wrap gap-x-6">
        <li className="flex min-h-11 items-center">
          <TextLink to={planLinks.node(node.id, place.year)}>{words.open(node.label)}</TextLink>
        </li>
        <li className="flex min-h-11 items-center">
          <TextLink to={planLinks.nodeNew(place, under.level, node.id)}>
            {words.add(under.levelName)}
          </TextLink>
        </li>
        {under.children.length > 0 && (
          <li className="flex min-h-11 items-center">
            <TextLink to={planLinks.weights(place, node.id)}>{words.setWeights}</TextLink>
          </li>
        )}
      </ul>
      {under.children.length > 0 && (
        <>
          <WeightLine weights={under.weights} />
          <div className="mb-3">
            <PlanTree nodes={under.children} place={place} />
          </div>
        </>
      )}
    </details>
  );
}

function Facts({ node }: { node: TreeNode }) {
  const facts = [node.owner, node.weight, node.indicators > 0 ? words.indicatorCount(node.indicators) : ""];
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 pb-1 text-std-16N-170 text-solid-gray-700">
      {node.marks.map((mark) => (
        <Badge key={mark.text} tone={mark.tone}>
          {mark.text}
        </Badge>
      ))}
      {facts.filter(Boolean).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {node.note && <span>{node.note}</span>}
    </p>
  );
}

/** What the weights of siblings come to; a wrong sum is said in a word, not by colour alone. */
export function WeightLine({ weights }: { weights: Weights }) {
  if (weights.state === "none") return null;
  return (
    <p className="mb-2">
      {weights.state === "wrong" ? <Badge tone="orange">{weights.text}</Badge> : weights.text}
    </p>
  );
}
