import { readSignedId, signId } from "#app/platform/signed-id.server.ts";
import type { Town } from "#app/town.ts";
import { isSessionDay } from "../events/rules.ts";

const NAME = "jimoto_visitor";
const PURPOSE = "booth-visitor";
const HOURS = 12;

/**
 * The Set-Cookie header by which a phone that opened a guest's ticket is known at the booths of that event; null on other
 * days than the session's. The ticket's page sets it (its address proved who it is); it says only which registration,
 * serves the booths' pages alone and ends after twelve hours.
 */
export function visitorCookie(
  town: Pick<Town, "env" | "clock">,
  ticket: { registrationId: string; eventId: string; session: { startsAt: Date; endsAt: Date } },
): string | null {
  if (!isSessionDay(ticket.session, town.clock.now())) return null;
  const value = signId(town.env.sessionSecret, PURPOSE, ticket.registrationId);
  const secure = town.env.publicUrl.startsWith("https://") ? "; Secure" : "";
  const path = `/events/${encodeURIComponent(ticket.eventId)}/booths`;
  return `${NAME}=${value}; Path=${path}; Max-Age=${HOURS * 3600}; HttpOnly; SameSite=Lax${secure}`;
}

/** The registration that the visitor's phone is known by; null without a cookie of ours. */
export function readVisitorCookie(town: Pick<Town, "env">, request: Request): string | null {
  const header = request.headers.get("Cookie") ?? "";
  const found = new RegExp(`(?:^|;\\s*)${NAME}=([^;\\s]+)`).exec(header)?.[1];
  return found ? readSignedId(town.env.sessionSecret, PURPOSE, found) : null;
}
