import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findEditedEvent } from "#app/domain/events/editing.store.server.ts";
import { registerForEvent } from "#app/domain/events/seats.store.server.ts";
import { newId } from "#app/platform/random.ts";
import { createAttendee, createEvent, createTestSchool } from "#tests/support/builders/events.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const NOW = "2026-11-20T03:00:00Z";
let t: TestTown;
let site: TestSite;
let staffId: string;
beforeAll(async () => {
  t = await openTestTown({ now: NOW });
  site = await openTestSite(t.town);
  staffId = (await createAttendee(t.town, { role: "staff" })).id;
});
beforeEach(() => t.setNow(NOW));
afterAll(() => t.close());

const get = (path: string, userId = staffId) => site.request(path, { userId });
const post = (path: string, form: Record<string, string> | [string, string][]) =>
  site.request(path, { method: "POST", body: new URLSearchParams(form), userId: staffId });
const versionOf = async (eventId: string) => (await findEditedEvent(t.town, { eventId }))!.version;
const ROOMS = [
  "edit",
  "copy",
  "state",
  "sessions",
  "questions",
  "registrations",
  "roster",
  "messages",
  "exports",
];

describe("the rooms of an event", () => {
  test("open whatever stands in the address; those of a missing event are missing", async () => {
    const event = await createEvent(t.town);
    const odd =
      "?page=-1&state=%00&category=x&name=%F0%9F%98%80%00&step=x&kind=[]&year=1e9&session='&question=1";
    for (const room of ROOMS) {
      expect((await get(`/staff/events/${event.id}/${room}${odd}`)).status, room).toBe(200);
      expect((await get(`/staff/events/none/${room}`)).status, room).toBe(404);
    }
    expect((await get(`/staff/events${odd}`)).status).toBe(200);
    expect((await get(`/staff/events?year=9999&kind=seminar&state=planned`)).status).toBe(200);
  });

  test("open for staff only", async () => {
    const event = await createEvent(t.town);
    const student = (await createAttendee(t.town)).id;
    expect((await get(`/staff/events/${event.id}/registrations`, student)).status).toBe(403);
    expect((await site.request(`/staff/events/${event.id}/registrations`)).status).toBe(302);
  });
});

describe("making an event", () => {
  test("keeps what was typed beside the error, and leads on to the editor", async () => {
    const wrong = await post("/staff/events/new", {
      kind: "seminar",
      title: "面接セミナー",
      date: "令和8年2月30日",
      from: "13:00",
      to: "12:00",
    });
    expect(wrong.status).toBe(400);
    const page = await wrong.text();
    expect(page).toContain("この日付は暦にありません");
    expect(page).toContain('value="令和8年2月30日"');
    const right = {
      kind: "seminar",
      title: "面接セミナー",
      date: "令和9年2月20日",
      from: "13時",
      to: "15時半",
    };
    const made = await post("/staff/events/new", right);
    expect(made.status).toBe(303);
    const address = made.headers.get("Location")!;
    expect(address).toMatch(/^\/staff\/events\/[^/]+\/edit$/);
    const editor = await (await get(address)).text();
    expect(editor).toContain('value="2027-02-20"');
    expect(editor).toContain('value="15:30"');
    const eventId = address.split("/")[3]!;
    expect((await site.request(`/events/${eventId}`)).status).toBe(404);
    const publish = { intent: "publish", version: await versionOf(eventId) };
    expect((await post(`/staff/events/${eventId}/state`, publish)).status).toBe(409);
  });

  test("from another one asks for a date and opens the copy", async () => {
    const event = await createEvent(t.town, { title: "令和8年度 見学会" });
    const page = await (await get(`/staff/events/${event.id}/copy`)).text();
    expect(page).toContain('value="令和9年度 見学会"');
    expect((await post(`/staff/events/${event.id}/copy`, { title: "", date: "" })).status).toBe(400);
    const copied = await post(`/staff/events/${event.id}/copy`, { title: "次の見学会", date: "2027-11-27" });
    expect(copied.status).toBe(303);
    expect(await (await get(copied.headers.get("Location")!)).text()).toContain(
      "昨年のイベントから写しました",
    );
  });
});

