import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFigure } from "./cell.rules.ts";
import { percentOf, plainDigits, readDigits, readUnit, round } from "./unit.rules.ts";

const value = (text: string, unit = "") => {
  const read = readFigure(text, { unit });
  return read.is === "value" ? read.value : read.is === "refused" ? read.code : read.is;
};

describe("readFigure", () => {
  test.each([
    ["174", "社", "174"],
    ["174社", "社", "174"],
    ["１７４ 社", "社", "174"],
    ["10,452人", "人", "10452"],
    ["10,452名", "人", "10452"],
    ["48.2%", "%", "48.2"],
    ["４８．２％", "%", "48.2"],
    ["48.20", "%", "48.2"],
    ["△3.5", "%", "-3.5"],
    ["▲1,200", "円", "-1200"],
    ["－12", "件", "-12"],
    ["−12", "件", "-12"],
    ["マイナス7", "件", "-7"],
    ["0", "件", "0"],
    ["0.0", "%", "0"],
    ["3か所", "箇所", "3"],
    ["1兆3,200億円", "億円", "13200"],
    ["１兆 \n3,200\n億円", "億円", "13200"],
    ["8,264\n億円", "億円", "8264"],
    ["1 兆900億円", "億円", "10900"],
    ["1兆 円", "億円", "10000"],
    ["1兆3,200億", "億円", "13200"],
    ["1,320,000百万円", "億円", "13200"],
    ["12万人", "人", "120000"],
    ["1.5千人", "人", "1500"],
    ["174(速報)", "社", "174"],
  ])("reads %j in %j as %s", (text, unit, expected) => {
    expect(value(text, unit)).toBe(expected);
  });

  test.each([
    ["", "blank"],
    ["　", "blank"],
    ["-", "missing"],
    ["－", "missing"],
    ["―", "missing"],
    ["ー", "missing"],
    ["…", "missing"],
    ["x", "missing"],
    ["Ｘ", "missing"],
    ["***", "missing"],
    ["不明", "missing"],
    ["集計中", "missing"],
  ])("takes %j for %s, never for 0", (text, expected) => {
    expect(value(text, "人")).toBe(expected);
  });

  test.each([
    ["174件", "社", "figure-unit:件:社"],
    ["48.2%", "人", "figure-unit:%:人"],
    ["1,23", "人", "figure-separators"],
    ["10、452", "人", "figure-separators"],
    ["12.3.4", "人", "figure-separators"],
    ["(120)", "人", "figure-parentheses"],
    ["約30人", "人", "figure-not-exact"],
    ["50人以上", "人", "figure-not-exact"],
    ["5〜7", "人", "figure-not-exact"],
    ["三人", "人", "figure-no-number"],
    ["A", "人", "figure-no-number"],
    ["12人34人", "人", "figure-no-number"],
    ["1兆億円", "億円", "figure-unit:億円:億円"],
    ["1万2千人", "人", "figure-unit:千人:人"],
    ["1234567890123456", "人", "figure-too-long"],
  ])("refuses %j where %s is counted", (text, unit, expected) => {
    expect(value(text, unit)).toBe(expected);
  });

  test.each([
    ["10,452※", "10452", "※"],
    ["10,452 ※1", "10452", "※1"],
    ["１０，４５２＊２", "10452", "*2"],
    ["452²", "452", "2"],
    ["452¹⁾", "452", "1)"],
    ["452①", "452", "①"],
    ["452人 注1)", "452", "注1)"],
    ["452(注)", "452", "(注)"],
    ["10,452 1)", "10452", "1)"],
    ["※452", "452", "※"],
  ])("reads %j as %s, and says that it left the mark of a note out", (text, expected, mark) => {
    expect(readFigure(text, { unit: "人" })).toMatchObject({ is: "value", value: expected, noteMark: mark });
  });

  test("takes a number without a unit in the unit of its row, also with a mark or a state behind it", () => {
    for (const text of ["1,234", "1,234※", "1,234(速報)", "1,234 "])
      expect(readFigure(text, { unit: "円", bareUnit: "千円" })).toMatchObject({ value: "1234000" });
    expect(readFigure("1,234円", { unit: "円", bareUnit: "千円" })).toMatchObject({ value: "1234" });
  });

  test("says why there is no figure and whether it is provisional", () => {
    expect(readFigure("x", { unit: "人" })).toEqual({ is: "missing", mark: "hidden", words: "x" });
    expect(readFigure("…", { unit: "人" })).toMatchObject({ mark: "dots" });
    expect(readFigure("174(速報値)", { unit: "社" })).toMatchObject({ status: "provisional" });
    expect(readFigure("174(確報)", { unit: "社" })).toMatchObject({ status: "final" });
    expect(readFigure("174", { unit: "社" })).toMatchObject({ status: null });
  });

  test("gives back any number written in any notation", () => {
    const UNITS = ["", "人", "社", "%", "件", "円", "千円", "百万円", "億円"];
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 999_999_999n }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom("", "-", "△", "▲", "−", "－"),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(...UNITS),
        (digits, places, sign, separators, fullWidth, withUnit, unit) => {
          const plain = plainDigits({ digits, places });
          const [whole = "", fraction] = plain.split(".");
          const shown = separators ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
          const text = `${sign}${shown}${fraction === undefined ? "" : `.${fraction}`}${withUnit ? unit : ""}`;
          const typed = fullWidth
            ? text.replace(/[0-9.,%]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
            : text;
          const read = readFigure(typed, { unit });
          const expected = Number(plain) * (sign === "" || digits === 0n ? 1 : -1);
          expect(read.is === "value" && Number(read.value)).toBe(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("gives back any whole number written with 兆, 億 and 万", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 99_999_999_999_999n }), (amount) => {
        const parts: [bigint, string][] = [
          [amount / 1_000_000_000_000n, "兆"],
          [(amount / 100_000_000n) % 10_000n, "億"],
          [(amount / 10_000n) % 10_000n, "万"],
          [amount % 10_000n, ""],
        ];
        const text = parts.map(([part, word]) => (part === 0n ? "" : `${part}${word}`)).join("");
        expect(value(`${text}円`, "円")).toBe(amount.toString());
      }),
    );
  });

  test("never takes text for a number that it does not say, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const read = readFigure(text, { unit: "人" });
        if (read.is === "value") expect(text.normalize("NFKC")).toMatch(/\d/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("units and exact numbers", () => {
  test("a unit is a base with a power of ten; words that only begin like one are none", () => {
    expect(readUnit("百万円")).toEqual({ base: "円", power: 6 });
    expect(readUnit("千人")).toEqual({ base: "人", power: 3 });
    expect(readUnit("名")).toEqual({ base: "人", power: 0 });
    expect(readUnit("千厩地区")).toEqual({ base: "千厩地区", power: 0 });
  });

  test("percentages are rounded half away from zero, and nothing is divided by 0", () => {
    const percent = (numerator: string, denominator: string, places: number) => {
      const result = percentOf(readDigits(numerator)!, readDigits(denominator)!, places);
      return result && plainDigits(result);
    };
    expect(percent("133", "276", 1)).toBe("48.2");
    expect(percent("1", "8", 1)).toBe("12.5");
    expect(percent("1", "16", 1)).toBe("6.3");
    expect(percent("2", "3", 0)).toBe("67");
    expect(percent("5", "0", 1)).toBeNull();
    expect(plainDigits(round(readDigits("48.25")!, 1))).toBe("48.3");
  });
});
