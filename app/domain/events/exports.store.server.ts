import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { DomainEventKinds } from "#app/domain/audit/rules.ts";
import { readProfile } from "#app/domain/companies/profile.rules.ts";
import { industryOf } from "#app/domain/companies/rules.ts";
import { exportCells as cells, exportHeaders } from "#app/locales/ja/event-exports.ts";
import { categoryNames, registrationStateNames } from "#app/locales/ja/events.ts";
import { civilDateOf, plainDate, timeOf } from "#app/platform/calendar.ts";
import type { SheetCell } from "#app/platform/table-file/write-xlsx.server.ts";
import type { Town } from "#app/town.ts";
import type { ExportFormat, ExportTable } from "./exports.rules.ts";
import { CATEGORIES, type Category, showTicketCode } from "./rules.ts";

type ReadTown = Pick<Town, "database">;
export type ExportedTable = { header: string[]; rows: SheetCell[][] };

const READERS: Record<ExportTable, (town: ReadTown, eventId: string) => Promise<ExportedTable>> = {
  registrations: readRegistrations,
  answers: readAnswers,
  "check-ins": readCheckIns,
  booths: readBooths,
  counts: readCounts,
};

/** A table of an event with its header; null when there is no such event. */
export async function readExport(
  town: ReadTown,
  { eventId, table }: { eventId: string; table: ExportTable },
): Promise<ExportedTable | null> {
  const event = await town.database.event.findUnique({ where: { id: eventId }, select: { id: true } });
  return event && READERS[table](town, eventId);
}

/** Records that a table left the portal, with who took it and how many rows it had. */
export async function recordExport(
  town: Pick<Town, "database" | "clock">,
  exported: { eventId: string; staffId: string; table: ExportTable; format: ExportFormat; rows: number },
): Promise<void> {
  const { eventId, staffId, table, format, rows } = exported;
  await town.database.$transaction((tx) =>
    recordEvent(tx, {
      kind: "event.exported",
      subjectId: eventId,
      actorId: staffId,
      occurredAt: town.clock.now(),
      data: { table, format, rows },
    }),
  );
}

