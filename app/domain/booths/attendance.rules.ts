import { type CivilDate, civilDateOf } from "#app/platform/calendar.ts";

/** A day of an event on which a company may have stood at its booth, with the start of its first session. */
export type BoothDay = { day: CivilDate; startsAt: Date };

/** The days of an event, each once; an event without sessions has the day on which it starts. */
export function boothDays(event: { startsAt: Date; sessions: readonly { startsAt: Date }[] }): BoothDay[] {
  const starts =
    event.sessions.length > 0 ? event.sessions.map(({ startsAt }) => startsAt) : [event.startsAt];
  const first = new Map<CivilDate, Date>();
  for (const startsAt of starts.toSorted((one, other) => one.getTime() - other.getTime())) {
    const day = civilDateOf(startsAt);
    if (!first.has(day)) first.set(day, startsAt);
  }
  return [...first].map(([day, startsAt]) => ({ day, startsAt }));
}

/** The day that is recorded for a booth; null when nothing is recorded or the entry was taken back. */
export function attendedDay(booth: {
  attendedAt: Date | null;
  attendanceVoidedAt: Date | null;
}): CivilDate | null {
  return booth.attendedAt && !booth.attendanceVoidedAt ? civilDateOf(booth.attendedAt) : null;
}

/** The marks of the form: by application the day on which it stood there, null for not. Other fields are passed over. */
export function readMarks(
  values: Record<string, unknown>,
  { applicationIds, days }: { applicationIds: readonly string[]; days: readonly CivilDate[] },
): Map<string, CivilDate | null> {
  return new Map(applicationIds.map((id) => [id, days.find((day) => day === values[`day-${id}`]) ?? null]));
}
