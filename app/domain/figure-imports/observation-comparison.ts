import { figureWords as words } from "#app/locales/ja/figure-words.ts";
import { signed } from "./figure-rules.ts";
import { WITHDRAWN } from "../indicators/rules.ts";
import type { KnownObservation } from "./known.ts";
import type { CellOutcome } from "./rules.ts";
import { exact, plainDigits } from "./unit.rules.ts";

type Comparison =
  | {
      outcome: CellOutcome;
      before: string;
      after: string;
      remarks: string[];
      /** The state with which the figure is recorded. */
      status: KnownObservation["status"];
    }
  | { code: string };

type Definition = { unit: string; decimals: number };

/**
 * Compares a figure of a file with the recorded ones of its indicator. The same figure about the same day is the same;
 * another value is a revision and needs a note; provisional that becomes final without another value needs none. A figure
 * about another day of the year stands beside the earlier one. What the portal counts itself needs a note.
 */
export function compareObservation(
  wanted: KnownObservation,
  recorded: readonly KnownObservation[],
  { definition, note, isCounted }: { definition: Definition; note: string; isCounted: boolean },
): Comparison {
  const sameYear = recorded.filter(
    (row) =>
      row.kind === wanted.kind &&
      row.periodKind === wanted.periodKind &&
      row.fiscalYear === wanted.fiscalYear &&
      row.areaId === wanted.areaId,
  );
  const last = sameYear.findLast((row) => row.asOf === wanted.asOf || row.asOf === null) ?? null;
  const isTakenBack = last?.missingReason === WITHDRAWN && wanted.missingReason !== WITHDRAWN;
  const before = isTakenBack ? null : last;
  const after = (status = wanted.status) => words.figure({ ...wanted, status }, definition);
  const beside = isCounted ? ["figure-beside-count"] : [];
  if (before === null) {
    if (isCounted && note === "") return { code: "official-note" };
    const other = sameYear.findLast(({ missingReason }) => missingReason !== WITHDRAWN);
    const remarks = other?.asOf ? [...beside, `figure-other-day:${other.asOf}`] : beside;
    return { outcome: "create", before: "", after: after(), remarks, status: wanted.status };
  }
  const shown = words.figure(before, definition);
  if (hasSameContent(before, wanted)) {
    const isConfirmed =
      wanted.status === "final" && (before.status === "provisional" || before.status === "estimated");
    if (!isConfirmed)
      return { outcome: "same", before: shown, after: shown, remarks: [], status: before.status };
    return {
      outcome: "change",
      before: shown,
      after: after(),
      remarks: ["figure-confirmed"],
      status: "final",
    };
  }
  if (note === "") return { code: "figure-note" };
  const takesBack = wanted.value === null && before.value !== null ? ["figure-value-to-missing"] : [];
  return {
    outcome: "change",
    before: shown,
    after: after("revised"),
    remarks: ["figure-revision", ...takesBack, ...beside],
    status: "revised",
  };
}

/** Parts that the file does not tell stay as they are; 48.2 and 48.20 are one number. */
function hasSameContent(before: KnownObservation, wanted: KnownObservation): boolean {
  const isSame = (a: string | null, b: string | null) =>
    a === null || b === null ? a === b : digits(a) === digits(b);
  const isSameOrUntold = (a: string | null, b: string | null) => b === null || isSame(a, b);
  return (
    before.text === null &&
    isSame(before.value, wanted.value) &&
    before.missingReason === wanted.missingReason &&
    isSameOrUntold(before.numerator, wanted.numerator) &&
    isSameOrUntold(before.denominator, wanted.denominator) &&
    isSameOrUntold(before.unknownCount, wanted.unknownCount)
  );
}

function digits(value: string): string {
  const number = signed(value);
  return plainDigits(exact(number.digits, number.places));
}
