import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  attackedCells,
  attackRelease,
  type PublicRelease,
  publishedFigures,
} from "#app/domain/disclosure/attack.rules.ts";
import type { DisclosurePolicy } from "#app/domain/disclosure/rules.ts";
import { readDisclosurePolicy } from "#app/domain/disclosure/policy.store.server.ts";
import { earlierRelease, sameQuantities, unchangedCells } from "#app/domain/disclosure/quantities.rules.ts";
import { hideSmallCells } from "#app/domain/disclosure/suppression.rules.ts";
import { drawUpAll } from "#app/domain/documents/draw-up.ts";
import { readDocumentSource } from "#app/domain/documents/store.server.ts";
import { jst } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const OWN = "ichinoseki-industry-2022";
const AS_OF = "2025-01-31";
let t: TestTown;

beforeAll(async () => {
  t = await openTestTown({ seeded: true });
});
afterAll(() => t.close());

type Papers = ReturnType<typeof drawUpAll>;

async function papersAt(knownOn: Date): Promise<Papers> {
  return drawUpAll((await readDocumentSource(t.town, { planId: OWN, cut: { asOf: AS_OF, knownOn } }))!);
}

/** What the public reads of papers in which these cells are hidden. */
function publicSide(
  { documents, relations }: Papers,
  shown: Pick<ReturnType<typeof hideSmallCells>, "documents" | "hidden">,
  policy: DisclosurePolicy,
): PublicRelease {
  return {
    published: publishedFigures(shown.documents),
    hidden: attackedCells(documents, shown.hidden, policy),
    relations: [...relations, ...sameQuantities(documents, policy)],
  };
}

/** Only what is small itself is hidden, as if there were no secondary suppression. */
function hidePrimaryOnly(drawn: Papers, policy: DisclosurePolicy): PublicRelease {
  const { hidden } = hideSmallCells(drawn.documents, drawn.relations, policy);
  const primary = hidden.filter(({ reason }) => reason === "primary");
  const published = publishedFigures(drawn.documents);
  for (const { name } of primary) published.delete(name);
  return { ...publicSide(drawn, { documents: drawn.documents, hidden: primary }, policy), published };
}

describe("an attack on all public cells of the demo town's papers", () => {
  test("finds no hidden cell of a release, nor of two successive ones", async () => {
    const policy = await readDisclosurePolicy(t.town);
    const before = await papersAt(jst("2025-03-11"));
    const first = hideSmallCells(before.documents, before.relations, policy);
    expect(first.hidden.length).toBeGreaterThan(0);
    expect(attackRelease(publicSide(before, first, policy))).toEqual([]);

    // A check-in that was wrong makes the second release differ by one person.
    const wrong = await t.town.database.checkIn.findFirstOrThrow({
      where: { event: { kind: "informationFair" }, category: "guardian", headCount: 1, voidedAt: null },
    });
    await t.town.database.checkIn.update({
      where: { id: wrong.id },
      data: { voidedAt: t.town.clock.now() },
    });
    const after = await papersAt(t.town.clock.now());
    const last = earlierRelease(
      before.documents,
      new Set(first.hidden.map(({ name }) => name)),
      before.relations,
    );
    const second = hideSmallCells(after.documents, after.relations, policy, last);
    expect(second.unprotected).toEqual([]);
    expect(
      attackRelease({
        ...publicSide(after, second, policy),
        earlier: publicSide(before, first, policy),
        unchanged: unchangedCells(after.documents, last, policy),
      }),
    ).toEqual([]);
  });

  test("finds a cell where only that cell is hidden and a printed sum tells it", async () => {
    const policy = await readDisclosurePolicy(t.town);
    const drawn = await papersAt(jst("2025-03-11"));
    const published = publishedFigures(drawn.documents);
    const sum = drawn.relations.find(
      ({ total, parts }) => parts.length > 1 && [total, ...parts].every((name) => published.has(name)),
    )!;
    const [hidden] = sum.parts;
    published.delete(hidden!);
    const found = attackRelease({
      published,
      hidden: attackedCells(drawn.documents, [{ name: hidden!, reason: "primary" }], policy),
      relations: drawn.relations,
    });
    expect(found).toMatchObject([{ name: hidden, by: "rank" }]);
  });

  test("finds a small figure when only small figures are hidden, and none when what tells it is hidden too", async () => {
    const policy = await readDisclosurePolicy(t.town);
    await leaveGuardians(4);
    const drawn = await papersAt(t.town.clock.now());
    const found = attackRelease(hidePrimaryOnly(drawn, policy));
    expect(found).toContainEqual(expect.objectContaining({ release: "now", low: 4, high: 4 }));
    const shown = hideSmallCells(drawn.documents, drawn.relations, policy);
    expect(shown.unprotected).toEqual([]);
    expect(attackRelease(publicSide(drawn, shown, policy))).toEqual([]);
  });

  test("finds what a later release tells of an earlier one when the earlier one is forgotten, and none when it counts", async () => {
    const policy = await readDisclosurePolicy(t.town);
    await leaveGuardians(4);
    const before = await papersAt(t.town.clock.now());
    const first = hideSmallCells(before.documents, before.relations, policy);
    t.setNow(new Date(t.town.clock.now().getTime() + 86_400_000).toISOString());
    await leaveGuardians(6);
    const after = await papersAt(t.town.clock.now());
    const names = new Set(first.hidden.map(({ name }) => name));
    const last = earlierRelease(before.documents, names, before.relations);
    const attackOn = (second: ReturnType<typeof hideSmallCells>) =>
      attackRelease({
        ...publicSide(after, second, policy),
        earlier: publicSide(before, first, policy),
        unchanged: unchangedCells(after.documents, last, policy),
      });
    const forgotten = hideSmallCells(after.documents, after.relations, policy);
    expect(attackOn(forgotten)).toContainEqual(
      expect.objectContaining({ release: "earlier", low: 4, high: 4 }),
    );
    const remembered = hideSmallCells(after.documents, after.relations, policy, last);
    expect(remembered.unprotected).toEqual([]);
    expect(attackOn(remembered)).toEqual([]);
  });
});

/** Takes guardians of the information fair back, or enters more, until there are so many. */
async function leaveGuardians(people: number): Promise<void> {
  const { database, clock } = t.town;
  const event = await database.event.findFirstOrThrow({
    where: { kind: "informationFair", startsAt: { gte: jst("2024-04-01"), lt: jst("2025-04-01") } },
  });
  const guardians = { eventId: event.id, category: "guardian", voidedAt: null } as const;
  await database.checkIn.updateMany({ where: guardians, data: { voidedAt: clock.now() } });
  await database.checkIn.create({
    data: {
      id: newId(),
      eventId: event.id,
      category: "guardian",
      headCount: people,
      at: event.startsAt,
      recordedAt: clock.now(),
    },
  });
}
