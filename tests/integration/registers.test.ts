import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMeasure } from "#app/analytics/run.server.ts";
import { recordOutcome } from "#app/domain/employment/outcomes.store.server.ts";
import { addSchool, listSchools } from "#app/domain/schools/store.server.ts";
import { schoolSchema } from "#app/domain/schools/schema.ts";
import { createAttendee } from "#tests/support/builders/events.ts";
import { openPage, sendForm } from "#tests/support/event-forms.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

/** A town without demo data: what staff need before the first figure. */
let t: TestTown;
let site: TestSite;
let staff: string;

beforeAll(async () => {
  t = await openTestTown({ now: "2025-06-10T03:00:00Z" });
  site = await openTestSite(t.town);
  staff = (await createAttendee(t.town, { role: "staff" })).id;
});
afterAll(() => t.close());

const SCHOOLS = "/staff/schools";
const SCHEMES = "/staff/employment/grants/schemes";
const AREAS = "/staff/plan/areas";
const school = (over: Record<string, string> = {}) => ({
  name: "北山高等学校",
  nameKana: "きたやまこうとうがっこう",
  kind: "highSchool",
  area: "一関",
  inJurisdiction: "yes",
  newDepartments: "",
  ...over,
});
const schoolNamed = async (name: string) => (await listSchools(t.town)).find((row) => row.name === name)!;
const edit = (path: string, id: string) => `${path}?edit=${encodeURIComponent(id)}`;
const eventsOf = (subjectId: string) =>
  t.town.database.domainEvent.findMany({ where: { subjectId }, orderBy: { id: "asc" } });

describe("the registers of a fresh town", () => {
  test("are for staff only, say what is missing and what comes next", async () => {
    const company = (await createAttendee(t.town, { role: "company" })).id;
    for (const [path, words] of [
      [SCHOOLS, "学校がまだ登録されていません"],
      [SCHEMES, "制度がまだ登録されていません"],
      [AREAS, "比較する地域がまだ登録されていません"],
    ] as const) {
      const page = await openPage(site, path, staff);
      expect(page.status, path).toBe(200);
      expect(page.text).toContain(words);
      expect((await openPage(site, path, company)).status, path).toBe(403);
      expect((await sendForm(site, path, { name: "x" }, company)).status, path).toBe(403);
      expect((await openPage(site, path)).status, path).toBe(302);
      expect((await openPage(site, `${path}?edit=none`, staff)).status, path).toBe(404);
      const form = { ...school(), use: "other", ...(path === AREAS && { kind: "peer" }) };
      expect((await sendForm(site, `${path}?edit=none`, form, staff)).status, path).toBe(404);
    }
    expect((await openPage(site, "/staff/employment/schools", staff)).text).toContain(SCHOOLS);
    expect((await openPage(site, "/staff/employment/grants", staff)).text).toContain(SCHEMES);
    expect((await openPage(site, "/staff/plan", staff)).text).toContain(AREAS);
  });
});

