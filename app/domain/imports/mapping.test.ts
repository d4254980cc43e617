import { describe, expect, test } from "vitest";
import { COMPANY_COLUMNS, fieldsWithoutColumn, headerKey } from "../companies/table-columns.ts";
import { readCell } from "./cells.ts";
import { isPersonColumn, knownMapping, mappingProblem, proposeMapping } from "./mapping.ts";

describe("the columns of a file", () => {
  test("are assigned by what people call them, in any width and with a note behind", () => {
    const headers = [
      "会社名※必須",
      "ふりがな",
      "ＴＥＬ",
      "住所",
      "業種",
      "法人番号【13桁】",
      "備考",
      "従業員 数",
    ];
    expect(proposeMapping(headers)).toEqual({
      "会社名※必須": "name",
      ふりがな: "nameKana",
      ＴＥＬ: "phone",
      住所: "address",
      業種: "industryCode",
      "法人番号【13桁】": "corporateNumber",
      "従業員 数": "employeeCount",
    });
  });

  test("two of one field: the one with the field's own name wins, and the choice can be used", () => {
    const mapping = proposeMapping(["社名", "企業名", "業種", "業種コード"]);
    expect(mapping).toEqual({ 企業名: "name", 業種コード: "industryCode" });
    expect(mappingProblem(mapping)).toBeNull();
  });

  test("that name persons are known, departments are none", () => {
    const all = ["代表者名", "担当者", "採用担当者氏名", "E-mail", "担当部署", "問い合わせ先", "企業名"];
    expect(all.filter(isPersonColumn)).toEqual(["代表者名", "担当者", "採用担当者氏名", "E-mail"]);
  });

  test("need a name, and no field twice", () => {
    expect(mappingProblem({ 電話: "phone" })).toEqual({ code: "import-name-column", header: "" });
    expect(mappingProblem({ a: "name", b: "phone", c: "phone" })).toEqual({
      code: "import-field-twice",
      header: "c",
    });
  });

  test("that are stored keep only fields and headers that exist", () => {
    expect(knownMapping({ a: "name", b: "password", c: "phone", d: 1 }, ["a", "b", "d"])).toEqual({
      a: "name",
    });
    expect(knownMapping(null, ["a"])).toEqual({});
  });

  test("stand for each field of a profile but the groups of rows, and no name stands for two", () => {
    expect(fieldsWithoutColumn()).toEqual(["establishments", "photos", "graduateHires"]);
    const names = COMPANY_COLUMNS.flatMap(({ header, also }) => [header, ...also].map(headerKey));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe("a cell", () => {
  test.each([
    ["industryCode", "金属製品製造業", "24"],
    ["industryCode", "E24", "24"],
    ["industryCode", "2441", "24"],
    ["industryCode", "9", "09"],
    ["industryCode", "２４ 金属製品製造業", "24"],
    ["area", "千厩地域", "千厩"],
    ["employeeCount", "１，２００人", 1200],
    ["employeeCount", "0", 0],
    ["foundedYear", "昭和43年4月1日", 1968],
    ["foundedYear", "1968-04-01", 1968],
    ["nightShift", "有り", "yes"],
    ["nightShift", "×", "no"],
    ["drivingLicence", "不問", "not-needed"],
    ["nameKana", "ｲﾜｲｾｲﾐﾂ", "イワイセイミツ"],
    ["nameKana", "いわいせいみつ", "イワイセイミツ"],
    ["phone", "０１９１−００−０００１", "0191-00-0001"],
    ["postalCode", "〒021-0821", "0210821"],
    ["asOf", "令和8年4月1日", "2026-04-01"],
    ["benefits", "社員寮、転勤なし", ["社員寮", "転勤なし"]],
    ["products", "ネジ、治具", ["ネジ", "治具"]],
    ["corporateNumber", "7000012050002", "7000012050002"],
  ] as const)("for %s with %s is read as %j", (field, text, value) => {
    expect(readCell(field, text)).toEqual({ ok: true, value });
  });

  test.each([
    ["industryCode", "製造", "import-industry"],
    ["industryCode", "99", "import-industry"],
    ["area", "盛岡", "import-area"],
    ["nightShift", "たまに", "import-choice"],
    ["employeeCount", "約50人", "whole-number"],
    ["asOf", "令和8年2月30日", "no-such-day"],
    ["corporateNumber", "7000012050003", "corporate-number-check"],
    ["corporateNumber", "7E+12", "corporate-number-digits"],
    ["benefits", "社員寮、温泉", "choose"],
    ["website", "javascript:alert(1)", "url"],
    ["name", "あ".repeat(101), "too-long:100"],
  ] as const)("for %s with %s is refused: %s", (field, text, code) => {
    expect(readCell(field, text)).toEqual({ ok: false, code });
  });
});
