import type { Role } from "#app/town.ts";
import { TERMS_VERSION } from "#app/domain/companies/registration.rules.ts";
import { addDays, type CivilDate, fiscalYearOf, jst } from "#app/platform/calendar.ts";
import type { SeedCompany } from "../companies/companies.ts";
import { NEVER_PUBLISHED_COMPANY } from "../companies/cohorts.ts";
import { officeHour } from "../days.ts";
import { DEMO_ACCOUNTS } from "../demo-accounts.ts";
import { noteFact } from "../facts.ts";
import { stableId } from "../ids.ts";
import { inventNames } from "../names/people.ts";
import { randomFor } from "../random.ts";
import type { TownRows } from "../rows.ts";
import type { SeedSchool } from "../schools.ts";
import { COMPANY_ACCOUNTS, STAFF_ID, userId } from "./ids.ts";

/** The people of the town by what they may register as. */
export type People = {
  demoStudent: string;
  students: string[];
  guardians: string[];
  jobSeekers: string[];
  /** One for each school except the demo teacher's. */
  teachers: { userId: string; school: SeedSchool }[];
  demoTeacher: { userId: string; school: SeedSchool };
};

const STUDENTS = 92;
const GUARDIANS = 18;
const JOB_SEEKERS = 12;
const DEMO_STUDENT_SCHOOL = "ichinoseki-kosen";
const DEMO_TEACHER_SCHOOL = "ichinoseki-kogyo";
const DEMO_NAMES = {
  student: "佐々木 ひなた",
  teacher: "熊谷 陽介",
  company: "",
  staff: "岩渕 さくら",
  admin: "高橋 悟",
};

type Parts = { schools: SeedSchool[]; companies: SeedCompany[]; today: CivilDate; passwordHash: string };

/** Adds every account. Only the five demo accounts have a password; all carry the mark that production refuses. */
export function addAccounts(rows: TownRows, { schools, companies, today, passwordHash }: Parts): People {
  const random = randomFor("people");
  const opened = jst("2024-04-01", "09:00");
  const school = (key: string) => schools.find((one) => one.key === key)!;
  const add = (
    email: string,
    name: string,
    role: Role,
    createdAt: Date,
    state: "active" | "waiting" = "active",
  ) => {
    const id = userId(email);
    rows.user.push({
      id,
      name,
      email,
      emailVerified: true,
      role,
      state,
      isDemo: true,
      createdAt,
      updatedAt: createdAt,
    });
    noteFact(rows, { kind: "account.created", subjectId: id, actorId: null, at: createdAt, data: { role } });
    return id;
  };
  const addMember = ({ slug, email, name }: (typeof COMPANY_ACCOUNTS)[number]) => {
    const company = companies.find((one) => one.slug === slug)!;
    const registeredAt = rows.company.find((row) => row.id === company.id)!.createdAt as Date;
    const state = slug === NEVER_PUBLISHED_COMPANY ? "waiting" : "active";
    const id = add(email, name, "company", registeredAt, state);
    rows.companyMember.push({ userId: id, companyId: company.id, isOwner: true, createdAt: registeredAt });
    const round = 1;
    rows.companyRegistration.push({
      companyId: company.id,
      state: state === "waiting" ? "submitted" : "approved",
      contactName: name,
      contactPhone: company.profile.phone,
      address: company.profile.address,
      noNumberReason: null,
      termsVersion: TERMS_VERSION,
      consentedAt: registeredAt,
      submittedAt: registeredAt,
      round,
      decidedAt: state === "waiting" ? null : registeredAt,
      decidedById: state === "waiting" ? null : STAFF_ID,
    });
    const step = { subjectId: company.id, at: registeredAt, data: { round } };
    noteFact(rows, { kind: "company.registration-submitted", actorId: id, ...step });
    if (state === "active")
      noteFact(rows, { kind: "company.registration-approved", actorId: STAFF_ID, ...step });
  };
  const studies = (id: string, one: SeedSchool, yearsLeft: number) =>
    rows.studentProfile.push({
      userId: id,
      schoolId: one.id,
      departmentId: one.departments.length > 0 ? random.pick(one.departments).id : null,
      graduationYear: fiscalYearOf(today) + 1 + yearsLeft,
    });

  for (const { role, email } of DEMO_ACCOUNTS) {
    if (role !== "company") add(email, DEMO_NAMES[role], role, opened);
  }
  for (const account of COMPANY_ACCOUNTS) addMember(account);
  for (const { email } of DEMO_ACCOUNTS) {
    const id = userId(email);
    rows.account.push({
      id: stableId("account", email),
      accountId: id,
      providerId: "credential",
      userId: id,
      password: passwordHash,
      createdAt: opened,
      updatedAt: opened,
    });
  }
  const demoStudent = userId("student@demo.example");
  studies(demoStudent, school(DEMO_STUDENT_SCHOOL), 1);
  const demoTeacher = { userId: userId("teacher@demo.example"), school: school(DEMO_TEACHER_SCHOOL) };
  rows.teacherProfile.push({ userId: demoTeacher.userId, schoolId: demoTeacher.school.id });

  const names = inventNames(random, STUDENTS + GUARDIANS + JOB_SEEKERS + schools.length);
  const joined = () => officeHour(random, addDays(today, -random.int(385, 540)));
  const many = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, at) =>
      add(`${prefix}-${String(at + 1).padStart(3, "0")}@demo.example`, names.pop()!, "student", joined()),
    );
  const students = many(STUDENTS, "student");
  for (const id of students) studies(id, random.pick(schools), random.int(0, 2));
  const guardians = many(GUARDIANS, "guardian");
  const jobSeekers = many(JOB_SEEKERS, "job-seeker");
  const teachers = schools
    .filter((one) => one.key !== DEMO_TEACHER_SCHOOL)
    .map((one) => {
      const id = add(`teacher-${one.key}@demo.example`, names.pop()!, "teacher", opened);
      rows.teacherProfile.push({ userId: id, schoolId: one.id });
      return { userId: id, school: one };
    });
  return { demoStudent, students, guardians, jobSeekers, teachers, demoTeacher };
}
