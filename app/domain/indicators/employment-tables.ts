import type { Computed, MeasureParameters, MissingReason } from "#app/analytics/measure.ts";
import { ROUTES } from "#app/analytics/placement-measures.ts";
import type { DisclosureLimits } from "../disclosure/rules.ts";
import { createDraft, type Draft, figureName, type Put } from "./figure-draft.ts";

/** Computes a measure of the registry at the cut of a table. */
export type AskMeasure = (key: string, parameters?: MeasureParameters) => Computed;

/** Who reports placements; "all" counts somebody whom two of them report once. */
export const PROGRAMMES = ["jobCafe", "supportStation", "company", "school", "staffImport"] as const;
export const SUPPORTERS = ["jobCafe", "supportStation"] as const;
const MEASURE_OF = { jobCafe: "job-cafe", supportStation: "support-station" } as const;
export const CONTACT_KINDS = ["event", "boothVisit", "companyVisit", "internship", "savedCompany"] as const;
export const HIRE_ROUTES = [...ROUTES, "notTold"] as const;
export const HIRE_KINDS = ["newGraduate", "midCareer", "supported"] as const;
export const HORIZONS = [6, 12, 36] as const;

/** What happened in the fiscal year up to the day: consultations, placements, hires by route, contact before them. */
export function drawFlows(ask: AskMeasure): Draft {
  const { put, equals, draft } = createDraft();
  for (const supporter of SUPPORTERS)
    for (const what of ["consultations", "registrations"] as const) {
      const { value, missing } = ask(`${MEASURE_OF[supporter]}-${what}`);
      put("support", supporter, what, value, { counts: what === "registrations", missing });
    }
  drawPlacements(ask, put, equals);
  drawHires(ask, put, equals);
  drawContact(ask, put, equals);
  return draft();
}

type Equals = ReturnType<typeof createDraft>["equals"];

function drawPlacements(ask: AskMeasure, put: Put, equals: Equals): void {
  const all = ask("people-placed");
  const allFirst = ask("first-time-people-placed");
  const of = (computed: Computed, key: string) =>
    computed.breakdowns.find(({ by }) => by === "programme")?.cells.find((cell) => cell.key === key)?.value ??
    0;
  const people = (row: string, value: number | null, first: number | null, missing: MissingReason | null) => {
    const total = put("placed", row, "people", value, { missing });
    const again = value === null || first === null ? null : value - first;
    equals(total, [
      put("placed", row, "first", first, { missing }),
      put("placed", row, "again", again, { missing }),
    ]);
    return total;
  };
  const parts = PROGRAMMES.map((programme) => {
    const supporter = SUPPORTERS.find((one) => one === programme);
    const placements = supporter
      ? ask(`${MEASURE_OF[supporter]}-placements`)
      : programme === "company"
        ? ask("company-hires")
        : null;
    const value = placements?.missing ? null : of(all, programme);
    const first = placements?.missing ? null : of(allFirst, programme);
    const missing = placements?.missing ?? all.missing;
    const total = people(programme, all.missing ? null : value, all.missing ? null : first, missing);
    const count = put("placed", programme, "placements", placements?.value ?? null, { missing });
    // As long as nobody was placed twice both say the same, and one tells the other.
    if (placements?.value === value) equals(count, [total]);
    return { programme, value: value ?? 0, first: first ?? 0 };
  });
  people("all", all.value, allFirst.value, all.missing);
  // Whoever sees the number of all people can tell what is left for a hidden row.
  for (const column of ["people", "first", "again"] as const) {
    const amounts = parts.map(({ value, first }) => ({ people: value, first, again: value - first })[column]);
    const sum = put("placed", "sum", column, all.missing ? null : add(amounts), { counts: false });
    equals(
      sum,
      parts.map(({ programme }) => figureName("placed", programme, column)),
    );
  }
}

function drawHires(ask: AskMeasure, put: Put, equals: Equals): void {
  const hires = ask("company-hires");
  const total = put("hires", "total", "hires", hires.value, { missing: hires.missing });
  const cellsOf = (by: "route" | "placementKind", keys: readonly string[]) => {
    const cells = hires.breakdowns.find((breakdown) => breakdown.by === by)?.cells ?? [];
    const names = keys.map((key) => {
      const value = hires.missing ? null : (cells.find((cell) => cell.key === key)?.value ?? 0);
      return put("hires", key, "hires", value, { missing: hires.missing });
    });
    equals(total, names);
  };
  cellsOf("route", HIRE_ROUTES);
  cellsOf("placementKind", HIRE_KINDS);
  if (hires.value !== null) equals(total, [put("placed", "company", "placements", hires.value, {})]);
}

