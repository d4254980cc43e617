import {
  answerField,
  hireField,
  type HireField,
  isBlankRow,
  MOST_ROWS,
  type ReportedPerson,
  rowCount,
} from "#app/domain/employment/report.rules.ts";
import { reportWords as words } from "#app/locales/ja/employment.ts";
import { plainDate } from "#app/platform/calendar.ts";
import { Button } from "./button.tsx";
import { AddRow, HireFields } from "./employment-hire-fields.tsx";
import { type Present, PresentPeople } from "./employment-present.tsx";
import { CheckBox, type FieldState } from "./field.tsx";
import { FormProblems } from "./form-problems.tsx";
import { Section } from "./page.tsx";

/** The names of the fields in the words of the summary of errors. */
function labelsOf(people: readonly ReportedPerson[], rows: number): Record<string, string> {
  const labels: Record<string, string> = { none: words.noneTitle };
  for (const person of people) {
    const who = words.person(person.mark, plainDate(person.startedOn));
    labels[answerField(person.id, "state")] = `${who} ${words.state}`;
    labels[answerField(person.id, "endedOn")] = `${who} ${words.endedOn}`;
    labels[answerField(person.id, "endKind")] = `${who} ${words.endKind}`;
  }
  const fields = {
    mark: words.mark,
    kind: words.kind,
    graduationYear: words.graduationYear,
    schoolKind: words.schoolKind,
    departmentName: words.departmentName,
    placeOfWork: words.placeOfWork,
    startedOn: words.startedOn,
    route: words.route,
    code: words.code,
  } satisfies Record<HireField, string>;
  for (let row = 0; row < rows; row++)
    for (const [field, label] of Object.entries(fields))
      labels[hireField(row, field as HireField)] = `${words.hire(row + 1)} ${label}`;
  return labels;
}

/**
 * The whole report: who is still there, who is new, or that nobody is. Where nothing changed two boxes are enough; hires
 * are steps that open one after another, by a plain submit.
 */
export function EmploymentReportForm({
  present,
  usualPlace,
  form,
  pageHref,
  send = words.send,
}: {
  present: Present;
  /** The place of work that a new row begins with. */
  usualPlace: string;
  form: FieldState | undefined;
  pageHref: (page: number) => string;
  send?: string;
}) {
  const values = form?.values ?? {};
  const rows = rowCount(values);
  return (
    <form method="post" noValidate>
      <FormProblems errors={form?.errors} labels={labelsOf(present.people, rows)} />
      {/* The Enter key sends the report; without this button it would add a row. */}
      <button type="submit" name="intent" value="send" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="rows" value={rows} />
      {present.total > 0 && <p>{words.quick}</p>}
      <Section title={words.present} id="present">
        <PresentPeople present={present} form={form} pageHref={pageHref} />
      </Section>
      <Section title={words.hires} id="hires">
        <CheckBox name="none" label={words.none} form={form} />
        <p className="mt-4 mb-4">{words.hiresText}</p>
        <div className="space-y-4">
          {Array.from({ length: rows }, (_, row) => (
            <HireFields key={row} row={row} form={form} usualPlace={usualPlace} />
          ))}
        </div>
        <div className="mt-4">
          {rows >= MOST_ROWS ? (
            <p>{words.mostRows(MOST_ROWS)}</p>
          ) : (
            !isBlankRow(values, rows - 1) && <AddRow label={words.openNext} />
          )}
        </div>
      </Section>
      <div className="mt-8">
        {!isBlankRow(values, 0) && <p className="mb-3">{words.notSent}</p>}
        <Button name="intent" value="send">
          {send}
        </Button>
      </div>
    </form>
  );
}
