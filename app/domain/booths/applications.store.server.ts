import type { Transaction } from "#app/platform/database.server.ts";
import { longDate, dateTimeSpan } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { wishesInWords } from "#app/locales/ja/booths.ts";
import { recordEvent } from "../audit/store.server.ts";
import { freshnessOf, lastConfirmedAt } from "../companies/freshness.rules.ts";
import { mailMembers, nameIn } from "../companies/member-accounts.store.server.ts";
import { canonicalText, readProfile } from "../companies/profile.rules.ts";
import { queueSearchUpdate } from "../matching/versions.store.server.ts";
import { boothWindow, canWithdraw } from "./rules.ts";
import { type BoothApplicationForm, type BoothWishes, readWishes } from "./schema.ts";

type Desk = Pick<Town, "database" | "clock" | "jobs" | "env">;

/** Why a company cannot ask for a booth: who asks for whom, is its page public, did it confirm its facts lately. */
export type Ineligible = "no-company" | "not-published" | "not-confirmed";

export type BoothCompany = {
  companyId: string;
  name: string;
  departments: string[];
  ineligible: Ineligible | null;
};

/** The company for which an active account acts, and whether it may ask for booths; null when it acts for none. */
export async function findBoothCompany(
  town: Pick<Town, "database" | "clock">,
  { userId }: { userId: string },
): Promise<BoothCompany | null> {
  return readBoothCompany(town.database, userId, town.clock.now());
}

async function readBoothCompany(
  database: Pick<Transaction, "company">,
  userId: string,
  now: Date,
): Promise<BoothCompany | null> {
  const company = await database.company.findFirst({
    where: { members: { some: { userId, user: { state: "active", role: "company" } } } },
    select: {
      id: true,
      withdrawnAt: true,
      confirmedAt: true,
      firstPublishedAt: true,
      publishedRevision: { select: { profile: true, submittedAt: true } },
    },
  });
  if (!company) return null;
  const revision = company.publishedRevision;
  const vouched = { ...company, submittedAt: revision?.submittedAt ?? null };
  const { confirmedAt, firstPublishedAt, submittedAt } = vouched;
  const isOld =
    freshnessOf(lastConfirmedAt({ confirmedAt, firstPublishedAt, submittedAt }), now) === "hidden";
  return {
    companyId: company.id,
    name: revision ? nameIn(revision.profile) : "",
    departments: revision ? readProfile(revision.profile).departments : [],
    ineligible: !revision || company.withdrawnAt ? "not-published" : isOld ? "not-confirmed" : null,
  };
}

export type BoothError =
  | Ineligible
  | "no-such-event"
  | "booths-not-open-yet"
  | "booths-closed"
  | "booths-cancelled"
  /** Staff have decided; only withdrawing is possible. */
  | "booths-decided";
export type BoothResult =
  /** `repeated`: the same application was there already; no second mail. */
  | { ok: true; applicationId: string; outcome: "applied" | "changed" | "repeated" }
  | { ok: false; error: BoothError };

/**
 * A company asks for a booth, or changes what it asked for. The first time, and after a withdrawal, its members get the
 * receipt by mail; sending the same again changes nothing.
 */
