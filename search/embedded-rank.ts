/** Order by relevance: a sum over the words of field weight × form × place, and nothing that is not stated to the reader. */
import { isKana, loosen } from "./analysis.ts";
import { textFields, type Criterion, type TextField } from "./definition.ts";
import type { FacetStore } from "./embedded-facets.ts";
import type { RowMatch } from "./embedded-match.ts";
import type { FoldedDocument, IndexReader, Rows } from "./embedded-reader.ts";
import { standsAlone } from "./highlight.ts";
import type { WordMatch } from "./word-match.ts";
import { formFactors, isLoneKanji, type Form } from "./word-plan.ts";

export type Ranked = { row: number; score: number };

/** This many of the most promising rows are scored field by field; the rest keeps the order of the sieve. */
export const scored = 120;
export const exactNameScore = 1000;
/** What a match is worth by its place: in names, and in the other fields, where a whole value is a plain statement. */
const inNames = { whole: 1.5, start: 1.3 };
const inOthers = { whole: 1.9, start: 1.1 };
/** One or two kana inside a name fit by chance: アオバ holds おば. */
const chanceFit = 0.6;
const nameFields: readonly TextField[] = ["name", "nameKana", "aliases"];
const otherFieldsShare = 0.1;
/** An industry that a word stands for is worth more than another word for it in a name. */
const classificationWeight = 130;
const partialWeight = 40;

function indexIn(value: string, form: string): number {
  let at = value.indexOf(form);
  while (at >= 0 && !standsAlone(value, form, at)) at = value.indexOf(form, at + 1);
  return at;
}

function placeFactor(value: string, form: string, isName: boolean): number {
  const at = indexIn(value, form);
  if (at < 0) return 0;
  const coverage = (0.1 * form.length) / value.length;
  const { whole, start } = isName ? inNames : inOthers;
  if (value.length === form.length) return whole + coverage;
  if (at === 0) return start + coverage;
  return (form.length <= 2 && isKana(form) ? chanceFit : 1) + coverage;
}

type FieldScore = { criterion: Criterion; form: Form; score: number };

/** The best form of a word in each field of a document, and its industry. */
function fieldScores(match: WordMatch, document: FoldedDocument): FieldScore[] {
  const present = match.forms.filter(
    ({ folded, kind }) => kind === "loose" || document.joined.includes(folded),
  );
  const scores: FieldScore[] = [];
  textFields.forEach(({ field, weight }, at) => {
    const isName = nameFields.includes(field);
    let best: FieldScore | undefined;
    for (const form of present) {
      // Another word for something is no sound: ニット is not in 日東.
      if (form.kind === "synonym" && (field === "nameKana" || (isName && isLoneKanji(form.folded)))) continue;
      for (const value of document.fields[at]!) {
        const score =
          weight *
          form.factor *
          placeFactor(form.kind === "loose" ? loosen(value) : value, form.folded, isName);
        if (score > (best?.score ?? 0)) best = { criterion: field, form, score };
      }
    }
    if (best) scores.push(best);
  });
  if (match.codes.some((code) => document.codes.includes(code))) {
    const form: Form = { folded: "", kind: "synonym", factor: formFactors.synonym };
    scores.push({ criterion: "industryName", form, score: classificationWeight * form.factor });
  }
  return scores;
}

/** What a document is worth for the words of a query. */
export function scoreOf(matches: readonly WordMatch[], row: number, document: FoldedDocument): number {
  let sum = 0;
  for (const match of matches) {
    if (match.shares) {
      sum += Math.sqrt(partialWeight * (match.shares.get(row) ?? 0));
      continue;
    }
    // A name, its reading and its other spellings say the same thing: the best of them counts once.
    let name = 0;
    let best = 0;
    let all = 0;
    for (const { criterion, score } of fieldScores(match, document)) {
      best = Math.max(best, score);
      if ((nameFields as readonly Criterion[]).includes(criterion)) name = Math.max(name, score);
      else all += score;
    }
    sum += Math.sqrt(best + otherFieldsShare * (name + all - best));
  }
  // Roots, so that two fair matches are worth more than a good one beside a mention in passing.
  return (sum / Math.max(1, matches.length)) ** 2;
}

