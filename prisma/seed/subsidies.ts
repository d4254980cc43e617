import { addDays, type CivilDate } from "#app/platform/calendar.ts";
import { DEMO_COMPANY } from "./companies/cohorts.ts";
import { publishedOn, type SeedCompany } from "./companies/companies.ts";
import { dateColumn, officeHour, workingDayBetween } from "./days.ts";
import { stableId } from "./ids.ts";
import { randomFor, split } from "./random.ts";
import type { TownRows } from "./rows.ts";

const TRAINING = "training-subsidy";
const INTERNSHIP = "internship-subsidy";

type Round = {
  subsidyId: string;
  countedAs: "newHighSchoolGraduate" | "youngPerson" | "internshipParticipant";
  people: number;
  grants: number;
  first: CivilDate;
  last: CivilDate;
};

/** 交付決定: the figures of the yearly sheets for fiscal 2023 and 2024 (until 31 January 2025), invented ones since. */
const ROUNDS: readonly Round[] = [
  {
    subsidyId: TRAINING,
    countedAs: "newHighSchoolGraduate",
    people: 40,
    grants: 21,
    first: "2023-07-03",
    last: "2024-03-15",
  },
  {
    subsidyId: TRAINING,
    countedAs: "youngPerson",
    people: 26,
    grants: 18,
    first: "2023-07-03",
    last: "2024-03-15",
  },
  {
    subsidyId: TRAINING,
    countedAs: "newHighSchoolGraduate",
    people: 11,
    grants: 6,
    first: "2024-07-01",
    last: "2025-01-24",
  },
  {
    subsidyId: TRAINING,
    countedAs: "youngPerson",
    people: 2,
    grants: 2,
    first: "2024-07-01",
    last: "2025-01-24",
  },
  {
    subsidyId: INTERNSHIP,
    countedAs: "internshipParticipant",
    people: 3,
    grants: 3,
    first: "2023-08-21",
    last: "2023-10-20",
  },
  {
    subsidyId: INTERNSHIP,
    countedAs: "internshipParticipant",
    people: 1,
    grants: 1,
    first: "2024-09-09",
    last: "2024-09-27",
  },
  {
    subsidyId: TRAINING,
    countedAs: "newHighSchoolGraduate",
    people: 17,
    grants: 9,
    first: "2025-07-01",
    last: "2026-03-13",
  },
  {
    subsidyId: TRAINING,
    countedAs: "youngPerson",
    people: 6,
    grants: 5,
    first: "2025-07-01",
    last: "2026-03-13",
  },
  {
    subsidyId: INTERNSHIP,
    countedAs: "internshipParticipant",
    people: 4,
    grants: 3,
    first: "2025-08-25",
    last: "2025-10-17",
  },
  {
    subsidyId: TRAINING,
    countedAs: "newHighSchoolGraduate",
    people: 15,
    grants: 8,
    first: "2026-07-01",
    last: "2027-03-12",
  },
  {
    subsidyId: TRAINING,
    countedAs: "youngPerson",
    people: 7,
    grants: 6,
    first: "2026-07-01",
    last: "2027-03-12",
  },
  {
    subsidyId: INTERNSHIP,
    countedAs: "internshipParticipant",
    people: 5,
    grants: 4,
    first: "2026-08-24",
    last: "2026-10-16",
  },
];

/** The schemes of money and the grant decisions up to today. */
export function addSubsidies(rows: TownRows, companies: readonly SeedCompany[], today: CivilDate): void {
  rows.subsidy.push(
    { id: TRAINING, name: "新規高卒者・若者等人財育成支援事業補助金", projectCode: "1-1-12" },
    { id: INTERNSHIP, name: "インターンシップ促進助成金", projectCode: "1-1-14" },
  );
  for (const round of ROUNDS) {
    const { subsidyId, countedAs } = round;
    const random = randomFor(`grants/${countedAs}/${round.first}`);
    const candidates = publishedOn(companies, round.first);
    const demo = candidates.find(({ slug }) => slug === DEMO_COMPANY)!;
    // The participant of 2024 was with the demo company (internships.ts).
    const hosts =
      subsidyId === INTERNSHIP && round.grants === 1 ? [demo] : random.sample(candidates, round.grants);
    split(
      round.people,
      hosts.map(() => 1),
    ).forEach((people, at) => {
      const decidedOn = workingDayBetween(random, round.first, round.last);
      if (decidedOn >= today) return;
      rows.subsidyGrant.push({
        id: stableId("grant", `${countedAs}/${round.first}/${at}`),
        subsidyId,
        companyId: hosts[at]!.id,
        countedAs,
        people,
        decidedOn: dateColumn(decidedOn),
        recordedAt: officeHour(random, addDays(decidedOn, random.int(0, 3))),
      });
    });
  }
}