describe("changing an event", () => {
  const typed = {
    kind: "seminar",
    title: "面接セミナー",
    summary: "面接の練習をします。",
    venue: "一関図書館",
    address: "一関市大手町2-46",
    date: "2026-12-10",
    from: "13:00",
    to: "15:00",
    audience: "everyone",
    visibility: "listed",
    maxGroupSize: "1",
    targets: "highSchool",
  };

  test("saves the form of the page and says so; a stale form gets clear words and keeps the text", async () => {
    const event = await createEvent(t.town);
    const address = `/staff/events/${event.id}/edit`;
    const version = await versionOf(event.id);
    const saved = await post(address, { ...typed, version, notify: "yes" });
    expect([saved.status, saved.headers.get("Location")]).toEqual([303, address]);
    const stale = await post(address, { ...typed, version, title: "後からの題" });
    expect(stale.status).toBe(409);
    const page = await stale.text();
    expect(page).toContain("ほかの職員が先に変えました");
    expect(page).toContain('value="後からの題"');
    expect(page).toContain(`value="${await versionOf(event.id)}"`);
    const wrong = await post(address, {
      ...typed,
      version,
      venue: "",
      address: "",
      closesDate: "2026-12-11",
    });
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain("会場か、オンライン参加のアドレスのどちらか");
  });

  test("refuses a capacity below the seats that are held, with their number", async () => {
    const event = await createEvent(t.town, { seats: { student: 40 } });
    const teacher = await createAttendee(t.town, { role: "teacher" });
    const own = { eventId: event.id, category: "student" as const };
    await registerForEvent(t.town, { ...own, userId: teacher.id, headCount: 32 });
    const resize = { intent: "resize-pool", poolId: event.sessions[0]!.pools[0]!.id };
    const refused = await post(`/staff/events/${event.id}/sessions`, { ...resize, capacity: "31" });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("定員は32以上にしてください");
    expect((await post(`/staff/events/${event.id}/sessions`, { ...resize, capacity: "32" })).status).toBe(
      303,
    );
    expect((await post(`/staff/events/${event.id}/sessions`, { intent: "x" })).status).toBe(400);
    const foreign = await createEvent(t.town);
    expect((await post(`/staff/events/${foreign.id}/sessions`, { ...resize, capacity: "50" })).status).toBe(
      409,
    );
  });

  test("asks questions, orders them, and retires those that were answered", async () => {
    const event = await createEvent(t.town);
    const address = `/staff/events/${event.id}/questions`;
    const save = async (label: string, more: Record<string, string> = {}) =>
      post(address, {
        intent: "save-question",
        version: await versionOf(event.id),
        label,
        kind: "text",
        ...more,
      });
    expect((await save("送迎", { kind: "choice", options: "要る" })).status).toBe(400);
    expect((await save("送迎", { kind: "choice", options: "要る\n要らない", required: "yes" })).status).toBe(
      303,
    );
    expect((await save("昼食")).status).toBe(303);
    const { database } = t.town;
    const asked = () =>
      database.eventQuestion.findMany({ where: { eventId: event.id }, orderBy: { position: "asc" } });
    const step = async (intent: string, questionId: string, more: Record<string, string> = {}) =>
      (await post(address, { intent, questionId, version: await versionOf(event.id), ...more })).status;
    const [bus, lunch] = await asked();
    expect(await step("move-question", lunch!.id, { direction: "up" })).toBe(303);
    expect((await asked()).map(({ label }) => label)).toEqual(["昼食", "送迎"]);
    const person = await createAttendee(t.town);
    const own = { eventId: event.id, userId: person.id, category: "student" as const, headCount: 1 };
    const answers = [{ questionId: bus!.id, value: "要る" }];
    const seat = await registerForEvent(t.town, { ...own, answers });
    expect(seat.ok).toBe(true);
    expect((await save("送迎", { questionId: bus!.id })).status).toBe(400);
    expect(await step("retire-question", bus!.id)).toBe(303);
    expect(await step("retire-question", lunch!.id)).toBe(303);
    expect((await asked()).map(({ label, retiredAt }) => [label, retiredAt !== null])).toEqual([
      ["送迎", true],
    ]);
    expect(await step("restore-question", bus!.id)).toBe(303);
    expect(await step("restore-question", "none")).toBe(409);
  });

  test("cancels only with a reason", async () => {
    const event = await createEvent(t.town);
    const cancel = { intent: "cancel", version: await versionOf(event.id), note: "" };
    expect((await post(`/staff/events/${event.id}/state`, cancel)).status).toBe(400);
    expect((await post(`/staff/events/${event.id}/state`, { ...cancel, note: "台風のため" })).status).toBe(
      303,
    );
    expect(await (await get(`/staff/events/${event.id}/state?step=postpone`)).text()).toContain(
      "いまの状態では、この操作はできません",
    );
  });
});

