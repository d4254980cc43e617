import { eventRooms as words } from "#app/locales/ja/event-editor.ts";

const ROOMS = [
  { key: "desk", path: "" },
  { key: "edit", path: "/edit" },
  { key: "registrations", path: "/registrations" },
  { key: "reception", path: "/reception" },
  { key: "booths", path: "/booths" },
  { key: "boothCodes", path: "/booth-codes" },
  { key: "visits", path: "/visits" },
  { key: "attendance", path: "/attendance" },
  { key: "survey", path: "/survey" },
  { key: "exports", path: "/exports" },
] as const;

export type EventRoom = (typeof ROOMS)[number]["key"];

/** The rooms in which staff work on one event, as links; the one that the page belongs to is marked. */
export function EventRoomNav({ eventId, current }: { eventId: string; current: EventRoom }) {
  return (
    <nav aria-label={words.label} data-screen-only className="mb-8 border-b border-solid-gray-420">
      <ul className="flex flex-wrap gap-x-1">
        {ROOMS.map(({ key, path }) => (
          <li key={key}>
            <a
              href={`/staff/events/${eventId}${path}`}
              aria-current={key === current ? "page" : undefined}
              className="inline-flex min-h-11 items-center border-b-4 border-transparent px-3 text-oln-16N-100 leading-snug text-key-900 underline-offset-4 hover:underline aria-[current]:border-key-900 aria-[current]:font-700"
            >
              {words[key]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
