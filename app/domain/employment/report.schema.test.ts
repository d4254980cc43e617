import { describe, expect, test } from "vitest";
import { rowCount, withOneMoreRow } from "./report.rules.ts";
import { readReport } from "./report.schema.ts";

const TODAY = "2026-10-08";
const typed = (changes: Record<string, string> = {}) => ({
  rows: "2",
  "hire-0-mark": "1024",
  "hire-0-kind": "newGraduate",
  "hire-0-graduationYear": "２０２６",
  "hire-0-schoolKind": "highSchool",
  "hire-0-placeOfWork": "岩手県一関市大東町",
  "hire-0-startedOn": "令和8年4月1日",
  ...changes,
});
const errorsOf = (values: Record<string, string>) => {
  const read = readReport(values, TODAY);
  return read.ok ? {} : read.errors;
};

describe("new hires", () => {
  test("are read as people type them; empty rows count for nothing", () => {
    const read = readReport(typed(), TODAY);
    expect(read).toMatchObject({
      ok: true,
      report: {
        answers: [],
        hires: [
          {
            row: 0,
            mark: "1024",
            graduationYear: 2026,
            placeOfWork: "一関市",
            startedOn: "2026-04-01",
            route: null,
          },
        ],
      },
    });
  });

  test("of new graduates need their class, others do not", () => {
    expect(errorsOf(typed({ "hire-0-graduationYear": "" }))).toEqual({
      "hire-0-graduationYear": "class-needed",
    });
    expect(errorsOf(typed({ "hire-0-schoolKind": "" }))).toEqual({ "hire-0-schoolKind": "class-needed" });
    expect(
      errorsOf(typed({ "hire-0-kind": "midCareer", "hire-0-graduationYear": "", "hire-0-schoolKind": "" })),
    ).toEqual({});
  });

  test.each([
    ["hire-0-mark", "一関 花子さん", "mark-is-name"],
    ["hire-0-mark", "", "required"],
    ["hire-0-kind", "boss", "choose"],
    ["hire-0-placeOfWork", "本社", "municipality"],
    ["hire-0-startedOn", "2026-02-30", "no-such-day"],
    ["hire-0-startedOn", "2027-10-01", "start-too-late"],
    ["hire-0-graduationYear", "2027", "class-after-start"],
  ])("%s = %j is refused as %s", (field, text, error) => {
    expect(errorsOf(typed({ [field]: text }))).toEqual({ [field]: error });
  });

  test("with one mark twice are refused at the second row", () => {
    const second = Object.fromEntries(
      Object.entries(typed()).map(([name, text]) => [name.replace("hire-0", "hire-1"), text]),
    );
    expect(errorsOf({ ...typed(), ...second })).toEqual({ "hire-1-mark": "mark-twice" });
  });
});

describe("people reported before", () => {
  test("stay unanswered where nothing was chosen", () => {
    const read = readReport({ "state-p1": "", "state-p2": "still" }, TODAY);
    expect(read).toMatchObject({ ok: true, report: { answers: [{ placementId: "p2", state: "still" }] } });
  });

  test("who left need day and kind, and a day beside another answer is asked about", () => {
    expect(errorsOf({ "state-p1": "left" })).toEqual({ "endedOn-p1": "required", "endKind-p1": "choose" });
    expect(errorsOf({ "state-p1": "still", "endedOn-p1": "2026-09-30" })).toEqual({
      "state-p1": "left-without-state",
    });
    expect(errorsOf({ "state-p1": "", "endedOn-p1": "2026-09-30" })).toEqual({
      "state-p1": "left-without-state",
    });
    expect(errorsOf({ "state-p1": "retired" })).toEqual({ "state-p1": "choose" });
  });
});

describe("a report without anything", () => {
  test("needs the box that says so, and the box excludes hires", () => {
    expect(errorsOf({})).toEqual({ none: "nothing-answered" });
    expect(readReport({ none: "yes" }, TODAY)).toEqual({ ok: true, report: { answers: [], hires: [] } });
    expect(errorsOf(typed({ none: "yes" }))).toEqual({ none: "none-and-hires" });
  });
});

test("rows grow by one up to twenty, and a strange number gives two", () => {
  expect(rowCount({})).toBe(2);
  expect(rowCount({ rows: "-4" })).toBe(2);
  expect(rowCount({ rows: "1e9" })).toBe(20);
  expect(withOneMoreRow({ rows: "3", "hire-0-mark": "x" })).toEqual({ rows: "4", "hire-0-mark": "x" });
  expect(withOneMoreRow({ rows: "20" })).toEqual({ rows: "20" });
});