describe("those who registered", () => {
  test("are found by state, category, school and name; a school's head count has no names of pupils", async () => {
    const event = await createEvent(t.town, { seats: { student: 60, teacher: 5 } });
    const school = await createTestSchool(t.town, { name: "一関あおば高等学校" });
    const teacher = await createAttendee(t.town, { role: "teacher", schoolId: school.id, name: "架空 先生" });
    const student = await createAttendee(t.town, { name: "試験 花子" });
    const own = { eventId: event.id, category: "student" as const };
    await registerForEvent(t.town, { ...own, userId: teacher.id, headCount: 32 });
    const seat = await registerForEvent(t.town, { ...own, userId: student.id, headCount: 1 });
    const list = async (query: string) =>
      (await get(`/staff/events/${event.id}/registrations${query}`)).text();
    expect(await list("")).toContain("2件、33人");
    expect(await list(`?school=${school.id}`)).toContain("1件、32人");
    expect(await list("?name=花子")).toContain("1件、1人");
    expect(await list("?category=teacher")).toContain("この条件の申し込みはありません");
    expect(await list("?state=cancelled")).toContain("この条件の申し込みはありません");
    const room = `/staff/events/${event.id}/registrations/${seat.ok ? seat.registrationId : ""}`;
    expect(await (await get(room)).text()).toContain("イベントの参加票");
    expect((await post(room, {})).status).toBe(400);
    expect((await post(room, { confirmed: "yes" })).status).toBe(303);
    expect(await list("?state=cancelled")).toContain("試験 花子");
    const other = await createEvent(t.town);
    expect((await get(room.replace(event.id, other.id))).status).toBe(404);
  });

  test("get a message after it was shown once more, and only once", async () => {
    const event = await createEvent(t.town);
    const person = await createAttendee(t.town);
    const own = { eventId: event.id, userId: person.id, category: "student" as const, headCount: 1 };
    await registerForEvent(t.town, own);
    const address = `/staff/events/${event.id}/messages`;
    const message = { announcementId: newId(), subject: "持ち物", body: "<b>上履き</b>をお持ちください。" };
    expect((await post(address, { ...message, intent: "preview", subject: "" })).status).toBe(400);
    const preview = await post(address, { ...message, intent: "preview" });
    expect(preview.status).toBe(200);
    expect(await preview.text()).toContain("1人に送る");
    expect((await post(address, { ...message, intent: "preview", categories: "teacher" })).status).toBe(400);
    expect((await post(address, { ...message, intent: "send" })).status).toBe(303);
    expect((await post(address, { ...message, intent: "send" })).status).toBe(303);
    await t.runWaitingJobs();
    const mails = await t.town.database.mail.findMany({
      where: { recipient: person.email, kind: "event-announcement" },
    });
    expect(mails.map(({ subject, state }) => [subject, state])).toEqual([[`持ち物(${event.title})`, "sent"]]);
    expect(mails[0]!.html).toContain("&lt;b&gt;上履き");
    expect(await (await get(address)).text()).toContain("送信済み 1通");
  });
});
