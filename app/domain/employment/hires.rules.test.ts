import { describe, expect, test } from "vitest";
import {
  classProblem,
  endProblem,
  foundingProblem,
  type Hire,
  isNews,
  meetStanding,
  startProblem,
} from "./hires.rules.ts";
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
const standing = { ...hire, id: "p1", personKey: "p-1", endedOn: null };

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
    expect(meetStanding(again, [{ ...standing, endedOn: "2026-06-30" }])).toEqual({
      is: "returning",
      personKey: "p-1",
    });
    const leaving = new Map([["p1", "2026-06-30"]]);
    expect(meetStanding(again, [standing], leaving)).toMatchObject({ is: "returning" });
  });
  test("nobody comes back before they have left", () => {
    const left = { ...standing, endedOn: "2026-06-30" };
    expect(meetStanding({ ...hire, startedOn: "2026-06-29" }, [left])).toEqual({ is: "overlapping" });
    expect(meetStanding({ ...hire, startedOn: "2025-04-01" }, [left])).toEqual({ is: "overlapping" });
    expect(meetStanding({ ...hire, startedOn: "2026-06-30" }, [left])).toMatchObject({ is: "returning" });
    const leaving = new Map([["p1", "2026-09-30"]]);
    expect(meetStanding({ ...hire, startedOn: "2026-09-01" }, [standing], leaving)).toEqual({
      is: "overlapping",
    });
    // Of somebody who came and went twice, the time that has no end decides.
    const back = { ...standing, id: "p2", startedOn: "2026-08-01" };
    expect(meetStanding({ ...hire, startedOn: "2026-10-01" }, [left, back])).toEqual({ is: "still-there" });
  });
  test("another mark is somebody new, also on the same day", () => {
    expect(meetStanding({ ...hire, mark: "A-2" }, [standing])).toEqual({ is: "new" });
  });
});

describe("an answer", () => {
  const was = {
    state: "still",
    answeredFor: "q1",
    asOf: "2026-10-08",
    endedOn: null,
    endKind: null,
  } as const;
  const still = { placementId: "p1", state: "still" } as const;
  test("is news when it says something else, for another question, or of a later day", () => {
    const asked = { questionId: "q1", today: "2026-10-08" };
    expect(isNews(still, was, asked)).toBe(false);
    expect(isNews({ ...still, state: "notKnown" }, was, asked)).toBe(true);
    expect(isNews(still, was, { ...asked, questionId: "q2" })).toBe(true);
    expect(isNews(still, was, { ...asked, today: "2026-12-01" })).toBe(true);
  });
  test("about somebody who left is news when it takes that back or gives another day", () => {
    const left = { ...was, state: "left", endedOn: "2026-09-30", endKind: "resigned" } as const;
    const asked = { questionId: "q1", today: "2026-10-08" };
    expect(isNews(still, left, asked)).toBe(true);
    const again = { placementId: "p1", state: "left", endedOn: "2026-09-30", endKind: "resigned" } as const;
    expect(isNews(again, left, { ...asked, today: "2026-12-01" })).toBe(false);
    expect(isNews({ ...again, endedOn: "2026-09-29" }, left, asked)).toBe(true);
  });
});

test("nobody starts at a company before its year of foundation, as far as it is known", () => {
  expect(foundingProblem("2019-12-31", 2020)).toBe("start-before-company:2020");
  expect(foundingProblem("2020-01-01", 2020)).toBeNull();
  expect(foundingProblem("1990-01-01", null)).toBeNull();
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
