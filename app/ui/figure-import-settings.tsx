import type { ReactNode } from "react";
import { figureSettings as words } from "#app/locales/ja/figure-imports.ts";
import { CheckBox, type FieldState, type Option, SelectField, TextField } from "./field.tsx";

type Run = {
  kind: string;
  typed: Readonly<Record<string, string>>;
  plans: readonly Option[];
  subsidies: readonly Option[];
};

const optionsOf = (labels: Readonly<Record<string, string>>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** What is true of every row of a file, by what the file is about. */
export function FigureSettings({ run, form }: { run: Run; form?: FieldState }) {
  // After an error the boxes stand as they were sent, ticked or not.
  const ticked = form?.values ? form : { values: { ...run.typed } };
  const text = (name: TextName, support: string, required = false) => (
    <TextField
      name={name}
      label={words[name]}
      support={support}
      required={required}
      defaultValue={run.typed[name]}
      form={form}
    />
  );
  const select = (name: SelectName, options: readonly Option[], support?: string, empty?: string) => (
    <SelectField
      name={name}
      label={words[name]}
      support={support}
      required={empty === undefined}
      empty={empty}
      options={options}
      defaultValue={run.typed[name]}
      form={form}
    />
  );
  const note = text("note", words.noteSupport);
  const fillDown = <CheckBox name="fillDown" label={words.fillDown} form={ticked} />;
  const fields: Record<string, ReactNode> = {
    observations: (
      <>
        {select("planId", run.plans)}
        {select("observedKind", optionsOf(words.observedKinds))}
        {select("status", optionsOf(words.statuses))}
        {text("source", words.sourceSupport, true)}
        {text("asOf", words.asOfSupport)}
        {text("fiscalYear", words.fiscalYearSupport)}
        {select("periodKind", optionsOf(words.periodKinds))}
        {note}
        <CheckBox name="allowEarlier" label={words.allowEarlier} form={ticked} />
        {fillDown}
      </>
    ),
    targets: (
      <>
        {select("planId", run.plans)}
        {text("adoptedOn", words.adoptedOnSupport, true)}
        {text("decidedBy", words.decidedBySupport, true)}
        {text("reason", words.reasonSupport)}
        {text("fiscalYear", words.fiscalYearSupport)}
        {fillDown}
      </>
    ),
    schoolOutcomes: (
      <>
        {text("graduationYear", words.graduationYearSupport)}
        {text("asOf", words.asOfNeeded, true)}
        {select(
          "status",
          optionsOf({ final: words.statuses.final, provisional: words.statuses.provisional }),
        )}
        {text("source", words.sourceSupport, true)}
        {note}
        {fillDown}
      </>
    ),
    supportReports: (
      <>
        {select("programme", optionsOf(words.programmes), words.programmeSupport, words.fromTable)}
        {note}
        {fillDown}
      </>
    ),
    subsidyGrants: (
      <>
        {select("subsidyId", run.subsidies, words.subsidySupport, words.fromTable)}
        {note}
        {fillDown}
      </>
    ),
    placements: (
      <>
        {select("office", optionsOf(words.offices))}
        {select("placementKind", optionsOf(words.placementKinds), words.placementKindSupport)}
        {note}
        {fillDown}
      </>
    ),
  };
  return <div className="mt-4 space-y-6">{fields[run.kind]}</div>;
}

type TextName =
  | "source"
  | "asOf"
  | "fiscalYear"
  | "note"
  | "adoptedOn"
  | "decidedBy"
  | "reason"
  | "graduationYear";
type SelectName =
  | "planId"
  | "observedKind"
  | "status"
  | "periodKind"
  | "programme"
  | "subsidyId"
  | "office"
  | "placementKind";
