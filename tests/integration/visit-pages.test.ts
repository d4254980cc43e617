import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pointsOf } from "#app/domain/visits/plan-figures.rules.ts";
import { publishPlan } from "#app/domain/visits/plans.store.server.ts";
import { solvePlan } from "#app/domain/visits/solver.server.ts";
import type { PlanResult } from "#app/domain/visits/plan.rules.ts";
import type { StoredInput } from "#app/domain/visits/stored-plan.rules.ts";
import { VISITS } from "#prisma/seed/events/visits.ts";
import { eventId } from "#prisma/seed/events/write.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
const ids: Record<string, string> = {};
const kosen = eventId(VISITS.kosen);
const tour = eventId(VISITS.highSchool);

beforeAll(async () => {
  t = await openTestTown({ seeded: true });
  site = await openTestSite(t.town);
  for (const name of ["student", "teacher", "company", "staff", "teacher-ichinoseki-kosen", "teacher-daito"])
    ids[name] = (
      await t.town.database.user.findUniqueOrThrow({ where: { email: `${name}@demo.example` } })
    ).id;
});
afterAll(() => t.close());

async function read(who: string, path: string) {
  const response = await site.request(path, { userId: ids[who] });
  return { status: response.status, text: (await response.text()).replaceAll("<!-- -->", "") };
}

async function send(who: string, path: string, fields: Record<string, string | string[]>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(name, one);
  const response = await site.request(path, { method: "POST", body, userId: ids[who] });
  const text = (await response.text()).replaceAll("<!-- -->", "");
  return { status: response.status, text, to: response.headers.get("Location") };
}

const room = `/staff/events/${kosen}/visits`;

describe("the seeded visit of the KOSEN", () => {
  test("has the plan that the planner makes today", async () => {
    const plan = await t.town.database.visitPlan.findFirstOrThrow({ where: { eventId: kosen, number: 1 } });
    const { problem } = plan.input as unknown as StoredInput;
    const stored = plan.result as unknown as PlanResult;
    const made = await solvePlan(problem);
    if (stored.state !== "solved" || made.state !== "solved") throw new Error("a plan was expected");
    expect(pointsOf(problem, stored.assignments)).toBe(made.objective);
    expect(stored.assignments).toHaveLength(282);
  });

  test("shows each reader the own part of the published plan", async () => {
    const me = await read("student", "/me");
    expect(me.text).toContain("企業見学の行き先");
    expect(me.text).toMatch(/2[MEJC]-07/);
    expect(me.text).not.toMatch(/2[MEJC]-08/);
    const own = await read("teacher-ichinoseki-kosen", `/school/events/${kosen}`);
    expect(own.text).toContain("2M-01");
    const other = await read("teacher-daito", `/school/events/${kosen}`);
    expect(other.status).toBe(200);
    expect(other.text).not.toContain("2M-01");
    const company = await read("company", "/company/visits");
    expect(company.text).toContain("一関工業高等専門学校");
    expect(company.text).not.toMatch(/2[MEJC]-\d\d/);
    expect((await read("company", `${room}/1`)).status).toBe(403);
    expect((await read("student", `/school/events/${kosen}`)).status).toBe(403);
  });

  test("prints lists by class, bus and place, and gives them as CSV", async () => {
    for (const [by, word] of [
      ["class", "2J"],
      ["bus", "4号車"],
      ["place", "学科の内訳"],
    ])
      expect((await read("staff", `${room}/1/lists?by=${by}`)).text).toContain(word);
    const csv = await read("staff", `${room}/1/lists.csv?by=bus&encoding=cp932`);
    expect(csv.status).toBe(200);
    expect((await read("staff", `${room}/1/lists.csv`)).text.split("\r\n")).toHaveLength(284);
    expect((await read("staff", `${room}/9/lists.csv`)).status).toBe(404);
  });
});

describe("staff", () => {
  test("are told what is wrong with the settings, and a second plan of the same kind is the first", async () => {
    const { sessions } = await t.town.database.event.findUniqueOrThrow({
      where: { id: kosen },
      include: { sessions: { orderBy: { startsAt: "asc" } } },
    });
    const teachers = (count: string) =>
      Object.fromEntries(sessions.map(({ id }) => [`teachers-${id}`, count]));
    const settings = { visitsPerGroup: "2", emphasis: "wish", even: "yes", timeLimitSeconds: "30" };
    const wrong = await send("staff", room, { ...settings, ...teachers("many"), emphasis: "luck" });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain("数字だけで入力してください");
    const same = await send("staff", room, { ...settings, ...teachers("8") });
    expect(same).toMatchObject({ status: 303, to: `${room}/1` });
  });

  test("lock visits on the plan's page, and the page waits without scripts", async () => {
    const { text } = await read("staff", `${room}/1`);
    const locks = [...text.matchAll(/name="lock" value="([^"]+)"/g)].slice(0, 2).map((match) => match[1]!);
    const refreshed = await send("staff", `${room}/1`, { intent: "solve", lock: locks });
    expect(refreshed).toMatchObject({ status: 303, to: `${room}/2` });
    expect((await read("staff", `${room}/2`)).text).toContain('http-equiv="refresh"');
    await t.runWaitingJobs();
    const solved = await read("staff", `${room}/2`);
    expect(solved.text).not.toContain('http-equiv="refresh"');
    expect(solved.text.match(/name="lock"[^>]*checked/g)).toHaveLength(2);
    expect((await read("staff", `${room}/2/comparison?with=1`)).text).toContain("計画1と計画2を比べる");
  });

  test("see what a move costs before they keep it", async () => {
    const { text } = await read("staff", `${room}/1`);
    const link = /href="([^"]+\/move\?[^"]+)"/.exec(text)![1]!.replaceAll("&amp;", "&");
    const page = await read("staff", link);
    expect(page.text).toContain("移せる先");
    expect((await send("staff", link, { to: "nowhere at-all" })).status).toBe(409);
    expect((await read("staff", `${room}/1/move?group=nobody`)).text).toContain(
      "どの班を移すかが選ばれていません",
    );
  });

  test("get wrong offers and buses back with what they typed", async () => {
    const place = await t.town.database.visitOffer.findFirstOrThrow({ where: { place: { eventId: kosen } } });
    const field = `${place.placeId}-${place.sessionId}`;
    const typed = { intent: "offers", [`minimum-${field}`]: "30", [`maximum-${field}`]: "20" };
    const { status, text } = await send("staff", `${room}/places`, typed);
    expect(status).toBe(400);
    expect(text).toContain("最少が最大より多くなっています");
    expect(text).toContain('value="30"');
    expect((await send("staff", `${room}/places`, { intent: "dance" })).status).toBe(400);
    expect((await send("staff", `${room}/places`, { intent: "add-place" })).text).toContain(
      "入力してください",
    );
  });
});

