import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { acceptInvitation, joinByInvitation } from "#app/domain/companies/invitation-answer.store.server.ts";
import {
  findInvitation,
  inviteMember,
  resendInvitation,
  revokeInvitation,
} from "#app/domain/companies/invitations.store.server.ts";
import {
  findMembership,
  handOverCompany,
  leaveCompany,
  listMembers,
  removeMember,
} from "#app/domain/companies/members.store.server.ts";
import { newId } from "#app/platform/random.ts";
import { signInCookie } from "#tests/support/session.ts";
import {
  createAccountWithPassword,
  newestMail,
  TEST_PASSWORD,
  tokenIn,
} from "#tests/support/builders/accounts.ts";
import { createCompany, createMember } from "#tests/support/builders/companies.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
let staffId: string;
let companyId: string;
let owner: { id: string; email: string };
beforeAll(async () => {
  t = await openTestTown();
  site = await openTestSite(t.town);
  staffId = (await createAccountWithPassword(t.town, { role: "staff" })).id;
});
afterAll(() => t.close());
beforeEach(async () => {
  const company = await createCompany(t.town);
  companyId = company.id;
  owner = company.member!;
});

const asOwner = () => ({ actor: { userId: owner.id, as: "member" as const }, companyId });
const newEmail = () => `${newId()}@people.example`;
const ownersOf = (id: string) =>
  t.town.database.companyMember.findMany({
    where: { companyId: id, isOwner: true },
    select: { userId: true },
  });

/** Invites an address and gives back the token of its mail. */
async function invite(email = newEmail(), id = companyId) {
  const asked =
    id === companyId ? asOwner() : { actor: { userId: staffId, as: "staff" as const }, companyId: id };
  // The newest mail of an address is told by its time.
  t.setNow(new Date(t.town.clock.now().getTime() + 1000).toISOString());
  expect(await inviteMember(t.town, { ...asked, email })).toEqual({ ok: true });
  return { email, token: tokenIn(await newestMail(t.town, email, "company-invitation"), "inviteUrl") };
}
const join = (token: string) =>
  joinByInvitation(t.town, { token, name: "架空 四郎", password: TEST_PASSWORD });
const laterBy = async (days: number, check: () => Promise<void>) => {
  const before = t.town.clock.now();
  t.setNow(new Date(before.getTime() + days * 86_400_000).toISOString());
  await check();
  t.setNow(before.toISOString());
};

