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
import { type FieldState, SelectField, TextField, valueOf } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/plan-new";

const words = planForms.plan;

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
  return redirectWithNotice(`/staff/plan?plan=${encodeURIComponent(created.planId)}`, "plan-created");
}

export default function StaffPlanNew({ loaderData, actionData }: Route.ComponentProps) {
  const form: FieldState | undefined = actionData;
  const { fields, support } = words;
  const crumbs = [
    { to: "/staff", label: deskWords.staffHome },
    { to: "/staff/plan", label: deskWords.title },
  ];
  return (
    <Page title={words.title} crumbs={crumbs} lead={<p>{words.lead}</p>}>
      <FormProblems errors={form?.errors} labels={fields} />
      <form method="post" className="grid gap-6">
        <input type="hidden" name="entryId" value={valueOf(form, "entryId", loaderData.entryId)} />
        <TextField name="title" label={fields.title} required form={form} />
        {(["firstFiscalYear", "lastFiscalYear"] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={fields[name]}
            support={support.year}
            required
            form={form}
            inputMode="numeric"
            className="max-w-xs"
          />
        ))}
        <TextField
          name="basicPolicy"
          label={fields.basicPolicy}
          support={support.levels}
          required
          form={form}
          defaultValue="基本方針"
        />
        <TextField name="strategy" label={fields.strategy} required form={form} defaultValue="戦略" />
        <TextField name="project" label={fields.project} required form={form} defaultValue="推進事業" />
        <TextField name="source" label={fields.source} support={support.source} required form={form} />
        <SelectField
          name="gradeSchemeId"
          label={fields.gradeSchemeId}
          support={support.gradeSchemeId}
          form={form}
          options={loaderData.schemes}
          empty={planForms.none}
        />
        <SelectField name="areaId" label={fields.areaId} required form={form} options={loaderData.areas} />
        <div>
          <Button>{words.submit}</Button>
        </div>
      </form>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
