import { answerField, answerValues, type Answer, type Question } from "#app/domain/events/answers.rules.ts";
import type { Category, EventState, RegistrationState } from "#app/domain/events/rules.ts";
import { ticket as words } from "#app/locales/ja/events.ts";
import { ticketPage as own } from "#app/locales/ja/participants.ts";
import { Button, LinkButton } from "./button.tsx";
import { RegistrationBadge } from "./event-badges.tsx";
import { EventQuestions } from "./event-questions.tsx";
import { EventTicket } from "./event-ticket.tsx";
import { TicketFacts, type TicketPlace } from "./event-ticket-facts.tsx";
import { TicketState } from "./event-ticket-state.tsx";
import type { FieldState } from "./field.tsx";
import { ErrorSummary, Notice } from "./form-message.tsx";
import { Page, Section } from "./page.tsx";
import { DescriptionList } from "./table.tsx";
import { VisitCard } from "./visit-card.tsx";

export type ShownTicket = TicketPlace & {
  eventId: string;
  eventTitle: string;
  eventState: EventState;
  state: RegistrationState;
  position: number | null;
  offerExpiresAt: Date | null;
  checkedInAt: Date | null;
  category: Category;
  code: string | null;
  qr: { size: number; path: string } | null;
  canCancel: boolean;
  hasBegun: boolean;
  isGuest: boolean;
  canRegisterAgain: boolean;
  againAt: string;
  questions: readonly (Question & { retiredAt: Date | null })[];
  answers: readonly Answer[];
  canChangeAnswers: boolean;
  /** Null while there is no seat. */
  visitCard: Parameters<typeof VisitCard>[0]["card"] | null;
};

/**
 * A registration as its holder sees it, in every state: what it is, what to do next, the ticket, what to bring and how to
 * come, and the way out of it. On paper only the ticket and the facts are left.
 */
export function TicketPage({ ticket, form }: { ticket: ShownTicket; form: FieldState | undefined }) {
  const { form: refusal, ...fields } = form?.errors ?? {};
  const labels = Object.fromEntries(ticket.questions.map(({ id, label }) => [answerField(id), label]));
  const isLive = ticket.state !== "cancelled" && ticket.state !== "expired";
  return (
    <>
      {refusal && (
        <Notice
          kind="error"
          title={own.offerErrors[refusal as keyof typeof own.offerErrors] ?? refusal}
          live
          focus
        />
      )}
      <ErrorSummary errors={fields} labels={labels} />
      <p>
        <RegistrationBadge state={ticket.state} />
      </p>
      <TicketState ticket={ticket} />
      {ticket.code && ticket.qr && (
        <div className="mt-6">
          <EventTicket code={ticket.code} qr={ticket.qr} />
        </div>
      )}
      <div className="mt-8">
        <TicketFacts ticket={ticket} />
      </div>
      {ticket.visitCard && <VisitCard card={ticket.visitCard} />}
      <div className="mt-8 flex flex-wrap gap-4" data-screen-only>
        {ticket.state === "registered" && (
          <LinkButton to={`/events/${ticket.eventId}/calendar.ics`} look="secondary" download>
            {words.calendar}
          </LinkButton>
        )}
        <LinkButton to={`/events/${ticket.eventId}`} look="secondary">
          {words.toEvent}
        </LinkButton>
      </div>
      {ticket.code && (
        <p data-screen-only className="mt-4 text-solid-gray-700">
          {words.print}
        </p>
      )}
      {ticket.isGuest && isLive && (
        <p data-screen-only className="mt-4 text-solid-gray-700">
          {own.keepLink}
        </p>
      )}
      <Answers ticket={ticket} form={form} />
      {ticket.canCancel && <Cancellation state={ticket.state} />}
    </>
  );
}

/** What was asked and answered; while registration is open the answers can be changed. */
function Answers({ ticket, form }: { ticket: ShownTicket; form: FieldState | undefined }) {
  if (ticket.questions.length === 0) return null;
  const valueOf = new Map(ticket.answers.map(({ questionId, value }) => [questionId, value]));
  const open = ticket.questions.filter((question) => question.retiredAt === null);
  const hasErrors = open.some(({ id }) => form?.errors?.[answerField(id)] !== undefined);
  return (
    <div data-screen-only className="mt-12">
      <Section title={own.answers} id="answers">
        <DescriptionList
          items={ticket.questions.map(({ id, label }) => ({
            term: label,
            children: valueOf.get(id) ?? own.unanswered,
          }))}
        />
        {ticket.canChangeAnswers && (
          <details open={hasErrors} className="mt-4">
            <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-8 border-2 border-key-900 px-5 text-key-900">
              {own.changeAnswers}
            </summary>
            <form method="post" noValidate className="mt-6 grid max-w-3xl gap-8">
              <EventQuestions
                questions={open}
                eligible={[ticket.category]}
                form={hasErrors ? form : { values: answerValues(ticket.answers) }}
              />
              <div>
                <Button name="intent" value="answers">
                  {own.saveAnswers}
                </Button>
              </div>
            </form>
          </details>
        )}
      </Section>
    </div>
  );
}

/** Two steps: the first opens the question, the second sends the form. */
function Cancellation({ state }: { state: RegistrationState }) {
  const { title, button = title, help, confirm } = cancellationWords(state);
  return (
    <div data-screen-only className="mt-12">
      <Section title={title} id="cancel">
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-8 border-2 border-error-2 px-5 text-error-2">
            {button}
          </summary>
          <form method="post" className="mt-4">
            <p>{help}</p>
            <Button name="intent" value="cancel" look="danger" className="mt-4">
              {confirm}
            </Button>
          </form>
        </details>
      </Section>
    </div>
  );
}

type CancellationWords = { title: string; button?: string; help: string; confirm: string };

function cancellationWords(state: RegistrationState): CancellationWords {
  if (state === "offered")
    return {
      title: own.declineTitle,
      button: own.decline,
      help: own.declineHelp,
      confirm: own.declineConfirm,
    };
  if (state === "waiting")
    return { title: own.cancelWaiting, help: words.cancelWaitingHelp, confirm: words.cancelConfirm };
  return { title: words.cancelTitle, help: words.cancelHelp, confirm: words.cancelConfirm };
}

/** The page of a link that leads to no registration (any more), with the ways that are left. */
export function UnknownTicket() {
  return (
    <Page title={own.linkTitle}>
      <Notice kind="error" title={own.unknownTitle}>
        <p>{own.unknownText}</p>
        <p className="mt-2">{own.unknownHelp}</p>
      </Notice>
      <LinkButton to="/events">{own.toEvents}</LinkButton>
    </Page>
  );
}
