import { EXPECTED_GROUPS } from "#app/domain/booths/expected.rules.ts";
import { INDUSTRY_GROUPS } from "#app/domain/matching/industry-groups.rules.ts";
import { boothBoard } from "#app/locales/ja/booth-board.ts";
import { termNames, termTexts } from "#app/locales/ja/booth-planner.ts";
import { Button } from "./button.tsx";
import { type FieldState, TextField } from "./field.tsx";

const words = boothBoard.planner;

/** The labels of the planner's and the decision's fields, for the summary of what is wrong. */
export const plannerFieldLabels: Record<string, string> = {
  limit: words.limit,
  power: words.power,
  space: words.space,
  applicationId: boothBoard.decide.application,
  decision: boothBoard.decide.decision,
  note: boothBoard.decide.note,
  ...Object.fromEntries(Object.entries(termNames).map(([term, label]) => [`weight-${term}`, label])),
  ...Object.fromEntries(EXPECTED_GROUPS.map(({ key, label }) => [`people-${key}`, label])),
  ...Object.fromEntries(INDUSTRY_GROUPS.map(({ key, label }) => [`interest-${key}`, label])),
};

type Line = { key: string; label: string; registered: number | null };

/** The form with which staff ask for a proposal: whom to expect, what there is, and what counts how much. */
export function BoothPlannerForm({
  form,
  from,
  people,
  interests,
}: {
  form: FieldState;
  /** Where the people in the form come from. */
  from: keyof typeof words.from;
  people: readonly Line[];
  interests: readonly Line[];
}) {
  return (
    <form method="post" noValidate className="grid gap-10">
      <fieldset>
        <legend className="text-std-20B-150">{words.people}</legend>
        <p className="mt-2 mb-4">{words.from[from]}</p>
        <NumberGrid prefix="people" lines={people} form={form} />
      </fieldset>
      <details open={interests.some(({ key }) => form.values?.[`interest-${key}`])}>
        <summary className="min-h-11 cursor-pointer py-2 text-std-20B-150">{words.interests}</summary>
        <p className="mt-2 mb-4">{words.interestsText}</p>
        <NumberGrid prefix="interest" lines={interests} form={form} />
      </details>
      <fieldset>
        <legend className="text-std-20B-150">{words.conditions}</legend>
        <div className="mt-4 grid gap-6 lg:grid-cols-3">
          <TextField
            name="limit"
            label={words.limit}
            support={words.limitSupport}
            inputMode="numeric"
            required
            form={form}
          />
          <TextField
            name="power"
            label={words.power}
            support={words.optional}
            inputMode="numeric"
            form={form}
          />
          <TextField
            name="space"
            label={words.space}
            support={`${words.spaceSupport}${words.optional}`}
            inputMode="numeric"
            form={form}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend className="text-std-20B-150">{words.weights}</legend>
        <p className="mt-2 mb-4">{words.weightsText}</p>
        <div className="grid gap-6 lg:grid-cols-2">
          {Object.entries(termNames).map(([term, label]) => (
            <TextField
              key={term}
              name={`weight-${term}`}
              label={label}
              support={termTexts[term as keyof typeof termTexts]}
              inputMode="numeric"
              required
              form={form}
            />
          ))}
        </div>
      </fieldset>
      <div>
        <Button name="intent" value="propose">
          {words.submit}
        </Button>
      </div>
    </form>
  );
}

function NumberGrid({ prefix, lines, form }: { prefix: string; lines: readonly Line[]; form: FieldState }) {
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {lines.map(({ key, label, registered }) => (
        <TextField
          key={key}
          name={`${prefix}-${key}`}
          label={label}
          support={registered === null ? undefined : words.registered(registered)}
          inputMode="numeric"
          form={form}
        />
      ))}
    </div>
  );
}
