/** The tables of an event that staff can take along as files. */
export const EXPORT_TABLES = ["registrations", "answers", "check-ins", "booths", "counts"] as const;
export type ExportTable = (typeof EXPORT_TABLES)[number];

export const EXPORT_FORMATS = ["xlsx", "csv", "csv-cp932"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Tables with names or addresses of people. */
export const PERSONAL_TABLES: readonly ExportTable[] = ["registrations"];
