import { PROFILE_FIELDS, type ProfileField, TYPED_LISTS } from "./profile.rules.ts";
import { type Establishment, LEAVER_SCHOOL_KINDS, LEAVER_SEXES, type Photo } from "./schema.ts";

/**
 * A profile as the fields of a plain form and back. Repeated groups have dotted names: `establishments.0.name`,
 * `graduateHires.2024.highSchool.female.hired`, `photos.shown` (the ids of the photographs that are shown) and
 * `photos.alt.<image id>`. Drafts are kept in this form, as they were typed.
 */
export type ProfileForm = Record<string, string | string[]>;

const GROUPS: readonly string[] = ["establishments", "graduateHires", "photos"] satisfies ProfileField[];
const PLAIN_FIELDS: readonly string[] = PROFILE_FIELDS.filter((field) => !GROUPS.includes(field));

export const ESTABLISHMENT_FIELDS = [
  "name",
  "postalCode",
  "address",
  "area",
] as const satisfies readonly (keyof Establishment)[];

const ESTABLISHMENT_NAME = new RegExp(`^establishments\\.(\\d{1,3})\\.(${ESTABLISHMENT_FIELDS.join("|")})$`);
const HIRE_NAME = new RegExp(
  `^graduateHires\\.(\\d{4})\\.(${LEAVER_SCHOOL_KINDS.join("|")})\\.(${LEAVER_SEXES.join("|")})\\.(hired|left)$`,
);
const PHOTO_TEXT_NAME = /^photos\.alt\.([\w-]{1,40})$/;

/** The name of the field in which the hires (or leavers) of a year, school kind and sex are typed. */
export function hireName(
  fiscalYear: number | string,
  schoolKind: string,
  sex: string,
  count: "hired" | "left",
): string {
  return `graduateHires.${fiscalYear}.${schoolKind}.${sex}.${count}`;
}

/** True for the fields of the form that make up a profile. */
export function isProfileFormName(name: string): boolean {
  return (
    PLAIN_FIELDS.includes(name) ||
    name === "photos.shown" ||
    ESTABLISHMENT_NAME.test(name) ||
    HIRE_NAME.test(name) ||
    PHOTO_TEXT_NAME.test(name)
  );
}

/** What the form shows for a stored profile, or for a draft, which is kept as it was typed. */
export function profileToForm(stored: unknown): ProfileForm {
  const values: ProfileForm = Object.fromEntries(PLAIN_FIELDS.map((field) => [field, ""]));
  for (const [name, value] of Object.entries(stored as Record<string, unknown>))
    if (GROUPS.includes(name)) Object.assign(values, groupToForm(name, value));
    else if (isProfileFormName(name)) values[name] = typedValue(name, value);
  return values;
}

function typedValue(name: string, value: unknown): string | string[] {
  if (Array.isArray(value)) return TYPED_LISTS.includes(name) ? value.join("、") : value.map(String);
  return typeof value === "number" || typeof value === "string" ? String(value) : "";
}

function groupToForm(group: string, value: unknown): ProfileForm {
  const rows = Array.isArray(value) ? (value as Record<string, string | number | null>[]) : [];
  const text = (item: string | number | null | undefined) => String(item ?? "");
  if (group === "establishments")
    return Object.fromEntries(
      rows.flatMap((row, index) =>
        ESTABLISHMENT_FIELDS.map((field) => [`establishments.${index}.${field}`, text(row[field])]),
      ),
    );
  if (group === "photos")
    return {
      "photos.shown": rows.map((row) => text(row["imageId"])),
      ...Object.fromEntries(rows.map((row) => [`photos.alt.${row["imageId"]}`, text(row["alt"])])),
    };
  return Object.fromEntries(
    rows.flatMap((row) =>
      (["hired", "left"] as const).map((count) => [
        hireName(text(row["fiscalYear"]), text(row["schoolKind"]), text(row["sex"]), count),
        text(row[count]),
      ]),
    ),
  );
}

/** The form as the schema of a profile reads it: repeated groups as lists, emptied rows left out. Other fields stay. */
export function profileFromForm(values: ProfileForm): Record<string, unknown> {
  const structured: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values))
    if (!name.includes(".") && !GROUPS.includes(name)) structured[name] = value;
  return {
    ...structured,
    establishments: filledEstablishments(values),
    graduateHires: hireRows(values),
    photos: photoRows(values),
  };
}

