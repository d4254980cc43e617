import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import { readTable } from "./read-table.server.ts";
import { writeXlsx } from "./write-xlsx.server.ts";

const table = {
  name: "申込/一覧:2026年度の就職ガイダンスの申込者の一覧表そのものである",
  header: ["名前", "人数", "備考"],
  rows: [
    ["髙﨑〜①㈱𠮷", 32, "1行目\n2行目"],
    ['=HYPERLINK("http://x")', 0, null],
    ["0191", 1.5, "@cmd\u0000\u0007"],
  ],
} as const;

test("a workbook is read again with its texts, its numbers and its empty cells", async () => {
  const rows = await readSheet(await writeXlsx([table]));
  expect(rows).toEqual([
    ["名前", "人数", "備考"],
    ["髙﨑〜①㈱𠮷", 32, "1行目\n2行目"],
    ['\'=HYPERLINK("http://x")', 0, null],
    ["0191", 1.5, "'@cmd"],
  ]);
});

test("a workbook that the portal wrote can be read by the portal's own reader", async () => {
  const read = await readTable(new Uint8Array(await writeXlsx([table])));
  expect(read.ok && read.table.rows[1]).toEqual(["髙﨑〜①㈱𠮷", "32", "1行目\n2行目"]);
});

test("several tables become several sheets; a table without rows keeps its header", async () => {
  const bytes = await writeXlsx([
    { name: "一", header: ["あ"], rows: [] },
    { name: "二", header: ["い"], rows: [["う"]] },
  ]);
  expect(await readSheet(bytes, "一")).toEqual([["あ"]]);
  expect(await readSheet(bytes, "二")).toEqual([["い"], ["う"]]);
});
