import { AREAS, areaOfAddress, INDUSTRIES, industryOf } from "../companies/rules.ts";
import { companyProfileSchema, corporateNumberField } from "../companies/schema.ts";
import { CHOICE_WORDS, type ColumnField } from "../companies/table-columns.ts";
import { normaliseLine, readDate } from "../text/rules.ts";

export type CellRead = { ok: true; value: unknown } | { ok: false; code: string };

const NUMBERS: readonly string[] = [
  "employeeCount",
  "foundedYear",
  "annualHolidays",
  "startingPayHighSchool",
  "startingPayKosen",
  "startingPayUniversity",
  "fixedOvertimePay",
  "fixedOvertimeHours",
  "newGraduatesHired",
  "newGraduatesLeft",
  "youthFactsYear",
  "averageAge",
  "averageTenureYears",
  "averageOvertimeHours",
  "averagePaidLeaveDays",
  "childcareLeaveWomenEntitled",
  "childcareLeaveWomenTaken",
  "childcareLeaveMenEntitled",
  "childcareLeaveMenTaken",
  "womenDirectorsPercent",
  "womenManagersPercent",
];
const TICKED: readonly string[] = ["benefits", "certifications", "departments"];

/**
 * The value of a cell for a field of the profile: the ways in which tables write it (業種 by name, あり, 120人) are brought to
 * what the form takes, then the profile's own schema decides. A blank cell is not asked here.
 */
export function readCell(field: ColumnField, text: string): CellRead {
  const input = inputOf(field, text);
  if (input === null)
    return {
      ok: false,
      code: `import-${field === "industryCode" ? "industry" : field === "area" ? "area" : "choice"}`,
    };
  const schema = field === "corporateNumber" ? corporateNumberField : companyProfileSchema.shape[field];
  const read = schema.safeParse(input);
  return read.success ? { ok: true, value: read.data } : { ok: false, code: read.error.issues[0]!.message };
}

/** What the form's field would have held; null when the words are none of the choices. */
function inputOf(field: ColumnField, text: string): string | string[] | null {
  const plain = normaliseLine(text);
  if (field === "industryCode") return industryCodeOf(plain);
  if (field === "area") return areaOf(plain);
  if (CHOICE_WORDS[field]) return choiceOf(field, plain);
  if (TICKED.includes(field))
    return plain
      .split(/[、,;]/)
      .map((word) => word.trim())
      .filter(Boolean);
  if (field === "foundedYear") return yearOf(plain);
  if (NUMBERS.includes(field)) return plain.replace(/(人|名|年度|年|歳|日|円\/月|円|時間\/月|時間|%)$/, "");
  return text;
}

/** A middle code (24, E24), the first digits of a smaller class (2441) or the name of a middle class. */
function industryCodeOf(plain: string): string | null {
  const digits = /^[A-T]?-?(\d{1,4})(?=\D|$)/i.exec(plain)?.[1];
  if (digits) {
    const code = digits.length === 1 ? `0${digits}` : digits.slice(0, 2);
    return industryOf(code) ? code : null;
  }
  const bare = (name: string) => name.replace(/[\s・、,]/g, "");
  return INDUSTRIES.find(({ name }) => bare(name) === bare(plain))?.code ?? null;
}

function areaOf(plain: string): string | null {
  if ((AREAS as readonly string[]).includes(plain)) return plain;
  const area = areaOfAddress(plain);
  return area === "市外" ? null : area;
}

const YES = ["あり", "有", "有り", "はい", "yes", "○", "〇", "◯", "true", "1", "いる", "います", "あります"];
const NO = ["なし", "無", "無し", "いいえ", "no", "×", "false", "0", "いない", "いません", "ありません"];

function choiceOf(field: ColumnField, plain: string): string | null {
  const words = Object.entries(CHOICE_WORDS[field]!);
  const known = words.find(([code, word]) => plain === word || plain === code);
  if (known) return known[0];
  if (["不明", "unknown", "未記入"].includes(plain)) return "unknown";
  const [yes, no] = [words[0]![0], words[1]![0]];
  if (field === "drivingLicence") {
    if (["要", "必須"].includes(plain)) return yes;
    return ["不問", "必要なし"].includes(plain) ? no : null;
  }
  if (YES.includes(plain.toLowerCase())) return yes;
  return NO.includes(plain.toLowerCase()) ? no : null;
}

/** 1968, 1968年, 1968年4月, 昭和43年4月1日 or 1968-04-01 as a year. */
function yearOf(plain: string): string {
  const compact = plain.replaceAll(" ", "");
  const western = /^(\d{4})(年.*|[-/.]\d.*)?$/.exec(compact)?.[1];
  if (western) return western;
  const era = /^(令和|平成|昭和|[RHS])(\d{1,2}|元)年?/i.exec(compact);
  const read = era && readDate(`${era[1]}${era[2] === "元" ? 1 : era[2]}年6月1日`);
  return read?.ok ? read.date.slice(0, 4) : plain;
}