type HireRow = { fiscalYear: string; schoolKind: string; sex: string; hired: string; left: string };

/** Years in their order, in each the school kinds and sexes in the order of the law's form. */
function hireRows(values: ProfileForm): HireRow[] {
  const years = new Set(Object.keys(values).flatMap((name) => HIRE_NAME.exec(name)?.[1] ?? []));
  return [...years].toSorted().flatMap((fiscalYear) =>
    LEAVER_SCHOOL_KINDS.flatMap((schoolKind) =>
      LEAVER_SEXES.map((sex) => ({
        fiscalYear,
        schoolKind,
        sex,
        hired: firstText(values[hireName(fiscalYear, schoolKind, sex, "hired")]),
        left: firstText(values[hireName(fiscalYear, schoolKind, sex, "left")]),
      })),
    ).filter(({ hired, left }) => hired.trim() !== "" || left.trim() !== ""),
  );
}

function photoRows(values: ProfileForm): Photo[] {
  const shown = values["photos.shown"] ?? [];
  return [...new Set(typeof shown === "string" ? [shown] : shown)]
    .filter((imageId) => imageId !== "")
    .map((imageId) => ({ imageId, alt: firstText(values[`photos.alt.${imageId}`]) }));
}

type EstablishmentRow = Record<(typeof ESTABLISHMENT_FIELDS)[number], string>;

/** The rows of places of business in a form, emptied ones too. */
export function establishmentRows(values: ProfileForm): EstablishmentRow[] {
  const indexes = new Set(Object.keys(values).flatMap((name) => ESTABLISHMENT_NAME.exec(name)?.[1] ?? []));
  return [...indexes]
    .toSorted((a, b) => Number(a) - Number(b))
    .map((index) => ({
      name: firstText(values[`establishments.${index}.name`]),
      postalCode: firstText(values[`establishments.${index}.postalCode`]),
      address: firstText(values[`establishments.${index}.address`]),
      area: firstText(values[`establishments.${index}.area`]),
    }));
}

function filledEstablishments(values: ProfileForm): EstablishmentRow[] {
  return establishmentRows(values).filter((row) => Object.values(row).some((text) => text.trim() !== ""));
}

/** The form without emptied rows, numbered as the schema numbers them, so that each error finds its field; no box ticked is told as such. */
export function withoutEmptiedRows(values: ProfileForm): ProfileForm {
  return withEstablishments({ "photos.shown": [], ...values }, filledEstablishments(values));
}

const BLANK_ESTABLISHMENT: EstablishmentRow = { name: "", postalCode: "", address: "", area: "" };

/** The same form with one more row for a place of business; nothing that was typed is lost. */
export function withAnotherEstablishment(values: ProfileForm): ProfileForm {
  return withEstablishments(values, [...establishmentRows(values), BLANK_ESTABLISHMENT]);
}

/** The same form without the row at the place; a place that is not there changes nothing. */
export function withoutEstablishment(values: ProfileForm, place: number): ProfileForm {
  return withEstablishments(values, establishmentRows(values).toSpliced(place, 1));
}

function withEstablishments(values: ProfileForm, rows: readonly EstablishmentRow[]): ProfileForm {
  const others = Object.entries(values).filter(([name]) => !ESTABLISHMENT_NAME.test(name));
  return { ...Object.fromEntries(others), ...groupToForm("establishments", rows) };
}

function firstText(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** The schema's errors by the names of the form's fields; `structured` is what the schema read. */
export function formErrorNames(
  errors: Readonly<Record<string, string>>,
  structured: Record<string, unknown>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([path, code]) => [formNameOf(path, structured), code]),
  );
}

function formNameOf(path: string, structured: Record<string, unknown>): string {
  const [group = "", place = "", field = ""] = path.split(".");
  if (group === "graduateHires" && place !== "") {
    const row = (structured["graduateHires"] as HireRow[])[Number(place)]!;
    return hireName(row.fiscalYear, row.schoolKind, row.sex, field === "left" ? "left" : "hired");
  }
  if (group === "photos") {
    const photo = (structured["photos"] as Photo[])[Number(place)];
    return field === "alt" && photo ? `photos.alt.${photo.imageId}` : "photos";
  }
  return path;
}
