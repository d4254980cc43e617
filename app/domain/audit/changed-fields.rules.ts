/** A field of a record before and after a change, as texts; for the audit record of things that are no people. */
export type ChangedField = { field: string; before: string; after: string };

/** The fields in which two states of a record differ, in the order of the second. */
export function changedFields(
  before: Readonly<Record<string, string | boolean>>,
  after: Readonly<Record<string, string | boolean>>,
): ChangedField[] {
  return Object.entries(after).flatMap(([field, value]) =>
    before[field] === value ? [] : [{ field, before: String(before[field] ?? ""), after: String(value) }],
  );
}
