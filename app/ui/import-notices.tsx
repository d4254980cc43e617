import type { ReactNode } from "react";
import { errorWords } from "#app/locales/ja/errors.ts";
import { tableImports as words } from "#app/locales/ja/table-imports.ts";
import { Button } from "./button.tsx";
import { Notice } from "./form-message.tsx";
import { TextLink } from "./text-link.tsx";

/**
 * Where an import stands that is over, and whether the same file was applied before; `children` are what else is said of
 * an open one.
 */
export function ImportNotices({
  run,
  applied,
  help,
  before,
  children,
}: {
  run: { state: string; failure: string | null };
  /** What the application wrote, in words. */
  applied: string;
  help: { appliedHelp: string; discardedHelp: string; sameHelp: string };
  /** The import that applied the same file. */
  before: { path: string; when: string } | null;
  children: ReactNode;
}) {
  return (
    <>
      {run.state === "applied" && (
        <Notice kind="success" title={applied}>
          {help.appliedHelp}
        </Notice>
      )}
      {run.state === "discarded" && (
        <Notice kind="info" title={words.discarded}>
          {help.discardedHelp}
        </Notice>
      )}
      {run.state === "failed" && (
        <Notice kind="error" title={words.failed}>
          {run.failure ? errorWords(run.failure) : null}
        </Notice>
      )}
      {children}
      {before && run.state !== "applied" && run.state !== "discarded" && (
        <Notice kind="info" title={words.same(before.when)}>
          <p>{help.sameHelp}</p>
          <p className="mt-2">
            <TextLink to={before.path}>{words.sameLink}</TextLink>
          </p>
        </Notice>
      )}
    </>
  );
}

/** Gives an import up before it is applied. */
export function DiscardForm() {
  return (
    <form method="post" data-screen-only className="mt-10">
      <Button name="intent" value="discard" look="danger">
        {words.discard}
      </Button>
    </form>
  );
}
