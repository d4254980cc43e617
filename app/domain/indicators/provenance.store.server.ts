import type { CivilDate } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { DatedObservation, ObservationKind } from "./rules.ts";

/** Who wrote a figure down: a role, never a name. `system` wrote what nobody signed (the town's first data). */
export type Recorder = "staff" | "admin" | "school" | "company" | "system";

/** One entered figure with everything that says where it comes from. */
export type EnteredFigure = {
  id: string;
  areaId: string | null;
  kind: ObservationKind;
  fiscalYear: number;
  asOf: CivilDate | null;
  value: number | null;
  text: string | null;
  missingReason: string | null;
  numerator: number | null;
  denominator: number | null;
  unknownCount: number | null;
  status: DatedObservation["status"];
  source: string;
  note: string;
  recordedAt: Date;
  recordedBy: Recorder;
  /** The cell of an imported file; null for a figure that was typed in. */
  cell: { importId: string; fileName: string | null; row: number | null; column: string | null } | null;
};

const RECORDERS: Readonly<Record<string, Recorder>> = {
  staff: "staff",
  admin: "admin",
  teacher: "school",
  company: "company",
};

/** The figures that were entered for an indicator and recorded by then, by fiscal year and time of recording. */
export async function readEnteredFigures(
  town: Pick<Town, "database">,
  { indicatorId, knownOn }: { indicatorId: string; knownOn: Date },
): Promise<EnteredFigure[]> {
  const rows = await town.database.observation.findMany({
    where: { indicatorId, recordedAt: { lte: knownOn } },
    orderBy: [{ fiscalYear: "asc" }, { recordedAt: "asc" }, { id: "asc" }],
  });
  const [people, files] = await Promise.all([
    town.database.user.findMany({
      where: { id: { in: rows.flatMap(({ recordedById }) => recordedById ?? []) } },
      select: { id: true, role: true },
    }),
    town.database.figureImport.findMany({
      where: { id: { in: rows.flatMap(({ importId }) => importId ?? []) } },
      select: { id: true, fileName: true },
    }),
  ]);
  const roles = new Map<string | null, string>(people.map(({ id, role }) => [id, role]));
  const fileNames = new Map(files.map(({ id, fileName }) => [id, fileName]));
  return rows.map((row) => ({
    id: row.id,
    areaId: row.areaId,
    kind: row.kind,
    fiscalYear: row.fiscalYear,
    asOf: row.asOf && row.asOf.toISOString().slice(0, 10),
    value: row.value?.toNumber() ?? null,
    text: row.text,
    missingReason: row.missingReason,
    numerator: row.numerator?.toNumber() ?? null,
    denominator: row.denominator?.toNumber() ?? null,
    unknownCount: row.unknownCount?.toNumber() ?? null,
    status: row.status,
    source: row.source,
    note: row.note,
    recordedAt: row.recordedAt,
    recordedBy: RECORDERS[roles.get(row.recordedById) ?? ""] ?? "system",
    cell:
      row.importId === null
        ? null
        : {
            importId: row.importId,
            fileName: fileNames.get(row.importId) ?? null,
            row: row.importRow,
            column: row.importColumn,
          },
  }));
}
