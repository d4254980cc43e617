import type { Prisma } from "#generated/prisma/client.ts";
import type { CivilDate } from "#app/platform/calendar.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { CODE_VERSION } from "./code-version.ts";
import { loadFacts } from "./facts.server.ts";
import type { Computed, MeasureParameters, Member } from "./measure.ts";
import { findMeasure } from "./registry.ts";
import { computeWithMembers, digestOf } from "./run.server.ts";

/**
 * Writes down a computation that something official rests on, and answers the id of the run. What was computed "as known
 * at any time" is written as known now. Never changed afterwards; a person's id says who asked for it.
 */
export async function recordRun(
  tx: Transaction,
  town: Pick<Town, "clock">,
  run: {
    computed: Computed;
    members: readonly Member[];
    parameters?: MeasureParameters;
    actorId: string | null;
  },
): Promise<string> {
  const { computed, members, parameters = {}, actorId } = run;
  const now = town.clock.now();
  const id = newId();
  await tx.calculationRun.create({
    data: {
      id,
      measureKey: computed.key,
      measureVersion: computed.version,
      parameters,
      codeVersion: CODE_VERSION,
      asOf: new Date(`${computed.asOf}T00:00:00Z`),
      knownOn: computed.knownOn > now ? now : computed.knownOn,
      value: computed.value,
      missing: computed.missing,
      numerator: computed.rate?.numerator ?? null,
      denominator: computed.rate?.denominator ?? null,
      unknownCount: computed.rate?.unknown ?? null,
      inputCount: computed.inputCount,
      inputDigest: computed.digest,
      members: members.map(({ id: member, role = "numerator", amount }) => [member, role, amount]),
      recordedAt: now,
      recordedById: actorId,
    },
  });
  return id;
}

export type Replay = {
  run: {
    id: string;
    key: string;
    version: number;
    codeVersion: string;
    asOf: CivilDate;
    knownOn: Date;
    value: number | null;
    missing: string | null;
    digest: string;
    recordedAt: Date;
  };
  again: Computed;
  /**
   * same: the same value, and the same records in the same roles with the same amounts. not-reproducible: records that it
   * rested on were taken back by the people whom they are about; what was written stays. altered: the written members no
   * longer give the written digest, so the run itself was changed. Otherwise it differs.
   */
  outcome: "same" | "differs" | "not-reproducible" | "altered";
  same: boolean;
  isRunAltered: boolean;
  /** The portal that computes now is another version, or has other measures, than the one that wrote the run. */
  isOtherCode: boolean;
  /** Records that are in it now and were not, and the other way round; one whose amount or role changed is in both. */
  added: Member[];
  gone: Member[];
};

/**
 * Computes a written run again: the same measure in the same version, as of the same day, as known at the same moment.
 * `unknown-run`: there is none with this id. `unknown-measure`: this version of the portal has no such measure any more.
 */
export async function replayRun(
  town: Pick<Town, "database">,
  runId: string,
): Promise<({ ok: true } & Replay) | { ok: false; error: "unknown-run" | "unknown-measure" }> {
  const row = await town.database.calculationRun.findUnique({ where: { id: runId } });
  if (!row) return { ok: false, error: "unknown-run" };
  const measure = findMeasure(row.measureKey, row.measureVersion);
  if (!measure) return { ok: false, error: "unknown-measure" };
  const asOf = row.asOf.toISOString().slice(0, 10);
  const parameters = row.parameters as MeasureParameters;
  const facts = await loadFacts(town, { asOf });
  const { computed, members } = computeWithMembers(measure, facts, {
    asOf,
    knownOn: row.knownOn,
    parameters,
  });
  const written = readMembers(row.members);
  const isRunAltered = digestOf(measure, { asOf, parameters }, written) !== row.inputDigest;
  const value = row.value?.toNumber() ?? null;
  const { added, gone } = differenceOf(written, members);
  const isSame =
    value === computed.value &&
    row.missing === computed.missing &&
    row.inputDigest === computed.digest &&
    (row.numerator?.toNumber() ?? null) === (computed.rate?.numerator ?? null) &&
    (row.denominator?.toNumber() ?? null) === (computed.rate?.denominator ?? null) &&
    (row.unknownCount?.toNumber() ?? null) === (computed.rate?.unknown ?? null);
  const isGone = computed.missing === "not-reproducible" && !isSame;
  const outcome = isRunAltered ? "altered" : isGone ? "not-reproducible" : isSame ? "same" : "differs";
  return {
    ok: true,
    run: {
      id: row.id,
      key: row.measureKey,
      version: row.measureVersion,
      codeVersion: row.codeVersion,
      asOf,
      knownOn: row.knownOn,
      value,
      missing: row.missing,
      digest: row.inputDigest,
      recordedAt: row.recordedAt,
    },
    again: computed,
    outcome,
    same: outcome === "same",
    isRunAltered,
    isOtherCode: row.codeVersion !== CODE_VERSION,
    added,
    gone,
  };
}

function differenceOf(
  before: readonly Member[],
  after: readonly Member[],
): { added: Member[]; gone: Member[] } {
  const left = new Map<string, number>();
  for (const member of before) left.set(textOf(member), (left.get(textOf(member)) ?? 0) + 1);
  const added: Member[] = [];
  for (const member of after) {
    const count = left.get(textOf(member)) ?? 0;
    if (count === 0) added.push(member);
    else left.set(textOf(member), count - 1);
  }
  const gone: Member[] = [];
  for (const member of before) {
    const count = left.get(textOf(member)) ?? 0;
    if (count === 0) continue;
    gone.push(member);
    left.set(textOf(member), count - 1);
  }
  return { added, gone };
}

function textOf({ id, role = "numerator", amount }: Member): string {
  return `${id} ${role} ${amount}`;
}

function readMembers(stored: Prisma.JsonValue): Member[] {
  const rows = Array.isArray(stored) ? (stored as [string, Member["role"], number][]) : [];
  return rows.map(([id, role, amount]) => ({ id, role, amount }));
}
