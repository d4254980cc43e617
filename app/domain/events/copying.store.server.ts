import { recordEvent } from "#app/domain/audit/store.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { copyOf, type CopySource } from "./copying.rules.ts";

/** An event with what a copy takes over; null when there is none. */
async function findCopySource(
  town: Pick<Town, "database">,
  { eventId }: { eventId: string },
): Promise<CopySource | null> {
  const row = await town.database.event.findUnique({
    where: { id: eventId },
    include: {
      sessions: { orderBy: [{ startsAt: "asc" }, { id: "asc" }], include: { pools: true } },
      questions: { orderBy: { position: "asc" } },
    },
  });
  return row;
}

/** Writes a planned event from another one, moved to a new first day; see `copyOf`. Null when there is no source. */
export async function copyEvent(
  town: Pick<Town, "database" | "clock">,
  { eventId, staffId, title, startsAt }: { eventId: string; staffId: string; title: string; startsAt: Date },
): Promise<string | null> {
  const source = await findCopySource(town, { eventId });
  if (!source) return null;
  const plan = copyOf(source, { title, startsAt });
  const now = town.clock.now();
  const id = newId();
  await town.database.$transaction(async (tx) => {
    await tx.event.create({
      data: {
        id,
        state: "planned",
        copiedFromId: eventId,
        createdAt: now,
        updatedAt: now,
        kind: plan.kind,
        title: plan.title,
        titleKana: plan.titleKana,
        summary: plan.summary,
        whatToBring: plan.whatToBring,
        venue: plan.venue,
        address: plan.address,
        access: plan.access,
        parking: plan.parking,
        latitude: plan.latitude,
        longitude: plan.longitude,
        onlineUrl: plan.onlineUrl,
        organizer: plan.organizer,
        contactName: plan.contactName,
        contactPhone: plan.contactPhone,
        registrationOpensAt: plan.registrationOpensAt,
        registrationClosesAt: plan.registrationClosesAt,
        audience: plan.audience,
        targets: plan.targets,
        visibility: plan.visibility,
        guestRegistration: plan.guestRegistration,
        maxGroupSize: plan.maxGroupSize,
        boothLimit: plan.boothLimit,
        boothOpensAt: plan.boothOpensAt,
        boothClosesAt: plan.boothClosesAt,
        boothNote: plan.boothNote,
        startsAt: plan.startsAt,
        endsAt: plan.endsAt,
        sessions: {
          create: plan.sessions.map((session) => ({
            id: newId(),
            title: session.title,
            startsAt: session.startsAt,
            endsAt: session.endsAt,
            pools: {
              create: session.pools.map(
                ({ category, schoolId, department, graduationYear, capacity, key }) => ({
                  id: newId(),
                  category,
                  schoolId,
                  department,
                  graduationYear,
                  capacity,
                  key,
                }),
              ),
            },
          })),
        },
        questions: {
          create: plan.questions.map(
            ({ position, label, help, kind, options, required, categories, minimum, maximum }) => ({
              id: newId(),
              position,
              label,
              help,
              kind,
              options,
              required,
              categories,
              minimum,
              maximum,
            }),
          ),
        },
      },
    });
    await recordEvent(tx, {
      kind: "event.created",
      subjectId: id,
      actorId: staffId,
      occurredAt: now,
      data: { kind: plan.kind, copiedFrom: eventId },
    });
  });
  return id;
}
