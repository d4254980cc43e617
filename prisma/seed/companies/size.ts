import type { CompanyName } from "../names/companies.ts";
import type { Random } from "../random.ts";

/** Companies of these industries are larger (up to so many people) in such a town. */
const LARGEST: Record<string, number> = {
  "28": 420,
  "31": 380,
  "27": 260,
  "24": 180,
  "26": 160,
  "18": 150,
  "09": 160,
  "11": 90,
  "83": 220,
  "85": 190,
  "44": 140,
  "06": 110,
};

const HOLIDAYS = [
  [["土日、祝日(会社カレンダーによる)", "土日、祝日、年末年始、夏季"], 112, 125],
  [["日曜、祝日、第2・第4土曜", "日曜、祝日、月2回の土曜"], 98, 110],
  [["週休2日(交替制)", "4週8休(シフト制)"], 104, 116],
] as const;

/** People, year of foundation and days off that belong together. */
export function sizeOf(company: CompanyName, random: Random) {
  const largest = company.isSoleTrader ? 14 : (LARGEST[company.industryCode] ?? 70);
  const smallest = company.isSoleTrader ? 2 : 6;
  // Most companies are small: the square pulls the even spread down.
  const employeeCount = smallest + Math.round((largest - smallest) * random.next() ** 2.2);
  const [words, least, most] = employeeCount > 60 ? HOLIDAYS[0] : random.pick(HOLIDAYS);
  return {
    employeeCount,
    foundedYear: random.chance(0.95) ? random.int(company.industryCode === "39" ? 1995 : 1948, 2016) : null,
    holidays: random.pick(words),
    annualHolidays: random.int(least, most),
  };
}
