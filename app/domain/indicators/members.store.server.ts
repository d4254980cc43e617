import { loadFacts } from "#app/analytics/facts.server.ts";
import type { MeasureParameters, MemberRole } from "#app/analytics/measure.ts";
import { findMeasure } from "#app/analytics/registry.ts";
import { computeWithMembers } from "#app/analytics/run.server.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { readProfile } from "../companies/profile.rules.ts";
import { byNewest, describeMembers, type MemberRecord, type RecordKind } from "./member-records.ts";
import type { Cut } from "./plan.rules.ts";

const RECORDS_PER_PAGE = 50;

export type MemberPage = {
  records: (MemberRecord & { company: string | null; event: string | null })[];
  page: number;
  pages: number;
  total: number;
  /** How many records have each role, and what they add up to. */
  roles: { role: MemberRole; records: number; amount: number }[];
};

/**
 * A page of the records that a measure counted as of a day, as known, newest first; a page behind the last shows the last.
 * Companies and events by name, people never. Null for a measure that the registry does not have.
 */
export async function listMembers(
  town: Pick<Town, "database">,
  {
    measureKey,
    version,
    page,
    ...question
  }: Cut & { measureKey: string; version?: number; parameters?: MeasureParameters; page: number },
): Promise<MemberPage | null> {
  const measure = findMeasure(measureKey, version);
  if (!measure) return null;
  const facts = await loadFacts(town, question);
  const { members } = computeWithMembers(measure, facts, question);
  const all = byNewest(describeMembers(facts, members, measure));
  const pages = Math.max(1, Math.ceil(all.length / RECORDS_PER_PAGE));
  const shownPage = Math.min(Math.max(1, page), pages);
  const shown = all.slice((shownPage - 1) * RECORDS_PER_PAGE, shownPage * RECORDS_PER_PAGE);
  const companies = await namesOfCompanies(
    town,
    shown.flatMap(({ companyId }) => companyId ?? []),
  );
  const events = new Map(facts.events.map(({ id, title }) => [id, title]));
  return {
    records: shown.map((record) => ({
      ...record,
      company: companies.get(record.companyId ?? "") ?? null,
      event: events.get(record.eventId ?? "") ?? null,
    })),
    page: shownPage,
    pages,
    total: all.length,
    roles: rolesOf(all),
  };
}

/** Records that are about one person each, although nobody is named. */
const PERSONAL: ReadonlySet<RecordKind> = new Set(["checkIn", "boothVisit", "placement", "internshipStart"]);

/** Whose records were looked at: an indicator's, or a measure's by its key. */
type ListingSubject = { of: "indicator" | "measure"; id: string };

/** Writes down who looked at records about single people; a page without any needs no entry. */
export async function recordListing(
  town: Pick<Town, "database" | "clock">,
  {
    subject,
    staffId,
    asOf,
    listed,
  }: { subject: ListingSubject; staffId: string; asOf: string; listed: MemberPage },
): Promise<void> {
  const records = listed.records.filter(({ kind }) => PERSONAL.has(kind)).length;
  if (records === 0) return;
  await town.database.$transaction((tx) =>
    recordEvent(tx, {
      kind: `${subject.of}.records-listed`,
      subjectId: subject.id,
      actorId: staffId,
      occurredAt: town.clock.now(),
      data: { asOf, page: listed.page, records },
    }),
  );
}

function rolesOf(records: readonly MemberRecord[]): MemberPage["roles"] {
  const roles = new Map<MemberRole, { records: number; amount: number }>();
  for (const { role, amount } of records) {
    const sum = roles.get(role) ?? { records: 0, amount: 0 };
    roles.set(role, { records: sum.records + 1, amount: sum.amount + amount });
  }
  return [...roles].map(([role, sum]) => ({ role, ...sum }));
}

async function namesOfCompanies(
  town: Pick<Town, "database">,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await town.database.company.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, publishedRevision: { select: { profile: true } } },
  });
  return new Map(
    rows.flatMap(({ id, publishedRevision }) =>
      publishedRevision ? [[id, readProfile(publishedRevision.profile).name] as const] : [],
    ),
  );
}
