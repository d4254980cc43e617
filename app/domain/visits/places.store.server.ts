import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import type { CompanyProfile } from "../companies/schema.ts";

type PlaceTown = Pick<Town, "database">;

/** A published company that a visit can go to. */
export type CompanyChoice = { id: string; name: string; area: string };

/** The published companies by name. */
export async function listCompanyChoices(town: PlaceTown): Promise<CompanyChoice[]> {
  const companies = await town.database.company.findMany({
    where: { publishedRevisionId: { not: null }, withdrawnAt: null },
    select: { id: true, publishedRevision: { select: { profile: true } } },
  });
  return companies
    .map(({ id, publishedRevision }) => {
      const { name, area } = publishedRevision!.profile as unknown as CompanyProfile;
      return { id, name, area };
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, "ja"));
}

/**
 * Adds a place: a published company, or an establishment by name. Errors: required (neither is given),
 * visit-place-exists, visit-no-such-company.
 */
export async function addPlace(
  town: PlaceTown,
  place: { eventId: string; companyId: string; name: string; area: string; departments: string[] },
): Promise<
  | { ok: true; placeId: string }
  | { ok: false; error: "required" | "visit-place-exists" | "visit-no-such-company" }
> {
  const { eventId, departments } = place;
  const company = place.companyId
    ? (await listCompanyChoices(town)).find(({ id }) => id === place.companyId)
    : undefined;
  if (place.companyId && !company) return { ok: false, error: "visit-no-such-company" };
  const name = company?.name ?? place.name;
  if (name === "") return { ok: false, error: "required" };
  const facts = { name, area: place.area || (company?.area ?? ""), departments, companyId: company?.id };
  // The unique index decides between two tabs.
  const { count } = await town.database.visitPlace.createMany({
    data: [{ id: newId(), eventId, ...facts }],
    skipDuplicates: true,
  });
  if (count === 0) return { ok: false, error: "visit-place-exists" };
  const { id } = await town.database.visitPlace.findUniqueOrThrow({
    where: { eventId_name: { eventId, name } },
    select: { id: true },
  });
  return { ok: true, placeId: id };
}

/** Takes a place away, with its offers and the wishes for it. Plans that were made keep what they were made from. */
export async function removePlace(
  town: PlaceTown,
  { eventId, placeId }: { eventId: string; placeId: string },
): Promise<{ ok: boolean }> {
  return town.database.$transaction(async (tx) => {
    await tx.visitOffer.deleteMany({ where: { placeId, place: { eventId } } });
    const { count } = await tx.visitPlace.deleteMany({ where: { id: placeId, eventId } });
    await tx.$executeRaw`
      UPDATE "VisitGroup" SET "wishes" = array_remove("wishes", ${placeId})
      WHERE "eventId" = ${eventId} AND ${placeId} = ANY("wishes")`;
    return { ok: count > 0 };
  });
}

export type OfferEntry = {
  placeId: string;
  sessionId: string;
  minimum: number;
  /** Null: nobody is taken in this session. */
  maximum: number | null;
  teachersNeeded: number;
};

/** Saves what places take in sessions and which departments they suit. Ids of other events are left out. */
export async function saveOffers(
  town: PlaceTown,
  {
    eventId,
    offers,
    departments,
  }: { eventId: string; offers: readonly OfferEntry[]; departments: ReadonlyMap<string, string[]> },
): Promise<void> {
  await town.database.$transaction(async (tx) => {
    const event = await tx.event.findUniqueOrThrow({
      where: { id: eventId },
      select: { sessions: { select: { id: true } }, visitPlaces: { select: { id: true } } },
    });
    const sessions = new Set(event.sessions.map(({ id }) => id));
    const places = new Set(event.visitPlaces.map(({ id }) => id));
    for (const { placeId, sessionId, maximum, ...limits } of offers) {
      if (!places.has(placeId) || !sessions.has(sessionId)) continue;
      const where = { placeId_sessionId: { placeId, sessionId } };
      if (maximum === null) await tx.visitOffer.deleteMany({ where: { placeId, sessionId } });
      else
        await tx.visitOffer.upsert({
          where,
          create: { id: newId(), placeId, sessionId, maximum, ...limits },
          update: { maximum, ...limits },
        });
    }
    for (const [id, names] of departments)
      if (places.has(id)) await tx.visitPlace.update({ where: { id }, data: { departments: names } });
  });
}

/** The buses of a session as they are from now on; names are its own. Returns false when a name stands twice. */
export async function saveBuses(
  town: PlaceTown,
  {
    eventId,
    buses,
  }: { eventId: string; buses: readonly { sessionId: string; name: string; seats: number }[] },
): Promise<{ ok: true } | { ok: false; error: "visit-bus-twice"; sessionId: string; name: string }> {
  const seen = new Set<string>();
  for (const { sessionId, name } of buses) {
    if (seen.has(`${sessionId} ${name}`)) return { ok: false, error: "visit-bus-twice", sessionId, name };
    seen.add(`${sessionId} ${name}`);
  }
  await town.database.$transaction(async (tx) => {
    const sessions = await tx.eventSession.findMany({ where: { eventId }, include: { visitBuses: true } });
    for (const session of sessions) {
      const wanted = buses.filter(({ sessionId }) => sessionId === session.id);
      const names = wanted.map(({ name }) => name);
      await tx.visitBus.deleteMany({ where: { sessionId: session.id, name: { notIn: names } } });
      for (const { sessionId, name, seats } of wanted)
        await tx.visitBus.upsert({
          where: { sessionId_name: { sessionId, name } },
          create: { id: newId(), sessionId, name, seats },
          update: { seats },
        });
    }
  });
  return { ok: true };
}
