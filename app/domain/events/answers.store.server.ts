import type { Town } from "#app/town.ts";
import type { Answer } from "./answers.rules.ts";
import { type Holder, registrationWindow } from "./rules.ts";

export type AnswerChange =
  | { ok: true }
  | { ok: false; error: "no-such-registration" | "closed" | "cancelled" };

/**
 * Replaces the answers of one's own registration, as long as registration is open. Answers to questions that staff took
 * off the form stay.
 */
export async function changeAnswers(
  town: Pick<Town, "database" | "clock">,
  { registrationId, answers, ...holder }: { registrationId: string; answers: readonly Answer[] } & Holder,
): Promise<AnswerChange> {
  return town.database.$transaction(async (tx) => {
    const own = { id: registrationId, ...holder };
    await tx.$executeRaw`SELECT 1 FROM "Registration" WHERE "id" = ${registrationId} FOR NO KEY UPDATE`;
    const row = await tx.registration.findUnique({ where: own, include: { event: true } });
    if (!row) return { ok: false, error: "no-such-registration" };
    if (row.state === "cancelled" || row.state === "expired") return { ok: false, error: "cancelled" };
    if (registrationWindow(row.event, town.clock.now()) !== "open") return { ok: false, error: "closed" };
    await tx.registrationAnswer.deleteMany({ where: { registrationId, question: { retiredAt: null } } });
    await tx.registrationAnswer.createMany({
      data: answers.map((answer) => ({ registrationId, ...answer })),
      skipDuplicates: true,
    });
    return { ok: true };
  });
}
