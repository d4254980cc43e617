import { publicWords as words } from "#app/locales/ja/indicators-public.ts";
import { ShareBar } from "./indicator-bar.tsx";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

/** What the plan wants and how it stands, in plain sentences, with a way to each policy. */
export function PlanWants({
  wants,
  policies,
}: {
  wants: string;
  policies: readonly { code: string; title: string }[];
}) {
  return (
    <>
      <p className="max-w-3xl text-std-18N-160">{wants}</p>
      {policies.length > 0 && (
        <ul className="mt-3 grid gap-1">
          {policies.map(({ code, title }) => (
            <li key={code} className="flex min-h-11 items-center">
              <TextLink to={`#policy-${code}`}>{`${code} ${title}`}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The share of reached indicators policy by policy: a chart whose bars stand in the table of the same numbers. */
export function ReachByPolicy({
  policies,
}: {
  policies: readonly { code: string; title: string; compared: number; reached: number; share: string }[];
}) {
  const shown = policies.filter(({ compared }) => compared > 0);
  if (shown.length < 2) return null;
  return (
    <div className="mt-6 max-w-3xl">
      <h3 className="mb-2 text-std-17B-170">{words.chartOfPolicies}</h3>
      <Table caption={words.chartOfPolicies} head={[words.policyColumn, words.shareColumn]}>
        {shown.map(({ code, title, compared, reached, share }) => (
          <tr key={code}>
            <th scope="row" className="w-1/2">{`${code} ${title}`}</th>
            <td>
              {words.shareText(share, reached, compared)}
              <ShareBar share={reached / compared} isWide />
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
