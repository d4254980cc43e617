import type { Town } from "#app/town.ts";

type Source = Pick<Town, "database">;

/**
 * A short text that is different after any change of what the measures and the plan's sheet read. Rows that are only ever
 * added are covered by their number and sum; a row that ends (voided, withdrawn, delisted, cancelled) by the number of
 * rows that have ended or by its time of change. One statement without joins; its cost grows with the check-ins of the
 * town (some two milliseconds for the demo town).
 */
export async function readFactStamp(town: Source): Promise<string> {
  const [row] = await town.database.$queryRaw<[{ stamp: string }]>`
    SELECT concat_ws('|',
      (SELECT concat_ws(',', count(*), count("firstPublishedAt"), count("withdrawnAt"),
        max("firstPublishedAt"), max("withdrawnAt")) FROM "Company"),
      (SELECT concat_ws(',', count(*), count("delistedAt"), max("listedAt"), max("delistedAt")) FROM "ManufacturingEntry"),
      (SELECT concat_ws(',', count(*), max("updatedAt")) FROM "Event"),
      (SELECT concat_ws(',', count(*), sum("headCount"), count("voidedAt"), max("at"), max("recordedAt")) FROM "CheckIn"),
      (SELECT concat_ws(',', count(*), count("attendedAt"), max("attendedAt")) FROM "BoothApplication"),
      (SELECT count(*) FROM "VisitStop"),
      (SELECT concat_ws(',', count(*), max("startedOn"), max("reportedAt")) FROM "Placement"),
      (SELECT concat_ws(',', count(*), sum("consultations"), sum("newRegistrations")) FROM "SupportReport"),
      (SELECT concat_ws(',', count(*), sum("people"), max("decidedOn")) FROM "SubsidyGrant"),
      (SELECT count(*) FROM "IndicatorVersion"),
      (SELECT count(*) FROM "PlanNodeVersion"),
      (SELECT count(*) FROM "Target"),
      (SELECT count(*) FROM "Observation"),
      (SELECT count(*) FROM "Evaluation"),
      (SELECT max("id") FROM "DomainEvent")
    ) AS stamp`;
  return row.stamp;
}
