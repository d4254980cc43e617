import { membersWords as words } from "#app/locales/ja/company-members.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { type FieldState, TextField } from "./field.tsx";
import { Table } from "./table.tsx";

export type MemberItem = {
  accountId: string;
  name: string;
  email: string;
  isOwner: boolean;
  state: keyof typeof words.states;
  since: string;
};

/** Who acts for a company, with what may be changed about each. `ownId` is the reader's own account. */
export function MemberTable({
  members,
  ownId,
  mayChange,
  handOverNote = words.handOverNote,
}: {
  members: readonly MemberItem[];
  ownId: string | null;
  mayChange: boolean;
  handOverNote?: string;
}) {
  return (
    <Table caption={words.title} head={mayChange ? words.columns : words.columns.slice(0, 3)}>
      {members.map((member) => (
        <tr key={member.accountId}>
          <th scope="row" className="min-w-56 break-all">
            {member.name}
            {member.accountId === ownId && <span className="ml-2 font-400">({words.own})</span>}
            <span className="block font-400">{member.email}</span>
          </th>
          <td className="whitespace-nowrap">
            <Badge tone={member.isOwner ? "blue" : "neutral"}>
              {member.isOwner ? words.owner : words.member}
            </Badge>
            {member.state !== "active" && (
              <span className="mt-1 block">
                <Badge tone="orange">{words.states[member.state]}</Badge>
              </span>
            )}
          </td>
          <td className="min-w-40">{member.since}</td>
          {mayChange && (
            <td className="min-w-64">
              {member.isOwner ? words.nothing : <Changes member={member} handOverNote={handOverNote} />}
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
}

function Changes({ member, handOverNote }: { member: MemberItem; handOverNote: string }) {
  return (
    <details>
      <summary
        aria-label={words.changeOf(member.name)}
        className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4"
      >
        {words.change}
      </summary>
      <form method="post" className="mt-2 grid gap-4">
        <input type="hidden" name="accountId" value={member.accountId} />
        {member.state === "active" && (
          <div>
            <p className="mb-2 text-dns-14N-130">{handOverNote}</p>
            <Button
              look="secondary"
              name="intent"
              value="hand-over"
              aria-label={words.handOverOf(member.name)}
            >
              {words.handOver}
            </Button>
          </div>
        )}
        <div>
          <p className="mb-2 text-dns-14N-130">{words.removeNote}</p>
          <Button look="danger" name="intent" value="remove" aria-label={words.removeOf(member.name)}>
            {words.remove}
          </Button>
        </div>
      </form>
    </details>
  );
}

export type InvitationItem = {
  id: string;
  email: string;
  isExpired: boolean;
  invitedOn: string;
  lastDay: string;
};

/** Invitations that nobody answered or took back. */
export function InvitationList({ invitations }: { invitations: readonly InvitationItem[] }) {
  if (invitations.length === 0) return <p>{words.noInvitations}</p>;
  return (
    <ul className="divide-y divide-solid-gray-420 border-y border-solid-gray-420">
      {invitations.map((invitation) => (
        <li key={invitation.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
          <div>
            <p className="text-std-16B-170 break-all">{invitation.email}</p>
            <p>
              {words.invitedOn(invitation.invitedOn)}。
              {invitation.isExpired ? words.expired(invitation.lastDay) : words.until(invitation.lastDay)}
            </p>
          </div>
          <form method="post" className="flex flex-wrap gap-3">
            <input type="hidden" name="invitationId" value={invitation.id} />
            <Button
              look="secondary"
              name="intent"
              value="resend"
              aria-label={words.resendOf(invitation.email)}
            >
              {words.resend}
            </Button>
            <Button look="danger" name="intent" value="revoke" aria-label={words.revokeOf(invitation.email)}>
              {words.revoke}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}

/** Asks for the address of the next member. */
export function InviteForm({ form, days }: { form: FieldState | undefined; days: number }) {
  return (
    <form method="post" noValidate className="grid gap-4">
      <p>{words.inviteText(days)}</p>
      <TextField
        name="email"
        type="email"
        label={words.email}
        inputMode="email"
        autoComplete="off"
        required
        form={form}
      />
      <div>
        <Button name="intent" value="invite">
          {words.invite}
        </Button>
      </div>
    </form>
  );
}