/** The stated reasons of one result, strongest first, and the folded words to mark in it. */
export function explain(
  matches: readonly WordMatch[],
  row: number,
  document: FoldedDocument,
  exact: boolean,
): { matched: Criterion[]; marks: string[] } {
  const reasons = new Map<Criterion, number>();
  const marks = new Set<string>();
  const give = (criterion: Criterion, score: number) =>
    reasons.set(criterion, Math.max(score, reasons.get(criterion) ?? 0));
  if (exact) give("exactName", exactNameScore);
  for (const match of matches) {
    if (match.shares?.has(row)) {
      give("partial", partialWeight);
      for (const part of match.parts ?? []) if (document.joined.includes(part)) marks.add(part);
    }
    for (const { criterion, form, score } of fieldScores(match, document)) {
      give(criterion, score);
      if (form.kind === "synonym") give("synonym", score / 2);
      if (form.kind === "correction") give("correction", score / 2);
    }
    for (const { folded } of match.forms) if (document.joined.includes(folded)) marks.add(folded);
  }
  return {
    matched: [...reasons].sort((a, b) => b[1] - a[1]).map(([criterion]) => criterion),
    marks: [...marks],
  };
}

const classifiedGrade = 3;
/** "The name begins so", "in the name" and "said in so many words". */
const nameGrades = [8, 6, 5];

/** Puts the rows in promising order with few look-ups: exact name, name begins so, name, classification, rest. */
function sieve(
  rows: Rows,
  matches: readonly RowMatch[],
  exact: ReadonlySet<number>,
  enough: number,
  reader: IndexReader,
  facets: FacetStore,
): number[] {
  const grades = new Uint16Array(facets.end);
  const wanted = new Uint8Array(facets.end);
  for (const row of rows) wanted[row] = 1;
  for (const match of matches) {
    const own = new Uint8Array(facets.end);
    for (const row of match.strong) own[row] = classifiedGrade;
    // With several words the beginning of the name says little; with one, enough beginnings make the rest superfluous.
    const first = matches.length === 1 ? 0 : 1;
    for (let at = first; at < match.inName.length; at += 1) {
      let graded = 0;
      for (const row of reader.match(match.inName[at]!)) {
        if (own[row]! < nameGrades[at]!) own[row] = nameGrades[at]!;
        graded += wanted[row]!;
      }
      if (graded >= enough) break;
    }
    for (const row of rows) grades[row]! += own[row]!;
  }
  const levels: number[][] = [];
  for (const row of facets.order("nameKana")) {
    if (wanted[row] === 1 && !exact.has(row)) (levels[grades[row]!] ??= []).push(row);
  }
  const ordered = [...exact].filter((row) => wanted[row] === 1);
  for (let grade = levels.length - 1; grade >= 0 && ordered.length < enough; grade -= 1) {
    for (const row of levels[grade] ?? []) if (ordered.length < enough) ordered.push(row);
  }
  return ordered;
}

/** The first `need` rows by relevance; ties by kana name, then id. */
export function rankByRelevance(
  rows: Rows,
  matches: readonly RowMatch[],
  exact: ReadonlySet<number>,
  need: number,
  reader: IndexReader,
  facets: FacetStore,
): Ranked[] {
  const candidates =
    rows.length <= scored
      ? Array.from(rows)
      : sieve(rows, matches, exact, Math.max(scored, need), reader, facets);
  const head = candidates.slice(0, scored).map((row) => ({
    row,
    score: scoreOf(matches, row, reader.folded(row)) + (exact.has(row) ? exactNameScore : 0),
  }));
  head.sort((a, b) => b.score - a.score || facets.compare(a.row, b.row));
  return [...head, ...candidates.slice(scored).map((row) => ({ row, score: 0 }))].slice(0, need);
}
