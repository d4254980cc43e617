import { type CivilDate, fiscalYearOf } from "#app/platform/calendar.ts";
import type { Facts, Pause, PlacementFact, SubscriberFact } from "./facts.ts";
import type { TableRows } from "./fact-tables.server.ts";

type Listed = Pick<Facts, "companies" | "directoryEntries">;

/** Companies and directory entries with the times during which they were off the list. */
export function listedFacts({
  companies,
  entries,
  listingChanges,
}: Pick<TableRows, "companies" | "entries" | "listingChanges">): Listed {
  const pauses = pausesOf(listingChanges, { off: "company.withdrawn", on: "company.relisted" });
  const lines = pausesOf(listingChanges, { off: "directory.delisted", on: "directory.listed" });
  return {
    companies: companies.flatMap(({ firstPublishedAt, ...company }) =>
      firstPublishedAt === null ? [] : [{ ...company, firstPublishedAt, pauses: pauses.get(company.id) }],
    ),
    directoryEntries: entries.map((entry) => ({
      ...entry,
      pauses: [...(pauses.get(entry.companyId) ?? []), ...(lines.get(entry.companyId) ?? [])],
    })),
  };
}

/** When each company was off a list for a while; what still holds stands in a column of its own. */
function pausesOf(
  changes: readonly { id: string; kind: string; subjectId: string; occurredAt: Date }[],
  { off, on }: { off: string; on: string },
): Map<string, Pause[]> {
  const pauses = new Map<string, Pause[]>();
  const open = new Map<string, Date>();
  for (const { kind, subjectId, occurredAt } of changes.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const from = open.get(subjectId);
    if (kind === off) open.set(subjectId, occurredAt);
    else if (kind === on && from) {
      pauses.set(subjectId, [...(pauses.get(subjectId) ?? []), { from, until: occurredAt }]);
      open.delete(subjectId);
    }
  }
  return pauses;
}

export function boothFacts({ boothApplications }: Pick<TableRows, "boothApplications">): Facts["booths"] {
  return boothApplications.flatMap(({ attendedAt, knownAt, ...booth }) =>
    attendedAt === null ? [] : [{ ...booth, attendedAt, knownAt: knownAt ?? attendedAt }],
  );
}

export function visitStopFacts({
  visitStops,
  sessions,
}: Pick<TableRows, "visitStops" | "sessions">): Facts["visitStops"] {
  const sessionOf = new Map(sessions.map((session) => [session.id, session]));
  return visitStops.flatMap(({ sessionId, ...stop }) => {
    const session = sessionOf.get(sessionId);
    return session ? [{ ...stop, eventId: session.eventId, startsAt: session.startsAt }] : [];
  });
}

/**
 * Placements with their corrections. One changed row makes one new fact: the others are the same objects as before, because a
 * new object for each of many thousand rows is what takes the time.
 */
export function createPlacementFacts(): (rows: Pick<TableRows, "placements">) => Facts["placements"] {
  let before: { rows: TableRows["placements"]; facts: (PlacementFact | null)[] } = { rows: [], facts: [] };
  return ({ placements: rows }) => {
    const correctedAt = correctionsOf(rows);
    const facts = rows.map((row, at) => {
      const supersededAt = correctedAt.get(row.id) ?? null;
      const same = before.rows[at] === row ? before.facts[at] : undefined;
      if (same && same.supersededAt?.getTime() === supersededAt?.getTime()) return same;
      if (row.isVoid) return null;
      const { userId, ...placement } = row;
      return Object.assign(placement, { supersededAt, hasConsent: userId !== null });
    });
    before = { rows, facts };
    return facts.filter((fact) => fact !== null);
  };
}

export function contactLossFacts({
  contactLosses,
  placements,
}: Pick<TableRows, "contactLosses" | "placements">): Facts["contactLosses"] {
  const withdrawn = withdrawnByCorrection(placements);
  return [
    ...contactLosses.map(({ fiscalYear, knownAt }) => ({ fiscalYear, knownAt })),
    ...placements.flatMap(({ id, startedOn }) => {
      const knownAt = withdrawn.get(id);
      return knownAt ? [{ fiscalYear: fiscalYearOf(startedOn), knownAt }] : [];
    }),
  ];
}

/** Placements whose correction, or its, stands without the account: with it the consent was taken back, and when. */
export function withdrawnByCorrection(placements: TableRows["placements"]): ReadonlyMap<string, Date> {
  const withdrawn = new Map<string, Date>();
  const corrections = placements.filter(({ correctsId }) => correctsId !== null);
  if (corrections.length === 0) return withdrawn;
  const linked = new Map<string | null, TableRows["placements"][number]>();
  for (const row of placements) if (row.userId !== null) linked.set(row.id, row);
  for (const { correctsId, userId, isVoid, knownAt } of corrections) {
    if (userId !== null || isVoid) continue;
    for (let row = linked.get(correctsId); row; row = linked.get(row.correctsId))
      withdrawn.set(row.id, knownAt);
  }
  return withdrawn;
}

