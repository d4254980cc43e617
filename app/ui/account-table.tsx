import { accountsWords as words, stateNames } from "#app/locales/ja/accounts.ts";
import { roleNames } from "#app/locales/ja/site.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { Table } from "./table.tsx";

export type AccountItem = {
  id: string;
  name: string;
  email: string;
  role: keyof typeof roleNames;
  state: keyof typeof stateNames;
  addressConfirmed: boolean;
  createdOn: string;
  isOwn: boolean;
};

const tones = { active: "green", waiting: "orange", closed: "neutral" } as const;
const roles = Object.keys(roleNames) as (keyof typeof roleNames)[];

/** Accounts with what an administrator may change about each. */
export function AccountTable({ accounts }: { accounts: AccountItem[] }) {
  return (
    <Table caption={words.listHeading} head={words.columns}>
      {accounts.map((account) => (
        <tr key={account.id}>
          <th scope="row" className="min-w-56">
            {account.email}
            <span className="block font-400">{account.name}</span>
          </th>
          <td className="whitespace-nowrap">{roleNames[account.role]}</td>
          <td>
            <Badge tone={tones[account.state]}>{stateNames[account.state]}</Badge>
            {!account.addressConfirmed && (
              <span className="mt-1 block">
                <Badge tone="orange">{words.unconfirmed}</Badge>
              </span>
            )}
          </td>
          <td className="whitespace-nowrap">{account.createdOn}</td>
          <td className="min-w-64">{account.isOwn ? words.own : <Changes account={account} />}</td>
        </tr>
      ))}
    </Table>
  );
}

function Changes({ account }: { account: AccountItem }) {
  const isClosed = account.state === "closed";
  return (
    <details>
      <summary
        aria-label={`${account.email}の${words.change}`}
        className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4"
      >
        {words.change}
      </summary>
      <form method="post" className="mt-2 grid gap-2">
        <input type="hidden" name="accountId" value={account.id} />
        <input type="hidden" name="shownRole" value={account.role} />
        <label htmlFor={`role-${account.id}`} className="text-std-16B-170">
          {words.newRole}
        </label>
        <select
          id={`role-${account.id}`}
          name="role"
          defaultValue={account.role}
          aria-describedby={`role-${account.id}-note`}
          className="min-h-11 rounded-8 border border-solid-gray-600 bg-white px-3 py-2"
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleNames[role]}
            </option>
          ))}
        </select>
        <p id={`role-${account.id}-note`} className="text-dns-14N-130">
          {words.changeRoleNote}
        </p>
        <div>
          <Button
            look="secondary"
            name="intent"
            value="change-role"
            aria-label={`${account.email}の${words.changeRole}`}
          >
            {words.changeRole}
          </Button>
        </div>
      </form>
      <form method="post" className="mt-3">
        <input type="hidden" name="accountId" value={account.id} />
        <Button
          look={isClosed ? "secondary" : "danger"}
          name="intent"
          value={isClosed ? "reopen" : "close"}
          aria-label={`${account.email}を${isClosed ? words.reopen : words.close}`}
        >
          {isClosed ? words.reopen : words.close}
        </Button>
      </form>
    </details>
  );
}
