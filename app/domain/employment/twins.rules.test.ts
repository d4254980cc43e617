import { expect, test } from "vitest";
import { likelyTwins, type ToldPlacement } from "./twins.rules.ts";

const told = (changes: Partial<ToldPlacement>): ToldPlacement => ({
  id: "c1",
  personKey: "p-1",
  source: "company",
  kind: "midCareer",
  companyId: "neji",
  startedOn: "2026-10-01",
  ...changes,
});
const office = (changes: Partial<ToldPlacement> = {}) =>
  told({ id: "o1", personKey: "p-2", source: "jobCafe", ...changes });

test("a start that employer and office told within a fortnight may be one person", () => {
  for (const startedOn of ["2026-10-01", "2026-10-15", "2026-09-17"])
    expect(likelyTwins([told({}), office({ startedOn })])).toMatchObject([
      { ofCompany: { id: "c1" }, ofOffice: { id: "o1" } },
    ]);
  for (const startedOn of ["2026-10-16", "2026-09-16"])
    expect(likelyTwins([told({}), office({ startedOn })])).toEqual([]);
});

test("nobody is compared at another employer, without one, with themselves, or two of one source", () => {
  expect(likelyTwins([told({}), office({ companyId: "hana" })])).toEqual([]);
  expect(likelyTwins([told({}), office({ companyId: null })])).toEqual([]);
  expect(likelyTwins([told({}), office({ personKey: "p-1" })])).toEqual([]);
  expect(likelyTwins([told({}), told({ id: "c2", personKey: "p-3" })])).toEqual([]);
  expect(likelyTwins([office(), office({ id: "o2", personKey: "p-4", source: "supportStation" })])).toEqual(
    [],
  );
});

test("a new graduate is nobody from another job, and may be somebody whom an office supported", () => {
  expect(likelyTwins([told({ kind: "newGraduate" }), office()])).toEqual([]);
  expect(likelyTwins([told({ kind: "newGraduate" }), office({ kind: "supported" })])).toHaveLength(1);
});

test("the newest start stands first", () => {
  const rows = [told({}), office(), told({ id: "c2", startedOn: "2026-10-08" })];
  expect(likelyTwins(rows).map(({ ofCompany }) => ofCompany.id)).toEqual(["c2", "c1"]);
});
