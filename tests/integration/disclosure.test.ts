import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  attackedCells,
  attackRelease,
  type PublicRelease,
  publishedFigures,
} from "#app/domain/disclosure/attack.rules.ts";
import { readDisclosurePolicy } from "#app/domain/disclosure/policy.store.server.ts";
import { earlierRelease, sameQuantities, unchangedCells } from "#app/domain/disclosure/quantities.rules.ts";
import { hideSmallCells } from "#app/domain/disclosure/suppression.rules.ts";
import { drawUpAll } from "#app/domain/documents/draw-up.ts";
import { readDocumentSource } from "#app/domain/documents/store.server.ts";
import { jst } from "#app/platform/calendar.ts";
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

describe("an attack on all public cells of the demo town's papers", () => {
  test("finds no hidden cell of a release, nor of two successive ones", async () => {
    const policy = await readDisclosurePolicy(t.town);
    const publicSide = (drawn: Papers, shown: ReturnType<typeof hideSmallCells>): PublicRelease => ({
      published: publishedFigures(shown.documents),
      hidden: attackedCells(drawn.documents, shown.hidden, policy),
      relations: [...drawn.relations, ...sameQuantities(drawn.documents, policy)],
    });
    const before = await papersAt(jst("2025-03-11"));
    const first = hideSmallCells(before.documents, before.relations, policy);
    expect(first.hidden.length).toBeGreaterThan(0);
    expect(attackRelease(publicSide(before, first))).toEqual([]);

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
        ...publicSide(after, second),
        earlier: publicSide(before, first),
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
});
