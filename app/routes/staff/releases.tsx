import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { usualAsOf } from "#app/domain/documents/choice.ts";
import { listPlans } from "#app/domain/documents/store.server.ts";
import { listReleases } from "#app/domain/releases/read.store.server.ts";
import { paperWords, releaseWords as words } from "#app/locales/ja/releases.ts";
import { eraDate } from "#app/locales/ja/documents.ts";
import { site } from "#app/locales/ja/site.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { civilDateOf, fiscalYearLabel } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { PaperCutForm } from "#app/ui/paper-cut-form.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/releases";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const [plans, releases] = await Promise.all([listPlans(town), listReleases(town)]);
  const asked = new URL(request.url).searchParams.get("plan");
  const own = plans.find(({ id }) => id === asked) ?? plans[0];
  return {
    form: own
      ? {
          plans: plans.map(({ id, title }) => ({ value: id, label: title })),
          plan: own.id,
          asOf: usualAsOf(own, civilDateOf(town.clock.now())),
          knownOn: "",
        }
      : null,
    releases: releases.map(
      ({ id, planTitle, fiscalYear, version, asOf, publishedAt, note, hiddenCells }) => ({
        id,
        planTitle,
        year: fiscalYearLabel(fiscalYear),
        version,
        asOf: eraDate(asOf),
        publishedOn: eraDate(civilDateOf(publishedAt)),
        note,
        hiddenCells,
      }),
    ),
  };
}

export default function Releases({ loaderData: { form, releases } }: Route.ComponentProps) {
  const { columns } = words;
  return (
    <Page
      title={words.title}
      crumbs={[{ to: "/staff", label: staffWords.home.title }]}
      lead={<p>{words.lead}</p>}
      wide
    >
      <Section title={words.list} id="releases">
        {releases.length === 0 ? (
          <EmptyState title={words.none}>{words.noneNext}</EmptyState>
        ) : (
          <Table
            caption={words.caption}
            head={[
              columns.plan,
              columns.year,
              columns.version,
              columns.asOf,
              columns.published,
              columns.hidden,
              columns.note,
            ]}
          >
            {releases.map((release) => (
              <tr key={release.id}>
                <th scope="row" className="min-w-40">
                  <TextLink to={`/staff/releases/${release.id}`}>{release.planTitle}</TextLink>
                </th>
                <td className="whitespace-nowrap">{release.year}</td>
                <td className="whitespace-nowrap">{paperWords.version(release.version)}</td>
                <td className="whitespace-nowrap">{release.asOf}</td>
                <td className="whitespace-nowrap">{release.publishedOn}</td>
                <td className="text-right">{release.hiddenCells}</td>
                <td className="min-w-48">{release.note}</td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
      <Section title={words.prepare} id="prepare">
        {form ? (
          <PaperCutForm {...form} action="/staff/releases/new" submit={words.prepareSubmit} />
        ) : (
          <EmptyState title={paperWords.noPlan}>{paperWords.noPlanNext}</EmptyState>
        )}
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
