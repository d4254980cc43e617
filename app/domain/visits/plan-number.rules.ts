/** The number of a plan in an address; 0, which no plan has, for anything else. */
export function readPlanNumber(text: string | null): number {
  return /^[1-9]\d{0,5}$/.test(text ?? "") ? Number(text) : 0;
}
