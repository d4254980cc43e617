import { z } from "zod";
import type { CivilDate } from "#app/platform/calendar.ts";
import {
  WORDING_LEVELS,
  WORDING_SUBJECTS,
  type WordingLevel,
  type WordingSubject,
} from "./dictionary.rules.ts";
import { checkWording } from "./rules.ts";

const label = z
  .templateLiteral([z.enum(WORDING_SUBJECTS), ":", z.enum(WORDING_LEVELS)])
  .transform((text) => text.split(":") as [WordingSubject, WordingLevel])
  .transform(([subject, level]) => ({ subject, level }));

/** Sentences with what a labour officer would say about them (`sex:block`); an empty list where there is nothing to say. */
export const labelledSchema = z.array(
  z.object({
    text: z.string().min(1),
    audience: z.literal("highSchool").optional(),
    expected: z.array(label),
  }),
);
export type LabelledSentence = z.output<typeof labelledSchema>[number];

/** Counted per sentence and subject: found and expected, found only, expected only. */
type Counts = { right: number; tooMuch: number; missed: number };

export type WordingFigures = {
  sentences: number;
  clean: number;
  overall: Rates;
  /** Of what was found rightly, the share with the expected level too (0 to 1). */
  sameLevel: number;
  bySubject: { subject: WordingSubject; rates: Rates }[];
  mistakes: { text: string; tooMuch: WordingSubject[]; missed: WordingSubject[] }[];
};

/** Shares from 0 to 1; null where there was nothing to find or nothing found. */
export type Rates = Counts & { precision: number | null; recall: number | null };

/** Compares what the checker finds with the labels. */
export function evaluateWording(sentences: readonly LabelledSentence[], on: CivilDate): WordingFigures {
  const counts = new Map<WordingSubject, Counts>(
    WORDING_SUBJECTS.map((subject) => [subject, { right: 0, tooMuch: 0, missed: 0 }]),
  );
  const mistakes: WordingFigures["mistakes"] = [];
  let sameLevel = 0;
  for (const { text, audience, expected } of sentences) {
    const found = gravestBySubject(checkWording({ text }, { on, ...(audience && { audience }) }));
    const labels = new Map(expected.map(({ subject, level }) => [subject, level]));
    const tooMuch = [...found.keys()].filter((subject) => !labels.has(subject));
    const missed = [...labels.keys()].filter((subject) => !found.has(subject));
    for (const subject of tooMuch) counts.get(subject)!.tooMuch += 1;
    for (const subject of missed) counts.get(subject)!.missed += 1;
    for (const [subject, level] of labels) {
      if (!found.has(subject)) continue;
      counts.get(subject)!.right += 1;
      if (found.get(subject) === level) sameLevel += 1;
    }
    if (tooMuch.length + missed.length > 0) mistakes.push({ text, tooMuch, missed });
  }
  const overall = ratesOf(sum([...counts.values()]));
  return {
    sentences: sentences.length,
    clean: sentences.filter(({ expected }) => expected.length === 0).length,
    overall,
    sameLevel: overall.right === 0 ? 0 : sameLevel / overall.right,
    bySubject: [...counts].map(([subject, subjectCounts]) => ({ subject, rates: ratesOf(subjectCounts) })),
    mistakes,
  };
}

function gravestBySubject(findings: ReturnType<typeof checkWording>): Map<WordingSubject, WordingLevel> {
  const gravest = new Map<WordingSubject, WordingLevel>();
  const gravity = (level: WordingLevel) => WORDING_LEVELS.indexOf(level);
  for (const { subject, level } of findings) {
    const known = gravest.get(subject);
    if (known === undefined || gravity(level) < gravity(known)) gravest.set(subject, level);
  }
  return gravest;
}

function sum(counts: Counts[]): Counts {
  const total = { right: 0, tooMuch: 0, missed: 0 };
  for (const { right, tooMuch, missed } of counts) {
    total.right += right;
    total.tooMuch += tooMuch;
    total.missed += missed;
  }
  return total;
}

function ratesOf(counts: Counts): Rates {
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const { right, tooMuch, missed } = counts;
  return { ...counts, precision: share(right, right + tooMuch), recall: share(right, right + missed) };
}
