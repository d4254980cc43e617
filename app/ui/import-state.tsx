import { importRun as words } from "#app/locales/ja/imports.ts";
import { Button, LinkButton } from "./button.tsx";
import { CheckBox, type FieldState } from "./field.tsx";
import { Notice } from "./form-message.tsx";
import { ImportNotices } from "./import-notices.tsx";
import { TextLink } from "./text-link.tsx";

type Counts = { create: number; change: number; same: number; error: number };

type Run = {
  id: string;
  state: string;
  failure: string | null;
  counts: Counts;
  appliedAt: string | null;
  appliedBefore: { id: string; when: string } | null;
  rowsDone: number;
  rowCount: number;
  mayApply: boolean;
};

/** Where the run stands, in words. */
export function ImportState({ run }: { run: Run }) {
  const { counts } = run;
  return (
    <ImportNotices
      run={run}
      applied={words.applied(counts.create, counts.change, run.appliedAt ?? "")}
      help={words}
      before={run.appliedBefore && { ...run.appliedBefore, path: `/staff/imports/${run.appliedBefore.id}` }}
    >
      {run.state === "checked" && !run.mayApply && (
        <Notice kind="info" title={words.nothing}>
          {words.nothingHelp}
        </Notice>
      )}
    </ImportNotices>
  );
}

type ProgressWords = Pick<typeof words, "progress" | "progressLabel" | "refresh"> & {
  checkingTitle: string;
  checkingHelp: string;
  applyingTitle: string;
  applyingHelp: string;
};

/**
 * How far the background work on the import at `path` is. The module beside it asks again by itself; without scripts the
 * link does.
 */
export function ImportProgress({
  run,
  path,
  words,
}: {
  run: Pick<Run, "state" | "rowsDone" | "rowCount">;
  path: string;
  words: ProgressWords;
}) {
  const isChecking = run.state === "checking";
  return (
    <section id="import-progress" data-progress={path} className="mb-8">
      <h2 className="text-std-22B-150">{isChecking ? words.checkingTitle : words.applyingTitle}</h2>
      {isChecking && (
        <>
          <p className="mt-2" role="status">
            {words.progress(run.rowsDone, run.rowCount)}
          </p>
          <progress
            aria-label={words.progressLabel}
            value={run.rowsDone}
            max={run.rowCount}
            className="mt-2 h-4 w-full max-w-xl accent-key-900"
          />
        </>
      )}
      <p className="mt-2">{isChecking ? words.checkingHelp : words.applyingHelp}</p>
      <p className="mt-4">
        <LinkButton to={path} look="secondary">
          {words.refresh}
        </LinkButton>
      </p>
    </section>
  );
}

/** How many rows of each outcome, each a link to them. */
export function OutcomeTiles({ runId, counts }: { runId: string; counts: Counts }) {
  return (
    <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
      {(Object.keys(words.outcomes) as (keyof Counts)[]).map((outcome) => (
        <li key={outcome} className="rounded-8 border border-solid-gray-420 p-4">
          <p className="text-std-17B-170">{words.outcomes[outcome]}</p>
          <p className="text-std-28B-150 tabular-nums">{counts[outcome].toLocaleString("ja-JP")}</p>
          <p className="text-solid-gray-700">{words.outcomeHelp[outcome]}</p>
          {counts[outcome] > 0 && (
            <p data-screen-only>
              <TextLink
                to={`/staff/imports/${runId}?outcome=${outcome}#rows`}
                className="inline-flex min-h-11 items-center"
              >
                {words.rowsOf(words.outcomes[outcome], counts[outcome])}
              </TextLink>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

export function ApplyForm({ counts, form }: { counts: Counts; form?: FieldState }) {
  return (
    <form
      method="post"
      data-screen-only
      className="mt-6 max-w-3xl space-y-3 rounded-12 border-2 border-key-900 p-4"
    >
      <p>{words.applyLead(counts.create, counts.change)}</p>
      {counts.error > 0 && <p>{words.applyErrors(counts.error)}</p>}
      <CheckBox name="confirm" label={words.confirm(counts.create, counts.change)} form={form} />
      <Button name="intent" value="apply">
        {words.apply}
      </Button>
    </form>
  );
}
