import type { CivilDate } from "#app/platform/calendar.ts";
import {
  WORDING_RULES,
  type WordingLevel,
  type WordingRule,
  type WordingSubject,
} from "./dictionary.rules.ts";
import { type FoldedText, foldText } from "./folded-text.rules.ts";
import { isTakenBack } from "./taking-back.rules.ts";

export type WordingFinding = {
  ruleId: string;
  subject: WordingSubject;
  level: WordingLevel;
  /** The field of the form in which it stands. */
  field: string;
  /** Place of the phrase in the text, in UTF-16 units: [start, end). */
  start: number;
  end: number;
  phrase: string;
  law: string;
  note: string;
  replacement: string | null;
};

export type WordingCheck = {
  /** The day whose rules hold. */
  on: CivilDate;
  /** Who the text is written for; absent: everybody. */
  audience?: "highSchool";
  /** Proper nouns in which nothing is found: the names of the company and of its shops. */
  names?: readonly string[];
};

type Span = readonly [start: number, end: number];

type ReadyRule = WordingRule & {
  find: RegExp;
  except: RegExp | null;
  topicFound: RegExp | null;
  unlessFound: RegExp | null;
  nearFound: readonly RegExp[];
  lawfulFound: RegExp | null;
};

const expression = (source: string | undefined) => (source === undefined ? null : new RegExp(source, "u"));

const ready: readonly ReadyRule[] = WORDING_RULES.map((rule) => ({
  ...rule,
  find: new RegExp(rule.pattern, "gu"),
  except: rule.exceptions ? new RegExp(rule.exceptions.join("|"), "gu") : null,
  topicFound: expression(rule.topic),
  unlessFound: expression(rule.unless),
  nearFound: (rule.unlessNear ?? []).map((source) => new RegExp(source, "u")),
  lawfulFound: expression(rule.lawful?.pattern),
}));

/** Words by which a sentence says that it speaks to pupils. */
const TO_PUPILS =
  /高校生|高校[1-3一二三]年|生徒(?:の皆|さん|様)|新規高卒|高卒(?:予定|求人)|高等学校(?:を|の)卒業(?:予定|見込)/u;
const NEAR = 100;
/** A phrase of this length may be broken by the end of a line; longer ones are two items of a list. */
const LONGEST_BROKEN_PHRASE = 12;

/** Reads texts by field and gives back what the dictionary says about them, in the order of the texts. */
export function checkWording(texts: Readonly<Record<string, string>>, check: WordingCheck): WordingFinding[] {
  const rules = ready.filter((rule) => rule.validFrom <= check.on);
  const names = (check.names ?? []).flatMap(namesIn);
  return Object.entries(texts).flatMap(([field, typed]) => checkField(field, typed, { rules, names, check }));
}

function checkField(
  field: string,
  typed: string,
  { rules, names, check }: { rules: readonly ReadyRule[]; names: readonly string[]; check: WordingCheck },
): WordingFinding[] {
  const folded = foldText(typed);
  const named = names.flatMap((name) => placesOf(name, folded.text));
  const findings: (WordingFinding & { at: Span })[] = [];
  for (const rule of rules)
    for (const at of findIn(folded, rule, { named, audience: check.audience })) {
      const lawful = rule.lawfulFound?.test(around(folded.text, at)) === true;
      const start = folded.starts[at[0]]!;
      const end = folded.ends[at[1] - 1]!;
      findings.push({
        ruleId: rule.id,
        subject: rule.subject,
        level: lawful ? "warn" : rule.level,
        field,
        start,
        end,
        phrase: typed.slice(start, end),
        law: rule.law,
        note: lawful ? rule.lawful!.note : rule.note,
        replacement: lawful ? null : rule.replacement,
        at,
      });
    }
  return withoutEchoes(findings);
}

