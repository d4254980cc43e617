import { data } from "react-router";
import { looksLikeName } from "#app/domain/visits/labels.rules.ts";
import { removeGroup, saveGroup } from "#app/domain/visits/group.store.server.ts";
import type { GroupEditor } from "#app/domain/visits/groups.store.server.ts";
import { groupSchema } from "#app/domain/visits/room.schema.ts";
import type { VisitRoom } from "#app/domain/visits/room.store.server.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, type FormValues } from "#app/platform/form.server.ts";
import type { Town } from "#app/town.ts";

/** Saves or deletes one group, for staff and for teachers; `page` is the list that the reader goes back to. */
export async function answerGroup(
  town: Town,
  form: { room: VisitRoom; groupId: string; editor: GroupEditor; values: FormValues; page: string },
) {
  const { room, groupId, editor, values, page } = form;
  if (values["intent"] === "remove") {
    const { ok } = await removeGroup(town, { eventId: room.id, groupId, editor });
    if (!ok) throw data(null, { status: 404 });
    return redirectWithNotice(page, "visit-group-removed");
  }
  const read = checkForm(values, groupSchema);
  if (!read.ok) return formErrors(read.errors, read.values);
  const { wish1, wish2, wish3, wish4, wish5, account, confirmLabel, ...facts } = read.data;
  const wishes = [wish1, wish2, wish3, wish4, wish5].filter(Boolean);
  const twice = wishes.findIndex((id, at) => wishes.indexOf(id) !== at);
  if (twice >= 0) {
    const field = [wish1, wish2, wish3, wish4, wish5].lastIndexOf(wishes[twice]!) + 1;
    return formErrors({ [`wish${field}`]: "visit-wish-twice" }, read.values);
  }
  if (confirmLabel !== "yes" && looksLikeName(facts.label, [facts.className, facts.department]))
    return formErrors({ confirmLabel: "visit-label-name" }, read.values);
  const result = await saveGroup(town, {
    room,
    groupId,
    editor,
    facts: { ...facts, wishes },
    account,
    forgetAccount: values["forgetAccount"] === "yes",
  });
  if (result.ok) return redirectWithNotice(page, "visit-groups-saved");
  if (result.error === "no-such-group") throw data(null, { status: 404 });
  const field = result.error === "visit-no-such-account" ? "account" : "label";
  return formErrors({ [field]: result.error }, read.values, 409);
}
