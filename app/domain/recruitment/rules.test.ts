import { describe, expect, test } from "vitest";
import { findJobOffer, noteForOccasion } from "./occasions.rules.ts";
import {
  actionsOf,
  audienceOfSchool,
  CALENDAR_AUDIENCES,
  calendarClassAt,
  datesFor,
  may,
  mayPublish,
  maySee,
  nextStage,
  nextYear,
  type RecruitmentDate,
  stageAt,
} from "./rules.ts";

const row = (
  audience: RecruitmentDate["audience"],
  stage: RecruitmentDate["stage"],
  date: string,
  prefecture = "",
): RecruitmentDate => ({ graduationYear: 2027, prefecture, audience, stage, date });

const dates = [
  row("highSchool", "jobCardsAccepted", "2026-06-01"),
  row("highSchool", "jobsPublic", "2026-07-01"),
  row("highSchool", "applicationsOpen", "2026-09-05"),
  row("highSchool", "selectionOpen", "2026-09-16"),
  row("highSchool", "applicationsOpen", "2026-08-30", "沖縄県"),
  row("highSchool", "severalApplications", "2026-11-01", "宮城県"),
  row("university", "publicityOpen", "2026-03-01"),
  row("university", "selectionOpen", "2026-06-01"),
  row("university", "offersFormal", "2026-10-01"),
];

const at = (jst: string) => new Date(`${jst}+09:00`);
const pupil = { audience: "highSchool" as const, prefecture: "岩手県", graduationYear: 2027 };
const student = { audience: "university" as const, prefecture: "岩手県", graduationYear: 2027 };

describe("the stage of a class", () => {
  test.each([
    ["2026-04-01T00:00:00", "before"],
    ["2026-05-31T23:59:59", "before"],
    ["2026-06-01T00:00:00", "jobCardsAccepted"],
    ["2026-06-30T23:59:59", "jobCardsAccepted"],
    ["2026-07-01T00:00:00", "jobsPublic"],
    ["2026-09-04T23:59:59", "jobsPublic"],
    ["2026-09-05T00:00:00", "applicationsOpen"],
    ["2026-09-15T23:59:59", "applicationsOpen"],
    ["2026-09-16T00:00:00", "selectionOpen"],
    ["2027-03-31T23:59:59", "selectionOpen"],
    ["2027-04-01T00:00:00", "over"],
  ])("at %s JST is %s", (now, stage) => {
    const point = stageAt(dates, { ...pupil, now: at(now) });
    expect(point.state === "in" ? point.current.stage : point.state).toBe(stage);
  });

  test.each([
    ["2026-02-28T23:59:59", "before"],
    ["2026-03-01T00:00:00", "publicityOpen"],
    ["2026-05-31T23:59:59", "publicityOpen"],
    ["2026-06-01T00:00:00", "selectionOpen"],
    ["2026-09-30T23:59:59", "selectionOpen"],
    ["2026-10-01T00:00:00", "offersFormal"],
  ])("of university students at %s JST is %s", (now, stage) => {
    const point = stageAt(dates, { ...student, now: at(now) });
    expect(point.state === "in" ? point.current.stage : point.state).toBe(stage);
  });

  test("is unknown where no dates are registered, never guessed from another class", () => {
    expect(stageAt(dates, { ...pupil, graduationYear: 2028, now: at("2026-07-01T00:00:00") })).toEqual({
      state: "unknown",
    });
    expect(stageAt([], { ...pupil, now: at("2026-07-01T00:00:00") })).toEqual({ state: "unknown" });
  });

  test("says what comes next and when, and nothing after the last date", () => {
    expect(nextStage(dates, { ...pupil, now: at("2026-07-01T00:00:00") })).toEqual({
      stage: "applicationsOpen",
      date: "2026-09-05",
    });
    expect(nextStage(dates, { ...pupil, now: at("2026-09-16T00:00:00") })).toBeNull();
    expect(nextStage(dates, { ...pupil, now: at("2027-04-01T00:00:00") })).toBeNull();
  });
});

describe("a prefecture's own date", () => {
  test("stands before the whole country's, and only there", () => {
    const okinawa = datesFor(dates, { ...pupil, prefecture: "沖縄県" });
    expect(okinawa.find(({ stage }) => stage === "applicationsOpen")!.date).toBe("2026-08-30");
    expect(datesFor(dates, pupil).find(({ stage }) => stage === "applicationsOpen")!.date).toBe("2026-09-05");
  });

  test("for several applications is not borrowed by its neighbour", () => {
    const now = at("2026-12-01T00:00:00");
    expect(may(dates, "applyToSeveral", { ...pupil, prefecture: "宮城県", now })).toEqual({ ok: true });
    expect(may(dates, "applyToSeveral", { ...pupil, now })).toEqual({ ok: false, reason: "unknown" });
  });
});