describe("a school", () => {
  test("is added with its departments and can then be chosen", async () => {
    const sent = await sendForm(site, SCHOOLS, school({ newDepartments: "機械科\n\n 電気科 " }), staff);
    expect(sent.status).toBe(303);
    const row = await schoolNamed("北山高等学校");
    expect(row).toMatchObject({ nameKana: "キタヤマコウトウガッコウ", inJurisdiction: true });
    expect(row.departments.map(({ name }) => name)).toEqual(["機械科", "電気科"]);
    expect(await eventsOf(row.id)).toMatchObject([
      { kind: "school.added", actorId: staff, data: { kind: "highSchool", departments: 2 } },
    ]);
    expect((await openPage(site, "/register")).text).toContain("北山高等学校");
    expect((await openPage(site, "/staff/employment/schools", staff)).text).toContain("北山高等学校");
  });

  test("says beside the fields what is wrong and keeps what was typed", async () => {
    const wrong = await sendForm(
      site,
      SCHOOLS,
      school({ name: "", nameKana: "漢字", kind: "x", inJurisdiction: "", newDepartments: "全体" }),
      staff,
    );
    expect(wrong.status).toBe(400);
    for (const field of ["name", "nameKana", "kind", "inJurisdiction", "newDepartments"])
      expect(wrong.text, field).toContain(`id="${field}-error"`);
    expect(wrong.text).toContain("漢字");
    const twice = await sendForm(
      site,
      SCHOOLS,
      school({ name: "別の学校", newDepartments: "A科\nＡ科" }),
      staff,
    );
    expect(twice.text).toContain("2回入力されています");
  });

  test("whose name is there in another spelling is refused", async () => {
    const again = await sendForm(site, SCHOOLS, school({ name: "北山 高等学校" }), staff);
    expect(again.status).toBe(400);
    expect(again.text).toContain("この名前の学校は、すでに登録されています");
    const other = await addSchool(t.town, {
      staffId: staff,
      values: schoolSchema.parse(school({ name: "南川高等学校" })),
    });
    if (!other.ok) throw new Error("not added");
    const renamed = await sendForm(site, edit(SCHOOLS, other.schoolId), school(), staff);
    expect(renamed.text).toContain('id="name-error"');
    expect(await eventsOf(other.schoolId)).toHaveLength(1);
  });

  test("that two members of staff add at once is there once", async () => {
    const values = schoolSchema.parse(school({ name: "東野高等学校", newDepartments: "普通科" }));
    const results = await Promise.all(
      Array.from({ length: 4 }, () => addSchool(t.town, { staffId: staff, values })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, errors: { name: "school-taken" } });
    const row = await schoolNamed("東野高等学校");
    expect(row.departments).toHaveLength(1);
    expect(await eventsOf(row.id)).toHaveLength(1);
  });

  test("is renamed, loses an empty department and gets a new one, with one fact about it", async () => {
    const row = await schoolNamed("東野高等学校");
    const field = `department.${row.departments[0]!.id}`;
    const form = school({ name: "東野総合高等学校", [field]: "", newDepartments: "総合学科" });
    expect((await sendForm(site, edit(SCHOOLS, row.id), form, staff)).status).toBe(303);
    const after = await schoolNamed("東野総合高等学校");
    expect(after.departments.map(({ name }) => name)).toEqual(["総合学科"]);
    const [, changed] = await eventsOf(row.id);
    expect(changed).toMatchObject({
      kind: "school.changed",
      data: {
        changes: [
          { field: "name", before: "東野高等学校", after: "東野総合高等学校" },
          { field: "department", before: "普通科", after: "" },
          { field: "department", before: "", after: "総合学科" },
        ],
      },
    });
    // The same form once more changes nothing and tells nothing; a department that the form does not name stays.
    const same = school({ name: "東野総合高等学校" });
    expect((await sendForm(site, edit(SCHOOLS, row.id), same, staff)).status).toBe(303);
    expect(await eventsOf(row.id)).toHaveLength(2);
    expect((await schoolNamed("東野総合高等学校")).departments).toHaveLength(1);
  });

  test("keeps a department that pupils have or that counts name, and its kind once counts are recorded", async () => {
    const row = await schoolNamed("北山高等学校");
    const [machines, power] = row.departments.map(({ id }) => id);
    const pupil = await createAttendee(t.town);
    await t.town.database.studentProfile.upsert({
      where: { userId: pupil.id },
      create: { userId: pupil.id, schoolId: row.id, departmentId: machines!, graduationYear: 2026 },
      update: { schoolId: row.id, departmentId: machines! },
    });
    const recorded = await recordOutcome(t.town, {
      schoolId: row.id,
      actorId: staff,
      byStaff: true,
      source: "試験",
      values: {
        departmentName: "電気科",
        graduationYear: 2025,
        asOf: "2025-03-31",
        status: "final",
        graduates: 10,
        placedLocal: 4,
        placedPrefecture: 3,
        placedOutside: 1,
        furtherStudy: 2,
        other: 0,
        unknown: 0,
      },
    });
    expect(recorded).toMatchObject({ ok: true });
    const send = (first: string, second: string, over: Record<string, string> = {}) =>
      sendForm(
        site,
        edit(SCHOOLS, row.id),
        school({ [`department.${machines}`]: first, [`department.${power}`]: second, ...over }),
        staff,
      );
    const gone = await send("", "", { kind: "kosen" });
    expect(gone.status).toBe(400);
    for (const field of [`department.${machines}`, `department.${power}`, "kind"])
      expect(gone.text, field).toContain(`id="${field}-error"`);
    expect((await send("機械科", "電気電子科")).text).toContain("新しい名前の学科を追加してください");
    expect((await send("電気科", "電気科")).text).toContain("同じ名前の学科があります");
    // Pupils keep their department under its new name.
    expect((await send("機械技術科", "電気科")).status).toBe(303);
    expect((await schoolNamed("北山高等学校")).departments.map(({ name }) => name)).toEqual([
      "機械技術科",
      "電気科",
    ]);
  });
});

