import type { Prisma } from "#generated/prisma/client.ts";
import { signId } from "#app/platform/signed-id.server.ts";
import type { Town } from "#app/town.ts";

/** What of a registration's holder is read to write to them. */
export const contactInclude = {
  user: { select: { email: true, name: true } },
  guest: { select: { email: true, name: true } },
} satisfies Prisma.RegistrationInclude;

type Contact = { email: string; name: string };

/** Where the mails about a registration go: to its account, or to the guest's confirmed address. */
export function contactOf(registration: { user: Contact | null; guest: Contact | null }): Contact {
  const contact = registration.user ?? registration.guest;
  if (!contact) throw new Error("a registration belongs to an account or to a guest");
  return contact;
}

/** The page of a registration for its holder: behind the sign-in, for guests behind a link that only their mail holds. */
export function ticketUrl(
  town: { env: Pick<Town["env"], "publicUrl" | "sessionSecret"> },
  registration: { id: string; guestId: string | null },
): string {
  const { publicUrl, sessionSecret } = town.env;
  return registration.guestId
    ? `${publicUrl}/tickets/${signId(sessionSecret, "ticket", registration.id)}`
    : `${publicUrl}/me/registrations/${registration.id}`;
}
