import { addDays, civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import {
  CATEGORIES,
  type Category,
  type EventState,
  isSessionDay,
  type RegistrationState,
  showTicketCode,
} from "./rules.ts";

/** What the reception of one event reads while people come in. */
type DeskTown = Pick<Town, "database" | "clock">;

export type DeskEvent = {
  id: string;
  title: string;
  venue: string;
  state: EventState;
  startsAt: Date;
  endsAt: Date;
  /** True today if check-in is open: only on the event's days (JST). */
  isOpen: boolean;
};

/** How long a device may keep the list of tickets: until the day after the event (JST). */
const DAYS_KEPT = 1;

/** The event as the reception page needs it; null when there is none. */
export async function findDeskEvent(
  town: DeskTown,
  { eventId }: { eventId: string },
): Promise<DeskEvent | null> {
  const row = await town.database.event.findUnique({
    where: { id: eventId },
    select: {
      id: true,
      title: true,
      venue: true,
      state: true,
      startsAt: true,
      endsAt: true,
      sessions: { select: { startsAt: true, endsAt: true } },
    },
  });
  if (!row) return null;
  const { sessions, ...event } = row;
  const now = town.clock.now();
  const isOpen = event.state === "published" && sessions.some((session) => isSessionDay(session, now));
  return { ...event, isOpen };
}

export type DeskCount = { category: Category; registered: number; checkedIn: number };

/** People registered and people who came, by category: the few numbers that several desks ask for every ten seconds. */
export async function countDesk(town: DeskTown, { eventId }: { eventId: string }): Promise<DeskCount[]> {
  const [registrations, checkIns, pools] = await Promise.all([
    town.database.registration.groupBy({
      by: ["category"],
      where: { eventId, state: "registered" },
      _sum: { headCount: true },
    }),
    town.database.checkIn.groupBy({
      by: ["category"],
      where: { eventId, voidedAt: null },
      _sum: { headCount: true },
    }),
    town.database.capacityPool.findMany({
      where: { session: { eventId } },
      select: { category: true },
      distinct: ["category"],
    }),
  ]);
  const sum = (rows: { category: Category; _sum: { headCount: number | null } }[], category: Category) =>
    rows.find((row) => row.category === category)?._sum.headCount ?? 0;
  const used = new Set([...registrations, ...checkIns, ...pools].map((row) => row.category));
  return CATEGORIES.filter((category) => used.has(category)).map((category) => ({
    category,
    registered: sum(registrations, category),
    checkedIn: sum(checkIns, category),
  }));
}

/** A ticket as a device keeps it to say without network whether it is right: no name, no school. */
export type DeviceTicket = {
  code: string;
  category: Category;
  headCount: number;
  state: RegistrationState;
  /** True when its people are checked in already. */
  came: boolean;
};

/** The tickets of an event for the device at its reception, and the day after which the device forgets them. */
export async function listDeviceTickets(
  town: DeskTown,
  { eventId }: { eventId: string },
): Promise<{ tickets: DeviceTicket[]; keepUntil: string } | null> {
  const event = await town.database.event.findUnique({
    where: { id: eventId },
    select: {
      endsAt: true,
      registrations: {
        orderBy: { id: "asc" },
        select: {
          ticketCode: true,
          category: true,
          headCount: true,
          state: true,
          checkIns: { where: { voidedAt: null }, select: { id: true } },
        },
      },
    },
  });
  if (!event) return null;
  return {
    keepUntil: addDays(civilDateOf(event.endsAt), DAYS_KEPT),
    tickets: event.registrations.map(({ ticketCode, checkIns, ...rest }) => ({
      code: ticketCode,
      ...rest,
      came: checkIns.length > 0,
    })),
  };
}

/** Somebody whom a search by name found. */
export type FoundPerson = {
  id: string;
  name: string;
  schoolName: string | null;
  sessionTitle: string;
  category: Category;
  headCount: number;
  state: RegistrationState;
  /** As it is read out: ABCD-EFGH. */
  ticketCode: string;
  checkIn: { id: string; at: Date; headCount: number } | null;
};

const MOST_FOUND = 30;

/**
 * The registrations of an event whose person's or school's name holds every word that was typed; spaces between family
 * and given name do not matter. At most thirty, cancelled ones last.
 */
export async function findPeople(
  town: DeskTown,
  { eventId, name }: { eventId: string; name: string },
): Promise<FoundPerson[]> {
  const wanted = plain(name);
  if (wanted === "") return [];
  const rows = await town.database.registration.findMany({
    where: { eventId },
    orderBy: [{ registeredAt: "asc" }, { id: "asc" }],
    include: {
      user: { select: { name: true } },
      guest: { select: { name: true } },
      school: { select: { name: true, nameKana: true } },
      pool: { select: { session: { select: { title: true } } } },
      checkIns: { where: { voidedAt: null } },
    },
  });
  return rows
    .filter(({ user, guest, school }) =>
      [user?.name, guest?.name, school?.name, school?.nameKana].some(
        (text) => text && plain(text).includes(wanted),
      ),
    )
    .map((row) => ({
      id: row.id,
      name: row.user?.name ?? row.guest?.name ?? "",
      schoolName: row.school?.name ?? null,
      sessionTitle: row.pool.session.title,
      category: row.category,
      headCount: row.headCount,
      state: row.state,
      ticketCode: showTicketCode(row.ticketCode),
      checkIn: row.checkIns[0] ?? null,
    }))
    .map(({ checkIn, ...row }) => ({
      ...row,
      checkIn: checkIn && { id: checkIn.id, at: checkIn.at, headCount: checkIn.headCount },
    }))
    .toSorted((a, b) => Number(a.state === "cancelled") - Number(b.state === "cancelled"))
    .slice(0, MOST_FOUND);
}

/** Full-width and half-width letters, katakana and hiragana, spaces: what makes no difference in a name. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s・･.]/g, "")
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

/** The newest check-ins of all desks; each can be taken back or put right. */
export type RecentCheckIn = {
  id: string;
  category: Category;
  headCount: number;
  registered: number | null;
  /** The school of a group, or the code of the ticket; a walk-in has neither. */
  label: string;
  at: Date;
};

export async function listRecentCheckIns(
  town: DeskTown,
  { eventId, limit }: { eventId: string; limit: number },
): Promise<RecentCheckIn[]> {
  const rows = await town.database.checkIn.findMany({
    where: { eventId, voidedAt: null },
    orderBy: [{ recordedAt: "desc" }, { id: "asc" }],
    take: limit,
    include: { registration: { select: { headCount: true, ticketCode: true } } },
  });
  return rows.map(({ id, category, headCount, label, at, registration }) => ({
    id,
    category,
    headCount,
    registered: registration?.headCount ?? null,
    label: label || (registration ? showTicketCode(registration.ticketCode) : ""),
    at,
  }));
}
