import { addDays, type CivilDate, civilDateOf } from "#app/platform/calendar.ts";
import type { People } from "../accounts/accounts.ts";
import { DEMO_COMPANY } from "../companies/cohorts.ts";
import { publishedOn } from "../companies/companies.ts";
import { dateColumn, officeHour, workingDayBetween } from "../days.ts";
import { personKey, stableCode, stableId } from "../ids.ts";
import { randomFor } from "../random.ts";
import { addHire, type EmploymentParts } from "./placements.ts";

/** Job seekers with an account of whom companies reported a hire with the code that they were given. */
const HIRED = 10;

/**
 * People with an account who gave their employer a code and so agreed that what they did on the portal is read together
 * with the hire. Most of them came to a fair before. The demo student has a code that nobody has used.
 */
export function addConsentingHires(parts: EmploymentParts & { people: People }): void {
  const { companies, people, today } = parts;
  const random = randomFor("consenting-hires");
  const [first, last] = [addDays(today, -110), addDays(today, -20)];
  const hosts = publishedOn(companies, addDays(first, -40)).filter(({ withdrawn }) => !withdrawn);
  const demo = hosts.find(({ slug }) => slug === DEMO_COMPANY)!;
  people.jobSeekers.slice(0, HIRED).forEach((userId, at) => {
    const startedOn = workingDayBetween(random, first, last);
    const reportedOn = addDays(startedOn, random.int(2, 14));
    addHire(parts, random, {
      id: stableId("placement", `account/${userId}`),
      companyId: at === 0 ? demo.id : random.pick(hosts).id,
      person: `account/${userId}`,
      kind: "midCareer",
      route: at % 3 === 0 ? "portal" : "helloWork",
      startedOn,
      reportedOn,
      userId,
      leaves: null,
    });
    if (at % 4 === 1) addTrial(parts, `account/${userId}`, startedOn);
    addCode(parts, userId, addDays(startedOn, -random.int(8, 30)), officeHour(random, reportedOn));
  });
  addCode(parts, people.demoStudent, addDays(today, -6), null);
}

/** Somebody tried out work at a company of the town in the year before. */
function addTrial({ rows }: EmploymentParts, person: string, startedOn: CivilDate): void {
  const day = addDays(startedOn, -140);
  const internship = rows.internship.find(({ firstDay }) => civilDateOf(firstDay as Date) <= startedOn);
  if (!internship) return;
  rows.internshipParticipation.push({
    id: stableId("participation", person),
    internshipId: internship.id,
    personKey: personKey(person),
    schoolKind: "other",
    startedOn: dateColumn(day),
    reportedAt: officeHour(randomFor(`trial/${person}`), addDays(day, 7)),
  });
}

function addCode({ rows }: EmploymentParts, userId: string, madeOn: CivilDate, usedAt: Date | null): void {
  rows.placementCode.push({
    id: stableId("placement-code", userId),
    userId,
    code: stableCode(`placement/${userId}`),
    createdAt: officeHour(randomFor(`placement-code/${userId}`), madeOn),
    usedAt,
  });
}
