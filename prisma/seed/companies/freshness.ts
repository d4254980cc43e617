import { quarterOf, quarterStart } from "#app/domain/companies/freshness.rules.ts";
import { addDays, type CivilDate, civilDateOf, jst } from "#app/platform/calendar.ts";
import { STAFF_ID } from "../accounts/ids.ts";
import { daysBetween, officeHour, workingDayBetween } from "../days.ts";
import { noteFact } from "../facts.ts";
import { stableId } from "../ids.ts";
import { randomFor } from "../random.ts";
import type { TownRows } from "../rows.ts";
import { DEMO_COMPANY, PENDING_COMPANY, RETURNED_COMPANY } from "./cohorts.ts";
import type { SeedCompany } from "./companies.ts";

/** Companies whose facts nobody confirmed for more than 90 and for more than 180 days. */
const AMBER = 14;
const HIDDEN = 3;
/** They answer whatever the rest of the town does. */
const ANSWERING = [DEMO_COMPANY, PENDING_COMPANY, RETURNED_COMPANY];

/** When the facts of each listed company were last confirmed, and how it answered the question of this quarter. */
export function addConfirmations(rows: TownRows, companies: readonly SeedCompany[], today: CivilDate): void {
  const published = new Map(
    rows.companyRevision
      .filter(({ state }) => state === "published")
      .map((revision) => [revision.companyId, civilDateOf(revision.submittedAt as Date)]),
  );
  const listed = companies.filter(({ id }) => published.has(id));
  const mixed = randomFor("confirmations").sample(listed, listed.length);
  const silentFor = (days: number) =>
    mixed.filter(
      ({ id, slug }) => !ANSWERING.includes(slug) && daysBetween(published.get(id)!, today) > days,
    );
  // Makers stay, so that business partners find every entry of their directory in the search too.
  const hidden = silentFor(300)
    .filter((company) => company.listed === null)
    .slice(0, HIDDEN);
  const amber = silentFor(185)
    .filter((company) => !hidden.includes(company))
    .slice(0, AMBER);
  const byId = new Map(rows.company.map((row) => [row.id, row]));
  for (const company of listed) {
    const random = randomFor(`confirmation/${company.slug}`);
    const [oldest, newest] = hidden.includes(company)
      ? [260, 190]
      : amber.includes(company)
        ? [174, 96]
        : [80, 2];
    const day = workingDayBetween(random, addDays(today, -oldest), addDays(today, -newest));
    const confirmedAt = day > published.get(company.id)! ? officeHour(random, day) : null;
    byId.get(company.id)!.confirmedAt = confirmedAt;
    const willChange = amber.indexOf(company) % 5 === 2;
    const answered = addQuestion(rows, company, { confirmedAt, willChange, today });
    if (!confirmedAt) continue;
    const by = answered || random.chance(0.6) ? ("mail-link" as const) : ("telephone" as const);
    noteFact(rows, {
      kind: "company.confirmed",
      subjectId: company.id,
      actorId: by === "telephone" ? STAFF_ID : null,
      at: confirmedAt,
      data: { by },
    });
  }
}

/** The question of this quarter, asked at nine on its first day; says whether it confirmed the facts. */
function addQuestion(
  rows: TownRows,
  { id: companyId, slug, published }: SeedCompany,
  facts: { confirmedAt: Date | null; willChange: boolean; today: CivilDate },
): boolean {
  const { confirmedAt, willChange, today } = facts;
  const quarter = quarterOf(jst(today));
  const asked = quarterStart(quarter);
  if (asked >= today || published === null || published >= asked) return false;
  const askedAt = jst(asked, "09:00");
  const confirmed = confirmedAt !== null && confirmedAt > askedAt;
  const announced = willChange && !confirmed && asked < addDays(today, -7);
  rows.freshnessQuestion.push({
    id: stableId("freshness-question", `${slug}/${quarter}`),
    companyId,
    quarter,
    askedAt,
    answeredAt: confirmed ? confirmedAt : announced ? jst(addDays(asked, 5), "10:20") : null,
    answer: confirmed ? "still-true" : announced ? "needs-change" : null,
  });
  if (announced)
    noteFact(rows, {
      kind: "company.change-announced",
      subjectId: companyId,
      actorId: null,
      at: jst(addDays(asked, 5), "10:20"),
      data: { quarter },
    });
  return confirmed;
}
