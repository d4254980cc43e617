import type { RegistrationState } from "./rules.ts";

/** An offer counts as run out at its end, also while the ledger has not written it down yet. */
export function stateNow(
  row: { state: RegistrationState; offerExpiresAt: Date | null },
  now: Date,
): RegistrationState {
  const isOver = row.state === "offered" && row.offerExpiresAt !== null && now >= row.offerExpiresAt;
  return isOver ? "expired" : row.state;
}
