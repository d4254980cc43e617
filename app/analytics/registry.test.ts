import { describe, expect, test } from "vitest";
import { type CheckInFact, type EventFact, type Facts, NO_FACTS, periodUpTo } from "./facts.ts";
import { findMeasure, MEASURES } from "./registry.ts";

function measured(key: string, facts: Partial<Facts>, asOf: string) {
  const tally = findMeasure(key)!.compute({ ...NO_FACTS, ...facts }, periodUpTo(asOf));
  return { ...tally, cells: (by: string) => tally.breakdowns.find((one) => one.by === by)!.cells };
}
const at = (text: string) => new Date(`${text}+09:00`);
const event = (id: string, kind: string, day: string, changes: Partial<EventFact> = {}): EventFact => ({
  id,
  kind,
  title: id,
  state: "published",
  startsAt: at(`${day}T13:00`),
  endsAt: at(`${day}T16:00`),
  ...changes,
});
const checkIn = (
  id: string,
  eventId: string,
  when: string,
  changes: Partial<CheckInFact> = {},
): CheckInFact => ({
  id,
  eventId,
  category: "student",
  headCount: 1,
  at: at(when),
  knownAt: at(when),
  voidedAt: null,
  ...changes,
});

const recorded = { knownAt: at("2020-01-01T00:00"), supersededAt: null };

describe("the registry", () => {
  test("has one measure per key, each with a definition and a version", () => {
    expect(new Set(MEASURES.map(({ key }) => key)).size).toBe(MEASURES.length);
    for (const { version, definition } of MEASURES)
      expect([version >= 1, definition.endsWith("。")]).toEqual([true, true]);
    expect(findMeasure("no-such-measure")).toBeNull();
  });
  test("finds nothing in an empty town: no measure says 0", () => {
    for (const { key } of MEASURES)
      expect(measured(key, {}, "2025-01-31")).toMatchObject({ value: null, missing: "no-records" });
  });
});

describe("registered companies", () => {
  const company = (id: string, since: string, until: string | null = null) => ({
    id,
    firstPublishedAt: at(since),
    withdrawnAt: until === null ? null : at(until),
  });
  test("counts the whole as-of day in JST and nothing after it", () => {
    const companies = [company("a", "2025-01-31T23:59:59.999"), company("b", "2025-02-01T00:00:00")];
    expect(measured("registered-companies", { companies }, "2025-01-31").value).toBe(1);
    expect(measured("registered-companies", { companies }, "2025-02-01").value).toBe(2);
  });
  test("does not count a company between its withdrawal and its return", () => {
    const pauses = [{ from: at("2025-02-10T09:00"), until: at("2025-05-20T09:00") }];
    const companies = [{ ...company("a", "2023-01-01T09:00"), pauses }, company("b", "2023-01-01T09:00")];
    const on = (asOf: string) => measured("registered-companies", { companies }, asOf);
    expect(["2025-02-09", "2025-02-10", "2025-05-19", "2025-05-20"].map((day) => on(day).value)).toEqual([
      2, 1, 1, 2,
    ]);
    expect(on("2025-03-31").cells("movement")).toEqual([
      { key: "atStart", value: 2 },
      { key: "added", value: 0 },
      { key: "left", value: 1 },
    ]);
    expect(on("2025-06-01").cells("movement")).toEqual([
      { key: "atStart", value: 1 },
      { key: "added", value: 1 },
      { key: "left", value: 0 },
    ]);
  });
  test("does not count a company from its withdrawal on, and says so in the movement", () => {
    const companies = [
      company("a", "2023-01-01T09:00"),
      company("b", "2023-01-01T09:00", "2025-01-31T12:00"),
      company("c", "2024-06-01T09:00"),
    ];
    expect(measured("registered-companies", { companies }, "2025-01-30").value).toBe(3);
    const now = measured("registered-companies", { companies }, "2025-01-31");
    expect(now).toMatchObject({ value: 2, inputs: 3 });
    expect(now.cells("movement").map(({ value }) => value)).toEqual([2, 1, 1]);
  });
  test("delisted entries of the directory do not count either", () => {
    const directoryEntries = [
      { companyId: "a", listedAt: at("2023-05-01T09:00"), delistedAt: null },
      { companyId: "b", listedAt: at("2023-05-01T09:00"), delistedAt: at("2024-05-01T09:00") },
    ];
    expect(measured("manufacturing-directory", { directoryEntries }, "2024-03-31").value).toBe(2);
    expect(measured("manufacturing-directory", { directoryEntries }, "2025-01-31").value).toBe(1);
  });
});

