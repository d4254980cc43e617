import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  changeRole,
  closeAccount,
  listAccounts,
  reopenAccount,
} from "#app/domain/accounts/administration.store.server.ts";
import {
  confirmAddress,
  isConfirmationOpen,
  resendConfirmation,
} from "#app/domain/accounts/confirmation.store.server.ts";
import { requestPasswordReset, resetPassword } from "#app/domain/accounts/password.server.ts";
import { registerStudent } from "#app/domain/accounts/registration.store.server.ts";
import type { StudentRegistration } from "#app/domain/accounts/schema.ts";
import { signIn, signOut } from "#app/domain/accounts/sign-in.server.ts";
import { findViewer } from "#app/domain/accounts/viewer.server.ts";
import { newId } from "#app/platform/random.ts";
import {
  createAccountWithPassword,
  newestMail,
  TEST_PASSWORD,
  tokenIn,
} from "#tests/support/builders/accounts.ts";
import { createTestSchool } from "#tests/support/builders/events.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
beforeAll(async () => {
  t = await openTestTown();
});
afterAll(() => t.close());

let addresses = 0;
/** Each test comes from a network address of its own, so that the throttle of one does not touch another. */
const newAddress = () => `192.0.2.${++addresses}`;
const newEmail = () => `${newId()}@people.example`;

async function trySignIn(email: string, password = TEST_PASSWORD, clientAddress = newAddress()) {
  return signIn(t.town, { email, password, clientAddress });
}

