const FIELD = "department.";

/** The name of the field in which a department of a school is written. */
export function departmentField(departmentId: string): string {
  return `${FIELD}${departmentId}`;
}

/** The department that a field is about; null for every other field. */
export function departmentOfField(field: string): string | null {
  return field.startsWith(FIELD) ? field.slice(FIELD.length) : null;
}
