import { describe, expect, test } from "vitest";
import { jst } from "../../platform/calendar.ts";
import { questionForms, registrationFilterSchema, sessionForms, stateForms } from "./editing-parts.schema.ts";
import { factsOf, newEventSchema, severalSessionsSchema, singleEventSchema } from "./editing.schema.ts";
import { readClockTime } from "./moment.schema.ts";
import { exportSchema } from "./exports.schema.ts";

const typed = {
  version: "",
  kind: "seminar",
  title: "面接の受け方セミナー",
  titleKana: "めんせつのうけかたセミナー",
  summary: "面接の練習をします。",
  venue: "一関図書館",
  address: "一関市大手町2-46",
  date: "令和9年6月12日",
  from: "13時",
  to: "15:30",
  audience: "everyone",
  visibility: "listed",
  maxGroupSize: "1",
};

/** The first code of each refused field. */
function refusals(
  changes: Record<string, unknown>,
  schema: { safeParse: typeof singleEventSchema.safeParse } = singleEventSchema,
): Record<string, string> {
  const parsed = schema.safeParse({ ...typed, ...changes });
  return Object.fromEntries(
    (parsed.error?.issues ?? []).map((issue) => [issue.path.join("."), issue.message]),
  );
}

test("a time of day is read as people write it", () => {
  expect(
    ["13:00", "１３：００", "9時", "9時半", "午後1時30分", "正午", "0930", " 9:05 "].map(readClockTime),
  ).toEqual(["13:00", "13:00", "09:00", "09:30", "13:30", "12:00", "09:30", "09:05"]);
  expect(["", "9", "25:00", "12:60", "あさ", "13:0"].map(readClockTime)).toEqual(Array(6).fill(null));
});

describe("the form of an event", () => {
  test("is taken when it is whole, in any notation", () => {
    const parsed = singleEventSchema.parse({
      ...typed,
      closesDate: "2027/6/11",
      guestRegistration: "yes",
      targets: "highSchool",
    });
    expect(parsed).toMatchObject({ date: "2027-06-12", from: "13:00", to: "15:30" });
    expect(factsOf(parsed)).toMatchObject({
      titleKana: "メンセツノウケカタセミナー",
      registrationOpensAt: null,
      registrationClosesAt: jst("2027-06-11", "17:00"),
      guestRegistration: true,
      targets: ["highSchool"],
      onlineUrl: null,
      boothLimit: null,
    });
  });

  test("names every field that is missing or wrong", () => {
    expect(refusals({ title: " ", summary: "", date: "令和9年2月30日", from: "", to: "夕方" })).toEqual({
      title: "required",
      summary: "required",
      date: "no-such-day",
      from: "required",
      to: "clock-time",
    });
    expect(refusals({ kind: "party", onlineUrl: "http://x.example", contactPhone: "1" })).toEqual({
      kind: "choose",
      onlineUrl: "url",
      contactPhone: "phone",
    });
    expect(refusals({ latitude: "abc", maxGroupSize: "0", boothLimit: "-1" })).toEqual({
      latitude: "decimal-number",
      maxGroupSize: "number-range:1:300",
      boothLimit: "number-range:1:300",
    });
  });

  test("ends after it begins", () => {
    expect(refusals({ to: "13:00" })).toEqual({ to: "end-before-start" });
    expect(refusals({ from: "12:59", to: "13:00" })).toEqual({});
  });

  test("opens before it closes and closes before the event ends", () => {
    const window = (opensDate: string, opensTime: string, closesDate: string, closesTime: string) =>
      refusals({ opensDate, opensTime, closesDate, closesTime });
    expect(window("2027-06-01", "", "2027-06-12", "15:30")).toEqual({});
    expect(window("", "", "2027-06-12", "15:31")).toEqual({ closesDate: "closes-after-end" });
    expect(window("2027-06-01", "9:00", "2027-06-01", "9:00")).toEqual({ closesDate: "opens-after-closes" });
    expect(window("2027-06-12", "15:30", "", "")).toEqual({ opensDate: "opens-after-end" });
    expect(window("", "9:00", "", "17:00")).toEqual({
      opensDate: "window-needs-date",
      closesDate: "window-needs-date",
    });
  });

  test("has a place: a venue with its address, or an address on the net", () => {
    expect(refusals({ venue: "", address: "" })).toEqual({ venue: "place-or-online" });
    expect(refusals({ venue: "", address: "", onlineUrl: "https://meeting.example/1" })).toEqual({});
    expect(refusals({ address: "" })).toEqual({ address: "required" });
    expect(refusals({ latitude: "38.9" })).toEqual({ longitude: "coordinates-together" });
  });

  test("takes no guests where schools register", () => {
    expect(refusals({ audience: "schools", guestRegistration: "yes" })).toEqual({
      guestRegistration: "schools-no-guests",
    });
    expect(refusals({ audience: "schools" })).toEqual({});
  });

  test("has a window for booths only with a limit of booths", () => {
    expect(refusals({ boothClosesDate: "2027-05-01" })).toEqual({ boothLimit: "booth-limit-missing" });
    expect(refusals({ boothLimit: "44", boothClosesDate: "2027-05-01" })).toEqual({});
    expect(refusals({ boothLimit: "44", boothClosesDate: "2027-06-13" })).toEqual({
      boothClosesDate: "closes-after-end",
    });
  });

  test("of an event with several sessions is held against their time", () => {
    const schema = severalSessionsSchema({ startsAt: jst("2027-06-12"), endsAt: jst("2027-06-14", "12:00") });
    const closes = (closesDate: string) => {
      const parsed = schema.safeParse({ ...typed, closesDate, closesTime: "12:00" });
      return parsed.error?.issues.map(({ message }) => message) ?? [];
    };
    expect(closes("2027-06-14")).toEqual([]);
    expect(closes("2027-06-15")).toEqual(["closes-after-end"]);
  });
});

