import type { Town } from "#app/town.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import type { RegistrationFilter } from "./editing-parts.schema.ts";
import { type Category, type RegistrationState, showTicketCode } from "./rules.ts";

type ReadTown = Pick<Town, "database">;

export const REGISTRATIONS_PER_PAGE = 50;

/** A registration as staff see it in a list. Head counts of schools have no names: they show the teacher who registered. */
export type StaffRegistration = {
  id: string;
  name: string;
  isGuest: boolean;
  schoolName: string | null;
  category: Category;
  headCount: number;
  state: RegistrationState;
  sessionTitle: string;
  startsAt: Date;
  registeredAt: Date;
  /** Of an offer: until when its seats are held. */
  offerExpiresAt: Date | null;
  /** True for guardians who come along with a student's registration. */
  isCompanion: boolean;
  checkedInAt: Date | null;
};

const shown = {
  user: { select: { name: true, email: true } },
  guest: { select: { name: true, email: true } },
  school: { select: { name: true } },
  pool: { select: { department: true, graduationYear: true, session: true } },
  checkIns: { where: { voidedAt: null }, select: { at: true } },
} satisfies Prisma.RegistrationInclude;

type Row = Prisma.RegistrationGetPayload<{ include: typeof shown }>;

/** What the list is asked for; `held` are all that were neither cancelled nor ran out. */
function whereOf(eventId: string, filter: RegistrationFilter): Prisma.RegistrationWhereInput {
  const { state, category, school, session, name } = filter;
  const named = { contains: name, mode: "insensitive" as const };
  return {
    eventId,
    state: state === "held" ? { in: ["registered", "offered", "waiting"] } : state,
    ...(category ? { category } : {}),
    ...(school ? { schoolId: school } : {}),
    ...(session ? { pool: { sessionId: session } } : {}),
    ...(name
      ? { OR: [{ user: { name: named } }, { guest: { name: named } }, { school: { name: named } }] }
      : {}),
  };
}

const inOrder = [
  { pool: { session: { startsAt: "asc" } } },
  { state: "asc" },
  { arrival: { sort: "asc", nulls: "first" } },
  { registeredAt: "asc" },
  { id: "asc" },
] satisfies Prisma.RegistrationOrderByWithRelationInput[];

/** The registrations of an event that a filter leaves, page by page, with how many people and rows there are. */
export async function listStaffRegistrations(
  town: ReadTown,
  { eventId, filter }: { eventId: string; filter: RegistrationFilter },
): Promise<{ rows: StaffRegistration[]; total: number; people: number }> {
  const where = whereOf(eventId, filter);
  const [rows, sums] = await Promise.all([
    town.database.registration.findMany({
      where,
      include: shown,
      orderBy: inOrder,
      skip: (filter.page - 1) * REGISTRATIONS_PER_PAGE,
      take: REGISTRATIONS_PER_PAGE,
    }),
    town.database.registration.aggregate({ where, _count: true, _sum: { headCount: true } }),
  ]);
  return { rows: rows.map(toStaff), total: sums._count, people: sums._sum.headCount ?? 0 };
}

/** Everybody who holds a seat, for the printed list: by session, category, school and name. */
export async function listRoster(
  town: ReadTown,
  { eventId }: { eventId: string },
): Promise<(StaffRegistration & { ticketCode: string })[]> {
  const rows = await town.database.registration.findMany({
    where: { eventId, state: "registered" },
    include: shown,
    orderBy: [
      { pool: { session: { startsAt: "asc" } } },
      { category: "asc" },
      { school: { nameKana: "asc" } },
      { registeredAt: "asc" },
      { id: "asc" },
    ],
  });
  return rows.map((row) => ({ ...toStaff(row), ticketCode: showTicketCode(row.ticketCode) }));
}

