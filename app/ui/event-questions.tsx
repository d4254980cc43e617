import { answerField, notAsked, type Question } from "#app/domain/events/answers.rules.ts";
import type { Category } from "#app/domain/events/rules.ts";
import { categoryNames } from "#app/locales/ja/events.ts";
import { registrationForm as words } from "#app/locales/ja/participants.ts";
import { ChoiceGroup, type FieldState, SelectField, TextArea, TextField } from "./field.tsx";

/**
 * Hides a part of the form while a pool of this category is chosen in it. A browser that cannot do that shows the part
 * with its mark; the server asks nobody what is not theirs.
 */
const HIDDEN_FOR: Record<Category, string> = {
  student: "group-has-[input[data-category=student]:checked]/registration:hidden",
  guardian: "group-has-[input[data-category=guardian]:checked]/registration:hidden",
  teacher: "group-has-[input[data-category=teacher]:checked]/registration:hidden",
  company: "group-has-[input[data-category=company]:checked]/registration:hidden",
  other: "group-has-[input[data-category=other]:checked]/registration:hidden",
};

export function hiddenFor(categories: readonly Category[]): string {
  return categories.map((category) => HIDDEN_FOR[category]).join(" ");
}

/** 「(任意・保護者の方のみ)」 beside what is not required, or asked of some of those only who may use the form. */
export function markOf(
  question: Pick<Question, "categories" | "required">,
  eligible: readonly Category[],
): string {
  const asked = eligible.filter((category) => question.categories.includes(category));
  const isForSome = notAsked(question, eligible).length > 0;
  const marks = [
    question.required ? "" : words.optional,
    isForSome ? words.onlyFor(asked.map((category) => categoryNames[category])) : "",
  ].filter(Boolean);
  return marks.length > 0 ? `(${marks.join("・")})` : "";
}

/** What an event asks with the registration, one field each; questions for categories that cannot occur are left out. */
export function EventQuestions({
  questions,
  eligible,
  form,
}: {
  questions: readonly Question[];
  eligible: readonly Category[];
  form: FieldState | undefined;
}) {
  return questions
    .filter((question) => notAsked(question, eligible).length < eligible.length)
    .map((question) => (
      <div key={question.id} className={hiddenFor(notAsked(question, eligible))}>
        <QuestionField
          question={question}
          label={`${question.label}${markOf(question, eligible)}`}
          form={form}
        />
      </div>
    ));
}

/** Choices up to this many are buttons, more a list. */
const MOST_BUTTONS = 7;

function QuestionField({
  question,
  label,
  form,
}: {
  question: Question;
  label: string;
  form: FieldState | undefined;
}) {
  const { kind, required, help } = question;
  const field = { name: answerField(question.id), label, required, support: help || undefined, form };
  if (kind === "text") return <TextArea {...field} rows={3} />;
  if (kind === "number") return <TextField {...field} inputMode="numeric" className="max-w-xs" />;
  const options = question.options.map((option) => ({ value: option, label: option }));
  if (options.length > MOST_BUTTONS)
    return <SelectField {...field} options={options} empty={required ? "" : words.noAnswer} />;
  return (
    <ChoiceGroup
      {...field}
      options={required ? options : [...options, { value: "", label: words.noAnswer }]}
    />
  );
}
