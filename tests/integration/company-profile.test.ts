import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { profileToForm } from "#app/domain/companies/profile-form.rules.ts";
import type { CompanyProfile } from "#app/domain/companies/schema.ts";
import { newId } from "#app/platform/random.ts";
import { createCompany, createMember, profileForm, profileOf } from "#tests/support/builders/companies.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
beforeAll(async () => {
  t = await openTestTown({ now: "2026-11-20T01:00:00Z" });
  site = await openTestSite(t.town);
});
afterAll(() => t.close());

type Company = Awaited<ReturnType<typeof createCompany>>;

const page = async (path: string, userId?: string) => {
  const response = await site.request(path, userId ? { userId } : {});
  expect(response.status, path).toBe(200);
  return response.text();
};

/** Sends the profile form of a company as a browser does; `typed` is put over what the form shows. */
async function send(company: Company, typed: Record<string, string | string[]>, intent = "submit") {
  const body = new URLSearchParams();
  const shown = { ...profileToForm(company.profile), baseNumber: "1", submitterNote: "", ...typed, intent };
  for (const [name, value] of Object.entries(shown))
    for (const each of Array.isArray(value) ? value : [value]) body.append(name, each);
  return site.request("/company/profile", { method: "POST", body, userId: company.member!.id });
}

const newest = (companyId: string) =>
  t.town.database.companyRevision.findFirstOrThrow({ where: { companyId }, orderBy: { number: "desc" } });

/** The value of the input of a name in the page, or undefined. */
function inputOf(html: string, name: string): string | undefined {
  const tag = [...html.matchAll(/<input\b[^>]*>/g)].find(([text]) => text.includes(`name="${name}"`))?.[0];
  return tag && (/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "");
}

/** A photograph of a company, without its bytes. */
async function addPhoto(company: Company): Promise<string> {
  const id = newId();
  await t.town.database.companyImage.create({
    data: {
      id,
      companyId: company.id,
      storageKey: id.replaceAll("-", ""),
      contentHash: id,
      width: 640,
      height: 480,
      widths: [320, 640],
      createdAt: t.town.clock.now(),
    },
  });
  return id;
}

describe("the full form", () => {
  test("is stored with its rows, its totals and without the present name among the former ones", async () => {
    const company = await createCompany(t.town);
    const photo = await addPhoto(company);
    const response = await send(company, {
      formerNames: "有限会社試作ネジ、株式会社試作ネジ",
      "establishments.0.name": "第二工場",
      "establishments.0.postalCode": "029-0803",
      "establishments.0.address": "岩手県一関市千厩町字試作3",
      "establishments.0.area": "千厩",
      "establishments.1.name": "",
      "graduateHires.2025.highSchool.female.hired": "２",
      "graduateHires.2025.highSchool.female.left": "0",
      "graduateHires.2024.kosen.male.hired": "4",
      "graduateHires.2024.kosen.male.left": "1",
      fixedOvertimePay: "20,000",
      fixedOvertimeHours: "15",
      fixedOvertimeExcessPaid: "yes",
      termsAsOf: "令和8年4月1日",
      "photos.shown": [photo],
      [`photos.alt.${photo}`]: "旋盤を調整する社員",
      videoUrl: "https://video.example/neji",
    });
    expect(response.headers.get("Location")).toBe("/company");
    const { profile, state } = await newest(company.id);
    expect(state).toBe("submitted");
    expect(profile).toMatchObject({
      formerNames: ["有限会社試作ネジ"],
      establishments: [{ name: "第二工場", postalCode: "0290803", area: "千厩" }],
      graduateHires: [
        { fiscalYear: 2024, schoolKind: "kosen", sex: "male", hired: 4, left: 1 },
        { fiscalYear: 2025, schoolKind: "highSchool", sex: "female", hired: 2, left: 0 },
      ],
      newGraduatesHired: 6,
      newGraduatesLeft: 1,
      fixedOvertimePay: 20_000,
      termsAsOf: "2026-04-01",
      photos: [{ imageId: photo, alt: "旋盤を調整する社員" }],
    });
  });

  test("sent again without a change is none, although stored rows lose the order of their keys", async () => {
    const row = { name: "第二工場", postalCode: "0290803", address: "一関市千厩町1", area: "千厩" } as const;
    const hire = { fiscalYear: 2025, schoolKind: "highSchool", sex: "male", hired: 6, left: 1 } as const;
    const company = await createCompany(t.town, {
      profile: { establishments: [row], graduateHires: [hire], photos: [{ imageId: "p1", alt: "工場" }] },
    });
    const response = await send(company, {});
    expect(response.status).toBe(409);
    expect(await response.text()).toContain("公開中の内容から変わったところがありません");
  });

  test("names what is wrong beside the field of its row, keeps what was typed and drops emptied rows", async () => {
    const company = await createCompany(t.town);
    const response = await send(company, {
      "establishments.0.name": "",
      "establishments.1.name": "第三工場",
      "establishments.1.postalCode": "12",
      "graduateHires.2025.kosen.female.hired": "1",
      "graduateHires.2025.kosen.female.left": "3",
      fixedOvertimePay: "20000",
      asOf: "2026-11-21",
    });
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(inputOf(html, "establishments.0.name")).toBe("第三工場");
    expect(inputOf(html, "establishments.1.name")).toBeUndefined();
    expect(inputOf(html, "graduateHires.2025.kosen.female.left")).toBe("3");
    for (const id of ["establishments.0.postalCode", "graduateHires.2025.kosen.female.left"])
      expect(html).toContain(`id="${id}-error"`);
    expect(html).toContain("2025年度 高専卒 女性 うち離職:");
    expect(html).toContain("事業所1 郵便番号:");
    expect(await t.town.database.companyRevision.count({ where: { companyId: company.id } })).toBe(1);
  });

  test("checks the fields against each other and against the day", async () => {
    const company = await createCompany(t.town);
    const first = await (await send(company, { fixedOvertimePay: "20000" })).text();
    expect(first).toContain('id="fixedOvertimeHours-error"');
    expect(first).toContain('id="fixedOvertimeExcessPaid-error"');
    const second = await (await send(company, { asOf: "2026-11-21", termsAsOf: "2027年4月1日" })).text();
    expect(second).toContain('id="asOf-error"');
    expect(second).toContain('id="termsAsOf-error"');
  });

  test("asks for the three fiscal years that are over, in groups that say what is asked", async () => {
    const company = await createCompany(t.town);
    const html = await page("/company/profile", company.member!.id);
    for (const year of [2023, 2024, 2025])
      expect(inputOf(html, `graduateHires.${year}.highSchool.female.hired`)).toBe("");
    expect(inputOf(html, "graduateHires.2026.highSchool.female.hired")).toBeUndefined();
    expect(html).toContain("2025年度(令和7年度)に入社した人</legend>");
    expect(html).toMatch(/<textarea[^>]*name="description"[^>]*data-wording/);
    expect(html).toMatch(/<meter[^>]*aria-label="記入の度合い"/);
  });
});

