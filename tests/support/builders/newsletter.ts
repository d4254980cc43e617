import type { Segment, SubscriberState } from "#app/domain/newsletter/rules.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";

/** Subscribers of one segment; active unless said otherwise. Returns their ids. */
export async function createSubscribers(
  town: Pick<Town, "database" | "clock">,
  count: number,
  options: { segment?: Segment; state?: SubscriberState } = {},
): Promise<string[]> {
  const ids = Array.from({ length: count }, newId);
  await town.database.subscriber.createMany({
    data: ids.map((id) => ({
      id,
      email: `${id}@readers.example`,
      segment: options.segment ?? "student",
      state: options.state ?? "active",
      createdAt: town.clock.now(),
    })),
  });
  return ids;
}
