import { describe, expect, test } from "vitest";
import { type WorkbookCell, workbook, workbookOf, zip } from "#tests/support/workbook.ts";
import { readCells, readTable } from "./read-table.server.ts";
import { readFormat } from "./xlsx-formats.ts";
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

  test("shows days of an era and thousands as the spreadsheet does, and tells units and zeros that look like dashes", async () => {
    const formats = ["[$-411]ge\\.m\\.d", "#,##0,", "#,##0&quot;千円&quot;", "#,##0;\\-#,##0;&quot;-&quot;"];
    const read = await readCells(
      workbook(
        [
          ["日", "千円", "額", "人"],
          [number("45688", 1), number("1234567", 2), number("1234", 3), number("0", 4)],
        ],
        formats,
      ),
    );
    if (!read.ok) throw new Error(read.error);
    expect(read.table.rows[1]).toEqual(["2025-01-31", "1234.567", "1234", "0"]);
    expect(read.table.sheet).toMatchObject({ scaled: ["B2"], units: { C2: "千円" }, hiddenZeros: ["D2"] });
  });

  test("whose first sheet is hidden is read from the first one that is shown", async () => {
    const text = (value: string) =>
      `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${value}</t></is></c></row></sheetData></worksheet>`;
    const relation = (at: number) =>
      `<Relationship Id="r${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at}.xml"/>`;
    const bytes = zip({
      "xl/workbook.xml":
        '<workbook xmlns:r="x"><sheets><sheet name="作業" sheetId="1" state="hidden" r:id="r1"/><sheet name="表" sheetId="2" r:id="r2"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels": `<Relationships>${relation(1)}${relation(2)}</Relationships>`,
      "xl/worksheets/sheet1.xml": text("作業用"),
      "xl/worksheets/sheet2.xml": text("公表用"),
    });
    const read = await readCells(bytes);
    expect(read.ok && [read.table.rows, read.table.sheet?.name]).toEqual([[["公表用"]], "表"]);
    const asked = await readCells(bytes, { sheet: "作業" });
    expect(asked.ok && asked.table.rows).toEqual([["作業用"]]);
  });

  test("reads raised digits behind a number as raised, not as more digits", async () => {
    const si =
      '<si><r><t>452</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1)</t></r></si><si><t>453</t></si>';
    const bytes = zip({
      "xl/workbook.xml":
        '<workbook xmlns:r="x"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      "xl/sharedStrings.xml": `<sst>${si}</sst>`,
      "xl/worksheets/sheet1.xml":
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData></worksheet>',
    });
    const read = await readCells(bytes);
    expect(read.ok && read.table.rows).toEqual([["452¹⁾", "453"]]);
  });

  test("says which rows and columns the spreadsheet does not show", async () => {
    const read = await readCells(
      workbookOf(
        '<cols><col min="1" max="1"/><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row></sheetData>',
      ),
    );
    expect(read.ok && read.table.sheet).toMatchObject({ hiddenColumns: ["B", "C"], hiddenRows: [2] });
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
  ["General", {}],
  ['0.0"%"', {}],
  ["0.0%", { percent: true }],
  ["#,##0_ ;[Red]\\-#,##0\\ ", {}],
  ['_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', { hidesZero: true }],
  ["[=0]\\-;#,##0", { hidesZero: true }],
  ["#,##0.0,,", { thousands: 2 }],
  ['General"人"', { unit: "人" }],
  ['#,##0"千円";"△"#,##0"千円"', { unit: "千円" }],
  ['ggge"年"m"月"d"日"', { isDate: true }],
  ['yyyy"年"m"月"', { isDate: true }],
  ["0000000", { width: 7 }],
])("the number format %s is understood", (code, expected) => {
  const plain = { percent: false, isDate: false, thousands: 0, unit: "", hidesZero: false };
  expect(readFormat(code)).toEqual({ ...plain, ...expected });
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
