import { stateWords as words } from "#app/locales/ja/event-editor-parts.ts";
import { editor } from "#app/locales/ja/event-editor.ts";
import { type FieldState, TextArea, TextField } from "./field.tsx";
import { Notice } from "./form-message.tsx";
import { TextLink } from "./text-link.tsx";
import { type ShownFinding, WordingFindings } from "./wording-findings.tsx";

type Problem = keyof typeof words.problemWords;

/** What stands in the way of publishing, what staff should know, and what the text checker says. */
export function PublicationChecks({
  checks,
  editUrl,
}: {
  checks: { blocking: readonly Problem[]; hints: readonly Problem[]; findings: readonly ShownFinding[] };
  editUrl: string;
}) {
  const { blocking, hints, findings } = checks;
  return (
    <>
      {blocking.length > 0 && (
        <Notice kind="warning" title={words.problems}>
          <Problems problems={blocking} />
          <TextLink to={editUrl} className="inline-flex min-h-11 items-center">
            {words.back}
          </TextLink>
        </Notice>
      )}
      {hints.length > 0 && <Problems problems={hints} />}
      <h2 className="mt-8 mb-2 text-std-20B-150">{words.wording}</h2>
      <div className="mb-8">
        <WordingFindings findings={findings} labels={editor.fields} />
      </div>
    </>
  );
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  return (
    <ul className="list-disc pl-6">
      {problems.map((problem) => (
        <li key={problem}>{words.problemWords[problem]}</li>
      ))}
    </ul>
  );
}

/** What a step asks for: the reason that participants read, and a new date where it has one. */
export function StepFields({
  step,
  form,
  hasHours,
}: {
  step: keyof typeof words.steps;
  form: FieldState | undefined;
  /** False for an event with several sessions: it moves by days only. */
  hasHours: boolean;
}) {
  if (step === "publish" || step === "delete") return null;
  const hasDate = step === "postpone" || step === "reschedule";
  return (
    <>
      <TextArea
        name="note"
        label={words.note}
        support={words.noteSupport}
        rows={4}
        required={step !== "reschedule"}
        form={form}
        wording
      />
      {hasDate && (
        <TextField
          name="date"
          label={words.date}
          support={
            step === "postpone" ? (
              <>
                {words.dateOptional}
                <br />
                {words.dateSupport}
              </>
            ) : (
              words.dateSupport
            )
          }
          required={step === "reschedule"}
          form={form}
        />
      )}
      {hasDate && hasHours && (
        <div className="grid max-w-xl gap-4 sm:grid-cols-2">
          <TextField name="from" label={words.from} support={words.timeSupport} form={form} />
          <TextField name="to" label={words.to} support={words.timeSupport} form={form} />
        </div>
      )}
    </>
  );
}
