import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/database.server.ts";

export async function seedDemoTown(_parts: { database: Database; clock: Clock }): Promise<void> {}
