import { hashPassword } from "better-auth/crypto";
import type { Clock } from "#app/platform/clock.ts";
import type { Database, Transaction } from "#app/platform/database.server.ts";
import type { ImageStorage } from "#app/platform/image-storage.server.ts";
import { proposePlan } from "#app/domain/booths/plans.store.server.ts";
import { STAFF_ID } from "./accounts/ids.ts";
import { addPhotos } from "./companies/photos.ts";
import { DEMO_PASSWORD } from "./demo-accounts.ts";
import { INFORMATION_FAIR_PLAN } from "./events/booth-plan.ts";
import { PRESENT } from "./events/present.ts";
import { eventId } from "./events/write.ts";
import { publishCouncilPapers } from "./plan/release.ts";
import { TABLES, type TableName, type TownRows } from "./rows.ts";
import { drawUpTown } from "./town.ts";

// PostgreSQL takes at most 65,535 values in a statement; no table has more than 40 columns.
const BATCH = 500;

/**
 * Fills an empty database with the demo town, relative to the clock's day, in one transaction: a seeding that is
 * interrupted leaves nothing behind. Throws when the database holds accounts that are not demo accounts. With a storage
 * for their bytes (`photosTo`) a few companies have photographs; without one the town has none.
 */
export async function seedDemoTown({
  database,
  clock,
  photosTo,
}: {
  database: Database;
  clock: Clock;
  photosTo?: ImageStorage;
}): Promise<void> {
  const rows = drawUpTown({ now: clock.now(), passwordHash: await hashPassword(DEMO_PASSWORD) });
  if (photosTo) await addPhotos(rows, photosTo);
  await database.$transaction(
    async (tx) => {
      const strangers = await tx.user.count({ where: { isDemo: false } });
      if (strangers > 0)
        throw new Error(
          `the database holds ${strangers} accounts that are not demo accounts; it is left as it is`,
        );
      for (const table of TABLES) await insert(tx, table, rows);
      // A company and its revisions refer to each other, so this reference comes last.
      await tx.$executeRaw`
        UPDATE "Company" SET "publishedRevisionId" = revision."id" FROM "CompanyRevision" AS revision
        WHERE revision."companyId" = "Company"."id" AND revision."state" = 'published'`;
    },
    { maxWait: 30_000, timeout: 180_000 },
  );
  // The plan is computed from what is stored; a town without it is whole, too.
  const proposal = {
    eventId: eventId(PRESENT.informationFair),
    staffId: STAFF_ID,
    settings: INFORMATION_FAIR_PLAN,
  };
  await proposePlan({ database, clock }, proposal);
  await publishCouncilPapers({ database, clock });
}

/** Each table has its own type of rows; TownRows pairs them, which the compiler cannot follow through a computed name. */
type Inserter = { createMany(rows: { data: readonly unknown[] }): Promise<unknown> };

async function insert(tx: Transaction, table: TableName, rows: TownRows): Promise<void> {
  const all = rows[table];
  const model = tx[table] as unknown as Inserter;
  for (let at = 0; at < all.length; at += BATCH) await model.createMany({ data: all.slice(at, at + BATCH) });
}
