import type { ReactNode } from "react";
import { fiscalYearLabel } from "#app/platform/calendar.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { Button } from "./button.tsx";
import { type FieldState, valueOf } from "./field.tsx";
import { FormProblems } from "./form-problems.tsx";
import { type Crumb, Page } from "./page.tsx";
import { type DeskPlace, deskCrumbs } from "./plan-links.ts";
import { DeskNav } from "./plan-nav.tsx";
import { PlanPreview, type Preview } from "./plan-preview.tsx";

/** What a form of the desk came back with. */
export type DeskAnswer = {
  errors: Record<string, string>;
  values: Record<string, string | string[]>;
  preview: Preview | null;
};

/** A page of the desk with one form: the form, or what it would do before it is recorded. */
export function DeskFormPage({
  title,
  lead,
  place,
  crumbs = [],
  answer,
  labels,
  before,
  after,
  children,
}: {
  title: string;
  lead?: string;
  place: DeskPlace;
  crumbs?: Crumb[];
  answer: DeskAnswer | undefined;
  labels: Record<string, string>;
  before?: ReactNode;
  after?: ReactNode;
  children: (form: FieldState | undefined) => ReactNode;
}) {
  return (
    <Page
      title={title}
      crumbs={deskCrumbs(place, ...crumbs)}
      lead={lead && !answer?.preview ? <p>{lead}</p> : undefined}
    >
      <DeskNav place={place} yearLabel={fiscalYearLabel(place.year)} />
      {answer?.preview ? (
        <PlanPreview preview={answer.preview} values={answer.values} />
      ) : (
        <>
          <FormProblems errors={answer?.errors} labels={labels} />
          {before}
          <form method="post" className="grid gap-6">
            <input type="hidden" name="opened" value={valueOf(answer, "opened", place.basis)} />
            {children(answer)}
            <div>
              <Button name="step" value="check">
                {planForms.check}
              </Button>
            </div>
          </form>
          {after}
        </>
      )}
    </Page>
  );
}
