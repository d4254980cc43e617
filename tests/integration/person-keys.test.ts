import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTown } from "#app/compose.server.ts";
import { recordProgrammePlacement } from "#app/domain/employment/programmes.store.server.ts";
import { personKeyOfAccount, personKeyOfOffice } from "#app/domain/employment/person-key.server.ts";
import { settlePersonKeySecret } from "#app/domain/employment/person-key-source.store.server.ts";
import { runMeasure } from "#app/analytics/run.server.ts";
import { fixedClock } from "#app/platform/clock.ts";
import type { OpenDatabase } from "#app/platform/database.server.ts";
import { parseEnv } from "#app/platform/env.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import { createPlacement } from "#tests/support/builders/employment.ts";
import { createAttendee } from "#tests/support/builders/events.ts";
import { cloneTemplate } from "#tests/support/templates.ts";
import { openTestTown } from "#tests/support/test-town.ts";

const clock = fixedClock("2025-01-20T03:00:00Z");
const log = createLog("silent");
const FIRST = "the-session-secret-of-the-first-year";
const SECOND = "the-session-secret-of-the-second-year";
const OWN = "a-key-for-pseudonyms-and-nothing-else";

function envWith(settings: Record<string, string>) {
  const parsed = parseEnv({
    DATA_DIR: path.join(os.tmpdir(), "jimoto-keys"),
    LOG_LEVEL: "silent",
    ...settings,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.env;
}

let open: OpenDatabase;
beforeAll(async () => {
  open = await cloneTemplate("empty");
});
afterAll(() => open.close());

/** The portal as it starts with these settings on the same database. */
async function started<Result>(
  settings: Record<string, string>,
  work: (town: Awaited<ReturnType<typeof openTown>>["town"]) => Promise<Result>,
): Promise<Result> {
  const opened = await openTown({ env: envWith(settings), open, clock, log });
  try {
    return await work(opened.town);
  } finally {
    await opened.close();
  }
}

const place = (startedOn: string) => (town: Parameters<typeof recordProgrammePlacement>[0]) =>
  recordProgrammePlacement(town, {
    staffId: "staff",
    values: {
      programme: "supportStation",
      personNumber: "S-0042",
      startedOn,
      companyId: "",
      placeOfWork: "",
      kind: "supported",
      route: null,
    },
  });

describe("the pseudonym of a person", () => {
  test("stays the same when the session secret is changed: the person is not placed for the first time again", async () => {
    expect(await started({ SESSION_SECRET: FIRST }, place("2024-05-01"))).toMatchObject({
      isFirstTime: true,
    });
    const rotated = { SESSION_SECRET: SECOND, PERSON_KEY_SECRET: FIRST };
    expect(await started(rotated, place("2024-09-01"))).toMatchObject({ ok: true, isFirstTime: false });
    const keys = await open.database.placement.findMany({ select: { personKey: true } });
    expect(new Set(keys.map(({ personKey }) => personKey)).size).toBe(1);
    expect(keys[0]!.personKey).toBe(personKeyOfOffice(FIRST, "supportStation", "S-0042"));
    const found = await started(rotated, (town) =>
      runMeasure(town, "support-station-first-time-people", { asOf: "2025-01-15" }),
    );
    expect(found.value).toBe(1);
  });

  test("is never made with another key unnoticed: the start is refused and says what to do", async () => {
    const alone = { SESSION_SECRET: SECOND };
    await expect(started(alone, place("2024-10-01"))).rejects.toThrow(/set PERSON_KEY_SECRET/);
    await expect(started({ ...alone, PERSON_KEY_SECRET: OWN }, place("2024-10-01"))).rejects.toMatchObject({
      name: "StartRefused",
    });
    expect(await open.database.placement.count()).toBe(2);
  });

  test("changes when a lost key is given up knowingly, once, and the new key is then the one that stays", async () => {
    const lost = { SESSION_SECRET: SECOND, PERSON_KEY_SECRET: OWN };
    expect(await started({ ...lost, ACCEPT_NEW_PERSON_KEYS: "true" }, place("2024-11-01"))).toMatchObject({
      isFirstTime: true,
    });
    expect(await started({ ...lost, SESSION_SECRET: FIRST }, place("2024-12-01"))).toMatchObject({
      isFirstTime: false,
    });
    expect(await open.database.personKeySource.count()).toBe(2);
    await expect(open.database.personKeySource.deleteMany()).rejects.toThrow(/never changed/);
  });
});

describe("a town from before the pseudonyms had a key of their own", () => {
  test("goes on with the session secret, and notices at its first start when that was changed on the way", async () => {
    const t = await openTestTown();
    const { database } = t.town;
    await database.$executeRaw`ALTER TABLE "PersonKeySource" DISABLE TRIGGER append_only`;
    await database.personKeySource.deleteMany();
    const { id: userId } = await createAttendee(t.town);
    await createPlacement(t.town, {
      source: "company",
      userId,
      personKey: personKeyOfAccount(FIRST, userId),
      startedOn: "2024-05-01",
    });
    const settle = (settings: Record<string, string>) =>
      settlePersonKeySecret({ database, clock, log, env: envWith(settings) });
    await expect(settle({ SESSION_SECRET: SECOND })).rejects.toThrow(/another key/);
    expect(await settle({ SESSION_SECRET: FIRST })).toBe(FIRST);
    expect(await settle({ SESSION_SECRET: SECOND, PERSON_KEY_SECRET: FIRST })).toBe(FIRST);
    await t.close();
  });

  test("as a demo without settings keeps its key when it gets a session secret", async () => {
    const t = await openTestTown({ env: { SESSION_SECRET: "" } });
    const { database, env } = t.town;
    const later = envWith({ SESSION_SECRET: SECOND });
    expect(await settlePersonKeySecret({ database, clock, log, env: later })).toBe(env.personKeySecret);
    await t.close();
  });
});
