import { expect, test } from "vitest";
import { hasErrorWords } from "#app/locales/ja/errors.ts";
import { checkForm } from "#app/platform/form.server.ts";
import {
  companyRegistrationSchema,
  passwordResetSchema,
  signInSchema,
  studentRegistrationSchema,
} from "./schema.ts";

const student = {
  email: "hana@example.jp",
  password: "correct horse battery",
  name: "はな",
  schoolId: "s1",
  graduationYear: "２０２８",
  consent: "yes",
};

function errorsOf(schema: Parameters<typeof checkForm>[1], values: Record<string, string>) {
  const form = checkForm(values, schema);
  return form.ok ? {} : form.errors;
}

test("a registration typed in full width is understood", () => {
  const form = checkForm({ ...student, email: "Ｈａｎａ＠Example.jp" }, studentRegistrationSchema);
  expect(form).toMatchObject({
    ok: true,
    data: { email: "hana@example.jp", graduationYear: 2028, departmentId: "" },
  });
});

test("an empty form names every field that is missing, and every code has its words", () => {
  const errors = errorsOf(studentRegistrationSchema, {});
  expect(Object.keys(errors).sort()).toEqual([
    "consent",
    "email",
    "graduationYear",
    "name",
    "password",
    "schoolId",
  ]);
  const all = [
    ...Object.values(errors),
    ...Object.values(
      errorsOf(companyRegistrationSchema, { corporateNumber: "1234567890123", companyKana: "漢字" }),
    ),
    ...Object.values(errorsOf(studentRegistrationSchema, { ...student, password: "short" })),
    ...Object.values(errorsOf(studentRegistrationSchema, { ...student, password: "aaaaaaaaaaaa" })),
  ];
  expect(all.filter((code) => !hasErrorWords(code))).toEqual([]);
});

test("a password has twelve characters, and what was typed never comes back", () => {
  const form = checkForm({ ...student, password: "eleven chars".slice(1) }, studentRegistrationSchema);
  expect(form).toMatchObject({ ok: false, errors: { password: "password-short" } });
  expect(form.values).not.toHaveProperty("password");
  expect(errorsOf(passwordResetSchema, { token: "t", password: "x".repeat(129) })).toEqual({
    password: "too-long:128",
  });
});

test("the same password in full and half width is the same", () => {
  const form = checkForm({ email: "hana@example.jp", password: "ｃｏｒｒｅｃｔ horse" }, signInSchema);
  expect(form).toMatchObject({ ok: true, data: { password: "correct horse" } });
});

test("a corporate number may be left out, but a wrong check digit is named", () => {
  const company = {
    companyName: "株式会社磐井試験",
    companyKana: "いわいしけん",
    noNumberReason: "sole-trader",
    address: "岩手県一関市大手町1-2",
    phone: "0191-00-0001",
    contactName: "架空 三郎",
    email: "a@example.jp",
    password: "correct horse battery",
    consent: "yes",
  };
  expect(errorsOf(companyRegistrationSchema, company)).toEqual({});
  expect(errorsOf(companyRegistrationSchema, { ...company, noNumberReason: "" })).toEqual({
    noNumberReason: "no-number-reason",
  });
  expect(errorsOf(companyRegistrationSchema, { ...company, corporateNumber: "1700110005901" })).toEqual({
    corporateNumber: "corporate-number-check",
  });
  expect(errorsOf(companyRegistrationSchema, { ...company, corporateNumber: "8-7001-1000-5901" })).toEqual(
    {},
  );
});
