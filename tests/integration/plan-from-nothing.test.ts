import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPlan } from "#app/domain/indicators/store.server.ts";
import { createAttendee } from "#tests/support/builders/events.ts";
import { createPlan } from "#tests/support/builders/indicators.ts";
import { openPage, sendForm } from "#tests/support/event-forms.ts";
import { checkChange, hiddenFields, recordChange } from "#tests/support/plan-desk.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const NOW = "2025-06-10T03:00:00Z";
let t: TestTown;
let site: TestSite;
let staff: string;
let planId: string;
let clock = Date.parse(NOW);

const planForm = {
  title: "次の計画",
  firstFiscalYear: "2024",
  lastFiscalYear: "2028",
  basicPolicy: "基本方針",
  strategy: "戦略",
  project: "推進事業",
  source: "計画書",
  gradeSchemeId: "",
  areaId: "own",
};
const nodeForm = (code: string, parentId: string) => ({
  effectiveFrom: "2024",
  parentId,
  code,
  title: `題${code}`,
  position: "1",
  weight: "",
  lastFiscalYear: "",
  note: "計画の策定",
});
const indicatorForm = (over: Record<string, string> = {}) => ({
  effectiveFrom: "2024",
  name: "催しに来た生徒",
  unit: "人",
  direction: "increase",
  decimals: "0",
  aggregation: "sum",
  achievementMethod: "automatic",
  bandLow: "",
  bandHigh: "",
  measureKey: "chosen-event-participants",
  reason: "計画の策定",
  ...over,
});
const chosen = (kind: string, category = "", month = "") => ({
  "parameter.eventKind": kind,
  "parameter.participantCategory": category,
  "parameter.month": month,
});

beforeAll(async () => {
  t = await openTestTown({ now: NOW });
  site = await openTestSite(t.town);
  staff = (await createAttendee(t.town, { role: "staff" })).id;
  // The town has its plan already: what follows is about another one.
  await createPlan(t.town, { id: "first" });
  const created = await sendForm(site, "/staff/plan/new", planForm, staff);
  // A plan is built from its first year on, whatever year it is now.
  expect(created.location).toMatch(/^\/staff\/plan\?plan=.*&year=2024$/);
  planId = new URL(created.location, "http://town.test").searchParams.get("plan")!;
  await addNode("basicPolicy", "1", "");
  await addNode("strategy", "1-1", await nodeId("1"));
  await addNode("project", "1-1-1", await nodeId("1-1"));
  await addNode("project", "1-1-2", await nodeId("1-1"));
});
afterAll(() => t.close());

function tick() {
  clock += 60_000;
  t.setNow(new Date(clock).toISOString());
}

async function nodeId(code: string) {
  const found = await t.town.database.planNodeVersion.findFirstOrThrow({
    where: { code, node: { planId } },
    orderBy: { recordedAt: "desc" },
  });
  return found.nodeId;
}

async function addNode(level: string, code: string, parentId: string) {
  tick();
  const path = `/staff/plan/nodes/new?plan=${planId}&year=2024&level=${level}&parent=${parentId}`;
  expect((await recordChange(site, path, { ...nodeForm(code, parentId), level }, staff)).status).toBe(303);
}

async function newestVersion(name: string) {
  return t.town.database.indicatorVersion.findFirstOrThrow({
    where: { name },
    orderBy: { recordedAt: "desc" },
  });
}

