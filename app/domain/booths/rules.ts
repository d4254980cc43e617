/** How a company can be there: at the hall, on the screen, or either. */
export const BOOTH_PLACES = ["venue", "online", "either"] as const;
export type BoothPlace = (typeof BOOTH_PLACES)[number];

/** Room for the usual booth, or for two: machines, models, a vehicle. */
export const BOOTH_SIZES = ["standard", "wide"] as const;
export type BoothSize = (typeof BOOTH_SIZES)[number];

export const BOOTH_STATES = ["applied", "selected", "declined", "withdrawn"] as const;
export type BoothState = (typeof BOOTH_STATES)[number];

export type BoothTerms = {
  state: "planned" | "published" | "cancelled" | "postponed";
  startsAt: Date;
  boothLimit: number | null;
  boothOpensAt: Date | null;
  boothClosesAt: Date | null;
};

export type BoothWindow = "none" | "cancelled" | "not-open-yet" | "open" | "closed";

/**
 * Where the booths of an event stand for companies. A missing opening means from the announcement, a missing close means
 * until the event begins; the close itself is closed already.
 */
export function boothWindow(event: BoothTerms, now: Date): BoothWindow {
  if (event.boothLimit === null || event.state === "planned") return "none";
  if (event.state === "cancelled" || event.state === "postponed") return "cancelled";
  if (now >= boothEnd(event)) return "closed";
  return event.boothOpensAt && now < event.boothOpensAt ? "not-open-yet" : "open";
}

/** The moment from which nobody can ask for a booth any more, never after the event's beginning. */
export function boothEnd(event: Pick<BoothTerms, "startsAt" | "boothClosesAt">): Date {
  return event.boothClosesAt && event.boothClosesAt < event.startsAt ? event.boothClosesAt : event.startsAt;
}

/** A company may give its place back until the event begins, whether it still waits or was selected. */
export function canWithdraw(state: BoothState, event: Pick<BoothTerms, "startsAt">, now: Date): boolean {
  return (state === "applied" || state === "selected") && now < event.startsAt;
}

/** Places on the floor that a booth of this size takes; one that is only on the screen takes none. */
export function spaceOf(wishes: { size: BoothSize; place: BoothPlace }): number {
  if (wishes.place === "online") return 0;
  return wishes.size === "wide" ? 2 : 1;
}

export type Numbered = { id: string; industry: string; nameKana: string };

/** Booths in the order of their numbers: companies of one industry stand side by side. */
export function inFloorOrder<Booth extends Numbered>(booths: readonly Booth[]): Booth[] {
  const key = ({ industry, nameKana, id }: Numbered) => [industry, nameKana, id].join("\0");
  return booths.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** The lowest number that no booth has. */
export function freeNumber(taken: readonly (number | null)[]): number {
  const used = new Set(taken);
  let number = 1;
  while (used.has(number)) number += 1;
  return number;
}
