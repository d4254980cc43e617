import { z } from "zod";
import type { Town } from "#app/town.ts";
import type { EntryAnswer } from "./check-ins.rules.ts";
import {
  type CheckInResult,
  checkInRegistration,
  checkInWalkIns,
  correctHeadCount,
  voidCheckIn,
  type WalkInResult,
} from "./check-ins.store.server.ts";
import { CATEGORIES, type Category, MAX_HEAD_COUNT, readTicketCode } from "./rules.ts";

/** How many entries a device sends at once; the rest follows with the next sending. */
export const MOST_ENTRIES = 200;

const base = { entry: z.uuid(), at: z.iso.datetime().nullish() };
const headCount = z.int().min(1).max(MAX_HEAD_COUNT);

/** What a reception device recorded; `entry` is its own id for it, `at` its own time. */
const entrySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ticket"), ...base, code: z.string().max(500), headCount: headCount.nullish() }),
  z.object({
    kind: z.literal("registration"),
    ...base,
    registrationId: z.string().max(100),
    headCount: headCount.nullish(),
  }),
  z.object({ kind: z.literal("walk-in"), ...base, category: z.enum(CATEGORIES), headCount }),
  /** Puts the number of people of the entry `of` right; `checkInId` when the device knows it already. */
  z.object({
    kind: z.literal("count"),
    ...base,
    of: z.uuid(),
    checkInId: z.string().max(100).nullish(),
    headCount,
  }),
  /** Takes the entry `of` back. */
  z.object({ kind: z.literal("undo"), ...base, of: z.uuid(), checkInId: z.string().max(100).nullish() }),
]);
type Entry = z.output<typeof entrySchema>;

/** The answer to one entry. What is not known is left out. */
export type AnsweredEntry = {
  entry: string;
  answer: EntryAnswer;
  checkInId?: string;
  category?: Category;
  headCount?: number;
  registered?: number;
  /** Shown at the desk and kept on no device. */
  name?: string;
  at?: Date;
  companions?: { registrationId: string; category: Category; headCount: number }[];
  free?: number;
  eventTitle?: string;
  startsAt?: Date;
};

/** The entries of a JSON body; null when it is none. */
export function readEntries(body: unknown): unknown[] | null {
  const list = (body as { entries?: unknown } | null)?.entries;
  return Array.isArray(list) && list.length <= MOST_ENTRIES ? list : null;
}

/**
 * Takes what a device recorded, in its order, each entry in a transaction of its own: one that is refused holds up none
 * of the others, and all can be sent again without counting anybody twice. An unreadable entry is answered too, so that
 * no device sends it for ever.
 */
export async function syncCheckIns(
  town: Pick<Town, "database" | "clock">,
  request: { eventId: string; staffId: string; entries: readonly unknown[] },
): Promise<AnsweredEntry[]> {
  const { eventId, staffId } = request;
  const made = new Map<string, string>();
  const answers: AnsweredEntry[] = [];
  for (const raw of request.entries) {
    const parsed = entrySchema.safeParse(raw);
    const answer = parsed.success
      ? await takeEntry(town, { desk: { eventId, staffId }, entry: parsed.data, made })
      : { entry: textOf((raw as { entry?: unknown } | null)?.entry), answer: "unreadable" as const };
    if (answer.checkInId) made.set(answer.entry, answer.checkInId);
    answers.push(answer);
  }
  return answers;
}

async function takeEntry(
  town: Pick<Town, "database" | "clock">,
  {
    desk,
    entry,
    made,
  }: { desk: { eventId: string; staffId: string }; entry: Entry; made: ReadonlyMap<string, string> },
): Promise<AnsweredEntry> {
  const facts = { ...desk, entry: entry.entry, deviceAt: entry.at ? new Date(entry.at) : null };
  switch (entry.kind) {
    case "ticket": {
      const ticketCode = readTicketCode(entry.code);
      if (!ticketCode) return { entry: entry.entry, answer: "unknown" };
      const result = await checkInRegistration(town, { ...facts, ticketCode, headCount: entry.headCount });
      return { entry: entry.entry, ...ticketAnswer(result) };
    }
    case "registration": {
      const { registrationId } = entry;
      const result = await checkInRegistration(town, {
        ...facts,
        registrationId,
        headCount: entry.headCount,
      });
      return { entry: entry.entry, ...ticketAnswer(result) };
    }
    case "walk-in": {
      const { category, headCount: came } = entry;
      const people = { category, headCount: came };
      const result = await checkInWalkIns(town, { ...facts, checkInId: entry.entry, ...people });
      return { entry: entry.entry, ...people, ...walkInAnswer(result) };
    }
    case "count": {
      const checkInId = entry.checkInId ?? made.get(entry.of) ?? entry.of;
      const { headCount: came } = entry;
      const change = { ...desk, checkInId, headCount: came, entry: entry.entry };
      const corrected = await correctHeadCount(town, change);
      return { entry: entry.entry, answer: corrected.ok ? "corrected" : "nothing-to-undo" };
    }
    case "undo": {
      const checkInId = entry.checkInId ?? made.get(entry.of) ?? entry.of;
      const undone = await voidCheckIn(town, { ...desk, checkInId, entry: entry.of });
      return { entry: entry.entry, answer: undone.ok ? "undone" : "nothing-to-undo" };
    }
  }
}

const REFUSALS = {
  "unknown-ticket": "unknown",
  "ticket-cancelled": "cancelled",
  "ticket-waiting": "waiting",
  "ticket-offered": "offered",
  "ticket-expired": "expired",
  "no-such-event": "not-open",
  "other-event": "other-event",
  "not-event-day": "not-the-day",
  "already-checked-in": "already",
} as const satisfies Record<Exclude<CheckInResult, { ok: true }>["error"], EntryAnswer>;

function ticketAnswer(result: CheckInResult): Omit<AnsweredEntry, "entry"> {
  if (result.ok) {
    const { ok: _, repeated, ...facts } = result;
    return { answer: repeated ? "repeated" : "made", ...facts };
  }
  const { ok: _, error, ...facts } = result;
  return { answer: REFUSALS[error], ...facts };
}

function walkInAnswer(result: WalkInResult): Omit<AnsweredEntry, "entry"> {
  if (result.ok) return { answer: result.repeated ? "repeated" : "made", checkInId: result.checkInId };
  const { ok: _, error, ...facts } = result;
  return { answer: REFUSALS[error], ...facts };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.slice(0, 100) : "";
}