describe("a measure that takes a choice", () => {
  const path = async () =>
    `/staff/plan/indicators/new?plan=${planId}&year=2024&node=${await nodeId("1-1-1")}`;

  test("opens its fields, checks them and stores what was chosen", async () => {
    const open = await sendForm(site, await path(), { ...indicatorForm(), step: "check" }, staff);
    expect(open.status).toBe(400);
    for (const words of ["催しの種類", "参加者の区分", "就職ガイダンス", "何を数えるかを選べます"])
      expect(open.text).toContain(words);
    expect(open.text).toContain('value="催しに来た生徒"');
    const wrong = { ...indicatorForm(), ...chosen("party", "", "13"), step: "check" };
    const refused = await sendForm(site, await path(), wrong, staff);
    expect(refused.text).toContain('id="parameter.eventKind-error"');
    expect(refused.text).toContain('id="parameter.month-error"');
    tick();
    const right = { ...indicatorForm(), ...chosen("guidanceFair", "student", "６") };
    const preview = await checkChange(site, await path(), right, staff);
    expect(preview.text).toContain(
      "記録から計算:選んだ催しの延べ参加者数(催しの種類は就職ガイダンス、参加者の区分は生徒・学生、催しが始まる月は6月)",
    );
    expect((await sendForm(site, await path(), preview.fields, staff)).status).toBe(303);
    expect((await newestVersion("催しに来た生徒")).measureParameters).toEqual({
      eventKind: "guidanceFair",
      participantCategory: "student",
      month: 6,
    });
  });

  test("is asked for by its page, and tells readers what was chosen", async () => {
    const { indicatorId } = await newestVersion("催しに来た生徒");
    const page = await openPage(site, `/staff/plan/indicators/${indicatorId}?year=2024`, staff);
    expect(page.text).toMatch(/name="parameter.month"[^>]*value="6"/);
    const plan = await openPlan(t.town, { planId });
    expect(plan?.indicator(indicatorId, "2025-01-31")?.measure?.definition).toContain(
      "この指標では、次のように定めて数える。催しの種類は就職ガイダンス、",
    );
  });

  test("breaks the series when another choice is made later, not when the first year is corrected", async () => {
    const { indicatorId } = await newestVersion("催しに来た生徒");
    const address = `/staff/plan/indicators/${indicatorId}?year=2025`;
    const change = (effectiveFrom: string, choice: Record<string, string>) => ({
      ...indicatorForm({ effectiveFrom, reason: "数え方を改める" }),
      ...choice,
    });
    tick();
    const corrected = change("2024", chosen("guidanceFair", "student"));
    expect((await checkChange(site, address, corrected, staff)).text).not.toContain("印を自動で付けます");
    expect((await recordChange(site, address, corrected, staff)).status).toBe(303);
    expect((await newestVersion("催しに来た生徒")).breaksSeries).toBe(false);
    tick();
    const later = change("2025", chosen("", "student"));
    const preview = await checkChange(site, address, later, staff);
    expect(preview.text).toContain("「前の年度と比べられない」の印を自動で付けます");
    expect((await sendForm(site, address, preview.fields, staff)).status).toBe(303);
    expect(await newestVersion("催しに来た生徒")).toMatchObject({
      effectiveFrom: 2025,
      breaksSeries: true,
      measureParameters: { participantCategory: "student" },
    });
  });

  test("is taken back with the version: what held before holds again, with its choice", async () => {
    const { indicatorId } = await newestVersion("催しに来た生徒");
    const address = `/staff/plan/indicators/${indicatorId}/return?year=2025`;
    const page = await openPage(site, address, staff);
    expect(page.text).toContain("取り消す変更");
    const { versionId } = hiddenFields(page.text);
    const stale = await sendForm(site, address, { versionId: "other", note: "x", step: "check" }, staff);
    expect(stale.text).toContain("新しい変更が記録されました");
    tick();
    const values = { versionId: versionId!, note: "誤って変えたため" };
    expect((await recordChange(site, address, values, staff)).status).toBe(303);
    expect(await newestVersion("催しに来た生徒")).toMatchObject({
      effectiveFrom: 2025,
      breaksSeries: false,
      reason: "誤って変えたため",
      measureParameters: { eventKind: "guidanceFair", participantCategory: "student" },
    });
    const other = await openPage(site, `/staff/plan/history?plan=${planId}`, staff);
    expect(other.text).toContain("誤って変えたため");
  });
});

