import { describe, expect, test } from "vitest";
import { MEASURES } from "#app/analytics/registry.ts";
import { threeYearTotals } from "#app/domain/companies/hires.rules.ts";
import { completenessOf } from "#app/domain/companies/profile.rules.ts";
import { isCorporateNumber, isManufacturing } from "#app/domain/companies/rules.ts";
import { futureProblems, settleProfile } from "#app/domain/companies/profile-checks.rules.ts";
import { profileFromForm, profileToForm } from "#app/domain/companies/profile-form.rules.ts";
import type { CompanyProfile } from "#app/domain/companies/schema.ts";
import { submissionSchema } from "#app/domain/companies/submission.schema.ts";
import { endOfDay } from "#app/platform/calendar.ts";
import { DEMO_COMPANY, NEVER_PUBLISHED_COMPANY, PENDING_COMPANY } from "./companies/cohorts.ts";
import { eventId } from "./events/write.ts";
import { userId } from "./accounts/ids.ts";
import { DEPARTMENT_TALK } from "./events/departments.ts";
import { PRESENT } from "./events/present.ts";
import { MEASURE_KEYS } from "./plan/computed-indicators.ts";
import { TABLES } from "./rows.ts";
import { drawUpTown } from "./town.ts";

const NOW = new Date("2026-11-20T03:00:00Z");
const town = drawUpTown({ now: NOW, passwordHash: "hash" });
const companyOf = (slug: string) => town.company.find((company) => company.slug === slug)!;
const ABOUT = { baseNumber: -1, submitterNote: "", wordingReason: "" };
const profiles = town.companyRevision.map((revision) => revision.profile as CompanyProfile);
const newest = new Map(
  town.companyRevision.map((revision) => [revision.companyId, revision.profile as CompanyProfile]),
);

describe("companies", () => {
  test("every stored profile is one that the form accepts and stores just so", () => {
    for (const profile of profiles) {
      const typed = profileFromForm(profileToForm(profile));
      expect(settleProfile(submissionSchema.parse(typed))).toEqual({ ...profile, ...ABOUT });
      expect(futureProblems(profile, "2026-11-20")).toEqual([]);
    }
  });

  test("corporate numbers have right check digits, lie in a range that no register office has, and are unique", () => {
    const numbers = town.company.flatMap(({ corporateNumber }) => corporateNumber ?? []);
    expect(numbers.every(isCorporateNumber)).toBe(true);
    expect(numbers.every((number) => number.slice(1, 5) === "9999")).toBe(true);
    expect(new Set(numbers).size).toBe(numbers.length);
    const without = 1 - numbers.length / town.company.length;
    expect(without).toBeGreaterThan(0.08);
    expect(without).toBeLessThan(0.16);
  });

  test("names, readings, slugs and descriptions are each used once", () => {
    const all = [...newest.values()];
    for (const field of ["name", "nameKana", "description"] as const)
      expect(new Set(all.map((profile) => profile[field])).size, field).toBe(town.company.length);
    expect(new Set(town.company.map(({ slug }) => slug)).size).toBe(town.company.length);
    expect(town.company.every(({ slug }) => /^[a-z]+(-[a-z]+)*$/.test(slug))).toBe(true);
  });

  test("descriptions have 80 to 250 characters and no gap that was left unfilled", () => {
    for (const { description } of newest.values()) {
      expect(description.length, description).toBeGreaterThanOrEqual(80);
      expect(description.length, description).toBeLessThanOrEqual(250);
      expect(description).not.toMatch(/[{}]|undefined/);
    }
  });

  test("youth employment facts are possible: nobody left who was not hired, and rows by year add up", () => {
    for (const profile of profiles) {
      const { newGraduatesHired: hired, newGraduatesLeft: left } = profile;
      if (hired !== null) expect(left).toBeLessThanOrEqual(hired);
      expect(threeYearTotals(profile)).toEqual({ hired, left });
    }
  });

  test("some companies tell nearly all that students look for, many about half, some little", () => {
    const shares = [...newest.values()].map((profile) => completenessOf(profile).percent);
    const between = (least: number, most: number) =>
      shares.filter((share) => share >= least && share < most).length;
    expect(between(75, 101)).toBeGreaterThan(15);
    expect(between(45, 75)).toBeGreaterThan(60);
    expect(between(0, 45)).toBeGreaterThan(15);
    const demo = completenessOf(newest.get(companyOf(DEMO_COMPANY).id)!);
    expect(demo.missing.filter((field) => field !== "photos")).toEqual([]);
  });

  test("telephone numbers belong to nobody: no exchange begins with 0", () => {
    expect(profiles.every(({ phone }) => /^0191-0\d-\d{4}$/.test(phone))).toBe(true);
  });

  test("only manufacturers stand in the directory, from their publication on", () => {
    for (const entry of town.manufacturingEntry) {
      expect(isManufacturing(newest.get(entry.companyId)!.industryCode)).toBe(true);
      const company = town.company.find(({ id }) => id === entry.companyId)!;
      expect(
        (entry.listedAt as Date) >= new Date((company.firstPublishedAt as Date).getTime() - 86_400_000),
      ).toBe(true);
    }
  });

  test("each company has at most one published revision, and only those that left have none", () => {
    for (const company of town.company) {
      const published = town.companyRevision.filter(
        ({ companyId, state }) => companyId === company.id && state === "published",
      );
      expect(published.length).toBe(company.firstPublishedAt && !company.withdrawnAt ? 1 : 0);
    }
  });

  test("one change waits for approval, one company waits for its first publication, one change was returned", () => {
    const open = town.companyRevision
      .filter(({ state }) => state === "submitted")
      .map(({ companyId }) => companyId);
    expect(open.toSorted()).toEqual(
      [companyOf(PENDING_COMPANY).id, companyOf(NEVER_PUBLISHED_COMPANY).id].toSorted(),
    );
    expect(town.companyRevision.filter(({ state }) => state === "returned")).toHaveLength(1);
    expect(companyOf(NEVER_PUBLISHED_COMPANY).firstPublishedAt).toBeNull();
    expect(companyOf(DEMO_COMPANY).withdrawnAt).toBeNull();
  });
});

