import { createHash } from "node:crypto";
import { type CivilDate, fiscalYearOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { type FactBook, loadFacts } from "./facts.server.ts";
import { ALL_KNOWN, type Facts, periodUpTo } from "./facts.ts";
import type { Computed, Measure, MeasureParameters, Member, Tally } from "./measure.ts";
import { findMeasure } from "./registry.ts";

/** As of which day, as known at which instant, and what the indicator fixes of its measure. */
export type Question = { asOf: CivilDate; knownOn?: Date; parameters?: MeasureParameters };

/** Computes the measure from facts that are in memory. */
export function compute(measure: Measure, facts: Facts, question: Question): Computed {
  return computeWithMembers(measure, facts, question).computed;
}

/** The figure together with every record of it and the role that the record has. */
export function computeWithMembers(
  measure: Measure,
  facts: Facts,
  question: Question,
): { computed: Computed; members: Member[] } {
  const { members, ...found } = tallyOf(measure, facts, question);
  const digest = digestOf(measure, question, members);
  return { computed: { ...headOf(measure, question, found, members.length), digest }, members };
}

function tallyOf(measure: Measure, facts: Facts, { asOf, knownOn = ALL_KNOWN, parameters }: Question): Tally {
  return measure.compute(facts, periodUpTo(asOf, knownOn), parameters);
}

function headOf(
  measure: Measure,
  { asOf, knownOn = ALL_KNOWN }: Question,
  { value, missing, breakdowns, inputs, rate, bounds, status }: Omit<Tally, "members">,
  memberCount: number,
): Omit<Computed, "digest"> {
  return {
    key: measure.key,
    version: measure.version,
    counts: measure.counts,
    timeNature: measure.timeNature,
    asOf,
    knownOn,
    fiscalYear: fiscalYearOf(asOf),
    value,
    missing,
    breakdowns,
    inputCount: inputs,
    memberCount,
    rate: rate ?? null,
    bounds: bounds ?? null,
    ...(status && { status }),
  };
}

/** SHA-256 over measure, parameters, as-of day and members in an order of their own. */
export function digestOf(
  measure: Pick<Measure, "key" | "version">,
  { asOf, parameters }: Pick<Question, "asOf" | "parameters">,
  members: readonly Member[],
): string {
  const lines = members.map(({ id, amount, role = "numerator" }) => `${id} ${role} ${amount}`).toSorted();
  const fixed = textOf(parameters);
  const head = [`${measure.key}@${measure.version}`, ...(fixed === "" ? [] : [fixed]), asOf];
  return createHash("sha256")
    .update([...head, ...lines].join("\n"))
    .digest("hex");
}

/** The same parameters give the same text, in whatever order they are written. */
function textOf(parameters: MeasureParameters | undefined): string {
  return Object.entries(parameters ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join("&");
}

/** As many figures are kept for one database; the oldest go first. */
const FIGURES_KEPT = 4000;

/**
 * Computes the measure, or answers what it computed before from the very same facts. Which families it read is noted
 * while it computes: as long as those are the same arrays, so is the figure, and a check-in does not make the figures
 * about placements anew. The digest, which sorts all members, is made when somebody asks for it.
 */
export function computeKept(measure: Measure, book: FactBook, question: Question): Computed {
  const { asOf, knownOn = ALL_KNOWN, parameters } = question;
  const facts = book.factsAt(asOf);
  const key = [measure.key, measure.version, asOf, book.knowledgeAt(knownOn), textOf(parameters)].join("|");
  let kept = book.computed.get(key);
  if (!kept?.read.every(([family, rows]) => facts[family] === rows)) {
    const read = new Map<keyof Facts, unknown>();
    const { members, ...found } = tallyOf(measure, noting(facts, read), question);
    kept = {
      asOf,
      read: [...read],
      computed: headOf(measure, question, found, members.length),
      digest: null,
    };
    if (book.computed.size >= FIGURES_KEPT) book.computed.delete(book.computed.keys().next().value!);
    book.computed.delete(key);
    book.computed.set(key, kept);
  }
  const figure = kept;
  return {
    ...figure.computed,
    knownOn,
    get digest() {
      figure.digest ??= digestOf(measure, question, tallyOf(measure, facts, question).members);
      return figure.digest;
    },
  };
}

/** The facts, noting which families somebody looks at. */
function noting(facts: Facts, read: Map<keyof Facts, unknown>): Facts {
  return new Proxy(facts, {
    get: (target, family: keyof Facts) => {
      const rows = target[family];
      read.set(family, rows);
      return rows;
    },
  });
}

/** Computes one measure as of a day from the records. Throws for a key that the registry does not have. */
export async function runMeasure(
  town: Pick<Town, "database">,
  key: string,
  { version, ...question }: Question & { version?: number },
): Promise<Computed> {
  const measure = findMeasure(key, version);
  if (!measure) throw new Error(`no measure named ${key}`);
  return compute(measure, await loadFacts(town, question), question);
}
