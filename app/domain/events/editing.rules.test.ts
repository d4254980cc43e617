import { describe, expect, test } from "vitest";
import { jst } from "../../platform/calendar.ts";
import { copyOf, type CopySource } from "./copying.rules.ts";
import {
  changedPlace,
  changedTime,
  daysBetween,
  nextStates,
  nextVersion,
  publicationProblems,
  shiftedBy,
  shiftedTitle,
  stepsFor,
} from "./editing.rules.ts";

const span = (date: string, from: string, to: string) => ({
  startsAt: jst(date, from),
  endsAt: jst(date, to),
});

const source: CopySource = {
  kind: "informationFair",
  title: "令和7年度 地域企業情報ガイダンス",
  titleKana: "",
  summary: "地元の企業の話を聞けます。",
  whatToBring: "",
  venue: "一関工業高等専門学校",
  address: "一関市萩荘",
  access: "",
  parking: "",
  latitude: null,
  longitude: null,
  onlineUrl: null,
  organizer: "",
  contactName: "",
  contactPhone: "",
  registrationOpensAt: jst("2026-02-10", "09:00"),
  registrationClosesAt: jst("2026-03-12", "17:00"),
  audience: "everyone",
  targets: ["kosen"],
  visibility: "listed",
  guestRegistration: false,
  maxGroupSize: 1,
  boothLimit: 44,
  boothOpensAt: null,
  boothClosesAt: jst("2026-01-31", "17:00"),
  boothNote: "",
  sessions: [
    {
      ...span("2026-03-13", "13:00", "16:00"),
      title: "1日目",
      pools: [
        { category: "student", schoolId: "s1", department: "機械科", graduationYear: 2027, capacity: 80 },
        { category: "guardian", schoolId: null, department: "", graduationYear: null, capacity: 20 },
      ],
    },
    { ...span("2026-03-14", "09:00", "12:00"), title: "2日目", pools: [] },
  ],
  questions: [
    question({ position: 2, label: "昼食" }),
    question({ position: 1, label: "バス" }),
    question({ position: 3, label: "昔の質問", retiredAt: jst("2026-02-01") }),
  ],
};

function question(facts: Partial<CopySource["questions"][number]>): CopySource["questions"][number] {
  return {
    position: 1,
    label: "",
    help: "",
    kind: "text",
    options: [],
    required: false,
    categories: [],
    minimum: null,
    maximum: null,
    retiredAt: null,
    ...facts,
  };
}

describe("a copy of an event", () => {
  const copy = copyOf(source, { title: "令和8年度 地域企業情報ガイダンス", startsAt: jst("2027-03-12") });

  test("moves sessions and windows by the same days and keeps the time of day", () => {
    expect(copy.sessions.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      [jst("2027-03-12", "13:00"), jst("2027-03-12", "16:00")],
      [jst("2027-03-13", "09:00"), jst("2027-03-13", "12:00")],
    ]);
    expect(copy.startsAt).toEqual(jst("2027-03-12", "13:00"));
    expect(copy.endsAt).toEqual(jst("2027-03-13", "12:00"));
    expect(copy.registrationOpensAt).toEqual(jst("2027-02-09", "09:00"));
    expect(copy.registrationClosesAt).toEqual(jst("2027-03-11", "17:00"));
    expect(copy.boothClosesAt).toEqual(jst("2027-01-30", "17:00"));
    expect(copy.boothOpensAt).toBeNull();
  });

  test("moves graduation years with the fiscal year and gives the pools the keys of their new scope", () => {
    expect(copy.sessions[0]!.pools.map(({ graduationYear, key }) => [graduationYear, key])).toEqual([
      [2028, "student/s1/機械科/2028"],
      [null, "guardian"],
    ]);
    const sameYear = copyOf(source, { title: "", startsAt: jst("2026-03-31") });
    expect(sameYear.sessions[0]!.pools[0]!.graduationYear).toBe(2027);
    const nextDay = copyOf(source, { title: "", startsAt: jst("2026-04-01") });
    expect(nextDay.sessions[0]!.pools[0]!.graduationYear).toBe(2028);
  });

  test("takes the questions in their order and leaves the retired ones behind", () => {
    expect(copy.questions.map(({ position, label }) => [position, label])).toEqual([
      [1, "バス"],
      [2, "昼食"],
    ]);
  });
});

