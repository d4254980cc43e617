import { busRows, OFFER_FIELDS, offerField } from "./offer-fields.rules.ts";
import { busSchema, departmentList, offerSchema } from "./room.schema.ts";

/** The fields of a form by name, as they were typed. */
type Values = Readonly<Record<string, string | string[]>>;
type Read<Data> = { ok: true; data: Data } | { ok: false; errors: Record<string, string> };

type Room = { places: readonly { id: string }[]; sessions: readonly { id: string }[] };

/** Reads the table of offers: one row for each place, three numbers for each session, and the departments. */
export function readOffers(
  values: Values,
  { places, sessions }: Room,
): Read<{
  offers: {
    placeId: string;
    sessionId: string;
    minimum: number;
    maximum: number | null;
    teachersNeeded: number;
  }[];
  departments: Map<string, string[]>;
}> {
  const errors: Record<string, string> = {};
  const departments = new Map<string, string[]>();
  const offers = places.flatMap(({ id: placeId }) => {
    const names = departmentList.safeParse(values[`departments-${placeId}`]);
    if (names.success) departments.set(placeId, names.data);
    else errors[`departments-${placeId}`] = names.error.issues[0]!.message;
    return sessions.flatMap(({ id: sessionId }) => {
      const name = (field: (typeof OFFER_FIELDS)[number]) => offerField(field, placeId, sessionId);
      const typed = Object.fromEntries(OFFER_FIELDS.map((field) => [field, values[name(field)]]));
      const parsed = offerSchema.safeParse(typed);
      if (!parsed.success) {
        for (const { path, message } of parsed.error.issues)
          errors[name(path[0] as (typeof OFFER_FIELDS)[number])] ??= message;
        return [];
      }
      const { minimum, maximum, teachersNeeded } = parsed.data;
      return { placeId, sessionId, minimum: minimum ?? 0, maximum, teachersNeeded: teachersNeeded ?? 0 };
    });
  });
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, data: { offers, departments } };
}

/** Reads the buses of every session: known rows by the bus's id, and spare ones. Rows without name and seats are none. */
export function readBuses(
  values: Values,
  sessions: readonly { id: string; buses: readonly { id: string }[] }[],
): Read<{ sessionId: string; name: string; seats: number }[]> {
  const errors: Record<string, string> = {};
  const buses = sessions.flatMap(({ id: sessionId, buses: known }) => {
    const names = new Set<string>();
    return busRows(sessionId, known).flatMap((row) => {
      const parsed = busSchema.safeParse({ name: values[`${row}-name`], seats: values[row] });
      if (!parsed.success) {
        for (const { path, message } of parsed.error.issues)
          errors[path[0] === "seats" ? row : `${row}-name`] ??= message;
        return [];
      }
      const { name, seats } = parsed.data;
      if (name === "" || seats === null) return [];
      if (names.has(name)) errors[`${row}-name`] = "visit-bus-twice";
      names.add(name);
      return { sessionId, name, seats };
    });
  });
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, data: buses };
}
