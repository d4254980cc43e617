import { describe, expect, test } from "vitest";
import { at, grantFact, internshipFact, measured, reportFact } from "#tests/support/builders/facts.ts";

const DAY = "2025-01-31";

describe("internships", () => {
  const internshipStarts = [
    internshipFact({ personKey: "a", companyId: "x", startedOn: "2024-09-01" }),
    internshipFact({ personKey: "a", companyId: "y", startedOn: "2024-08-01", schoolKind: "university" }),
    internshipFact({ personKey: "b", companyId: "x", startedOn: "2025-01-31" }),
    internshipFact({ personKey: "c", companyId: "z", startedOn: "2024-03-31" }),
    internshipFact({ personKey: "d", companyId: "z", startedOn: "2025-02-01" }),
  ];
  test("have people, person-times and companies, which are not the same", () => {
    const found = (key: string) => measured(key, { internshipStarts }, DAY);
    const people = found("internship-participants");
    expect(people).toMatchObject({ value: 2, inputs: 3 });
    expect(people.members.map(({ id }) => id)).toEqual([internshipStarts[1]!.id, internshipStarts[2]!.id]);
    expect(people.cells("schoolKind")).toEqual({ kosen: 2, university: 1 });
    expect(people.breakdowns[0]).toMatchObject({ counts: "people", partition: false });
    expect(found("internship-person-times").value).toBe(3);
    expect(found("internship-companies")).toMatchObject({ value: 2, inputs: 3 });
    expect(found("internship-companies").cells("schoolKind")).toEqual({ kosen: 1, university: 1 });
  });
  test("count from when the company told of them", () => {
    const late = [internshipFact({ startedOn: "2024-08-01", knownAt: at("2024-09-06T10:00") })];
    const as = (knownOn: string) =>
      measured("internship-participants", { internshipStarts: late }, DAY, { knownOn: at(knownOn) });
    expect(as("2024-09-06T09:59").missing).toBe("no-records");
    expect(as("2024-09-06T10:00").value).toBe(1);
  });
  test("of earlier years leave the year with 0, later ones with no records", () => {
    const value = (at_: number) =>
      measured("internship-companies", { internshipStarts: [internshipStarts[at_]!] }, DAY);
    expect(value(3)).toMatchObject({ value: 0, missing: null });
    expect(value(4)).toMatchObject({ value: null, missing: "no-records" });
  });
});

describe("readers of the newsletter", () => {
  const subscribers = [
    { id: "a", since: at("2024-05-01T09:00"), until: null },
    { id: "b", since: at("2024-05-01T09:00"), until: at("2025-01-31T12:00") },
    { id: "c", since: at("2025-01-31T23:59:59.999"), until: null },
    { id: "d", since: at("2025-02-01T00:00"), until: null },
    { id: "e", since: at("2024-05-01T09:00"), until: at("2025-02-01T00:00") },
  ];
  const readers = (asOf: string, asked = {}) => measured("newsletter-readers", { subscribers }, asOf, asked);
  test("are those who receive it at the end of the day", () => {
    expect(readers("2025-01-30")).toMatchObject({ value: 3, inputs: 3 });
    expect(readers(DAY)).toMatchObject({ value: 3, inputs: 4 });
    expect(readers(DAY).members.map(({ id }) => id)).toEqual(["a", "c", "e"]);
    expect(readers("2025-02-01").value).toBe(3);
    expect(readers("2024-04-30").missing).toBe("no-records");
  });
  test("still read it as long as nobody knows that they stopped", () => {
    expect(readers(DAY, { knownOn: at("2025-01-31T11:59") }).value).toBe(3);
    expect(readers(DAY, { knownOn: at("2025-01-31T12:00") }).value).toBe(2);
    expect(readers(DAY, { knownOn: at("2024-05-01T09:00") }).inputs).toBe(3);
    expect(readers(DAY, { knownOn: at("2024-05-01T08:59") }).missing).toBe("no-records");
  });
});

describe("searches and pages", () => {
  const searches = [
    { day: "2024-03-31", searches: 5, withoutResult: 5 },
    { day: "2024-04-01", searches: 10, withoutResult: 4 },
    { day: "2025-01-31", searches: 7, withoutResult: 0 },
    { day: "2025-02-01", searches: 90, withoutResult: 9 },
  ];
  test("searches are counted by day, with those that found nothing beside them", () => {
    const all = measured("search-demand", { searches }, DAY);
    expect(all).toMatchObject({ value: 17, inputs: 2, missing: null });
    expect(all.cells("searchResult")).toEqual({ withResult: 13, withoutResult: 4 });
    expect(all.breakdowns[0]).toMatchObject({ counts: "searches", partition: false });
    expect(all.members.map(({ id }) => id)).toEqual(["2024-04-01", "2025-01-31"]);
    expect(measured("searches-without-result", { searches }, DAY)).toMatchObject({ value: 4 });
    expect(measured("search-demand", { searches }, "2024-03-30").missing).toBe("no-records");
    expect(measured("search-demand", { searches: [searches[0]!] }, DAY).value).toBe(0);
  });
  test("a day is known from its first moment on", () => {
    const as = (knownOn: string) =>
      measured("search-demand", { searches }, DAY, { knownOn: at(knownOn) }).value;
    expect([as("2025-01-30T23:59"), as("2025-01-31T00:00")]).toEqual([10, 17]);
  });
  test("pages are counted by kind", () => {
    const pageViews = [
      { day: "2024-04-01", kind: "home", views: 30 },
      { day: "2024-04-02", kind: "company", views: 8 },
      { day: "2024-04-03", kind: "home", views: 2 },
      { day: "2025-02-01", kind: "home", views: 100 },
    ];
    const found = measured("page-views", { pageViews }, DAY);
    expect(found).toMatchObject({ value: 40, inputs: 3 });
    expect(found.cells("pageKind")).toEqual({ home: 32, company: 8 });
    expect(found.breakdowns[0]).toMatchObject({ counts: "views", partition: true });
    expect(found.members[1]).toEqual({ id: "2024-04-02 company", amount: 8 });
    expect(measured("page-views", {}, DAY).missing).toBe("no-records");
  });
});

