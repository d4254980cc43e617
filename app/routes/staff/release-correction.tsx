import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { prepareRelease } from "#app/domain/releases/preparation.store.server.ts";
import { previewOf } from "#app/domain/releases/preview.ts";
import { findReleaseById } from "#app/domain/releases/read.store.server.ts";
import { changesBetween } from "#app/domain/releases/rules.ts";
import { correctionSchema } from "#app/domain/releases/schema.ts";
import { correctRelease } from "#app/domain/releases/store.server.ts";
import { eraDate } from "#app/locales/ja/documents.ts";
import { paperWords, releaseWords as words } from "#app/locales/ja/releases.ts";
import { site } from "#app/locales/ja/site.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { civilDateOf, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckBox, TextArea } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { PaperChanges } from "#app/ui/paper-changes.tsx";
import { cutText, ReleasePreview } from "#app/ui/release-preview.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/release-correction";

export const handle = { access: STAFF, title: words.correctionTitle } satisfies RouteHandle;

/** The same as-of day with everything that is known now, beside the version that is public. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const found = await findReleaseById(town, { releaseId: params.id });
  if (!found) throw data(null, { status: 404 });
  const { release, newest } = found;
  const cut = { asOf: release.asOf, knownOn: town.clock.now() };
  const prepared = await prepareRelease(town, { planId: release.planId, cut });
  return {
    id: release.id,
    version: release.version,
    newest: newest.version === release.version ? null : newest,
    problem: prepared.ok ? null : words.problems[prepared.error],
    sent: { planId: release.planId, asOf: cut.asOf, knownOn: cut.knownOn.toISOString() },
    changes: prepared.ok ? changesBetween(release.documents, prepared.draft.documents) : [],
    preview: prepared.ok
      ? {
          ...previewOf(prepared),
          cut: cutText(cut.asOf, `${eraDate(civilDateOf(cut.knownOn))}${timeOf(cut.knownOn)}`),
        }
      : null,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const form = await parseForm(request, correctionSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { planId, asOf, knownOn, basedOn, note } = form.data;
  const corrected = await correctRelease(context.get(townContext), {
    planId,
    cut: { asOf, knownOn },
    staffId: viewer.id,
    basedOn,
    note,
  });
  if (!corrected.ok) return formErrors({ form: corrected.error }, form.values, 409);
  return redirectWithNotice(`/staff/releases/${corrected.releaseId}`, "release-corrected");
}

export default function ReleaseCorrection({ loaderData: shown, actionData }: Route.ComponentProps) {
  const { preview, changes, newest, sent } = shown;
  const mayCorrect = preview !== null && newest === null && changes.length > 0;
  return (
    <Page
      title={words.correctionTitle}
      crumbs={[
        { to: "/staff", label: staffWords.home.title },
        { to: "/staff/releases", label: words.back },
        { to: `/staff/releases/${shown.id}`, label: paperWords.version(shown.version) },
      ]}
      lead={
        <>
          <p>{words.correctionLead(shown.version)}</p>
          <p>{words.correctionAsOf}</p>
        </>
      }
    >
      <FormProblems errors={actionData?.errors} labels={{ note: words.note, confirmed: words.confirmed }} />
      {shown.problem && <Notice kind="error" title={shown.problem} />}
      {newest && (
        <Notice kind="warning" title={paperWords.oldVersion(newest.version)}>
          <TextLink to={`/staff/releases/${newest.id}/correction`}>{paperWords.toNewest}</TextLink>
        </Notice>
      )}
      <Section title={words.changes} id="changes">
        {changes.length === 0 ? (
          <EmptyState title={words.changesNone} />
        ) : (
          <>
            <p className="mb-2">{paperWords.corrections.count(changes.length)}</p>
            <PaperChanges changes={changes} caption={words.changes} />
          </>
        )}
      </Section>
      {preview && <ReleasePreview {...preview} />}
      {mayCorrect && (
        <form method="post" className="mt-10 grid gap-6">
          <input type="hidden" name="planId" value={sent.planId} />
          <input type="hidden" name="asOf" value={sent.asOf} />
          <input type="hidden" name="knownOn" value={sent.knownOn} />
          <input type="hidden" name="basedOn" value={shown.version} />
          <TextArea name="note" label={words.note} support={words.noteSupport} required form={actionData} />
          <CheckBox name="confirmed" label={words.confirmed} form={actionData} />
          <p>
            <Button>{words.correct}</Button>
          </p>
        </form>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.correctionTitle} | ${site.name}` }];
