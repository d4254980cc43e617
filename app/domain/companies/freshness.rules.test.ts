import { describe, expect, test } from "vitest";
import {
  answerableUntil,
  freshnessOf,
  freshSince,
  lastConfirmedAt,
  leavesSearchOn,
  quarterOf,
  quarterStart,
  searchableSince,
} from "./freshness.rules.ts";

const at = (text: string) => new Date(text);
// Confirmed on 1 June 2026 in the last second of the day in Japan.
const confirmedAt = at("2026-06-01T23:59:59+09:00");

describe("facts grow old at midnight in Japan", () => {
  test.each([
    ["2026-06-01T23:59:59+09:00", "fresh"],
    ["2026-08-29T23:59:59.999+09:00", "fresh"],
    ["2026-08-30T00:00:00+09:00", "amber"],
    ["2026-11-27T23:59:59.999+09:00", "amber"],
    ["2026-11-28T00:00:00+09:00", "hidden"],
  ])("at %s they are %s", (now, state) => {
    expect(freshnessOf(confirmedAt, at(now))).toBe(state);
    // The conditions of the database draw the same lines.
    expect(confirmedAt >= freshSince(at(now))).toBe(state === "fresh");
    expect(confirmedAt >= searchableSince(at(now))).toBe(state !== "hidden");
  });

  test("the day on which a company leaves search is told before", () => {
    expect(leavesSearchOn(confirmedAt)).toBe("2026-11-28");
  });

  test("the first moment of a day counts like its last", () => {
    const early = at("2026-06-01T00:00:00+09:00");
    expect(freshnessOf(early, at("2026-08-29T23:59:59+09:00"))).toBe("fresh");
    expect(freshnessOf(early, at("2026-08-30T00:00:00+09:00"))).toBe("amber");
  });
});

test("the latest of publication, submission and confirmation counts; nothing at all counts as hidden", () => {
  const [old, middle, late] = [
    at("2026-01-01T00:00:00Z"),
    at("2026-02-01T00:00:00Z"),
    at("2026-03-01T00:00:00Z"),
  ];
  expect(lastConfirmedAt({ confirmedAt: null, firstPublishedAt: old, submittedAt: null })).toEqual(old);
  expect(lastConfirmedAt({ confirmedAt: middle, firstPublishedAt: old, submittedAt: late })).toEqual(late);
  expect(lastConfirmedAt({ confirmedAt: late, firstPublishedAt: old, submittedAt: middle })).toEqual(late);
  expect(lastConfirmedAt({ confirmedAt: null, firstPublishedAt: null, submittedAt: null })).toBeNull();
  expect(freshnessOf(null, late)).toBe("hidden");
});

describe("a quarter", () => {
  test.each([
    ["2026-12-31T23:59:59+09:00", "2026-Q4", "2026-10-01", "2027-01-30"],
    ["2027-01-01T00:00:00+09:00", "2027-Q1", "2027-01-01", "2027-04-30"],
    ["2027-06-30T14:59:59Z", "2027-Q2", "2027-04-01", "2027-07-30"],
    ["2027-06-30T15:00:00Z", "2027-Q3", "2027-07-01", "2027-10-30"],
  ])("at %s is %s", (now, quarter, start, until) => {
    expect(quarterOf(at(now))).toBe(quarter);
    expect(quarterStart(quarter)).toBe(start);
    expect(answerableUntil(quarter)).toBe(until);
  });
});