test("a new event needs its kind, name and time", () => {
  const form = { kind: "seminar", title: "セミナー", date: "2027-06-12", from: "13:00", to: "12:00" };
  expect(newEventSchema.safeParse(form).error?.issues.map(({ message }) => message)).toEqual([
    "end-before-start",
  ]);
});

test("a pool has from no seat to 5,000 seats", () => {
  const pool = (capacity: string) =>
    sessionForms["resize-pool"]
      .safeParse({ intent: "resize-pool", poolId: "p", capacity })
      .error?.issues.map(({ message }) => message) ?? [];
  expect(["0", "5000", "５,０００"].flatMap(pool)).toEqual([]);
  expect(pool("5001")).toEqual(["number-range:0:5000"]);
  expect(pool("-1")).toEqual(["number-range:0:5000"]);
  expect(pool("十")).toEqual(["whole-number"]);
});

test("a choice has two different options, and bounds stand in their order", () => {
  const question = (changes: object) =>
    questionForms["save-question"]
      .safeParse({ intent: "save-question", label: "質問", kind: "choice", options: "", ...changes })
      .error?.issues.map(({ path, message }) => `${path.join()} ${message}`) ?? [];
  expect(question({})).toEqual(["options question-options"]);
  expect(question({ options: "乗る\n乗る\n" })).toEqual(["options question-options"]);
  expect(question({ options: "乗る\r\n乗らない" })).toEqual([]);
  expect(question({ kind: "number", minimum: "3", maximum: "2" })).toEqual(["maximum question-range"]);
  expect(question({ options: Array.from({ length: 21 }, (_, at) => at).join("\n") })).toEqual([
    "options too-many:20",
  ]);
});

test("a cancellation needs its reason; a postponement may have a new date, a rescheduling must", () => {
  const codes = (
    form: { safeParse(value: unknown): { error?: { issues: { message: string }[] } | undefined } },
    value: object,
  ) => form.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
  expect(codes(stateForms.cancel, { intent: "cancel", note: "" })[0]).toBe("required");
  expect(codes(stateForms.postpone, { intent: "postpone", note: "大雪" })).toEqual([]);
  expect(codes(stateForms.postpone, { intent: "postpone", note: "大雪", from: "9:00" })).toEqual([
    "window-needs-date",
  ]);
  expect(codes(stateForms.reschedule, { intent: "reschedule" })).toEqual(["required"]);
});

test("unknown conditions of the list mean all; an unknown file is refused", () => {
  expect(
    registrationFilterSchema.parse({ state: "x", category: "y", page: "-3", name: "\u0000 a " }),
  ).toEqual({
    state: "held",
    category: undefined,
    school: "",
    session: "",
    name: "a",
    page: 1,
  });
  expect(exportSchema.safeParse({ table: "passwords", format: "csv" }).success).toBe(false);
});
