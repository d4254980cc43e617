import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeAccount, reopenAccount } from "#app/domain/accounts/administration.store.server.ts";
import { listWaitingAccounts } from "#app/domain/accounts/approval.store.server.ts";
import { registerCompany } from "#app/domain/accounts/company-registration.store.server.ts";
import { landingPath } from "#app/domain/accounts/rules.ts";
import type { CompanyRegistration } from "#app/domain/accounts/schema.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import {
  approveRegistration,
  declineRegistration,
  returnRegistration,
} from "#app/domain/companies/registration-decision.store.server.ts";
import {
  findRegistrationForReview,
  listWaitingRegistrations,
} from "#app/domain/companies/registration-review.store.server.ts";
import { correctRegistration, findOwnRegistration } from "#app/domain/companies/registration.store.server.ts";
import { newId } from "#app/platform/random.ts";
import { createAccountWithPassword, newestMail, TEST_PASSWORD } from "#tests/support/builders/accounts.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
let staffId: string;
beforeAll(async () => {
  t = await openTestTown();
  site = await openTestSite(t.town);
  staffId = (await createAccountWithPassword(t.town, { role: "staff" })).id;
});
afterAll(() => t.close());

const registration = (changes: Partial<CompanyRegistration> = {}): CompanyRegistration => ({
  companyName: `磐井試験 ${newId()}`,
  companyKana: `イワイシケン`,
  corporateNumber: "",
  noNumberReason: "sole-trader",
  address: "岩手県一関市大手町2-3-4",
  phone: "0191-00-0002",
  contactName: "架空 三郎",
  contactDepartment: "総務課",
  email: `${newId()}@people.example`,
  password: TEST_PASSWORD,
  consent: "yes",
  ...changes,
});

async function register(form: CompanyRegistration, { confirmed = true } = {}) {
  const result = await registerCompany(t.town, { registration: form });
  const user = await t.town.database.user.findUnique({
    where: { email: form.email },
    include: { companyMember: { include: { company: { include: { revisions: true } } } } },
  });
  if (user && confirmed)
    await t.town.database.user.update({ where: { id: user.id }, data: { emailVerified: true } });
  return { result, userId: user?.id ?? "", companyId: user?.companyMember?.companyId ?? "", user };
}

const asForm = (values: Record<string, string | string[]>) => {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) form.append(name, one);
  return form;
};
const post = (userId: string | undefined, path: string, values: Record<string, string | string[]>) =>
  site.request(path, { method: "POST", body: asForm(values), userId });
const stateOf = async (userId: string) =>
  (await t.town.database.user.findUniqueOrThrow({ where: { id: userId } })).state;

describe("an application", () => {
  test("waits for staff with what was said as a draft; approving lets it in and tells it", async () => {
    const form = registration({ corporateNumber: "7000012050002", noNumberReason: "" });
    const { result, user, userId, companyId } = await register(form);
    expect(result).toEqual({ ok: true });
    expect(user).toMatchObject({ role: "company", state: "waiting", companyMember: { isOwner: true } });
    expect(user?.companyMember?.company.revisions).toMatchObject([
      {
        state: "draft",
        profile: { name: form.companyName, address: form.address, contactDepartment: "総務課" },
      },
    ]);
    const waiting = (await listWaitingAccounts(t.town)).find((account) => account.id === userId);
    expect(waiting).toMatchObject({ companyName: form.companyName, companyId, registration: "submitted" });
    expect(await findRegistrationForReview(t.town, { companyId })).toMatchObject({
      corporateNumber: { number: "7000012050002", isValid: true },
      termsVersion: "2026-11",
      facts: { contactName: "架空 三郎", noNumberReason: "" },
    });
    const decision = { companyId, staffId, round: 1 };
    expect(await approveRegistration(t.town, decision)).toEqual({ ok: true });
    expect(await approveRegistration(t.town, decision)).toEqual({ ok: false, error: "already-decided" });
    expect(await stateOf(userId)).toBe("active");
    const mails = { recipient: form.email, kind: "account-approved" };
    expect(await t.town.database.mail.count({ where: mails })).toBe(1);
  });

  test("with a number that somebody confirmed holds is refused, one that nobody confirmed is free", async () => {
    const number = { corporateNumber: "8700110005901", noNumberReason: "" as const };
    const first = registration(number);
    await register(first, { confirmed: false });
    const second = registration(number);
    expect((await register(second)).result).toEqual({ ok: true });
    expect(await t.town.database.user.findUnique({ where: { email: first.email } })).toBeNull();
    expect((await register(registration(number))).result).toEqual({
      ok: false,
      error: "corporate-number-registered",
    });
  });

  test("twice at the same moment with one number makes one company", async () => {
    const number = { corporateNumber: "1000020032093", noNumberReason: "" as const };
    const forms = [registration(number), registration(number), registration(number)];
    await Promise.all(forms.map((form) => registerCompany(t.town, { registration: form })));
    const where = { corporateNumber: "1000020032093" };
    expect(await t.town.database.company.count({ where })).toBe(1);
    expect(await t.town.database.user.count({ where: { companyMember: { company: where } } })).toBe(1);
  });

  test("without a number is refused only for the same name at the same place", async () => {
    const first = registration();
    await register(first);
    const again = { ...first, email: `${newId()}@people.example` };
    expect(
      (await register({ ...again, address: "一関市大手町二丁目3番4号", phone: "0191-00-9999" })).result,
    ).toEqual({
      ok: false,
      error: "company-name-registered",
    });
    expect((await register({ ...again, address: "一関市花泉町1-1", phone: "0191-00-9998" })).result).toEqual({
      ok: true,
    });
  });

  test("shows staff which companies may be the same one, the likeliest first", async () => {
    const twin = await createCompany(t.town, {
      profile: {
        name: "㈱ﾌﾀｺﾞ電子",
        nameKana: "フタゴデンシ",
        address: "一関市赤荻字試作9",
        phone: "0191-00-0077",
      },
    });
    const neighbour = await createCompany(t.town, {
      profile: {
        name: "隣の店",
        nameKana: "トナリノミセ",
        address: "岩手県一関市赤荻字試作10番地",
        phone: "0191-00-0078",
      },
    });
    const { companyId } = await register(
      registration({
        companyName: "株式会社フタゴ電子",
        companyKana: "フタゴデンシ",
        address: "一関市赤荻字試作10",
        phone: "0191-00-0079",
      }),
    );
    const review = await findRegistrationForReview(t.town, { companyId });
    expect(review?.duplicates).toMatchObject([
      { companyId: twin.id, signs: ["name", "reading"] },
      { companyId: neighbour.id, signs: ["address"] },
    ]);
  });
});

