import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { intentOf, questionForms } from "#app/domain/events/editing-parts.schema.ts";
import { findEditedEvent } from "#app/domain/events/editing.store.server.ts";
import {
  listQuestions,
  moveQuestion,
  type QuestionResult,
  restoreQuestion,
  retireQuestion,
  saveQuestion,
} from "#app/domain/events/questions.store.server.ts";
import { questionWords as words } from "#app/locales/ja/event-editor-parts.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { type Town, townContext } from "#app/town.ts";
import { QuestionForm, QuestionList } from "#app/ui/event-editor-questions.tsx";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import { type FieldState, valueOf } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { WordingScript } from "#app/ui/wording-script.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import type { Route } from "./+types/event-questions";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const event = await findEditedEvent(town, { eventId: params.id });
  if (!event) throw data(null, { status: 404 });
  const questions = await listQuestions(town, { eventId: event.id });
  return {
    id: event.id,
    title: event.title,
    version: event.version,
    asked: questions.filter((question) => !question.isRetired),
    retired: questions.filter((question) => question.isRetired),
    open: new URL(request.url).searchParams.get("question"),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const values = await readForm(request);
  const intent = intentOf(questionForms, values["intent"]);
  if (!intent) throw data(null, { status: 400 });
  const form = checkForm(values, questionForms[intent]);
  if (!form.ok) return formErrors(form.errors, form.values);
  const own = { eventId: params.id, staffId: viewer.id };
  const { result, notice } = await change(context.get(townContext), { ...own, form: form.data });
  if (result.ok)
    return redirectWithNotice(`/staff/events/${encodeURIComponent(params.id)}/questions`, notice);
  if (result.error === "no-such-event") throw data(null, { status: 404 });
  const field = result.error === "question-answered" ? "kind" : "form";
  return formErrors({ [field]: result.error }, form.values, field === "kind" ? 400 : 409);
}

type Forms = typeof questionForms;
type QuestionForms = { [Intent in keyof Forms]: ReturnType<Forms[Intent]["parse"]> }[keyof Forms];

async function change(
  town: Town,
  { form, ...own }: { eventId: string; staffId: string; form: QuestionForms },
): Promise<{ result: QuestionResult; notice: string }> {
  const step = { ...own, version: form.version, questionId: form.questionId };
  switch (form.intent) {
    case "save-question": {
      const { label, help, kind, options, required, categories, minimum, maximum } = form;
      const facts = { label, help, kind, options, required, categories, minimum, maximum };
      return { result: await saveQuestion(town, { ...step, facts }), notice: "question-saved" };
    }
    case "move-question":
      return {
        result: await moveQuestion(town, { ...step, direction: form.direction }),
        notice: "question-moved",
      };
    case "retire-question":
      return { result: await retireQuestion(town, step), notice: "question-retired" };
    case "restore-question":
      return { result: await restoreQuestion(town, step), notice: "question-restored" };
  }
}

export default function EventQuestions({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, version, asked, retired, open } = loaderData;
  const sent: FieldState | undefined = actionData;
  const form = valueOf(sent, "intent") === "save-question" ? sent : undefined;
  const changed =
    asked.find((question) => question.id === (form ? valueOf(form, "questionId") : open)) ?? null;
  return (
    <Page title={words.title(title)} lead={<p>{words.lead}</p>} crumbs={eventCrumbs({ id, title }, "edit")}>
      <EventRoomNav eventId={id} current="edit" />
      <FormProblems errors={sent?.errors} labels={words.labels} />
      <Section title={words.list} id="list">
        {asked.length === 0 ? (
          <EmptyState title={words.none}>{words.noneText}</EmptyState>
        ) : (
          <QuestionList questions={asked} version={version} />
        )}
      </Section>
      <Section title={changed ? words.changeTitle : words.addTitle} id="question">
        <QuestionForm version={version} question={changed} form={form} />
        {changed && (
          <p className="mt-4">
            <TextLink to={`/staff/events/${id}/questions`} className="inline-flex min-h-11 items-center">
              {words.stopChanging}
            </TextLink>
          </p>
        )}
      </Section>
      {retired.length > 0 && (
        <Section title={words.retired} id="retired">
          <QuestionList questions={retired} version={version} />
        </Section>
      )}
      <WordingScript />
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.title(loaderData.title) : words.shortTitle} | ${site.name}` },
];
