import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { createPlan, planChoices } from "#app/domain/plan/plans.store.server.ts";
import { planSchema } from "#app/domain/plan/schema.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { newId } from "#app/platform/random.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { type FieldState, valueOf } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page } from "#app/ui/page.tsx";
import { PlanFields } from "#app/ui/plan-fields.tsx";
import { planLinks } from "#app/ui/plan-links.ts";
import type { Route } from "./+types/plan-new";

const words = planForms.plan;
/** What most plans call their levels. */
const NEW_PLAN = { basicPolicy: "基本方針", strategy: "戦略", project: "推進事業" };

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  return { entryId: newId(), ...(await planChoices(context.get(townContext))) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const form = await parseForm(request, planSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const created = await createPlan(context.get(townContext), { actorId: viewer.id, plan: form.data });
  if (!created.ok) return formErrors({ [created.field]: created.error }, form.values);
  return redirectWithNotice(
    planLinks.desk({ planId: created.planId, year: form.data.firstFiscalYear }),
    "plan-created",
  );
}

export default function StaffPlanNew({ loaderData, actionData }: Route.ComponentProps) {
  const form: FieldState | undefined = actionData;
  const crumbs = [
    { to: "/staff", label: deskWords.staffHome },
    { to: "/staff/plan", label: deskWords.title },
  ];
  return (
    <Page title={words.title} crumbs={crumbs} lead={<p>{words.lead}</p>}>
      <FormProblems errors={form?.errors} labels={words.fields} />
      <form method="post" className="grid gap-6">
        <input type="hidden" name="entryId" value={valueOf(form, "entryId", loaderData.entryId)} />
        <PlanFields form={form} values={NEW_PLAN} schemes={loaderData.schemes} areas={loaderData.areas} />
        <div>
          <Button>{words.submit}</Button>
        </div>
      </form>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
