import { data } from "react-router";
import { type RouteHandle, requireViewer } from "#app/access.ts";
import { checkForm, type FieldErrors, type FormValues, readForm } from "#app/platform/form.server.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { townContext } from "#app/town.ts";
import { findOwnCompany } from "#app/domain/companies/own.store.server.ts";
import { profileToForm } from "#app/domain/companies/profile.rules.ts";
import { AREAS, BENEFITS, CERTIFICATIONS, DEPARTMENTS, INDUSTRIES } from "#app/domain/companies/rules.ts";
import { draftSchema, submissionSchema } from "#app/domain/companies/submission.schema.ts";
import { saveDraft, type SaveResult, submitRevision } from "#app/domain/companies/submission.store.server.ts";
import { profileLabels } from "#app/locales/ja/companies.ts";
import { companyHome, profileForm as words } from "#app/locales/ja/company-room.ts";
import { site } from "#app/locales/ja/site.ts";
import { CompanyProfileForm } from "#app/ui/company-profile-form.tsx";
import { ErrorSummary, Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/profile";

export const handle = { access: ["company"], title: words.title } satisfies RouteHandle;

const OPTIONS = {
  areas: AREAS,
  industries: INDUSTRIES.map(({ code, name, words: friendly }) => ({
    value: code,
    label: `${code} ${name}(${friendly.join("・")})`,
  })),
  benefits: BENEFITS,
  certifications: CERTIFICATIONS,
  departments: DEPARTMENTS,
};

export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const company = await findOwnCompany(context.get(townContext), { userId: viewer.id });
  if (!company) throw data(null, { status: 404 });
  const { pending, published } = company;
  const shown = pending ?? published;
  return {
    values: {
      ...profileToForm(shown?.stored ?? {}),
      submitterNote: pending && pending.state !== "returned" ? pending.submitterNote : "",
    },
    base: shown && { state: shown.state, number: shown.number },
    returnReason: pending?.state === "returned" ? pending.decisionNote : "",
    latestNumber: company.latestNumber,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const company = await findOwnCompany(town, { userId: viewer.id });
  if (!company) throw data(null, { status: 404 });
  const values = await readForm(request);
  const owner = { userId: viewer.id, companyId: company.id };
  if (values["intent"] === "draft") {
    const form = checkForm(values, draftSchema);
    if (!form.ok) return unsaved(400, { values, errors: form.errors });
    const { baseNumber, submitterNote, ...typed } = form.data;
    return answer(
      await saveDraft(town, { ...owner, baseNumber, submitterNote, typed }),
      values,
      "profile-draft-saved",
    );
  }
  const form = checkForm(values, submissionSchema);
  if (!form.ok) return unsaved(400, { values, errors: form.errors });
  const { baseNumber, submitterNote, ...profile } = form.data;
  return answer(
    await submitRevision(town, { ...owner, baseNumber, submitterNote, profile }),
    values,
    "profile-submitted",
  );
}

function answer(result: SaveResult, values: FormValues, notice: string) {
  if (result.ok) return redirectWithNotice("/company", notice);
  return unsaved(409, { values, errors: {}, refused: result });
}

type Refused = Extract<SaveResult, { ok: false }>;

/** What was typed goes back into the form, with what is wrong with it or why it was not taken. */
function unsaved(status: number, form: { values: FormValues; errors: FieldErrors; refused?: Refused }) {
  return data({ refused: null, ...form }, { status });
}

export default function Profile({ loaderData, actionData }: Route.ComponentProps) {
  const { base, returnReason, latestNumber } = loaderData;
  const form = actionData
    ? { values: actionData.values, errors: actionData.errors }
    : { values: loaderData.values };
  const refused = actionData?.refused ?? null;
  return (
    <Page title={words.title} crumbs={[{ to: "/company", label: companyHome.title }]} lead={words.lead}>
      {refused && <Refusal refused={refused} />}
      <ErrorSummary errors={actionData?.errors} labels={{ ...profileLabels, submitterNote: words.note }} />
      <p className="mb-6">
        {base && base.state !== "superseded" ? words.base[base.state](base.number) : words.base.blank}
      </p>
      {returnReason && (
        <Notice kind="warning" title={companyHome.returnedReason}>
          <p className="whitespace-pre-line">{returnReason}</p>
        </Notice>
      )}
      {/* After a refusal the form stands on the newest revision: pressing again is a decision made knowingly. */}
      <CompanyProfileForm
        form={form}
        options={OPTIONS}
        baseNumber={baseOf(actionData, refused?.latestNumber ?? latestNumber)}
      />
    </Page>
  );
}

/** An answer with errors keeps the number that the form was opened with: it may be stale by now. */
function baseOf(answer: Route.ComponentProps["actionData"], latest: number): number {
  const typed = answer && !answer.refused ? Number(answer.values["baseNumber"]) : latest;
  return Number.isInteger(typed) ? typed : latest;
}

function Refusal({ refused }: { refused: Refused }) {
  if (refused.error === "stale")
    return (
      <Notice kind="warning" title={words.staleTitle} live focus>
        <p>{words.staleText(refused.latestNumber)}</p>
        <p className="mt-2">
          <TextLink to="/company/profile">{words.staleLink}</TextLink>
        </p>
      </Notice>
    );
  if (refused.error === "nothing-changed")
    return (
      <Notice kind="info" title={words.nothingChanged} live focus>
        {words.nothingChangedText}
      </Notice>
    );
  return (
    <Notice kind="warning" title={words.withdrawn} live focus>
      {words.withdrawnText}
    </Notice>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
