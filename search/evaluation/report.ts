/** The evaluation as a table for a terminal, and the queries that fell short. */
import type { Evaluation, Judged, Measures } from "./measure.ts";

const widthOf = (text: string) =>
  [...text].reduce((width, character) => width + (/[\u1100-\uffff]/.test(character) ? 2 : 1), 0);

function pad(text: string, width: number, toTheRight = false): string {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return toTheRight ? space + text : text + space;
}

function lineOf(name: string, measures: Measures): string[] {
  const { n, recall_at_10, mrr, ndcg_at_10, zero_hits, p50_ms, p95_ms, p99_ms } = measures;
  const share = (value: number) => value.toFixed(3);
  const time = (value: number) => value.toFixed(2);
  return [
    name,
    String(n),
    share(recall_at_10),
    share(mrr),
    share(ndcg_at_10),
    String(zero_hits),
    time(p50_ms),
    time(p95_ms),
    time(p99_ms),
  ];
}

const head = ["class", "n", "recall@10", "MRR", "nDCG@10", "zero", "p50 ms", "p95 ms", "p99 ms"];

/** Names the queries that missed a wanted document, at most `most` of them. */
export function shortfalls(judged: readonly Judged[], most: number): string[] {
  return judged
    .filter(({ recall, reciprocalRank }) => recall < 1 || reciprocalRank < 1)
    .slice(0, most)
    .map(
      ({ query, recall, reciprocalRank, found }) =>
        `  ${query.class}  ${query.id}  「${query.q}」  recall ${recall.toFixed(2)}, first wanted ${reciprocalRank === 0 ? "nowhere" : `at ${Math.round(1 / reciprocalRank)}`}, hits ${found.length}`,
    );
}

/** A table with one line per class and the overall line last. */
export function table(evaluation: Evaluation): string {
  const lines = [
    head,
    ...Object.entries(evaluation.classes).map(([name, measures]) => lineOf(name, measures)),
    lineOf("overall", evaluation.overall),
  ];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column]!))));
  const { engine, documents, queries, build_ms } = evaluation;
  return [
    `${engine}: ${documents} documents, ${queries} queries, built in ${build_ms} ms`,
    ...lines.map((line) => line.map((cell, at) => pad(cell, widths[at]!, at > 0)).join("  ")),
  ].join("\n");
}
