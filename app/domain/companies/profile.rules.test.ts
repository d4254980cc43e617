import { describe, expect, test } from "vitest";
import { hasErrorWords } from "#app/locales/ja/errors.ts";
import { leaverShare, threeYearTotals } from "./hires.rules.ts";
import { compareProfiles, completenessOf, isBlank, readProfile } from "./profile.rules.ts";
import { profileFromForm, profileToForm } from "./profile-form.rules.ts";
import { companyProfileSchema } from "./schema.ts";
import { draftSchema, reviewSchema, submissionSchema } from "./submission.schema.ts";

const typed = {
  name: "㈱ｼｻｸ",
  nameKana: "しさく",
  postalCode: "〒０２１－８５０１",
  address: "岩手県一関市竹山町7-2",
  area: "一関",
  phone: "0191ー21ー2111",
  contactDepartment: "総務課",
  industryCode: "24",
  asOf: "令和7年1月31日",
  description:
    "農業機械の部品を、図面づくりから削り出し、検査まで一つの工場で行っています。高校生の見学も受け入れています。",
  products: "歯車、シャフト\n歯車",
  benefits: ["社員寮", "車通勤可"],
  employeeCount: "１,２００",
  kosenAlumni: "unknown",
  highSchoolAlumni: "yes",
};
const profile = companyProfileSchema.parse(typed);

test("what people mistype is understood", () => {
  expect(profile).toMatchObject({
    name: "(株)シサク",
    nameKana: "シサク",
    postalCode: "0218501",
    phone: "0191-21-2111",
    asOf: "2025-01-31",
    products: ["歯車", "シャフト"],
    employeeCount: 1200,
    annualHolidays: null,
  });
});

describe("a wrong field is named and nothing else", () => {
  test.each([
    ["asOf", "令和7年2月30日", "no-such-day"],
    ["asOf", "", "required"],
    ["employeeCount", "約50", "whole-number"],
    ["employeeCount", "-1", "number-range:0:100000"],
    ["website", "javascript:alert(1)", "url"],
    ["website", "ｗｗｗ", "url"],
    ["videoUrl", "http://video.example/1", "url"],
    ["phone", "内線12", "phone"],
    ["postalCode", "021", "postal-code"],
    ["nameKana", "試作", "kana"],
    ["description", "あ".repeat(10_000), "too-long:400"],
    ["description", "短い", "too-short:40"],
    ["products", "あ".repeat(41), "word-too-long:40"],
    ["area", "盛岡", "choose"],
  ])("%s: %s", (field, value, code) => {
    const result = submissionSchema.safeParse({ ...typed, [field]: value });
    expect(result.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      [field, code],
    ]);
    expect(hasErrorWords(code)).toBe(true);
  });

  test("more people cannot leave than were hired", () => {
    const result = submissionSchema.safeParse({ ...typed, newGraduatesHired: "3", newGraduatesLeft: "4" });
    expect(result.error?.issues).toMatchObject([
      { path: ["newGraduatesLeft"], message: "more-left-than-hired" },
    ]);
  });
});

test("a form filled from a profile gives the same profile back", () => {
  expect(companyProfileSchema.parse(profileFromForm(profileToForm(profile)))).toEqual(profile);
});

test("a draft goes back into the form as it was typed", () => {
  const draft = draftSchema.parse({
    name: "途中",
    employeeCount: "約50",
    benefits: "社員寮",
    baseNumber: "3",
    other: "x",
  });
  expect(draft).toEqual({
    baseNumber: 3,
    submitterNote: "",
    wordingReason: "",
    name: "途中",
    employeeCount: "約50",
    benefits: "社員寮",
  });
  expect(profileToForm(draft)).toMatchObject({
    name: "途中",
    employeeCount: "約50",
    benefits: "社員寮",
    area: "",
  });
  expect(draftSchema.safeParse({ description: "あ".repeat(10_001) }).success).toBe(false);
});

test("a profile that was stored before a field existed reads as blank there", () => {
  const { dayAtWork: _dayAtWork, ...old } = profile;
  expect(readProfile(old).dayAtWork).toBe("");
});

test("the order of keys in stored rows is no difference", () => {
  const row = { name: "第二工場", postalCode: "0210001", address: "一関市1", area: "一関" } as const;
  const stored = { area: row.area, name: row.name, address: row.address, postalCode: row.postalCode };
  const [before, after] = [
    { ...profile, establishments: [stored] },
    { ...profile, establishments: [row] },
  ];
  expect(compareProfiles(before, after)).toEqual([]);
  expect(compareProfiles(before, { ...after, establishments: [{ ...row, area: "花泉" }] })).toHaveLength(1);
});

test("the difference names changed fields only; ticked boxes have no order", () => {
  expect(compareProfiles(profile, { ...profile, benefits: ["車通勤可", "社員寮"] })).toEqual([]);
  expect(compareProfiles(profile, { ...profile, employeeCount: null })).toEqual([
    { field: "employeeCount", before: 1200, after: null },
  ]);
  const first = compareProfiles(null, profile).map(({ field }) => field);
  expect(first).toContain("name");
  expect(first).not.toContain("annualHolidays");
});

test("a figure of 0 is filled in, a blank is not", () => {
  expect(isBlank(0)).toBe(false);
  const before = completenessOf(profile).filled;
  expect(completenessOf({ ...profile, averageOvertimeHours: 0 }).filled).toBe(before + 1);
});

test("the meter names what is missing, the most wanted first, and weighs it", () => {
  const { missing, percent } = completenessOf(profile);
  expect(missing.slice(0, 4)).toEqual(["startingPayHighSchool", "annualHolidays", "graduateHires", "photos"]);
  const paid = completenessOf({ ...profile, startingPayKosen: 210_000 });
  const reached = completenessOf({ ...profile, commute: "駅から歩いて5分です。" });
  expect(paid.missing).not.toContain("startingPayHighSchool");
  expect(paid.percent - percent).toBeGreaterThan(reached.percent - percent);
});

test("the total of leavers of a company without rows by year counts as told", () => {
  const told = completenessOf({ ...profile, newGraduatesHired: 3, newGraduatesLeft: 0 });
  expect(told.missing).not.toContain("graduateHires");
});

test.each([
  [6, 1, 17],
  [6, 0, 0],
  [0, 0, null],
  [1, 1, null],
  [null, 1, null],
  [6, null, null],
])("of %s hired %s left: %s percent", (newGraduatesHired, newGraduatesLeft, percent) => {
  expect(leaverShare(threeYearTotals({ graduateHires: [], newGraduatesHired, newGraduatesLeft }))).toBe(
    percent,
  );
});

test("a return needs a reason, a publication does not", () => {
  expect(reviewSchema.safeParse({ intent: "publish" }).success).toBe(true);
  expect(reviewSchema.safeParse({ intent: "return", comment: "　" }).error?.issues).toMatchObject([
    { message: "return-reason" },
  ]);
  expect(reviewSchema.safeParse({ intent: "return", reasons: "facts" }).success).toBe(true);
  expect(reviewSchema.safeParse({ intent: "delete" }).success).toBe(false);
});
