import type { CompanyProfile } from "#app/domain/companies/schema.ts";
import type { Database, Transaction } from "#app/platform/database.server.ts";
import { newReadableCode } from "#app/platform/random.ts";
import { drawQrCode, type QrCode } from "#app/platform/qr-code.server.ts";
import type { Town } from "#app/town.ts";

/**
 * Gives every selected booth of the event that has none its code, and says how many. A code stays as long as the booth,
 * so what was printed remains right. Parallel calls give each booth one code.
 */
export async function ensureVisitCodes(
  database: Database | Transaction,
  { eventId, companyId }: { eventId: string; companyId?: string },
): Promise<{ made: number }> {
  const booths = await database.boothApplication.findMany({
    where: { eventId, state: "selected", visitCode: null, ...(companyId ? { companyId } : {}) },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  let made = 0;
  for (const { id } of booths) {
    const { count } = await database.boothApplication.updateMany({
      where: { id, visitCode: null },
      data: { visitCode: newReadableCode() },
    });
    made += count;
  }
  return { made };
}

/** A booth's sheet: what is printed and put on the table. */
export type BoothSheet = {
  companyId: string;
  companyName: string;
  area: string;
  boothNumber: number | null;
  /** Null while it has no code. */
  code: string | null;
  qr: QrCode | null;
};

export type BoothSheets = {
  eventId: string;
  eventTitle: string;
  startsAt: Date;
  endsAt: Date;
  venue: string;
  booths: BoothSheet[];
};

/** The sheets of all selected booths, or of one company's; null when there is no such event (or no such booth). */
export async function readBoothSheets(
  town: Pick<Town, "database" | "env">,
  { eventId, companyId }: { eventId: string; companyId?: string },
): Promise<BoothSheets | null> {
  const event = await town.database.event.findUnique({
    where: { id: eventId },
    include: {
      boothApplications: {
        where: { state: "selected", ...(companyId ? { companyId } : {}) },
        include: { company: { select: { publishedRevision: { select: { profile: true } }, slug: true } } },
      },
    },
  });
  if (!event || (companyId && event.boothApplications.length === 0)) return null;
  const booths = event.boothApplications.map((booth) => {
    const profile = booth.company.publishedRevision?.profile as CompanyProfile | undefined;
    const code = booth.visitCode;
    const sheet: BoothSheet = {
      companyId: booth.companyId,
      companyName: profile?.name ?? booth.company.slug,
      area: profile?.area ?? "",
      boothNumber: booth.boothNumber,
      code: code && `${code.slice(0, 4)}-${code.slice(4)}`,
      qr: code === null ? null : drawQrCode(`${town.env.publicUrl}/events/${event.id}/booths/${code}`),
    };
    return { sheet, number: booth.boothNumber ?? Infinity, kana: profile?.nameKana ?? "" };
  });
  return {
    eventId: event.id,
    eventTitle: event.title,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    venue: event.venue,
    booths: booths
      .toSorted((a, b) => a.number - b.number || a.kana.localeCompare(b.kana, "ja"))
      .map(({ sheet }) => sheet),
  };
}