describe("a decision about an application", () => {
  test("of several staff members at the same moment is made once", async () => {
    const form = registration();
    const { companyId } = await register(form);
    const decision = { companyId, staffId, round: 1 };
    const said = { reasons: ["contact" as const], words: "連絡先" };
    const results = await Promise.all([
      approveRegistration(t.town, decision),
      returnRegistration(t.town, { ...decision, ...said }),
      declineRegistration(t.town, { ...decision, ...said }),
      approveRegistration(t.town, decision),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const decided = ["approved", "returned", "declined"].map((step) => `company.registration-${step}`);
    const facts = await t.town.database.domainEvent.count({
      where: { subjectId: companyId, kind: { in: decided } },
    });
    expect(facts).toBe(1);
    const kinds = ["account-approved", "registration-returned", "account-declined"];
    expect(await t.town.database.mail.count({ where: { recipient: form.email, kind: { in: kinds } } })).toBe(
      1,
    );
  });

  test("to return is followed by a correction, a new round and its history", async () => {
    const form = registration();
    const { userId, companyId } = await register(form);
    await returnRegistration(t.town, {
      companyId,
      staffId,
      round: 1,
      reasons: ["address"],
      words: "番地まで入力してください。",
    });
    expect((await newestMail(t.town, form.email, "registration-returned"))?.props).toMatchObject({
      reason: "番地まで入力してください。",
    });
    const facts = { ...form, address: "岩手県一関市大手町2-3-5", companyName: "磐井試験工房" };
    const correct = () => correctRegistration(t.town, { userId, companyId, facts });
    const results = await Promise.all([correct(), correct()]);
    expect(results.toSorted((one) => (one.ok ? -1 : 1))).toEqual([
      { ok: true, round: 2 },
      { ok: false, error: "not-open" },
    ]);
    const stale = { companyId, staffId, round: 1 };
    expect(await approveRegistration(t.town, stale)).toEqual({ ok: false, error: "already-decided" });
    const own = await findOwnRegistration(t.town, { userId });
    expect(own).toMatchObject({
      state: "submitted",
      round: 2,
      facts: { address: "岩手県一関市大手町2-3-5" },
    });
    expect(own?.history.map(({ step, round, note }) => [step, round, note])).toEqual([
      ["submitted", 1, ""],
      ["returned", 1, "番地まで入力してください。"],
      ["submitted", 2, ""],
    ]);
    const drafts = await t.town.database.companyRevision.findMany({
      where: { companyId },
      orderBy: { number: "asc" },
      select: { state: true, profile: true },
    });
    expect(drafts).toMatchObject([
      { state: "superseded", profile: { name: form.companyName } },
      { state: "draft", profile: { name: "磐井試験工房" } },
    ]);
  });

  test("to decline closes the account and mails the reason; opened again it waits, and can be sent once more", async () => {
    const admin = await createAccountWithPassword(t.town, { role: "admin" });
    const form = registration();
    const { userId, companyId } = await register(form);
    const tryIt = () =>
      signIn(t.town, { email: form.email, password: TEST_PASSWORD, clientAddress: newId() });
    await tryIt();
    const said = { reasons: [], words: "市内に事業所がないため" };
    await declineRegistration(t.town, { companyId, staffId, round: 1, ...said });
    expect(await t.town.database.session.count({ where: { userId } })).toBe(0);
    expect(await tryIt()).toEqual({ ok: false, error: "account-closed" });
    expect((await newestMail(t.town, form.email, "account-declined"))?.props).toMatchObject({
      reason: "市内に事業所がないため",
    });
    await reopenAccount(t.town, { actorId: admin.id, accountId: userId });
    expect(await stateOf(userId)).toBe("waiting");
    expect(await correctRegistration(t.town, { userId, companyId, facts: form })).toEqual({
      ok: true,
      round: 2,
    });
    await approveRegistration(t.town, { companyId, staffId, round: 2 });
    await closeAccount(t.town, { actorId: admin.id, accountId: userId });
    await reopenAccount(t.town, { actorId: admin.id, accountId: userId });
    expect(await stateOf(userId)).toBe("active");
  });

  test("counts its age in working days and stands in the queue with its round", async () => {
    const now = t.town.clock.now().toISOString();
    t.setNow("2026-11-20T09:00:00+09:00"); // Friday; Monday 23 November is a holiday.
    const { companyId } = await register(registration());
    t.setNow("2026-11-25T09:00:00+09:00");
    const waiting = (await listWaitingRegistrations(t.town)).find((line) => line.companyId === companyId);
    expect(waiting).toMatchObject({ waitingDays: 2, round: 1, addressConfirmed: true });
    t.setNow(now);
  });
});

describe("the pages of an application", () => {
  const fields = () => {
    const { consent: _consent, password: _password, email: _email, ...facts } = registration();
    return facts as Record<string, string>;
  };

  test("take a registration, and say beside the field what is wrong", async () => {
    const typed = {
      ...fields(),
      email: `${newId()}@people.example`,
      password: TEST_PASSWORD,
      consent: "yes",
    };
    const without = await post(undefined, "/register/company", { ...typed, noNumberReason: "" });
    expect(without.status).toBe(400);
    expect(await without.text()).toContain("法人番号がない理由を選んでください");
    const taken = await createCompany(t.town, { corporateNumber: "2120901007402" });
    expect(taken.id).not.toBe("");
    const number = await post(undefined, "/register/company", { ...typed, corporateNumber: "2120901007402" });
    const words = await number.text();
    expect(number.status).toBe(400);
    expect(words).toContain('id="corporateNumber-error"');
    expect(words).toContain("工業労政課にお問い合わせください");
    expect((await post(undefined, "/register/company", typed)).status).toBe(303);
  });

  test("let the applicant follow, correct and send again, and staff decide", async () => {
    const form = registration();
    const { userId, companyId } = await register(form);
    const read = async (path: string, by: string) => (await site.request(path, { userId: by })).text();
    expect(landingPath({ role: "company", state: "waiting" })).toBe("/company/registration");
    expect(await read("/company/registration", userId)).toContain("事務局が確認しています");
    expect(await read("/staff/approvals?kind=registration", staffId)).toContain(form.companyName);
    expect(await read("/staff/approvals?kind=change", staffId)).not.toContain(form.companyName);
    const page = `/staff/registrations/${companyId}`;
    const empty = await post(staffId, page, { intent: "return", round: "1" });
    expect(empty.status).toBe(400);
    expect(await empty.text()).toContain("差し戻す理由を選ぶか");
    expect((await post(staffId, page, { intent: "return", round: "1", reasons: "address" })).status).toBe(
      303,
    );
    const late = await post(staffId, page, { intent: "approve", round: "1" });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("この操作は行われていません");
    const returned = await read("/company/registration", userId);
    expect(returned).toContain("所在地に確認が必要です");
    expect(returned).toContain("もう一度送る");
    const sent = await post(userId, "/company/registration", { ...fields(), address: "一関市山目1-2" });
    expect(sent.headers.get("Location")).toBe("/company/registration");
    const early = await post(userId, "/company/registration", fields());
    expect(early.status).toBe(409);
    expect((await post(staffId, page, { intent: "approve", round: "2" })).status).toBe(303);
    expect(await read("/company/registration", userId)).toContain("承認されました");
    expect((await site.request("/company", { userId })).status).toBe(200);
  });
});