describe("grants", () => {
  const grants = [
    grantFact({ id: "1", companyId: "x", people: 3 }),
    grantFact({ id: "2", companyId: "x", people: 1, decidedOn: "2024-06-01" }),
    grantFact({ id: "3", companyId: "y", people: 2, countedAs: "youngPerson" }),
    grantFact({ id: "4", companyId: null, people: 4 }),
    grantFact({ id: "5", companyId: "z", people: 5, decidedOn: "2024-03-31" }),
    grantFact({
      id: "6",
      companyId: "x",
      people: 1,
      projectCode: "1-1-14",
      countedAs: "internshipParticipant",
    }),
    grantFact({ id: "7", companyId: "z", people: 9, decidedOn: "2025-02-01" }),
  ];
  const found = (key: string) => measured(key, { grants }, DAY);
  test("cover people by what they are counted as, and all of them together", () => {
    expect(found("training-subsidy-graduates")).toMatchObject({ value: 8, inputs: 3 });
    expect(found("training-subsidy-graduates").cells("companies")).toEqual({ companies: 1 });
    expect(found("training-subsidy-graduates").breakdowns).toHaveLength(1);
    expect(found("training-subsidy-young-people").value).toBe(2);
    expect(found("training-subsidy-people")).toMatchObject({ value: 10, inputs: 4 });
    expect(found("training-subsidy-people").cells("grantKind")).toEqual({
      newHighSchoolGraduate: 8,
      youngPerson: 2,
    });
    expect(found("training-subsidy-people").cells("companies")).toEqual({ companies: 2 });
    expect(found("training-subsidy-people").breakdowns).toMatchObject([
      { by: "companies", counts: "companies", partition: false },
      { counts: "people", partition: true },
    ]);
    expect(found("internship-subsidy-people").value).toBe(1);
  });
  test("go to companies, each of them once", () => {
    expect(found("training-subsidy-companies")).toMatchObject({
      value: 2,
      inputs: 4,
      members: [
        { id: "2", amount: 1 },
        { id: "3", amount: 1 },
      ],
    });
    expect(found("internship-subsidy-companies").value).toBe(1);
  });
  test("are no records before the first decision, and 0 in a year without one", () => {
    for (const key of ["training-subsidy-people", "training-subsidy-companies"]) {
      expect(measured(key, { grants: [grants[4]!] }, DAY)).toMatchObject({ value: 0, missing: null });
      expect(measured(key, { grants: [grants[6]!, grants[5]!] }, DAY).missing).toBe("no-records");
    }
  });
  test("that were corrected count until the correction was recorded", () => {
    const corrected = at("2025-01-20T10:00");
    const rows = [
      grantFact({ people: 3, supersededAt: corrected }),
      grantFact({ people: 2, knownAt: corrected }),
    ];
    const people = (knownOn: string) =>
      measured("training-subsidy-people", { grants: rows }, DAY, { knownOn: at(knownOn) }).value;
    expect([people("2025-01-20T09:59"), people("2025-01-20T10:00")]).toEqual([3, 2]);
  });
});

describe("monthly reports", () => {
  const supportReports = [
    reportFact({ lastDay: "2025-01-31", consultations: 40, newRegistrations: 6 }),
    reportFact({ lastDay: "2024-12-31", consultations: 30, newRegistrations: 5 }),
    reportFact({ lastDay: "2024-03-31", consultations: 99, newRegistrations: 9 }),
    reportFact({ programme: "jobCafe", lastDay: "2024-04-30", consultations: 7, newRegistrations: 3 }),
  ];
  test("count from the day on which the month is over", () => {
    const found = measured("support-station-consultations", { supportReports }, DAY);
    expect(found).toMatchObject({ value: 70, inputs: 2 });
    expect(Object.entries(found.cells("month"))).toEqual([
      ["2024-12", 30],
      ["2025-01", 40],
    ]);
    expect(found.breakdowns[0]).toMatchObject({ counts: "cases", partition: true });
    expect(measured("support-station-consultations", { supportReports }, "2025-01-30").value).toBe(30);
    expect(measured("support-station-registrations", { supportReports }, DAY).value).toBe(11);
    expect(measured("job-cafe-consultations", { supportReports }, DAY).value).toBe(7);
    expect(measured("job-cafe-registrations", { supportReports }, DAY).value).toBe(3);
    expect(measured("job-cafe-registrations", { supportReports }, "2025-04-30").missing).toBe("not-reported");
  });
  test("a later report about the same month takes the place of the earlier one when it is recorded", () => {
    const corrected = at("2024-06-10T10:00");
    const rows = [
      reportFact({ consultations: 12, supersededAt: corrected }),
      reportFact({ consultations: 15, knownAt: corrected }),
    ];
    const count = (knownOn: string) =>
      measured("support-station-consultations", { supportReports: rows }, DAY, { knownOn: at(knownOn) });
    expect([count("2024-06-10T09:59").value, count("2024-06-10T10:00").value]).toEqual([12, 15]);
    expect(count("2019-12-31T00:00").missing).toBe("no-records");
  });
});
