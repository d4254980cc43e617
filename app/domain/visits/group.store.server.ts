import type { Town } from "#app/town.ts";
import type { GroupFacts } from "./group-table.rules.ts";
import type { GroupEditor, VisitGroup } from "./groups.store.server.ts";
import type { VisitRoom } from "./room.store.server.ts";

type GroupTown = Pick<Town, "database">;

/** One group that the editor may change; null for another school's or an unknown one. */
export async function findGroup(
  town: GroupTown,
  { eventId, groupId, editor }: { eventId: string; groupId: string; editor: GroupEditor },
): Promise<VisitGroup | null> {
  const row = await town.database.visitGroup.findUnique({
    where: { id: groupId, eventId, ...own(editor) },
    include: { school: { select: { name: true } } },
  });
  if (!row) return null;
  const { school, userId, eventId: _event, position: _position, ...group } = row;
  return { ...group, schoolName: school?.name ?? null, hasAccount: userId !== null };
}

const own = ({ isStaff, schoolId }: GroupEditor) => (isStaff ? {} : { schoolId: schoolId ?? "" });

/**
 * Changes one group. `account` is the mail address of the student who may see the place ("": as it is). Errors:
 * no-such-group, visit-label-exists, visit-no-such-account (no active student account of the group's school).
 */
export async function saveGroup(
  town: GroupTown,
  request: {
    room: VisitRoom;
    groupId: string;
    editor: GroupEditor;
    facts: GroupFacts;
    account: string;
    forgetAccount: boolean;
  },
): Promise<
  { ok: true } | { ok: false; error: "no-such-group" | "visit-label-exists" | "visit-no-such-account" }
> {
  const { room, groupId, editor, facts, account } = request;
  return town.database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT "id" FROM "Event" WHERE "id" = ${room.id} FOR NO KEY UPDATE`;
    const where = { id: groupId, eventId: room.id, ...own(editor) };
    const group = await tx.visitGroup.findUnique({ where });
    if (!group) return { ok: false, error: "no-such-group" };
    const twin = await tx.visitGroup.findUnique({
      where: { eventId_label: { eventId: room.id, label: facts.label } },
    });
    if (twin && twin.id !== groupId) return { ok: false, error: "visit-label-exists" };
    const student =
      account === ""
        ? null
        : await tx.user.findFirst({
            where: {
              email: account,
              role: "student",
              state: "active",
              student: group.schoolId ? { schoolId: group.schoolId } : { isNot: null },
            },
            select: { id: true },
          });
    if (account !== "" && !student) return { ok: false, error: "visit-no-such-account" };
    const places = new Set(room.places.map(({ id }) => id));
    const sessions = new Set(room.sessions.map(({ id }) => id));
    await tx.visitGroup.update({
      where,
      data: {
        ...facts,
        wishes: [...new Set(facts.wishes)].filter((id) => places.has(id)),
        sessionIds: facts.sessionIds.filter((id) => sessions.has(id)),
        ...(student ? { userId: student.id } : request.forgetAccount ? { userId: null } : {}),
      },
    });
    return { ok: true };
  });
}

/** Deletes a group. Plans that were made keep it. */
export async function removeGroup(
  town: GroupTown,
  { eventId, groupId, editor }: { eventId: string; groupId: string; editor: GroupEditor },
): Promise<{ ok: boolean }> {
  const { count } = await town.database.visitGroup.deleteMany({
    where: { id: groupId, eventId, ...own(editor) },
  });
  return { ok: count > 0 };
}
