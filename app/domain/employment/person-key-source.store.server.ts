import { DEFAULT_SESSION_SECRET, type Env } from "#app/platform/env.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { fingerprintOf, personKeyOfAccount } from "./person-key.server.ts";

/** The pseudonyms were made with another key than the one in the settings; starting would count people twice. */
class PersonKeyRefused extends Error {
  // The start prints the message of this name without a stack.
  override name = "StartRefused";
}

const HOW_TO =
  "set PERSON_KEY_SECRET to that key (without a PERSON_KEY_SECRET it was the value of SESSION_SECRET); if it is lost, ACCEPT_NEW_PERSON_KEYS=true starts with the new one, and nobody placed before is recognised again (docs/operations.md)";

/**
 * The secret that people's pseudonyms are made with: the one whose fingerprint stands in the database, so that a changed
 * session secret changes nobody's key. The first start writes the fingerprint down. Throws, with what to do, when the settings
 * hold another secret and nobody accepted that.
 */
export async function settlePersonKeySecret(
  town: Pick<Town, "database" | "clock" | "log"> & {
    env: Pick<Env, "personKeySecret" | "sessionSecret" | "acceptNewPersonKeys" | "mode">;
  },
): Promise<string> {
  const { database, clock, log, env } = town;
  return database.$transaction(async (tx) => {
    // Two processes that start together write one row.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('person-key-source'))`;
    const last = await tx.personKeySource.findFirst({ orderBy: { id: "desc" } });
    const kept = secretsOf(env).find((secret) => fingerprintOf(secret) === last?.fingerprint);
    if (kept !== undefined) return kept;
    const isOther = last !== null || (await isKeyOfOther(tx, env.personKeySecret));
    if (isOther && !env.acceptNewPersonKeys)
      throw new PersonKeyRefused(`the pseudonyms of people were made with another key: ${HOW_TO}`);
    if (isOther) log.warn("people get new pseudonyms from now on; those placed before are not recognised");
    await tx.personKeySource.create({
      data: {
        fingerprint: fingerprintOf(env.personKeySecret),
        recordedAt: clock.now(),
      },
    });
    return env.personKeySecret;
  });
}

/** A demo that began without any settings keeps the key that it began with. */
function secretsOf({
  personKeySecret,
  sessionSecret,
  mode,
}: Pick<Env, "personKeySecret" | "sessionSecret" | "mode">): string[] {
  const hasOwn = personKeySecret !== sessionSecret;
  return mode === "demo" && !hasOwn ? [personKeySecret, DEFAULT_SESSION_SECRET] : [personKeySecret];
}

/** Whether the placements linked to accounts, of a town from before the fingerprint, carry keys of another secret. */
async function isKeyOfOther(tx: Transaction, secret: string): Promise<boolean> {
  const linked = await tx.placement.findMany({
    where: { source: "company", userId: { not: null } },
    select: { userId: true, personKey: true },
  });
  // The demo town's own pseudonyms are shorter and come from no secret.
  const made = linked.filter(({ personKey }) => personKey.length === personKeyOfAccount(secret, "").length);
  return (
    made.length > 0 &&
    !made.some(({ userId, personKey }) => personKeyOfAccount(secret, userId!) === personKey)
  );
}
