import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/database.server.ts";
import type { Log } from "#app/platform/log.server.ts";
import type { MailTransport } from "./transports.server.ts";

export function createMailDelivery(_parts: { database: Database; clock: Clock; log: Log; transport: MailTransport; from: string }) {
  return async (_mailId: string): Promise<void> => {};
}
