import { data } from "react-router";
import { type RouteHandle, requireViewer } from "#app/access.ts";
import { actionHeaders, tooManyAttempts } from "#app/http/too-many.ts";
import { longDate } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { readFormWithFiles } from "#app/platform/form.server.ts";
import { countAttempt, type ThrottleRule } from "#app/platform/throttle.server.ts";
import { type Town, townContext } from "#app/town.ts";
import { findOwnCompany } from "#app/domain/companies/own.store.server.ts";
import { MAX_FILE_BYTES, MAX_IMAGES, MAX_UPLOAD_BYTES } from "#app/domain/images/rules.ts";
import { readCompanyImages } from "#app/domain/images/store.server.ts";
import { addImage, type AddResult, removeImage } from "#app/domain/images/upload.store.server.ts";
import { companyHome } from "#app/locales/ja/company-room.ts";
import { errorWords } from "#app/locales/ja/errors.ts";
import { photos as words } from "#app/locales/ja/photos.ts";
import { site } from "#app/locales/ja/site.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { type FileOutcome, PhotoList, PhotoUpload, UploadOutcomes } from "#app/ui/photo-desk.tsx";
import type { Route } from "./+types/photos";

export const handle = {
  access: ["company"],
  title: words.title,
  maxBodyBytes: MAX_UPLOAD_BYTES,
} satisfies RouteHandle;

const SENDING_RULE: ThrottleRule = { purpose: "image-upload", limit: 60, windowSeconds: 3600 };

export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const company = await findOwnCompany(town, { userId: viewer.id });
  if (!company) throw data(null, { status: 404 });
  const images = await readCompanyImages(town, { companyId: company.id });
  return { photos: images.map((image) => ({ ...image, addedOn: longDate(image.addedOn) })) };
}

type Answer = { problem: string | null; missing: boolean; outcomes: FileOutcome[] };

/** An answer on the page itself: something was not done. */
function answer(status: number, parts: Partial<Answer>, headers?: HeadersInit) {
  return data<Answer>({ problem: null, missing: false, outcomes: [], ...parts }, { status, headers });
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const company = await findOwnCompany(town, { userId: viewer.id });
  if (!company) throw data(null, { status: 404 });
  const owner = { userId: viewer.id, companyId: company.id };
  const { values, files } = await readFormWithFiles(request, "photos");
  if (values["intent"] === "remove") {
    const imageId = typeof values["imageId"] === "string" ? values["imageId"] : "";
    const removed = await removeImage(town, { ...owner, imageId });
    if (removed.ok) return redirectWithNotice("/company/photos", "photo-removed");
    if (removed.error === "not-found") throw data(null, { status: 404 });
    return answer(409, { problem: words.inUse });
  }
  if (files.length === 0) return answer(400, { problem: words.chooseFirst, missing: true });
  const counted = await countAttempt(town, SENDING_RULE, viewer.id);
  if (!counted.ok) {
    const { data: refused, init } = tooManyAttempts({}, counted.retryAfterSeconds);
    return answer(429, { problem: errorWords(refused.errors.form) }, init?.headers);
  }
  const outcomes: FileOutcome[] = [];
  for (const file of files) outcomes.push(await keep(town, owner, file));
  if (outcomes.every(({ kept }) => kept)) return redirectWithNotice("/company/photos", "photos-added");
  return answer(400, { outcomes });
}

async function keep(
  town: Town,
  owner: { userId: string; companyId: string },
  file: File,
): Promise<FileOutcome> {
  const result: AddResult =
    file.size > MAX_FILE_BYTES
      ? { ok: false, error: "refused", refusal: "too-large" }
      : await addImage(town, { ...owner, bytes: new Uint8Array(await file.arrayBuffer()) });
  return { file: file.name.toWellFormed(), kept: result.ok, text: outcomeWords(result) };
}

function outcomeWords(result: AddResult): string {
  if (result.ok) return result.isNew ? words.outcomes.new : words.outcomes.known;
  if (result.error === "refused") return words.refusals[result.refusal];
  return result.error === "full" ? words.outcomes.full(MAX_IMAGES) : words.outcomes.storageDown;
}

export default function Photos({ loaderData: { photos }, actionData }: Route.ComponentProps) {
  return (
    <Page
      title={words.title}
      crumbs={[{ to: "/company", label: companyHome.title }]}
      lead={<p>{words.lead}</p>}
    >
      {actionData?.problem && <Notice kind="error" title={actionData.problem} live focus />}
      {actionData && actionData.outcomes.length > 0 && <UploadOutcomes outcomes={actionData.outcomes} />}
      <Section title={words.add} id="add">
        <PhotoUpload isFull={photos.length >= MAX_IMAGES} missing={actionData?.missing ?? false} />
      </Section>
      <Section title={words.listTitle(photos.length, MAX_IMAGES)} id="photos-kept">
        <PhotoList photos={photos} />
        {photos.length > 0 && (
          <p className="mt-6">
            <LinkButton to="/company/profile" look="secondary">
              {words.edit}
            </LinkButton>
          </p>
        )}
      </Section>
    </Page>
  );
}

export const headers = actionHeaders;

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
