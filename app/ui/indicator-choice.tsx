import { publicWords as words } from "#app/locales/ja/indicators-public.ts";
import { Button } from "./button.tsx";
import { SelectField, TextField } from "./field.tsx";
import { Notice } from "./form-message.tsx";
import { TextLink } from "./text-link.tsx";

type Problem = keyof typeof words.problems.asOf;

/** What a reader chose, as the pages show it. */
export type ChoiceView = {
  asOf: string;
  asOfProblem: Problem | null;
  /** The moment of knowing as addresses name it; null for now. */
  known: string | null;
  knownProblem: Problem | null;
  /** The past in words; null for now. */
  past: { title: string; text: string; isBefore: boolean; presentTo: string; presentLabel: string } | null;
  /** How the shown state came to be public; null where nothing is to be said. */
  state: string | null;
  /** The states to choose from; null for staff, who type any day. */
  offered: readonly { to: string; label: string; isShown: boolean }[] | null;
  first: string;
  last: string;
};

/** Says which past state is shown, so that nobody takes it for what is known now. Stands on paper too. */
export function PastBanner({ past }: Pick<ChoiceView, "past">) {
  if (!past) return null;
  return (
    <section
      aria-label={past.title}
      className="my-6 rounded-8 border-2 border-warning-orange-2 bg-white p-4 first:mt-0"
    >
      <p className="text-std-20B-150 text-warning-orange-2">{past.title}</p>
      <p className="mt-1">{past.text}</p>
      {past.isBefore && <p className="mt-1">{words.pastBefore}</p>}
      <p className="mt-2 flex min-h-11 items-center" data-screen-only>
        <TextLink to={past.presentTo}>{past.presentLabel}</TextLink>
      </p>
    </section>
  );
}

/** What was wrong with the address, and what is shown instead. */
export function ChoiceProblems({
  choice,
  unknownPlan = null,
}: {
  choice: ChoiceView;
  /** The title of the plan that is shown in place of an unknown one. */
  unknownPlan?: string | null;
}) {
  return (
    <>
      {unknownPlan !== null && (
        <Notice kind="warning" title={words.problems.plan}>
          {words.instead.plan(unknownPlan)}
        </Notice>
      )}
      {choice.asOfProblem && (
        <Notice kind="warning" title={words.problems.asOf[choice.asOfProblem]}>
          {words.instead.asOf(choice.asOf)}
        </Notice>
      )}
      {choice.knownProblem && (
        <Notice kind="warning" title={words.problems.knownOn[choice.knownProblem]}>
          {choice.offered ? words.instead.released(choice.asOf) : words.instead.knownOn}
        </Notice>
      )}
    </>
  );
}

/** Plan, as-of day and moment of knowing in one form that works as a plain address. */
export function ChoiceForm({
  choice,
  action,
  title = words.choose,
  plans = [],
  planId,
}: {
  choice: ChoiceView;
  action: string;
  title?: string;
  plans?: readonly { value: string; label: string }[];
  planId?: string;
}) {
  const isOpen = choice.past !== null || choice.asOfProblem !== null || choice.knownProblem !== null;
  if (choice.offered) return <OfferedStates offered={choice.offered} isOpen={isOpen} />;
  return (
    <details
      data-screen-only
      open={isOpen}
      className="mt-6 rounded-8 border border-solid-gray-420 px-4"
      id="choice"
    >
      <summary className="min-h-11 cursor-pointer py-2.5 text-std-16B-170">{title}</summary>
      <p className="pb-3">{words.staffChoice}</p>
      <form method="get" action={action} className="grid gap-4 pb-4">
        {plans.length > 1 && (
          <SelectField
            name="plan"
            label={words.plan}
            support={words.planNote}
            options={plans}
            defaultValue={planId}
          />
        )}
        <TextField
          name="asOf"
          label={words.asOf}
          support={words.asOfSupport(choice.first, choice.last)}
          defaultValue={choice.asOf}
          className="max-w-md"
        />
        <TextField
          name="knownOn"
          label={words.knownOn}
          support={words.knownOnSupport}
          defaultValue={choice.known ?? ""}
          className="max-w-md"
        />
        <div>
          <Button look="secondary">{words.show}</Button>
        </div>
      </form>
    </details>
  );
}

/** What visitors can choose: plain links, because there are few states and each has its address. */
function OfferedStates({
  offered,
  isOpen,
}: {
  offered: NonNullable<ChoiceView["offered"]>;
  isOpen: boolean;
}) {
  return (
    <details
      data-screen-only
      open={isOpen}
      className="mt-6 rounded-8 border border-solid-gray-420 px-4"
      id="choice"
    >
      <summary className="min-h-11 cursor-pointer py-2.5 text-std-16B-170">{words.chooseState}</summary>
      <p>{words.chooseStateWhy}</p>
      <ul className="pt-2 pb-4">
        {offered.map(({ to, label, isShown }) => (
          <li key={to} className="py-2">
            <TextLink to={to} className="inline-block py-1">
              {label}
            </TextLink>
            {isShown && <span className="ml-2">({words.showing})</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
