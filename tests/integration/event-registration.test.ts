import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cancelRegistration, registerForEvent } from "#app/domain/events/seats.store.server.ts";
import { createAttendee, createEvent, createTestSchool, ledgerOf } from "#tests/support/builders/events.ts";
import { addQuestion, openPage, sendForm } from "#tests/support/event-forms.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const NOW = "2026-11-20T03:00:00Z";
let t: TestTown;
let site: TestSite;
beforeAll(async () => {
  t = await openTestTown();
  site = await openTestSite(t.town);
});
beforeEach(() => t.setNow(NOW));
afterAll(() => t.close());

const hours = (count: number) => new Date(new Date(NOW).getTime() + count * 3_600_000);
const formOf = (event: { id: string }) => `/events/${event.id}/registration`;
const poolOf = (event: Awaited<ReturnType<typeof createEvent>>, category: string) =>
  event.sessions[0]!.pools.find((pool) => pool.category === category)!.id;
const answersOf = (registrationId: string) =>
  t.town.database.registrationAnswer.findMany({ where: { registrationId }, orderBy: { value: "asc" } });
const idIn = (location: string) => location.split("/").at(-1)!;

describe("the form of a student", () => {
  test("takes the answers and guardians, and twice the same leads to the one registration", async () => {
    const event = await createEvent(t.town, { seats: { student: 5, guardian: 5 } });
    const industry = await addQuestion(t.town, event.id, {
      label: "話を聞きたい業種",
      kind: "choice",
      options: ["製造業", "IT"],
      required: true,
    });
    const years = await addQuestion(t.town, event.id, { kind: "number", label: "年数", position: 1 });
    const { id: userId } = await createAttendee(t.town);
    const page = await openPage(site, formOf(event), userId);
    for (const words of ["話を聞きたい業種", "残り5席", "一緒に来る保護者"])
      expect(page.text).toContain(words);
    expect(page.text).not.toContain("(生徒・学生の方のみ)");

    const typed = {
      pool: poolOf(event, "student"),
      guardians: "2",
      [`answer-${industry}`]: "IT",
      [`answer-${years}`]: "１２",
      intent: "register",
    };
    const first = await sendForm(site, formOf(event), typed, userId);
    expect([first.status, first.location]).toEqual([303, expect.stringContaining("/me/registrations/")]);
    expect((await sendForm(site, formOf(event), typed, userId)).location).toBe(first.location);
    expect((await answersOf(idIn(first.location))).map(({ value }) => value)).toEqual(["12", "IT"]);
    expect(await ledgerOf(t.town, event.id)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ category: "student", reserved: 1 }),
        expect.objectContaining({ category: "guardian", reserved: 2 }),
      ]),
    );
    const ticket = await openPage(site, first.location, userId);
    for (const words of ["参加票の番号", "2人(申込済み)", "保護者の参加票を見る", "話を聞きたい業種"])
      expect(ticket.text).toContain(words);
    const me = await openPage(site, "/me", userId);
    expect(me.text.match(/\/me\/registrations\/[^"]+/g)).toHaveLength(1);
    expect(me.text).toContain("保護者2人と一緒");
  });

  test("comes back with words at every field and everything that was typed", async () => {
    const event = await createEvent(t.town, { maxGroupSize: 3, seats: { student: 5 } });
    const wish = await addQuestion(t.town, event.id, { required: true });
    const number = await addQuestion(t.town, event.id, { kind: "number", maximum: 10, position: 1 });
    const { id: userId } = await createAttendee(t.town);
    const typed = {
      pool: poolOf(event, "student"),
      headCount: "9",
      [`answer-${wish}`]: " ",
      [`answer-${number}`]: "３０",
    };
    const back = await sendForm(site, formOf(event), typed, userId);
    expect(back.status).toBe(400);
    expect(back.text).toContain("入力内容に確認が必要な項目が3件あります");
    expect(back.text).toContain("1から3までの数を入力してください");
    expect(back.text).toContain("0から10までの数を入力してください");
    expect(back.text).toContain('value="３０"');
    const nothing = await sendForm(site, formOf(event), {}, userId);
    expect(nothing.status).toBe(400);
    expect(nothing.text).toContain("選択肢から選んでください");
    expect(await t.town.database.registration.count({ where: { eventId: event.id } })).toBe(0);
  });

  test("offers the most specific seats first and none that are for others", async () => {
    const event = await createEvent(t.town, { seats: { student: 5, teacher: 5, company: 5 } });
    const school = await createTestSchool(t.town, { name: "一関あおば高等学校" });
    const { sessionId } = event.sessions[0]!.pools[0]!;
    for (const [id, schoolId] of [
      ["own", school.id],
      ["others", (await createTestSchool(t.town, { name: "花泉みどり高等学校" })).id],
    ] as const)
      await t.town.database.capacityPool.create({
        data: {
          id: `${event.id}-${id}`,
          sessionId,
          category: "student",
          schoolId,
          key: `student/${schoolId}//`,
          capacity: 3,
        },
      });
    const { id: userId } = await createAttendee(t.town, { schoolId: school.id });
    const { text } = await openPage(site, formOf(event), userId);
    expect(text).not.toContain("花泉みどり");
    expect(text).not.toContain("教職員");
    expect(text.indexOf("生徒・学生(一関あおば高等学校)")).toBeLessThan(
      text.indexOf(`value="${poolOf(event, "student")}"`),
    );
    const taken = await sendForm(site, formOf(event), { pool: `${event.id}-others` }, userId);
    expect(taken.status).toBe(409);
    expect(taken.text).toContain("この区分に申し込めません");
  });

  test("keeps the words that were typed when the last seat went to somebody else, and leads to the waiting list", async () => {
    const event = await createEvent(t.town, { seats: { student: 1 } });
    const wish = await addQuestion(t.town, event.id);
    const [quick, slow] = [await createAttendee(t.town), await createAttendee(t.town)];
    await registerForEvent(t.town, {
      eventId: event.id,
      userId: quick.id,
      category: "student",
      headCount: 1,
    });
    const typed = { pool: poolOf(event, "student"), [`answer-${wish}`]: "夜勤はありますか" };
    const full = await sendForm(site, formOf(event), { ...typed, intent: "register" }, slow.id);
    expect(full.status).toBe(409);
    expect(full.text).toContain("夜勤はありますか");
    expect(full.text).toContain("キャンセル待ちに登録する");
    const waiting = await sendForm(site, formOf(event), { ...typed, intent: "wait" }, slow.id);
    expect((await openPage(site, waiting.location, slow.id)).text).toContain("いま1番目です");
    expect((await answersOf(idIn(waiting.location)))[0]?.value).toBe("夜勤はありますか");
    const mail = await t.town.database.mail.findFirst({
      where: { recipient: slow.email, kind: "waiting-list" },
    });
    expect(mail?.props).toMatchObject({ registrationUrl: `http://town.test${waiting.location}` });
  });

  test("says at the guardians' field that only their seats are missing", async () => {
    const event = await createEvent(t.town, { seats: { student: 5, guardian: 2 } });
    const { id: userId } = await createAttendee(t.town);
    const before = await createAttendee(t.town);
    const wish = { eventId: event.id, category: "student" as const, headCount: 1, guardians: 1 };
    await registerForEvent(t.town, { ...wish, userId: before.id });
    const typed = { pool: poolOf(event, "student"), guardians: "2" };
    const full = await sendForm(site, formOf(event), typed, userId);
    expect(full.status).toBe(409);
    expect(full.text).toContain("保護者の席が足りません");
    const both = await sendForm(site, formOf(event), { ...typed, intent: "wait" }, userId);
    expect(both.headers.get("Set-Cookie")).toContain("jimoto_notice");
    expect((await openPage(site, both.location, userId)).text).toContain("2人(キャンセル待ち)");
  });

  test("is closed for an event that was cancelled while it was filled in, and for a closed account", async () => {
    const event = await createEvent(t.town);
    const { id: userId } = await createAttendee(t.town);
    await t.town.database.event.update({ where: { id: event.id }, data: { state: "cancelled" } });
    const late = await sendForm(site, formOf(event), { pool: poolOf(event, "student") }, userId);
    expect(late.status).toBe(409);
    expect(late.text).toContain("このイベントは中止になりました");
    const closed = await createAttendee(t.town, { state: "closed" });
    const refused = await sendForm(site, formOf(event), { pool: poolOf(event, "student") }, closed.id);
    expect([refused.status, refused.location]).toEqual([303, expect.stringContaining("/login?next=")]);
    const visitor = await sendForm(site, formOf(event), { pool: poolOf(event, "student") });
    expect(visitor.location).toContain("/login?next=");
    expect((await openPage(site, "/events/no-such-event/registration", userId)).status).toBe(404);
  });
});

