import { describe, expect, it } from "vitest";
import type { CouncilDocument, DocumentCell } from "../documents/document.rules.ts";
import { earlierRelease } from "./quantities.rules.ts";
import { STANDARD_LIMITS as LIMITS } from "./rules.ts";
import { HIDDEN_TEXT, hideSmallCells } from "./suppression.rules.ts";

function cell(value: number | null, changes: Partial<DocumentCell> = {}): DocumentCell {
  return {
    text: value === null ? "" : `${value}人`,
    value,
    marker: "computed",
    note: "",
    indicatorId: "subsidy",
    disclosedAs: "people",
    ...changes,
  };
}

function paper(
  rows: Record<string, Record<string, DocumentCell>>,
  key: CouncilDocument["key"] = "results",
): CouncilDocument {
  return {
    key,
    label: "資料№1",
    title: "",
    planTitle: "",
    fiscalYear: 2024,
    asOf: "2025-01-31",
    knownOn: new Date(0),
    paper: { size: "A4", orientation: "landscape" },
    tables: [
      {
        key: "t",
        title: "",
        columns: [],
        rows: Object.entries(rows).map(([id, cells]) => ({
          id,
          kind: "line",
          level: 3,
          heading: "",
          cells,
          isChanged: false,
        })),
      },
    ],
    notes: [],
  };
}

const at = (row: string, column: string, document = "results") =>
  `${document}/t/${encodeURIComponent(row)}/${column}`;
const textOf = (document: CouncilDocument, row: string, column: string) =>
  document.tables[0]!.rows.find(({ id }) => id === row)!.cells[column]!.text;

describe("hiding small cells", () => {
  it("leaves nothing of the figure: no text, no value, no note, no parts", () => {
    const document = paper({ a: { actual: cell(2, { note: "公表値は2人" }) } });
    const { documents, hidden, unprotected } = hideSmallCells([document], [], LIMITS);
    expect(hidden).toEqual([{ name: at("a", "actual"), reason: "primary" }]);
    expect(documents[0]!.tables[0]!.rows[0]!.cells["actual"]).toEqual({
      text: HIDDEN_TEXT,
      value: null,
      marker: "suppressed",
      note: "",
      indicatorId: "subsidy",
      disclosedAs: "people",
    });
    expect(unprotected).toEqual([]);
    expect(textOf(document, "a", "actual")).toBe("2人");
  });

  it("hides the same figure in every paper, also where it is hidden only for another's sake", () => {
    const rows = (changes: object) => ({
      "x/student": { actual: cell(40, { indicatorId: "x" }) },
      "x/guardian": { actual: cell(12, { indicatorId: "x" }) },
      "x/other": { actual: cell(2, { indicatorId: "x" }) },
      x: { actual: cell(54, { indicatorId: "x", ...changes }) },
    });
    const relation = {
      total: at("x", "actual"),
      parts: ["x/student", "x/guardian", "x/other"].map((row) => at(row, "actual")),
    };
    const again = paper({ "x/guardian": { year2024: cell(12, { indicatorId: "x" }) } }, "yearlyTable");
    const { hidden, documents } = hideSmallCells([paper(rows({})), again], [relation], LIMITS);
    expect(hidden).toEqual([
      { name: at("x/guardian", "actual"), reason: "secondary" },
      { name: at("x/other", "actual"), reason: "primary" },
      { name: at("x/guardian", "year2024", "yearlyTable"), reason: "secondary" },
    ]);
    expect(textOf(documents[1]!, "x/guardian", "year2024")).toBe(HIDDEN_TEXT);
  });

  it("hides the rate of achievement from which a hidden figure follows, and no other", () => {
    const other = { disclosedAs: "other" as const };
    const { hidden } = hideSmallCells(
      [
        paper({
          a: {
            actual: cell(2),
            target: cell(19, { ...other, marker: "entered" }),
            ratio: cell(10.5, { ...other, text: "10.5%" }),
            cost: cell(33, { ...other, text: "33%" }),
          },
        }),
      ],
      [],
      LIMITS,
    );
    expect(hidden.map(({ name }) => name)).toEqual([at("a", "actual"), at("a", "ratio")]);
  });

  it("hides a rate with a hidden part, and keeps a part of a hidden rate back", () => {
    const rate = { disclosedAs: "rate" as const, rate: { numerator: 6, denominator: 8 } };
    const { hidden } = hideSmallCells(
      [paper({ a: { placed: cell(6), all: cell(8), rate: cell(75, { ...rate, text: "75%" }) } })],
      [],
      LIMITS,
    );
    expect(hidden).toEqual([
      { name: at("a", "placed"), reason: "secondary" },
      { name: at("a", "rate"), reason: "primary" },
    ]);
  });

  it("tells which figures a total that is never hidden gives away", () => {
    const total = cell(3, { disclosedAs: "other", indicatorId: null });
    const { unprotected } = hideSmallCells(
      [paper({ a: { actual: cell(3), none: cell(0, { indicatorId: "none" }), total } })],
      [{ total: at("a", "total"), parts: [at("a", "actual"), at("a", "none")] }],
      LIMITS,
    );
    expect(unprotected).toEqual([at("a", "actual")]);
  });

  it("tells where the words of a row say a hidden number", () => {
    const words = cell(null, {
      text: "若者は2人、高卒者は12人だった。",
      indicatorId: null,
      disclosedAs: "other",
    });
    const { mentions } = hideSmallCells([paper({ a: { actual: cell(2), words } })], [], LIMITS);
    expect(mentions).toEqual([{ cell: at("a", "words"), hidden: at("a", "actual") }]);
  });
});

describe("against the last release", () => {
  const before = paper({ a: { actual: cell(4) }, b: { actual: cell(12, { indicatorId: "b" }) } });

  it("says what is known already, and does not print it again", () => {
    const last = earlierRelease([before], new Set(), []);
    const { hidden, alreadyPublic, unprotected } = hideSmallCells([before], [], LIMITS, last);
    expect(hidden).toEqual([{ name: at("a", "actual"), reason: "primary" }]);
    expect(alreadyPublic).toEqual([at("a", "actual")]);
    expect(unprotected).toEqual([]);
  });

  it("keeps hidden what was hidden and has not changed", () => {
    const last = earlierRelease([before], new Set([at("a", "actual"), at("b", "actual")]), []);
    const { hidden } = hideSmallCells([before], [], LIMITS, last);
    expect(hidden).toEqual([
      { name: at("a", "actual"), reason: "primary" },
      { name: at("b", "actual"), reason: "secondary" },
    ]);
  });

  it("shows what has grown large enough", () => {
    const last = earlierRelease([before], new Set([at("a", "actual")]), []);
    const after = paper({ a: { actual: cell(9) } });
    expect(hideSmallCells([after], [], LIMITS, last).hidden).toEqual([]);
  });
});
