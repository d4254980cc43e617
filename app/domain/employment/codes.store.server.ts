import { type CivilDate, civilDateOf } from "#app/platform/calendar.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId, newReadableCode } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { readProfile } from "../companies/profile.rules.ts";
import { CODE_CONSENT_VERSION, codeWorksUntil, readCode } from "./codes.rules.ts";
import { recordContactLosses } from "./contact-losses.store.server.ts";
import { newPersonKey, personKeyOfAccount } from "./person-key.server.ts";
import type { SchoolKind } from "./rules.ts";
import { dayOfColumn, STANDING } from "./store.server.ts";

type Base = Pick<Town, "database" | "clock">;

export type OwnCode = {
  /** The code that waits for its use; null when there is none. */
  code: string | null;
  worksUntil: CivilDate | null;
  /** The kind of school of the account, which decides the words of the consent; null without a school. */
  schoolKind: SchoolKind | null;
  /** Placements that are linked to the account. */
  linked: { id: string; companyName: string; startedOn: CivilDate }[];
};

/** What an account has agreed to: its open code and the placements that are linked to it. */
export async function readOwnCode(town: Base, { userId }: { userId: string }): Promise<OwnCode> {
  const [profile, codes, linked] = await Promise.all([
    town.database.studentProfile.findUnique({
      where: { userId },
      select: { school: { select: { kind: true } } },
    }),
    town.database.placementCode.findMany({ where: { userId, usedAt: null }, orderBy: { createdAt: "desc" } }),
    town.database.placement.findMany({
      where: { userId, ...STANDING },
      orderBy: [{ startedOn: "desc" }, { id: "asc" }],
      select: {
        id: true,
        startedOn: true,
        company: { select: { publishedRevision: { select: { profile: true } } } },
      },
    }),
  ]);
  const today = civilDateOf(town.clock.now());
  const open = codes.find(({ createdAt }) => today <= codeWorksUntil(createdAt));
  return {
    schoolKind: profile?.school.kind ?? null,
    code: open?.code ?? null,
    worksUntil: open ? codeWorksUntil(open.createdAt) : null,
    linked: linked.map(({ id, startedOn, company }) => ({
      id,
      startedOn: dayOfColumn(startedOn),
      companyName: company?.publishedRevision ? readProfile(company.publishedRevision.profile).name : "",
    })),
  };
}

/**
 * Makes a code for an account that agreed. Asking again gives the same code while it is unused, so that a double submit
 * makes one.
 */
export async function makeCode(town: Base, { userId }: { userId: string }): Promise<{ code: string }> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
    const codes = await tx.placementCode.findMany({ where: { userId, usedAt: null } });
    const open = codes.find(({ createdAt }) => civilDateOf(now) <= codeWorksUntil(createdAt));
    if (open) return { code: open.code };
    const { id, code } = await tx.placementCode.create({
      data: { id: newId(), userId, code: newReadableCode(), createdAt: now },
    });
    await recordEvent(tx, {
      kind: "placement-code.made",
      subjectId: id,
      actorId: userId,
      occurredAt: now,
      data: { consent: CODE_CONSENT_VERSION },
    });
    return { code };
  });
}

/**
 * Ends the consent of an account: codes are deleted and every placement is cut off from the account. The placements stay, because
 * they are counted, all under one new pseudonym: the old one could be made again from the account's id and the town's secret.
 * A key that came from elsewhere (a programme's number, the employer's mark) leads to no account and stays.
 *
 * This is the only way in which the consent ends, and it comes before an account is erased: codes forbid the deletion of their
 * account (ON DELETE RESTRICT), and a placement that only lost its account would keep the pseudonym made from it.
 */
export async function withdrawConsent(
  town: Base & Pick<Town, "env">,
  { userId }: { userId: string },
): Promise<void> {
  const now = town.clock.now();
  await town.database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
    const codes = await tx.placementCode.deleteMany({ where: { userId } });
    const linked = await tx.placement.findMany({ where: { userId }, select: { startedOn: true } });
    const ownKey = personKeyOfAccount(town.env.personKeySecret, userId);
    await tx.placement.updateMany({ where: { personKey: ownKey }, data: { personKey: newPersonKey() } });
    const placements = await tx.placement.updateMany({ where: { userId }, data: { userId: null } });
    if (codes.count + placements.count === 0) return;
    await recordContactLosses(tx, { startedOn: linked.map((row) => dayOfColumn(row.startedOn)), now });
    await recordEvent(tx, {
      kind: "placement-code.withdrawn",
      subjectId: userId,
      actorId: userId,
      occurredAt: now,
      data: { codes: codes.count, placements: placements.count },
    });
  });
}

/**
 * The pseudonym for a placement of an account that agreed: the one that its linked placements have, then that of the person
 * who comes back to the employer, then its own. So all that is known to be one person stays one.
 */
export async function findPersonKey(
  tx: Transaction,
  town: Pick<Town, "env">,
  { userId, returningAs }: { userId: string; returningAs: string | null },
): Promise<string> {
  const linked = await tx.placement.findFirst({
    where: { ...STANDING, userId },
    orderBy: [{ reportedAt: "desc" }, { id: "desc" }],
    select: { personKey: true },
  });
  return linked?.personKey ?? returningAs ?? personKeyOfAccount(town.env.personKeySecret, userId);
}

/** The open code that was typed, of an account that is open too; the error is the code of the words beside the field. */
export async function findCode(
  tx: Transaction,
  { typed, now }: { typed: string; now: Date },
): Promise<{ ok: true; id: string; userId: string } | { ok: false; error: "placement-code" | "code-used" }> {
  const code = readCode(typed);
  if (code === null) return { ok: false, error: "placement-code" };
  // Two reports with one code wait for each other here.
  await tx.$queryRaw`SELECT "id" FROM "PlacementCode" WHERE "code" = ${code} FOR UPDATE`;
  const found = await tx.placementCode.findUnique({ where: { code, user: { state: "active" } } });
  if (!found || civilDateOf(now) > codeWorksUntil(found.createdAt))
    return { ok: false, error: "placement-code" };
  return found.usedAt ? { ok: false, error: "code-used" } : { ok: true, id: found.id, userId: found.userId };
}

/**
 * Marks a code as used. No event tells by which placement: the records would otherwise lead from the account to the placement
 * after the consent was taken back.
 */
export async function useCode(
  tx: Transaction,
  { codeId, now }: { codeId: string; now: Date },
): Promise<void> {
  await tx.placementCode.update({ where: { id: codeId }, data: { usedAt: now } });
}
