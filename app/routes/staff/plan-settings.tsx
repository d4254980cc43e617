import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import type { DeskAnswer } from "#app/domain/plan/answer.server.ts";
import { openDesk } from "#app/domain/plan/pages.server.ts";
import {
  changePlan,
  checkPlanSettings,
  readPlanSettings,
} from "#app/domain/plan/plan-settings.store.server.ts";
import { planChoices } from "#app/domain/plan/plans.store.server.ts";
import { planSettingsSchema } from "#app/domain/plan/schema.ts";
import { settingsPreview } from "#app/domain/plan/settings-lines.server.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { CheckBox } from "#app/ui/field.tsx";
import { PlanFields } from "#app/ui/plan-fields.tsx";
import { DeskFormPage } from "#app/ui/plan-form-page.tsx";
import { planLinks } from "#app/ui/plan-links.ts";
import type { Route } from "./+types/plan-settings";

const words = planForms.settings;

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { place, planId } = await openDesk(town, request);
  const values = (await readPlanSettings(town.database, { planId }))!;
  return { place, values, ...(await planChoices(town)) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { planId, place } = await openDesk(town, request);
  const values = await readForm(request);
  const answer = (status: number, more: Partial<DeskAnswer>) =>
    data<DeskAnswer>({ ok: false, errors: {}, values, preview: null, ...more }, { status });
  if (values["step"] === "edit") return answer(200, {});
  const form = checkForm(values, planSettingsSchema);
  if (!form.ok) return answer(400, { errors: form.errors });
  const wanted = form.data;
  if (wanted.step === "record" && wanted.basis !== "") {
    const changed = await changePlan(town, { planId, actorId: viewer.id, wanted, seen: wanted.basis });
    if (changed.ok) return redirectWithNotice(planLinks.desk(place), "plan-settings-recorded");
    return answer("form" in changed.errors ? 409 : 400, { errors: changed.errors });
  }
  const errors = await checkPlanSettings(town.database, { planId, wanted });
  if (Object.keys(errors).length > 0) return answer(400, { errors });
  const before = (await readPlanSettings(town.database, { planId }))!;
  const preview = settingsPreview(before, wanted, await planChoices(town));
  if (preview === null) return answer(409, { errors: { form: "plan-nothing-changed" } });
  return answer(200, { preview });
}

export default function StaffPlanSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { place, values, schemes, areas } = loaderData;
  return (
    <DeskFormPage
      title={words.title}
      lead={words.lead}
      place={place}
      answer={actionData}
      labels={{ ...planForms.plan.fields, opensFirst: words.opensFirst }}
    >
      {(form) => (
        <>
          <PlanFields form={form} values={values} schemes={schemes} areas={areas} />
          {values.opensFirst === "yes" ? (
            <p>{words.isFirst}</p>
          ) : (
            <CheckBox name="opensFirst" label={words.opensFirst} form={form} />
          )}
        </>
      )}
    </DeskFormPage>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.title}:${loaderData?.place.planTitle ?? ""} | ${site.name}` },
];