export async function applyForBooth(
  town: Desk,
  { userId, eventId, form }: { userId: string; eventId: string; form: Omit<BoothApplicationForm, "intent"> },
): Promise<BoothResult> {
  return town.database.$transaction(async (tx) => {
    const now = town.clock.now();
    const company = await readBoothCompany(tx, userId, now);
    if (!company) return { ok: false, error: "no-company" };
    const event = await tx.event.findUnique({
      where: { id: eventId },
      include: { sessions: { select: { id: true } } },
    });
    const window = event ? boothWindow(event, now) : "none";
    if (!event || window === "none") return { ok: false, error: "no-such-event" };
    if (company.ineligible) return { ok: false, error: company.ineligible };
    if (window !== "open") return { ok: false, error: `booths-${window}` };

    const { message, ...asked } = form;
    const wishes: BoothWishes = {
      ...asked,
      sessions: asked.sessions.filter((id) => event.sessions.some((session) => session.id === id)).toSorted(),
      departments: asked.departments.toSorted(),
    };
    const place = { eventId, companyId: company.companyId };
    const created = await tx.boothApplication.createMany({
      data: { id: newId(), ...place, state: "applied", wishes, message, appliedById: userId, appliedAt: now },
      skipDuplicates: true,
    });
    const held = await lockApplication(tx, place);
    const isNew = created.count > 0;
    if (!isNew) {
      if (held.state === "selected" || held.state === "declined")
        return { ok: false, error: "booths-decided" };
      const same =
        held.message === message && canonicalText(readWishes(held.wishes)) === canonicalText(wishes);
      if (held.state === "applied" && same) return { ok: true, applicationId: held.id, outcome: "repeated" };
      const again =
        held.state === "withdrawn" ? { state: "applied" as const, appliedAt: now, fixed: null } : {};
      await tx.boothApplication.update({
        where: { id: held.id },
        data: { wishes, message, appliedById: userId, ...again },
      });
    }
    const isChange = !isNew && held.state === "applied";
    await recordEvent(tx, {
      kind: isChange ? "booth.changed" : "booth.applied",
      subjectId: held.id,
      actorId: userId,
      occurredAt: now,
      data: { eventId, companyId: company.companyId },
    });
    if (isChange) return { ok: true, applicationId: held.id, outcome: "changed" };
    await mailMembers(tx, town, {
      companyId: company.companyId,
      about: `${held.id}:${now.toISOString()}`,
      messageFor: () => ({
        kind: "booth-received",
        props: {
          companyName: company.name,
          eventTitle: event.title,
          when: dateTimeSpan(event.startsAt, event.endsAt),
          wishes: wishesInWords(wishes),
          changeUntil: event.boothClosesAt ? longDate(new Date(event.boothClosesAt.getTime() - 1)) : "",
          applicationUrl: `${town.env.publicUrl}/company/booths/${eventId}`,
        },
      }),
    });
    return { ok: true, applicationId: held.id, outcome: "applied" };
  });
}

export type WithdrawalResult =
  | { ok: true; repeated: boolean }
  | { ok: false; error: "no-such-application" | "too-late" };

/** A company takes its application back, or gives its booth back, until the event begins. */
export async function withdrawBooth(
  town: Desk,
  { userId, eventId }: { userId: string; eventId: string },
): Promise<WithdrawalResult> {
  return town.database.$transaction(async (tx) => {
    const now = town.clock.now();
    const company = await readBoothCompany(tx, userId, now);
    const event = await tx.event.findUnique({ where: { id: eventId }, select: { startsAt: true } });
    const place = { eventId, companyId: company?.companyId ?? "" };
    const exists = await tx.boothApplication.count({ where: place });
    if (!company || !event || exists === 0) return { ok: false, error: "no-such-application" };
    const held = await lockApplication(tx, place);
    if (held.state === "withdrawn") return { ok: true, repeated: true };
    if (!canWithdraw(held.state, event, now)) return { ok: false, error: "too-late" };
    await tx.boothApplication.update({
      where: { id: held.id },
      data: { state: "withdrawn", boothNumber: null, visitCode: null },
    });
    await recordEvent(tx, {
      kind: "booth.withdrawn",
      subjectId: held.id,
      actorId: userId,
      occurredAt: now,
      data: { eventId, companyId: company.companyId, from: held.state },
    });
    if (held.state === "selected")
      await queueSearchUpdate(tx, town, { kind: "company", id: company.companyId });
    return { ok: true, repeated: false };
  });
}

/** The row of an application, locked until the commit: decisions and withdrawals take their turns. */
async function lockApplication(tx: Transaction, place: { eventId: string; companyId: string }) {
  await tx.$executeRaw`
    SELECT "id" FROM "BoothApplication"
    WHERE "eventId" = ${place.eventId} AND "companyId" = ${place.companyId} FOR UPDATE`;
  return tx.boothApplication.findUniqueOrThrow({ where: { eventId_companyId: place } });
}
