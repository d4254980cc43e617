import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Computed } from "#app/analytics/measure.ts";
import { attackedCells, attackRelease, publishedFigures } from "../disclosure/attack.rules.ts";
import { STANDARD_LIMITS } from "../disclosure/rules.ts";
import { hideSmallCells } from "../disclosure/suppression.rules.ts";
import { drawFlows, drawRetention } from "./employment-tables.ts";
import { type Draft, figureName, publish } from "./figure-draft.ts";

const NOTHING: ReadonlySet<string> = new Set();

function computed(parts: Partial<Computed>): Computed {
  return {
    key: "people-placed",
    version: 1,
    counts: "people",
    timeNature: "flow",
    asOf: "2025-01-31",
    knownOn: new Date("2025-03-25T01:00:00Z"),
    fiscalYear: 2024,
    value: 0,
    missing: null,
    breakdowns: [],
    inputCount: 0,
    memberCount: 0,
    rate: null,
    bounds: null,
    digest: "",
    ...parts,
  };
}

type Town = {
  station: { people: number; again: number; twice: number };
  cafe: number;
  hires: { schoolIntroduction: number; portal: number; other: number };
  contact: { had: number; none: number; withoutConsent: number };
};

/** A town in which nobody is reported from two sides. */
function flowsOf({ station, cafe, hires, contact }: Town): Draft {
  const company = hires.schoolIntroduction + hires.portal + hires.other;
  const cells = (values: Record<string, number>) =>
    Object.entries(values).map(([key, value]) => ({ key, value }));
  const by = (name: "programme" | "route" | "contact", values: Record<string, number>) => [
    { by: name, counts: "people" as const, partition: name === "route", cells: cells(values) },
  ];
  const first = station.people - station.again;
  const asked: Record<string, Partial<Computed>> = {
    "people-placed": {
      value: station.people + cafe + company,
      breakdowns: by("programme", { jobCafe: cafe, supportStation: station.people, company }),
    },
    "first-time-people-placed": {
      value: first + cafe + company,
      breakdowns: by("programme", { jobCafe: cafe, supportStation: first, company }),
    },
    "job-cafe-placements": { value: cafe },
    "support-station-placements": { value: station.people + station.twice },
    "company-hires": { value: company, breakdowns: by("route", hires) },
    "contact-before-placement": {
      value: contact.had + contact.none === 0 ? null : (contact.had / (contact.had + contact.none)) * 100,
      rate: {
        numerator: contact.had,
        denominator: contact.had + contact.none,
        unknown: contact.withoutConsent,
      },
      breakdowns: by("contact", { event: contact.had }),
    },
  };
  return drawFlows((key) => computed(asked[key] ?? { value: 100 }));
}

const TOWN: Town = {
  station: { people: 71, again: 31, twice: 2 },
  cafe: 25,
  hires: { schoolIntroduction: 53, portal: 28, other: 20 },
  contact: { had: 20, none: 30, withoutConsent: 40 },
};

function stay(values: { stayed: number; separated: number; unanswered: number }): Computed {
  const { stayed, separated, unanswered } = values;
  const known = stayed + separated;
  return computed({
    value: known === 0 ? null : (stayed / known) * 100,
    missing: known === 0 ? "undefined" : null,
    rate: { numerator: stayed, denominator: known, unknown: unanswered },
    breakdowns: [
      {
        by: "stay",
        counts: "people",
        partition: false,
        cells: Object.entries(values).map(([key, value]) => ({ key, value })),
      },
    ],
  });
}

