import { addDays, type CivilDate, fiscalYearOf } from "#app/platform/calendar.ts";
import { publishedOn } from "../companies/companies.ts";
import { workingDayBetween } from "../days.ts";
import { stableId } from "../ids.ts";
import { type Random, randomFor } from "../random.ts";
import type { TownRows } from "../rows.ts";
import { KOSEN } from "../schools.ts";
import { addHire, type EmploymentParts, type Hire } from "./placements.ts";
import { askCompanies } from "./questions.ts";

type Route = TownRows["placement"][number]["route"];

/** New graduates come through their school first of all; null where the company did not say. */
const GRADUATE_ROUTES: readonly Route[] = [
  "schoolIntroduction",
  "schoolIntroduction",
  "schoolIntroduction",
  "schoolIntroduction",
  "schoolIntroduction",
  "portal",
  "portal",
  "helloWork",
  "personalContact",
  null,
];
const MID_CAREER_ROUTES: readonly Route[] = [
  "helloWork",
  "helloWork",
  "helloWork",
  "portal",
  "jobCafe",
  "personalContact",
  "other",
  null,
];

/** What companies told about their hires since fiscal 2023, and every quarter since 2024 who is still there. */
export function addCompanyHires(parts: EmploymentParts): void {
  const hires: Hire[] = [];
  for (let year = 2023; year <= fiscalYearOf(parts.today); year++)
    hires.push(...addNewGraduates(parts, year), ...addMidCareer(parts, year));
  askCompanies(parts, hires);
}

/** Those who began on 1 April after school. */
function addNewGraduates(parts: EmploymentParts, year: number): Hire[] {
  const random = randomFor(`new-graduates/${year}`);
  const highSchools = parts.schools.filter(({ kind }) => kind === "highSchool");
  const kosen = parts.schools.find(({ key }) => key === KOSEN)!;
  const startedOn = `${year}-04-01`;
  const hosts = publishedOn(parts.companies, addDays(startedOn, -20)).filter(({ withdrawn }) => !withdrawn);
  const count = year === 2023 ? 118 : year === 2024 ? 109 : random.int(96, 112);
  return Array.from({ length: count }, (_, at) => {
    const key = `new-graduates/${year}/${at}`;
    return addHire(parts, random, {
      id: stableId("placement", key),
      companyId: random.pick(hosts).id,
      person: key,
      kind: "newGraduate",
      route: random.pick(GRADUATE_ROUTES),
      startedOn,
      reportedOn: addDays(startedOn, random.int(14, 55)),
      school: at % 8 === 0 ? kosen : random.pick(highSchools),
      leaves: lastDay(random, startedOn),
    });
  }).filter((hire) => hire !== null);
}

function addMidCareer(parts: EmploymentParts, year: number): Hire[] {
  const random = randomFor(`mid-career/${year}`);
  const last = [`${year + 1}-03-14`, addDays(parts.today, -20)].toSorted()[0]!;
  const hosts = publishedOn(parts.companies, `${year}-04-01`).filter(({ withdrawn }) => !withdrawn);
  if (last <= `${year}-04-10`) return [];
  return Array.from({ length: random.int(24, 34) }, (_, at) => {
    const key = `mid-career/${year}/${at}`;
    const startedOn = workingDayBetween(random, `${year}-04-03`, last);
    return addHire(parts, random, {
      id: stableId("placement", key),
      companyId: random.pick(hosts).id,
      person: key,
      kind: "midCareer",
      route: random.pick(MID_CAREER_ROUTES),
      startedOn,
      reportedOn: addDays(startedOn, random.int(4, 18)),
      leaves: lastDay(random, startedOn),
    });
  }).filter((hire) => hire !== null);
}

/** Some leave in the first year, fewer in the second and the third, as everywhere in Japan. */
function lastDay(random: Random, startedOn: CivilDate): CivilDate | null {
  const drawn = random.next();
  if (drawn < 0.14) return addDays(startedOn, random.int(20, 364));
  if (drawn < 0.24) return addDays(startedOn, random.int(365, 729));
  if (drawn < 0.32) return addDays(startedOn, random.int(730, 1_094));
  return null;
}