test("a group that is larger than all the seats is told how many there are, not to wait", async () => {
  const event = await createEvent(t.town, { maxGroupSize: 3, seats: { student: 2 } });
  const { id: userId } = await createAttendee(t.town);
  const typed = { pool: poolOf(event, "student"), headCount: "3", intent: "wait" };
  const refused = await sendForm(site, formOf(event), typed, userId);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("この席の定員は2人です");
});

test("people with an account of no school are asked what is theirs only, and see for whom a question is", async () => {
  const event = await createEvent(t.town, { seats: { guardian: 5, other: 5 } });
  const years = await addQuestion(t.town, event.id, {
    label: "働いた年数",
    kind: "number",
    required: true,
    categories: ["other"],
  });
  const { id: userId } = await createAttendee(t.town);
  await t.town.database.studentProfile.delete({ where: { userId } });
  const page = await openPage(site, formOf(event), userId);
  expect(page.text).toContain("働いた年数(一般の方のみ)");
  const common = await addQuestion(t.town, event.id, {
    label: "参加のきっかけ",
    required: true,
    position: 1,
  });
  const unchosen = await sendForm(site, formOf(event), {}, userId);
  expect(unchosen.text).toContain("参加のきっかけ:入力してください");
  expect(unchosen.text).not.toContain("働いた年数:");
  await t.town.database.eventQuestion.delete({ where: { id: common } });
  const other = await sendForm(site, formOf(event), { pool: poolOf(event, "other") }, userId);
  expect(other.status).toBe(400);
  const unasked = { pool: poolOf(event, "guardian"), [`answer-${years}`]: "関係のない答え" };
  const guardian = await sendForm(site, formOf(event), unasked, userId);
  expect(guardian.status).toBe(303);
  expect(await answersOf(idIn(guardian.location))).toEqual([]);
});