describe("the year's figures of work", () => {
  test("are shown where there are enough people", () => {
    const read = publish([{ draft: flowsOf(TOWN), heldBack: NOTHING }], STANDARD_LIMITS);
    expect(
      ["placements", "people", "first", "again"].map((column) => read("placed", "supportStation", column)),
    ).toEqual([73, 71, 40, 31]);
    expect(read("contact", "people", "rate")).toBe(40);
    expect(read("hires", "jobCafe", "hires")).toBe(0);
  });

  test("hide a few people together with what would tell them", () => {
    const few = { ...TOWN, station: { people: 71, again: 3, twice: 0 } };
    const read = publish([{ draft: flowsOf(few), heldBack: NOTHING }], STANDARD_LIMITS);
    expect(read("placed", "supportStation", "again")).toBe("suppressed");
    const others = ["people", "first"].map((column) => read("placed", "supportStation", column));
    expect(others).toContain("suppressed");
  });

  test("hide the share of contacts where fewer than ten agreed or a few had none", () => {
    for (const contact of [
      { had: 5, none: 4, withoutConsent: 90 },
      { had: 40, none: 2, withoutConsent: 90 },
    ]) {
      const read = publish([{ draft: flowsOf({ ...TOWN, contact }), heldBack: NOTHING }], STANDARD_LIMITS);
      expect(read("contact", "people", "rate")).toBe("suppressed");
      expect(read("contact", "people", "none")).toBe("suppressed");
    }
  });

  test("keep back what the papers keep back, and what an earlier version hid", () => {
    const name = figureName("placed", "supportStation", "first");
    const held = publish([{ draft: flowsOf(TOWN), heldBack: new Set([name]) }], STANDARD_LIMITS);
    expect(held("placed", "supportStation", "first")).toBe("suppressed");
    const hires = { schoolIntroduction: 53, portal: 20, other: 3 };
    const corrected = { ...TOWN, hires: { ...hires, schoolIntroduction: 54 } };
    const read = publish(
      [
        { draft: flowsOf({ ...TOWN, hires }), heldBack: NOTHING },
        { draft: flowsOf(corrected), heldBack: NOTHING },
      ],
      STANDARD_LIMITS,
    );
    expect(read("hires", "other", "hires")).toBe("suppressed");
    expect(read("hires", "portal", "hires")).toBe("suppressed");
  });

  test("stand an attack with all sums that readers can see", () => {
    const people = fc.nat(30);
    fc.assert(
      fc.property(
        fc.record({
          station: fc.record({
            people: fc.integer({ min: 12, max: 40 }),
            again: fc.nat(12),
            twice: fc.nat(3),
          }),
          cafe: people,
          hires: fc.record({ schoolIntroduction: people, portal: people, other: people }),
          contact: fc.record({ had: people, none: people, withoutConsent: people }),
        }),
        (town) => {
          const { document, relations } = flowsOf(town);
          const result = hideSmallCells([document], relations, STANDARD_LIMITS);
          const found = attackRelease({
            published: publishedFigures(result.documents),
            hidden: attackedCells([document], result.hidden, STANDARD_LIMITS),
            relations,
          });
          const known = new Set(result.unprotected);
          expect(found.filter(({ name }) => !known.has(name))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("who stays", () => {
  const drawn = (...horizons: Parameters<typeof stay>[0][]) =>
    publish(
      [
        {
          draft: drawRetention(
            [horizons.map((values, at) => ({ row: `2024-${at}`, months: 6, computed: stay(values) }))],
            [],
            STANDARD_LIMITS,
          ),
          heldBack: NOTHING,
        },
      ],
      STANDARD_LIMITS,
    );

  test("is shown with those who left and those of whom nothing is known", () => {
    const read = drawn({ stayed: 58, separated: 35, unanswered: 25 });
    expect(["stayed", "left", "unknown", "all"].map((column) => read("stay", "2024-0", column))).toEqual([
      58, 35, 25, 118,
    ]);
    expect(read("stay", "2024-0", "rate")).toBeCloseTo(62.37, 1);
  });

  test("is hidden where a few left, also as a rate", () => {
    const read = drawn({ stayed: 75, separated: 3, unanswered: 30 });
    expect(read("stay", "2024-0", "rate")).toBe("suppressed");
    expect(read("stay", "2024-0", "left")).toBe("suppressed");
    const others = ["stayed", "unknown", "all"].map((column) => read("stay", "2024-0", column));
    expect(others).toContain("suppressed");
  });

  test("does not tell a few who left between two times by the difference", () => {
    const read = drawn(
      { stayed: 75, separated: 6, unanswered: 30 },
      { stayed: 73, separated: 8, unanswered: 30 },
    );
    expect([read("stay", "2024-0", "left"), read("stay", "2024-1", "left")]).toContain("suppressed");
  });

  test("is neither everybody nor nobody where no employer answered", () => {
    expect(drawn({ stayed: 0, separated: 0, unanswered: 20 })("stay", "2024-0", "rate")).toBe("undefined");
  });
});
