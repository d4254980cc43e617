import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { namesOf } from "#app/domain/plan/desk.store.server.ts";
import { nodeFacts, nodeIndicators, nodeOf, shareLines, versionLines } from "#app/domain/plan/node-lines.ts";
import { openDesk } from "#app/domain/plan/pages.server.ts";
import { nodeLabel } from "#app/domain/plan/preview.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import { site } from "#app/locales/ja/site.ts";
import { fiscalYearLabel } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { deskCrumbs, planLinks } from "#app/ui/plan-links.ts";
import { DeskNav, YearChoice } from "#app/ui/plan-nav.tsx";
import { NodeVersions } from "#app/ui/plan-node-versions.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/plan-node";

const words = planForms.node;

export const handle = { access: STAFF, title: deskWords.treeLink } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { desk, place, year, years, now } = await openDesk(town, request, params);
  const at = { fiscalYear: year, knownOn: now };
  const found = nodeOf(desk, params.nodeId, at);
  if (!found) throw data(null, { status: 404 });
  const { node, isThere } = found;
  const versions = desk.records.nodes.find(({ id }) => id === node.id)!.versions;
  const names = await namesOf(
    town,
    versions.map(({ recordedById }) => recordedById),
  );
  return {
    nodeId: node.id,
    label: nodeLabel(node),
    place,
    years,
    isThere,
    facts: nodeFacts(desk, node, at),
    indicators: nodeIndicators(desk, node.id, at),
    shares: shareLines(desk, node.id, year),
    versions: versionLines(versions, names),
  };
}

export default function StaffPlanNode({ loaderData }: Route.ComponentProps) {
  const { nodeId, label, place, years, isThere, facts, indicators, shares, versions } = loaderData;
  const yearLabel = fiscalYearLabel(place.year);
  return (
    <Page title={label} crumbs={deskCrumbs(place)}>
      <DeskNav place={place} yearLabel={yearLabel} />
      <YearChoice
        action={`/staff/plan/nodes/${encodeURIComponent(nodeId)}`}
        year={place.year}
        years={years}
        keep={{}}
      />
      {!isThere && <Notice kind="info" title={words.notYet(yearLabel)} />}
      <Section title={words.facts} id="facts">
        <DescriptionList items={facts.map(({ term, text }) => ({ term, children: text }))} />
        <p className="mt-6 flex flex-wrap gap-4">
          <LinkButton to={planLinks.nodeChange(nodeId, place.year)}>{words.change}</LinkButton>
          <LinkButton to={planLinks.evaluation(nodeId, place.year)} look="secondary">
            {words.evaluate}
          </LinkButton>
          <LinkButton to={planLinks.nodeEnd(nodeId, place.year)} look="quiet">
            {words.end}
          </LinkButton>
          <LinkButton to={planLinks.nodeReturn(nodeId, place.year)} look="quiet">
            {planForms.return.action}
          </LinkButton>
        </p>
      </Section>
      <Section title={words.indicators} id="indicators">
        {indicators.length === 0 ? (
          <p>{words.noIndicators}</p>
        ) : (
          <ul className="divide-y divide-solid-gray-420 border-y border-solid-gray-420">
            {indicators.map(({ id, name, unit, origin }) => (
              <li key={id} className="py-2">
                <TextLink to={planLinks.indicator(id, place.year)} className="inline-block py-1">
                  {name}
                </TextLink>
                <span className="block text-std-16N-170 text-solid-gray-700">
                  {unit}・{origin}
                </span>
              </li>
            ))}
          </ul>
        )}
        <p className="mt-4 flex flex-wrap gap-4">
          <LinkButton to={planLinks.indicatorNew(place, nodeId)} look="secondary">
            {words.addIndicator}
          </LinkButton>
          {indicators.length > 0 && (
            <LinkButton to={planLinks.targets(place, nodeId)} look="secondary">
              {words.setTargets}
            </LinkButton>
          )}
        </p>
      </Section>
      <Section title={words.shareTitle} id="shares">
        {shares.length === 0 ? (
          <p>{words.noShares}</p>
        ) : (
          <DescriptionList
            items={shares.map(({ term, percent, role }) => ({
              term,
              children: [deskWords.percent(percent), role].filter(Boolean).join(" "),
            }))}
          />
        )}
        <p className="mt-4">
          <LinkButton to={planLinks.shares(nodeId, place.year)} look="secondary">
            {words.shares}
          </LinkButton>
        </p>
      </Section>
      <Section title={words.versions} id="versions">
        <NodeVersions versions={versions} />
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.label ?? deskWords.treeLink} | ${deskWords.title} | ${site.name}` },
];