describe("rows for places of business", () => {
  test("are added and taken away without a script, and nothing that was typed is lost", async () => {
    const company = await createCompany(t.town);
    const typed = { "establishments.0.name": "第二工場", employeeCount: "約50" };
    const more = await send(company, typed, "add-establishment");
    expect(more.status).toBe(200);
    const html = await more.text();
    expect(inputOf(html, "establishments.0.name")).toBe("第二工場");
    expect(inputOf(html, "establishments.1.name")).toBe("");
    expect(inputOf(html, "employeeCount")).toBe("約50");
    expect(html).toMatch(/<fieldset[^>]*autofocus/i);
    const less = await (await send(company, typed, "remove-establishment:0")).text();
    expect(inputOf(less, "establishments.0.name")).toBeUndefined();
    expect(await t.town.database.companyRevision.count({ where: { companyId: company.id } })).toBe(1);
  });
});

test("a draft keeps rows and photographs as they were typed and comes back into the form", async () => {
  const company = await createCompany(t.town);
  const photo = await addPhoto(company);
  const typed = {
    "establishments.0.name": "未定の工場",
    "graduateHires.2025.university.male.hired": "二人",
    "photos.shown": [photo],
    [`photos.alt.${photo}`]: "",
    asOf: "来月",
  };
  expect((await send(company, typed, "draft")).headers.get("Location")).toBe("/company");
  const html = await page("/company/profile", company.member!.id);
  expect(inputOf(html, "establishments.0.name")).toBe("未定の工場");
  expect(inputOf(html, "graduateHires.2025.university.male.hired")).toBe("二人");
  expect(inputOf(html, "photos.shown")).toBe(photo);
  expect(inputOf(html, "asOf")).toBe("来月");
});

test("a photograph that was deleted meanwhile is not sent, and the form says so", async () => {
  const company = await createCompany(t.town);
  const gone = newId();
  const typed = { "photos.shown": [gone], [`photos.alt.${gone}`]: "旋盤を調整する社員" };
  const refused = await send(company, typed);
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("選んだ写真のなかに、削除されたものがあります");
  expect((await newest(company.id)).number).toBe(1);
});

test("wording that the law does not allow is sent only with a reason, which is kept for staff", async () => {
  const company = await createCompany(t.town);
  const typed = { catchphrase: "営業マンの声から生まれたネジ" };
  const refused = await send(company, typed);
  expect(refused.status).toBe(400);
  const html = (await refused.text()).replaceAll("<!-- -->", "");
  expect(html).toContain("修正が必要な表現があります");
  expect(html).toContain("「営業マン」");
  expect(html).toContain('id="wordingReason-error"');

  const reason = "2010年の商品名をそのまま書いています。";
  expect((await send(company, { ...typed, wordingReason: reason })).status).toBe(303);
  const { wordingOverrides, profile } = await newest(company.id);
  expect(wordingOverrides).toEqual([{ rule: expect.any(String), text: "営業マン", reason, by: "company" }]);
  expect(profile).not.toHaveProperty("wordingReason");
});

