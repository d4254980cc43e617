import { ALL_STILL, answerField, type ReportedPerson } from "#app/domain/employment/report.rules.ts";
import { SEPARATION_KINDS } from "#app/domain/employment/rules.ts";
import {
  classOf,
  employmentStateNames,
  reportWords as words,
  schoolKindNames,
  separationKindNames,
} from "#app/locales/ja/employment.ts";
import { plainDate } from "#app/platform/calendar.ts";
import { CheckBox, ChoiceGroup, type FieldState, SelectField, TextField, valueOf } from "./field.tsx";
import { EmptyState } from "./page.tsx";
import { Pagination } from "./pagination.tsx";

export type Present = { people: ReportedPerson[]; page: number; pages: number; total: number };

/** So many people are asked about one by one at once; of more the list opens when it is wanted. */
const FEW = 3;

/** Who is still there: one box for all, and an answer for each who is not. */
export function PresentPeople({
  present,
  form,
  pageHref,
}: {
  present: Present;
  form: FieldState | undefined;
  pageHref: (page: number) => string;
}) {
  const { people, page, pages, total } = present;
  if (total === 0)
    return (
      <EmptyState title={words.presentNone}>
        <p>{words.presentNoneText}</p>
      </EmptyState>
    );
  const isTouched = people.some(({ id }) =>
    (["state", "endedOn", "endKind"] as const).some(
      (field) => valueOf(form, answerField(id, field)) !== "" || form?.errors?.[answerField(id, field)],
    ),
  );
  return (
    <>
      <p>{words.presentText(total)}</p>
      <CheckBox name={ALL_STILL} label={words.allStill} form={form} />
      {pages > 1 && <p className="text-solid-gray-700">{words.allStillPage}</p>}
      <details open={people.length <= FEW || isTouched} className="mt-2">
        <summary className="min-h-11 cursor-pointer py-2 text-blue-1000 underline underline-offset-4">
          {words.each}
        </summary>
        <p className="mt-2 mb-4 text-solid-gray-700">{words.unansweredText}</p>
        <div className="space-y-4">
          {people.map((person) => (
            <PersonFields key={person.id} person={person} form={form} />
          ))}
        </div>
      </details>
      <Pagination page={page} pages={pages} href={pageHref} />
    </>
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
        inline
      />
      <details open={isOpen} className="mt-2">
        <summary className="min-h-11 cursor-pointer py-2 text-blue-1000 underline underline-offset-4">
          {words.leaving}
          <span className="sr-only">:{words.person(mark, plainDate(startedOn))}</span>
        </summary>
        <div className="grid gap-4 pb-2 sm:grid-cols-2">
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