/** The schools and sessions that a filter can name. */
export async function listRegistrationFilters(town: ReadTown, { eventId }: { eventId: string }) {
  const [schools, sessions] = await Promise.all([
    town.database.school.findMany({
      where: { registrations: { some: { eventId } } },
      orderBy: [{ nameKana: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
    town.database.eventSession.findMany({
      where: { eventId },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      select: { id: true, title: true, startsAt: true },
    }),
  ]);
  return { schools, sessions };
}

/** What became of a registration, step by step; `by` is the account that did it, null for the system and for guests. */
export type RegistrationStep = { kind: string; at: Date; by: "holder" | "staff" | "system" };

export type StaffRegistrationDetail = StaffRegistration & {
  email: string;
  ticketCode: string;
  department: string;
  graduationYear: number | null;
  cancelledAt: Date | null;
  answers: { label: string; value: string }[];
  history: RegistrationStep[];
  mails: { id: string; kind: string; state: string; subject: string | null; createdAt: Date }[];
  companions: StaffRegistration[];
};

/** One registration of an event with its answers, its history and its mails; null when there is none. */
export async function findStaffRegistration(
  town: ReadTown,
  { eventId, registrationId }: { eventId: string; registrationId: string },
): Promise<StaffRegistrationDetail | null> {
  const row = await town.database.registration.findUnique({
    where: { id: registrationId, eventId },
    include: {
      ...shown,
      companions: { include: shown },
      answers: { include: { question: { select: { label: true, position: true } } } },
    },
  });
  if (!row) return null;
  const [steps, checkIns, mails] = await Promise.all([
    town.database.domainEvent.findMany({ where: { subjectId: row.id }, orderBy: { id: "asc" } }),
    town.database.checkIn.findMany({
      where: { registrationId: row.id },
      select: { at: true, voidedAt: true },
    }),
    mailsOf(town, { eventId, registrationId: row.id }),
  ]);
  const by = (actorId: string | null): RegistrationStep["by"] =>
    actorId === null ? (row.guestId ? "holder" : "system") : actorId === row.userId ? "holder" : "staff";
  const history = [
    ...steps.map((step) => ({ kind: step.kind, at: step.occurredAt, by: by(step.actorId) })),
    ...checkIns.flatMap(({ at, voidedAt }) => [
      { kind: "check-in.made", at, by: "staff" as const },
      ...(voidedAt ? [{ kind: "check-in.voided", at: voidedAt, by: "staff" as const }] : []),
    ]),
  ];
  return {
    ...toStaff(row),
    email: (row.user ?? row.guest)?.email ?? "",
    ticketCode: showTicketCode(row.ticketCode),
    department: row.pool.department,
    graduationYear: row.pool.graduationYear,
    cancelledAt: row.cancelledAt,
    answers: row.answers
      .toSorted((a, b) => a.question.position - b.question.position)
      .map(({ question, value }) => ({ label: question.label, value })),
    history: history.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    mails,
    companions: row.companions.map(toStaff),
  };
}

// The mails about a registration: their key is <kind>:<registration>:<what makes it one>. No mail is older than the event.
async function mailsOf(
  town: ReadTown,
  { eventId, registrationId }: { eventId: string; registrationId: string },
) {
  return town.database.$queryRaw<StaffRegistrationDetail["mails"]>`
    SELECT "id", "kind", "state"::text AS state, "subject", "createdAt" FROM "Mail"
    WHERE split_part("dedupeKey", ':', 2) = ${registrationId}
      AND "createdAt" >= (SELECT LEAST("createdAt", "publishedAt") FROM "Event" WHERE "id" = ${eventId})
    ORDER BY "createdAt" DESC, "id"`;
}

/** The newest mail of each registration with its state: what the list shows beside a name. */
export async function newestMailStates(
  town: ReadTown,
  { eventId, registrationIds }: { eventId: string; registrationIds: readonly string[] },
): Promise<Map<string, { kind: string; state: string }>> {
  if (registrationIds.length === 0) return new Map();
  const rows = await town.database.$queryRaw<{ registration: string; kind: string; state: string }[]>`
    SELECT DISTINCT ON (1) split_part("dedupeKey", ':', 2) AS registration, "kind", "state"::text AS state
    FROM "Mail" WHERE split_part("dedupeKey", ':', 2) = ANY(${[...registrationIds]}::text[])
      AND "createdAt" >= (SELECT LEAST("createdAt", "publishedAt") FROM "Event" WHERE "id" = ${eventId})
    ORDER BY 1, "createdAt" DESC, "id"`;
  return new Map(rows.map(({ registration, kind, state }) => [registration, { kind, state }]));
}

function toStaff(row: Row): StaffRegistration {
  return {
    id: row.id,
    name: row.user?.name ?? row.guest?.name ?? "",
    isGuest: row.guestId !== null,
    schoolName: row.school?.name ?? null,
    category: row.category,
    headCount: row.headCount,
    state: row.state,
    sessionTitle: row.pool.session.title,
    startsAt: row.pool.session.startsAt,
    registeredAt: row.registeredAt,
    offerExpiresAt: row.state === "offered" ? row.offerExpiresAt : null,
    isCompanion: row.companionOfId !== null,
    checkedInAt: row.checkIns[0]?.at ?? null,
  };
}
