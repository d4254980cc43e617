import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { surveyLastDay, USEFUL_CODES } from "#app/domain/surveys/rules.ts";
import { surveySchema } from "#app/domain/surveys/schema.ts";
import { answerSurvey, findSurvey } from "#app/domain/surveys/store.server.ts";
import { survey as words } from "#app/locales/ja/survey.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ChoiceGroup, type FieldState, TextArea } from "#app/ui/field.tsx";
import { ErrorSummary, Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/event-survey";

export const handle = { access: "public", title: words.shortTitle } satisfies RouteHandle;

export async function loader({ params, context }: Route.LoaderArgs) {
  const found = await findSurvey(context.get(townContext), { eventId: params.id, token: params.token });
  if (!found)
    return data({ step: "unknown" as const, eventTitle: "", until: "", eventId: null }, { status: 404 });
  const { step, eventTitle, endsAt } = found;
  return data({ step, eventTitle, until: longDate(surveyLastDay({ endsAt })), eventId: params.id });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await parseForm(request, surveySchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const result = await answerSurvey(context.get(townContext), {
    eventId: params.id,
    token: params.token,
    reply: form.data,
  });
  if (!result.ok && result.error === "no-such-survey") throw data(null, { status: 404 });
  // The page says that the survey is not open; nothing typed is worth keeping then.
  if (!result.ok) return formErrors({}, form.values, 409);
  return redirectWithNotice(new URL(request.url).pathname, "survey-answered");
}

export default function EventSurvey({ loaderData, actionData }: Route.ComponentProps) {
  const { step, eventTitle, until, eventId } = loaderData;
  if (step === "unknown")
    return (
      <Page title={words.shortTitle}>
        <Notice kind="warning" title={words.unknownTitle}>
          <p>{words.unknownText}</p>
        </Notice>
      </Page>
    );
  const title = words.title(eventTitle);
  if (step !== "open")
    return (
      <Page title={title} crumbs={[{ to: `/events/${eventId}`, label: eventTitle }]}>
        {step === "answered" && (
          <Notice kind="success" title={words.answeredTitle}>
            <p>{words.answeredText}</p>
          </Notice>
        )}
        {step === "not-yet" && (
          <Notice kind="info" title={words.notYetTitle}>
            <p>{words.notYetText}</p>
          </Notice>
        )}
        {step === "closed" && (
          <Notice kind="info" title={words.closedTitle}>
            <p>{words.closedText(until)}</p>
          </Notice>
        )}
        <LinkButton to="/events" look="secondary">
          {words.toEvents}
        </LinkButton>
      </Page>
    );
  const labels = {
    satisfaction: words.satisfaction,
    interest: words.interest,
    useful: words.useful,
    comment: words.comment,
  };
  return (
    <Page title={title} crumbs={[{ to: `/events/${eventId}`, label: eventTitle }]} lead={words.lead}>
      <ErrorSummary errors={actionData?.errors} labels={labels} />
      <SurveyForm form={actionData ?? undefined} />
    </Page>
  );
}

/** The best answer first, as people read; its value is 5. */
const scale = (steps: readonly string[]) =>
  steps.map((label, index) => ({ value: String(steps.length - index), label }));

function SurveyForm({ form }: { form: FieldState | undefined }) {
  return (
    <form method="post" className="grid gap-8">
      <ChoiceGroup
        name="satisfaction"
        label={words.satisfaction}
        required
        form={form}
        options={scale(words.satisfactionSteps)}
      />
      <ChoiceGroup
        name="interest"
        label={words.interest}
        support={words.interestSupport}
        form={form}
        options={scale(words.interestSteps)}
      />
      <ChoiceGroup
        name="useful"
        label={words.useful}
        support={words.usefulSupport}
        many
        form={form}
        options={USEFUL_CODES.map((value) => ({ value, label: words.usefulNames[value] }))}
      />
      <TextArea name="comment" label={words.comment} support={words.commentSupport} form={form} rows={4} />
      <div>
        <Button className="w-full sm:w-auto">{words.submit}</Button>
      </div>
    </form>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  const title = loaderData?.eventTitle ? words.title(loaderData.eventTitle) : words.shortTitle;
  return [
    { title: `${title} | ${site.name}` },
    { name: "description", content: words.description },
    { name: "robots", content: "noindex" },
  ];
}