describe("events", () => {
  test("the reserved seats of every pool are the head counts registered or offered", () => {
    for (const pool of town.capacityPool) {
      const taken = town.registration
        .filter(({ poolId, state }) => poolId === pool.id && (state === "registered" || state === "offered"))
        .reduce((sum, { headCount }) => sum + headCount!, 0);
      expect(pool.reserved).toBe(taken);
      expect(pool.reserved!).toBeLessThanOrEqual(pool.capacity);
    }
  });

  test("around today there are a nearly full event, a full one with people waiting, one for schools, one cancelled, one planned", () => {
    const poolsOf = (key: string) => {
      const sessions = town.eventSession
        .filter((session) => session.eventId === eventId(key))
        .map(({ id }) => id);
      return town.capacityPool.filter(
        ({ sessionId, category }) => sessions.includes(sessionId) && category === "student",
      );
    };
    const free = (key: string) => poolsOf(key).map(({ capacity, reserved }) => capacity - reserved!);
    const stateOf = (key: string) => town.event.find(({ id }) => id === eventId(key));
    expect(free(PRESENT.nearlyFull)).toEqual([2]);
    expect(free(PRESENT.full)).toEqual([0]);
    expect(
      town.registration.filter(
        ({ eventId: id, state }) => id === eventId(PRESENT.full) && state === "waiting",
      ),
    ).toHaveLength(5);
    expect(free(PRESENT.mainFair)[0]).toBeGreaterThan(200);
    expect(stateOf(PRESENT.schoolsOnly)?.audience).toBe("schools");
    expect(stateOf(PRESENT.cancelled)?.state).toBe("cancelled");
    expect(stateOf(PRESENT.planned)?.state).toBe("planned");
    expect(stateOf(PRESENT.opensNextWeek)!.registrationOpensAt! > NOW).toBe(true);
  });

  test("one event keeps seats for departments, and the demo student is offered one of the own", () => {
    const session = town.eventSession.find((row) => row.eventId === eventId(DEPARTMENT_TALK))!;
    const pools = town.capacityPool.filter((pool) => pool.sessionId === session.id && pool.department);
    expect(pools).toHaveLength(4);
    const offered = town.registration.filter(({ state }) => state === "offered");
    expect(offered.map(({ userId: id }) => id)).toEqual([userId("student@demo.example")]);
    expect((offered[0]!.offerExpiresAt as Date) > NOW).toBe(true);
    expect(pools.map(({ id }) => id)).toContain(offered[0]!.poolId);
  });

  test("nobody is checked in at an event that is not over, and nothing is recorded for a later day", () => {
    const today = endOfDay("2026-11-20");
    const over = new Set(town.event.filter(({ endsAt }) => endsAt < NOW).map(({ id }) => id));
    expect(town.checkIn.every((checkIn) => over.has(checkIn.eventId))).toBe(true);
    expect(town.domainEvent.every(({ occurredAt }) => occurredAt < today)).toBe(true);
    expect(town.boothApplication.every(({ appliedAt }) => appliedAt < NOW)).toBe(true);
  });

  test("ticket codes are unique", () => {
    expect(new Set(town.registration.map(({ ticketCode }) => ticketCode)).size).toBe(
      town.registration.length,
    );
  });
});

