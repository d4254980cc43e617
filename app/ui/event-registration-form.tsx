import type { Question } from "#app/domain/events/answers.rules.ts";
import type { Category } from "#app/domain/events/rules.ts";
import { people, registration as words } from "#app/locales/ja/events.ts";
import { registrationForm as own } from "#app/locales/ja/participants.ts";
import { Button } from "./button.tsx";
import { type ChoiceSession, PoolChoice } from "./event-pool-choice.tsx";
import { EventQuestions, hiddenFor, markOf } from "./event-questions.tsx";
import { type FieldState, SelectField, TextField } from "./field.tsx";

type Session = ChoiceSession & { guardianSeats: { left: number } | null };

/** Who fills the form in: a teacher for the school, somebody with an account, or a guest. */
export type FormReader =
  | { kind: "teacher"; schoolName: string | null }
  | { kind: "account" }
  | { kind: "guest"; name: string };

const MOST_GUARDIANS = 2;
/** Group sizes up to this are a list to choose from. */
const MOST_LISTED = 10;

/**
 * Registration for seats that still take this person, in one form. Schools enter a head count and no names. Where no seat
 * is left, the waiting list has its own button.
 */
export function EventRegistrationForm({
  sessions,
  questions,
  maxHeadCount,
  reader,
  form,
}: {
  sessions: readonly Session[];
  questions: readonly Question[];
  maxHeadCount: number;
  reader: FormReader;
  form: FieldState | undefined;
}) {
  const pools = sessions.flatMap((session) => session.pools);
  const hasSeats = pools.some((pool) => pool.left > 0);
  const hasFull = pools.some((pool) => pool.left === 0) || form?.errors?.pool === "event-full";
  const eligible = [...new Set(pools.map((pool) => pool.category))];
  const isTeacher = reader.kind === "teacher";
  return (
    <form method="post" noValidate className="group/registration grid max-w-3xl gap-8">
      {isTeacher && (
        <div>
          {reader.schoolName && <p>{words.forSchool(reader.schoolName)}</p>}
          <p>{own.teacherHint}</p>
        </div>
      )}
      <PoolChoice sessions={sessions} state={form} />
      {reader.kind === "guest" && (
        <TextField
          name="name"
          label={own.name}
          support={own.nameSupport}
          autoComplete="nickname"
          defaultValue={reader.name}
          required
          form={form}
        />
      )}
      {(isTeacher || maxHeadCount > 1) && (
        <HeadCount isTeacher={isTeacher} maxHeadCount={maxHeadCount} form={form} />
      )}
      {!isTeacher && <Guardians sessions={sessions} eligible={eligible} form={form} />}
      <EventQuestions questions={questions} eligible={eligible} form={form} />
      <div className="grid gap-4">
        {hasSeats && <p>{reader.kind === "guest" ? own.guestAfterwards : words.afterwards}</p>}
        {hasFull && <p>{words.waitHelp}</p>}
        <div className="flex flex-wrap gap-4">
          {hasSeats && (
            <Button name="intent" value="register" className="w-full sm:w-auto">
              {words.submit}
            </Button>
          )}
          {hasFull && (
            <Button
              name="intent"
              value="wait"
              look={hasSeats ? "secondary" : "primary"}
              className="w-full sm:w-auto"
            >
              {words.wait}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}

function HeadCount({
  isTeacher,
  maxHeadCount,
  form,
}: {
  isTeacher: boolean;
  maxHeadCount: number;
  form: FieldState | undefined;
}) {
  const field = { name: "headCount", required: true, form };
  if (!isTeacher && maxHeadCount <= MOST_LISTED)
    return (
      <SelectField
        {...field}
        label={own.groupSize}
        support={own.groupSizeSupport(maxHeadCount)}
        defaultValue="1"
        options={numbers(1, maxHeadCount).map((n) => ({ value: String(n), label: people(n) }))}
      />
    );
  return (
    <TextField
      {...field}
      label={isTeacher ? words.headCount : own.groupSize}
      support={isTeacher ? words.headCountSupport : own.groupSizeSupport(maxHeadCount)}
      defaultValue={isTeacher ? undefined : "1"}
      inputMode="numeric"
      className="max-w-xs"
    />
  );
}

/** Guardians who come along with a student, where the session has seats for them. */
function Guardians({
  sessions,
  eligible,
  form,
}: {
  sessions: readonly Session[];
  eligible: readonly Category[];
  form: FieldState | undefined;
}) {
  const withSeats = sessions.filter((session) => session.guardianSeats !== null);
  if (withSeats.length === 0 || !eligible.includes("student")) return null;
  const forStudents = { categories: ["student"] as const, required: true };
  const left = withSeats.length === 1 ? withSeats[0]!.guardianSeats!.left : null;
  return (
    <div className={hiddenFor(eligible.filter((category) => category !== "student"))}>
      <SelectField
        name="guardians"
        label={`${own.guardians}${markOf(forStudents, eligible)}`}
        support={own.guardiansSupport(left)}
        form={form}
        defaultValue="0"
        options={numbers(0, MOST_GUARDIANS).map((n) => ({
          value: String(n),
          label: n === 0 ? own.guardiansNone : people(n),
        }))}
      />
    </div>
  );
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
