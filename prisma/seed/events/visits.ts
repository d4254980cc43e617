import { addDays } from "#app/platform/calendar.ts";
import { DEMO_COMPANY } from "../companies/cohorts.ts";
import { publishedOn, type SeedCompany } from "../companies/companies.ts";
import { workingDayFrom } from "../days.ts";
import { type Random, randomFor } from "../random.ts";
import type { SeedSchool } from "../schools.ts";
import { announce, type PresentTown, registerSchool, teacherOf } from "./announce.ts";
import { addStops } from "./kinds.ts";
import { addFirstPlan } from "./visit-plan-row.ts";
import {
  addBuses,
  addGroups,
  addPlaces,
  type Limits,
  reserveForSchool,
  type SeedGroup,
} from "./visit-rows.ts";

/** The keys of the coming visits; ids are made from them (`eventId` in write.ts). */
export const VISITS = { kosen: "present-kosen-visit", highSchool: "present-school-tour" } as const;

/** 141 students of the second year in four classes, one for each department. */
const CLASSES: readonly [className: string, students: number][] = [
  ["2M", 36],
  ["2E", 35],
  ["2J", 35],
  ["2C", 35],
];
const KOSEN_TEACHERS = 8;
const BUS_SEATS = [45, 45, 45, 28];

/** Industries and, by their places in the school's list, departments of the hosts; what they take on the two days. */
const HOSTS: readonly [
  codes: readonly string[],
  departments: readonly number[],
  limits: readonly [Limits, Limits],
][] = [
  [
    ["26"],
    [0],
    [
      [8, 24, 1],
      [8, 24, 1],
    ],
  ],
  [
    ["26", "25"],
    [0],
    [
      [10, 22, 1],
      [10, 20, 1],
    ],
  ],
  [
    ["28"],
    [1],
    [
      [8, 22, 1],
      [8, 22, 1],
    ],
  ],
  [
    ["28", "29"],
    [0, 1],
    [
      [8, 22, 1],
      [12, 24, 1],
    ],
  ],
  [
    ["39"],
    [2],
    [
      [6, 18, 1],
      [6, 20, 1],
    ],
  ],
  [["39"], [1, 2], [null, [6, 20, 1]]],
  [
    ["18"],
    [3],
    [
      [8, 22, 1],
      [6, 18, 1],
    ],
  ],
  [["09"], [3], [[10, 24, 1], null]],
];

/** The coming visits: the one of the KOSEN has its first plan, the tour of high schools waits for wishes. */
export function addVisits(town: PresentTown): void {
  addKosenVisit(town);
  addSchoolTour(town);
}

function addKosenVisit(town: PresentTown): void {
  const { rows, today } = town;
  const first = workingDayFrom(addDays(today, 20));
  const second = workingDayFrom(addDays(first, 1));
  const event = announce(
    town,
    {
      key: VISITS.kosen,
      kind: "companyVisit",
      title: "一関高専2年生 地域企業見学会",
      summary:
        "一関高専の2年生141人が、バスで地域の企業8社を訪ねます。2日間で、1人が2社を見学します。行き先は、希望と学科から決めます。",
      venue: "kosen",
      audience: "schools",
      date: first,
      days: [
        { date: first, title: "1日目" },
        { date: second, title: "2日目" },
      ],
      opensOn: addDays(today, -15),
      closesOn: addDays(today, -1),
      seats: { student: 150, teacher: 12 },
    },
    20,
  );
  const { school, userId } = teacherOf(town, "ichinoseki-kosen");
  registerSchool(town, event, { school, userId }, { student: 141, teacher: KOSEN_TEACHERS });
  reserveForSchool(rows, event, school.id);
  const hosts = pickHosts(
    town,
    HOSTS.map(([codes]) => codes),
  );
  const departments = school.departments.map(({ name }) => name);
  const places = addPlaces(
    rows,
    event,
    HOSTS.map(([, suited, limits], at) => ({
      company: hosts[at]!,
      departments: suited.map((index) => departments[index]!),
      limits,
    })),
  );
  addStops(rows, event, hosts);
  const buses = addBuses(rows, event, BUS_SEATS);
  const groups = addGroups(rows, event, {
    schoolId: school.id,
    groups: kosenStudents(town, departments, places),
  });
  addFirstPlan(town, event, { places, buses, groups, teachers: KOSEN_TEACHERS });
}

