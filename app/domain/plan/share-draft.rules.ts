import { nodesAt } from "#app/domain/indicators/versions.rules.ts";
import {
  type Desk,
  type Draft,
  firstLocked,
  NO_ROWS,
  ROLE_ACTORS,
  type RoleActor,
  rowId,
  type Signature,
  type ShareRow,
  sharesOf,
} from "./desk.rules.ts";

/** Who carries how much of a node in a fiscal year, in percent, and what each does; together 100. */
export function draftShares(
  desk: Desk,
  change: {
    nodeId: string;
    fiscalYear: number;
    shares: Record<RoleActor, { percent: number; role: string }>;
  },
  signature: Signature,
): Draft {
  const { nodeId, fiscalYear, shares } = change;
  const { plan } = desk.records;
  if (fiscalYear < plan.firstFiscalYear || fiscalYear > plan.lastFiscalYear)
    return {
      ok: false,
      errors: { fiscalYear: `plan-year-outside:${plan.firstFiscalYear}:${plan.lastFiscalYear}` },
    };
  const node = nodesAt(desk.records, { fiscalYear, knownOn: signature.at }).find(({ id }) => id === nodeId);
  if (!node) return { ok: false, errors: { fiscalYear: "plan-not-yet" } };
  if (firstLocked(desk.locks, [fiscalYear]) !== null)
    return { ok: false, errors: { form: `period-locked:${fiscalYear}` } };
  const sum = ROLE_ACTORS.reduce((total, actor) => total + shares[actor].percent, 0);
  if (sum !== 100) return { ok: false, errors: { sum: `shares-sum:${sum}` } };
  const rows: ShareRow[] = ROLE_ACTORS.map((actor, index) => ({
    ...shares[actor],
    actor,
    id: rowId(signature, index),
    nodeId,
    fiscalYear,
    recordedAt: signature.at,
    recordedById: signature.actorId,
  }));
  const before = sharesOf(desk.shares, nodeId, fiscalYear);
  const isSame =
    before.length === rows.length &&
    rows.every((row, index) => row.percent === before[index]!.percent && row.role === before[index]!.role);
  if (isSame) return { ok: false, errors: { form: "plan-nothing-changed" } };
  return { ok: true, rows: { ...NO_ROWS, shares: rows }, years: [fiscalYear], warnings: [] };
}
