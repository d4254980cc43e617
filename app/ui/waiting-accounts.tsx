import { accountsWords as words } from "#app/locales/ja/accounts.ts";
import { Badge } from "./badge.tsx";
import { LinkButton } from "./button.tsx";
import { EmptyState } from "./page.tsx";
import { DescriptionList } from "./table.tsx";

export type WaitingAccountItem = {
  id: string;
  contactName: string;
  email: string;
  addressConfirmed: boolean;
  appliedOn: string;
  companyName: string;
  companyId: string | null;
  registration: keyof typeof words.registrationStates | null;
};

/** Company accounts that wait, each with the way to its application: the one place of the decision. */
export function WaitingAccounts({ accounts }: { accounts: WaitingAccountItem[] }) {
  if (accounts.length === 0)
    return <EmptyState title={words.waitingEmpty}>{words.waitingEmptyText}</EmptyState>;
  return (
    <>
      <p className="mb-4">{words.waitingLead}</p>
      <ul className="grid gap-6">
        {accounts.map((account) => (
          <li key={account.id} className="rounded-12 border border-solid-gray-420 p-4 sm:p-6">
            <h3 className="mb-3 flex flex-wrap items-center gap-2 text-std-18B-160">
              {account.companyName || words.noCompany}
              <Badge tone={account.registration === "submitted" ? "orange" : "neutral"}>
                {account.registration ? words.registrationStates[account.registration] : words.noRegistration}
              </Badge>
            </h3>
            <DescriptionList
              items={[
                { term: words.contact, children: account.contactName },
                {
                  term: words.email,
                  children: (
                    <span className="flex flex-wrap items-center gap-2 break-all">
                      {account.email}
                      <Badge tone={account.addressConfirmed ? "green" : "orange"}>
                        {account.addressConfirmed ? words.confirmed : words.unconfirmed}
                      </Badge>
                    </span>
                  ),
                },
                { term: words.appliedOn, children: account.appliedOn },
              ]}
            />
            {account.registration && account.companyId && (
              <LinkButton to={`/staff/registrations/${account.companyId}`} look="secondary" className="mt-4">
                {words.openRegistration(account.companyName || words.noCompany)}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
