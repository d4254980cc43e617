import { newId } from "#app/platform/random.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { plainDate, shortDate } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { type GroupFacts, type GroupTable, MAX_GROUPS, readGroupTable } from "./group-table.rules.ts";
import type { VisitRoom, VisitSession } from "./room.store.server.ts";

type GroupTown = Pick<Town, "database">;

/** A group as its list shows it. */
export type VisitGroup = GroupFacts & {
  id: string;
  schoolId: string | null;
  schoolName: string | null;
  /** An account sees its own place. */
  hasAccount: boolean;
};

/** The groups of an event in their order: all for staff (`schoolId` null), those of the own school for a teacher. */
export async function listGroups(
  town: GroupTown,
  { eventId, schoolId }: { eventId: string; schoolId: string | null },
): Promise<VisitGroup[]> {
  const rows = await town.database.visitGroup.findMany({
    where: { eventId, ...(schoolId === null ? {} : { schoolId }) },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: { school: { select: { name: true } } },
  });
  return rows.map(({ school, userId, eventId: _event, position: _position, ...group }) => ({
    ...group,
    schoolName: school?.name ?? null,
    hasAccount: userId !== null,
  }));
}

/** Who changes groups: staff for any school (null: none named), a teacher only those of the own school. */
export type GroupEditor = { schoolId: string | null; isStaff: boolean };

type Table = { ok: true } & GroupTable;

/** What a table of groups would do; nothing is changed. Errors as in `readGroupTable`. */
export async function checkGroupTable(
  town: GroupTown,
  { room, editor, rows }: { room: VisitRoom; editor: GroupEditor; rows: readonly (readonly string[])[] },
): Promise<Table | { ok: false; error: string }> {
  return readGroupTable(rows, await tableContext(town.database, room, editor));
}

async function tableContext(database: Pick<Transaction, "visitGroup">, room: VisitRoom, editor: GroupEditor) {
  const groups = await database.visitGroup.findMany({
    where: { eventId: room.id },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return {
    places: room.places,
    sessions: room.sessions.map((session, at) => ({ id: session.id, names: sessionNames(session, at) })),
    groups: groups.map((group) => ({ ...group, isOthers: !mayChange(group, editor) })),
  };
}

function mayChange(group: { schoolId: string | null }, editor: GroupEditor): boolean {
  return editor.isStaff || group.schoolId === editor.schoolId;
}

/** The ways in which a session may be written in a cell: 1, 1日目, its title, 12月3日, 12/3, 2026-12-03. */
function sessionNames({ day, title }: VisitSession, at: number): string[] {
  const [, month, date] = day.split("-").map(Number) as [number, number, number];
  const plain = `${month}月${date}日`;
  return [
    title,
    String(at + 1),
    `${at + 1}日目`,
    plain,
    shortDate(day),
    plainDate(day),
    `${month}/${date}`,
    day,
  ].filter(Boolean);
}

export type Application =
  | { ok: true; created: number; changed: number; removed: number }
  | { ok: false; error: string };

/**
 * Writes what the dry run showed: rows that are new or changed; wrong rows are left out. With `removeMissing` groups that
 * the table does not name are deleted. `shown` is the `summaryOf` of the dry run: when something else would happen now,
 * nothing is written (visit-table-stale). Labels that read like names need `confirmLabels` (visit-label-name).
 */
export async function applyGroupTable(
  town: GroupTown,
  request: {
    room: VisitRoom;
    editor: GroupEditor;
    rows: readonly (readonly string[])[];
    shown: string;
    confirmLabels: boolean;
    removeMissing: boolean;
  },
): Promise<Application> {
  const { room, editor, removeMissing } = request;
  return town.database.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT "id" FROM "Event" WHERE "id" = ${room.id} FOR NO KEY UPDATE`;
      const table = readGroupTable(request.rows, await tableContext(tx, room, editor));
      if (!table.ok) return table;
      if (summaryOf(table) !== request.shown) return { ok: false, error: "visit-table-stale" };
      const written = table.rows.filter(({ outcome }) => outcome === "new" || outcome === "change");
      if (written.some(({ maybeName }) => maybeName) && !request.confirmLabels)
        return { ok: false, error: "visit-label-name" };
      const last = await tx.visitGroup.aggregate({
        where: { eventId: room.id },
        _max: { position: true },
        _count: true,
      });
      const created = written.filter(({ outcome }) => outcome === "new");
      if (last._count + created.length > MAX_GROUPS)
        return { ok: false, error: `visit-too-many-groups:${MAX_GROUPS}` };
      const first = (last._max.position ?? -1) + 1;
      await tx.visitGroup.createMany({
        data: created.map(({ group }, at) => ({
          id: newId(),
          eventId: room.id,
          schoolId: editor.schoolId,
          position: first + at,
          ...group,
        })),
      });
      const changed = written.filter(({ outcome }) => outcome === "change");
      for (const { group } of changed)
        await tx.visitGroup.update({
          where: { eventId_label: { eventId: room.id, label: group.label } },
          data: group,
        });
      const { count: removed } = removeMissing
        ? await tx.visitGroup.deleteMany({ where: { eventId: room.id, label: { in: table.missing } } })
        : { count: 0 };
      return { ok: true, created: created.length, changed: changed.length, removed };
    },
    { timeout: 60_000 },
  );
}

/** What a table would do, as one text: the same text means the same changes. */
export function summaryOf(table: GroupTable): string {
  const rows = table.rows.map(({ number, outcome, changes }) => `${number}${outcome[0]}${changes.length}`);
  return `${rows.length}-${table.missing.length}-${hashOf(rows.join())}`;
}

/** A short checksum (FNV-1a); it guards against a change between two pages, not against people. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(36);
}
