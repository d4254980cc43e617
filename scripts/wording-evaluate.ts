// npm run wording:evaluate [-- --json]: precision and recall of the text checker on the labelled sentences.
import { evaluateWording, type Rates, type WordingFigures } from "#app/domain/wording/evaluation.ts";
import { LABELLED_SETS } from "#app/domain/wording/labelled/sentences.ts";
import { civilDateOf } from "#app/platform/calendar.ts";

const today = civilDateOf(new Date());
const report = {
  tuned: evaluateWording(LABELLED_SETS.tuned, today),
  heldOut: evaluateWording(LABELLED_SETS.heldOut, today),
};

const TITLES = {
  tuned: "Sentences on which the dictionary was corrected",
  heldOut: "Held-out sentences, never used for correcting the dictionary",
};

if (process.argv.includes("--json")) console.log(JSON.stringify(report, null, 2));
else for (const [set, title] of Object.entries(TITLES)) show(title, report[set as keyof typeof report]);

function show(title: string, figures: WordingFigures): void {
  const { sentences, clean, overall, sameLevel, bySubject, mistakes } = figures;
  console.log(`\n${title}: ${sentences}, of them ${clean} with nothing to find`);
  console.log(line("overall", overall));
  console.log(`  level as labelled: ${rate(sameLevel)}`);
  for (const { subject, rates } of bySubject) console.log(line(subject, rates));
  for (const { text, tooMuch, missed } of mistakes)
    console.log(
      `  ${[...tooMuch.map((subject) => `+${subject}`), ...missed.map((subject) => `-${subject}`)].join(" ")}: ${text}`,
    );
}

function line(name: string, { right, tooMuch, missed, precision, recall }: Rates): string {
  return `  ${name.padEnd(16)} precision ${rate(precision)}  recall ${rate(recall)}  (right ${right}, too much ${tooMuch}, missed ${missed})`;
}

function rate(value: number | null): string {
  return value === null ? "    –" : value.toFixed(3);
}