test("a title's year moves with the fiscal year, and only then", () => {
  const at = (date: string) => jst(date, "10:00");
  expect(shiftedTitle("令和7年度 ガイダンス", at("2026-03-31"), at("2026-04-01"))).toBe(
    "令和8年度 ガイダンス",
  );
  expect(shiftedTitle("2025年度の見学会", at("2025-11-01"), at("2026-11-01"))).toBe("2026年度の見学会");
  expect(shiftedTitle("令和７年 春の回", at("2025-05-01"), at("2027-05-01"))).toBe("令和9年 春の回");
  expect(shiftedTitle("高校2年生の見学会", at("2025-11-01"), at("2026-11-01"))).toBe("高校2年生の見学会");
  expect(shiftedTitle("令和7年度 秋の回", at("2025-04-01"), at("2026-03-31"))).toBe("令和7年度 秋の回");
});

test("days are counted in Japan, whatever the time of day", () => {
  expect(daysBetween(jst("2026-03-13", "23:59"), jst("2026-03-14", "00:00"))).toBe(1);
  expect(daysBetween(jst("2026-03-13", "00:00"), jst("2026-03-13", "23:59"))).toBe(0);
  expect(shiftedBy(jst("2028-02-28", "23:30"), 1)).toEqual(jst("2028-02-29", "23:30"));
});

describe("the steps of an event", () => {
  const now = jst("2026-06-01");
  const ahead = span("2026-06-10", "13:00", "15:00");
  const over = span("2026-05-10", "13:00", "15:00");
  const facts = { registrations: 0 };

  test("lead from planned to published, then to cancelled or postponed, and back", () => {
    expect(stepsFor({ ...facts, state: "planned", ...ahead }, now)).toEqual(["publish", "delete"]);
    expect(stepsFor({ registrations: 1, state: "planned", ...ahead }, now)).toEqual(["publish"]);
    expect(stepsFor({ ...facts, state: "published", ...ahead }, now)).toEqual(["postpone", "cancel"]);
    expect(stepsFor({ ...facts, state: "postponed", ...ahead }, now)).toEqual(["reschedule", "cancel"]);
    expect(stepsFor({ ...facts, state: "cancelled", ...ahead }, now)).toEqual(["reopen"]);
  });

  test("end with the event; only a postponed one can still get its new date", () => {
    expect(nextStates({ state: "published", endsAt: now }, now)).toEqual([]);
    expect(stepsFor({ ...facts, state: "published", ...over }, now)).toEqual([]);
    expect(stepsFor({ ...facts, state: "cancelled", ...over }, now)).toEqual([]);
    expect(stepsFor({ ...facts, state: "postponed", ...over }, now)).toEqual(["reschedule", "cancel"]);
  });
});

test("an event is published with a text, a place and a time ahead; without seats staff are told so", () => {
  const now = jst("2026-06-01");
  const whole = { ...source, ...span("2026-06-10", "13:00", "15:00"), registrationClosesAt: null };
  expect(publicationProblems(whole, { pools: 1, now })).toEqual({ blocking: [], hints: [] });
  expect(publicationProblems(whole, { pools: 0, now }).hints).toEqual(["no-pools"]);
  const bare = { ...whole, summary: "", venue: "", ...span("2026-05-31", "13:00", "15:00") };
  expect(publicationProblems(bare, { pools: 1, now }).blocking).toEqual([
    "summary-missing",
    "place-missing",
    "already-begun",
  ]);
  const late = { ...whole, registrationClosesAt: now };
  expect(publicationProblems(late, { pools: 1, now }).blocking).toEqual(["window-closed"]);
  expect(publicationProblems(late, { pools: 0, now }).blocking).toEqual([]);
  const online = { ...whole, venue: "", onlineUrl: "https://meeting.example/" };
  expect(publicationProblems(online, { pools: 1, now }).blocking).toEqual([]);
});

test("participants are told of place, way and time, with what was and what is", () => {
  expect(changedPlace(source, { ...source, venue: "市役所", title: "別の名前" } as typeof source)).toEqual([
    { field: "venue", before: "一関工業高等専門学校", after: "市役所" },
  ]);
  expect(changedPlace(source, { ...source, onlineUrl: "https://meeting.example/" })).toEqual([
    { field: "onlineUrl", before: "", after: "https://meeting.example/" },
  ]);
  const before = span("2026-06-10", "13:00", "15:00");
  expect(changedTime(before, { ...before })).toEqual([]);
  expect(changedTime(before, span("2026-06-10", "13:30", "15:00"))).toEqual([
    {
      field: "when",
      before: "2026年(令和8年)6月10日(水) 13:00〜15:00",
      after: "2026年(令和8年)6月10日(水) 13:30〜15:00",
    },
  ]);
});

test("two versions of the same millisecond differ", () => {
  const now = jst("2026-06-01");
  expect(nextVersion(now, now) > now).toBe(true);
  expect(nextVersion(jst("2026-05-31"), now)).toEqual(now);
});