describe("a grant scheme", () => {
  test("of each use is added, and the measures count its grants by that", async () => {
    const added = await sendForm(site, SCHEMES, { name: "人材育成の補助金", use: "training" }, staff);
    expect(added.status).toBe(303);
    expect((await sendForm(site, SCHEMES, { name: "研修の補助金", use: "other" }, staff)).status).toBe(303);
    const scheme = await t.town.database.subsidy.findFirstOrThrow({ where: { name: "人材育成の補助金" } });
    expect(scheme.projectCode).toBe("1-1-12");
    const grant = { companyId: "", countedAs: "newHighSchoolGraduate", people: "3", decidedOn: "2025-05-01" };
    const sent = await sendForm(
      site,
      "/staff/employment/grants",
      { ...grant, subsidyId: scheme.id, intent: "record" },
      staff,
    );
    expect(sent.status).toBe(303);
    const computed = await runMeasure(t.town, "training-subsidy-graduates", { asOf: "2025-06-10" });
    expect(computed).toMatchObject({ value: 3 });

    const moved = await sendForm(site, edit(SCHEMES, scheme.id), { name: "新名", use: "internship" }, staff);
    expect(moved.status).toBe(400);
    expect(moved.text).toContain('id="use-error"');
    const renamed = await sendForm(site, edit(SCHEMES, scheme.id), { name: "新名", use: "training" }, staff);
    expect(renamed.status).toBe(303);
    expect(await eventsOf(scheme.id)).toMatchObject([
      { kind: "grant-scheme.added", data: { use: "training" } },
      { kind: "grant-scheme.changed", data: { changes: [{ field: "name", after: "新名" }] } },
    ]);
  });

  test("without a use, or with a name that is taken, is refused in words", async () => {
    const wrong = await sendForm(site, SCHEMES, { name: "研修の　補助金", use: "" }, staff);
    expect(wrong.text).toContain('id="use-error"');
    const taken = await sendForm(site, SCHEMES, { name: "研修の　補助金", use: "other" }, staff);
    expect(taken.status).toBe(400);
    expect(taken.text).toContain("この名前の制度は、すでに登録されています");
  });
});

describe("a place", () => {
  test("is added with its kind and stands behind the others", async () => {
    expect((await sendForm(site, AREAS, { name: "平泉町", kind: "neighbour" }, staff)).status).toBe(303);
    expect((await sendForm(site, AREAS, { name: "岩手県", kind: "prefecture" }, staff)).status).toBe(303);
    const rows = await t.town.database.area.findMany({ orderBy: { position: "asc" } });
    expect(rows.map(({ name, kind }) => [name, kind])).toEqual([
      ["本市", "own"],
      ["平泉町", "neighbour"],
      ["岩手県", "prefecture"],
    ]);
    expect(await eventsOf(rows[1]!.id)).toMatchObject([{ kind: "area.added", data: { kind: "neighbour" } }]);
    const taken = await sendForm(site, AREAS, { name: "平泉 町", kind: "peer" }, staff);
    expect(taken.text).toContain("この名前の地域は、すでに登録されています");
  });

  test("is corrected; the town itself changes its name only, and no other place becomes it", async () => {
    const { id } = await t.town.database.area.findFirstOrThrow({ where: { name: "平泉町" } });
    expect((await sendForm(site, edit(AREAS, id), { name: "平泉町", kind: "own" }, staff)).status).toBe(400);
    expect((await sendForm(site, edit(AREAS, id), { name: "平泉町", kind: "peer" }, staff)).status).toBe(303);
    const own = await sendForm(site, edit(AREAS, "own"), { name: "一関市", kind: "peer" }, staff);
    expect(own.status).toBe(303);
    expect(await t.town.database.area.findUniqueOrThrow({ where: { id: "own" } })).toMatchObject({
      name: "一関市",
      kind: "own",
    });
    expect((await eventsOf("own")).map(({ data }) => data)).toEqual([
      { changes: [{ field: "name", before: "本市", after: "一関市" }] },
    ]);
  });
});
