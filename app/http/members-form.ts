import { data } from "react-router";
import { changeMembers } from "#app/domain/companies/members-change.server.ts";
import type { MembersActor } from "#app/domain/companies/members.rules.ts";
import { membersSchema } from "#app/domain/companies/members.schema.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { type Context, townContext } from "#app/town.ts";
import { tooManyAttempts } from "./too-many.ts";

const NOTICES = {
  invite: "member-invited",
  resend: "invitation-resent",
  revoke: "invitation-revoked",
  remove: "member-removed",
  "hand-over": "ownership-handed-over",
  leave: "member-left",
} as const;

/** Takes the forms of a list of members, for its owner and for staff. `problem` is a code of what was refused. */
export async function takeMembersForm(
  request: Request,
  context: Context,
  { actor, companyId, page }: { actor: MembersActor; companyId: string; page: string },
) {
  const form = await parseForm(request, membersSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const change = form.data;
  const result = await changeMembers(context.get(townContext), { actor, companyId, change });
  if (result.ok)
    return redirectWithNotice(change.intent === "leave" ? "/login" : page, NOTICES[change.intent]);
  if (result.error === "too-many-attempts") return tooManyAttempts(form.values, result.retryAfterSeconds);
  if (result.error === "already-member" || result.error === "invited-already")
    return formErrors({ email: result.error }, form.values);
  return data(
    { ok: false as const, problem: result.error, errors: {}, values: form.values },
    { status: 409 },
  );
}
