import { describe, expect, test } from "vitest";
import { type WorkbookCell, workbook, workbookOf, zip } from "#tests/support/workbook.ts";
import { readTable } from "./read-table.server.ts";
import { plainNumber } from "./xlsx-scan.ts";

const number = (text: string, style?: number): WorkbookCell => ({
  ...(style === undefined ? {} : { attributes: `s="${style}"` }),
  content: `<v>${text}</v>`,
});

async function rowsOf(rows: WorkbookCell[][], formats: string[] = []) {
  const read = await readTable(workbook(rows, formats));
  return read.ok ? read.table.rows : read.error;
}

describe("a workbook", () => {
  test("gives texts as they are: leading zeros, spaces, line breaks and rare characters stay", async () => {
    const texts = ["0210821", " 前後 ", "二\n行", "髙﨑〜①㈱𠮷<&", "=1+1"];
    expect(await rowsOf([["a", "b", "c", "d", "e"], texts])).toEqual([["a", "b", "c", "d", "e"], texts]);
  });

  test("gives numbers without an exponent, with the zeros that their format shows, and dates as days", async () => {
    const rows = [
      ["法人番号", "郵便番号", "郵便番号2", "人数", "率", "基準日", "有無"],
      [
        number("7.0001010123450002E12"),
        number("210821", 1),
        number("210821", 2),
        number("120"),
        number("0.30000000000000004"),
        number("46113", 3),
        { attributes: 't="b"', content: "<v>1</v>" },
      ],
    ];
    const formats = ["0000000", "[&lt;=999]000;[&lt;=9999]000\\-00;000\\-0000", "yyyy/mm/dd"];
    expect(await rowsOf(rows, formats)).toEqual([
      rows[0],
      ["7000101012345", "0210821", "0210821", "120", "0.3", "2026-04-01", "TRUE"],
    ]);
  });

  test("gives the stored result of a formula", async () => {
    const rows = [["名"], [{ attributes: 't="str"', content: "<f>A1&amp;B1</f><v>結果</v>" }]];
    expect(await rowsOf(rows)).toEqual([["名"], ["結果"]]);
  });

  test.each<[string, WorkbookCell, string]>([
    ["a formula without its result", { content: "<f>A1+1</f>" }, "table-formula:B3"],
    ["an error value", { attributes: 't="e"', content: "<f>1/0</f><v>#DIV/0!</v>" }, "table-error-value:B3"],
    ["lost digits", number("12345678901234567"), "table-precision:B3"],
  ])("with %s names the cell", async (_, cell, error) => {
    expect(
      await rowsOf([
        ["a", "b"],
        ["1", "2"],
        ["3", cell],
      ]),
    ).toBe(error);
  });

  test("keeps the row numbers of the spreadsheet where rows are empty", async () => {
    const read = await readTable(
      workbookOf(
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名</t></is></c></row><row r="4"><c r="A4" t="inlineStr"><is><t>値</t></is></c></row></sheetData>',
      ),
    );
    expect(read.ok && read.table.rows).toEqual([["名"], [""], [""], ["値"]]);
  });

  test.each<[string, string, string]>([
    ["a value in row 20,002", '<row r="20002"><c r="A20002"><v>1</v></c></row>', "table-too-many-rows:20000"],
    [
      "a row beyond Excel's last",
      '<row r="999999999"><c r="A999999999"><v>1</v></c></row>',
      "table-not-a-table",
    ],
    ["a value in column 201", '<row r="2"><c r="GS2"><v>1</v></c></row>', "table-too-many-columns:200"],
    [
      "a column that Excel does not have",
      '<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>',
      "table-not-a-table",
    ],
    ["no row", "", "table-empty"],
  ])("with %s is refused before memory is taken for it", async (_, xml, error) => {
    expect(await readTable(workbookOf(`<sheetData>${xml}</sheetData>`))).toEqual({ ok: false, error });
  });

  test("that unpacks to hundreds of megabytes is refused, whatever its directory says", async () => {
    const sheet = "xl/worksheets/sheet1.xml";
    const bomb = zip({ "xl/workbook.xml": "<a/>", [sheet]: " ".repeat(101 * 1024 * 1024) }, { [sheet]: 10 });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await readTable(bomb)).toEqual({ ok: false, error: "table-unpacks-too-large" });
    const small = zip({ "xl/workbook.xml": "<a/>" }, { "xl/workbook.xml": 4_000_000_000 });
    expect(await readTable(small)).toEqual({ ok: false, error: "table-not-a-table" });
  }, 30_000);

  test("that is an archive of something else is no table", async () => {
    expect(await readTable(zip({ "word/document.xml": "<a/>" }))).toEqual({
      ok: false,
      error: "table-not-a-table",
    });
  });
});

test.each([
  ["1", "1"],
  ["-5", "-5"],
  ["1.50", "1.5"],
  ["1E3", "1000"],
  ["1.5e-3", "0.0015"],
  ["123456789012345", "123456789012345"],
  ["1234567890123456", null],
  ["1E+300", null],
  ["abc", null],
])("the number %s of a workbook is %s", (raw, plain) => {
  expect(plainNumber(raw)).toBe(plain);
});