/** The headers of a browser that holds the cookies. */
function cookieHeaders(cookies: string[]): Headers {
  return new Headers({ Cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; ") });
}

describe("signing in", () => {
  test("the right password begins a session of the account, and signing out ends it", async () => {
    const account = await createAccountWithPassword(t.town, { role: "staff" });
    const result = await trySignIn(account.email);
    if (!result.ok) throw new Error(result.error);
    const headers = cookieHeaders(result.cookies);
    expect(await findViewer(t.town, headers)).toMatchObject({
      id: account.id,
      role: "staff",
      state: "active",
    });
    await signOut(t.town, headers);
    expect(await findViewer(t.town, headers)).toBeNull();
  });

  test("a wrong password and an unknown address get the same answer", async () => {
    const account = await createAccountWithPassword(t.town);
    expect(await trySignIn(account.email, "wrong password here")).toEqual({
      ok: false,
      error: "wrong-credentials",
    });
    expect(await trySignIn(newEmail())).toEqual({ ok: false, error: "wrong-credentials" });
  });

  test("a closed account gets no session even with the right password", async () => {
    const account = await createAccountWithPassword(t.town, { state: "closed" });
    expect(await trySignIn(account.email)).toEqual({ ok: false, error: "account-closed" });
    expect(await t.town.database.session.count({ where: { userId: account.id } })).toBe(0);
  });

  test("a waiting company account may sign in", async () => {
    const account = await createAccountWithPassword(t.town, { role: "company", state: "waiting" });
    expect(await trySignIn(account.email)).toMatchObject({ ok: true, role: "company", state: "waiting" });
  });

  test("an unconfirmed address is told so only after the right password", async () => {
    const account = await createAccountWithPassword(t.town, { addressConfirmed: false });
    expect(await trySignIn(account.email)).toEqual({ ok: false, error: "address-unconfirmed" });
    expect(await trySignIn(account.email, "wrong password here")).toEqual({
      ok: false,
      error: "wrong-credentials",
    });
  });

  test("the eleventh failed attempt on an account is refused, whatever the address, and a quarter of an hour later it is not", async () => {
    const account = await createAccountWithPassword(t.town);
    for (let attempt = 0; attempt < 10; attempt++) await trySignIn(account.email, "wrong password here");
    const refused = await trySignIn(account.email);
    expect(refused).toMatchObject({ ok: false, error: "too-many-attempts" });
    const before = t.town.clock.now();
    t.setNow(new Date(before.getTime() + 15 * 60 * 1000).toISOString());
    expect(await trySignIn(account.email)).toMatchObject({ ok: true });
    t.setNow(before.toISOString());
  });

  test("a class behind one address signs in, and the right password clears an account's count", async () => {
    const account = await createAccountWithPassword(t.town);
    const classroom = newAddress();
    for (let round = 0; round < 3; round++) {
      for (let attempt = 0; attempt < 5; attempt++)
        await trySignIn(account.email, "wrong password here", classroom);
      expect(await trySignIn(account.email, TEST_PASSWORD, classroom)).toMatchObject({ ok: true });
    }
  });

  test("neither the browser nor the network address is kept with a session", async () => {
    const account = await createAccountWithPassword(t.town);
    await trySignIn(account.email);
    const session = await t.town.database.session.findFirstOrThrow({ where: { userId: account.id } });
    expect(session.ipAddress || session.userAgent || null).toBeNull();
  });
});

describe("a student's registration", () => {
  async function registration(changes: Partial<StudentRegistration> = {}): Promise<StudentRegistration> {
    const schoolId = changes.schoolId ?? (await createTestSchool(t.town)).id;
    return {
      email: newEmail(),
      password: TEST_PASSWORD,
      name: "はな",
      departmentId: "",
      graduationYear: 2028,
      consent: "yes",
      ...changes,
      schoolId,
    };
  }

  test("works after the link in the mail was confirmed, also when it is confirmed twice", async () => {
    const form = await registration();
    expect(await registerStudent(t.town, { registration: form })).toEqual({ ok: true });
    expect(await trySignIn(form.email)).toEqual({ ok: false, error: "address-unconfirmed" });
    const token = tokenIn(await newestMail(t.town, form.email), "confirmUrl");
    expect(await isConfirmationOpen(t.town, token)).toBe(true);
    expect(await confirmAddress(t.town, { token })).toEqual({ ok: true, state: "active" });
    expect(await confirmAddress(t.town, { token })).toEqual({ ok: true, state: "active" });
    expect(await trySignIn(form.email)).toMatchObject({ ok: true, role: "student" });
    const user = await t.town.database.user.findUniqueOrThrow({
      where: { email: form.email },
      include: { student: true },
    });
    expect(user.student).toMatchObject({ schoolId: form.schoolId, graduationYear: 2028 });
    expect(
      await t.town.database.domainEvent.count({ where: { subjectId: user.id, kind: "account.confirmed" } }),
    ).toBe(1);
  });

  test("an address with an account gets the same answer and another mail, and the account stays", async () => {
    const account = await createAccountWithPassword(t.town, { role: "teacher" });
    const form = await registration({ email: account.email });
    expect(await registerStudent(t.town, { registration: form })).toEqual({ ok: true });
    expect((await newestMail(t.town, account.email))?.kind).toBe("address-already-registered");
    expect(await t.town.database.user.findUniqueOrThrow({ where: { email: account.email } })).toMatchObject({
      id: account.id,
      role: "teacher",
    });
  });

  test("a stranger who typed the address first keeps no hold on it", async () => {
    const stranger = await registration({ password: "the password of a stranger" });
    await registerStudent(t.town, { registration: stranger });
    const strangersToken = tokenIn(await newestMail(t.town, stranger.email), "confirmUrl");
    await registerStudent(t.town, { registration: await registration({ email: stranger.email }) });
    expect(await confirmAddress(t.town, { token: strangersToken })).toEqual({
      ok: false,
      error: "link-expired",
    });
    const mails = await t.town.database.mail.findMany({ where: { recipient: stranger.email } });
    const open = mails.map((mail) => tokenIn(mail, "confirmUrl")).find((token) => token !== strangersToken);
    expect(await confirmAddress(t.town, { token: open! })).toMatchObject({ ok: true });
    expect(await trySignIn(stranger.email, "the password of a stranger")).toMatchObject({
      error: "wrong-credentials",
    });
    expect(await trySignIn(stranger.email)).toMatchObject({ ok: true });
  });

  test("two forms at the same moment make one account", async () => {
    const form = await registration();
    await Promise.all([
      registerStudent(t.town, { registration: form }),
      registerStudent(t.town, { registration: form }),
    ]);
    expect(await t.town.database.user.count({ where: { email: form.email } })).toBe(1);
  });

  test("a link does not work after two days, and a new one can be sent", async () => {
    const form = await registration();
    await registerStudent(t.town, { registration: form });
    const token = tokenIn(await newestMail(t.town, form.email), "confirmUrl");
    const before = t.town.clock.now();
    t.setNow(new Date(before.getTime() + 49 * 60 * 60 * 1000).toISOString());
    expect(await confirmAddress(t.town, { token })).toEqual({ ok: false, error: "link-expired" });
    await resendConfirmation(t.town, { email: form.email });
    const next = tokenIn(await newestMail(t.town, form.email), "confirmUrl");
    expect(await confirmAddress(t.town, { token: next })).toMatchObject({ ok: true });
    t.setNow(before.toISOString());
  });

  test("a school that does not exist and another school's department are refused", async () => {
    const form = await registration();
    expect(await registerStudent(t.town, { registration: { ...form, schoolId: "nowhere" } })).toEqual({
      ok: false,
      error: "unknown-school",
    });
    expect(await registerStudent(t.town, { registration: { ...form, departmentId: "elsewhere" } })).toEqual({
      ok: false,
      error: "unknown-department",
    });
    expect(await t.town.database.user.count({ where: { email: form.email } })).toBe(0);
  });
});

describe("a forgotten password", () => {
  test("the link sets a new one once and ends every session", async () => {
    const account = await createAccountWithPassword(t.town);
    await trySignIn(account.email);
    await requestPasswordReset(t.town, { email: account.email });
    const token = tokenIn(await newestMail(t.town, account.email), "resetUrl");
    expect(await resetPassword(t.town, { token, password: "another long password" })).toEqual({ ok: true });
    expect(await t.town.database.session.count({ where: { userId: account.id } })).toBe(0);
    expect(await trySignIn(account.email)).toMatchObject({ error: "wrong-credentials" });
    expect(await trySignIn(account.email, "another long password")).toMatchObject({ ok: true });
    expect(await resetPassword(t.town, { token, password: "yet another password" })).toEqual({
      ok: false,
      error: "link-expired",
    });
  });

  test("unknown and closed accounts get no mail, and no token is stored as it is", async () => {
    const closed = await createAccountWithPassword(t.town, { state: "closed" });
    const unknown = newEmail();
    await requestPasswordReset(t.town, { email: closed.email });
    await requestPasswordReset(t.town, { email: unknown });
    expect(await newestMail(t.town, closed.email)).toBeNull();
    expect(await newestMail(t.town, unknown)).toBeNull();
    const account = await createAccountWithPassword(t.town);
    await requestPasswordReset(t.town, { email: account.email });
    const mail = await newestMail(t.town, account.email);
    const token = tokenIn(mail, "resetUrl");
    expect(mail?.dedupeKey).not.toContain(token);
    expect(await t.town.database.verification.count({ where: { identifier: { contains: token } } })).toBe(0);
  });
});

describe("administration", () => {
  test("a change of role ends the sessions and is recorded", async () => {
    const admin = await createAccountWithPassword(t.town, { role: "admin" });
    const account = await createAccountWithPassword(t.town, { role: "staff" });
    await trySignIn(account.email);
    const change = { actorId: admin.id, accountId: account.id, shownRole: "staff", role: "teacher" } as const;
    expect(await changeRole(t.town, change)).toEqual({ ok: true });
    expect(await t.town.database.session.count({ where: { userId: account.id } })).toBe(0);
    expect(await changeRole(t.town, change)).toEqual({ ok: false, error: "changed-meanwhile" });
    const facts = await t.town.database.domainEvent.findMany({
      where: { subjectId: account.id, kind: "account.role-changed" },
    });
    expect(facts.map((fact) => fact.data)).toEqual([{ from: "staff", to: "teacher" }]);
  });

  test("nobody changes the own account, and staff change none", async () => {
    const admin = await createAccountWithPassword(t.town, { role: "admin" });
    const staff = await createAccountWithPassword(t.town, { role: "staff" });
    const own = { actorId: admin.id, accountId: admin.id };
    expect(await closeAccount(t.town, own)).toEqual({ ok: false, error: "not-permitted" });
    expect(await closeAccount(t.town, { actorId: staff.id, accountId: admin.id })).toEqual({
      ok: false,
      error: "not-permitted",
    });
  });

  test("two administrators cannot take each other's rights at the same moment", async () => {
    await t.town.database.user.updateMany({ where: { role: "admin" }, data: { role: "staff" } });
    const [one, two] = await Promise.all([
      createAccountWithPassword(t.town, { role: "admin" }),
      createAccountWithPassword(t.town, { role: "admin" }),
    ]);
    await Promise.all([
      changeRole(t.town, { actorId: one.id, accountId: two.id, shownRole: "admin", role: "staff" }),
      changeRole(t.town, { actorId: two.id, accountId: one.id, shownRole: "admin", role: "staff" }),
    ]);
    expect(await t.town.database.user.count({ where: { role: "admin", state: "active" } })).toBe(1);
  });

  test("a closed account can be opened again, and the list finds it by part of its address", async () => {
    const admin = await createAccountWithPassword(t.town, { role: "admin" });
    const account = await createAccountWithPassword(t.town, {
      email: `Findable.${newId()}@people.example`.toLowerCase(),
    });
    const change = { actorId: admin.id, accountId: account.id };
    await closeAccount(t.town, change);
    expect(await trySignIn(account.email)).toMatchObject({ error: "account-closed" });
    expect(await reopenAccount(t.town, change)).toEqual({ ok: true });
    expect(await trySignIn(account.email)).toMatchObject({ ok: true });
    const found = await listAccounts(t.town, { role: "student", email: "FINDABLE.", page: 1 });
    expect(found.rows.map((row) => row.id)).toEqual([account.id]);
  });
});
