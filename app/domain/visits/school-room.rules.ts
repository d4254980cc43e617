import { type EventTerms, registrationWindow } from "../events/rules.ts";

/**
 * True while schools may enter groups and wishes: as long as the event's registration is open, and until a plan is
 * published. Staff close it by the registration's close or by publishing.
 */
export function schoolsMayEnter(
  event: EventTerms,
  { isPublished, now }: { isPublished: boolean; now: Date },
): boolean {
  return event.state === "published" && !isPublished && registrationWindow(event, now) === "open";
}