describe("the public page", () => {
  test("of a company that told little says 未記入 and never 0", async () => {
    const blank: Partial<CompanyProfile> = {
      employeeCount: null,
      annualHolidays: null,
      startingPayHighSchool: null,
      newGraduatesHired: null,
      newGraduatesLeft: null,
      averageOvertimeHours: null,
      averageTenureYears: null,
    };
    const { slug } = await createCompany(t.town, { profile: blank });
    const html = await page(`/companies/${slug}`);
    expect(html).toContain("未記入の項目:従業員数、平均年齢、平均勤続年数");
    expect(html).toContain("未記入です。見学やイベントのときに、企業に聞いてみてください。");
    expect(html).not.toMatch(/[^\d,]0(人|日|円|時間)/);
    const sheet = await page(`/companies/${slug}/parents`);
    expect(sheet.match(/未記入です。会社に聞いてみましょう。/g)!.length).toBeGreaterThan(4);
    expect(sheet).not.toMatch(/[^\d,]0(人|日|円|時間)/);
  });

  test("shows hires by year and school, a share for five or more, places with their maps, and when facts were true", async () => {
    const hire = (fiscalYear: number, sex: "female" | "male", hired: number, left: number) =>
      ({ fiscalYear, schoolKind: "highSchool", sex, hired, left }) as const;
    const { slug } = await createCompany(t.town, {
      profile: {
        formerNames: ["有限会社試作ネジ"],
        termsAsOf: "2025-04-01",
        graduateHires: [hire(2025, "female", 4, 1), hire(2025, "male", 3, 1)],
        establishments: [
          { name: "第二工場", postalCode: "0290803", address: "岩手県一関市千厩町字試作3", area: "千厩" },
        ],
        videoUrl: "https://video.example/neji",
      },
    });
    const html = await page(`/companies/${slug}`);
    expect(html).toContain("3年間に新卒で入った7人のうち、2人が離職しました。離職の割合は約29%です。");
    expect(html).toContain("旧名称:有限会社試作ネジ");
    expect(html).toContain("2025年(令和7年)4月1日(火)現在");
    expect(html).toContain('href="https://video.example/neji"');
    for (const map of ["www.openstreetmap.org/search?", "www.google.com/maps/search/?"])
      expect(html).toContain(
        `${map}${map.includes("google") ? "api=1&amp;" : ""}query=${encodeURIComponent("岩手県一関市千厩町字試作3")}`,
      );
    expect(html).toContain("のページを開くQRコード");
  });

  test("holds schema.org data that no content can break out of, and no job posting", async () => {
    const name = "</script><script>alert(1)</script>";
    const { slug } = await createCompany(t.town, {
      corporateNumber: "7123456789012",
      profile: { name, formerNames: ["旧試作"], aliases: ["シサク"] },
    });
    const html = await page(`/companies/${slug}`);
    expect(html).not.toContain("<script>alert(1)");
    const text = /<script type="application\/ld\+json" nonce="[^"]+">(.*?)<\/script>/s.exec(html)![1]!;
    expect(JSON.parse(text)).toMatchObject({
      "@type": "Organization",
      name,
      alternateName: ["シサク", "旧試作"],
      identifier: { value: "7123456789012" },
      address: { postalCode: "0290803" },
    });
    expect(text).not.toContain("JobPosting");
  });
});

test("the parents' sheet is open to everybody while the company is public, and to nobody after", async () => {
  const company = await createCompany(t.town, { profile: { commute: "駅から歩いて5分です。" } });
  const html = await page(`/companies/${company.slug}/parents`);
  expect(html).toContain("株式会社試作ネジ 保護者シート | ジモト");
  expect(html).toContain("駅から歩いて5分です。");
  expect(html).toContain("まず学校の進路指導の先生へ");
  expect(html).toContain(`href="mailto:?subject=`);
  await t.town.database.company.update({
    where: { id: company.id },
    data: { withdrawnAt: t.town.clock.now() },
  });
  expect((await site.request(`/companies/${company.slug}/parents`)).status).toBe(404);
  expect((await site.request("/companies/nobody/parents")).status).toBe(404);
});

test("the builder's form and the page's form send the same profile", async () => {
  const company = await createCompany(t.town, { published: false });
  const member = await createMember(t.town, { companyId: company.id });
  const body = profileForm(profileOf({ employeeCount: 51 }), { baseNumber: "0", intent: "submit" });
  const response = await site.request("/company/profile", { method: "POST", body, userId: member.id });
  expect(response.status).toBe(303);
  expect((await newest(company.id)).profile).toEqual(profileOf({ employeeCount: 51 }));
});