describe("a gate", () => {
  test.each([
    ["showJobTerms", "2026-06-30T23:59:59", "2026-07-01T00:00:00", "2026-07-01"],
    ["visitWorkplace", "2026-06-30T23:59:59", "2026-07-01T00:00:00", "2026-07-01"],
    ["apply", "2026-09-04T23:59:59", "2026-09-05T00:00:00", "2026-09-05"],
    ["select", "2026-09-15T23:59:59", "2026-09-16T00:00:00", "2026-09-16"],
  ] as const)("%s is shut at %s and open at %s", (action, before, after, from) => {
    expect(may(dates, action, { ...pupil, now: at(before) })).toEqual({ ok: false, reason: "not-yet", from });
    expect(may(dates, action, { ...pupil, now: at(after) })).toEqual({ ok: true });
  });

  test("opens for readers and for publishers at the same moment", () => {
    for (const now of [at("2026-06-30T23:59:59"), at("2026-07-01T00:00:00")])
      expect(maySee(dates, { ...pupil, now })).toEqual(mayPublish(dates, { ...pupil, now }));
  });

  test("stays shut without a date, shuts after graduation, and asks nothing of people who left school", () => {
    const now = at("2026-10-01T00:00:00");
    expect(mayPublish(dates, { ...pupil, graduationYear: 2029, now })).toEqual({
      ok: false,
      reason: "unknown",
    });
    expect(mayPublish(dates, { ...pupil, now: at("2027-04-01T00:00:00") })).toEqual({
      ok: false,
      reason: "over",
    });
    expect(mayPublish(dates, { ...pupil, audience: "general", now })).toEqual({ ok: true });
  });

  test("is named for every action of every audience by a stage of its own calendar", () => {
    for (const audience of CALENDAR_AUDIENCES) expect(actionsOf(audience).length).toBeGreaterThan(2);
  });
});

test("the calendar turns to the next class when that class's own year begins", () => {
  const next = { ...row("university", "publicityOpen", "2027-03-01"), graduationYear: 2028 };
  const classAt = (now: string, audience: "university" | "highSchool") =>
    calendarClassAt([...dates, next], { audience, prefecture: "岩手県", now: at(now) });
  expect(classAt("2027-02-28T23:59:59", "university")).toBe(2027);
  expect(classAt("2027-03-01T00:00:00", "university")).toBe(2028);
  expect(classAt("2027-03-31T23:59:59", "highSchool")).toBe(2027);
  expect(classAt("2027-04-01T00:00:00", "highSchool")).toBe(2028);
});

test("schools have the calendar of their kind, junior high schools none", () => {
  expect(["highSchool", "kosen", "vocational", "juniorHigh", null].map(audienceOfSchool)).toEqual([
    "highSchool",
    "kosen",
    "university",
    null,
    null,
  ]);
});

test("a copied day is the same day a year later; 29 February becomes the 28th", () => {
  expect(nextYear("2026-07-01")).toBe("2027-07-01");
  expect(nextYear("2028-02-29")).toBe("2029-02-28");
});

describe("an event that meets high-school students", () => {
  const fair = { kind: "guidanceFair", targets: ["highSchool"] };
  test.each([
    ["2026-06-30T23:00:00", { code: "no-job-terms", graduationYear: 2027, from: "2026-07-01" }],
    ["2026-07-01T00:00:00", { code: "no-selection", graduationYear: 2027, from: "2026-09-16" }],
    ["2026-09-15T13:00:00", { code: "no-selection", graduationYear: 2027, from: "2026-09-16" }],
    ["2026-09-16T00:00:00", null],
    ["2027-03-31T13:00:00", null],
    ["2027-04-01T10:00:00", { code: "no-job-terms", graduationYear: 2028, from: null }],
  ] as const)("on %s is noted as %j", (startsAt, note) => {
    expect(noteForOccasion(dates, { ...fair, startsAt: at(startsAt) })).toEqual(note);
  });

  test("is one for everybody too, but no seminar and none for others", () => {
    const startsAt = at("2026-06-07T13:00:00");
    expect(noteForOccasion(dates, { ...fair, targets: [], startsAt })).not.toBeNull();
    expect(noteForOccasion(dates, { ...fair, targets: ["university"], startsAt })).toBeNull();
    expect(noteForOccasion(dates, { ...fair, kind: "seminar", startsAt })).toBeNull();
  });
});

describe("words that offer a job to high-school leavers", () => {
  test.each([
    "求人番号 03030-123-4567",
    "高卒求人を出しています。",
    "令和9年3月新規高等学校卒業予定者を募集します",
    "2027年3月高校卒業者の採用予定があります",
    "高校生の求人あります",
    "高校生 向け 募集",
  ])("are found in 「%s」", (text) => {
    expect(findJobOffer([text])).not.toBeNull();
  });

  test.each([
    "昨年は地元の高校から3人が入社しました。",
    "高校生の見学を受け入れています。",
    "高卒で入社した先輩が活躍しています。",
    "中途採用の募集をしています。",
    "2025年3月に高校を卒業した社員がいます。",
  ])("are not found in 「%s」", (text) => {
    expect(findJobOffer([text])).toBeNull();
  });
});
