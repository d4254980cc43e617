import { createHash } from "node:crypto";
import { proposeMapping } from "#app/domain/figure-imports/mapping.ts";
import { addDays, type CivilDate, jst } from "#app/platform/calendar.ts";
import { STAFF_ID } from "./accounts/ids.ts";
import { stableId } from "./ids.ts";
import type { TownRows } from "./rows.ts";

/** A file as a school might send it: a title above the headers, and a sum that does not add up. */
const LINES: readonly (readonly string[])[] = [
  ["令和8年3月卒業者の進路(令和8年5月1日現在)"],
  [],
  ["学校名", "卒業年", "卒業者", "管内", "県内(管外)", "県外", "進学", "その他", "未定・不明"],
  ["花泉高等学校", "令和8年3月卒", "38人", "12人", "7人", "4人", "14人", "1人", "0人"],
  ["大東高等学校", "令和8年3月卒", "71人", "20人", "11人", "9人", "28人", "2人", "2人"],
  ["千厩高等学校", "令和8年3月卒", "１１２人", "３１人", "２０人", "１４人", "４３人", "３人", "１人"],
];
const HEADER_ROW = 3;

/** One uploaded file whose columns wait to be assigned, so that staff of the demo can try the rest. */
export function addFigureImport(rows: TownRows, today: CivilDate): void {
  const id = stableId("figure-import", "first");
  const headers = [...LINES[HEADER_ROW - 1]!];
  rows.figureImport.push({
    id,
    kind: "schoolOutcomes",
    state: "uploaded",
    fileName: "令和8年3月卒業者の進路.csv",
    fileHash: createHash("sha256").update(JSON.stringify(LINES)).digest("hex"),
    encoding: "cp932",
    headerRow: HEADER_ROW,
    headers,
    mapping: proposeMapping("schoolOutcomes", headers),
    settings: { typed: { asOf: "2026-05-01", status: "final" }, headerRows: 1 },
    rowCount: LINES.length - HEADER_ROW,
    createdById: STAFF_ID,
    createdAt: jst(addDays(today, -2), "11:05"),
  });
  LINES.forEach((texts, index) => {
    if (texts.length > 0)
      rows.figureImportRow.push({ importId: id, number: index + 1, cells: { texts: [...texts] } });
  });
}
