import { civilDateOf, type CivilDate } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import {
  audienceOfSchool,
  type CalendarAudience,
  calendarClassAt,
  finalClassAt,
  nextYear,
  type Prefecture,
  prefectureOfSchool,
  type RecruitmentAudience,
  type RecruitmentDate,
  type RecruitmentStage,
  type StagePoint,
  stageAt,
  TOWN_PREFECTURE,
} from "./rules.ts";

type DateTown = Pick<Town, "database" | "clock">;

/** A registered date with what staff noted about it. */
export type RegisteredDate = RecruitmentDate & { source: string; note: string; updatedAt: Date };

const inOrder = [{ audience: "asc" }, { date: "asc" }, { prefecture: "asc" }] as const;

/** The dates of the classes around today: the one that leaves this school year, the one before and the two after. */
export async function readDates(town: DateTown): Promise<RegisteredDate[]> {
  const last = finalClassAt(town.clock.now());
  const rows = await town.database.recruitmentDate.findMany({
    where: { graduationYear: { gte: last - 1, lte: last + 2 } },
    orderBy: [...inOrder],
  });
  return rows.map(toDate);
}

/** Every date of one class, for staff. */
export async function readClass(
  town: DateTown,
  { graduationYear }: { graduationYear: number },
): Promise<RegisteredDate[]> {
  const rows = await town.database.recruitmentDate.findMany({
    where: { graduationYear },
    orderBy: [...inOrder],
  });
  return rows.map(toDate);
}

/** The classes that have dates, the latest first. */
export async function listClasses(town: DateTown): Promise<number[]> {
  const rows = await town.database.recruitmentDate.groupBy({ by: ["graduationYear"] });
  return rows.map(({ graduationYear }) => graduationYear).sort((a, b) => b - a);
}

function toDate(row: {
  graduationYear: number;
  prefecture: string;
  audience: RecruitmentAudience;
  stage: RecruitmentStage;
  date: Date;
  source: string;
  note: string;
  updatedAt: Date;
}): RegisteredDate {
  const { graduationYear, prefecture, audience, stage, source, note, updatedAt } = row;
  return {
    graduationYear,
    prefecture,
    audience,
    stage,
    // A day without a time is stored as midnight UTC.
    date: row.date.toISOString().slice(0, 10),
    source,
    note,
    updatedAt,
  };
}

/** What a banner shows: whose calendar, of which class, and where it stands now. */
export type TodaysStage = {
  audience: CalendarAudience;
  prefecture: Prefecture;
  graduationYear: number;
  point: StagePoint;
  today: CivilDate;
};

/** Where an audience stands today: its own class when it is known, else the class that the calendar is about. */
export async function readTodaysStage(
  town: DateTown,
  asked: { audience: CalendarAudience; prefecture?: Prefecture; graduationYear?: number },
): Promise<TodaysStage> {
  return todaysStage(town, await readDates(town), asked);
}

/** The same for several audiences with one look at the table. */
export async function readTodaysStages(
  town: DateTown,
  audiences: readonly CalendarAudience[],
): Promise<TodaysStage[]> {
  const dates = await readDates(town);
  return audiences.map((audience) => todaysStage(town, dates, { audience }));
}

export function todaysStage(
  town: Pick<Town, "clock">,
  dates: readonly RecruitmentDate[],
  asked: { audience: CalendarAudience; prefecture?: Prefecture; graduationYear?: number },
): TodaysStage {
  const now = town.clock.now();
  const { audience, prefecture = TOWN_PREFECTURE } = asked;
  const graduationYear = asked.graduationYear ?? calendarClassAt(dates, { audience, prefecture, now });
  const point = stageAt(dates, { audience, prefecture, graduationYear, now });
  return { audience, prefecture, graduationYear, point, today: civilDateOf(now) };
}

/** The stage of a student's own class, by the kind of school; null where no calendar holds. */
export async function readStageOfStudent(
  town: DateTown,
  { userId }: { userId: string },
): Promise<TodaysStage | null> {
  const profile = await town.database.studentProfile.findUnique({
    where: { userId },
    select: { graduationYear: true, school: { select: { kind: true, inJurisdiction: true } } },
  });
  return profile && stageOfSchool(town, profile.school, profile.graduationYear);
}

