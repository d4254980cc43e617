/** 学科 that a company can welcome without saying which: it is there for everybody. */
export const ANY_DEPARTMENT = "学科不問";

/**
 * Groups of expected participants. A company serves a group when it welcomes one of the departments in `accepts`. Those of
 * whom only the kind of school is known are groups of their own.
 */
export type ExpectedGroup = { key: string; label: string; accepts: readonly string[] };

const HIGH_SCHOOL = ["工業科", "商業科", "農業科", "普通科", "総合学科", "看護・福祉"] as const;
const KOSEN = ["機械・知能系", "電気・電子系", "情報・ソフトウェア系", "化学・バイオ系"] as const;
const UNIVERSITY = ["文系", "理系"] as const;

const group = (key: string, name: string): ExpectedGroup => ({ key, label: name, accepts: [name] });

export const EXPECTED_GROUPS: readonly ExpectedGroup[] = [
  group("kosen-machines", KOSEN[0]),
  group("kosen-electric", KOSEN[1]),
  group("kosen-information", KOSEN[2]),
  group("kosen-chemistry", KOSEN[3]),
  { key: "kosen", label: "高専生(学科が分からない)", accepts: KOSEN },
  group("technical", HIGH_SCHOOL[0]),
  group("commercial", HIGH_SCHOOL[1]),
  group("agricultural", HIGH_SCHOOL[2]),
  group("general", HIGH_SCHOOL[3]),
  group("integrated", HIGH_SCHOOL[4]),
  group("care", HIGH_SCHOOL[5]),
  { key: "highSchool", label: "高校生(学科が分からない)", accepts: HIGH_SCHOOL },
  group("humanities", UNIVERSITY[0]),
  group("sciences", UNIVERSITY[1]),
  { key: "university", label: "大学生・短大生・専門学校生(学科が分からない)", accepts: UNIVERSITY },
];

export function expectedGroup(key: string): ExpectedGroup | undefined {
  return EXPECTED_GROUPS.find((one) => one.key === key);
}

/** True when a company that welcomes these departments is there for the group. */
export function serves(departments: readonly string[], accepts: readonly string[]): boolean {
  return departments.includes(ANY_DEPARTMENT) || departments.some((name) => accepts.includes(name));
}

/** One registration of students: how many, and what is known of their school and department. */
export type ExpectedStudents = { headCount: number; schoolKind: string | null; department: string };

/** Registered students by group; those of whom neither department nor kind of school is known are not counted. */
export function countExpected(students: readonly ExpectedStudents[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { headCount, schoolKind, department } of students) {
    const key = keyOf(schoolKind, department);
    if (key) counts[key] = (counts[key] ?? 0) + headCount;
  }
  return counts;
}

function keyOf(schoolKind: string | null, department: string): string | null {
  const named =
    department && EXPECTED_GROUPS.find(({ accepts }) => accepts.length === 1 && accepts[0] === department);
  if (named) return named.key;
  if (schoolKind === "kosen" || schoolKind === "highSchool") return schoolKind;
  return schoolKind === "university" || schoolKind === "juniorCollege" || schoolKind === "vocational"
    ? "university"
    : null;
}
