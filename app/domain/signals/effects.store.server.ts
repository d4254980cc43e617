import { civilDateOf, fiscalYearOf, fiscalYearRange } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { openPlan } from "../indicators/store.server.ts";
import { effectLines, type EffectLine } from "./effect-lines.ts";
import { type EventAmounts, effectOn, movedMeasures } from "./effects.ts";

/**
 * What the plan's indicators would be if an event that lies ahead went as planned, in words. Empty for an event that has
 * begun or does not take place, and without a plan. An event of the next fiscal year is read beside that year's targets.
 */
export async function readEffects(
  town: Pick<Town, "database" | "clock">,
  { eventId, amounts }: { eventId: string; amounts: EventAmounts },
): Promise<EffectLine[]> {
  const now = town.clock.now();
  const today = civilDateOf(now);
  const event = await town.database.event.findUnique({
    where: { id: eventId },
    select: { kind: true, state: true, startsAt: true },
  });
  if (!event || event.startsAt <= now || !["published", "planned"].includes(event.state)) return [];
  const { first } = fiscalYearRange(fiscalYearOf(event.startsAt));
  const asOf = first > today ? first : today;
  const plan = await openPlan(town);
  if (!plan) return [];
  const sheet = plan.sheet(asOf);
  const effects = movedMeasures(event, amounts).flatMap(({ measureKey, amount }) =>
    effectOn(sheet, measureKey, amount),
  );
  return effectLines(effects, sheet.fiscalYear);
}
