import type { BoothWishes } from "#app/domain/booths/schema.ts";
import { ANY_DEPARTMENT } from "#app/domain/booths/expected.rules.ts";
import { type DEPARTMENTS, isManufacturing } from "#app/domain/companies/rules.ts";
import type { SeedCompany } from "../companies/companies.ts";
import { type Random, randomFor } from "../random.ts";

const MADE = [
  "製品と、加工する前の材料を並べて、手に取れるようにします。",
  "図面を見ながら、部品のどこをどう削るかを一緒に考えます。",
  "検査の道具で、髪の毛より細いすき間を測ってもらいます。",
  "工場の一日を撮った動画を流し、若手社員が説明します。",
  "小さなロボットアームを動かす体験をしてもらいます。",
] as const;
const SOFTWARE = [
  "開発中の画面を見せ、簡単なプログラムを書き換えてもらいます。",
  "町の課題を解いたシステムの例を、作った社員が説明します。",
] as const;
const SERVED = [
  "仕事で使う道具を持って行き、実際に触ってもらいます。",
  "測量や設計の図面と、出来上がった建物の写真を並べます。",
  "働く人の一日を写真で紹介し、先輩社員が質問に答えます。",
] as const;
const MESSAGES = [
  "展示する機械が重いため、搬入口に近い場所を希望します。",
  "午前中は社長も参加します。",
  "卒業生の社員が2人参加します。",
  "モニターは自社で持ち込みます。",
] as const;

/** What a company asked for with its booth; the same for the same event and company. */
export function boothWishes(eventKey: string, company: SeedCompany): BoothWishes {
  const random = randomFor(`booth-wishes/${eventKey}/${company.slug}`);
  const makes = isManufacturing(company.industryCode);
  const lines = makes ? MADE : company.industryCode === "39" ? SOFTWARE : SERVED;
  return {
    power: random.pick(makes ? [0, 300, 500, 500, 1000, 1500] : [0, 0, 300, 300, 500]),
    size: random.chance(makes ? 0.22 : 0.06) ? "wide" : "standard",
    place: random.chance(0.1) ? "either" : "venue",
    tables: random.pick([1, 1, 1, 2, 2]),
    staff: random.int(2, 4),
    sessions: [],
    departments: wanted(company, random),
    shows: random.pick(lines),
  };
}

/** The words of some companies to staff. */
export function boothMessage(eventKey: string, company: SeedCompany): string {
  const random = randomFor(`booth-message/${eventKey}/${company.slug}`);
  return random.chance(0.15) ? random.pick(MESSAGES) : "";
}

const FIELDS: Record<string, (typeof DEPARTMENTS)[number]> = {
  ...Object.fromEntries(["24", "25", "26", "27", "31"].map((code) => [code, "機械・知能系"])),
  ...Object.fromEntries(["08", "28", "29", "30"].map((code) => [code, "電気・電子系"])),
  ...Object.fromEntries(["09", "10", "11", "18", "19", "21"].map((code) => [code, "化学・バイオ系"])),
  "39": "情報・ソフトウェア系",
};

/** Some ask for two of the departments that they welcome; most whose profile names none ask for those of their trade. */
function wanted(company: SeedCompany, random: Random): BoothWishes["departments"] {
  const named = company.profile.departments.filter((name) => name !== ANY_DEPARTMENT);
  if (named.length > 2 && random.chance(0.4)) return random.sample(named, 2).toSorted();
  const field = FIELDS[company.industryCode];
  return company.profile.departments.length === 0 && field && random.chance(0.75) ? [field] : [];
}
