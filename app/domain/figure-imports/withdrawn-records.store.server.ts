import type { Town } from "#app/town.ts";
import { programmes } from "#app/locales/ja/figure-words.ts";
import { dayOf } from "./known-figures.store.server.ts";
import type { FigureKind } from "./rules.ts";
import { observationRow, type Restorable, restorables, targetRow, type WithdrawalRow } from "./withdrawal.ts";

type Reading = Pick<Town, "database">;
type Withdrawal = { rows: WithdrawalRow[]; left: number };

/** What would take the records of an import back, row by row; `left` are those that no table can. */
export async function readWithdrawal(
  town: Reading,
  { importId, kind }: { importId: string; kind: FigureKind },
): Promise<Withdrawal> {
  switch (kind) {
    case "observations":
      return withdrawObservations(town, importId);
    case "targets":
      return withdrawTargets(town, importId);
    case "schoolOutcomes":
      return withdrawOutcomes(town, importId);
    case "supportReports":
      return withdrawReports(town, importId);
    case "subsidyGrants":
      return withdrawGrants(town, importId);
    case "placements":
      return withdrawPlacements(town, importId);
  }
}

/** The rows of the pairs that still stand; null where nothing can be said. */
function rowsOf<Row>(
  pairs: readonly Restorable<Row>[],
  rowOf: (record: Row, before: Row | null) => WithdrawalRow | null,
): Withdrawal {
  const rows = pairs.map(({ record, before, isStanding }) => (isStanding ? rowOf(record, before) : null));
  const kept = rows.filter((row) => row !== null);
  return { rows: kept, left: rows.length - kept.length };
}

