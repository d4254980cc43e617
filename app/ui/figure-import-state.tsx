import { figureImport as words } from "#app/locales/ja/figure-imports.ts";
import { Button } from "./button.tsx";
import { CheckBox, type FieldState, TextField } from "./field.tsx";
import { Notice } from "./form-message.tsx";
import { ImportNotices } from "./import-notices.tsx";
import { TextLink } from "./text-link.tsx";

type Counts = {
  rows: Record<"error" | "change" | "create" | "same" | "leftOut" | "blank", number>;
  cells: Record<"create" | "change" | "same" | "error" | "blank", number>;
};
type Link = { id: string; when: string };
type Run = {
  id: string;
  state: string;
  failure: string | null;
  counts: Counts;
  checked: string;
  checkedAt: string | null;
  appliedAt: string | null;
  appliedBefore: Link | null;
  newer: Link | null;
  hidden: { columns: readonly string[]; rows: readonly string[] };
  mayApply: boolean;
};

/** Where the import stands, in words. */
export function FigureState({ run }: { run: Run }) {
  const { cells, rows } = run.counts;
  const isOpen = run.state !== "applied" && run.state !== "discarded";
  return (
    <ImportNotices
      run={run}
      applied={words.applied(cells.create, cells.change, run.appliedAt ?? "")}
      help={words}
      before={run.appliedBefore && { ...run.appliedBefore, path: `/staff/figures/${run.appliedBefore.id}` }}
    >
      {run.state === "checked" && rows.error > 0 && (
        <Notice kind="warning" title={words.blocked(rows.error)}>
          {words.blockedHelp}
        </Notice>
      )}
      {run.state === "checked" && rows.error === 0 && !run.mayApply && (
        <Notice kind="info" title={words.nothing}>
          {words.nothingHelp}
        </Notice>
      )}
      {isOpen && run.hidden.columns.length + run.hidden.rows.length > 0 && (
        <Notice kind="warning" title={words.hidden(run.hidden.columns, run.hidden.rows)}>
          {words.hiddenHelp}
        </Notice>
      )}
      {isOpen && run.newer && (
        <Notice kind="warning" title={words.newer(run.newer.when)}>
          <p>{words.newerHelp}</p>
          <p className="mt-2">
            <TextLink to={`/staff/figures/${run.newer.id}`}>{words.newerLink}</TextLink>
          </p>
        </Notice>
      )}
    </ImportNotices>
  );
}

/** How many figures of each outcome; the records change only with the first two. */
export function FigureTiles({ run }: { run: Run }) {
  return (
    <>
      {run.checkedAt && <p className="mb-4">{words.checkedAt(run.checkedAt)}</p>}
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-5">
        {(Object.keys(words.cellTitles) as (keyof typeof words.cellTitles)[]).map((outcome) => (
          <div key={outcome} className="rounded-8 border border-solid-gray-420 p-4">
            <dt className="text-std-17B-170">{words.cellTitles[outcome]}</dt>
            <dd className="text-std-28B-150 tabular-nums">
              {run.counts.cells[outcome].toLocaleString("ja-JP")}
            </dd>
            <dd className="text-solid-gray-700">{words.cellHelp[outcome]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

export function FigureLeaveAllForm({ run }: { run: Run }) {
  if (run.counts.rows.error === 0) return null;
  return (
    <form method="post" data-screen-only className="mt-6 max-w-3xl space-y-3">
      <p>{words.leaveHelp}</p>
      <Button name="intent" value="leave-out-all" look="secondary">
        {words.leaveAll(run.counts.rows.error)}
      </Button>
    </form>
  );
}

export function FigureApplyForm({ run, form }: { run: Run; form?: FieldState }) {
  const { cells, rows } = run.counts;
  const isLeftOut = rows.leftOut > 0 || cells.error > 0;
  return (
    <form
      method="post"
      data-screen-only
      className="mt-6 max-w-3xl space-y-3 rounded-12 border-2 border-key-900 p-4"
    >
      <p>{words.applyLead(cells.create, cells.change)}</p>
      {isLeftOut && <p>{words.applyLeftOut(cells.error)}</p>}
      <input type="hidden" name="checked" value={run.checked} />
      <CheckBox name="confirm" label={words.confirm(cells.create, cells.change)} form={form} />
      <Button name="intent" value="apply">
        {words.apply}
      </Button>
    </form>
  );
}

/** The way back from an import that was wrong: a table of what stood before, to be checked and applied like any other. */
export function FigureWithdrawForm({ form }: { form?: FieldState }) {
  return (
    <form method="post" data-screen-only className="max-w-3xl space-y-4">
      <p>{words.withdrawalLead}</p>
      <p>{words.withdrawalLimits}</p>
      <TextField
        name="withdrawalReason"
        label={words.withdrawalReason}
        support={words.withdrawalReasonSupport}
        required
        form={form}
      />
      <Button name="intent" value="withdraw" look="secondary">
        {words.withdraw}
      </Button>
    </form>
  );
}