function findIn(
  folded: FoldedText,
  rule: ReadyRule,
  { named, audience }: { named: readonly Span[]; audience: "highSchool" | undefined },
): Span[] {
  const { text } = folded;
  const spans: Span[] = [];
  let excepted: Span[] | null = null;
  rule.find.lastIndex = 0;
  for (let match = rule.find.exec(text); match; match = rule.find.exec(text)) {
    if (match[0] === "") {
      rule.find.lastIndex += 1;
      continue;
    }
    const at: Span = [match.index, match.index + match[0].length];
    excepted ??= [...named, ...(rule.except ? spansOf(rule.except, text) : [])];
    if (
      holdsHere(folded, rule, at, audience) &&
      !excepted.some((span) => overlaps(span, at)) &&
      !isTakenBack(folded, at, rule.takenBackBy ?? "phrase")
    )
      spans.push(at);
  }
  return spans;
}

function holdsHere(
  { text, lineEnds }: FoldedText,
  rule: ReadyRule,
  at: Span,
  audience: "highSchool" | undefined,
): boolean {
  if (at[1] - at[0] > LONGEST_BROKEN_PHRASE && lineEnds.some((place) => place > at[0] && place < at[1]))
    return false;
  const sentence = sentenceOf(text, at);
  if (rule.audience === "highSchool" && audience !== "highSchool" && !TO_PUPILS.test(sentence)) return false;
  if (rule.topicFound && !rule.topicFound.test(sentence)) return false;
  if (rule.unlessFound?.test(sentence)) return false;
  if (rule.nearFound.length === 0) return true;
  const near = around(text, at);
  return !rule.nearFound.every((expected) => expected.test(near));
}

/** The sentence around a match, at most two hundred characters to each side. */
function sentenceOf(text: string, [start, end]: Span): string {
  const before = text.slice(Math.max(0, start - 2 * NEAR), start);
  const after = text.slice(end, end + 2 * NEAR);
  const stop = after.search(/[。\n]/);
  const begin = Math.max(before.lastIndexOf("。"), before.lastIndexOf("\n")) + 1;
  return before.slice(begin) + text.slice(start, end) + after.slice(0, stop < 0 ? after.length : stop);
}

function around(text: string, [start, end]: Span): string {
  return text.slice(Math.max(0, start - NEAR), end + NEAR);
}

function spansOf(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}

const LEGAL_FORM =
  /(?:株式|有限|合同|合名|合資)会社|\([株有]\)|(?:一般|公益)?(?:社団|財団)法人|(?:医療|社会福祉|学校)法人/u;

/** A name with and without its legal form, as it stands in a folded text. */
function namesIn(name: string): string[] {
  const { text } = foldText(name);
  return [text, text.replace(LEGAL_FORM, "")].filter((folded) => folded.length > 1);
}

function placesOf(name: string, text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    spans.push([at, at + name.length]);
  return spans;
}

function overlaps(one: Span, other: Span): boolean {
  return one[0] < other[1] && other[0] < one[1];
}

const gravity = { block: 0, warn: 1, hint: 2 } as const;

/**
 * Of findings of one subject at one place only the gravest is told, of equal ones the longer. A hint gives way to any
 * graver finding at its place.
 */
function withoutEchoes(findings: (WordingFinding & { at: Span })[]): WordingFinding[] {
  const inOrder = findings.toSorted((a, b) => a.at[0] - b.at[0] || b.at[1] - a.at[1]);
  const kept: typeof findings = [];
  for (const finding of inOrder) {
    let rival = kept.length - 1;
    while (rival >= 0 && !isEcho(kept[rival]!, finding) && finding.at[0] - kept[rival]!.at[0] < NEAR)
      rival -= 1;
    if (rival < 0 || !isEcho(kept[rival]!, finding)) kept.push(finding);
    else if (isGraver(finding, kept[rival]!)) kept[rival] = finding;
  }
  return kept.map(({ at: _at, ...finding }) => finding);
}

function isEcho(one: WordingFinding & { at: Span }, other: WordingFinding & { at: Span }): boolean {
  return (
    overlaps(one.at, other.at) &&
    (one.subject === other.subject || (one.level === "hint") !== (other.level === "hint"))
  );
}

function isGraver(one: WordingFinding & { at: Span }, other: WordingFinding & { at: Span }): boolean {
  const difference = gravity[one.level] - gravity[other.level];
  return difference < 0 || (difference === 0 && one.at[1] - one.at[0] > other.at[1] - other.at[0]);
}
