import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { movesOf } from "#app/domain/visits/plan-comparison.rules.ts";
import { readPlanNumber } from "#app/domain/visits/plan-number.rules.ts";
import { contentOf, stopName } from "#app/domain/visits/plan-view.rules.ts";
import { findPlan, movePlan } from "#app/domain/visits/plans.store.server.ts";
import { moveSchema } from "#app/domain/visits/room.schema.ts";
import { findVisitRoom } from "#app/domain/visits/room.store.server.ts";
import { site } from "#app/locales/ja/site.ts";
import { visitMove as words } from "#app/locales/ja/visit-plans.ts";
import { visits } from "#app/locales/ja/visits.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { wishWords } from "#app/ui/visit-assignments.tsx";
import { visitCrumbs } from "#app/ui/visit-crumbs.ts";
import { MoveOptions, MoveRefusals } from "#app/ui/visit-moves.tsx";
import type { Route } from "./+types/event-visit-move";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

/** Whose visit is moved: the group and the session in the address. */
function visitOf(request: Request) {
  const query = new URL(request.url).searchParams;
  return { groupId: query.get("group") ?? "", sessionId: query.get("session") ?? "" };
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const number = readPlanNumber(params.plan);
  const [room, plan] = await Promise.all([
    findVisitRoom(town, { eventId: params.id }),
    findPlan(town, { eventId: params.id, number }),
  ]);
  const content = plan && contentOf(plan.stored, plan.result);
  const visit = visitOf(request);
  const choice = content && movesOf(content, visit);
  if (!room || !content) throw data(null, { status: 404 });
  const event = { id: room.id, title: room.title };
  if (!choice) return { event, number, move: null };
  const [group, ...others] = choice.groups.toSorted((one) => (one.id === visit.groupId ? -1 : 1));
  const hasWishes = group!.wishes.length > 0;
  const move = {
    label: group!.label,
    others: others.map(({ label }) => label),
    from: { name: stopName(content.input, choice.from), rank: choice.from.rank, hasWishes },
    people: choice.people,
    moves: choice.moves.map((one) => ({
      ...one,
      hasWishes,
      name: stopName(content.input, one),
    })),
  };
  return { event, number, move };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const form = await parseForm(request, moveSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const [sessionId = "", placeId = ""] = form.data.to.split(" ");
  const result = await movePlan(context.get(townContext), {
    eventId: params.id,
    number: readPlanNumber(params.plan),
    staffId: viewer.id,
    ...visitOf(request),
    to: { sessionId, placeId },
  });
  if (!result.ok) return formErrors({ form: result.error }, {}, 409);
  return redirectWithNotice(
    `/staff/events/${params.id}/visits/${result.number}`,
    result.repeated ? "visit-plan-same" : "visit-plan-started",
  );
}

export default function EventVisitMove({ loaderData, actionData }: Route.ComponentProps) {
  const { event, number, move } = loaderData;
  const plan = `/staff/events/${event.id}/visits/${number}`;
  const crumbs = [...visitCrumbs(event), { to: plan, label: visits.plan(number) }];
  if (!move)
    return (
      <Page title={words.shortTitle} crumbs={crumbs}>
        <EmptyState title={words.choose}>
          <p className="mb-4">{words.chooseText}</p>
          <LinkButton to={`${plan}#assignments`} look="secondary">
            {words.back}
          </LinkButton>
        </EmptyState>
      </Page>
    );
  const { label, from, others, people, moves } = move;
  const possible = moves.filter(({ problems }) => problems.length === 0);
  const impossible = moves.filter(({ problems }) => problems.length > 0);
  return (
    <Page
      title={words.title(label, number)}
      crumbs={crumbs}
      lead={
        <>
          <p>{words.lead(from.name, wishWords(from))}</p>
          {others.length > 0 && <p>{words.with(others.join("、"))}</p>}
        </>
      }
      wide
    >
      <FormProblems errors={actionData?.errors} labels={{}} />
      <Section title={words.options} id="options">
        {possible.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <MoveOptions moves={possible} from={from} people={people} />
        )}
        <p className="mt-4">{words.keepText}</p>
      </Section>
      {impossible.length > 0 && (
        <Section title={words.not} id="not">
          <MoveRefusals moves={impossible} />
        </Section>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: `${loaderData?.move ? words.title(loaderData.move.label, loaderData.number) : words.shortTitle} | ${site.name}`,
  },
];