test("a teacher registers a head count without names, once for each pool", async () => {
  const event = await createEvent(t.town, { audience: "schools", seats: { student: 40, teacher: 4 } });
  const teacher = await createAttendee(t.town, { role: "teacher" });
  const page = await openPage(site, formOf(event), teacher.id);
  expect(page.text).toContain("生徒の名前や、名前が分かることは、どの欄にも書かないでください");
  expect(page.text).not.toContain("一緒に来る保護者");
  const none = await sendForm(site, formOf(event), { pool: poolOf(event, "student") }, teacher.id);
  expect(none.status).toBe(303);
  const students = { pool: poolOf(event, "student"), headCount: "３２" };
  const other = await createAttendee(t.town, { role: "teacher" });
  const group = await sendForm(site, formOf(event), students, other.id);
  expect((await openPage(site, group.location, other.id)).text).toContain("32人");
  const again = await openPage(site, formOf(event), other.id);
  expect(again.text).not.toContain(`value="${poolOf(event, "student")}"`);
  expect(again.text).toContain(`value="${poolOf(event, "teacher")}"`);
  const pupil = await createAttendee(t.town, { schoolKind: "highSchool" });
  expect((await openPage(site, formOf(event), pupil.id)).text).toContain(
    "学校の進路担当の先生に申し出てください",
  );
});

