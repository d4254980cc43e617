import type { RouteHandle } from "#app/access.ts";
import { type FreshnessAnswer, FRESHNESS_ANSWERS } from "#app/domain/companies/freshness.rules.ts";
import { freshnessAnswerSchema } from "#app/domain/companies/freshness.schema.ts";
import { answerQuestion, readQuestion } from "#app/domain/companies/freshness-question.store.server.ts";
import type { CompanyProfile } from "#app/domain/companies/schema.ts";
import { NOT_FILLED, profileLabels, valueWords } from "#app/locales/ja/companies.ts";
import { confirmationWords as words } from "#app/locales/ja/freshness.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf, longDate } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary, Notice } from "#app/ui/form-message.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/company-confirmation";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

const GENERAL = ["address", "phone", "contactDepartment", "description", "employeeCount"] as const;
const TERMS = [
  "workingHours",
  "holidays",
  "annualHolidays",
  "startingPayHighSchool",
  "startingPayKosen",
  "startingPayUniversity",
] as const;

/** Shows the question and changes nothing: programs that check mails open every link. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const question = await readQuestion(context.get(townContext), { token: query.get("token") ?? "" });
  if (question.step === "open") {
    const { profile, slug, confirmedAt, answerBy } = question;
    return {
      step: question.step,
      name: profile.name,
      slug,
      facts: [
        ...factsOf(profile, GENERAL, profile.asOf),
        ...factsOf(profile, TERMS, profile.termsAsOf ?? profile.asOf),
      ],
      confirmedOn: confirmedAt && longDate(confirmedAt),
      answerBy: longDate(answerBy),
      first: FRESHNESS_ANSWERS.find((answer) => answer === query.get("answer")) ?? FRESHNESS_ANSWERS[0],
    };
  }
  if (question.step === "answered")
    return {
      step: question.step,
      answer: question.answer,
      answeredOn: civilDateOf(question.answeredAt),
      slug: question.slug,
    };
  return { step: question.step };
}

/** Facts in words, those that change with time with their day. */
function factsOf(profile: CompanyProfile, fields: readonly (keyof typeof profileLabels)[], asOf: string) {
  const dated = (field: string) => field === "employeeCount" || TERMS.some((term) => term === field);
  return fields.map((field) => {
    const value = valueWords(field, profile[field]);
    return {
      term: profileLabels[field],
      value: dated(field) && value !== NOT_FILLED ? words.asOf(value, asOf) : value,
    };
  });
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await parseForm(request, freshnessAnswerSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { answer } = form.data;
  const url = new URL(request.url);
  const result = await answerQuestion(context.get(townContext), {
    token: url.searchParams.get("token") ?? "",
    answer,
  });
  if (!result.ok) return formErrors({}, {}, result.error === "unknown" ? 404 : 409);
  return answer === "needs-change"
    ? redirectWithNotice("/company/profile", "freshness-change")
    : redirectWithNotice(`${url.pathname}${url.search}`, "freshness-confirmed");
}

export default function CompanyConfirmation({ loaderData: shown, actionData }: Route.ComponentProps) {
  if (shown.step === "open") return <Question question={shown} errors={actionData?.errors} />;
  return (
    <Page title={words.title}>
      {shown.step === "answered" ? (
        <>
          <Notice kind="success" title={words.doneTitle[shown.answer]}>
            <p>{words.doneText[shown.answer](shown.answeredOn)}</p>
          </Notice>
          <p className="mb-6">
            <TextLink to={`/companies/${shown.slug}`}>{words.wholePage}</TextLink>
          </p>
        </>
      ) : (
        <Notice kind="error" title={shown.step === "expired" ? words.expiredTitle : words.unknownTitle}>
          <p>{shown.step === "expired" ? words.expiredText : words.unknownText}</p>
        </Notice>
      )}
      <LinkButton to="/company/profile" look="secondary">
        {words.edit}
      </LinkButton>
    </Page>
  );
}

type Shown = Extract<Route.ComponentProps["loaderData"], { step: "open" }>;

function Question({ question, errors }: { question: Shown; errors: Record<string, string> | undefined }) {
  const answers = FRESHNESS_ANSWERS.toSorted((a) => (a === question.first ? -1 : 1));
  const notes: Record<FreshnessAnswer, string> = {
    "still-true": words.stillTrueNote,
    "needs-change": words.needsChangeNote,
  };
  return (
    <Page title={words.title} lead={<p>{words.lead(question.name)}</p>}>
      <ErrorSummary errors={errors} labels={{ answer: words.answer }} />
      <Section title={words.facts} id="facts">
        <DescriptionList
          items={[
            ...question.facts.map(({ term, value }) => ({ term, children: value })),
            { term: words.confirmedOn, children: question.confirmedOn ?? NOT_FILLED },
            { term: words.answerBy, children: question.answerBy },
          ]}
        />
        <p className="mt-4">
          <TextLink to={`/companies/${question.slug}`}>{words.wholePage}</TextLink>
        </p>
      </Section>
      <Section title={words.answer} id="answer">
        <div className="grid gap-6 sm:grid-cols-2">
          {answers.map((answer) => (
            <form key={answer} method="post">
              <Button name="answer" value={answer} look={answer === question.first ? "primary" : "secondary"}>
                {words.answers[answer]}
              </Button>
              <p className="mt-2">{notes[answer]}</p>
            </form>
          ))}
        </div>
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
  { name: "robots", content: "noindex" },
];
