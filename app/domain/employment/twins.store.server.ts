import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { readProfile } from "../companies/profile.rules.ts";
import { lockStanding, replacePlacement } from "./corrections.store.server.ts";
import type { PlacementKind, PlacementSource } from "./rules.ts";
import { dayOfColumn, STANDING } from "./store.server.ts";
import { likelyTwins, type ToldPlacement, type TwinPair } from "./twins.rules.ts";

type Base = Pick<Town, "database" | "clock">;

export type DeskTwin = ToldPlacement & { mark: string; companyName: string };

const OFFICES: PlacementSource[] = ["jobCafe", "supportStation", "staffImport"];

/** Starts that an employer and an office both told and that nobody has compared yet, the newest first. */
export async function listLikelyTwins(town: Pick<Town, "database">): Promise<TwinPair<DeskTwin>[]> {
  const offices = { ...STANDING, companyId: { not: null }, source: { in: OFFICES } };
  const ofOffices = await town.database.placement.findMany({ where: offices, select: COLUMNS });
  const companyIds = [...new Set(ofOffices.map(({ companyId }) => companyId!))];
  const [ofCompanies, compared] = await Promise.all([
    town.database.placement.findMany({
      where: { ...STANDING, source: "company", companyId: { in: companyIds } },
      select: COLUMNS,
    }),
    town.database.domainEvent.findMany({
      where: { kind: "placement.compared" },
      select: { subjectId: true, data: true },
    }),
  ]);
  const apart = new Set(
    compared.map(({ subjectId, data }) => `${subjectId} ${(data as { other: string }).other}`),
  );
  return likelyTwins([...ofOffices, ...ofCompanies].map(toldOf)).filter(
    ({ ofCompany, ofOffice }) => !apart.has(`${ofCompany.id} ${ofOffice.id}`),
  );
}

const COLUMNS = {
  id: true,
  personKey: true,
  source: true,
  kind: true,
  companyId: true,
  startedOn: true,
  employerReference: true,
  company: { select: { publishedRevision: { select: { profile: true } } } },
} as const;

function toldOf(row: {
  id: string;
  personKey: string;
  source: PlacementSource;
  kind: PlacementKind;
  companyId: string | null;
  startedOn: Date;
  employerReference: string;
  company: { publishedRevision: { profile: unknown } | null } | null;
}): DeskTwin {
  const { startedOn, employerReference, company, ...columns } = row;
  return {
    ...columns,
    startedOn: dayOfColumn(startedOn),
    mark: employerReference,
    companyName: company?.publishedRevision ? readProfile(company.publishedRevision.profile).name : "",
  };
}

/**
 * Records what staff found out about a pair of `listLikelyTwins`. The same person: everything that stands under the
 * pseudonym of the company's record moves to that of the office, whose number comes back with each new placement; the number
 * of placements stays. Another person: the pair is not asked about again. changed: the pair is none any more.
 */
export async function comparePlacements(
  town: Base,
  options: { staffId: string; ofCompanyId: string; ofOfficeId: string; isSame: boolean; reason: string },
): Promise<{ ok: true } | { ok: false; error: "changed" }> {
  const { staffId, ofCompanyId, ofOfficeId, isSame, reason } = options;
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const ofCompany = await lockStanding(tx, { placementId: ofCompanyId, scope: { staff: true } });
    const ofOffice = await lockStanding(tx, { placementId: ofOfficeId, scope: { staff: true } });
    if (!ofCompany || !ofOffice) return { ok: false, error: "changed" };
    const told = [ofCompany, ofOffice].map((row) => ({ ...row, startedOn: dayOfColumn(row.startedOn) }));
    const pair = likelyTwins(told)[0];
    if (pair?.ofCompany.id !== ofCompanyId) return { ok: false, error: "changed" };
    await recordEvent(tx, {
      kind: "placement.compared",
      subjectId: ofCompanyId,
      actorId: staffId,
      occurredAt: now,
      data: { other: ofOfficeId, isSame },
    });
    if (isSame)
      await movePerson(tx, {
        from: ofCompany.personKey,
        to: ofOffice.personKey,
        reason,
        actorId: staffId,
        now,
      });
    return { ok: true };
  });
}

async function movePerson(
  tx: Transaction,
  options: { from: string; to: string; reason: string; actorId: string; now: Date },
): Promise<void> {
  const { from, to, ...correction } = options;
  const rows = await tx.placement.findMany({
    where: { ...STANDING, personKey: from },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of rows) {
    const old = await lockStanding(tx, { placementId: id, scope: { staff: true } });
    if (old) await replacePlacement(tx, { ...correction, old, changed: { personKey: to }, isVoid: false });
  }
}