describe("a teacher", () => {
  const groups = `/school/events/${tour}/groups`;

  test("enters the groups of the own school in two steps", async () => {
    const paste = "番号\tクラス\t人数\n工業2E-10班\t2年電気科B組\t4\n";
    const checked = await send("teacher", groups, { intent: "check", paste });
    expect(checked).toMatchObject({ status: 200 });
    expect(checked.text).toContain("まだ何も変わっていません");
    const table = paste.trimEnd();
    const shown = /name="shown" value="([^"]+)"/.exec(checked.text)![1]!;
    const saved = await send("teacher", groups, { intent: "apply", table, shown });
    expect(saved).toMatchObject({ status: 303, to: groups });
    expect((await read("teacher", groups)).text).toContain("工業2E-10班");
    expect((await read("teacher-daito", groups)).text).not.toContain("工業2E-10班");
  });

  test("of another school finds nothing of it", async () => {
    const group = await t.town.database.visitGroup.findFirstOrThrow({ where: { eventId: tour } });
    expect((await read("teacher", `${groups}/${group.id}`)).status).toBe(200);
    expect((await read("teacher-daito", `${groups}/${group.id}`)).status).toBe(404);
    const save = { intent: "save", label: "A-1", size: "4" };
    expect((await send("teacher-daito", `${groups}/${group.id}`, save)).status).toBe(404);
    expect((await read("teacher-daito", `/school/events/${kosen}/groups`)).status).toBe(404);
  });

  test("is asked when a label reads like a name, and sees what else is wrong", async () => {
    const group = await t.town.database.visitGroup.findFirstOrThrow({ where: { eventId: tour } });
    const page = `${groups}/${group.id}`;
    const named = await send("teacher", page, { intent: "save", label: "佐藤 花子", size: "4" });
    expect(named.status).toBe(400);
    expect(named.text).toContain("名前のように見える文字");
    const wrong = await send("teacher", page, { intent: "save", label: "", size: "0" });
    expect(wrong.text).toContain("1から100までの数");
    const [wish] = group.wishes;
    const twice = await send("teacher", page, {
      intent: "save",
      label: "A-1",
      size: "4",
      wish1: wish!,
      wish3: wish!,
    });
    expect(twice.text).toContain("同じ会社を2回希望しています");
  });

  test("enters nothing once a plan is published", async () => {
    const closed = await send("teacher-ichinoseki-kosen", `/school/events/${kosen}/groups`, {
      intent: "check",
      paste: "番号\nX-1",
    });
    expect(closed.status).toBe(409);
    expect(closed.text).toContain("変更は事務局にご連絡ください");
    await publishPlan(t.town, { eventId: kosen, number: 1, staffId: ids["staff"]! });
  });

  test("prints a list with blank lines for names", async () => {
    const list = await read("teacher", `/school/events/${tour}/class-list?blank=1&class=2年A組&lines=12`);
    expect(list.text).toContain("2年A組");
    expect(list.text.match(/<th scope="row"/g)).toHaveLength(12);
    expect((await read("teacher", `/school/events/${tour}/class-list?blank=1&lines=x`)).status).toBe(200);
  });

  test("changes the head count of the own school's registration only", async () => {
    const row = await t.town.database.registration.findFirstOrThrow({
      where: { eventId: tour, category: "student" },
    });
    const field = `headCount-${row.id}`;
    const change = (who: string, count: string) =>
      send(who, `/school/events/${tour}`, { registrationId: row.id, [field]: count });
    expect((await change("teacher-daito", "1")).status).toBe(404);
    expect((await change("teacher", "many")).text).toContain("数字だけで入力してください");
    const full = await change("teacher", "90");
    expect(full).toMatchObject({ status: 409 });
    expect(full.text).toContain("残りの席が足りない");
    expect(await change("teacher", "30")).toMatchObject({ status: 303 });
    const pool = await t.town.database.capacityPool.findUniqueOrThrow({ where: { id: row.poolId } });
    expect(pool.reserved).toBe(30);
  });
});
