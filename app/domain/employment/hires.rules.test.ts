import { describe, expect, test } from "vitest";
import { classProblem, endProblem, type Hire, meetStanding, startProblem } from "./hires.rules.ts";
import { isInJurisdiction, readMunicipality } from "./jurisdiction.rules.ts";

const TODAY = "2026-10-08";
const hire: Hire = {
  mark: "A-1",
  kind: "newGraduate",
  graduationYear: 2026,
  schoolKind: "highSchool",
  departmentName: "",
  placeOfWork: "一関市",
  startedOn: "2026-04-01",
  route: null,
  code: "",
};
const standing = { ...hire, id: "p1", personKey: "p-1", hasLeft: false };

describe("days", () => {
  test.each([
    ["2026-10-08", null],
    ["2027-04-01", null],
    ["2027-04-09", null],
    ["2027-04-10", "start-too-late"],
    ["2036-01-01", "start-too-late"],
    ["2016-10-08", null],
    ["2016-10-07", "start-too-early"],
  ])("a start on %s gives %s", (day, problem) => {
    expect(startProblem(day, TODAY)).toBe(problem);
  });

  test.each([
    ["2026-10-08", null],
    ["2026-04-01", null],
    ["2026-10-09", "left-in-future"],
    ["2026-03-31", "left-before-start"],
  ])("leaving on %s gives %s", (day, problem) => {
    expect(endProblem(day, "2026-04-01", TODAY)).toBe(problem);
  });

  test("the class of a new graduate left in the year of the start or up to three years before", () => {
    expect(classProblem({ ...hire, graduationYear: 2027 })).toBe("class-after-start");
    expect(classProblem({ ...hire, graduationYear: 2023 })).toBeNull();
    expect(classProblem({ ...hire, graduationYear: 2022 })).toBe("class-too-old");
    expect(classProblem({ ...hire, graduationYear: 1990, kind: "midCareer" })).toBeNull();
    expect(classProblem({ ...hire, graduationYear: null })).toBeNull();
  });
});

describe("a reported hire meets what stands", () => {
  test("the same again is a double submit, whatever the code says", () => {
    expect(meetStanding({ ...hire, code: "K7M2P9QX" }, [standing])).toMatchObject({ is: "repeated" });
  });
  test("the same mark and day with another story contradicts it", () => {
    expect(meetStanding({ ...hire, placeOfWork: "北上市" }, [standing])).toEqual({ is: "contradicted" });
  });
  test("a mark whose person is still there is refused, until the person has left", () => {
    const again = { ...hire, startedOn: "2026-10-01" };
    expect(meetStanding(again, [standing])).toEqual({ is: "still-there" });
    expect(meetStanding(again, [{ ...standing, hasLeft: true }])).toEqual({
      is: "returning",
      personKey: "p-1",
    });
    expect(meetStanding(again, [standing], new Set(["p1"]))).toMatchObject({ is: "returning" });
  });
  test("another mark is somebody new, also on the same day", () => {
    expect(meetStanding({ ...hire, mark: "A-2" }, [standing])).toEqual({ is: "new" });
  });
});

describe("a place of work", () => {
  test.each([
    ["一関市", "一関市"],
    ["岩手県一関市千厩町千厩字北方", "一関市"],
    [" 平泉町 ", "平泉町"],
    ["岩手県西磐井郡平泉町", "平泉町"],
    ["千厩町", "一関市"],
    ["東磐井郡川崎村", "一関市"],
    ["北上市", "北上市"],
    ["岩手県北上市", "北上市"],
    ["宮城県栗原市", "宮城県栗原市"],
    ["宮城県川崎町", "宮城県川崎町"],
    ["四日市市", "四日市市"],
    ["東京都千代田区", "東京都千代田区"],
    ["本社", null],
    ["市", null],
    ["県外", null],
  ])("%s is %s", (typed, place) => {
    expect(readMunicipality(typed)).toBe(place);
  });

  test("counts as local in the municipalities of the jurisdiction only", () => {
    expect(["一関市", "平泉町", "北上市", "宮城県一関市"].map(isInJurisdiction)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
