import type { Town } from "#app/town.ts";
import { readSignedId } from "#app/platform/signed-id.server.ts";
import type { Answer, Question } from "./answers.rules.ts";
import { questionsFor } from "./answers.rules.ts";
import { TICKET_PURPOSE } from "./guests.rules.ts";
import { stateNow } from "./tickets.rules.ts";
import { type OwnRegistration, toOwn, withEvent } from "./registrations.store.server.ts";
import { showsOnlineLink } from "./reminders.rules.ts";
import { canCancel, type Holder, type RegistrationState, registrationWindow } from "./rules.ts";

type ReadTown = Pick<Town, "database" | "clock">;

/** What the ticket page shows to its holder. */
export type Ticket = OwnRegistration & {
  sessionTitle: string;
  address: string;
  access: string;
  parking: string;
  whatToBring: string;
  contact: { name: string; phone: string };
  /** none: it takes place at a venue. later: the link is shown from the eve on. */
  online: { kind: "none" } | { kind: "later" } | { kind: "link"; url: string };
  ticketCode: string;
  /** The guest's name; null for accounts. */
  guestName: string | null;
  schoolName: string | null;
  registeredAt: Date;
  canCancel: boolean;
  /** The student's registration that these guardians come along with. */
  companionOfId: string | null;
  /** The guardians that come along with this registration. */
  companionRows: { id: string; headCount: number; state: RegistrationState }[];
  /** What is asked of the category now, and what was answered. */
  questions: (Question & { retiredAt: Date | null })[];
  answers: Answer[];
  canChangeAnswers: boolean;
  /** True when seats can be asked for again. */
  canRegisterAgain: boolean;
};

/** One's own registration; null for another's or an unknown one. */
export async function findTicket(
  town: ReadTown,
  { registrationId, ...holder }: { registrationId: string } & Holder,
): Promise<Ticket | null> {
  const row = await town.database.registration.findUnique({
    where: { id: registrationId, ...holder },
    include: {
      ...withEvent,
      event: { include: { questions: { orderBy: [{ position: "asc" }, { id: "asc" }] } } },
      companions: { orderBy: { id: "asc" } },
      school: { select: { name: true } },
      guest: { select: { name: true } },
      answers: true,
    },
  });
  if (!row) return null;
  const now = town.clock.now();
  const { event, pool } = row;
  const isLive = (companion: { state: RegistrationState }) =>
    companion.state !== "cancelled" && companion.state !== "expired";
  const companionRows = row.companions
    .map((companion) => ({ ...companion, state: stateNow(companion, now) }))
    .filter(isLive);
  const own = await toOwn(town, { ...row, companions: companionRows });
  const isOpen = registrationWindow(event, now) === "open";
  const answered = new Set(row.answers.map(({ questionId }) => questionId));
  const asked = questionsFor(event.questions, row.category).filter(
    (question) => question.retiredAt === null || answered.has(question.id),
  );
  return {
    ...own,
    sessionTitle: pool.session.title,
    address: event.address,
    access: event.access,
    parking: event.parking,
    whatToBring: event.whatToBring,
    contact: { name: event.contactName, phone: event.contactPhone },
    online: onlineOf({ url: event.onlineUrl, isRegistered: own.state === "registered" }, pool.session, now),
    ticketCode: row.ticketCode,
    guestName: row.guest?.name ?? null,
    schoolName: row.school?.name ?? null,
    registeredAt: row.registeredAt,
    canCancel: isLive(own) && own.checkedInAt === null && canCancel(pool.session, now),
    companionOfId: row.companionOfId,
    companionRows: companionRows.map(({ id, headCount, state }) => ({ id, headCount, state })),
    questions: asked,
    answers: row.answers.map(({ questionId, value }) => ({ questionId, value })),
    canChangeAnswers:
      isOpen &&
      isLive(own) &&
      row.companionOfId === null &&
      asked.some(({ retiredAt }) => retiredAt === null),
    canRegisterAgain: isOpen && row.companionOfId === null && now < pool.session.endsAt,
  };
}

/** The link that was signed for a guest's registration, with the guest as its holder; null when it is no link of ours. */
export async function readTicketLink(
  town: Pick<Town, "database" | "env">,
  { token }: { token: string },
): Promise<{ registrationId: string; guestId: string } | null> {
  const id = readSignedId(town.env.sessionSecret, TICKET_PURPOSE, token);
  const row =
    id && (await town.database.registration.findUnique({ where: { id }, select: { guestId: true } }));
  return row && row.guestId ? { registrationId: id, guestId: row.guestId } : null;
}

function onlineOf(
  { url, isRegistered }: { url: string | null; isRegistered: boolean },
  session: { startsAt: Date; endsAt: Date },
  now: Date,
): Ticket["online"] {
  if (url === null || !isRegistered || now >= session.endsAt) return { kind: "none" };
  return showsOnlineLink(session, now) ? { kind: "link", url } : { kind: "later" };
}
