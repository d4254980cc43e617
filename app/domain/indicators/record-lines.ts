import { recordWords as words } from "#app/locales/ja/indicator-records.ts";
import { civilDateOf, plainDate } from "#app/platform/calendar.ts";
import type { MemberPage } from "./members.store.server.ts";

/** A page of records in words, with links to what they are about. */
export function recordPage(found: MemberPage) {
  return {
    ...found,
    records: found.records.map(({ day, knownAt, company, companyId, event, eventId, ...record }) => ({
      ...record,
      day: day === null ? words.notKnown : plainDate(day),
      knownAt: knownAt === null ? words.notKnown : plainDate(civilDateOf(knownAt)),
      links: [
        ...(event !== null ? [{ to: `/staff/events/${eventId}`, label: event }] : []),
        ...(company !== null ? [{ to: `/staff/companies/${companyId}`, label: company }] : []),
      ],
    })),
  };
}

/** The page number of an address; 1 for anything else. */
export function pageNumber(asked: string | null): number {
  return Number(/^\d{1,6}$/.exec(asked ?? "")?.[0] ?? 1);
}
