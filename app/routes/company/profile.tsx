import { data } from "react-router";
import { type RouteHandle, requireViewer } from "#app/access.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { checkForm, type FieldErrors, type FormValues, readForm } from "#app/platform/form.server.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { townContext } from "#app/town.ts";
import { closedFiscalYears } from "#app/domain/companies/hires.rules.ts";
import { findOwnCompany } from "#app/domain/companies/own.store.server.ts";
import {
  establishmentRows,
  profileToForm,
  withAnotherEstablishment,
  withoutEstablishment,
} from "#app/domain/companies/profile-form.rules.ts";
import { completenessOf } from "#app/domain/companies/profile.rules.ts";
import { AREAS, BENEFITS, CERTIFICATIONS, DEPARTMENTS, INDUSTRIES } from "#app/domain/companies/rules.ts";
import { checkSubmission, readStored, wordingAdvice } from "#app/domain/companies/submission-check.server.ts";
import { draftSchema } from "#app/domain/companies/submission.schema.ts";
import { saveDraft, type SaveResult, submitRevision } from "#app/domain/companies/submission.store.server.ts";
import { readDates } from "#app/domain/recruitment/store.server.ts";
import { readCompanyImages } from "#app/domain/images/store.server.ts";
import type { WordingFinding } from "#app/domain/wording/rules.ts";
import { companyHome, profileForm as words } from "#app/locales/ja/company-room.ts";
import { site } from "#app/locales/ja/site.ts";
import { CompanyProfileForm, profileFormLabels } from "#app/ui/company-profile-form.tsx";
import {
  BlockedWording,
  ProfileRefusal,
  ReturnReason,
  StoredProfileNotes,
} from "#app/ui/company-profile-notes.tsx";
import { ErrorSummary } from "#app/ui/form-message.tsx";
import { ProfilePhotos } from "#app/ui/profile-photos.tsx";
import { WordingScript } from "#app/ui/wording-script.tsx";
import { Page } from "#app/ui/page.tsx";
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
  const town = context.get(townContext);
  const company = await findOwnCompany(town, { userId: viewer.id });
  if (!company) throw data(null, { status: 404 });
  const today = civilDateOf(town.clock.now());
  const shown = company.pending ?? company.published;
  const profile = shown && readStored(shown);
  const isReturned = company.pending?.state === "returned";
  return {
    values: {
      ...profileToForm(shown?.stored ?? {}),
      submitterNote: company.pending && !isReturned ? company.pending.submitterNote : "",
    },
    base: shown && { state: shown.state, number: shown.number },
    returnReason: isReturned ? company.pending!.decisionNote : "",
    latestNumber: company.latestNumber,
    images: await readCompanyImages(town, { companyId: company.id }),
    fiscalYears: closedFiscalYears(today),
    completeness: profile && completenessOf(profile),
    advice: profile ? wordingAdvice(profile, today) : [],
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const company = await findOwnCompany(town, { userId: viewer.id });
  if (!company) throw data(null, { status: 404 });
  const today = civilDateOf(town.clock.now());
  const values = await readForm(request);
  const [intent, place] = String(values["intent"]).split(":");
  if (intent === "add-establishment")
    return unsaved(200, { values: withAnotherEstablishment(values), errors: {}, isRowNew: true });
  if (intent === "remove-establishment")
    return unsaved(200, { values: withoutEstablishment(values, Number(place)), errors: {} });

  const owner = { userId: viewer.id, companyId: company.id };
  if (intent === "draft") {
    const form = checkForm(values, draftSchema);
    if (!form.ok) return unsaved(400, { values, errors: form.errors });
    const { baseNumber, submitterNote, ...typed } = form.data;
    return answer(await saveDraft(town, { ...owner, baseNumber, submitterNote, typed }), values, {
      notice: "profile-draft-saved",
    });
  }
  const checked = checkSubmission(values, { today, dates: await readDates(town) });
  if (!checked.ok) return unsaved(400, checked);
  const { ok: _ok, values: sent, ...submission } = checked;
  const hasAdvice = wordingAdvice(checked.profile, today).length > 0;
  return answer(await submitRevision(town, { ...owner, ...submission }), sent, {
    notice: "profile-submitted",
    next: hasAdvice ? "/company/profile" : undefined,
  });
}

function answer(
  result: SaveResult,
  values: FormValues,
  { notice, next = "/company" }: { notice: string; next?: string },
) {
  if (result.ok) return redirectWithNotice(next, notice);
  return unsaved(409, { values, errors: {}, refused: result });
}

type Unsaved = {
  values: FormValues;
  errors: FieldErrors;
  refused?: Extract<SaveResult, { ok: false }>;
  blocked?: WordingFinding[];
  isRowNew?: boolean;
};

/** What was typed goes back into the form, with what is wrong with it or why it was not taken. */
function unsaved(status: number, { values, errors, refused, blocked = [], isRowNew = false }: Unsaved) {
  return data({ values, errors, refused: refused ?? null, blocked, isRowNew }, { status });
}

export default function Profile({ loaderData, actionData }: Route.ComponentProps) {
  const { base, latestNumber, fiscalYears } = loaderData;
  const form = actionData
    ? { values: actionData.values, errors: actionData.errors }
    : { values: loaderData.values };
  const refused = actionData?.refused ?? null;
  const blocked = actionData?.blocked ?? [];
  const establishments = {
    count: establishmentRows(form.values).length,
    isNew: actionData?.isRowNew ?? false,
  };
  const labels = profileFormLabels({ form, fiscalYears, establishments });
  return (
    <Page title={words.title} crumbs={[{ to: "/company", label: companyHome.title }]} lead={words.lead}>
      {refused && <ProfileRefusal error={refused.error} latestNumber={refused.latestNumber} />}
      <ErrorSummary errors={actionData?.errors} labels={labels} />
      <BlockedWording findings={blocked} labels={labels} />
      <p className="mb-6">
        {base && base.state !== "superseded" ? words.base[base.state](base.number) : words.base.blank}
      </p>
      <ReturnReason reason={loaderData.returnReason} />
      {!actionData && (
        <StoredProfileNotes
          advice={loaderData.advice}
          completeness={loaderData.completeness}
          labels={labels}
        />
      )}
      {/* After a refusal the form stands on the newest revision: pressing again is a decision made knowingly. */}
      <CompanyProfileForm
        form={form}
        options={OPTIONS}
        baseNumber={baseOf(actionData, refused?.latestNumber ?? latestNumber)}
        fiscalYears={fiscalYears}
        establishments={establishments}
        photos={<ProfilePhotos images={loaderData.images} chosen={[]} form={form} />}
        asksForReason={blocked.length > 0}
      />
      <WordingScript />
    </Page>
  );
}

/** An answer with errors keeps the number that the form was opened with: it may be stale by now. */
function baseOf(answered: Route.ComponentProps["actionData"], latest: number): number {
  const typed = answered && !answered.refused ? Number(answered.values["baseNumber"]) : latest;
  return Number.isInteger(typed) ? typed : latest;
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
