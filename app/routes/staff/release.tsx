import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { replayRelease } from "#app/domain/releases/replay.store.server.ts";
import { findCorrection, findReleaseById, isYearClosed } from "#app/domain/releases/read.store.server.ts";
import { documentWords, eraDate } from "#app/locales/ja/documents.ts";
import { paperWords, releaseWords as words, replayWords } from "#app/locales/ja/releases.ts";
import { site } from "#app/locales/ja/site.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { civilDateOf, fiscalYearLabel, timeOf } from "#app/platform/calendar.ts";
import { readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PaperChanges } from "#app/ui/paper-changes.tsx";
import { cutText } from "#app/ui/release-preview.tsx";
import { ReleaseReplay } from "#app/ui/release-replay.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/release";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const found = await findReleaseById(town, { releaseId: params.id });
  if (!found) throw data(null, { status: 404 });
  const { release, newest } = found;
  const [correction, isClosed] = await Promise.all([
    findCorrection(town, release),
    isYearClosed(town, release),
  ]);
  return {
    id: release.id,
    title: `${release.planTitle} ${fiscalYearLabel(release.fiscalYear)} ${paperWords.version(release.version)}`,
    cut: cutText(release.asOf, `${eraDate(civilDateOf(release.knownOn))}${timeOf(release.knownOn)}`),
    publishedOn: eraDate(civilDateOf(release.publishedAt)),
    note: release.note,
    papers: release.documents.map(({ key, label, title }) => ({ key, label, title })),
    query: `?plan=${encodeURIComponent(release.planId)}&year=${release.fiscalYear}&version=${release.version}`,
    newest: newest.version === release.version ? null : newest,
    changes: correction?.changes ?? null,
    isClosed,
    locks: `/staff/plan/locks?plan=${encodeURIComponent(release.planId)}`,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { intent } = await readForm(request);
  if (intent !== "replay") throw data(null, { status: 400 });
  if (!(await findReleaseById(town, { releaseId: params.id }))) throw data(null, { status: 404 });
  return replayRelease(town, { releaseId: params.id });
}

export default function ReleasePage({ loaderData: shown, actionData }: Route.ComponentProps) {
  return (
    <Page
      title={shown.title}
      crumbs={[
        { to: "/staff", label: staffWords.home.title },
        { to: "/staff/releases", label: words.back },
      ]}
    >
      {shown.newest && (
        <Notice kind="warning" title={paperWords.oldVersion(shown.newest.version)}>
          <TextLink to={`/staff/releases/${shown.newest.id}`}>{paperWords.toNewest}</TextLink>
        </Notice>
      )}
      {!shown.newest && (
        <Notice kind="info" title={shown.isClosed ? words.locked : words.notLocked}>
          {!shown.isClosed && <TextLink to={shown.locks}>{words.toLocks}</TextLink>}
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: words.cut, children: shown.cut },
          { term: words.columns.published, children: shown.publishedOn },
          ...(shown.note === "" ? [] : [{ term: words.columns.note, children: shown.note }]),
        ]}
      />
      <Section title={words.open} id="papers">
        <ul>
          {shown.papers.map(({ key, label, title }) => (
            <li key={key} className="flex min-h-11 items-center">
              <TextLink to={`/indicators/documents/${key}${shown.query}`}>
                {paperWords.open(label, title)}
              </TextLink>
            </li>
          ))}
        </ul>
        {!shown.newest && (
          <p className="mt-6">
            <LinkButton to={`/staff/releases/${shown.id}/correction`} look="secondary">
              {words.startCorrection}
            </LinkButton>
          </p>
        )}
      </Section>
      <Section title={replayWords.title} id="replay">
        <ReleaseReplay replay={actionData ?? null} />
      </Section>
      {shown.changes && (
        <Section title={words.difference} id="difference">
          <p className="mb-2">{paperWords.corrections.count(shown.changes.length)}</p>
          <PaperChanges changes={shown.changes} caption={words.difference} />
        </Section>
      )}
      <p className="mt-8 text-solid-gray-700">{documentWords.licence}</p>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.title ?? words.title} | ${site.name}` },
];
