import { answerField, type Question } from "#app/domain/events/answers.rules.ts";
import type { EventAudience, RegistrationState, RegistrationWindow } from "#app/domain/events/rules.ts";
import { event as eventWords, registration as words } from "#app/locales/ja/events.ts";
import { registrationForm as own } from "#app/locales/ja/participants.ts";
import type { ChoiceSession } from "./event-pool-choice.tsx";
import { EventNotice } from "./event-notice.tsx";
import { EventRegistrationForm, type FormReader } from "./event-registration-form.tsx";
import { EventVisitor } from "./event-visitor.tsx";
import type { FieldState } from "./field.tsx";
import { FormProblems } from "./form-problems.tsx";
import { Notice } from "./form-message.tsx";

type RegistrationPage = {
  event: {
    id: string;
    audience: EventAudience;
    stateNote: string;
    registrationOpensAt: Date | null;
    takesGuests: boolean;
    hasSeats: boolean;
  };
  window: RegistrationWindow;
  sessions: readonly (ChoiceSession & { guardianSeats: { left: number } | null })[];
  questions: readonly Question[];
  maxHeadCount: number;
  mayRegister: boolean;
  held: readonly { id: string; to: string; state: RegistrationState }[];
  /** Null for a visitor. */
  reader: FormReader | null;
  isWaitingAccount: boolean;
};

/** What stands on the page of a registration: what is known already, then the form, or why there is none and what next. */
export function EventRegistration({ page, form }: { page: RegistrationPage; form: FieldState | undefined }) {
  const { event, reader, window } = page;
  const schoolsOnly = event.audience === "schools";
  const hasForm = page.sessions.length > 0 && reader !== null;
  const labels = {
    pool: own.pool,
    headCount: reader?.kind === "teacher" ? words.headCount : own.groupSize,
    guardians: own.guardians,
    name: own.name,
    ...Object.fromEntries(page.questions.map(({ id, label }) => [answerField(id), label])),
  };
  const isLockedOut =
    reader !== null && event.hasSeats && window === "open" && !hasForm && page.held.length === 0;
  return (
    <>
      <FormProblems errors={form?.errors} labels={labels} />
      <EventNotice event={{ ...event, ...page }} schoolsOnly={schoolsOnly && reader !== null} />
      {!event.hasSeats && <Notice kind="info" title={eventWords.noPools} />}
      {reader === null && event.hasSeats && window === "open" && (
        <EventVisitor eventId={event.id} schoolsOnly={schoolsOnly} takesGuests={event.takesGuests} />
      )}
      {hasForm && (
        <EventRegistrationForm
          sessions={page.sessions}
          questions={page.questions}
          maxHeadCount={page.maxHeadCount}
          reader={reader}
          form={form}
        />
      )}
      {isLockedOut && (
        <Notice kind="info" title={words.noCategory}>
          <p>{lockedOutText(page, schoolsOnly)}</p>
        </Notice>
      )}
    </>
  );
}

function lockedOutText(page: RegistrationPage, schoolsOnly: boolean): string {
  const text = words.noCategoryText;
  if (page.isWaitingAccount) return text.waiting;
  return schoolsOnly ? text.schools : text.other;
}
