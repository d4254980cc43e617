import { describe, expect, test } from "vitest";
import { WORDING_RULES } from "./dictionary.rules.ts";
import { foldText } from "./folded-text.rules.ts";
import { checkWording } from "./rules.ts";

const ON = "2026-11-20";
const find = (text: string, more: Partial<Parameters<typeof checkWording>[1]> = {}) =>
  checkWording({ text }, { on: ON, ...more });
const rulesOf = (text: string, more = {}) => find(text, more).map(({ ruleId }) => ruleId);

describe("a finding", () => {
  test.each([
    ["急募!営業マン2名", "営業マン"],
    ["ｾｰﾙｽﾏﾝ募集", "ｾｰﾙｽﾏﾝ"],
    ["ホールの\nウエイト\nレスです", "ウエイト\nレス"],
    ["💐女性　歓迎💐", "女性　歓迎"],
    ["㈱の営業マン", "営業マン"],
    ["ガ\u3099営業マン", "営業マン"],
  ])("in %j stands where it was typed", (text, phrase) => {
    const [found] = find(text);
    expect(found?.phrase).toBe(phrase);
    expect(text.slice(found!.start, found!.end)).toBe(phrase);
  });

  test("names its field, its law, what is wrong and what to write", () => {
    expect(checkWording({ a: "静かな町です。", b: "営業マン募集" }, { on: ON })).toEqual([
      {
        ruleId: "sex-sales-man",
        subject: "sex",
        level: "block",
        field: "b",
        start: 0,
        end: 4,
        phrase: "営業マン",
        law: "男女雇用機会均等法 第5条",
        note: "性別を限った職種名と受け取られます。",
        replacement: "営業職",
      },
    ]);
  });

  test("comes in the order of the text, once for one place and subject", () => {
    expect(rulesOf("アットホームな職場です。男性歓迎、20代歓迎。")).toEqual([
      "misleading-homely",
      "sex-wanted",
      "age-decades-wanted",
    ]);
    expect(rulesOf("看護婦を募集しています。")).toEqual(["sex-old-job-names"]);
  });
});

describe("nothing is found", () => {
  test.each([
    "年齢・性別を問いません。",
    "男女とも活躍しています。",
    "女性管理職比率は3割です。",
    "育児休業を取った男性は5人です。",
    "営業マンではなく、営業職と呼びます。",
    "「男性歓迎」という表示はしません。",
    "本籍や宗教はお聞きしません。",
    "",
    "\n\n　 ",
    "\ud800営業",
  ])("in %j", (text) => {
    expect(find(text)).toEqual([]);
  });

  test("in the company's own name and its shops'", () => {
    expect(rulesOf("絶対安心工房の営業マン堂です。")).not.toEqual([]);
    expect(
      rulesOf("絶対安心工房の営業マン堂です。", { names: ["株式会社絶対安心工房", "営業マン堂"] }),
    ).toEqual([]);
    expect(rulesOf("営業マン堂で営業マン募集", { names: ["営業マン堂"] })).toEqual(["sex-sales-man"]);
  });

  test("before a rule comes into force", () => {
    expect(checkWording({ text: "1日インターンシップ" }, { on: "2023-03-31" })).toEqual([]);
    expect(checkWording({ text: "1日インターンシップ" }, { on: "2023-04-01" })).toHaveLength(1);
  });
});

describe("what surrounds a phrase counts", () => {
  test("an invitation is no denial", () => {
    expect(rulesOf("男性歓迎です。ご遠慮なくご連絡ください。")).toEqual(["sex-wanted"]);
    expect(rulesOf("1日インターンシップに参加しませんか。")).toEqual(["internship-too-short"]);
  });

  test("a denial in the next clause does not take a phrase back", () => {
    expect(rulesOf("男性歓迎、経験は問いません。")).toEqual(["sex-wanted"]);
    expect(rulesOf("20代歓迎 残業なし")).toEqual(["age-decades-wanted"]);
  });

  test("the reason of a lawful age limit makes a warning of it", () => {
    expect(find("35歳以下の方を募集")[0]?.level).toBe("block");
    const lawful = find("35歳以下の方を募集(長期勤続によるキャリア形成のため、3号のイ)")[0];
    expect(lawful).toMatchObject({ level: "warn", replacement: null });
    expect(lawful?.note).toContain("施行規則 第1条の3");
  });

  test("what holds for pupils holds for pupils only", () => {
    expect(rulesOf("まずは直接ご連絡ください。")).toEqual([]);
    expect(rulesOf("まずは直接ご連絡ください。", { audience: "highSchool" })).toEqual(["contact-direct"]);
    expect(rulesOf("高校生の方は直接ご連絡ください。")).toEqual(["contact-direct"]);
    expect(rulesOf("大学生の方は直接ご連絡ください。高校生の見学は学校を通します。")).toEqual([]);
  });

  test("items of a list do not run together over the end of a line", () => {
    expect(rulesOf("家族構成に合わせた手当\n昇給の条件は面談で確認")).toEqual([]);
  });
});

describe("speed", () => {
  const sentence =
    "一関市で精密部品を削り出しています。社員は48人、20代の社員が12人います。家族手当があり、夜勤はありません。";
  const thousand = sentence.repeat(20).slice(0, 1000);

  test("a thousand characters take less than a millisecond", () => {
    for (let round = 0; round < 50; round++) find(thousand);
    const times = Array.from({ length: 60 }, () => {
      const started = performance.now();
      find(thousand);
      return performance.now() - started;
    }).toSorted((a, b) => a - b);
    expect(times[30]).toBeLessThan(1);
  });

  test.each(["営業マン", "20代、", "男性", "1", "見学", "家族", "フォークリフト", "「", "　", "(", "本籍を"])(
    "twenty thousand characters of %j do not stall",
    (piece) => {
      const text = piece.repeat(20_000 / piece.length);
      const started = performance.now();
      find(text, { audience: "highSchool" });
      expect(performance.now() - started).toBeLessThan(1500);
    },
  );
});

describe("the dictionary", () => {
  test("has unique ids, and every row says why and since when", () => {
    const ids = WORDING_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, title, law, note, validFrom } of WORDING_RULES) {
      expect(title && law && note, id).not.toBe("");
      expect(validFrom, id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test("has expressions that hold in folded text: no capital letters, no full-width signs", () => {
    for (const rule of WORDING_RULES)
      for (const source of [rule.pattern, ...(rule.exceptions ?? []), rule.topic ?? "", rule.unless ?? ""]) {
        const plain = source.replaceAll(/\\[a-zA-Z]/g, "");
        expect(foldText(plain).text, rule.id).toBe(plain);
      }
  });
});
