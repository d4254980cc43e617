import { requireViewer, type RouteHandle } from "#app/access.ts";
import { readBoothVisitors } from "#app/domain/booth-visits/contacts.store.server.ts";
import { findMembership } from "#app/domain/companies/members.store.server.ts";
import { contactHeader } from "#app/locales/ja/booth-visits.ts";
import { categoryNames } from "#app/locales/ja/events.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { csvHeaders } from "#app/platform/table-file/csv-response.server.ts";
import { encodeRows } from "#app/platform/table-file/write-csv.server.ts";
import { townContext } from "#app/town.ts";
import type { Route } from "./+types/booth-contacts-csv";

export const handle = { access: ["company"] } satisfies RouteHandle;

/** The contacts that visitors of the company's own booth shared with it. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const membership = await findMembership(town, { userId: viewer.id });
  const visitors =
    membership && (await readBoothVisitors(town, { eventId: params.id, companyId: membership.companyId }));
  if (!visitors) return new Response(null, { status: 404 });
  const rows = visitors.contacts.map((contact) => [
    contact.name,
    contact.schoolName,
    contact.department,
    categoryNames[contact.category],
    contact.email,
    civilDateOf(contact.sharedAt),
  ]);
  const file = { encoding: "utf-8", fileName: "連絡先.csv", asciiName: "contacts.csv" } as const;
  const bytes = encodeRows([contactHeader, ...rows], file.encoding, { first: true });
  return new Response(new Uint8Array(bytes), { headers: csvHeaders(file) });
}