/** The stage of the final class of a teacher's school; null where no calendar holds. */
export async function readStageOfTeacher(
  town: DateTown,
  { userId }: { userId: string },
): Promise<TodaysStage | null> {
  const profile = await town.database.teacherProfile.findUnique({
    where: { userId },
    select: { school: { select: { kind: true, inJurisdiction: true } } },
  });
  return profile && stageOfSchool(town, profile.school);
}

async function stageOfSchool(
  town: DateTown,
  school: { kind: string; inJurisdiction: boolean },
  graduationYear?: number,
): Promise<TodaysStage | null> {
  const audience = audienceOfSchool(school.kind) as CalendarAudience | null;
  if (!audience) return null;
  const prefecture = prefectureOfSchool(school);
  return readTodaysStage(town, { audience, prefecture, ...(graduationYear ? { graduationYear } : {}) });
}

type DateKey = Omit<RecruitmentDate, "date">;

/** Registers a date or changes it, with a fact of the change; the same date again only changes source and note. */
export async function saveDate(
  town: DateTown,
  {
    staffId,
    source,
    note,
    date,
    ...key
  }: RecruitmentDate & { source: string; note: string; staffId: string },
): Promise<{ ok: true; before: CivilDate | null }> {
  return town.database.$transaction(async (tx) => {
    const where = { graduationYear_prefecture_audience_stage: keyOf(key) };
    const known = await tx.recruitmentDate.findUnique({ where });
    const before = known && known.date.toISOString().slice(0, 10);
    const facts = { date: new Date(`${date}T00:00:00Z`), source, note, updatedById: staffId };
    const row = await tx.recruitmentDate.upsert({
      where,
      create: { id: newId(), ...keyOf(key), ...facts },
      update: facts,
    });
    await recordEvent(tx, {
      kind: "recruitment.date-changed",
      subjectId: row.id,
      actorId: staffId,
      occurredAt: town.clock.now(),
      data: { ...keyOf(key), from: before, to: date, reason: "" },
    });
    return { ok: true as const, before };
  });
}

/** Takes a date away, for example one that was not agreed after all; the reason stays with the fact. */
export async function removeDate(
  town: DateTown,
  { staffId, reason, ...key }: DateKey & { staffId: string; reason: string },
): Promise<{ ok: true } | { ok: false; error: "no-such-date" }> {
  return town.database.$transaction(async (tx) => {
    const where = { graduationYear_prefecture_audience_stage: keyOf(key) };
    const known = await tx.recruitmentDate.findUnique({ where });
    if (!known) return { ok: false as const, error: "no-such-date" as const };
    await tx.recruitmentDate.delete({ where });
    await recordEvent(tx, {
      kind: "recruitment.date-changed",
      subjectId: known.id,
      actorId: staffId,
      occurredAt: town.clock.now(),
      data: { ...keyOf(key), from: known.date.toISOString().slice(0, 10), to: null, reason },
    });
    return { ok: true as const };
  });
}

/**
 * Copies the dates of a class to the next one, a year later each. Dates that the next class has already stay as they are.
 * `source` says that the copy must be checked.
 */
export async function copyClass(
  town: DateTown,
  { from, staffId, source }: { from: number; staffId: string; source: string },
): Promise<{ ok: true; copied: number } | { ok: false; error: "no-such-class" }> {
  return town.database.$transaction(async (tx) => {
    const rows = await tx.recruitmentDate.findMany({ where: { graduationYear: from } });
    if (rows.length === 0) return { ok: false as const, error: "no-such-class" as const };
    const there = await tx.recruitmentDate.findMany({ where: { graduationYear: from + 1 } });
    const known = new Set(there.map((row) => JSON.stringify(keyOf({ ...row, graduationYear: from }))));
    const missing = rows.filter((row) => !known.has(JSON.stringify(keyOf(row))));
    for (const row of missing) {
      const date = nextYear(row.date.toISOString().slice(0, 10));
      const key = { ...keyOf(row), graduationYear: from + 1 };
      const id = newId();
      await tx.recruitmentDate.create({
        data: {
          id,
          ...key,
          date: new Date(`${date}T00:00:00Z`),
          source,
          note: row.note,
          updatedById: staffId,
        },
      });
      await recordEvent(tx, {
        kind: "recruitment.date-changed",
        subjectId: id,
        actorId: staffId,
        occurredAt: town.clock.now(),
        data: { ...key, from: null, to: date, reason: "copied" },
      });
    }
    return { ok: true as const, copied: missing.length };
  });
}

function keyOf({ graduationYear, prefecture, audience, stage }: DateKey): DateKey {
  return { graduationYear, prefecture, audience, stage };
}