describe("participants by check-ins", () => {
  const events = [event("june", "guidanceFair", "2024-06-07"), event("march", "guidanceFair", "2025-03-08")];
  test("leave out voided check-ins, company people and what lies after the day", () => {
    const checkIns = [
      checkIn("1", "june", "2024-06-07T13:10"),
      checkIn("2", "june", "2024-06-07T13:11", { voidedAt: at("2024-06-07T13:12") }),
      checkIn("3", "june", "2024-06-07T13:20", { category: "company" }),
      checkIn("4", "june", "2024-06-07T13:30", { category: "guardian", headCount: 2 }),
      checkIn("5", "march", "2025-03-08T10:00"),
    ];
    const june = measured("fair-participants", { events, checkIns }, "2025-01-31");
    expect(june).toMatchObject({ value: 3, inputs: 4 });
    expect(june.members).toHaveLength(2);
    expect(june.cells("event").map(({ value }) => value)).toEqual([3]);
    expect(measured("fair-participants", { events, checkIns }, "2025-03-31").value).toBe(4);
    expect(measured("june-fair-participants", { events, checkIns }, "2025-03-31").value).toBe(3);
  });
  test("begin on 1 April and end with the day, both at midnight in JST", () => {
    const spring = [event("fair", "guidanceFair", "2024-03-31")];
    const checkIns = [
      checkIn("1", "fair", "2024-03-31T23:59:59.999"),
      checkIn("2", "fair", "2024-04-01T00:00:00"),
      checkIn("3", "fair", "2024-04-02T00:00:00"),
    ];
    expect(measured("fair-participants", { events: spring, checkIns }, "2024-04-01").value).toBe(1);
    expect(measured("fair-participants", { events: spring, checkIns }, "2024-03-31").value).toBe(1);
  });
  test("of the March fair are not due before March, and 0 when nobody came", () => {
    expect(measured("march-fair-participants", { events }, "2025-01-31")).toMatchObject({
      value: null,
      missing: "not-due",
    });
    expect(measured("march-fair-participants", { events }, "2025-03-31").value).toBe(0);
  });
  test("of the information fair have a cell for every category, also with nobody", () => {
    const fair = [event("info", "informationFair", "2024-10-19")];
    const checkIns = [checkIn("1", "info", "2024-10-19T10:00", { headCount: 123 })];
    const result = measured("information-fair-participants", { events: fair, checkIns }, "2025-01-31");
    expect(result.cells("participantCategory").map(({ key, value }) => [key, value])).toEqual([
      ["student", 123],
      ["guardian", 0],
      ["other", 0],
      ["company", 0],
      ["teacher", 0],
    ]);
  });
});

describe("events held", () => {
  test("are public, over, and somebody came", () => {
    const events = [
      event("held", "informationFair", "2024-10-19"),
      event("cancelled", "informationFair", "2024-11-19", { state: "cancelled" }),
      event("empty", "informationFair", "2024-12-19"),
      event("later", "informationFair", "2025-02-19"),
    ];
    const checkIns = events.map(({ id }) => checkIn(id, id, "2024-10-19T13:00"));
    const counted = checkIns.filter(({ id }) => id !== "empty");
    expect(measured("information-fairs-held", { events, checkIns: counted }, "2025-01-31").value).toBe(1);
  });
});