describe("figures of a plan that is not the town's first", () => {
  const entry = (indicatorId: string, over: Record<string, string> = {}) => ({
    indicatorId,
    fiscalYear: "2024",
    kind: "actual",
    state: "provisional",
    value: "9",
    missingReason: "",
    observedOn: "2025-01-31",
    source: "学校教育課の集計",
    note: "",
    ...over,
  });

  test("are entered on a page that knows its indicators, and impossible ones are refused", async () => {
    tick();
    const path = `/staff/plan/indicators/new?plan=${planId}&year=2024&node=${await nodeId("1-1-2")}`;
    const entered = indicatorForm({ name: "出前授業の回数", unit: "回", measureKey: "", definition: "回数" });
    expect((await recordChange(site, path, entered, staff)).status).toBe(303);
    const { indicatorId } = await newestVersion("出前授業の回数");
    const page = await openPage(site, `/staff/indicators?enter=${indicatorId}`, staff);
    expect(page.text).toContain(`<option value="${indicatorId}" selected="">1-1-2 出前授業の回数</option>`);
    const send = (over?: Record<string, string>) =>
      sendForm(site, `/staff/indicators?plan=${planId}&enter=`, entry(indicatorId, over), staff);
    const negative = await send({ value: "-3" });
    expect(negative.status).toBe(400);
    expect(negative.text).toContain("負の数にならない値です");
    expect((await send({ fiscalYear: "2040" })).text).toContain("計画が終わった後の年度です");
    expect((await send()).status).toBe(303);
    expect((await send({ value: "10", state: "final", note: "確定" })).status).toBe(303);
    expect((await send({ value: "11", state: "final", note: "訂正" })).status).toBe(303);
    const rows = await t.town.database.observation.findMany({
      where: { indicatorId },
      orderBy: { value: "asc" },
    });
    // What was provisional is announced, not revised; only a final figure is.
    expect(rows.map(({ status }) => status)).toEqual(["provisional", "final", "revised"]);
  });
});

describe("weights and role shares that do not come to 100", () => {
  test("say so beside the fields and keep what was typed", async () => {
    const [one, two] = [await nodeId("1-1-1"), await nodeId("1-1-2")];
    const weights = `/staff/plan/weights?plan=${planId}&year=2024&parent=${await nodeId("1-1")}`;
    const typed = { [`weight.${one}`]: "60", [`weight.${two}`]: "50", note: "比重", step: "check" };
    const wrong = await sendForm(site, weights, typed, staff);
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('id="sum-error"');
    expect(wrong.text).toContain("比重の合計が110%です");
    expect(wrong.text).toMatch(/value="60"/);
    const shares = await sendForm(
      site,
      `/staff/plan/nodes/${one}/shares?year=2024`,
      {
        fiscalYear: "2024",
        "percent.city": "40",
        "percent.nationalPrefecture": "30",
        "percent.citizensNpo": "20",
        "percent.companies": "0",
        step: "check",
      },
      staff,
    );
    expect(shares.status).toBe(400);
    expect(shares.text).toContain("割合の合計が90%です");
  });
});

test("who opened a form before others changed the same item is told before recording", async () => {
  const path = `/staff/plan/nodes/${await nodeId("1-1-1")}/change?year=2024`;
  const { opened } = hiddenFields((await openPage(site, path, staff)).text);
  const parentId = await nodeId("1-1");
  const change = (over: Record<string, string>) => ({
    ...nodeForm("1-1-1", parentId),
    change: "changed",
    ...over,
  });
  tick();
  expect((await recordChange(site, path, change({ owner: "商工労働課", note: "担当" }), staff)).status).toBe(
    303,
  );
  tick();
  const late = await checkChange(site, path, change({ title: "新しい題", opened: opened! }), staff);
  expect(late.status).toBe(409);
  expect(late.text).toContain("ほかの職員が計画を変更しました");
  expect(late.text).toContain("担当");
  // The next look knows of it; a change of another item is no news here.
  const elsewhere = `/staff/plan/nodes/${await nodeId("1-1-2")}/change?year=2024`;
  const calm = { ...nodeForm("1-1-2", parentId), change: "changed", title: "別の題", opened: opened! };
  expect((await checkChange(site, elsewhere, calm, staff)).status).toBe(200);
});