describe("internships", () => {
  test("only types 3 and 4 are called インターンシップ, and type 3 lasts five days or more", () => {
    for (const { type, title, days, audience } of town.internship) {
      expect(title.includes("インターンシップ")).toBe(type === "type3" || type === "type4");
      if (type === "type3") expect(days).toBeGreaterThanOrEqual(5);
      if (type === "type1") expect(days).toBe(1);
      expect((audience as string[]).includes("highSchool")).toBe(type === "schoolWorkExperience");
    }
  });

  test("the last day to apply comes before the first day, and some are open", () => {
    expect(
      town.internship.every(({ applyBy, firstDay, lastDay }) => applyBy < firstDay && firstDay <= lastDay),
    ).toBe(true);
    const open = town.internship.filter(({ applyBy, companyId }) => applyBy > NOW && companyId !== "");
    expect(open.length).toBeGreaterThan(12);
    expect(open.every(({ publishedAt }) => publishedAt! < NOW)).toBe(true);
  });
});

describe("the plan", () => {
  test("every measure that an indicator names is in the registry", () => {
    const keys = new Set(MEASURES.map(({ key }) => key));
    const named = town.indicatorVersion.flatMap(({ measureKey }) => measureKey ?? []);
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    expect(
      Object.keys(MEASURE_KEYS).filter((id) => !town.indicator.some((indicator) => indicator.id === id)),
    ).toEqual([]);
  });

  test("no result of fiscal 2024 is entered where a measure computes it", () => {
    const computed = new Set(
      town.indicatorVersion.filter(({ measureKey }) => measureKey).map(({ indicatorId }) => indicatorId),
    );
    const typed = town.observation.filter(
      ({ indicatorId, fiscalYear, value }) =>
        computed.has(indicatorId) && fiscalYear === 2024 && value != null,
    );
    expect(typed).toEqual([]);
  });

  test("55 projects are graded and four are new", () => {
    const projects = town.planNode.filter(
      ({ level, planId }) => level === "project" && planId === "ichinoseki-industry-2022",
    );
    const graded = town.evaluation.filter(({ grade, revision = 1 }) => grade != null && revision === 1);
    expect([projects.length, graded.length]).toEqual([59, 55]);
    expect(town.evaluation.filter(({ futureDirection }) => futureDirection === "new")).toHaveLength(4);
  });
});

test("two runs with the same clock draw up the same rows, in the same order", () => {
  expect(drawUpTown({ now: NOW, passwordHash: "hash" })).toEqual(town);
});

test("rows that refer to each other by id are there, and ids are unique", () => {
  for (const table of TABLES) {
    const ids = (town[table] as { id?: unknown }[]).flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size, table).toBe(ids.length);
  }
});

test.each([
  "2025-06-01T00:00:00Z",
  "2026-01-01T14:59:00Z",
  "2026-03-31T15:00:00Z",
  "2027-02-28T23:00:00Z",
  "2031-07-05T03:00:00Z",
])("the town can be drawn up on %s", (now) => {
  const other = drawUpTown({ now: new Date(now), passwordHash: "hash" });
  const there = other.company.filter(({ firstPublishedAt, withdrawnAt }) => firstPublishedAt && !withdrawnAt);
  expect(there).toHaveLength(194);
});

test("a clock inside the town's past is refused", () => {
  expect(() => drawUpTown({ now: new Date("2025-01-31T00:00:00Z"), passwordHash: "hash" })).toThrow(
    /from 2025-06-01 on/,
  );
});
