/** Rows for buses that the form has beyond those that are known. */
export const SPARE_BUSES = 2;

export const OFFER_FIELDS = ["minimum", "maximum", "teachersNeeded"] as const;

/** The name of a field in the table of offers. */
export function offerField(field: (typeof OFFER_FIELDS)[number], placeId: string, sessionId: string): string {
  return `${field}-${placeId}-${sessionId}`;
}

/** The names of the rows of buses in the form: the seats have this name, the bus's name has `-name` behind it. */
export function busRows(sessionId: string, buses: readonly { id: string }[]): string[] {
  return [
    ...buses.map(({ id }) => `bus-${id}`),
    ...Array.from({ length: SPARE_BUSES }, (_, at) => `bus-${sessionId}-${at}`),
  ];
}
