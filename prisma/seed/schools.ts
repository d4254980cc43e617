import type { SchoolKind } from "#generated/prisma/client.ts";
import { stableId } from "./ids.ts";
import type { TownRows } from "./rows.ts";

export type SeedSchool = {
  id: string;
  key: string;
  name: string;
  kind: SchoolKind;
  area: string;
  departments: { id: string; name: string }[];
};

const SCHOOLS: readonly [key: string, name: string, kana: string, kind: SchoolKind, area: string][] = [
  ["ichinoseki-daiichi", "一関第一高等学校", "イチノセキダイイチコウトウガッコウ", "highSchool", "一関"],
  ["ichinoseki-daini", "一関第二高等学校", "イチノセキダイニコウトウガッコウ", "highSchool", "一関"],
  ["ichinoseki-kogyo", "一関工業高等学校", "イチノセキコウギョウコウトウガッコウ", "highSchool", "一関"],
  ["hanaizumi", "花泉高等学校", "ハナイズミコウトウガッコウ", "highSchool", "花泉"],
  ["daito", "大東高等学校", "ダイトウコウトウガッコウ", "highSchool", "大東"],
  ["senmaya", "千厩高等学校", "センマヤコウトウガッコウ", "highSchool", "千厩"],
  ["ichinoseki-gakuin", "一関学院高等学校", "イチノセキガクインコウトウガッコウ", "highSchool", "一関"],
  ["ichinoseki-shuko", "一関修紅高等学校", "イチノセキシュウコウコウトウガッコウ", "highSchool", "一関"],
  [
    "ichinoseki-kosen",
    "一関工業高等専門学校",
    "イチノセキコウギョウコウトウセンモンガッコウ",
    "kosen",
    "一関",
  ],
  ["shuko-junior-college", "修紅短期大学", "シュウコウタンキダイガク", "juniorCollege", "一関"],
];

export const KOSEN = "ichinoseki-kosen";
const KOSEN_DEPARTMENTS = ["機械・知能系", "電気・電子系", "情報・ソフトウェア系", "化学・バイオ系"];

/** The eight high schools of the town, the KOSEN with its four departments and the junior college. */
export function addSchools(rows: TownRows): SeedSchool[] {
  return SCHOOLS.map(([key, name, nameKana, kind, area]) => {
    const id = stableId("school", key);
    rows.school.push({ id, name, nameKana, kind, area, inJurisdiction: true });
    const departments = (key === KOSEN ? KOSEN_DEPARTMENTS : []).map((department, position) => {
      const row = { id: stableId("department", `${key}/${position}`), name: department };
      rows.department.push({ ...row, schoolId: id, position });
      return row;
    });
    return { id, key, name, kind, area, departments };
  });
}
