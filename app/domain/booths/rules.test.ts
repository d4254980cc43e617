import { describe, expect, test } from "vitest";
import { jst } from "../../platform/calendar.ts";
import { INDUSTRIES } from "../companies/rules.ts";
import { divisionOf } from "./divisions.rules.ts";
import { countExpected, serves } from "./expected.rules.ts";
import { boothWindow, canWithdraw, freeNumber, inFloorOrder, spaceOf } from "./rules.ts";
import { boothFilterSchema, plannerFormSchema, readFixed, readWishes, settingsToForm } from "./schema.ts";

const event = {
  state: "published" as const,
  startsAt: jst("2027-01-30", "10:00"),
  boothLimit: 44,
  boothOpensAt: jst("2026-11-01"),
  boothClosesAt: jst("2026-12-01"),
};

describe("the window for applications", () => {
  test.each([
    ["2026-10-31T14:59:59.999Z", "not-open-yet"],
    ["2026-10-31T15:00:00.000Z", "open"],
    ["2026-11-30T14:59:59.999Z", "open"],
    ["2026-11-30T15:00:00.000Z", "closed"],
  ])("at %s (midnight in Japan) it is %s", (now, window) => {
    expect(boothWindow(event, new Date(now))).toBe(window);
  });

  test("without its moments it lasts from the announcement to the event, and never longer than that", () => {
    const always = { ...event, boothOpensAt: null, boothClosesAt: null };
    expect(boothWindow(always, jst("2027-01-30", "09:59"))).toBe("open");
    expect(boothWindow(always, jst("2027-01-30", "10:00"))).toBe("closed");
    expect(boothWindow({ ...event, boothClosesAt: jst("2027-02-10") }, jst("2027-01-30", "10:00"))).toBe(
      "closed",
    );
  });

  test("there is none without booths or before the announcement, and none of a cancelled event", () => {
    const now = jst("2026-11-10");
    expect(boothWindow({ ...event, boothLimit: null }, now)).toBe("none");
    expect(boothWindow({ ...event, state: "planned" }, now)).toBe("none");
    expect(boothWindow({ ...event, state: "postponed" }, now)).toBe("cancelled");
  });
});

test("who waits or has a booth can withdraw until the event begins", () => {
  const now = jst("2027-01-30", "09:59");
  expect(canWithdraw("selected", event, now)).toBe(true);
  expect(canWithdraw("declined", event, now)).toBe(false);
  expect(canWithdraw("applied", event, event.startsAt)).toBe(false);
});

test("booths are numbered by industry, then by reading; a free number is the lowest", () => {
  const booth = (id: string, industry: string, nameKana: string) => ({ id, industry, nameKana });
  const floor = inFloorOrder([booth("a", "39", "ア"), booth("b", "24", "ヤマ"), booth("c", "24", "カワ")]);
  expect(floor.map(({ id }) => id)).toEqual(["c", "b", "a"]);
  expect([freeNumber([]), freeNumber([1, 3, null]), freeNumber([2])]).toEqual([1, 2, 1]);
});

test("a booth on the screen takes no place", () => {
  expect(spaceOf({ size: "wide", place: "online" })).toBe(0);
  expect(spaceOf({ size: "wide", place: "either" })).toBe(2);
});

test("every industry of the portal has its division", () => {
  expect(INDUSTRIES.map(({ code }) => divisionOf(code).letter)).not.toContain("T");
  expect([divisionOf("09").letter, divisionOf("39").letter, divisionOf("").letter]).toEqual(["E", "G", "T"]);
});

test("students are expected by department, otherwise by kind of school; an unknown school counts nowhere", () => {
  expect(
    countExpected([
      { headCount: 30, schoolKind: "kosen", department: "機械・知能系" },
      { headCount: 5, schoolKind: null, department: "機械・知能系" },
      { headCount: 20, schoolKind: "highSchool", department: "" },
      { headCount: 2, schoolKind: "juniorCollege", department: "幼児教育" },
      { headCount: 9, schoolKind: null, department: "" },
    ]),
  ).toEqual({ "kosen-machines": 35, highSchool: 20, university: 2 });
  expect(serves(["学科不問"], ["工業科"])).toBe(true);
  expect(serves([], ["工業科"])).toBe(false);
});

describe("forms", () => {
  const blank = {
    limit: "44",
    ...Object.fromEntries(
      ["coverage", "interest", "division", "industry", "area", "leftOut"].map((term) => [
        `weight-${term}`,
        "１０",
      ]),
    ),
  };

  test("settings survive the way through the form", () => {
    const parsed = plannerFormSchema.parse({
      ...blank,
      "people-technical": "24",
      "interest-food": "0",
      power: "",
    });
    expect(parsed).toMatchObject({
      limit: 44,
      power: null,
      people: [{ key: "technical", people: 24 }],
      interests: [],
    });
    expect(plannerFormSchema.parse(settingsToForm(parsed))).toEqual(parsed);
  });

  test("weights are needed and stay in their range", () => {
    const { error } = plannerFormSchema.safeParse({
      ...blank,
      "weight-area": "201",
      "weight-leftOut": "",
      "people-kosen": "x",
    });
    expect(error?.issues.map(({ path, message }) => `${path.join()} ${message}`)).toEqual([
      "weight-area number-range:0:200",
      "weight-leftOut required",
      "weight-leftOut whole-number",
      "people-kosen whole-number",
    ]);
  });

  test("what is stored reads with blanks as usual, and addresses never break the filter", () => {
    expect(readWishes({})).toMatchObject({
      power: 0,
      size: "standard",
      place: "venue",
      staff: null,
      departments: [],
    });
    expect(readWishes("nonsense")).toEqual(readWishes({}));
    expect(boothFilterSchema.parse({ state: "x", need: "y" })).toEqual({
      state: null,
      area: "",
      industry: "",
      need: null,
    });
    expect([
      ...readFixed({ "fixed-a": "in", "fixed-b": "", "fixed-c": ["in", "out"], intent: "fix" }),
    ]).toEqual([
      ["a", "in"],
      ["b", null],
      ["c", null],
    ]);
  });
});
