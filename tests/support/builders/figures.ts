import type { Figure, SheetIndicator } from "#app/domain/indicators/figures.ts";

/** An entered final figure of fiscal 2024; without a value nobody has entered one. */
export function figure(parts: Partial<Figure> = {}): Figure {
  const value = parts.value ?? null;
  return {
    value,
    step: null,
    text: null,
    gap: value === null ? "not-entered" : null,
    origin: value === null ? null : "entered",
    fiscalYear: 2024,
    asOf: null,
    note: "",
    source: "試験の資料",
    status: value === null ? null : "final",
    numerator: null,
    denominator: null,
    unknown: null,
    bounds: null,
    official: null,
    ...parts,
  };
}

/** An indicator of the sheet for fiscal 2024 without figures and target. */
export function sheetIndicator(parts: Partial<SheetIndicator> = {}): SheetIndicator {
  return {
    id: "indicator",
    name: "登録企業数",
    unit: "社",
    decimals: 0,
    direction: "increase",
    measureKey: null,
    previous: figure({ fiscalYear: 2023 }),
    previousDiffers: false,
    actual: figure(),
    expected: null,
    baseline: null,
    target: null,
    method: "ratio",
    achievement: { ok: false, reason: "no-target" },
    comparedWith: "actual",
    reached: null,
    pace: null,
    behind: null,
    ...parts,
  };
}
