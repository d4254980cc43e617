import { addDays, type CivilDate, fiscalYearOf } from "#app/platform/calendar.ts";
import type { People } from "../accounts/accounts.ts";
import type { SeedCompany } from "../companies/companies.ts";
import { minutesAfter, onOrAfter } from "../days.ts";
import { type Random, randomFor } from "../random.ts";
import type { TownRows } from "../rows.ts";
import {
  addCompanyVisit,
  addDiscoveryFair,
  addFair,
  addInformationFair,
  addOutreach,
  addPastEvent,
  addSeminar,
  addVisitTour,
  technical,
} from "./kinds.ts";
import { TEXTS } from "./texts.ts";
import { addArrivals, addBooths, addCheckIn, addRegistration, type Seats } from "./write.ts";

const SATURDAY = 6;
const THURSDAY = 4;

/** The yearly round from fiscal 2025 up to the day before yesterday, so that the history has no hole. */
export function addEventsSince2025(
  rows: TownRows,
  companies: readonly SeedCompany[],
  people: People,
  today: CivilDate,
): void {
  const before = addDays(today, -2);
  const latestFair = findLatestFair(before);
  for (let year = 2025; year <= fiscalYearOf(today); year++) {
    const random = randomFor(`round/${year}`);
    for (const [date, add] of roundOf(year, random, { rows, companies })) {
      if (date <= before && date !== latestFair) add(date);
    }
  }
  if (latestFair) addFairWithRegistrations(rows, companies, people, latestFair);
}

type Round = readonly [date: CivilDate, add: (date: CivilDate) => void][];
type Parts = { rows: TownRows; companies: readonly SeedCompany[] };

function juneFairOf(year: number): CivilDate {
  return onOrAfter(`${year}-06-05`, 5);
}

/** The last June fair since 2025 that is over; its visitors had registered. */
function findLatestFair(before: CivilDate): CivilDate | null {
  const years = Array.from({ length: Math.max(0, fiscalYearOf(before) - 2024) }, (_, at) => 2025 + at);
  return years.map(juneFairOf).findLast((date) => date <= before) ?? null;
}

