import { describe, expect, test } from "vitest";
import { guardFormula, unguardFormula } from "./formula-guard.ts";
import { readTable } from "./read-table.server.ts";
import { cellName, columnIndex, columnName } from "./table.ts";
import { writeCsv } from "./write-csv.server.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Small seeded randomness: the same texts in every run. */
function randomTexts(alphabet: readonly string[], count: number): string[] {
  let state = 20261121;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: next(12) }, () => alphabet[next(alphabet.length)]!).join(""),
  );
}

const PLAIN = [..."abcXYZ019 ,;\"'=+-@\t\n\r髙﨑①㈱〜～ー一関市ｱあア、。Ⅲ―∥＝＋－＠"];
const RARE = [...PLAIN, ..."—‖−¢£¬", "𠮷", "😀", "é", "한", "\u2028", "ﾊﾞ", "か゚"];

async function throughFile(rows: string[][], encoding: "utf-8" | "cp932") {
  const file = writeCsv([["見出し", "値"], ...rows], encoding);
  if (!file.ok) return file;
  const read = await readTable(file.bytes);
  if (!read.ok) throw new Error(read.error);
  return read.table;
}

describe("a file that is written and read again", () => {
  test("in UTF-8 holds every text as it was", async () => {
    for (const text of randomTexts(RARE, 1500)) {
      const table = await throughFile([[text, "x"]], "utf-8");
      expect(table, JSON.stringify(text)).toEqual({
        encoding: "utf-8",
        rows: [
          ["見出し", "値"],
          [text, "x"],
        ],
      });
    }
  });

  test("in CP932 holds every text, in the forms that CP932 has, or is refused by naming the cell", async () => {
    const oneForm = (text: string) =>
      text
        .replace(/[～]/g, "〜")
        .replace(/‖/g, "∥")
        .replace(/−/g, "－")
        .replace(/—/g, "―")
        .replace(/¢/g, "￠")
        .replace(/£/g, "￡")
        .replace(/¬/g, "￢");
    let refused = 0;
    for (const text of randomTexts(RARE, 3000)) {
      const table = await throughFile(
        [
          ["x", "y"],
          ["z", text],
        ],
        "cp932",
      );
      if ("cells" in table) {
        refused += 1;
        const [cell] = table.cells;
        expect(cell).toMatchObject({ row: 3, column: 1, header: "値" });
        expect(text).toContain(cell!.character);
      } else expect(table.rows[2], JSON.stringify(text)).toEqual(["z", oneForm(text)]);
    }
    expect(refused).toBeGreaterThan(500);
    expect(refused).toBeLessThan(2900);
  });

  test("holds 「髙﨑〜①㈱」 in both", async () => {
    for (const encoding of ["utf-8", "cp932"] as const)
      expect(await throughFile([["髙﨑〜①㈱", "−5"]], encoding)).toMatchObject({
        encoding,
        rows: [
          ["見出し", "値"],
          ["髙﨑〜①㈱", encoding === "cp932" ? "－5" : "−5"],
        ],
      });
  });

  test.each(["𠮷野家", "😀", "ﾊ\u3099", "é"])("is refused in CP932 for %s, never changed", (text) => {
    const file = writeCsv([["名"], [text]], "cp932");
    expect(file).toMatchObject({ ok: false, cells: [{ row: 2, column: 0, header: "名" }] });
  });

  test("has CRLF line ends, a byte order mark in UTF-8 only, and quotes where they are needed", () => {
    const rows = [
      ["a", "b"],
      ["1\n2", '"'],
    ];
    const text = (encoding: "utf-8" | "cp932") => {
      const file = writeCsv(rows, encoding);
      return file.ok ? file.bytes.toString("utf8") : "";
    };
    expect(text("utf-8")).toBe('\uFEFFa,b\r\n"1\n2",""""\r\n');
    expect(text("cp932")).toBe('a,b\r\n"1\n2",""""\r\n');
  });
});

