import { describe, expect, it } from "vitest";
import { type Facts, NO_FACTS } from "#app/analytics/facts.ts";
import { jst } from "#app/platform/calendar.ts";
import type { DatedObservation } from "../indicators/rules.ts";
import {
  answersAreDue,
  eventsWithoutCheckIns,
  gradeGap,
  lateSource,
  missingMonths,
  outcomesAreDue,
  silentInputs,
} from "./findings.ts";

const report = (lastDay: string): Facts["supportReports"][number] => ({
  id: lastDay,
  programme: "jobCafe",
  lastDay,
  consultations: 1,
  newRegistrations: 1,
  knownAt: new Date(0),
  supersededAt: null,
});

describe("a programme's month", () => {
  const supportReports = [report("2024-09-30"), report("2024-11-30")];
  const missing = (today: string) => missingMonths({ supportReports }, "jobCafe", today);

  it("is missing from the 16th of the next month on", () => {
    expect(missing("2025-01-15")).toEqual(["2024-10"]);
    expect(missing("2025-01-16")).toEqual(["2024-10", "2024-12"]);
  });

  it("is not asked for before the programme's first report, nor after a year", () => {
    expect(missingMonths({ supportReports }, "supportStation", "2025-01-16")).toEqual([]);
    expect(missing("2026-01-20")[0]).toBe("2025-01");
  });
});

describe("what is due", () => {
  it("is a class's outcome after 30 June", () => {
    expect([
      outcomesAreDue("2025-06-30"),
      outcomesAreDue("2025-07-01"),
      outcomesAreDue("2026-03-01"),
    ]).toEqual([false, true, true]);
  });

  it("is a quarter's answer after two weeks", () => {
    const asked = jst("2025-07-01", "09:00");
    expect(answersAreDue(asked, jst("2025-07-15", "09:00"))).toBe(false);
    expect(answersAreDue(asked, jst("2025-07-15", "09:01"))).toBe(true);
  });

  it("is the reception of an event that is over", () => {
    const event = (id: string, day: string, state = "published") => ({
      id,
      kind: "seminar",
      title: id,
      state,
      startsAt: jst(day, "10:00"),
      endsAt: jst(day, "12:00"),
    });
    const events = [
      event("today", "2025-07-10"),
      event("empty", "2025-07-09"),
      event("cancelled", "2025-07-09", "cancelled"),
      event("long ago", "2025-01-09"),
      event("visited", "2025-07-08"),
    ];
    const at = jst("2025-07-08", "10:05");
    const row = { id: "1", category: "student", headCount: 1, at, knownAt: at, voidedAt: null };
    const found = eventsWithoutCheckIns(
      { events, checkIns: [{ ...row, eventId: "visited" }] },
      jst("2025-07-10", "18:00"),
    );
    expect(found.map(({ id }) => id)).toEqual(["empty"]);
  });
});

describe("an official figure", () => {
  const row = (asOf: string, changes: Partial<DatedObservation> = {}): DatedObservation => ({
    kind: "actual",
    fiscalYear: Number(asOf.slice(0, 4)),
    asOf,
    value: 1,
    text: null,
    missingReason: null,
    note: "",
    source: "",
    status: "final",
    recordedAt: new Date(0),
    ...changes,
  });
  const late = (rows: DatedObservation[], today: string) =>
    lateSource(rows, { today, knownOn: jst(today, "12:00") });

  it("is late three months after its own rhythm", () => {
    const yearly = [row("2022-04-30"), row("2023-04-30"), row("2024-04-30")];
    expect(late(yearly, "2025-07-30")).toBeNull();
    expect(late(yearly, "2025-08-10")).toMatchObject({ newest: "2024-04-30", lateDays: 9 });
    const [, , newest] = yearly;
    const papers = [...yearly.slice(0, 2), { ...newest!, source: "工業統計" }];
    expect(late(papers, "2025-08-10")).toMatchObject({ source: "工業統計" });
    const quarterly = [row("2024-03-31"), row("2024-06-30"), row("2024-09-30")];
    expect(late(quarterly, "2025-05-01")).toMatchObject({ usualDays: 92 });
  });

  it("counts by the year's end without an as-of day, and by a year with one observation", () => {
    expect(late([row("2023", { asOf: null })], "2025-07-03")).toMatchObject({
      newest: "2024-03-31",
      usualDays: 365,
      lateDays: 2,
    });
  });

  it("is not late for what other towns, baselines or later records say", () => {
    expect(late([row("2020-04-30", { areaId: "morioka" })], "2025-07-03")).toBeNull();
    expect(late([row("2020-04-30", { kind: "baseline" })], "2025-07-03")).toBeNull();
    expect(late([row("2020-04-30", { recordedAt: jst("2026-01-01") })], "2025-07-03")).toBeNull();
  });
});

describe("a grade", () => {
  const gap = (
    grade: "A" | "B" | "C" | "D" | null,
    computedGrade: "A" | "B" | "C" | null,
    gradeReason = "",
  ) => gradeGap({ grade, computedGrade, gradeReason });

  it("is odd two steps from the computed one, or beside it without a reason", () => {
    expect(gap("A", "C", "外部の要因のため")).toMatchObject({ steps: 2, hasReason: true });
    expect(gap("B", "A", " ")).toMatchObject({ steps: 1, hasReason: false });
    expect(gap("B", "A", "外部の要因のため")).toBeNull();
    expect(gap("B", "B")).toBeNull();
  });

  it("is not judged before there are both", () => {
    expect([gap(null, "A"), gap("A", null)]).toEqual([null, null]);
  });
});

describe("an input", () => {
  const grant = (decidedOn: string, supersededAt: Date | null = null): Facts["grants"][number] => ({
    id: decidedOn,
    projectCode: "1-1-12",
    companyId: null,
    countedAs: "youngPerson",
    people: 1,
    decidedOn,
    knownAt: new Date(0),
    supersededAt,
  });
  const silent = (grants: Facts["grants"]) => silentInputs({ ...NO_FACTS, grants }, "2025-11-20");

  it("is silent when other years had records in the same ninety days", () => {
    expect(silent([grant("2024-10-01"), grant("2023-11-01"), grant("2025-06-01")])).toEqual([
      { input: "trainingGrants", last: "2025-06-01", earlier: [1, 1, 0] },
    ]);
  });

  it("is not silent with a record within ninety days, nor when this season never had any", () => {
    expect(silent([grant("2024-10-01"), grant("2025-08-23")])).toEqual([]);
    expect(silent([grant("2024-06-01"), grant("2023-06-01")])).toEqual([]);
  });

  it("counts only what still stands", () => {
    expect(silent([grant("2024-10-01"), grant("2025-11-01", jst("2025-11-05"))])).toHaveLength(1);
  });
});
