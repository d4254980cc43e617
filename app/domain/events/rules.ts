import { civilDateOf } from "../../platform/calendar.ts";

/** Kinds of events in the order of the filter; the words are in app/locales/ja/events.ts. */
export const EVENT_KINDS = [
  "guidanceFair",
  "informationFair",
  "companyVisit",
  "discoveryFair",
  "visitTour",
  "seminar",
  "onlineGuidance",
  "outreachBooth",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** 参加者区分 in the order of forms and tables. */
export const CATEGORIES = ["student", "guardian", "teacher", "company", "other"] as const;
export type Category = (typeof CATEGORIES)[number];

/** Where a registration stands; `offered` holds a seat until its offer runs out. */
export const REGISTRATION_STATES = ["registered", "offered", "waiting", "cancelled", "expired"] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** Who holds a registration: an account, or a guest whose mail address is confirmed. */
export type Holder = { userId: string } | { guestId: string };

/** Whom a pool of seats serves: a category, where asked narrowed to a school, a department or a graduation year. */
export type PoolScope = {
  category: Category;
  schoolId: string | null;
  /** The department's name; empty for every department. */
  department: string;
  graduationYear: number | null;
};

/** The scope as one text: a session has no two pools for the same people. */
export function poolKey(scope: Pick<PoolScope, "category"> & Partial<PoolScope>): string {
  const parts = [scope.schoolId ?? "", scope.department ?? "", scope.graduationYear?.toString() ?? ""];
  return parts.every((part) => part === "") ? scope.category : [scope.category, ...parts].join("/");
}

export type EventState = "planned" | "published" | "cancelled" | "postponed";
export type EventAudience = "everyone" | "schools";

/** When and for whom registration is possible. A missing opening means from publication, a missing close means until the start. */
export type EventTerms = {
  state: EventState;
  audience: EventAudience;
  startsAt: Date;
  endsAt: Date;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
};

export type Seats = { category: Category; capacity: number; reserved: number };

/** Where an event stands on the way from its announcement to its end, before seats are looked at. */
export type RegistrationWindow = "cancelled" | "postponed" | "ended" | "closed" | "not-open-yet" | "open";

/** The word about registration as a whole; single sessions and pools may be over or full earlier. */
export function registrationWindow(event: EventTerms, now: Date): RegistrationWindow {
  if (event.state === "cancelled" || event.state === "postponed") return event.state;
  if (now >= event.endsAt) return "ended";
  if (now >= registrationEnd(event)) return "closed";
  if (event.registrationOpensAt && now < event.registrationOpensAt) return "not-open-yet";
  return "open";
}

/** The moment from which nobody can register any more: the close (without one the start), never after the event. */
export function registrationEnd(event: EventTerms): Date {
  const close = event.registrationClosesAt ?? event.startsAt;
  return close < event.endsAt ? close : event.endsAt;
}

export type SeatWord = "plenty" | "few" | "full";

/** How full a pool is, in the words of the list: few from three seats, or a tenth of the capacity, downwards. */
export function seatWord(seats: Pick<Seats, "capacity" | "reserved">): SeatWord {
  const left = seatsLeft(seats);
  if (left <= 0) return "full";
  return left <= Math.max(3, Math.floor(seats.capacity / 10)) ? "few" : "plenty";
}

export function seatsLeft(seats: Pick<Seats, "capacity" | "reserved">): number {
  return Math.max(0, seats.capacity - seats.reserved);
}

export type EventStatus = Exclude<RegistrationWindow, "open"> | SeatWord | "no-registration";

/**
 * The one word about an event in a list. Seats are those for students where there are any, because the list is read by
 * them; an event without pools needs no registration.
 */
export function eventStatus(event: EventTerms, pools: readonly Seats[], now: Date): EventStatus {
  const window = registrationWindow(event, now);
  if (window === "cancelled" || window === "postponed" || window === "ended") return window;
  if (pools.length === 0) return "no-registration";
  if (window !== "open") return window;
  const forStudents = pools.filter((pool) => pool.category === "student");
  const words = (forStudents.length > 0 ? forStudents : pools).map(seatWord);
  return words.includes("plenty") ? "plenty" : words.includes("few") ? "few" : "full";
}

/** What about a person decides where they may take part. */
export type Participant = {
  role: "student" | "teacher" | "company" | "staff" | "admin";
  state: "active" | "waiting" | "closed";
  /** True for a student whose school is known; others with a student's account are guardians or people looking for work. */
  hasSchool: boolean;
};

/** Somebody without an account who registers with a mail address. */
export type Guest = { guest: true };

export const MAX_HEAD_COUNT = 300;

/**
 * The categories that a person may register in. Schools-only events are registered by teachers: what concerns
 * high-school students goes through their school. Accounts that wait for approval cannot register.
 */
export function categoriesFor(person: Participant | Guest, audience: EventAudience): readonly Category[] {
  if ("guest" in person) return audience === "schools" ? [] : ["student", "guardian", "other"];
  if (person.state !== "active") return [];
  if (person.role === "teacher") return ["student", "guardian", "teacher"];
  if (audience === "schools") return [];
  if (person.role === "company") return ["company"];
  if (person.role === "student") return person.hasSchool ? ["student"] : ["student", "guardian", "other"];
  return ["other"];
}

/** How many seats a person may ask for at once: teachers a head count without names, everybody else what the event allows. */
export function maxHeadCount(person: Pick<Participant, "role"> | Guest, maxGroupSize = 1): number {
  return "role" in person && person.role === "teacher" ? MAX_HEAD_COUNT : maxGroupSize;
}

/** Why a person cannot register, before seats are looked at; null when nothing stands against it. */
export function registrationRefusal(
  event: EventTerms & { maxGroupSize?: number },
  request: { person: Participant | Guest; category: Category; headCount: number; now: Date },
): "not-open-yet" | "closed" | "cancelled" | "not-for-you" | null {
  const window = registrationWindow(event, request.now);
  if (window === "cancelled" || window === "postponed") return "cancelled";
  if (window === "closed" || window === "ended") return "closed";
  if (window === "not-open-yet") return window;
  const mayChoose = categoriesFor(request.person, event.audience).includes(request.category);
  const mayBring =
    request.headCount >= 1 && request.headCount <= maxHeadCount(request.person, event.maxGroupSize);
  return mayChoose && mayBring ? null : "not-for-you";
}

/** A registration can be cancelled until its session begins. */
export function canCancel(session: { startsAt: Date }, now: Date): boolean {
  return now < session.startsAt;
}

/** True on the days (JST) of the session: check-in is open then and on no other day. */
export function isSessionDay(session: { startsAt: Date; endsAt: Date }, now: Date): boolean {
  const today = civilDateOf(now);
  return today >= civilDateOf(session.startsAt) && today <= civilDateOf(session.endsAt);
}

/**
 * The ticket code that a person meant: lower case, full-width letters, spaces and hyphens are understood, and so is the
 * address that the ticket's QR code holds. Null when it cannot be a code.
 */
export function readTicketCode(text: string): string | null {
  const plain = text.normalize("NFKC").trim();
  const inAddress = /[?&]ticket=([^&#\s]+)/i.exec(plain)?.[1];
  const code = (inAddress ?? plain).replace(/[\s\-‐‑–—−ー_.]/g, "").toUpperCase();
  return /^[0-9A-Z]{8}$/.test(code) ? code : null;
}

/** ABCD-EFGH: how a code is shown, so that it can be read out in two breaths. */
export function showTicketCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
