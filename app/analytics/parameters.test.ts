import { describe, expect, test } from "vitest";
import { checkInFact, eventFact, placementFact } from "#tests/support/builders/facts.ts";
import { type Facts, NO_FACTS, periodUpTo } from "./facts.ts";
import { parametersOf, readChosenParameters } from "./parameters.ts";
import { findMeasure, MEASURES } from "./registry.ts";

const facts: Facts = {
  ...NO_FACTS,
  events: [
    eventFact("june", "guidanceFair", "2024-06-07"),
    eventFact("march", "guidanceFair", "2025-03-08"),
    eventFact("visit", "companyVisit", "2024-06-20"),
  ],
  checkIns: [
    checkInFact("june", "2024-06-07T13:00"),
    { ...checkInFact("june", "2024-06-07T13:10"), category: "guardian" },
    checkInFact("march", "2025-03-08T13:00"),
    checkInFact("visit", "2024-06-20T13:00"),
  ],
};

function valueOf(key: string, parameters: Record<string, string | number>, from = facts) {
  return findMeasure(key)!.compute(from, periodUpTo("2025-03-31"), parameters).value;
}

describe("the parameters of measures", () => {
  test("are described for every measure that takes some, with what holds without", () => {
    for (const { key, parameters } of MEASURES)
      for (const [name, usual] of Object.entries(parameters ?? {}))
        expect(parametersOf(key).find((one) => one.name === name)?.usual, `${key} ${name}`).toBe(usual);
    expect(parametersOf("registered-companies")).toEqual([]);
    expect(parametersOf(null)).toEqual([]);
  });

  test("choose the kind of event, its month and who came", () => {
    const people = (parameters: Record<string, string | number>) =>
      valueOf("chosen-event-participants", parameters);
    expect(people({})).toBe(4);
    expect(people({ eventKind: "guidanceFair" })).toBe(3);
    expect(people({ eventKind: "guidanceFair", month: 6 })).toBe(2);
    expect(people({ eventKind: "guidanceFair", participantCategory: "guardian" })).toBe(1);
    expect(people({ month: 3 })).toBe(1);
    expect(valueOf("chosen-events-held", { eventKind: "companyVisit" })).toBe(1);
    expect(valueOf("chosen-events-held", {})).toBe(3);
  });

  test("choose the route by which people were hired", () => {
    const hired = { ...placementFact({ startedOn: "2024-04-01", source: "company" }), companyId: "c" };
    const known = {
      ...NO_FACTS,
      placements: [
        { ...hired, id: "one", route: "helloWork" },
        { ...hired, id: "two", route: "portal" },
      ],
    };
    expect(valueOf("hires-by-route", { route: "helloWork" }, known)).toBe(1);
  });
});

describe("what was typed for them", () => {
  test("keeps only what differs from the usual, so that the same choice is the same parameters", () => {
    expect(readChosenParameters("hires-by-route", { route: "portal" })).toEqual({ ok: true, parameters: {} });
    expect(readChosenParameters("hires-by-route", { route: "" })).toEqual({ ok: true, parameters: {} });
    expect(readChosenParameters("hires-by-route", { route: "helloWork" })).toEqual({
      ok: true,
      parameters: { route: "helloWork" },
    });
    expect(readChosenParameters("contact-before-placement", { months: "１２" })).toEqual({
      ok: true,
      parameters: { months: 12 },
    });
    expect(readChosenParameters(null, { route: "helloWork" })).toEqual({ ok: true, parameters: {} });
  });

  test("is refused where it is no choice, no number, out of range, or was never asked", () => {
    expect(readChosenParameters("chosen-event-participants", { eventKind: "party", month: "13" })).toEqual({
      ok: false,
      errors: { eventKind: "choose", participantCategory: "parameter-open", month: "number-range:1:12" },
    });
    expect(readChosenParameters("contact-before-placement", { months: "two" })).toEqual({
      ok: false,
      errors: { months: "whole-number" },
    });
    expect(readChosenParameters("chosen-event-participants", {})).toEqual({
      ok: false,
      errors: { eventKind: "parameter-open" },
    });
  });
});
