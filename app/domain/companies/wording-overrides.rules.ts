/** A blocked phrase that is kept all the same, with who says why. */
export type WordingOverride = { rule: string; text: string; reason: string; by: "company" | "staff" };

/** The reasons that are stored with a revision; what has another shape is left out. */
export function readOverrides(stored: unknown): WordingOverride[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter((item): item is WordingOverride => {
    const { rule, text, reason, by } = Object(item) as Partial<Record<keyof WordingOverride, unknown>>;
    const isText = [rule, text, reason].every((part) => typeof part === "string");
    return isText && (by === "company" || by === "staff");
  });
}

/** The overrides of a revision once staff accept its blocked phrases: theirs replace what staff said before. */
export function withStaffReason(
  overrides: readonly WordingOverride[],
  blocked: readonly { ruleId: string; phrase: string }[],
  reason: string,
): WordingOverride[] {
  const kept = overrides.filter(({ by }) => by === "company");
  const accepted = new Map(blocked.map((finding) => [`${finding.ruleId}/${finding.phrase}`, finding]));
  return [
    ...kept,
    ...[...accepted.values()].map(({ ruleId, phrase }) => ({
      rule: ruleId,
      text: phrase,
      reason,
      by: "staff" as const,
    })),
  ];
}
