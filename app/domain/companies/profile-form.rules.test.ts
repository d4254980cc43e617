import { describe, expect, test } from "vitest";
import { randomFor } from "#prisma/seed/random.ts";
import { blankProfileFacts } from "./profile.rules.ts";
import {
  establishmentRows,
  formErrorNames,
  isProfileFormName,
  profileFromForm,
  profileToForm,
  withAnotherEstablishment,
  withoutEmptiedRows,
  withoutEstablishment,
} from "./profile-form.rules.ts";
import { AREAS, BENEFITS, CERTIFICATIONS, DEPARTMENTS, INDUSTRIES } from "./rules.ts";
import { type CompanyProfile, companyProfileSchema, LEAVER_SCHOOL_KINDS, LEAVER_SEXES } from "./schema.ts";
import { draftSchema, submissionSchema } from "./submission.schema.ts";

/** Any profile that the schema can give; the key makes it. */
function anyProfile(key: string): CompanyProfile {
  const random = randomFor(key);
  const maybe = <Value>(value: Value, blank: Value) => (random.chance(0.6) ? value : blank);
  const count = (most: number) => maybe<number | null>(random.int(0, most), null);
  const text = () => maybe(random.pick(["髙﨑〜①㈱", "a, b", '<b>"&', "一行目\n\n二行目", "😀"]), "");
  const inOrder = <Word extends string>(all: readonly Word[]) => all.filter(() => random.chance(0.3));
  const hired = () => maybe<number | null>(random.int(0, 30), null);
  return {
    ...blankProfileFacts(),
    name: "磐井試作",
    nameKana: "イワイシサク",
    aliases: inOrder(["試作", "イワシ"]),
    formerNames: inOrder(["有限会社試作", "試作商店"]),
    postalCode: "0210001",
    address: "岩手県一関市字試作1",
    area: random.pick(AREAS),
    phone: "0191-00-0001",
    website: maybe("https://shisaku.example/", ""),
    contactDepartment: "総務課",
    establishments: Array.from({ length: random.int(0, 10) }, (_, place) => ({
      name: `第${place}工場`,
      postalCode: `02100${10 + place}`,
      address: `一関市字試作${place}`,
      area: random.pick(AREAS),
    })),
    industryCode: random.pick(INDUSTRIES).code,
    employeeCount: count(500),
    asOf: "2026-10-01",
    foundedYear: maybe<number | null>(1950, null),
    description: "あ".repeat(40),
    dayAtWork: text().replace("\n\n", "\n"),
    photos: inOrder(["p-1", "p_2", "0193"]).map((imageId) => ({ imageId, alt: `写真 ${imageId}` })),
    visiting: text(),
    products: inOrder(["歯車", "ねじ 小"]),
    benefits: inOrder(BENEFITS),
    certifications: inOrder(CERTIFICATIONS),
    departments: inOrder(DEPARTMENTS),
    nightShift: random.pick(["yes", "no", "unknown"]),
    termsAsOf: maybe<string | null>("2026-04-01", null),
    drivingLicence: random.pick(["needed", "not-needed", "unknown"]),
    graduateHires: [2023, 2024, 2025].flatMap((fiscalYear) =>
      LEAVER_SCHOOL_KINDS.flatMap((schoolKind) =>
        LEAVER_SEXES.flatMap((sex) => {
          const came = hired();
          if (came === null) return [];
          return [{ fiscalYear, schoolKind, sex, hired: came, left: maybe<number | null>(came, null) }];
        }),
      ),
    ),
    childcareLeaveMenTaken: count(10),
    womenManagersPercent: count(100),
  };
}

test("a profile put into a form and read again is the same profile", () => {
  for (let run = 0; run < 300; run += 1) {
    const profile = anyProfile(`profile ${run}`);
    expect(companyProfileSchema.parse(profileFromForm(profileToForm(profile)))).toEqual(profile);
  }
});

test("a draft goes back into the form as it was typed, rows and photographs too", () => {
  const typed = {
    name: "途中",
    "establishments.0.name": "第二工場",
    "establishments.1.address": "未定",
    "graduateHires.2025.kosen.female.hired": "二人",
    "photos.shown": ["a", "b"],
    "photos.alt.a": "機械を調整する様子",
  };
  const draft = draftSchema.parse({
    ...typed,
    intent: "draft",
    "photos.alt.<script>": "x",
    establishments: "x",
  });
  const { baseNumber: _, submitterNote: __, wordingReason: ___, ...kept } = draft;
  expect(kept).toEqual(typed);
  expect(profileToForm(draft)).toMatchObject(typed);
});

test("every name that a form of a profile uses is known, others are not", () => {
  for (const name of Object.keys(profileToForm(anyProfile("names"))))
    expect(isProfileFormName(name), name).toBe(true);
  for (const name of [
    "intent",
    "graduateHires.2025.kosen.other.hired",
    "establishments.x.name",
    "photos",
    "__proto__",
  ])
    expect(isProfileFormName(name), name).toBe(false);
});

describe("rows for places of business", () => {
  const values = {
    name: "磐井試作",
    "establishments.0.name": "第二工場",
    "establishments.3.name": " ",
    "establishments.10.name": "第三工場",
  };
  const namesOf = (form: Record<string, string | string[]>) =>
    establishmentRows(form).map(({ name }) => name);

  test("are numbered anew in their order, and emptied ones go", () => {
    expect(namesOf(withoutEmptiedRows(values))).toEqual(["第二工場", "第三工場"]);
    expect(withoutEmptiedRows(values)["establishments.1.name"]).toBe("第三工場");
  });

  test("one more is empty and nothing that was typed is lost", () => {
    expect(namesOf(withAnotherEstablishment(values))).toEqual(["第二工場", " ", "第三工場", ""]);
    expect(withAnotherEstablishment(values)["name"]).toBe("磐井試作");
  });

  test("one is taken away; one that is not there changes nothing", () => {
    expect(namesOf(withoutEstablishment(values, 0))).toEqual([" ", "第三工場"]);
    expect(namesOf(withoutEstablishment(values, 7))).toHaveLength(3);
    expect(namesOf(withoutEstablishment(values, Number.NaN))).toHaveLength(2);
  });
});

test("an error in a row bears the name of the field in which it was typed", () => {
  const structured = profileFromForm({
    ...profileToForm(anyProfile("errors")),
    "establishments.0.name": "第二工場",
    "establishments.0.postalCode": "12",
    "graduateHires.2023.university.female.hired": "1",
    "graduateHires.2023.university.female.left": "2",
    "graduateHires.2024.university.male.hired": "",
    "graduateHires.2024.university.male.left": "1",
    "photos.shown": "p-9",
    "photos.alt.p-9": "",
  });
  const { issues } = submissionSchema.safeParse(structured).error!;
  const errors = Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message]));
  expect(formErrorNames(errors, structured)).toEqual({
    "establishments.0.postalCode": "postal-code",
    "graduateHires.2023.university.female.left": "more-left-than-hired",
    "graduateHires.2024.university.male.hired": "hired-missing",
    "photos.alt.p-9": "required",
  });
});
