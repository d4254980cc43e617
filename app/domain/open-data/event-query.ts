import { z } from "zod";
import { openDataWords } from "#app/locales/ja/open-data.ts";
import { EVENT_TARGETS } from "../events/audience.rules.ts";
import { EVENT_KINDS } from "../events/rules.ts";
import { pageParameters, readQuery } from "./query.ts";

const { eventParameters: words } = openDataWords;

/** What `GET /api/v1/events` understands; as for companies, a name that is not here is refused. */
export const eventsQuery = z.strictObject({
  kind: z.array(z.enum(EVENT_KINDS)).optional().meta({ description: words.kind }),
  for: z.array(z.enum(EVENT_TARGETS)).optional().meta({ description: words.for }),
  from: z.iso.date().optional().meta({ description: words.from }),
  until: z.iso.date().optional().meta({ description: words.until }),
  ...pageParameters(words.updatedSince),
});

export type EventsQuery = z.output<typeof eventsQuery>;

/** Reads the query of an address; every wrong or unknown name is listed. */
export function readEventsQuery(params: URLSearchParams) {
  return readQuery(eventsQuery, ["kind", "for"], params);
}