/** One published company of each of these industries, the demo company first; none twice. */
function pickHosts(town: PresentTown, wanted: readonly (readonly string[])[]): SeedCompany[] {
  const published = publishedOn(town.companies, addDays(town.today, -60));
  const demo = published.find(({ slug }) => slug === DEMO_COMPANY)!;
  const random = randomFor("visits/hosts");
  const chosen = [demo];
  for (const codes of wanted.slice(1)) {
    const fitting = published.filter(
      (company) => codes.includes(company.industryCode) && !chosen.includes(company),
    );
    chosen.push(random.pick(fitting));
  }
  return chosen;
}

/** Every student is a group; most wish for companies that suit their department, some for none. */
function kosenStudents(
  town: PresentTown,
  departments: readonly string[],
  places: readonly string[],
): SeedGroup[] {
  const random = randomFor("visits/wishes");
  const { people, rows } = town;
  const demo = rows.studentProfile.find(({ userId }) => userId === people.demoStudent);
  const own = rows.department.find(({ id }) => id === demo?.departmentId)?.name;
  return CLASSES.flatMap(([className, students], index) =>
    Array.from({ length: students }, (_, at): SeedGroup => ({
      label: `${className}-${String(at + 1).padStart(2, "0")}`,
      className,
      department: departments[index]!,
      size: 1,
      wishes: at % 12 === 11 ? [] : wishesOf(random, index).map((place) => places[place]!),
      ...(departments[index] === own && at === 6 ? { userId: people.demoStudent } : {}),
    })),
  );
}

function wishesOf(random: Random, department: number): number[] {
  const suited = HOSTS.flatMap(([, departments], at) => (departments.includes(department) ? [at] : []));
  const others = HOSTS.flatMap((_, at) => (suited.includes(at) ? [] : [at]));
  return [...random.sample(suited, Math.min(2, suited.length)), ...random.sample(others, random.int(1, 2))];
}

/** A small tour on one day: the demo teacher's school has entered its teams, not all of them with wishes. */
function addSchoolTour(town: PresentTown): void {
  const { rows, today, people } = town;
  const event = announce(
    town,
    {
      key: VISITS.highSchool,
      kind: "visitTour",
      title: "高校生企業見学ツアー(工業系)",
      summary:
        "工業系の高校2年生が、班に分かれて市内の工場3社を見学します。学校ごとに人数を申し込み、班と希望を入力してください。",
      venue: "cityHall",
      audience: "schools",
      date: workingDayFrom(addDays(today, 30)),
      opensOn: addDays(today, -8),
      closesOn: workingDayFrom(addDays(today, 14)),
      seats: { student: 80, teacher: 8 },
    },
    9,
  );
  const { school, userId }: { school: SeedSchool; userId: string } = people.demoTeacher;
  registerSchool(town, event, { school, userId }, { student: 36, teacher: 3 });
  const hosts = pickHosts(town, [["26"], ["29", "28"], ["24", "25"]]);
  const limits: Limits[] = [[6, 18, 1]];
  const places = addPlaces(
    rows,
    event,
    hosts.map((company) => ({ company, departments: [], limits })),
  );
  addStops(rows, event, hosts);
  addBuses(rows, event, [45]);
  const random = randomFor("visits/teams");
  addGroups(rows, event, {
    schoolId: school.id,
    groups: Array.from({ length: 9 }, (_, at) => ({
      label: `工業2E-${at + 1}班`,
      className: at < 5 ? "2年電気科A組" : "2年電気科B組",
      department: "電気科",
      size: 4,
      wishes: at < 6 ? random.sample(places, 2) : [],
    })),
  });
}
