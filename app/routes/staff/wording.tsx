import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { WORDING_RULES } from "#app/domain/wording/dictionary.rules.ts";
import { checkWording } from "#app/domain/wording/rules.ts";
import { wordingTrialSchema } from "#app/domain/wording/schema.ts";
import { site } from "#app/locales/ja/site.ts";
import { wordingPage as words, wordingWords } from "#app/locales/ja/wording.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { ChoiceGroup, TextArea } from "#app/ui/field.tsx";
import { ErrorSummary, Notice } from "#app/ui/form-message.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { WordingDictionary, WordingLevelList } from "#app/ui/wording-dictionary.tsx";
import { WordingFindings } from "#app/ui/wording-findings.tsx";
import { WordingScript } from "#app/ui/wording-script.tsx";
import type { Route } from "./+types/wording";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  return {
    rules: WORDING_RULES.map(
      ({
        id,
        title,
        subject,
        level,
        law,
        note,
        replacement,
        exceptionNote,
        lawful,
        audience,
        validFrom,
      }) => ({
        id,
        title,
        subject,
        level,
        law,
        note,
        replacement,
        exceptionNote: exceptionNote ?? null,
        lawful: lawful !== undefined,
        forPupils: audience === "highSchool",
        validFrom,
      }),
    ),
  };
}

/** Tries a text; nothing is stored. */
export async function action({ request, context }: Route.ActionArgs) {
  requireViewer(request, context, handle.access);
  const form = await parseForm(request, wordingTrialSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { text, audience } = form.data;
  const on = civilDateOf(context.get(townContext).clock.now());
  const findings = checkWording({ text }, { on, ...(audience === "highSchool" && { audience }) });
  return { ok: true as const, errors: {}, values: form.values, findings };
}

export default function Wording({ loaderData, actionData }: Route.ComponentProps) {
  const findings = actionData && "findings" in actionData ? actionData.findings : null;
  return (
    <Page
      title={words.title}
      crumbs={[{ to: "/staff", label: words.back }]}
      lead={<p>{words.lead(loaderData.rules.length)}</p>}
      wide
    >
      <ErrorSummary errors={actionData?.errors} labels={{ text: words.text, audience: words.audience }} />
      {findings && (
        <Section title={words.result} id="result">
          <Notice
            kind={findings.length === 0 ? "success" : "warning"}
            title={findings.length === 0 ? wordingWords.none : wordingWords.count(findings.length)}
            live
            focus
          />
          {findings.length > 0 && <WordingFindings findings={findings} labels={{}} />}
        </Section>
      )}
      <Section title={words.tryTitle} id="try">
        <form method="post" className="space-y-6">
          <div data-wording>
            <TextArea
              name="text"
              label={words.text}
              support={words.textSupport}
              required
              form={actionData ?? undefined}
            />
          </div>
          <ChoiceGroup
            name="audience"
            label={words.audience}
            options={Object.entries(words.audiences).map(([value, label]) => ({ value, label }))}
            chosen={["everybody"]}
            form={actionData ?? undefined}
          />
          <Button>{words.submit}</Button>
        </form>
      </Section>
      <Section title={words.levels} id="levels">
        <WordingLevelList />
      </Section>
      <Section title={words.dictionary} id="dictionary">
        <p className="mb-6">{words.takenBack}</p>
        <WordingDictionary rules={loaderData.rules} />
      </Section>
      <WordingScript />
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
