const JST_OFFSET_MS = 9 * 60 * 60 * 1000;

/** 年度 of an instant, as `fiscalYearOf` says it, without a text in between: it is asked for every single fact. */
export function fiscalYearOfInstant(instant: Date): number {
  const local = new Date(instant.getTime() + JST_OFFSET_MS);
  return local.getUTCMonth() >= 3 ? local.getUTCFullYear() : local.getUTCFullYear() - 1;
}