describe("an offered seat", () => {
  /** Somebody waits for the one seat of an event and is offered it. */
  async function offered() {
    const event = await createEvent(t.town, { startsAt: hours(240), seats: { student: 1 } });
    const [first, second] = [await createAttendee(t.town), await createAttendee(t.town)];
    const wish = { eventId: event.id, category: "student" as const, headCount: 1 };
    const held = await registerForEvent(t.town, { ...wish, userId: first.id });
    const waiting = await registerForEvent(t.town, { ...wish, userId: second.id, waitWhenFull: true });
    if (held.ok) await cancelRegistration(t.town, { registrationId: held.registrationId, userId: first.id });
    const page = `/me/registrations/${waiting.ok && waiting.registrationId}`;
    return { event, page, userId: second.id, email: second.email };
  }

  test("stands first in /me, says until when, and is taken by one button, once", async () => {
    const { page, userId, email } = await offered();
    const sooner = await createEvent(t.town, { startsAt: hours(30), title: "すぐの見学会" });
    await registerForEvent(t.town, { eventId: sooner.id, userId, category: "student", headCount: 1 });
    const me = await openPage(site, "/me", userId);
    expect(me.text).toContain("2026年(令和8年)11月22日(日) 12:00までにお返事ください");
    expect(me.text.indexOf(page)).toBeLessThan(me.text.indexOf("すぐの見学会"));
    expect((await openPage(site, page, userId)).text).toContain("この席で申し込む");
    const taken = await sendForm(site, page, { intent: "accept" }, userId);
    expect(taken.status).toBe(303);
    expect((await sendForm(site, page, { intent: "accept" }, userId)).status).toBe(303);
    expect((await openPage(site, page, userId)).text).toContain("参加票の番号");
    expect(await t.town.database.mail.count({ where: { recipient: email, kind: "ticket" } })).toBe(2);
  });

  test("is declined in two steps, and a late button in another tab has its words", async () => {
    const { page, userId } = await offered();
    expect((await openPage(site, page, userId)).text).toContain("辞退を確定する");
    expect((await sendForm(site, page, { intent: "cancel" }, userId)).status).toBe(303);
    const tab = await sendForm(site, page, { intent: "accept" }, userId);
    expect(tab.status).toBe(409);
    expect(tab.text).toContain("この席では申し込めませんでした");
    expect(tab.text).toContain("もう一度申し込む");
  });

  test("that ran out is gone, with the way to register again", async () => {
    const { event, page, userId } = await offered();
    t.setNow(hours(48).toISOString());
    expect((await openPage(site, page, userId)).text).toContain("お席のご案内の期限が過ぎました");
    const late = await sendForm(site, page, { intent: "accept" }, userId);
    expect(late.status).toBe(410);
    expect(late.text).toContain("ご案内の期限が過ぎていたため");
    expect(late.text).toContain(`href="${formOf(event)}"`);
    const again = await sendForm(site, formOf(event), { category: "student" }, userId);
    expect(again.location).toBe(page);
    expect((await openPage(site, page, userId)).text).toContain("参加票の番号");
  });

  test("of somebody else looks missing", async () => {
    const { page } = await offered();
    const { id: stranger } = await createAttendee(t.town);
    expect((await openPage(site, page, stranger)).status).toBe(404);
    for (const intent of ["accept", "cancel", "answers"])
      expect((await sendForm(site, page, { intent }, stranger)).status).toBe(404);
    expect((await sendForm(site, page, { intent: "accept" })).status).toBe(401);
  });
});

test("answers can be changed until registration closes, checked like those of the form", async () => {
  const event = await createEvent(t.town, { registrationClosesAt: hours(5) });
  const wish = await addQuestion(t.town, event.id, { label: "聞きたいこと", required: true });
  const { id: userId } = await createAttendee(t.town);
  const typed = { pool: poolOf(event, "student"), [`answer-${wish}`]: "休みの日数" };
  const { location: page } = await sendForm(site, formOf(event), typed, userId);
  const blank = await sendForm(site, page, { intent: "answers", [`answer-${wish}`]: "" }, userId);
  expect(blank.status).toBe(400);
  const changed = await sendForm(site, page, { intent: "answers", [`answer-${wish}`]: "残業の時間" }, userId);
  expect(changed.status).toBe(303);
  expect((await openPage(site, page, userId)).text).toContain("残業の時間");
  t.setNow(hours(5).toISOString());
  expect((await openPage(site, page, userId)).text).not.toContain("答えを保存する");
  const late = await sendForm(site, page, { intent: "answers", [`answer-${wish}`]: "遅い" }, userId);
  expect(late.status).toBe(409);
  expect((await answersOf(idIn(page)))[0]?.value).toBe("残業の時間");
});

test("the way into an online event is shown to those registered only, from the eve on", async () => {
  const onlineUrl = "https://meet.example/room";
  const event = await createEvent(t.town, { startsAt: hours(48), onlineUrl, seats: { student: 1 } });
  const [coming, waiting] = [await createAttendee(t.town), await createAttendee(t.town)];
  const pool = poolOf(event, "student");
  const { location: ticket } = await sendForm(site, formOf(event), { pool }, coming.id);
  const { location: line } = await sendForm(site, formOf(event), { pool, intent: "wait" }, waiting.id);
  expect((await openPage(site, ticket, coming.id)).text).toContain("開催前日の17時から");
  t.setNow("2026-11-21T08:00:00Z");
  expect((await openPage(site, ticket, coming.id)).text).toContain(onlineUrl);
  expect((await openPage(site, line, waiting.id)).text).not.toContain(onlineUrl);
});
