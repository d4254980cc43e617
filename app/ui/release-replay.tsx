import { replayWords as words } from "#app/locales/ja/releases.ts";
import { Button } from "./button.tsx";
import { Notice } from "./form-message.tsx";
import { Table } from "./table.tsx";

type Problem = {
  outcome: keyof typeof words.outcomes;
  measure: string;
  was: number | null;
  is: number | null;
  added: number;
  gone: number;
};

export type ReplayShown = { runs: number; same: number; isOtherCode: boolean; problems: readonly Problem[] };

/** A way to compute a release again, and what came of it. */
export function ReleaseReplay({ replay }: { replay: ReplayShown | null }) {
  return (
    <>
      <p className="mb-4">{words.lead}</p>
      {replay && <ReplayResult replay={replay} />}
      <form method="post" data-screen-only className="mt-4">
        <Button look="secondary" name="intent" value="replay">
          {words.submit}
        </Button>
      </form>
    </>
  );
}

function ReplayResult({ replay }: { replay: ReplayShown }) {
  const { runs, same, problems } = replay;
  const number = (value: number | null) => value?.toLocaleString("ja-JP") ?? words.none;
  return (
    <>
      <Notice
        kind={problems.length === 0 ? "success" : "warning"}
        title={runs === 0 ? words.nothing : words.result(runs, same)}
        live
        focus
      >
        {replay.isOtherCode && <p>{words.otherCode}</p>}
      </Notice>
      {problems.length > 0 && (
        <Table caption={words.caption} head={words.columns}>
          {problems.map((problem, at) => (
            <tr key={at}>
              <th scope="row" className="min-w-40">
                {problem.measure || words.unknown}
              </th>
              <td className="min-w-40">{words.outcomes[problem.outcome]}</td>
              <td className="text-right tabular-nums">{number(problem.was)}</td>
              <td className="text-right tabular-nums">{number(problem.is)}</td>
              <td className="whitespace-nowrap">{words.members(problem.added, problem.gone)}</td>
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}
