import { expect, test } from "vitest";
import { hasErrorWords } from "#app/locales/ja/errors.ts";
import { profileOf } from "#tests/support/builders/companies.ts";
import { futureProblems, profileProblems, settleProfile } from "./profile-checks.rules.ts";

const pays = { startingPayHighSchool: 185_000 };
const fixed = {
  ...pays,
  fixedOvertimePay: 20_000,
  fixedOvertimeHours: 15,
  fixedOvertimeExcessPaid: "yes" as const,
};

test.each([
  [{}, []],
  [fixed, []],
  [{ ...fixed, fixedOvertimeHours: null }, ["fixedOvertimeHours: fixed-overtime-together"]],
  [
    { ...pays, fixedOvertimeHours: 0 },
    ["fixedOvertimePay: fixed-overtime-together", "fixedOvertimeExcessPaid: fixed-overtime-together"],
  ],
  [{ ...fixed, fixedOvertimeExcessPaid: "no" as const }, ["fixedOvertimeExcessPaid: fixed-overtime-excess"]],
  [{ ...fixed, fixedOvertimePay: 185_000 }, ["fixedOvertimePay: fixed-overtime-above-pay"]],
  [{ newGraduatesHired: 1, newGraduatesLeft: 2 }, ["newGraduatesLeft: more-left-than-hired"]],
])("%j gives %j", (changes, problems) => {
  const found = profileProblems(profileOf(changes));
  expect(found.map(({ field, code }) => `${field}: ${code}`)).toEqual(problems);
  expect(found.every(({ code }) => hasErrorWords(code))).toBe(true);
});

test.each([
  [{ asOf: "2026-11-21" }, []],
  [{ asOf: "2026-11-22" }, ["asOf"]],
  [{ termsAsOf: "2027-01-01" }, ["termsAsOf"]],
  [{ foundedYear: 2027 }, ["foundedYear"]],
  [{ youthFactsYear: 2026 }, []],
  [{ youthFactsYear: 2027 }, ["youthFactsYear"]],
])("on 2026-11-21 %j has not come yet: %j", (changes, fields) => {
  const found = futureProblems(profileOf(changes), "2026-11-21");
  expect(found.map(({ field }) => field)).toEqual(fields);
  expect(found.every(({ code }) => hasErrorWords(code))).toBe(true);
});

test("a settled profile has no name twice, no empty row, and totals that are those of its rows", () => {
  const row = { fiscalYear: 2025, schoolKind: "highSchool", sex: "female" } as const;
  const settled = settleProfile(
    profileOf({
      name: "磐井試作",
      formerNames: ["磐井試作", "試作商店"],
      aliases: ["磐井試作"],
      graduateHires: [
        { ...row, hired: 2, left: 1 },
        { ...row, sex: "male", hired: null, left: null },
      ],
      newGraduatesHired: 9,
      newGraduatesLeft: 0,
    }),
  );
  expect(settled).toMatchObject({
    formerNames: ["試作商店"],
    aliases: [],
    newGraduatesHired: 2,
    newGraduatesLeft: 1,
  });
  expect(settled.graduateHires).toHaveLength(1);
});