test("a preview says the same once for the years in which the same changes", async () => {
  const path = `/staff/plan/nodes/new?plan=${planId}&year=2024&level=project&parent=${await nodeId("1-1")}`;
  const form = { ...nodeForm("1-1-9", await nodeId("1-1")), level: "project" };
  const { text } = await checkChange(site, path, form, staff);
  expect(text).toContain("令和7年度〜令和10年度の資料");
  expect(text).not.toContain("(空欄)");
  expect(text.match(/題1-1-9<\/td>|>題1-1-9</g)?.length).toBe(2);
});

describe("the plan itself", () => {
  const address = () => `/staff/plan/settings?plan=${planId}`;

  test("gets another name, more years and a grade scheme of its own, with a preview and a record", async () => {
    const scheme = {
      name: "8割でA",
      "from.A": "80",
      "from.B": "90",
      "from.C": "30",
      "meaning.A": "順調",
      "meaning.B": "おおむね順調",
      "meaning.C": "遅れ",
      "meaning.D": "要見直し",
    };
    const wrong = await sendForm(site, "/staff/plan/schemes", scheme, staff);
    expect(wrong.text).toContain("Aの得点より低くしてください");
    const right = { ...scheme, "from.B": "60" };
    expect((await sendForm(site, "/staff/plan/schemes", right, staff)).status).toBe(303);
    expect((await sendForm(site, "/staff/plan/schemes", right, staff)).text).toContain("同じ名前の段階");
    const { id } = await t.town.database.gradeScheme.findFirstOrThrow({ where: { name: "8割でA" } });
    const settings = { ...planForm, title: "改めた計画", lastFiscalYear: "2030", gradeSchemeId: id };
    const preview = await checkChange(site, address(), settings, staff);
    for (const words of ["改めた計画", "2030", "8割でA", "計算上の評価がすべての年度で変わる"])
      expect(preview.text).toContain(words);
    expect((await sendForm(site, address(), preview.fields, staff)).status).toBe(303);
    // What was looked at is no longer true: nothing is overwritten unseen.
    const stale = await sendForm(site, address(), { ...preview.fields, title: "また改めた計画" }, staff);
    expect(stale.status).toBe(409);
    expect(stale.text).toContain("この計画の登録内容を変えました");
    expect(await t.town.database.plan.findUnique({ where: { id: planId } })).toMatchObject({
      title: "改めた計画",
      lastFiscalYear: 2030,
      gradeSchemeId: id,
    });
    const history = await openPage(site, `/staff/plan/history?plan=${planId}`, staff);
    expect(history.text).toContain("計画の名前(次の計画→改めた計画)");
    expect(history.text).toContain("計画の登録");
  });

  test("keeps the years that something is recorded for, and becomes the town's first on request", async () => {
    const { gradeSchemeId } = await t.town.database.plan.findUniqueOrThrow({ where: { id: planId } });
    const now = {
      ...planForm,
      title: "改めた計画",
      lastFiscalYear: "2030",
      gradeSchemeId: gradeSchemeId ?? "",
    };
    const late = await sendForm(site, address(), { ...now, firstFiscalYear: "2025", step: "check" }, staff);
    expect(late.status).toBe(400);
    expect(late.text).toContain("令和6年度から始まる項目がある");
    const preview = await checkChange(site, address(), { ...now, opensFirst: "yes" }, staff);
    expect((await sendForm(site, address(), preview.fields, staff)).status).toBe(303);
    expect((await openPage(site, "/staff/plan", staff)).text).toContain("改めた計画(令和7年度)");
    expect((await openPage(site, address(), staff)).text).toContain("最初に開く計画です");
  });
});
