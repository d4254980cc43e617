import { z } from "zod";
import { openDataWords } from "#app/locales/ja/open-data.ts";
import { EVENT_TARGETS } from "../events/audience.rules.ts";
import { EVENT_KINDS } from "../events/rules.ts";
import { licence } from "./representation.ts";

const { fields, eventFields: words } = openDataWords;

const EVENT_STATUSES = [
  "plenty",
  "few",
  "full",
  "not-open-yet",
  "closed",
  "ended",
  "cancelled",
  "postponed",
  "no-registration",
] as const;

const instant = z.iso.datetime();

/** What the open data says about an event, as a schema from which the OpenAPI file is made. */
export const openEvent = z
  .object({
    id: z.string().meta({ description: words.id }),
    url: z.url().meta({ description: words.url }),
    calendarUrl: z.url().meta({ description: words.calendarUrl }),
    kind: z.enum(EVENT_KINDS).meta({ description: words.kind }),
    title: z.string().meta({ description: words.title }),
    titleKana: z.string().meta({ description: words.titleKana }),
    summary: z.string().meta({ description: words.summary }),
    state: z.enum(["published", "cancelled", "postponed"]).meta({ description: words.state }),
    stateNote: z.string().meta({ description: words.stateNote }),
    status: z.enum(EVENT_STATUSES).meta({ description: words.status }),
    targets: z.array(z.enum(EVENT_TARGETS)).meta({ description: words.targets }),
    schoolsOnly: z.boolean().meta({ description: words.schoolsOnly }),
    startsAt: instant.meta({ description: words.startsAt }),
    endsAt: instant.meta({ description: words.endsAt }),
    previousStartsAt: instant.nullable().meta({ description: words.previousStartsAt }),
    registrationOpensAt: instant.nullable().meta({ description: words.registrationOpensAt }),
    registrationClosesAt: instant.nullable().meta({ description: words.registrationClosesAt }),
    price: z.int().nonnegative().meta({ description: words.price }),
    venue: z.string().meta({ description: words.venue }),
    address: z.string().meta({ description: words.address }),
    latitude: z.number().nullable().meta({ description: words.latitude }),
    longitude: z.number().nullable().meta({ description: words.longitude }),
    access: z.string().meta({ description: words.access }),
    parking: z.string().meta({ description: words.parking }),
    isOnline: z.boolean().meta({ description: words.isOnline }),
    organizer: z.string().meta({ description: words.organizer }),
    contactName: z.string().meta({ description: words.contactName }),
    contactPhone: z.string().meta({ description: words.contactPhone }),
    sessions: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          startsAt: instant,
          endsAt: instant,
          capacity: z.int().nonnegative().nullable().meta({ description: words.capacity }),
        }),
      )
      .meta({ description: words.sessions }),
    updatedAt: instant.meta({ description: words.updatedAt }),
  })
  .meta({ description: words.event });

export type OpenEvent = z.output<typeof openEvent>;

export const openEventList = z
  .object({
    licence,
    total: z.int().nonnegative().meta({ description: words.total }),
    next: z.url().nullable().meta({ description: fields.next }),
    events: z.array(openEvent),
  })
  .meta({ description: words.list });

export const openEventAnswer = z.object({ licence, event: openEvent }).meta({ description: words.one });
