import type { Database, Transaction } from "#app/platform/database.server.ts";
import { readKnownPlan } from "./known-figures.store.server.ts";
import {
  readKnownCompanies,
  readKnownGrants,
  readKnownOutcomes,
  readKnownPlacements,
  readKnownReports,
  readKnownSchools,
  readKnownSubsidies,
} from "./known-records.store.server.ts";
import { readMerges } from "./layout.rules.ts";
import { knownMapping } from "./mapping.ts";
import { type ObservationWrite, openObservationPlanner } from "./plan-observations.ts";
import { openPlacementPlanner, type PlacementWrite } from "./plan-placements.ts";
import { openSchoolOutcomePlanner, type OutcomeWrite } from "./plan-school-outcomes.ts";
import { type GrantWrite, openSubsidyGrantPlanner } from "./plan-subsidy-grants.ts";
import { openSupportReportPlanner, type ReportWrite } from "./plan-support-reports.ts";
import { openTargetPlanner, type TargetWrite } from "./plan-targets.ts";
import { openRowReader, type ReadRow, type SheetRow } from "./row-reader.ts";
import type { FigureKind, PlannedRow } from "./rules.ts";
import { readStoredSettings, settingsOf } from "./stored-settings.ts";

/** What a row writes, by the kind of import. */
export type FigureRecords = {
  observations: ObservationWrite;
  targets: TargetWrite;
  schoolOutcomes: OutcomeWrite;
  supportReports: ReportWrite;
  subsidyGrants: GrantWrite;
  placements: PlacementWrite;
};

/** A record that a row would write, with where it goes. */
export type FigureWrite = { [To in FigureKind]: { to: To; record: FigureRecords[To] } }[FigureKind];

/** An import as it is stored, as far as a plan needs it. */
export type StoredImport = {
  kind: FigureKind;
  headerRow: number;
  headers: string[];
  mapping: unknown;
  settings: unknown;
};

export type FigurePlanner = (row: SheetRow) => PlannedRow<FigureWrite>;

/** Prepares to compare a file with the records of now; rows are then planned in the order of the file. */
export async function openFigurePlanner(
  database: Database | Transaction,
  { stored, now }: { stored: StoredImport; now: Date },
): Promise<FigurePlanner> {
  const { kind, headers } = stored;
  const settings = readStoredSettings(stored.settings);
  const read = openRowReader({
    kind,
    headers,
    mapping: knownMapping(kind, stored.mapping, headers),
    merges: readMerges(settings.merges),
    fillDown: settings.typed["fillDown"] === "yes",
  });
  const leftOut = new Set(settings.leftOut);
  const plan = await openPlanner(database, {
    kind,
    typed: settings.typed,
    now,
    isLeftOut: (row) => leftOut.has(row),
  });
  return (row) => plan(read(row));
}

type About = {
  kind: FigureKind;
  typed: Record<string, string>;
  now: Date;
  isLeftOut: (row: number) => boolean;
};

type RowPlanner = (row: ReadRow) => PlannedRow<FigureWrite>;

async function openPlanner(
  database: Database | Transaction,
  { kind, typed, ...about }: About,
): Promise<RowPlanner> {
  switch (kind) {
    case "observations": {
      const settings = settingsOf(kind, typed);
      const plan = await knownPlan(database, settings.planId);
      return tagged(kind, openObservationPlanner({ plan, settings, ...about }));
    }
    case "targets": {
      const settings = settingsOf(kind, typed);
      const plan = await knownPlan(database, settings.planId);
      return tagged(kind, openTargetPlanner({ plan, settings, ...about }));
    }
    case "schoolOutcomes": {
      const known = {
        schools: await readKnownSchools(database),
        outcomes: await readKnownOutcomes(database),
      };
      return tagged(
        kind,
        openSchoolOutcomePlanner({ ...known, settings: settingsOf(kind, typed), ...about }),
      );
    }
    case "supportReports": {
      const reports = await readKnownReports(database);
      return tagged(kind, openSupportReportPlanner({ reports, settings: settingsOf(kind, typed), ...about }));
    }
    case "subsidyGrants": {
      const known = {
        subsidies: await readKnownSubsidies(database),
        companies: await readKnownCompanies(database),
        grants: await readKnownGrants(database),
      };
      return tagged(kind, openSubsidyGrantPlanner({ ...known, settings: settingsOf(kind, typed), ...about }));
    }
    case "placements": {
      const settings = settingsOf(kind, typed);
      const known = {
        schools: await readKnownSchools(database),
        companies: await readKnownCompanies(database),
        placements: await readKnownPlacements(database, { office: settings.office }),
      };
      return tagged(kind, openPlacementPlanner({ ...known, settings, ...about }));
    }
  }
}

/** The plan of an import stays: plans are never deleted. */
async function knownPlan(database: Database | Transaction, planId: string) {
  const plan = await readKnownPlan(database, { planId });
  if (!plan) throw new Error(`no plan ${planId}`);
  return plan;
}

function tagged<To extends FigureKind>(
  to: To,
  plan: (row: ReadRow) => PlannedRow<FigureRecords[To]>,
): RowPlanner {
  return (row) => {
    const planned = plan(row);
    return { ...planned, writes: planned.writes.map((record) => ({ to, record }) as FigureWrite) };
  };
}
