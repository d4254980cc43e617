import type { IndicatorVersion } from "../indicators/plan.rules.ts";
import { versionFor } from "../indicators/versions.rules.ts";
import type { KnownIndicator, KnownPlan } from "./known.ts";
import type { ReadRow } from "./row-reader.ts";

type Found = { ok: true; indicator: KnownIndicator } | { ok: false; column: string; code: string };

/** One spelling of a name: no spaces, full-width and half-width forms alike. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\s・「」『』()]/g, "")
    .toLowerCase();
}

/** 1-1-2, １－１－２ and 1‐1‐2 are one code. */
function codeKey(code: string): string {
  return code
    .normalize("NFKC")
    .replace(/[‐‑‒–—―−ーの]/g, "-")
    .replace(/[\s()No.№]/g, "");
}

const NAMES_TOLD = 4;

/** Finds the indicator that a row is about: by its id, otherwise by exact name, code, or both. */
export function openIndicatorLookup({ indicators }: KnownPlan): (row: ReadRow) => Found {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const namesOf = (indicator: KnownIndicator) => new Set(indicator.versions.map(({ name }) => nameKey(name)));
  const codesOf = (indicator: KnownIndicator) => new Set(indicator.codes.map(codeKey));
  const keyed = indicators.map((indicator) => ({
    indicator,
    names: namesOf(indicator),
    codes: codesOf(indicator),
  }));
  return (row) => {
    const [id, name, code] = [row.cell("indicatorId"), row.cell("indicatorName"), row.cell("nodeCode")];
    const at = (id.column && id.text.trim() ? id : name.column && name.text.trim() ? name : code).column;
    const refuse = (error: string): Found => ({ ok: false, column: at || name.column, code: error });
    if (id.text.trim() !== "") {
      const indicator = byId.get(id.text.trim());
      return indicator ? { ok: true, indicator } : refuse("figure-no-indicator");
    }
    if (name.text.trim() === "" && code.text.trim() === "") return refuse("figure-indicator-blank");
    const found = keyed.filter(
      ({ names, codes }) =>
        (name.text.trim() === "" || names.has(nameKey(name.text))) &&
        (code.text.trim() === "" || codes.has(codeKey(code.text))),
    );
    if (found.length > 1) return refuse("figure-several-indicators");
    if (found[0]) return { ok: true, indicator: found[0].indicator };
    const ofCode = keyed.filter(({ codes }) => code.text.trim() !== "" && codes.has(codeKey(code.text)));
    const names = ofCode.map(({ indicator }) => indicator.versions.at(-1)?.name ?? "").slice(0, NAMES_TOLD);
    return refuse(
      names.length > 0
        ? `figure-other-indicator:${names.join("、").replaceAll(":", " ")}`
        : "figure-no-indicator",
    );
  };
}

/** The definition that holds for a fiscal year; for years before the first one the earliest, null after the end. */
export function definitionOf(
  indicator: KnownIndicator,
  { fiscalYear, now }: { fiscalYear: number; now: Date },
): IndicatorVersion | null {
  const held = versionFor(indicator.versions, { fiscalYear, knownOn: now });
  const version = held ?? indicator.versions.toSorted((a, b) => a.effectiveFrom - b.effectiveFrom)[0];
  if (!version) return null;
  return version.lastFiscalYear !== null && version.lastFiscalYear < fiscalYear ? null : version;
}
