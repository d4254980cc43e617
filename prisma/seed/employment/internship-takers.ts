import { addDays, civilDateOf } from "#app/platform/calendar.ts";
import { dateColumn, officeHour } from "../days.ts";
import { personKey, stableId } from "../ids.ts";
import { randomFor } from "../random.ts";
import type { EmploymentParts } from "./placements.ts";

type SchoolKind = EmploymentParts["rows"]["internshipParticipation"][number]["schoolKind"];

/**
 * What companies told about the internships since fiscal 2025 that are over: who came, as a pseudonym and a kind of
 * school. Some people took part in more than one.
 */
export function addInternshipTakers({ rows, today }: EmploymentParts): void {
  const random = randomFor("internship-takers");
  const earlier: { person: string; schoolKind: SchoolKind }[] = [];
  for (const { id, firstDay, lastDay, capacity, audience } of rows.internship) {
    const day = civilDateOf(firstDay as Date);
    const toldOn = addDays(civilDateOf(lastDay as Date), random.int(4, 12));
    if (day < "2025-04-01" || toldOn >= today) continue;
    const kinds = audience as SchoolKind[];
    const takers = new Map<string, SchoolKind>();
    for (let at = random.int(1, Math.max(1, Math.floor(capacity / 2))); at > 0; at--) {
      const again = earlier.filter(({ schoolKind }) => kinds.includes(schoolKind));
      const { person, schoolKind } =
        again.length > 0 && random.chance(0.2)
          ? random.pick(again)
          : { person: `internship/${id}/${at}`, schoolKind: random.pick(kinds) };
      takers.set(person, schoolKind);
    }
    for (const [person, schoolKind] of takers) {
      earlier.push({ person, schoolKind });
      rows.internshipParticipation.push({
        id: stableId("participation", `${id}/${person}`),
        internshipId: id,
        personKey: personKey(person),
        schoolKind,
        startedOn: dateColumn(day),
        reportedAt: officeHour(random, toldOn),
      });
    }
  }
}
