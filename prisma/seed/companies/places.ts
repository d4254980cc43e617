import type { Area } from "#app/domain/companies/rules.ts";
import type { Random } from "../random.ts";

const PLACES: Record<Area, { postalCode: string; town: string; share: number }> = {
  一関: { postalCode: "0210821", town: "岩手県一関市", share: 44 },
  花泉: { postalCode: "0293101", town: "岩手県一関市花泉町", share: 10 },
  大東: { postalCode: "0290523", town: "岩手県一関市大東町", share: 10 },
  千厩: { postalCode: "0290803", town: "岩手県一関市千厩町", share: 12 },
  東山: { postalCode: "0290302", town: "岩手県一関市東山町", share: 7 },
  室根: { postalCode: "0291201", town: "岩手県一関市室根町", share: 4 },
  川崎: { postalCode: "0290202", town: "岩手県一関市川崎町", share: 4 },
  藤沢: { postalCode: "0293405", town: "岩手県一関市藤沢町", share: 6 },
  市外: { postalCode: "0294102", town: "岩手県西磐井郡平泉町", share: 3 },
};

// Small places that are on no map.
const FIELDS = [
  "霧ヶ原",
  "夕凪平",
  "花隠",
  "鈴ノ沢",
  "鷺待",
  "松籟",
  "雪見窪",
  "糸桜",
  "朝露",
  "胡蝶沢",
  "月白",
  "若芽",
  "風花",
  "竹葉",
  "石蕗",
  "苔清水",
];

/** A part of town, more companies in the larger ones. */
export function areaFor(random: Random): Area {
  const all = Object.entries(PLACES) as [Area, { share: number }][];
  let at = random.next() * all.reduce((sum, [, place]) => sum + place.share, 0);
  return (all.find(([, place]) => (at -= place.share) < 0) ?? all[0]!)[0];
}

/**
 * An address on an invented field, and a telephone number that nobody can have: no exchange in Japan begins with 0.
 */
export function placeOf(area: Area, random: Random) {
  const { postalCode, town } = PLACES[area];
  const digits = String(random.int(0, 9999)).padStart(4, "0");
  return {
    postalCode,
    address: `${town}字${random.pick(FIELDS)}${random.int(1, 240)}番地${random.chance(0.4) ? random.int(1, 12) : ""}`,
    area,
    phone: `0191-0${random.int(0, 9)}-${digits}`,
  };
}