export function separationFacts({ separations }: Pick<TableRows, "separations">): Facts["separations"] {
  return withSuccessors(separations, ({ placementId }) => placementId).filter(({ isVoid }) => !isVoid);
}

export function answerFacts({ answers }: Pick<TableRows, "answers">): Facts["employmentAnswers"] {
  return answers.map((answer) => ({ ...answer, state: answer.state as "still" | "left" | "notKnown" }));
}

export function schoolOutcomeFacts({
  schoolOutcomes,
  schools,
}: Pick<TableRows, "schoolOutcomes" | "schools">): Facts["schoolOutcomes"] {
  const kindOf = new Map(schools.map(({ id, kind }) => [id, kind]));
  return withSuccessors(
    schoolOutcomes.map((row) => ({ ...row, schoolKind: kindOf.get(row.schoolId) ?? "" })),
    (row) => [row.schoolId, row.departmentName, row.graduationYear, row.asOf].join("\0"),
  );
}

export function supportReportFacts({
  supportReports,
}: Pick<TableRows, "supportReports">): Facts["supportReports"] {
  return withSuccessors(
    supportReports.map(({ month, ...row }) => ({ ...row, lastDay: lastDayOfMonth(month) })),
    (row) => `${row.programme} ${row.lastDay}`,
  );
}

export function grantFacts({ grants, subsidies }: Pick<TableRows, "grants" | "subsidies">): Facts["grants"] {
  const codeOf = new Map(subsidies.map(({ id, projectCode }) => [id, projectCode]));
  return withCorrections(grants).map((grant) => ({
    ...grant,
    projectCode: codeOf.get(grant.subsidyId) ?? "",
  }));
}

export function internshipStartFacts({
  participations,
  internships,
}: Pick<TableRows, "participations" | "internships">): Facts["internshipStarts"] {
  const companyOf = new Map(internships.map(({ id, companyId }) => [id, companyId]));
  return participations.map((row) => ({ ...row, companyId: companyOf.get(row.internshipId) ?? "" }));
}

export function internshipOfferFacts({
  internships,
}: Pick<TableRows, "internships">): Facts["internshipOffers"] {
  return internships.flatMap(({ id, companyId, publishedAt }) =>
    publishedAt === null ? [] : [{ id, companyId, publishedAt }],
  );
}

/**
 * Each time of reading, from the confirmation of the address until the agreement was taken back; the id is that of the
 * confirmation. Whoever confirms twice reads once.
 */
export function subscriberFacts({ consents }: Pick<TableRows, "consents">): SubscriberFact[] {
  const facts: SubscriberFact[] = [];
  const open = new Map<string, SubscriberFact>();
  for (const { id, subscriberId, action, at } of consents.toSorted((a, b) => +a.at - +b.at)) {
    const reading = open.get(subscriberId);
    if (action === "confirmed" && !reading) {
      const fact = { id, since: at, until: null };
      facts.push(fact);
      open.set(subscriberId, fact);
    } else if (action === "withdrawn" && reading) {
      reading.until = at;
      open.delete(subscriberId);
    }
  }
  return facts;
}

/** Rows that name the one they correct; what a void row takes back has an end and no successor. */
function withCorrections<
  Row extends { id: string; correctsId: string | null; isVoid: boolean; knownAt: Date },
>(rows: readonly Row[]): (Row & { supersededAt: Date | null })[] {
  const correctedAt = correctionsOf(rows);
  return rows.flatMap((row) =>
    row.isVoid ? [] : [{ ...row, supersededAt: correctedAt.get(row.id) ?? null }],
  );
}

/** When each row that was corrected was. */
function correctionsOf(rows: readonly { correctsId: string | null; knownAt: Date }[]): Map<string, Date> {
  const correctedAt = new Map<string, Date>();
  for (const { correctsId, knownAt } of rows) if (correctsId !== null) correctedAt.set(correctsId, knownAt);
  return correctedAt;
}

/** Of rows about the same thing, in the order of recording, each one is superseded by the next. */
function withSuccessors<Row extends { id: string; knownAt: Date }>(
  rows: readonly Row[],
  about: (row: Row) => string,
): (Row & { supersededAt: Date | null })[] {
  const next = new Map<string, Date>();
  return rows
    .toSorted((a, b) => +a.knownAt - +b.knownAt || (a.id < b.id ? -1 : 1))
    .toReversed()
    .map((row) => {
      const supersededAt = next.get(about(row)) ?? null;
      next.set(about(row), row.knownAt);
      return { ...row, supersededAt };
    })
    .toReversed();
}

function lastDayOfMonth(day: CivilDate): CivilDate {
  const [year, month] = day.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
