import type { Town } from "#app/town.ts";
import { chooseCut, readDocumentKey } from "./choice.ts";
import type { CouncilDocument } from "./document.rules.ts";
import { drawUpDocument } from "./draw-up.ts";
import { listPlans, readDocumentSource } from "./store.server.ts";

/**
 * The paper that an address of the staff asks for (`?plan=&asOf=&knownOn=`), drawn up from the records of now; null for an
 * unknown paper and for a town without a plan. `query` asks for the same again.
 */
export async function findDraftPaper(
  town: Pick<Town, "database" | "clock">,
  { key: keyText, params }: { key: string | undefined; params: URLSearchParams },
): Promise<{ document: CouncilDocument; query: string } | null> {
  const key = readDocumentKey(keyText);
  const plans = await listPlans(town);
  const plan = plans.find(({ id }) => id === params.get("plan")) ?? plans[0];
  if (!key || !plan) return null;
  const { cut } = chooseCut(params, { plan, now: town.clock.now() });
  const source = await readDocumentSource(town, { planId: plan.id, cut });
  if (!source) return null;
  const knownOn = params.get("knownOn") ?? "";
  const query = new URLSearchParams({ plan: plan.id, asOf: cut.asOf, ...(knownOn && { knownOn }) });
  return { document: drawUpDocument(source, key).document, query: `?${query}` };
}
