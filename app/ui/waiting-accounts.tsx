import { accountsWords as words } from "#app/locales/ja/accounts.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { EmptyState } from "./page.tsx";
import { DescriptionList } from "./table.tsx";

export type WaitingAccountItem = {
  id: string;
  contactName: string;
  email: string;
  addressConfirmed: boolean;
  appliedOn: string;
  companyName: string;
  corporateNumber: string | null;
};

const registry = (number: string) =>
  `https://www.houjin-bangou.nta.go.jp/henkorireki-johoto.html?selHouzinNo=${number}`;

/** Company accounts that wait for staff, each with the check of its number and the two decisions. */
export function WaitingAccounts({ accounts }: { accounts: WaitingAccountItem[] }) {
  if (accounts.length === 0)
    return <EmptyState title={words.waitingEmpty}>{words.waitingEmptyText}</EmptyState>;
  return (
    <ul className="grid gap-6">
      {accounts.map((account) => (
        <li key={account.id} className="rounded-12 border border-solid-gray-420 p-4 sm:p-6">
          <h3 className="mb-3 text-std-18B-160">{account.companyName || words.noCompany}</h3>
          <DescriptionList
            items={[
              { term: words.contact, children: account.contactName },
              {
                term: words.email,
                children: (
                  <span className="flex flex-wrap items-center gap-2">
                    {account.email}
                    <Badge tone={account.addressConfirmed ? "green" : "orange"}>
                      {account.addressConfirmed ? words.confirmed : words.unconfirmed}
                    </Badge>
                  </span>
                ),
              },
              { term: words.appliedOn, children: account.appliedOn },
              { term: words.corporateNumber, children: <CorporateNumber number={account.corporateNumber} /> },
            ]}
          />
          {!account.addressConfirmed && <p className="mt-3">{words.unconfirmedNote}</p>}
          <Decisions id={account.id} company={account.companyName || words.noCompany} />
        </li>
      ))}
    </ul>
  );
}

function CorporateNumber({ number }: { number: string | null }) {
  if (number === null) return words.noNumber;
  return (
    <>
      {words.numberValid(number)}{" "}
      <a href={registry(number)} rel="noreferrer" className="text-blue-1000 underline underline-offset-4">
        {words.numberLink}
      </a>
    </>
  );
}

function Decisions({ id, company }: { id: string; company: string }) {
  return (
    <div className="mt-4 grid gap-4">
      <form method="post">
        <input type="hidden" name="accountId" value={id} />
        <Button name="intent" value="approve" aria-label={`${company}を${words.approve}`}>
          {words.approve}
        </Button>
      </form>
      <details>
        <summary
          className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4"
          aria-label={`${company}を${words.declineSummary}`}
        >
          {words.declineSummary}
        </summary>
        <form method="post" className="mt-2 grid gap-3">
          <input type="hidden" name="accountId" value={id} />
          <label htmlFor={`reason-${id}`} className="text-std-17B-170">
            {words.reason}
          </label>
          <p id={`reason-${id}-support`}>{words.reasonSupport}</p>
          <textarea
            id={`reason-${id}`}
            name="reason"
            rows={3}
            aria-describedby={`reason-${id}-support`}
            className="w-full max-w-3xl rounded-8 border border-solid-gray-600 px-4 py-3"
          />
          <div>
            <Button look="danger" name="intent" value="decline" aria-label={`${company}を${words.decline}`}>
              {words.decline}
            </Button>
          </div>
        </form>
      </details>
    </div>
  );
}
