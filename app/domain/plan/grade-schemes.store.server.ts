import type { z } from "zod";
import { recordEvent } from "#app/domain/audit/store.server.ts";
import { readGradeSteps } from "#app/domain/indicators/scores.rules.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import type { gradeSchemeSchema } from "./schema.ts";

/** The grade schemes with the plans that use them. */
export async function listGradeSchemes({ database }: Pick<Town, "database">) {
  const schemes = await database.gradeScheme.findMany({
    orderBy: { name: "asc" },
    include: { plans: { select: { title: true }, orderBy: { position: "asc" } } },
  });
  return schemes.map(({ id, name, steps, plans }) => ({
    id,
    name,
    steps: readGradeSteps(steps),
    plans: plans.map(({ title }) => title),
  }));
}

/** Registers a way to turn a score into a grade. The same form sent twice makes one; a name that is there is refused. */
export async function createGradeScheme(
  town: Pick<Town, "database" | "clock">,
  { actorId, scheme }: { actorId: string; scheme: z.output<typeof gradeSchemeSchema> },
): Promise<{ ok: true } | { ok: false; error: "scheme-name-taken" }> {
  const id = scheme.entryId ?? newId();
  const steps = [
    ...(["A", "B", "C"] as const).map((grade) => ({
      grade,
      from: scheme[`from.${grade}`] / 100,
      meaning: scheme[`meaning.${grade}`],
    })),
    { grade: "D", from: null, meaning: scheme["meaning.D"] },
  ];
  return town.database.$transaction(async (tx) => {
    if (await tx.gradeScheme.findUnique({ where: { id } })) return { ok: true };
    if (await tx.gradeScheme.findFirst({ where: { name: scheme.name } }))
      return { ok: false, error: "scheme-name-taken" };
    const created = await tx.gradeScheme.createMany({
      data: [{ id, name: scheme.name, steps }],
      skipDuplicates: true,
    });
    if (created.count > 0)
      await recordEvent(tx, {
        kind: "grade-scheme.created",
        subjectId: id,
        actorId,
        occurredAt: town.clock.now(),
        data: {},
      });
    return { ok: true };
  });
}