/** What was taken along, the latest first. */
export async function listExports(town: ReadTown, { eventId }: { eventId: string }) {
  const events = await town.database.domainEvent.findMany({
    where: { kind: "event.exported", subjectId: eventId },
    orderBy: { id: "desc" },
    take: 30,
  });
  const actors = await town.database.user.findMany({
    where: { id: { in: events.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
  return events.map(({ actorId, occurredAt, data }) => ({
    at: occurredAt,
    by: (actorId && nameOf.get(actorId)) ?? null,
    ...(data as DomainEventKinds["event.exported"]),
  }));
}

/** 2026年12月12日 13:00, in Japan. */
function moment(at: Date | null | undefined): string {
  return at ? `${plainDate(civilDateOf(at))} ${timeOf(at)}` : "";
}

const bySession = [
  { pool: { session: { startsAt: "asc" as const } } },
  { category: "asc" as const },
  { registeredAt: "asc" as const },
  { id: "asc" as const },
];

async function readRegistrations(town: ReadTown, eventId: string): Promise<ExportedTable> {
  const rows = await town.database.registration.findMany({
    where: { eventId },
    orderBy: bySession,
    include: {
      user: { select: { name: true, email: true } },
      guest: { select: { name: true, email: true } },
      school: { select: { name: true } },
      pool: { select: { department: true, graduationYear: true, session: true } },
      checkIns: { where: { voidedAt: null }, select: { at: true } },
    },
  });
  return {
    header: [...exportHeaders.registrations],
    rows: rows.map((row) => [
      showTicketCode(row.ticketCode),
      moment(row.pool.session.startsAt),
      row.pool.session.title,
      categoryNames[row.category],
      row.school?.name ?? "",
      row.pool.department,
      row.pool.graduationYear,
      (row.user ?? row.guest)?.name ?? "",
      (row.user ?? row.guest)?.email ?? "",
      row.headCount,
      registrationStateNames[row.state],
      moment(row.registeredAt),
      moment(row.cancelledAt),
      moment(row.checkIns[0]?.at),
      row.guestId ? cells.guest : cells.account,
      row.companionOfId ? cells.companion : "",
    ]),
  };
}

/** One line for each registration that answered something, one column for each question; retired ones too. */
async function readAnswers(town: ReadTown, eventId: string): Promise<ExportedTable> {
  const [questions, rows] = await Promise.all([
    town.database.eventQuestion.findMany({
      where: { eventId },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true, label: true, kind: true },
    }),
    town.database.registration.findMany({
      where: { eventId, answers: { some: {} } },
      orderBy: bySession,
      include: { answers: true },
    }),
  ]);
  return {
    header: [...exportHeaders.answers, ...questions.map(({ label }) => label)],
    rows: rows.map((row) => {
      const valueOf = new Map(row.answers.map(({ questionId, value }) => [questionId, value]));
      return [
        showTicketCode(row.ticketCode),
        categoryNames[row.category],
        row.headCount,
        registrationStateNames[row.state],
        ...questions.map(({ id, kind }) => answerCell(valueOf.get(id), kind)),
      ];
    }),
  };
}

/** A number as a number, so that a spreadsheet can add it up; no answer stays blank. */
function answerCell(value: string | undefined, kind: string): SheetCell {
  if (value === undefined || value === "") return null;
  return kind === "number" && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

async function readCheckIns(town: ReadTown, eventId: string): Promise<ExportedTable> {
  const rows = await town.database.checkIn.findMany({
    where: { eventId, voidedAt: null },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    include: { registration: { select: { ticketCode: true, school: { select: { name: true } } } } },
  });
  return {
    header: [...exportHeaders["check-ins"]],
    rows: rows.map(({ at, category, headCount, label, registration }) => [
      moment(at),
      categoryNames[category],
      headCount,
      registration ? cells.registered : cells.walkIn,
      label || (registration?.school?.name ?? ""),
      registration ? showTicketCode(registration.ticketCode) : "",
    ]),
  };
}

async function readBooths(town: ReadTown, eventId: string): Promise<ExportedTable> {
  const rows = await town.database.boothApplication.findMany({
    where: { eventId },
    orderBy: [{ boothNumber: { sort: "asc", nulls: "last" } }, { appliedAt: "asc" }, { id: "asc" }],
    include: {
      company: {
        select: {
          slug: true,
          corporateNumber: true,
          publishedRevision: { select: { profile: true } },
        },
      },
    },
  });
  return {
    header: [...exportHeaders.booths],
    rows: rows.map(({ company, ...row }) => {
      const profile = company.publishedRevision && readProfile(company.publishedRevision.profile);
      return [
        profile?.name ?? company.slug,
        company.corporateNumber,
        profile ? (industryOf(profile.industryCode)?.words[0] ?? "") : "",
        profile?.area ?? "",
        cells.boothStates[row.state],
        row.boothNumber,
        row.message,
        row.decisionNote,
        moment(row.appliedAt),
        moment(row.decidedAt),
        moment(row.attendedAt),
      ];
    }),
  };
}

/** People by category; a category that has no seats shows no capacity. */
async function readCounts(town: ReadTown, eventId: string): Promise<ExportedTable> {
  const { database } = town;
  const [pools, registrations, checkIns, walkIns] = await Promise.all([
    database.capacityPool.groupBy({
      by: ["category"],
      where: { session: { eventId } },
      _sum: { capacity: true },
    }),
    database.registration.groupBy({
      by: ["category", "state"],
      where: { eventId },
      _sum: { headCount: true },
    }),
    database.checkIn.groupBy({
      by: ["category"],
      where: { eventId, voidedAt: null },
      _sum: { headCount: true },
    }),
    database.checkIn.groupBy({
      by: ["category"],
      where: { eventId, voidedAt: null, registrationId: null },
      _sum: { headCount: true },
    }),
  ]);
  const seats = new Map(pools.map((row) => [row.category, row._sum.capacity ?? 0]));
  const people = new Map(
    registrations.map((row) => [`${row.category} ${row.state}`, row._sum.headCount ?? 0]),
  );
  const came = new Map(checkIns.map((row) => [row.category, row._sum.headCount ?? 0]));
  const without = new Map(walkIns.map((row) => [row.category, row._sum.headCount ?? 0]));
  const used = CATEGORIES.filter(
    (category) =>
      seats.has(category) || came.has(category) || registrations.some((row) => row.category === category),
  );
  const figures = (category: Category) => [
    ...(["registered", "offered", "waiting", "cancelled"] as const).map(
      (state) => people.get(`${category} ${state}`) ?? 0,
    ),
    came.get(category) ?? 0,
    without.get(category) ?? 0,
  ];
  const rows = used.map((category): SheetCell[] => [
    categoryNames[category],
    seats.get(category) ?? null,
    ...figures(category),
  ]);
  const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
  const capacity = seats.size > 0 ? sum(1) : null;
  const total = [cells.total, capacity, ...[2, 3, 4, 5, 6, 7].map(sum)];
  return { header: [...exportHeaders.counts], rows: rows.length > 1 ? [...rows, total] : rows };
}
