import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { answerDeskForm } from "#app/domain/plan/answer.server.ts";
import { ROLE_ACTORS } from "#app/domain/plan/desk.rules.ts";
import { nodeOf, shareLines } from "#app/domain/plan/node-lines.ts";
import { openDesk, submitFor } from "#app/domain/plan/pages.server.ts";
import { nodeLabel } from "#app/domain/plan/preview.ts";
import { sharesOfForm, sharesSchema } from "#app/domain/plan/schema.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { DeskFormPage } from "#app/ui/plan-form-page.tsx";
import { planLinks } from "#app/ui/plan-links.ts";
import { SumGroup } from "#app/ui/plan-sum.tsx";
import type { Route } from "./+types/plan-shares";

const words = planForms.shares;

export const handle = { access: STAFF, title: planForms.node.shares } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const { desk, place, year, years, now } = await openDesk(context.get(townContext), request, params);
  const found = nodeOf(desk, params.nodeId, { fiscalYear: year, knownOn: now });
  if (!found) throw data(null, { status: 404 });
  const known = new Map(shareLines(desk, params.nodeId, year).map((line) => [line.actor, line]));
  return {
    nodeId: params.nodeId,
    label: nodeLabel(found.node),
    place,
    years,
    shares: ROLE_ACTORS.map((actor) => ({
      actor,
      percent: known.get(actor)?.percent.toString() ?? "",
      role: known.get(actor)?.role ?? "",
    })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const open = await openDesk(town, request, params);
  const submit = submitFor(town, open, viewer);
  const { nodeId } = params;
  return answerDeskForm(request, {
    schema: sharesSchema,
    submit: (form, asked) =>
      submit(
        { kind: "shares-set", input: { nodeId, fiscalYear: form.fiscalYear, shares: sharesOfForm(form) } },
        asked,
      ),
    done: { url: `${planLinks.node(nodeId, open.year)}#shares`, notice: "plan-shares-recorded" },
  });
}

export default function StaffPlanShares({ loaderData, actionData }: Route.ComponentProps) {
  const { nodeId, label, place, years, shares } = loaderData;
  const labels: Record<string, string> = { fiscalYear: words.fiscalYear, sum: words.sum };
  for (const actor of ROLE_ACTORS) {
    labels[`percent.${actor}`] = words.percent(deskWords.actors[actor]);
    labels[`role.${actor}`] = words.role(deskWords.actors[actor]);
  }
  return (
    <DeskFormPage
      title={words.title(label)}
      lead={words.lead}
      place={place}
      crumbs={[{ to: planLinks.node(nodeId, place.year), label }]}
      answer={actionData}
      labels={labels}
    >
      {(form) => (
        <>
          <SelectField
            name="fiscalYear"
            label={words.fiscalYear}
            required
            form={form}
            defaultValue={String(place.year)}
            options={years}
          />
          <SumGroup legend={words.legend} support={words.sumSupport} form={form}>
            {shares.map(({ actor, percent, role }) => (
              <fieldset key={actor} className="grid gap-4 rounded-8 border border-solid-gray-420 p-4">
                <legend className="px-1 text-std-17B-170">{deskWords.actors[actor]}</legend>
                <TextField
                  name={`percent.${actor}`}
                  label={labels[`percent.${actor}`]!}
                  required
                  form={form}
                  defaultValue={percent}
                  inputMode="numeric"
                  className="max-w-40"
                />
                <TextArea
                  name={`role.${actor}`}
                  label={labels[`role.${actor}`]!}
                  form={form}
                  defaultValue={role}
                  rows={2}
                />
              </fieldset>
            ))}
          </SumGroup>
        </>
      )}
    </DeskFormPage>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.title(loaderData?.label ?? "")} | ${site.name}` },
];