async function withdrawObservations({ database }: Reading, importId: string): Promise<Withdrawal> {
  const imported = await database.observation.findMany({
    where: { importId },
    distinct: ["indicatorId"],
    select: { indicatorId: true },
  });
  const stored = await database.observation.findMany({
    where: { indicatorId: { in: imported.map(({ indicatorId }) => indicatorId) } },
    include: { area: { select: { name: true } } },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  const rows = stored.map(({ asOf, area, value, numerator, denominator, unknownCount, ...row }) => ({
    ...row,
    asOf: asOf ? dayOf(asOf) : "",
    area: area?.name ?? "",
    value: value?.toFixed() ?? null,
    numerator: numerator?.toFixed() ?? null,
    denominator: denominator?.toFixed() ?? null,
    unknownCount: unknownCount?.toFixed() ?? null,
  }));
  const subjectOf = (row: (typeof rows)[number]) =>
    [row.indicatorId, row.kind, row.periodKind, row.fiscalYear, row.area, row.asOf].join("\0");
  // A figure in words cannot stand in a table of numbers.
  return rowsOf(restorables(rows, { importId, subjectOf }), (record, before) =>
    before?.text ? null : observationRow(record, before),
  );
}

async function withdrawTargets({ database }: Reading, importId: string): Promise<Withdrawal> {
  const sets = await database.targetSet.findMany({
    where: { importId },
    include: { targets: true },
  });
  const [set] = sets;
  const stored = await database.target.findMany({
    where: {
      indicatorId: { in: set?.targets.map(({ indicatorId }) => indicatorId) ?? [] },
      set: { adoptedOn: { lte: set?.adoptedOn ?? new Date(0) } },
    },
    include: { set: { select: { importId: true } } },
    orderBy: [{ set: { adoptedOn: "asc" } }, { set: { recordedAt: "asc" } }, { id: "asc" }],
  });
  const rows = stored.map(({ set: { importId: from }, value, ...target }) => ({
    ...target,
    importId: from,
    value: value?.toFixed() ?? null,
  }));
  const subjectOf = (row: (typeof rows)[number]) => `${row.indicatorId}\0${row.fiscalYear}`;
  return rowsOf(restorables(rows, { importId, subjectOf }), targetRow);
}

async function withdrawOutcomes({ database }: Reading, importId: string): Promise<Withdrawal> {
  const stored = await database.schoolOutcome.findMany({
    include: { school: { select: { name: true } } },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  const subjectOf = (row: (typeof stored)[number]) =>
    [row.schoolId, row.departmentName, row.graduationYear, dayOf(row.asOf)].join("\0");
  return rowsOf(restorables(stored, { importId, subjectOf }), (record, before) => {
    if (!before) return null;
    const counts = {
      graduates: before.graduates,
      placedLocal: before.placedLocal,
      placedPrefecture: before.placedPrefecture,
      placedOutside: before.placedOutside,
      furtherStudy: before.furtherStudy,
      other: before.other,
      unknown: before.unknown,
    };
    return {
      school: record.school.name,
      department: record.departmentName,
      graduationYear: `${record.graduationYear}年3月卒`,
      asOf: dayOf(record.asOf),
      ...textsOf(counts),
    };
  });
}

async function withdrawReports({ database }: Reading, importId: string): Promise<Withdrawal> {
  const stored = await database.supportReport.findMany({ orderBy: [{ reportedAt: "asc" }, { id: "asc" }] });
  const subjectOf = (row: (typeof stored)[number]) => `${row.programme}\0${dayOf(row.month)}`;
  return rowsOf(restorables(stored, { importId, subjectOf }), (record, before) => {
    if (!before) return null;
    const { consultations, newRegistrations } = before;
    return {
      programme: programmes[record.programme],
      month: dayOf(record.month),
      ...textsOf({ consultations, newRegistrations }),
    };
  });
}

function textsOf(counts: Record<string, number>): WithdrawalRow {
  return Object.fromEntries(Object.entries(counts).map(([field, count]) => [field, String(count)]));
}

const GRANT = {
  subsidy: { select: { name: true } },
  company: { select: { id: true, corporateNumber: true } },
} as const;
const VOID = "○";

async function withdrawGrants({ database }: Reading, importId: string): Promise<Withdrawal> {
  const stored = await database.subsidyGrant.findMany({
    where: { importId, isVoid: false },
    include: { ...GRANT, correctedBy: { select: { id: true } }, corrects: true },
    orderBy: { id: "asc" },
  });
  const rows = stored.flatMap(({ correctedBy, corrects, ...grant }) => {
    if (correctedBy) return [];
    const { subsidy, company, countedAs, decidedOn, people } = grant;
    const row = {
      subsidy: subsidy.name,
      company: company?.corporateNumber ?? company?.id ?? "",
      countedAs,
      decidedOn: dayOf(decidedOn),
    };
    return [
      corrects
        ? { ...row, people: String(corrects.people) }
        : { ...row, people: String(people), isVoid: VOID },
    ];
  });
  return { rows, left: stored.length - rows.length };
}

async function withdrawPlacements({ database }: Reading, importId: string): Promise<Withdrawal> {
  const related = {
    school: { select: { id: true } },
    company: { select: { id: true, corporateNumber: true } },
  } as const;
  const stored = await database.placement.findMany({
    where: { importId, isVoid: false },
    include: { ...related, correctedBy: { select: { id: true } }, corrects: { include: related } },
    orderBy: { id: "asc" },
  });
  const rows = stored.flatMap(({ correctedBy, corrects, ...placement }) => {
    if (correctedBy) return [];
    const { school, company, ...facts } = corrects ?? placement;
    return [
      {
        personNumber: placement.personKey,
        startedOn: dayOf(placement.startedOn),
        kind: { newGraduate: "新卒", midCareer: "中途", supported: "支援" }[facts.kind],
        inJurisdiction: facts.inJurisdiction ? "管内" : "管外",
        company: company?.corporateNumber ?? company?.id ?? "",
        placeOfWork: facts.placeOfWork,
        school: school?.id ?? "",
        graduationYear: facts.graduationYear === null ? "" : `${facts.graduationYear}年3月卒`,
        isVoid: corrects ? "" : VOID,
      },
    ];
  });
  return { rows, left: stored.length - rows.length };
}
