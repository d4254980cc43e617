import { addDays, type CivilDate } from "../../platform/calendar.ts";
import type { PlacementKind, PlacementSource } from "./rules.ts";

/** Days between two reports of one start: offices and employers do not always write down the same day. */
export const TWIN_DAYS = 14;

export type ToldPlacement = {
  id: string;
  personKey: string;
  source: PlacementSource;
  kind: PlacementKind;
  companyId: string | null;
  startedOn: CivilDate;
};
export type TwinPair<Row extends ToldPlacement = ToldPlacement> = { ofCompany: Row; ofOffice: Row };

/**
 * Starts that an employer and an office both told, as far as that can be seen: the same employer, nearly the same day, and
 * not known to be one person. Whether they are is for people to say. The newest first.
 */
export function likelyTwins<Row extends ToldPlacement>(rows: readonly Row[]): TwinPair<Row>[] {
  const ofOffices = Map.groupBy(
    rows.filter(({ source, companyId }) => source !== "company" && companyId !== null),
    ({ companyId }) => companyId,
  );
  return rows
    .filter(({ source }) => source === "company")
    .flatMap((ofCompany) =>
      (ofOffices.get(ofCompany.companyId) ?? [])
        .filter((ofOffice) => mayBeOne(ofCompany, ofOffice))
        .map((ofOffice) => ({ ofCompany, ofOffice })),
    )
    .toSorted((a, b) => b.ofCompany.startedOn.localeCompare(a.ofCompany.startedOn));
}

function mayBeOne(a: ToldPlacement, b: ToldPlacement): boolean {
  const isNear =
    a.startedOn <= addDays(b.startedOn, TWIN_DAYS) && b.startedOn <= addDays(a.startedOn, TWIN_DAYS);
  // Offices call anybody supported; straight from school and from another job exclude each other.
  const isLike = a.kind === b.kind || a.kind === "supported" || b.kind === "supported";
  return isNear && isLike && a.personKey !== b.personKey;
}