describe("placements of the support station", () => {
  const placement = (id: string, personKey: string, startedOn: string, source = "supportStation") => ({
    id,
    personKey,
    startedOn,
    source,
    kind: "supported",
    route: null,
    companyId: null,
    schoolKind: null,
    graduationYear: null,
    inJurisdiction: true,
    hasConsent: false,
    ...recorded,
  });
  test("are placements; people and people placed for the first time stand beside them", () => {
    const placements = [
      placement("1", "a", "2024-04-01"),
      placement("2", "a", "2024-12-01"),
      placement("3", "b", "2025-01-31"),
      placement("4", "c", "2025-02-01"),
      placement("5", "b", "2023-06-01", "jobCafe"),
      placement("6", "d", "2024-03-31"),
    ];
    const result = measured("support-station-placements", { placements }, "2025-01-31");
    expect(result.value).toBe(3);
    expect(result.cells("people").map(({ key, value }) => [key, value])).toEqual([
      ["uniquePeople", 2],
      ["firstTimePeople", 1],
    ]);
  });
  test("without a report in the year are not reported, which is not 0", () => {
    const placements = [placement("1", "a", "2023-06-01")];
    expect(measured("support-station-placements", { placements }, "2025-01-31")).toMatchObject({
      value: null,
      missing: "not-reported",
    });
    const report = {
      id: "r",
      programme: "supportStation",
      lastDay: "2024-04-30",
      consultations: 12,
      newRegistrations: 2,
      ...recorded,
    };
    expect(
      measured("support-station-placements", { placements, supportReports: [report] }, "2025-01-31").value,
    ).toBe(0);
  });
  test("a month's report counts when the month is over", () => {
    const report = {
      id: "r",
      programme: "jobCafe",
      lastDay: "2025-01-31",
      consultations: 40,
      newRegistrations: 0,
      ...recorded,
    };
    expect(measured("job-cafe-consultations", { supportReports: [report] }, "2025-01-31").value).toBe(40);
    expect(measured("job-cafe-consultations", { supportReports: [report] }, "2025-01-30").value).toBeNull();
  });
});

describe("people covered by grants", () => {
  test("are counted by what they are counted as, with the companies beside them", () => {
    const grant = (id: string, companyId: string, people: number, countedAs: string, decidedOn: string) => ({
      id,
      companyId,
      people,
      countedAs,
      decidedOn,
      projectCode: "1-1-12",
      ...recorded,
    });
    const grants = [
      grant("1", "x", 3, "newHighSchoolGraduate", "2024-07-01"),
      grant("2", "x", 1, "newHighSchoolGraduate", "2024-08-01"),
      grant("3", "y", 2, "youngPerson", "2024-08-01"),
      grant("4", "y", 5, "newHighSchoolGraduate", "2024-03-31"),
    ];
    const result = measured("training-subsidy-graduates", { grants }, "2025-01-31");
    expect(result.value).toBe(4);
    expect(result.cells("companies")[0]!.value).toBe(1);
    expect(measured("training-subsidy-young-people", { grants }, "2025-04-01").value).toBe(0);
  });
});

describe("booth visits", () => {
  const events = [event("e1", "informationFair", "2025-01-20"), event("e2", "guidanceFair", "2025-01-21")];
  const visit = (id: string, eventId: string, when: string) => ({
    id,
    eventId,
    companyId: "c",
    at: at(when),
    knownAt: at(when),
  });

  test("are person-times of the fiscal year up to the end of the as-of day, over all kinds of events", () => {
    const boothVisits = [
      visit("a", "e1", "2024-03-31T23:59:59.999"),
      visit("b", "e1", "2024-04-01T00:00"),
      visit("c", "e2", "2025-01-31T23:59:59.999"),
      visit("d", "e2", "2025-02-01T00:00"),
    ];
    const found = measured("booth-visits", { events, boothVisits }, "2025-01-31");
    expect(found.value).toBe(2);
    expect(found.cells("event").map(({ value }) => value)).toEqual([1, 1]);
  });

  test("are missing, not 0, where no booth ever had a code", () => {
    expect(measured("booth-visits", { events }, "2025-01-31")).toMatchObject({ value: null });
  });
});
