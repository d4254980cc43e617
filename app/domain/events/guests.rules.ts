import type { EventAudience } from "./rules.ts";

/** Hours for which the link in a guest's mail leads to the form. */
export const GUEST_LINK_HOURS = 48;

/** Days after which an address is forgotten whose link was never used. */
export const UNCONFIRMED_DAYS = 7;

/**
 * At most this many links to one address, whatever networks they are asked for from; nobody can fill a stranger's mailbox.
 * A class behind one network asks for many addresses in the same minute.
 */
export const GUEST_THROTTLES = {
  perMail: { purpose: "guest-link-mail", limit: 5, windowSeconds: 60 * 60 },
  perNetwork: { purpose: "guest-link-network", limit: 300, windowSeconds: 60 * 60 },
} as const;

/** What the links of guests are signed for. */
export const GUEST_LINK_PURPOSE = "guest-link";
export const TICKET_PURPOSE = "ticket";

const HOUR_MS = 60 * 60 * 1000;

/** True where people without an account may register; what concerns schools is never registered by guests. */
export function takesGuests(event: { guestRegistration: boolean; audience: EventAudience }): boolean {
  return event.guestRegistration && event.audience !== "schools";
}

/** Until when the link works that was asked for last. */
export function guestLinkEnd(guest: { requestedAt: Date }): Date {
  return new Date(guest.requestedAt.getTime() + GUEST_LINK_HOURS * HOUR_MS);
}
