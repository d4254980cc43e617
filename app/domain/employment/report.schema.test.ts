import { describe, expect, test } from "vitest";
import { rowCount, standingOf, withOneMoreRow, withoutBlankRows } from "./report.rules.ts";
import { hireProblems, readReport } from "./report.schema.ts";

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

describe("the box that everybody else is still there", () => {
  test("answers for those who have no answer of their own, and for nobody else", () => {
    const read = readReport({ "all-still": "yes", "state-p1": "", "state-p2": "notKnown" }, TODAY);
    expect(read).toMatchObject({
      ok: true,
      report: {
        answers: [
          { placementId: "p1", state: "still" },
          { placementId: "p2", state: "notKnown" },
        ],
      },
    });
  });

  test("does not overrule a day of leaving", () => {
    expect(errorsOf({ "all-still": "yes", "state-p1": "", "endedOn-p1": "2026-09-30" })).toEqual({
      "state-p1": "left-without-state",
    });
  });
});

describe("a report without anything", () => {
  test("needs the box that says so, and the box excludes hires", () => {
    expect(errorsOf({})).toEqual({ none: "nothing-answered" });
    expect(readReport({ none: "yes" }, TODAY)).toEqual({ ok: true, report: { answers: [], hires: [] } });
    expect(errorsOf(typed({ none: "yes" }))).toEqual({ none: "none-and-hires" });
  });
});

describe("the rows of the form", () => {
  test("grow by one up to twenty, and a strange number gives one", () => {
    expect(rowCount({})).toBe(1);
    expect(rowCount({ rows: "-4" })).toBe(1);
    expect(rowCount({ rows: "1e9" })).toBe(20);
    expect(withOneMoreRow(typed({ rows: "1" }))).toMatchObject({ rows: "2", "hire-0-mark": "1024" });
    const full = Object.fromEntries(Array.from({ length: 20 }, (_, row) => [`hire-${row}-mark`, `${row}`]));
    expect(withOneMoreRow({ ...full, rows: "20" })).toMatchObject({ rows: "20", "hire-19-mark": "19" });
    expect(withOneMoreRow({ rows: "3" })).toMatchObject({ rows: "1" });
  });

  test("are counted without the blank ones, so that the first hire is number one wherever it was typed", () => {
    const last = Object.fromEntries(
      Object.entries(typed()).map(([name, text]) => [name.replace("hire-0", "hire-2"), text]),
    );
    const moved = withoutBlankRows({ ...last, rows: "3", "hire-1-placeOfWork": "一関市", none: "" });
    expect(moved).toMatchObject({ rows: "1", "hire-0-mark": "1024", none: "" });
    expect(Object.keys(moved).filter((name) => /^hire-[12]-/.test(name))).toEqual([]);
    expect(errorsOf({ ...last, rows: "3", "hire-1-placeOfWork": "一関市" })).toEqual({});
  });

  test("are left out when their box says so, also with something wrong in them", () => {
    const dropped = typed({ "hire-0-startedOn": "いつか", "hire-0-drop": "yes", none: "yes" });
    expect(errorsOf(dropped)).toEqual({});
    expect(withoutBlankRows(dropped)).toEqual({ rows: "1", none: "yes" });
  });

  test("are checked before one more is given", () => {
    expect(hireProblems(typed({ "hire-0-startedOn": "" }), TODAY)).toEqual({
      "hire-0-startedOn": "required",
    });
    expect(hireProblems(typed(), TODAY)).toEqual({});
  });
});

describe("a person stands", () => {
  const person = {
    startedOn: "2026-04-01",
    reportedAt: new Date("2026-04-10T09:00:00+09:00"),
    isCorrection: false,
    hasLeft: false,
    answeredOn: null,
  };
  test.each([
    ["before the first question", {}, null, "notAsked"],
    [
      "told of after the newest question",
      { reportedAt: new Date("2026-10-08T09:01:00+09:00") },
      "2026-10-08",
      "notAsked",
    ],
    ["started after the newest question", { startedOn: "2026-10-09" }, "2026-10-08", "notAsked"],
    ["asked about and silent", {}, "2026-10-08", "unanswered"],
    ["answered before the newest question only", { answeredOn: "2026-07-20" }, "2026-10-08", "unanswered"],
    ["answered on its day", { answeredOn: "2026-10-08" }, "2026-10-08", "answered"],
    ["told without a question", { answeredOn: "2026-07-20" }, null, "answered"],
    [
      "corrected since, silent before",
      { isCorrection: true, reportedAt: new Date("2026-11-01T09:00:00+09:00"), answeredOn: "2026-07-20" },
      "2026-10-08",
      "unanswered",
    ],
    ["with a start to come", { startedOn: "2027-04-01" }, "2026-10-08", "ahead"],
    ["who left", { hasLeft: true, answeredOn: "2026-07-20" }, "2026-10-08", "left"],
  ] as const)("%s", (_, changes, askedOn, standing) => {
    const askedAt = askedOn && new Date(`${askedOn}T09:00:00+09:00`);
    expect(standingOf({ ...person, ...changes }, { today: "2026-11-20", askedAt })).toBe(standing);
  });
});