function drawContact(ask: AskMeasure, put: Put, equals: Equals): void {
  const contact = ask("contact-before-placement");
  const { rate, missing, value } = contact;
  const about = "contact-before-placement";
  const had = rate?.numerator ?? null;
  const none = rate && rate.denominator - rate.numerator;
  const unknown = rate?.unknown ?? null;
  const everybody = rate && rate.denominator + rate.unknown;
  put("contact", "people", "rate", value, { about, missing, ...(rate && { rate }) });
  const hadName = put("contact", "people", "had", had, { about, missing });
  const all = put("contact", "people", "all", everybody, { about, missing });
  equals(all, [
    hadName,
    put("contact", "people", "none", none, { about, missing }),
    put("contact", "people", "withoutConsent", unknown, { about, missing }),
  ]);
  const people = ask("people-placed").value;
  if (everybody !== null && everybody === people)
    equals(all, [put("placed", "all", "people", everybody, {})]);
  const cells = contact.breakdowns.find(({ by }) => by === "contact")?.cells ?? [];
  for (const kind of [...CONTACT_KINDS, "sameCompany"]) {
    const part = had === null ? null : (cells.find(({ key }) => key === kind)?.value ?? 0);
    const rest = had === null || part === null ? null : had - part;
    // Those with contact but none of this kind are a group too.
    equals(hadName, [
      put("contact", "people", kind, part, { missing }),
      put("contact", "people", `not-${kind}`, rest, {}),
    ]);
  }
}

/** One class at one horizon, or one estimate. */
export type RetentionCell = { row: string; months: number; computed: Computed };

/** The parts of retention figures; `classes` follow one class over its horizons, in their order. */
export function drawRetention(
  classes: readonly (readonly RetentionCell[])[],
  estimates: readonly RetentionCell[],
  { minimumPeople }: Pick<DisclosureLimits, "minimumPeople">,
): Draft {
  const { put, equals, draft } = createDraft();
  for (const horizons of classes) {
    let before: { left: number; name: string } | null = null;
    for (const { row, computed } of horizons) {
      const name = drawStay(row, computed, ["stayed"], put, equals);
      const left = stayOf(computed, "separated");
      if (left === null || (left > 0 && left < minimumPeople)) continue;
      // Those who left between two horizons that are shown are a group too.
      if (before && left >= before.left)
        equals(name, [before.name, put("stay", row, "leftSince", left - before.left, {})]);
      before = { left, name };
    }
  }
  for (const { row, computed } of estimates) drawStay(row, computed, ["stayed", "followed"], put, equals);
  return draft();
}

/** Puts the people of a retention figure down; the name of those who left. */
function drawStay(
  row: string,
  computed: Computed,
  there: readonly string[],
  put: Put,
  equals: Equals,
): string {
  const { missing, value } = computed;
  const count = (keys: readonly string[]) =>
    missing ? null : add(keys.map((key) => stayOf(computed, key) ?? 0));
  const stayed = count(there);
  const left = count(["separated"]);
  const unknown = count(["notKnown", "unanswered"]);
  const about = row;
  const rate = stayed === null || left === null ? null : { numerator: stayed, denominator: stayed + left };
  put("stay", row, "rate", value, { about, missing, ...(rate && { rate }) });
  const name = put("stay", row, "left", left, { about, missing });
  const everybody = stayed === null ? null : stayed + left! + unknown!;
  equals(put("stay", row, "all", everybody, { about, missing }), [
    put("stay", row, "stayed", stayed, { about, missing }),
    name,
    put("stay", row, "unknown", unknown, { about, missing }),
  ]);
  return name;
}

function stayOf(computed: Computed, key: string): number | null {
  if (computed.missing) return null;
  const cells = computed.breakdowns.find(({ by }) => by === "stay")?.cells ?? [];
  return cells.find((cell) => cell.key === key)?.value ?? 0;
}

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
