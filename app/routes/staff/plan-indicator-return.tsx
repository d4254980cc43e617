import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { answerDeskForm } from "#app/domain/plan/answer.server.ts";
import { namesOf } from "#app/domain/plan/desk.store.server.ts";
import { definitionLines, indicatorOf } from "#app/domain/plan/indicator-lines.ts";
import { openDesk, submitFor } from "#app/domain/plan/pages.server.ts";
import { returnSchema } from "#app/domain/plan/schema.ts";
import { newestVersion, versionBefore } from "#app/domain/plan/version-return.rules.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { planLinks } from "#app/ui/plan-links.ts";
import { ReturnPage } from "#app/ui/plan-return.tsx";
import type { Route } from "./+types/plan-indicator-return";

const words = planForms.return;

export const handle = { access: STAFF, title: planForms.indicator.return } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { desk, place, year, now } = await openDesk(town, request, params);
  const found = indicatorOf(desk, params.indicatorId, { fiscalYear: year, knownOn: now });
  const newest = found && newestVersion(found.record.versions);
  if (!found || !newest) throw data(null, { status: 404 });
  const before = versionBefore(found.record.versions, now);
  const [line, held] = definitionLines(
    before ? [newest, before] : [newest],
    await namesOf(town, [newest.recordedById]),
  );
  const { from, name, counting, reason, recorded } = line!;
  return {
    id: params.indicatorId,
    label: found.shown.name,
    place,
    view: {
      versionId: newest.id,
      taken: [from, name, counting, reason, recorded],
      before: held ? `${held.name}\n${held.counting}` : null,
    },
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const open = await openDesk(town, request, params);
  const submit = submitFor(town, open, viewer);
  const { indicatorId } = params;
  return answerDeskForm(request, {
    schema: returnSchema,
    submit: ({ versionId, note }, asked) =>
      submit({ kind: "indicator-returned", input: { indicatorId, versionId, note } }, asked),
    done: { url: planLinks.indicator(indicatorId, open.year), notice: "plan-indicator-recorded" },
  });
}

export default function StaffPlanIndicatorReturn({ loaderData, actionData }: Route.ComponentProps) {
  const { id, label, place, view } = loaderData;
  return (
    <ReturnPage
      label={label}
      place={place}
      crumbs={[{ to: planLinks.indicator(id, place.year), label }]}
      answer={actionData}
      view={view}
      end={{ to: planLinks.indicatorEnd(id, place.year), label: planForms.indicator.end }}
    />
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.title(loaderData?.label ?? "")} | ${site.name}` },
];
