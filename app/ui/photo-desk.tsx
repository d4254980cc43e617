import { type ImageFacts, imageSource, MAX_IMAGES, UNUSED_DAYS } from "#app/domain/images/rules.ts";
import { photos as words } from "#app/locales/ja/photos.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { FileField } from "./file-field.tsx";
import { Notice } from "./form-message.tsx";
import { EmptyState } from "./page.tsx";

export type DeskPhoto = ImageFacts & {
  id: string;
  /** The day in words. */
  addedOn: string;
  publishedIn: number | null;
  waitingIn: number | null;
};

/** What became of one file that was sent, in words. */
export type FileOutcome = { file: string; kept: boolean; text: string };

/** Chooses files and sends them; says before what a picture may show. */
export function PhotoUpload({ isFull, missing }: { isFull: boolean; missing: boolean }) {
  if (isFull) return <p>{words.full(MAX_IMAGES)}</p>;
  return (
    <form method="post" encType="multipart/form-data" className="grid max-w-3xl gap-6">
      <input type="hidden" name="intent" value="add" />
      <div>
        <p className="text-std-16B-170">{words.before}</p>
        <ul className="mt-1 list-disc pl-6">
          {words.beforeItems.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <p className="mt-2">{words.cleaned}</p>
      </div>
      <FileField
        name="photos"
        label={words.field}
        support={words.support(MAX_IMAGES)}
        accept="image/jpeg,image/png,image/webp"
        multiple
        required
        form={missing ? { errors: { photos: "photo-missing" } } : undefined}
      />
      <div>
        <Button>{words.submit}</Button>
      </div>
    </form>
  );
}

/** What became of each file. */
export function UploadOutcomes({ outcomes }: { outcomes: readonly FileOutcome[] }) {
  const kept = outcomes.filter((outcome) => outcome.kept).length;
  return (
    <Notice
      kind={kept === 0 ? "error" : "warning"}
      title={kept === 0 ? words.resultsNone : words.resultsPartly(kept, outcomes.length)}
      live
      focus
    >
      <ul className="grid gap-2">
        {outcomes.map(({ file, text }, index) => (
          <li key={index}>
            <span className="block text-std-16B-170 break-all">{file}</span>
            {text}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The company's photographs with where each is shown; deleting asks once more and works without a script. */
export function PhotoList({ photos }: { photos: readonly DeskPhoto[] }) {
  if (photos.length === 0)
    return (
      <EmptyState title={words.empty}>
        <p>{words.emptyText}</p>
      </EmptyState>
    );
  return (
    <>
      <ul className="grid gap-8 sm:grid-cols-2 lg:grid-cols-3">
        {photos.map((photo, index) => (
          <PhotoCard key={photo.id} photo={photo} number={index + 1} />
        ))}
      </ul>
      <p className="mt-6 text-solid-gray-700">{words.unused(UNUSED_DAYS)}</p>
    </>
  );
}

function PhotoCard({ photo, number }: { photo: DeskPhoto; number: number }) {
  const { publishedIn, waitingIn } = photo;
  const isInUse = publishedIn !== null || waitingIn !== null;
  return (
    <li id={`photo-${photo.id}`}>
      <img
        {...imageSource(photo)}
        sizes="(min-width: 64rem) 320px, (min-width: 40rem) 50vw, 100vw"
        alt={words.preview(number)}
        loading="lazy"
        className="aspect-[4/3] w-full rounded-8 bg-solid-gray-50 object-contain"
      />
      <p className="mt-2 text-dns-16N-130">
        {words.added(photo.addedOn)}{" "}
        <span className="text-solid-gray-700">{words.size(photo.width, photo.height)}</span>
      </p>
      <p className="mt-2 flex flex-wrap gap-2">
        {publishedIn !== null && <Badge tone="green">{words.published(publishedIn)}</Badge>}
        {waitingIn !== null && <Badge tone="orange">{words.waiting(waitingIn)}</Badge>}
      </p>
      {isInUse ? (
        <p className="mt-2 text-std-16N-170 text-solid-gray-700">{words.inUse}</p>
      ) : (
        <details className="mt-2">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-error-2 underline underline-offset-4">
            {words.removeSummary(number)}
          </summary>
          <form method="post" className="mt-2 grid gap-3">
            <input type="hidden" name="intent" value="remove" />
            <input type="hidden" name="imageId" value={photo.id} />
            <p>{words.removeConfirm}</p>
            <div>
              <Button look="danger">{words.remove}</Button>
            </div>
          </form>
        </details>
      )}
    </li>
  );
}
