import {
  answerField,
  hireField,
  type HireField,
  MOST_ROWS,
  type ReportedPerson,
  rowCount,
} from "#app/domain/employment/report.rules.ts";
import { PLACEMENT_ROUTES, SCHOOL_KINDS, SEPARATION_KINDS } from "#app/domain/employment/rules.ts";
import {
  classOf,
  employmentStateNames,
  placementRouteNames,
  reportWords as words,
  schoolKindNames,
  separationKindNames,
} from "#app/locales/ja/employment.ts";
import { plainDate } from "#app/platform/calendar.ts";
import { Button } from "./button.tsx";
import { CheckBox, ChoiceGroup, type FieldState, SelectField, TextField, valueOf } from "./field.tsx";
import { FormProblems } from "./form-problems.tsx";
import { EmptyState, Section } from "./page.tsx";
import { Pagination } from "./pagination.tsx";

export type Present = { people: ReportedPerson[]; page: number; pages: number; total: number };

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

/** The whole report: who is still there, who is new, or that nobody is. Rows are added by a plain submit. */
export function EmploymentReportForm({
  present,
  form,
  pageHref,
  send = words.send,
}: {
  present: Present;
  form: FieldState | undefined;
  pageHref: (page: number) => string;
  send?: string;
}) {
  const rows = rowCount(form?.values ?? {});
  return (
    <form method="post" noValidate>
      <FormProblems errors={form?.errors} labels={labelsOf(present.people, rows)} />
      {/* The Enter key sends the report; without this button it would add a row. */}
      <button type="submit" name="intent" value="send" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="rows" value={rows} />
      <Section title={words.present} id="present">
        {present.total === 0 ? (
          <EmptyState title={words.presentNone}>
            <p>{words.presentNoneText}</p>
          </EmptyState>
        ) : (
          <>
            <p className="mb-4">{words.presentText}</p>
            <div className="space-y-4">
              {present.people.map((person) => (
                <PersonFields key={person.id} person={person} form={form} />
              ))}
            </div>
            <Pagination page={present.page} pages={present.pages} href={pageHref} />
          </>
        )}
      </Section>
      <Section title={words.hires} id="hires">
        <p className="mb-2">{words.hiresText}</p>
        <p className="mb-4 text-std-16B-170">{words.noNames}</p>
        <div className="space-y-6">
          {Array.from({ length: rows }, (_, row) => (
            <HireFields key={row} row={row} form={form} />
          ))}
        </div>
        <div className="mt-4">
          {rows < MOST_ROWS ? (
            <Button name="intent" value="add-row" look="secondary" formAction={`#hire-${rows}`}>
              {words.addRow}
            </Button>
          ) : (
            <p>{words.mostRows(MOST_ROWS)}</p>
          )}
        </div>
      </Section>
      <Section title={words.noneTitle} id="none-title">
        <CheckBox name="none" label={words.none} form={form} />
      </Section>
      <div className="mt-8">
        <Button name="intent" value="send">
          {send}
        </Button>
      </div>
    </form>
  );
}

function PersonFields({ person, form }: { person: ReportedPerson; form: FieldState | undefined }) {
  const { id, mark, startedOn, graduationYear, schoolKind, departmentName, answer } = person;
  const facts = [
    graduationYear && classOf(graduationYear),
    schoolKind && schoolKindNames[schoolKind],
    departmentName,
    person.placeOfWork,
  ].filter(Boolean);
  // What was typed or is wrong must be seen; otherwise the two fields would make a long list longer.
  const isOpen = (["endedOn", "endKind"] as const).some(
    (field) => form?.errors?.[answerField(id, field)] || valueOf(form, answerField(id, field)) !== "",
  );
  return (
    <div className="rounded-8 border border-solid-gray-420 px-4 pt-4 pb-2">
      <ChoiceGroup
        name={answerField(id, "state")}
        label={words.person(mark, plainDate(startedOn))}
        support={[
          ...facts,
          ...(answer ? [words.lastAnswer(employmentStateNames[answer.state]!, answer.asOf)] : []),
        ].join(" ・ ")}
        options={words.states}
        chosen={[""]}
        form={form}
      />
      <details open={isOpen} className="mt-2">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
          {words.leaving}
          <span className="sr-only">:{words.person(mark, plainDate(startedOn))}</span>
        </summary>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name={answerField(id, "endedOn")}
            label={words.endedOn}
            support={words.endedOnSupport}
            form={form}
          />
          <SelectField
            name={answerField(id, "endKind")}
            label={words.endKind}
            options={SEPARATION_KINDS.map((kind) => ({ value: kind, label: separationKindNames[kind]! }))}
            empty={words.choose}
            form={form}
          />
        </div>
      </details>
    </div>
  );
}

function HireFields({ row, form }: { row: number; form: FieldState | undefined }) {
  const field = (name: HireField) => ({ name: hireField(row, name), form });
  return (
    <fieldset id={`hire-${row}`} className="min-w-0 rounded-8 border border-solid-gray-420 px-4 pb-4">
      <legend className="px-2 text-std-17B-170">{words.hire(row + 1)}</legend>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <TextField {...field("mark")} label={words.mark} support={words.markSupport} required />
        <TextField
          {...field("startedOn")}
          label={words.startedOn}
          support={words.startedOnSupport}
          required
        />
        <SelectField
          {...field("kind")}
          label={words.kind}
          support={words.kindSupport}
          options={words.kinds}
          empty={words.choose}
          required
        />
        <TextField
          {...field("placeOfWork")}
          label={words.placeOfWork}
          support={words.placeOfWorkSupport}
          required
        />
        <TextField
          {...field("graduationYear")}
          label={words.graduationYear}
          support={words.graduationYearSupport}
          inputMode="numeric"
        />
        <SelectField
          {...field("schoolKind")}
          label={words.schoolKind}
          support={words.schoolKindSupport}
          options={schoolKindOptions}
          empty={words.schoolKindEmpty}
        />
        <TextField
          {...field("departmentName")}
          label={words.departmentName}
          support={words.departmentNameSupport}
        />
        <SelectField
          {...field("route")}
          label={words.route}
          options={routeOptions}
          empty={words.routeEmpty}
        />
        <TextField {...field("code")} label={words.code} support={words.codeSupport} />
      </div>
    </fieldset>
  );
}

export const schoolKindOptions = SCHOOL_KINDS.map((kind) => ({ value: kind, label: schoolKindNames[kind]! }));
export const routeOptions = PLACEMENT_ROUTES.map((route) => ({
  value: route,
  label: placementRouteNames[route]!,
}));