describe("a cell that a spreadsheet would run", () => {
  test.each(["=1+1", "+81", "-2+3", "-A1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "－1", "'=1", "''=1"])(
    "%j is led by an apostrophe, and only that one goes",
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`);
      expect(unguardFormula(guardFormula(text))).toBe(text);
    },
  );

  test.each(["", "'", "'abc", "a=1", "0191-21", "O'Neil", "-2", "-22.22"])("%j is left alone", (text) => {
    expect(guardFormula(text)).toBe(text);
    expect(unguardFormula(text)).toBe(text);
  });
});

describe("a CSV file that somebody else made", () => {
  test.each([
    [
      "comma",
      '名,値\n"a\r\nb",2\n',
      [
        ["名", "値"],
        ["a\r\nb", "2"],
      ],
    ],
    [
      "tab",
      "名\t値\r\na\t2",
      [
        ["名", "値"],
        ["a", "2"],
      ],
    ],
    [
      "semicolon",
      "名;値\na;1,5\nb;2,5",
      [
        ["名", "値"],
        ["a", "1,5"],
        ["b", "2,5"],
      ],
    ],
    [
      "a title with a comma above a table with tabs",
      '進路, 確報\n名\t値\na\t"1,200"\nb\t2',
      [["進路, 確報"], ["名", "値"], ["a", "1,200"], ["b", "2"]],
    ],
    ["ragged", "名,値\na\nb,1,2\n", [["名", "値"], ["a"], ["b", "1", "2"]]],
    ["blank rows", "名,値\n\n,\nb,1\n", [["名", "値"], [""], ["", ""], ["b", "1"]]],
    [
      "a byte order mark",
      "\uFEFF名,値\nb,1\n",
      [
        ["名", "値"],
        ["b", "1"],
      ],
    ],
  ])("with %s is read", async (_, text, rows) => {
    expect(await readTable(utf8(text))).toEqual({ ok: true, table: { encoding: "utf-8", rows } });
  });

  test.each([
    ["little", [0xff, 0xfe], (text: Buffer) => text],
    ["big", [0xfe, 0xff], (text: Buffer) => text.swap16()],
  ] as const)("as Unicode text of Excel (%s endian) is read", async (_, mark, order) => {
    const bytes = Buffer.concat([Buffer.from(mark), order(Buffer.from("名\t値\r\n髙﨑\t1\r\n", "utf16le"))]);
    const rows = [
      ["名", "値"],
      ["髙﨑", "1"],
    ];
    expect(await readTable(bytes)).toEqual({ ok: true, table: { encoding: "utf-16", rows } });
  });

  test.each<[string, Uint8Array, string]>([
    ["nothing", utf8(""), "table-empty"],
    ["blank lines", utf8("\n\n,,\n"), "table-empty"],
    ["a header only", utf8("企業名,電話\r\n"), "table-header-only"],
    ["a header twice", utf8("企業名,電話,企業名\na,b,c\n"), "table-duplicate-header:企業名"],
    ["bytes of no text", new Uint8Array([1, 2, 0, 4, 5]), "table-not-a-table"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), "table-not-a-table"],
    ["half a character of UTF-16", new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), "table-encoding"],
    ["a PDF", utf8("%PDF-1.7\n"), "table-pdf"],
    ["a web page", utf8("\uFEFF\n<html><table><tr><td>名</td></tr></table>"), "table-web-page"],
    [
      "a million cells too many",
      utf8(`名,値\n${`${",".repeat(99)}\n`.repeat(10_001)}`),
      "table-too-many-cells:1000000",
    ],
    ["a workbook of old Excel", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "table-old-excel"],
    ["a broken archive", utf8("PK\u0003\u0004nothing"), "table-not-a-table"],
    ["a quote that never ends", utf8('名,値\n"a,1\nb,2\n'), "table-quotes:3"],
    ["too many rows", utf8(`名\n${"a\n".repeat(20_001)}`), "table-too-many-rows:20000"],
    [
      "too many columns",
      utf8(`${Array.from({ length: 201 }, (_, index) => index).join(",")}\n1\n`),
      "table-too-many-columns:200",
    ],
    ["too many bytes", new Uint8Array(10 * 1024 * 1024 + 1).fill(65), "table-too-large:10"],
  ])("with %s is refused", async (_, bytes, error) => {
    expect(await readTable(bytes)).toEqual({ ok: false, error });
  });
});

test("columns and cells have the names of spreadsheets", () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  expect(["A", "Z", "AA", "ZZ", "AAA"].map(columnIndex)).toEqual([0, 25, 26, 701, 702]);
  expect(cellName(2, 1)).toBe("B3");
});