function roundOf(year: number, random: Random, { rows, companies }: Parts): Round {
  const next = year + 1;
  const crowd = (least: number): Seats => ({
    student: random.int(least, least + 18),
    guardian: random.int(6, 12),
    other: random.int(12, 22),
  });
  const groups = (["機械・知能系", "電気・電子系", "情報・ソフトウェア系", "化学・バイオ系"] as const).map(
    (department) => [`${department} 2年`, random.int(32, 38), 2] as [string, number, number],
  );
  const outreach =
    (month: string, title: string, venue: "kitakami" | "takizawa" | "sendai", least: number) =>
    (date: CivilDate) =>
      addOutreach(rows, {
        key: `${month}-outreach`,
        title: `${title} 一関市ブース`,
        date,
        venue,
        people: { student: random.int(least, least + 4), other: random.int(2, 6) },
      });
  const seminar = (month: string, title: string, summary: string) => (date: CivilDate) =>
    addSeminar(rows, { key: `${month}-seminar`, title, summary, date, people: random.int(16, 28) });
  const discovery = (schools: readonly [string, number][], venue: "arena" | "plaza") => (date: CivilDate) =>
    addDiscoveryFair(rows, companies, { key: `${date}-discovery-fair`, date, venue, schools });
  return [
    [onOrAfter(`${year}-04-22`, 5), seminar(`${year}-04`, "新入社員向けセミナー", TEXTS.newcomers)],
    [
      juneFairOf(year),
      (date) =>
        addFair(rows, companies, {
          key: `${year}-06-fair`,
          title: "ジモト×シゴト×ミライ 就職企業説明会in一関(6月)",
          date,
          booths: random.int(52, 56),
          people: crowd(44),
        }),
    ],
    [onOrAfter(`${year}-07-24`, 2), seminar(`${year}-07`, "若手社員向けセミナー", TEXTS.young)],
    [
      onOrAfter(`${year}-10-03`, SATURDAY),
      outreach(`${year}-10`, "いわて就職マッチングフェアin県南", "kitakami", 3),
    ],
    [
      onOrAfter(`${year}-10-15`, SATURDAY),
      (date) =>
        addInformationFair(rows, companies, {
          key: `${year}-information-fair`,
          title: `第${year - 2008}回地域企業情報ガイダンス`,
          date,
          asked: random.int(68, 76),
          selected: random.int(44, 46),
          people: {
            student: random.int(118, 140),
            guardian: random.int(10, 16),
            company: random.int(88, 96),
            teacher: random.int(7, 10),
          },
        }),
    ],
    [
      onOrAfter(`${year}-11-06`, THURSDAY),
      (date) =>
        addCompanyVisit(rows, companies, {
          key: `${year}-company-visit`,
          title: "地域企業見学会",
          date,
          groups,
        }),
    ],
    [
      onOrAfter(`${year}-11-14`, SATURDAY),
      outreach(`${year}-11`, "いわて就職マッチングフェアIV", "takizawa", 1),
    ],
    [
      onOrAfter(`${year}-11-24`, THURSDAY),
      discovery(
        [
          ["千厩高等学校", random.int(55, 66)],
          ["一関学院高等学校", random.int(50, 60)],
          ["一関修紅高等学校", random.int(44, 52)],
        ],
        "arena",
      ),
    ],
    [
      onOrAfter(`${year}-12-03`, THURSDAY),
      discovery(
        [
          ["一関工業高等学校", random.int(90, 100)],
          ["大東高等学校", random.int(30, 38)],
        ],
        "arena",
      ),
    ],
    [
      onOrAfter(`${next}-01-14`, THURSDAY),
      (date) =>
        addVisitTour(rows, companies, {
          key: `${next}-01-visit-tour`,
          date,
          stops: 4,
          schools: [
            ["一関工業高等学校", random.int(2, 4)],
            ["花泉高等学校", random.int(1, 3)],
            ["大東高等学校", random.int(2, 4)],
          ],
        }),
    ],
    [
      onOrAfter(`${next}-01-15`, SATURDAY),
      outreach(`${next}-01`, "岩手県UIJターン就職フェアin仙台", "sendai", 3),
    ],
    [
      onOrAfter(`${next}-01-21`, THURSDAY),
      discovery(
        [
          ["一関第二高等学校", random.int(20, 28)],
          ["花泉高等学校", random.int(11, 16)],
        ],
        "plaza",
      ),
    ],
    [onOrAfter(`${next}-02-14`, 2), seminar(`${next}-02`, "人財育成担当者向けセミナー", TEXTS.trainers)],
    [
      onOrAfter(`${next}-03-06`, SATURDAY),
      (date) =>
        addFair(rows, companies, {
          key: `${next}-03-fair`,
          title: "ジモト×シゴト×ミライ 就職企業説明会in一関(3月)",
          date,
          booths: random.int(40, 46),
          people: crowd(34),
        }),
    ],
  ];
}

/** The latest June fair with its registrations: most of those who registered came, some walked in. */
function addFairWithRegistrations(
  rows: TownRows,
  companies: readonly SeedCompany[],
  people: People,
  date: CivilDate,
): void {
  const random = randomFor("latest-fair");
  const event = addPastEvent(rows, {
    key: `${date.slice(0, 4)}-06-fair`,
    kind: "guidanceFair",
    title: "ジモト×シゴト×ミライ 就職企業説明会in一関(6月)",
    date,
    venue: "arena",
    seats: { student: 200, guardian: 60, other: 60 },
    opensOn: addDays(date, -40),
  });
  const candidates = technical(companies).filter(
    ({ published, withdrawn }) => published !== null && published < addDays(date, -60) && withdrawn === null,
  );
  addBooths(rows, event, { companies: candidates, selected: 54, declined: 4, attended: true });
  const visitors = [
    ...[people.demoStudent, ...random.sample(people.students, 41)].map((userId) => ({
      userId,
      category: "student" as const,
    })),
    ...random.sample(people.guardians, 8).map((userId) => ({ userId, category: "guardian" as const })),
    ...random.sample(people.jobSeekers, 9).map((userId) => ({ userId, category: "other" as const })),
  ];
  visitors.forEach((visitor, at) => {
    const registrationId = addRegistration(rows, event, {
      ...visitor,
      at: minutesAfter(event.startsAt, -random.int(2 * 1440, 18 * 1440)),
    });
    if (at === 0 || random.chance(0.86))
      addCheckIn(rows, event, { category: visitor.category, registrationId }, random.next() * 0.6);
  });
  addArrivals(rows, event, { student: 12, guardian: 3, other: 8 });
}
