import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { stepLines } from "#app/domain/plan/evaluation-lines.ts";
import { createGradeScheme, listGradeSchemes } from "#app/domain/plan/grade-schemes.store.server.ts";
import { gradeSchemeSchema } from "#app/domain/plan/schema.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { newId } from "#app/platform/random.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { type FieldState, TextField, valueOf } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { StackedTable } from "#app/ui/indicator-stack.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import type { Route } from "./+types/plan-schemes";

const words = planForms.schemes;

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const schemes = await listGradeSchemes(context.get(townContext));
  return {
    entryId: newId(),
    schemes: schemes.map(({ id, name, steps, plans }) => ({ id, name, plans, steps: stepLines(steps) })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const form = await parseForm(request, gradeSchemeSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const created = await createGradeScheme(context.get(townContext), {
    actorId: viewer.id,
    scheme: form.data,
  });
  if (!created.ok) return formErrors({ name: created.error }, form.values);
  return redirectWithNotice("/staff/plan/schemes", "grade-scheme-created");
}

export default function StaffPlanSchemes({ loaderData, actionData }: Route.ComponentProps) {
  const { schemes, entryId } = loaderData;
  const form: FieldState | undefined = actionData;
  const { fields, support } = words;
  const crumbs = [
    { to: "/staff", label: deskWords.staffHome },
    { to: "/staff/plan", label: deskWords.title },
  ];
  return (
    <Page title={words.title} crumbs={crumbs} lead={<p>{words.lead}</p>}>
      <FormProblems errors={form?.errors} labels={fields} />
      <Section title={words.list} id="schemes">
        {schemes.length === 0 ? (
          <EmptyState title={words.none}>{words.noneNext}</EmptyState>
        ) : (
          <Schemes schemes={schemes} />
        )}
      </Section>
      <Section title={words.newTitle} id="new">
        <form method="post" className="grid gap-6">
          <input type="hidden" name="entryId" value={valueOf(form, "entryId", entryId)} />
          <TextField name="name" label={fields.name} support={support.name} required form={form} />
          {(["A", "B", "C", "D"] as const).map((grade) => (
            <fieldset key={grade} className="grid gap-4 rounded-8 border border-solid-gray-420 p-4">
              <legend className="px-1 text-std-17B-170">{grade}</legend>
              {grade !== "D" && (
                <TextField
                  name={`from.${grade}`}
                  label={fields[`from.${grade}`]}
                  support={support.from}
                  required
                  form={form}
                  inputMode="numeric"
                  className="max-w-xs"
                />
              )}
              <TextField
                name={`meaning.${grade}`}
                label={fields[`meaning.${grade}`]}
                support={support.meaning}
                required
                form={form}
              />
            </fieldset>
          ))}
          <div>
            <Button>{words.submit}</Button>
          </div>
        </form>
      </Section>
    </Page>
  );
}

function Schemes({ schemes }: { schemes: Route.ComponentProps["loaderData"]["schemes"] }) {
  const [name, steps, plans] = words.columns;
  return (
    <StackedTable
      caption={words.list}
      columns={[
        [name, "md:w-[28%]"],
        [steps, "md:w-[42%]"],
        [plans, "md:w-[30%]"],
      ]}
    >
      {schemes.map((scheme) => (
        <tbody key={scheme.id}>
          <tr>
            <th scope="row">{scheme.name}</th>
            <td data-label={steps}>
              <span className="whitespace-pre-line">{scheme.steps.join("\n")}</span>
            </td>
            <td data-label={plans}>
              <span>{scheme.plans.join("、") || words.unused}</span>
            </td>
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
