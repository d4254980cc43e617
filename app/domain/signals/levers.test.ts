import { describe, expect, it } from "vitest";
import { leverSteps } from "./lever-lines.ts";
import { type LeverCounts, LEVERS, leversOf } from "./levers.rules.ts";
import { movedMeasures } from "./effects.ts";

const NOTHING: LeverCounts = {
  approvals: { late: 0, waiting: 0 },
  unpublishedCompanies: 0,
  returnedCompanies: 0,
  directoryCandidates: 0,
  coming: {},
  schools: {},
  readers: 0,
  hiresWithoutGrant: 0,
  internshipHosts: 0,
  unanswered: { quarter: null, companies: 0, asked: 0 },
  classesWithoutOutcome: { graduationYear: 2025, schools: 0 },
};

describe("the levers of an indicator", () => {
  it("are those that there is something to do about, with their counts", () => {
    const counts = { ...NOTHING, approvals: { late: 2, waiting: 5 }, unpublishedCompanies: 7 };
    expect(leverSteps("registered-companies", counts)).toEqual([
      {
        text: "承認待ちが5件あります(うち2件は10日以上前の申請)。確かめて公開する",
        to: "/staff/approvals",
      },
      {
        text: "アカウントがあり、まだ掲載を申請していない企業が7社あります。掲載を案内する",
        to: "/staff/companies?listing=unpublished",
      },
    ]);
  });

  it("name free seats with the way to the one event, or to all of the kind", () => {
    const coming = { events: 1, eventId: "e1", seats: 50, taken: 20, boothApplications: 0 };
    const seatsOf = (counts: LeverCounts) =>
      leversOf("june-fair-participants", counts).find(({ lever }) => lever.key === "seats");
    expect(seatsOf({ ...NOTHING, coming: { guidanceFair: coming } })).toMatchObject({
      count: 30,
      to: "/staff/events/e1/registrations",
    });
    const several = { ...coming, events: 2, eventId: null };
    expect(seatsOf({ ...NOTHING, coming: { guidanceFair: several } })).toMatchObject({
      to: "/staff/events?kind=guidanceFair",
    });
    expect(seatsOf(NOTHING)).toBeUndefined();
  });

  it("ask for a date where no event of the kind is planned", () => {
    expect(leverSteps("information-fairs-held", NOTHING)).toEqual([
      {
        text: "これからの地域企業情報ガイダンスの予定がありません。開催日を決めて登録する",
        to: "/staff/events/new",
      },
    ]);
  });

  it("count the schools without a visit", () => {
    const counts = { ...NOTHING, schools: { companyVisit: { without: 3, all: 9 } } };
    expect(leverSteps("company-visit-participants", counts)[0]!.text).toContain(
      "9校のうち3校が、今年度まだ企業見学会",
    );
  });

  it("are none for a measure without any, and for an entered figure", () => {
    expect(leverSteps(null, NOTHING)).toEqual([]);
    expect(leverSteps("search-demand", NOTHING)).toEqual([]);
  });

  it("stand for every lever of the table in words", () => {
    const counts: LeverCounts = {
      approvals: { late: 0, waiting: 1 },
      unpublishedCompanies: 1,
      returnedCompanies: 1,
      directoryCandidates: 1,
      coming: {},
      schools: {},
      readers: 1,
      hiresWithoutGrant: 1,
      internshipHosts: 1,
      unanswered: { quarter: "2025-Q1", companies: 1, asked: 2 },
      classesWithoutOutcome: { graduationYear: 2025, schools: 1 },
    };
    for (const key of Object.keys(LEVERS))
      for (const { text, to } of leverSteps(key, counts)) {
        expect(text).not.toMatch(/undefined|NaN|null/);
        expect(to.startsWith("/")).toBe(true);
      }
  });
});

describe("what an event moves", () => {
  const event = (kind: string, day: string) => ({ kind, startsAt: new Date(`${day}T01:00:00Z`) });

  it("is the fair of its month and all fairs together", () => {
    expect(movedMeasures(event("guidanceFair", "2025-06-14"), { booths: 44 })).toEqual([
      { measureKey: "june-fair-booths", amount: 44 },
      { measureKey: "fair-booths", amount: 44 },
    ]);
    expect(movedMeasures(event("guidanceFair", "2025-11-14"), { booths: 44 })).toEqual([
      { measureKey: "fair-booths", amount: 44 },
    ]);
  });

  it("is also that the event is held, and nothing that the plan does not say", () => {
    expect(movedMeasures(event("companyVisit", "2025-12-03"), { people: 141, stops: 8 })).toEqual([
      { measureKey: "company-visits-held", amount: 1 },
      { measureKey: "company-visit-participants", amount: 141 },
      { measureKey: "company-visit-stops", amount: 8 },
    ]);
    expect(movedMeasures(event("seminar", "2025-12-03"), { people: 20 })).toEqual([]);
  });
});
