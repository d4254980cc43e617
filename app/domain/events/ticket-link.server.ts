import type { Town } from "#app/town.ts";
import { ticketUrl } from "./registration-contact.server.ts";
import type { Holder } from "./rules.ts";

/** The path of a registration's page for its holder: for an account behind the sign-in, for a guest the signed link. */
export function ticketPath(
  town: { env: Pick<Town["env"], "publicUrl" | "sessionSecret"> },
  { id, ...holder }: { id: string } & Holder,
): string {
  const guestId = "guestId" in holder ? holder.guestId : null;
  return ticketUrl(town, { id, guestId }).slice(town.env.publicUrl.length);
}
