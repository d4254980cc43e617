import { beforeAll, describe, expect, test } from "vitest";
import { explanationText } from "#app/locales/ja/visit-explanations.ts";
import { group, groups, offer, place, planInput, session } from "#tests/support/visit-inputs.ts";
import { brokenRules } from "#tests/support/visit-oracle.ts";
import { openEngine } from "./engine.server.ts";
import type { LinearEngine } from "./linear.rules.ts";
import type { PlanExplanation, PlanInput } from "./plan.rules.ts";
import { applyChanges } from "./plan-changes.rules.ts";
import { solveWith } from "./solving.server.ts";

let engine: LinearEngine;
beforeAll(async () => {
  engine = await openEngine();
});

const sessions = [session("d1", { label: "1日目" }), session("d2", { label: "2日目" })];
const places = [
  place("kita", { name: "北上精密" }),
  place("iwai", { name: "磐井製作所" }),
  place("sat", { name: "里山フーズ" }),
];

/** The input of a case with the named days and companies above, as far as it uses them. */
function town(facts: Partial<PlanInput> & Pick<PlanInput, "offers" | "groups">): PlanInput {
  return planInput({ sessions, places, ...facts });
}

/** What is asked, the reasons that must come out, in data and in words. */
const cases: [string, PlanInput, (Partial<PlanExplanation> & { kind: string })[], RegExp[]][] = [
  [
    "a company needs ten and only seven can come on its day",
    town({
      offers: [offer("iwai", "d1", { maximum: 20 }), offer("kita", "d2", { minimum: 10, maximum: 15 })],
      groups: [...groups("a", 7, { sessionIds: ["d2"] }), ...groups("b", 12, { sessionIds: ["d1"] })],
    }),
    [{ kind: "too-few-for-minimum", placeName: "北上精密", sessionLabel: "2日目", minimum: 10, possible: 7 }],
    [/北上精密は2日目に10人以上が必要ですが、行けるのは7人です。最少人数を7人に下げるか.*あと3人/],
  ],
  [
    "there are more people than all offers have room",
    town({
      offers: [offer("kita", "d1"), offer("iwai", "d2")],
      groups: groups("a", 23),
    }),
    [
      {
        kind: "too-little-room",
        sessionLabel: null,
        placeName: null,
        people: 23,
        room: 20,
        missing: 3,
      },
    ],
    [/すべての日程を合わせて20人までですが、のべ23人が行くことになり、3人分足りません/],
  ],
  [
    "one day has too little room for those who can come on that day only",
    town({
      offers: [offer("kita", "d1", { maximum: 5 }), offer("iwai", "d1", { maximum: 5 }), offer("iwai", "d2")],
      groups: groups("a", 12, { sessionIds: ["d1"] }),
    }),
    [
      {
        kind: "too-little-room",
        sessionLabel: "1日目",
        placeName: null,
        people: 12,
        room: 10,
        missing: 2,
      },
    ],
    [/1日目の受け入れは合わせて10人まで/],
  ],
  [
    "two companies cannot both have their minimum, and none has room for all",
    town({
      offers: [
        offer("kita", "d1", { minimum: 8, maximum: 10 }),
        offer("iwai", "d1", { minimum: 8, maximum: 9 }),
      ],
      groups: groups("a", 11),
    }),
    [{ kind: "too-little-room", placeName: "北上精密", people: 11, room: 10, missing: 1 }],
    [/北上精密は1日目に10人までですが、のべ11人.*北上精密\(1日目\)を10人から11人に/],
  ],
  [
    "two companies are needed, each with a teacher, and there is one teacher",
    town({
      sessions: [session("d1", { label: "1日目", teachers: 1 })],
      offers: [offer("kita", "d1", { teachersNeeded: 1 }), offer("iwai", "d1", { teachersNeeded: 1 })],
      groups: groups("a", 18),
    }),
    [{ kind: "teachers-missing", sessionLabel: "1日目", needed: 2, available: 1, missing: 1 }],
    [/1日目は引率の教職員が2人必要ですが、行けるのは1人です。教職員をあと1人/],
  ],
  [
    "the bus is full before the teacher has a seat",
    town({
      sessions: [session("d1", { label: "1日目", buses: [{ id: "b", name: "1号車", seats: 24 }] })],
      offers: [offer("kita", "d1", { maximum: 30, teachersNeeded: 1 })],
      groups: groups("a", 24),
    }),
    [{ kind: "bus-too-small", people: 25, seats: 24, missing: 1, party: null }],
    [/引率を含めて25人が乗りますが、バスの座席は24席です。座席があと1席、たとえば1号車を24席から25席/],
  ],
  [
    "a class is larger than every bus",
    town({
      sessions: [
        session("d1", {
          label: "1日目",
          buses: [
            { id: "b", name: "1号車", seats: 28 },
            { id: "c", name: "2号車", seats: 28 },
          ],
        }),
      ],
      offers: [offer("kita", "d1", { maximum: 40 })],
      groups: [group("a", { label: "2年1組", size: 35 })],
    }),
    [{ kind: "bus-too-small", missing: 7, party: { label: "2年1組", people: 35 } }],
    [/2年1組の35人が一緒に乗れるものがありません/],
  ],
  [
    "a group is locked to a company that takes nobody on that day",
    town({
      offers: [offer("kita", "d1"), offer("iwai", "d2")],
      groups: groups("a", 4),
      locks: [{ groupId: "a1", sessionId: "d2", placeId: "kita" }],
    }),
    [{ kind: "lock-not-possible", groupLabel: "a1", placeName: "北上精密", why: "no-offer" }],
    [/a1を北上精密\(2日目\)に固定できません。北上精密は2日目に受け入れていません。/],
  ],
  [
    "those who stay together are more than any company takes",
    town({
      offers: [offer("kita", "d1", { maximum: 8 }), offer("iwai", "d2", { maximum: 9 })],
      groups: groups("a", 3, { size: 4, together: "吹奏楽部" }),
    }),
    [{ kind: "together-too-large", together: "吹奏楽部", people: 12, largest: 9 }],
    [/「吹奏楽部」は一緒に行く12人ですが、行ける見学先の受け入れは多くて9人です。.*9人から12人に/],
  ],
  [
    "a group can go only on a day without an offer",
    town({
      offers: [offer("kita", "d1")],
      groups: [group("a", { label: "2年3組", sessionIds: ["d2"] }), group("b")],
    }),
    [{ kind: "group-without-session", groupLabel: "2年3組", together: null, sessions: 0, needed: 1 }],
    [/2年3組が行ける日程のうち、見学先があるのは0件/],
  ],
  [
    "each should see two companies and there is one day",
    town({
      sessions: [sessions[0]!],
      offers: [offer("kita", "d1"), offer("iwai", "d1")],
      groups: groups("a", 4),
      visitsPerGroup: 2,
    }),
    [{ kind: "not-enough-places", visits: 2, possible: 1, places: 2, sessions: 1 }],
    [/見学先は2か所、日程は1件で、日程ごとに1か所ずつ回れるのは1か所までです/],
  ],
  [
    "groups that stay together have no day in common",
    town({
      offers: [offer("kita", "d1"), offer("iwai", "d2")],
      groups: [
        group("a", { together: "友", sessionIds: ["d1"] }),
        group("b", { together: "友", sessionIds: ["d2"] }),
      ],
    }),
    [{ kind: "group-without-session", together: "友", groupIds: ["a", "b"], sessions: 0 }],
    [/「友」で一緒に行くグループには、みなが行ける日程が0件/],
  ],
  [
    "a lock sends one person where ten are needed",
    town({
      offers: [offer("kita", "d1", { minimum: 10 }), offer("iwai", "d2")],
      groups: [group("a", { label: "1番" }), ...groups("b", 8, { sessionIds: ["d2"] })],
      locks: [{ groupId: "a", sessionId: "d1", placeId: "kita" }],
    }),
    [{ kind: "lock-not-possible", groupLabel: "1番", why: "room" }],
    [/1番を北上精密\(1日目\)に固定できません。ほかの条件と合わせると/],
  ],
  [
    "two things are wrong at once",
    town({
      sessions: [sessions[0]!, session("d2", { label: "2日目", teachers: 0 })],
      offers: [offer("kita", "d1", { maximum: 3 }), offer("iwai", "d2", { teachersNeeded: 1 })],
      groups: [...groups("a", 5, { sessionIds: ["d1"] }), ...groups("b", 5, { sessionIds: ["d2"] })],
    }),
    [
      { kind: "too-little-room", sessionLabel: "1日目", missing: 2 },
      { kind: "teachers-missing", sessionLabel: "2日目", missing: 1 },
    ],
    [/1日目/, /2日目/],
  ],
];

