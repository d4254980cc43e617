import { newId } from "#app/platform/random.ts";
import type { Role, Town } from "#app/town.ts";
import { type Category, poolKey } from "#app/domain/events/rules.ts";
import type { Prisma, SchoolKind } from "#generated/prisma/client.ts";

type BuilderTown = Pick<Town, "database" | "clock">;

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** An account that can register for events: students and teachers belong to a school, which is made when none is given. */
export async function createAttendee(
  town: BuilderTown,
  options: {
    role?: Role;
    state?: "active" | "waiting" | "closed";
    schoolId?: string;
    schoolKind?: SchoolKind;
    name?: string;
  } = {},
): Promise<{ id: string; email: string; schoolId: string | null }> {
  const id = newId();
  const role = options.role ?? "student";
  const email = `${id}@people.example`;
  const belongs = role === "student" || role === "teacher";
  const schoolId = belongs
    ? (options.schoolId ?? (await createTestSchool(town, { kind: options.schoolKind })).id)
    : null;
  await town.database.user.create({
    data: {
      id,
      email,
      name: options.name ?? "架空 太郎",
      role,
      state: options.state ?? "active",
      ...(role === "student" ? { student: { create: { schoolId: schoolId!, graduationYear: 2027 } } } : {}),
      ...(role === "teacher" ? { teacher: { create: { schoolId: schoolId! } } } : {}),
    },
  });
  return { id, email, schoolId };
}

/** Many students of one school at once. */
export async function createStudents(town: BuilderTown, count: number): Promise<string[]> {
  const { id: schoolId } = await createTestSchool(town);
  const ids = Array.from({ length: count }, newId);
  const people = ids.map((id) => ({ id, email: `${id}@people.example`, name: "架空 花子" }));
  await town.database.user.createMany({ data: people });
  await town.database.studentProfile.createMany({
    data: ids.map((userId) => ({ userId, schoolId, graduationYear: 2027 })),
  });
  return ids;
}

export async function createTestSchool(
  town: BuilderTown,
  options: { kind?: SchoolKind; name?: string } = {},
) {
  const id = newId();
  const name = options.name ?? "一関みらい高等学校";
  const kind = options.kind ?? "highSchool";
  return town.database.school.create({
    data: { id, name, nameKana: "イチノセキミライコウトウガッコウ", kind, area: "一関" },
  });
}

/** A published event, open for registration, in ten days; with one session unless `sessions` says otherwise. */
export async function createEvent(
  town: BuilderTown,
  options: Partial<Prisma.EventUncheckedCreateInput> & {
    seats?: Partial<Record<Category, number>>;
    sessions?: { startsAt: Date; endsAt: Date; seats: Partial<Record<Category, number>>; title?: string }[];
  } = {},
) {
  const { seats = { student: 10 }, sessions, ...facts } = options;
  const now = town.clock.now().getTime();
  const startsAt = (facts.startsAt as Date | undefined) ?? new Date(now + 10 * DAY);
  const endsAt = (facts.endsAt as Date | undefined) ?? new Date(startsAt.getTime() + 3 * HOUR);
  const runs = sessions ?? [{ startsAt, endsAt, seats }];
  return town.database.event.create({
    data: {
      id: newId(),
      kind: "guidanceFair",
      title: "地元就職ガイダンス",
      summary: "地元の企業の話を聞けます。",
      venue: "一関文化センター",
      address: "一関市大手町2-16",
      access: "一ノ関駅から徒歩8分",
      whatToBring: "筆記用具",
      state: "published",
      publishedAt: new Date(now - DAY),
      registrationOpensAt: new Date(now - DAY),
      ...facts,
      startsAt,
      endsAt,
      sessions: {
        create: runs.map((run) => ({
          id: newId(),
          title: "title" in run ? run.title : undefined,
          startsAt: run.startsAt,
          endsAt: run.endsAt,
          pools: {
            create: Object.entries(run.seats).map(([category, capacity]) => ({
              id: newId(),
              category: category as Category,
              key: poolKey({ category: category as Category }),
              capacity,
            })),
          },
        })),
      },
    },
    include: { sessions: { orderBy: { startsAt: "asc" }, include: { pools: true } } },
  });
}

/** Every pool's `reserved` beside the sum of the head counts registered or offered: the two are always equal. */
export async function ledgerOf(town: BuilderTown, eventId: string) {
  const pools = await town.database.capacityPool.findMany({
    where: { session: { eventId } },
    include: { registrations: { where: { state: { in: ["registered", "offered"] } } } },
  });
  return pools.map((pool) => ({
    category: pool.category,
    capacity: pool.capacity,
    reserved: pool.reserved,
    held: pool.registrations.reduce((sum, row) => sum + row.headCount, 0),
  }));
}
