import { questionWords as words } from "#app/locales/ja/event-editor-parts.ts";
import { categoryNames } from "#app/locales/ja/events.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { CheckBox, ChoiceGroup, type FieldState, SelectField, TextArea, TextField } from "./field.tsx";

type Question = {
  id: string;
  label: string;
  help: string;
  kind: keyof typeof words.kinds;
  options: readonly string[];
  required: boolean;
  categories: readonly (keyof typeof categoryNames)[];
  minimum: number | null;
  maximum: number | null;
  isRetired: boolean;
  answers: number;
};

/** The questions of a form in their order, each with what staff can do with it. */
export function QuestionList({ questions, version }: { questions: readonly Question[]; version: string }) {
  return (
    <ol className="divide-y divide-solid-gray-420 border-y border-solid-gray-420">
      {questions.map((question, index) => (
        <li key={question.id} className="py-4">
          <p className="flex flex-wrap items-baseline gap-2">
            <span className="text-std-17B-170">{question.label}</span>
            <Badge tone={question.required ? "red" : "neutral"}>
              {question.required ? words.required : words.optional}
            </Badge>
          </p>
          {question.help && <p className="mt-1 whitespace-pre-line text-solid-gray-700">{question.help}</p>}
          <p className="mt-1">
            {words.kinds[question.kind]}
            {question.kind === "choice" && `(${question.options.join("、")})`}
            {question.kind === "number" &&
              (question.minimum !== null || question.maximum !== null) &&
              `(${words.range(question.minimum, question.maximum)})`}
            {" / "}
            {question.categories.length === 0
              ? words.everybody
              : question.categories.map((category) => categoryNames[category]).join("、")}
            {" / "}
            {words.answers(question.answers)}
          </p>
          <QuestionSteps
            question={question}
            version={version}
            isFirst={index === 0}
            isLast={index === questions.length - 1}
          />
        </li>
      ))}
    </ol>
  );
}

function QuestionSteps({
  question,
  version,
  isFirst,
  isLast,
}: {
  question: Question;
  version: string;
  isFirst: boolean;
  isLast: boolean;
}) {
  const { id, label } = question;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      {question.isRetired ? (
        <Step id={id} version={version} intent="restore-question" name={words.restoreOf(label)}>
          {words.restore}
        </Step>
      ) : (
        <>
          <a
            href={`?question=${id}#question`}
            aria-label={words.changeOf(label)}
            className="inline-flex min-h-11 items-center px-3 text-blue-1000 underline underline-offset-4"
          >
            {words.change}
          </a>
          {!isFirst && (
            <Step id={id} version={version} intent="move-question" direction="up" name={words.upOf(label)}>
              {words.up}
            </Step>
          )}
          {!isLast && (
            <Step
              id={id}
              version={version}
              intent="move-question"
              direction="down"
              name={words.downOf(label)}
            >
              {words.down}
            </Step>
          )}
          <Step id={id} version={version} intent="retire-question" name={words.retireOf(label)}>
            {words.retire}
          </Step>
        </>
      )}
    </div>
  );
}

/** A button that does one thing to one question. */
function Step({
  id,
  version,
  intent,
  direction,
  name,
  children,
}: {
  id: string;
  version: string;
  intent: string;
  direction?: "up" | "down";
  name: string;
  children: string;
}) {
  return (
    <form method="post">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="questionId" value={id} />
      {direction && <input type="hidden" name="direction" value={direction} />}
      <Button name="intent" value={intent} look="quiet" aria-label={name}>
        {children}
      </Button>
    </form>
  );
}

/** The form of one question, new or known. */
export function QuestionForm({
  version,
  question,
  form,
}: {
  version: string;
  question: Question | null;
  form: FieldState | undefined;
}) {
  const state = form ?? (question ? { values: valuesOfQuestion(question) } : undefined);
  const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));
  const categories = Object.entries(categoryNames).map(([value, label]) => ({ value, label }));
  return (
    <form method="post" noValidate className="grid gap-6">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="questionId" value={question?.id ?? ""} />
      <TextField
        name="label"
        label={words.label}
        support={words.labelSupport}
        required
        form={state}
        className="max-w-3xl"
        wording
      />
      <TextArea name="help" label={words.help} support={words.helpSupport} rows={2} form={state} wording />
      <SelectField
        name="kind"
        label={words.kind}
        support={question && question.answers > 0 ? words.kindStays : undefined}
        options={kinds}
        required
        form={state}
      />
      <TextArea name="options" label={words.options} support={words.optionsSupport} rows={4} form={state} />
      <div>
        <p className="mb-2 text-solid-gray-700">{words.rangeSupport}</p>
        <div className="grid max-w-xl gap-4 sm:grid-cols-2">
          <TextField name="minimum" label={words.minimum} inputMode="numeric" form={state} />
          <TextField name="maximum" label={words.maximum} inputMode="numeric" form={state} />
        </div>
      </div>
      <CheckBox name="required" label={words.requiredField} form={state} />
      <ChoiceGroup
        name="categories"
        label={words.categories}
        support={words.categoriesSupport}
        options={categories}
        many
        form={state}
      />
      <div>
        <Button name="intent" value="save-question">
          {words.save}
        </Button>
      </div>
    </form>
  );
}

function valuesOfQuestion(question: Question): Record<string, string | string[]> {
  return {
    label: question.label,
    help: question.help,
    kind: question.kind,
    options: question.options.join("\n"),
    required: question.required ? "yes" : "",
    categories: [...question.categories],
    minimum: question.minimum?.toString() ?? "",
    maximum: question.maximum?.toString() ?? "",
  };
}
