import type { CompanyProfile } from "#app/domain/companies/schema.ts";
import { profileToForm } from "#app/domain/companies/profile-form.rules.ts";
import { blankProfileFacts } from "#app/domain/companies/profile.rules.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import type { Prisma } from "#generated/prisma/client.ts";

type BuilderTown = Pick<Town, "database" | "clock">;

let counter = 0;

/** A complete profile of an invented maker of metal parts in 千厩; a test changes what matters to it. */
export function profileOf(changes: Partial<CompanyProfile> = {}): CompanyProfile {
  return {
    ...blankProfileFacts(),
    name: "株式会社試作ネジ",
    nameKana: "カブシキガイシャシサクネジ",
    aliases: [],
    postalCode: "0290803",
    address: "岩手県一関市千厩町千厩字試作1-2",
    area: "千厩",
    phone: "0191-00-0001",
    website: "https://neji.example/",
    contactDepartment: "総務課",
    industryCode: "24",
    employeeCount: 48,
    asOf: "2025-01-31",
    foundedYear: 1968,
    catchphrase: "小さなネジで大きな機械を支える",
    description:
      "工作機械や農業機械に使う特別なネジを、図面づくりから削り出し、検査まで一つの工場で行っています。",
    dayAtWork: "",
    products: ["特殊ネジ"],
    technologies: ["精密切削"],
    benefits: ["社員寮"],
    certifications: [],
    departments: ["工業科"],
    workingHours: "8時15分〜17時15分",
    holidays: "土曜・日曜・祝日",
    annualHolidays: 118,
    startingPayHighSchool: 185_000,
    startingPayKosen: null,
    startingPayUniversity: null,
    kosenAlumni: "unknown",
    highSchoolAlumni: "yes",
    newGraduatesHired: 6,
    newGraduatesLeft: 1,
    averageTenureYears: 14,
    averageOvertimeHours: 12,
    averagePaidLeaveDays: null,
    ...changes,
  };
}

/** A form as a browser sends it, from a profile. */
export function profileForm(
  profile: Record<string, unknown>,
  more: Record<string, string> = {},
): URLSearchParams {
  const form = new URLSearchParams(more);
  for (const [name, value] of Object.entries(profileToForm(profile)))
    for (const item of Array.isArray(value) ? value : [value]) form.append(name, item);
  return form;
}

/** A company: published as revision 1 unless `published` is false, with one member unless `member` is false. */
export async function createCompany(
  town: BuilderTown,
  options: {
    profile?: Partial<CompanyProfile>;
    published?: boolean;
    member?: false | "active" | "waiting";
    corporateNumber?: string;
  } = {},
) {
  const { database, clock } = town;
  const now = clock.now();
  const id = newId();
  const slug = `test-company-${(counter += 1)}`;
  const isPublished = options.published !== false;
  await database.company.create({
    data: { id, slug, corporateNumber: options.corporateNumber ?? null, createdAt: now },
  });
  const profile = profileOf(options.profile);
  if (isPublished) {
    const revision = await createRevision(town, { companyId: id, number: 1, state: "published", profile });
    await database.company.update({
      where: { id },
      data: { publishedRevisionId: revision.id, firstPublishedAt: now, version: 1 },
    });
  }
  const member =
    options.member === false ? null : await createMember(town, { companyId: id, state: options.member });
  return { id, slug, profile, member };
}

/** One revision of a company; a submitted one unless `state` says otherwise. */
export async function createRevision(
  town: BuilderTown,
  options: {
    companyId: string;
    number: number;
    state?: "draft" | "submitted" | "published" | "returned" | "superseded";
    profile?: CompanyProfile;
    submitterNote?: string;
  },
) {
  const now = town.clock.now();
  const { companyId, number, state = "submitted", profile = profileOf(), submitterNote } = options;
  return town.database.companyRevision.create({
    data: {
      id: newId(),
      companyId,
      number,
      state,
      profile: profile,
      submitterNote: submitterNote ?? null,
      submittedAt: state === "draft" ? null : now,
      decidedAt: state === "published" || state === "returned" ? now : null,
      createdAt: now,
    },
  });
}

/** An account that acts for a company. */
export async function createMember(
  town: BuilderTown,
  options: { companyId: string; state?: "active" | "waiting"; isOwner?: boolean },
): Promise<{ id: string; email: string }> {
  const id = newId();
  const email = `${id}@company.example`;
  await town.database.user.create({
    data: {
      id,
      email,
      name: "架空 担当",
      role: "company",
      state: options.state ?? "active",
      companyMember: { create: { companyId: options.companyId, isOwner: options.isOwner ?? true } },
    },
  });
  return { id, email };
}

/** An open internship of a company, in a month; changes win. */
export async function createInternship(
  town: BuilderTown,
  options: Partial<Prisma.InternshipUncheckedCreateInput> & { companyId: string },
) {
  const now = town.clock.now().getTime();
  const day = (days: number) =>
    new Date(new Date(now + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10));
  return town.database.internship.create({
    data: {
      id: newId(),
      type: "type1",
      title: "工場を見て知る一日",
      summary: "工場を見学し、社員の話を聞きます。",
      place: "本社工場",
      area: "千厩",
      days: 1,
      capacity: 8,
      audience: ["kosen", "university"],
      pay: "なし(交通費あり)",
      insurance: "学生教育研究災害傷害保険",
      howToApply: "電話で申し込んでください。",
      firstDay: day(40),
      lastDay: day(40),
      applyBy: day(30),
      state: "published",
      publishedAt: new Date(now),
      ...options,
    },
  });
}
