import { offerExpiry } from "#app/domain/events/seats.rules.ts";

export type PoolName = "student" | "guardian";
export type SeatState = "registered" | "offered" | "waiting" | "cancelled" | "expired";

/** Who acts: students and guests hold one registration, teachers one in each pool. */
export type ModelHolder = { name: string; kind: "student" | "teacher" | "guest" };

export type ModelRow = {
  holder: string;
  pool: PoolName;
  headCount: number;
  state: SeatState;
  arrival: number;
  offerEnds: Date | null;
  isCompanion: boolean;
  isCheckedIn: boolean;
};

export const MAX_GROUP = 3;

const HOLDS: readonly SeatState[] = ["registered", "offered", "waiting"];

/**
 * The seats of one session, as simple as they can be thought: a list of rows and what each step does to it. Each step
 * returns in a word what its answer should be.
 */
export class SeatModel {
  rows: ModelRow[] = [];
  capacity: Record<PoolName, number>;
  now: Date;
  startsAt: Date;
  isCancelled = false;
  private arrivals = 0;

  constructor(facts: { capacity: Record<PoolName, number>; now: Date; startsAt: Date }) {
    this.capacity = { ...facts.capacity };
    this.now = facts.now;
    this.startsAt = facts.startsAt;
  }

  row(holder: string, pool: PoolName): ModelRow | undefined {
    return this.rows.find((row) => row.holder === holder && row.pool === pool);
  }

  reserved(pool: PoolName): number {
    return this.rows
      .filter((row) => row.pool === pool && (row.state === "registered" || row.state === "offered"))
      .reduce((sum, row) => sum + row.headCount, 0);
  }

  register(
    holder: ModelHolder,
    wish: { pool: PoolName; headCount: number; guardians: number; wait: boolean },
  ): string {
    if (this.isCancelled) return "cancelled";
    if (this.now >= this.startsAt) return "closed";
    const isTeacher = holder.kind === "teacher";
    const isForOthers = wish.pool === "guardian" && holder.kind === "student";
    const isTooMany = !isTeacher && wish.headCount > MAX_GROUP;
    const bringsWrongly = wish.guardians > 0 && (isTeacher || wish.pool === "guardian");
    if (isForOthers || isTooMany || bringsWrongly) return "not-for-you";
    this.settle(wish.pool);
    if (wish.guardians > 0) this.settle("guardian");

    const own = this.row(holder.name, wish.pool);
    const other = this.rows.find(
      (row) =>
        row.holder === holder.name && row.pool !== wish.pool && !row.isCompanion && HOLDS.includes(row.state),
    );
    if (other && !isTeacher && !(own && HOLDS.includes(own.state))) return "already-registered";
    const outcome = this.outcome(wish.pool, own, wish.headCount, wish.wait);
    const companion = this.row(holder.name, "guardian");
    const along = wish.guardians > 0 ? this.outcome("guardian", companion, wish.guardians, wish.wait) : null;
    if (outcome === "full" || along === "full") return "event-full";
    const kept = this.write(holder.name, wish.pool, outcome, wish.headCount, false);
    const words = outcome === "kept" ? `${kept.state} repeated` : kept.state;
    if (along === null) return words;
    const guardians = this.write(holder.name, "guardian", along, wish.guardians, true);
    return `${words} with ${guardians.state}`;
  }

  cancel(holder: string, pool: PoolName): string {
    this.settle(pool);
    if (pool === "student") this.settle("guardian");
    const row = this.row(holder, pool)!;
    if (!HOLDS.includes(row.state)) return "repeated";
    if (row.isCheckedIn) return "checked-in";
    if (this.now >= this.startsAt) return "too-late";
    const companion = this.row(holder, "guardian");
    if (pool === "student" && companion?.isCompanion && HOLDS.includes(companion.state))
      if (!companion.isCheckedIn) companion.state = "cancelled";
    row.state = "cancelled";
    this.settle(pool);
    if (pool === "student") this.settle("guardian");
    return "cancelled";
  }

  accept(holder: string, pool: PoolName): string {
    this.settle(pool);
    const row = this.row(holder, pool)!;
    if (row.state === "registered") return "repeated";
    if (row.state === "cancelled" || this.isCancelled) return "cancelled";
    if (row.state !== "offered") return "offer-expired";
    row.state = "registered";
    return "accepted";
  }

  resize(pool: PoolName, capacity: number): string {
    this.expire(pool);
    const reserved = this.reserved(pool);
    if (capacity < reserved) {
      this.offer(pool);
      return `below-reserved ${reserved}`;
    }
    this.capacity[pool] = capacity;
    return `resized, ${this.offer(pool)} offered`;
  }

  /** Only for rows that are registered, waiting or cancelled, on the day of the session. */
  checkIn(holder: string, pool: PoolName): boolean {
    const row = this.row(holder, pool)!;
    if (row.state !== "registered" || row.isCheckedIn || this.isCancelled) return false;
    row.isCheckedIn = true;
    return true;
  }

  settle(pool: PoolName): void {
    this.expire(pool);
    this.offer(pool);
  }

  /** Offers stand still while the event is cancelled; guardians who have not come go with a student whose offer ran out. */
  private expire(pool: PoolName): void {
    const runOut = !this.isCancelled || this.now >= this.startsAt;
    for (const row of this.rows.filter((each) => each.pool === pool)) {
      const hasLostStudent = row.isCompanion && this.row(row.holder, "student")?.state === "expired";
      if (hasLostStudent && HOLDS.includes(row.state) && !row.isCheckedIn) row.state = "cancelled";
      if (runOut && row.state === "offered" && row.offerEnds! <= this.now) row.state = "expired";
    }
  }

  /** In the order of arrival; who does not fit is passed and keeps the place. */
  private offer(pool: PoolName): number {
    if (this.isCancelled || this.now >= this.startsAt) return 0;
    const waiting = this.rows
      .filter((row) => row.pool === pool && row.state === "waiting")
      .toSorted((one, other) => one.arrival - other.arrival);
    let offered = 0;
    for (const row of waiting) {
      if (this.reserved(pool) + row.headCount > this.capacity[pool]) continue;
      row.state = "offered";
      row.offerEnds = offerExpiry({ now: this.now, sessionStartsAt: this.startsAt });
      offered += 1;
    }
    return offered;
  }

  private outcome(pool: PoolName, own: ModelRow | undefined, headCount: number, wait: boolean) {
    if (own?.state === "registered" || own?.state === "offered") return "kept";
    if (this.reserved(pool) + headCount <= this.capacity[pool]) return "registered";
    if (own?.state === "waiting") return "kept";
    return wait && headCount <= this.capacity[pool] ? "waiting" : "full";
  }

  private write(
    holder: string,
    pool: PoolName,
    outcome: "kept" | "registered" | "waiting",
    headCount: number,
    isCompanion: boolean,
  ): ModelRow {
    const own = this.row(holder, pool);
    if (outcome === "kept") return own!;
    const row: ModelRow = {
      holder,
      pool,
      headCount,
      state: outcome,
      arrival: (this.arrivals += 1),
      offerEnds: null,
      isCompanion,
      isCheckedIn: false,
    };
    this.rows = [...this.rows.filter((each) => each !== own), row];
    return row;
  }
}