describe("an invitation", () => {
  test("opens a confirmed account that acts for the company; its token is kept as a hash only", async () => {
    const { email, token } = await invite();
    const row = await t.town.database.companyInvitation.findFirstOrThrow({ where: { companyId } });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await findInvitation(t.town, { token })).toMatchObject({
      email,
      state: "open",
      hasAccount: false,
    });
    expect(await join(token)).toEqual({ ok: true, companyId });
    const user = await t.town.database.user.findUniqueOrThrow({ where: { email } });
    expect(user).toMatchObject({ role: "company", state: "active", emailVerified: true, name: "架空 四郎" });
    expect(await findMembership(t.town, { userId: user.id })).toEqual({ companyId, isOwner: false });
    expect(await join(token)).toEqual({ ok: false, error: "used" });
    const facts = await t.town.database.domainEvent.findMany({
      where: { subjectId: companyId },
      orderBy: { id: "asc" },
    });
    expect(facts.map(({ kind }) => kind)).toEqual(["company.member-invited", "company.member-joined"]);
    expect(JSON.stringify(facts.map(({ data }) => data))).not.toContain(email);
  });

  test("works for seven days, not on the eighth", async () => {
    const { token } = await invite();
    await laterBy(7, async () => {
      expect(await findInvitation(t.town, { token })).toMatchObject({ state: "open" });
    });
    await laterBy(8, async () => {
      expect(await join(token)).toEqual({ ok: false, error: "expired" });
    });
  });

  test("is taken back, or sent again with a new link that replaces the old one", async () => {
    const { email, token } = await invite();
    const { invitations } = await listMembers(t.town, { companyId });
    const asked = { ...asOwner(), invitationId: invitations[0]!.id };
    expect(await inviteMember(t.town, { ...asOwner(), email })).toEqual({
      ok: false,
      error: "invited-already",
    });
    t.setNow(new Date(t.town.clock.now().getTime() + 1000).toISOString());
    expect(await resendInvitation(t.town, asked)).toEqual({ ok: true });
    const next = tokenIn(await newestMail(t.town, email, "company-invitation"), "inviteUrl");
    expect(next).not.toBe(token);
    expect(await join(token)).toEqual({ ok: false, error: "unknown" });
    expect(await revokeInvitation(t.town, asked)).toEqual({ ok: true });
    expect(await revokeInvitation(t.town, asked)).toEqual({ ok: false, error: "not-open" });
    expect(await join(next)).toEqual({ ok: false, error: "revoked" });
  });

  test("is accepted by a signed-in company account without a company, when it went to its address", async () => {
    const free = await createAccountWithPassword(t.town, { role: "company" });
    const student = await createAccountWithPassword(t.town, { role: "student" });
    const busy = await createCompany(t.town);
    const accept = async (account: { id: string; email: string }, by = account.id) =>
      acceptInvitation(t.town, { token: (await invite(account.email)).token, userId: by });
    expect(await accept(student)).toEqual({ ok: false, error: "not-a-company-account" });
    expect(await accept(busy.member!)).toEqual({ ok: false, error: "has-a-company" });
    const { token } = await invite(free.email);
    expect(await acceptInvitation(t.town, { token, userId: student.id })).toEqual({
      ok: false,
      error: "other-address",
    });
    expect(await join(token)).toEqual({ ok: false, error: "has-account" });
    expect(await acceptInvitation(t.town, { token, userId: free.id })).toEqual({ ok: true, companyId });
  });

  test("used twice at the same moment makes one member, and the first member of all is the owner", async () => {
    const empty = await createCompany(t.town, { member: false });
    const links = [await invite(newEmail(), empty.id), await invite(newEmail(), empty.id)];
    const results = await Promise.all([...links, ...links].map(({ token }) => join(token)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(2);
    expect(results.filter((result) => !result.ok && result.error === "used")).toHaveLength(2);
    expect(await ownersOf(empty.id)).toHaveLength(1);
  });

  test("for two companies at the same moment gives the account one of them", async () => {
    const other = await createCompany(t.town, { member: false });
    const account = await createAccountWithPassword(t.town, { role: "company" });
    const links = [await invite(account.email), await invite(account.email, other.id)];
    const results = await Promise.all(
      links.map(({ token }) => acceptInvitation(t.town, { token, userId: account.id })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.error === "has-a-company")).toHaveLength(1);
  });

  test("is the owner's or staff's to send, not a member's", async () => {
    const member = await createMember(t.town, { companyId, isOwner: false });
    const asked = { actor: { userId: member.id, as: "member" as const }, companyId, email: newEmail() };
    expect(await inviteMember(t.town, asked)).toEqual({ ok: false, error: "not-owner" });
    expect(await inviteMember(t.town, { ...asOwner(), email: member.email })).toEqual({
      ok: false,
      error: "already-member",
    });
  });
});

describe("members", () => {
  test("are removed by the owner, which ends their sessions; the owner is not removed and does not leave", async () => {
    const member = await createMember(t.town, { companyId, isOwner: false });
    await signInCookie(t.town, member.id);
    const byMember = { actor: { userId: member.id, as: "member" as const }, companyId };
    expect(await removeMember(t.town, { ...byMember, accountId: owner.id })).toMatchObject({
      error: "not-owner",
    });
    expect(await removeMember(t.town, { ...asOwner(), accountId: owner.id })).toMatchObject({
      error: "is-owner",
    });
    expect(await leaveCompany(t.town, { userId: owner.id, companyId })).toMatchObject({ error: "is-owner" });
    expect(await removeMember(t.town, { ...asOwner(), accountId: member.id })).toEqual({ ok: true });
    expect(await t.town.database.session.count({ where: { userId: member.id } })).toBe(0);
    expect(await removeMember(t.town, { ...asOwner(), accountId: member.id })).toMatchObject({
      error: "not-a-member",
    });
  });

  test("have one owner whatever happens at the same moment", async () => {
    const [one, two] = [
      await createMember(t.town, { companyId, isOwner: false }),
      await createMember(t.town, { companyId, isOwner: false }),
    ];
    const results = await Promise.all([
      handOverCompany(t.town, { ...asOwner(), accountId: one.id }),
      handOverCompany(t.town, { ...asOwner(), accountId: two.id }),
      leaveCompany(t.town, { userId: one.id, companyId }),
      removeMember(t.town, { ...asOwner(), accountId: two.id }),
      leaveCompany(t.town, { userId: owner.id, companyId }),
    ]);
    expect(results.some(({ ok }) => ok)).toBe(true);
    expect(await ownersOf(companyId)).toHaveLength(1);
  });

  test("hand over to somebody who can sign in, and the former owner may leave then", async () => {
    const closed = await createMember(t.town, { companyId, isOwner: false });
    await t.town.database.user.update({ where: { id: closed.id }, data: { state: "closed" } });
    const next = await createMember(t.town, { companyId, isOwner: false });
    expect(await handOverCompany(t.town, { ...asOwner(), accountId: closed.id })).toMatchObject({
      error: "not-active",
    });
    expect(await handOverCompany(t.town, { ...asOwner(), accountId: next.id })).toEqual({ ok: true });
    expect(await ownersOf(companyId)).toEqual([{ userId: next.id }]);
    expect(await leaveCompany(t.town, { userId: owner.id, companyId })).toEqual({ ok: true });
    const byStaff = { actor: { userId: staffId, as: "staff" as const }, companyId };
    expect(await removeMember(t.town, { ...byStaff, accountId: next.id })).toMatchObject({
      error: "is-owner",
    });
  });
});

describe("the pages of members", () => {
  const post = (userId: string | undefined, path: string, values: Record<string, string>) =>
    site.request(path, { method: "POST", body: new URLSearchParams(values), userId });
  const read = async (path: string, userId?: string) => (await site.request(path, { userId })).text();

  test("invite, say what is wrong, and are throttled", async () => {
    const page = "/company/members";
    expect(await read(page, owner.id)).toContain("代表担当者は、ほかの担当者に役割を渡すまでやめられません");
    expect((await post(owner.id, page, { intent: "invite", email: "nobody" })).status).toBe(400);
    expect((await post(owner.id, page, { intent: "nonsense" })).status).toBe(400);
    expect((await post(owner.id, page, { intent: "leave" })).status).toBe(409);
    for (let count = 0; count < 20; count++)
      expect((await post(owner.id, page, { intent: "invite", email: newEmail() })).status).toBe(303);
    const refused = await post(owner.id, page, { intent: "invite", email: newEmail() });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
  });

  test("lead a visitor from the link into the company, and say why a link does not work", async () => {
    const { email, token } = await invite();
    const page = `/company/invitation?token=${token}`;
    expect(await read(page)).toContain(email);
    const short = await post(undefined, page, {
      token,
      name: "架空 四郎",
      password: "short",
      consent: "yes",
    });
    expect(short.status).toBe(400);
    expect(await short.text()).toContain("12文字以上");
    const answer = { token, name: "架空 四郎", password: TEST_PASSWORD, consent: "yes" };
    expect((await post(undefined, page, answer)).headers.get("Location")).toBe("/login");
    expect(await read(page)).toContain("この招待はすでに使われています");
    expect((await post(undefined, page, answer)).status).toBe(409);
    expect(await read("/company/invitation?token=%22%3E")).toContain("このリンクは使えません");
    expect(await read("/company/invitation", owner.id)).toContain("このリンクは使えません");
    expect(await read(`/company/invitation?token=${(await invite()).token}`, owner.id)).toContain(
      "別のアカウントでログインしています",
    );
  });

  test("let staff invite the first member of a company that they entered", async () => {
    const empty = await createCompany(t.town, { member: false });
    const page = `/staff/companies/${empty.id}`;
    expect(await read(page, staffId)).toContain("最初に招待を受けた人が代表担当者になります");
    expect((await post(staffId, page, { intent: "invite", email: newEmail() })).status).toBe(303);
    expect(await read(page, staffId)).toContain("返事を待っている招待");
    expect((await post(staffId, "/staff/companies/none", { intent: "leave" })).status).toBe(404);
  });
});