/** The same reason with a change that is smaller by one; null where there is nothing between it and no change. */
function weaker(reason: PlanExplanation): PlanExplanation | null {
  const less = <Part extends { needed: number }>(parts: readonly Part[]) =>
    parts.map((part, at) => (at === 0 ? { ...part, needed: part.needed - 1 } : part));
  switch (reason.kind) {
    case "too-few-for-minimum":
      return { ...reason, possible: reason.possible + 1 };
    case "too-little-room":
    case "together-too-large":
      return { ...reason, raise: less(reason.raise) };
    case "teachers-missing":
      return { ...reason, needed: reason.needed - 1 };
    case "bus-too-small":
      return { ...reason, buses: less(reason.buses) };
    case "not-enough-places":
      return { ...reason, possible: reason.possible + 1 };
    case "lock-not-possible":
    case "group-without-session":
      return null;
  }
}

describe("an input without a plan is explained", () => {
  test.each(cases)(
    "%s",
    (_, input, expected, words) => {
      const result = solveWith(engine, input);
      if (result.state !== "infeasible") throw new Error(JSON.stringify(result));
      expect(result.explanations).toMatchObject(expected);
      expect(result.explanations).toHaveLength(expected.length);
      result.explanations.forEach((reason, at) => expect(explanationText(reason)).toMatch(words[at]!));

      const changed = applyChanges(input, result.explanations);
      const after = solveWith(engine, changed);
      if (after.state !== "solved") throw new Error(JSON.stringify(after));
      expect(brokenRules(changed, after.assignments)).toEqual([]);
      // Each change is needed, and in its full size.
      result.explanations.forEach((reason, at) => {
        const small = weaker(reason);
        const others = result.explanations.filter((_reason, index) => index !== at);
        for (const less of [others, small ? [...others, small] : others])
          expect(solveWith(engine, applyChanges(input, less)).state).toBe("infeasible");
      });
    },
    60_000,
  );
});
