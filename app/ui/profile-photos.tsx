import { altField, type ImageFacts, imageSource, SHOWN_FIELD } from "#app/domain/images/rules.ts";
import { photos as allWords } from "#app/locales/ja/photos.ts";
import { ErrorText, errorOf, type FieldState, SupportText, TextField, valuesOf } from "./field.tsx";
import { TextLink } from "./text-link.tsx";

const words = allWords.choice;
const MOST_SHOWN = 8;

/**
 * The part of the profile's form that chooses photographs: for each of the company's pictures a box (`photos.shown`)
 * and the text that says what it shows (`photos.alt.<image id>`). What a profile holds goes in as `chosen`.
 */
export function ProfilePhotos({
  images,
  chosen,
  form,
}: {
  images: readonly (ImageFacts & { id: string })[];
  chosen: readonly { imageId: string; alt: string }[];
  form?: FieldState;
}) {
  const error = errorOf(form, "photos");
  const shown = valuesOf(
    form?.values && SHOWN_FIELD in form.values ? form : undefined,
    SHOWN_FIELD,
    chosen.map(({ imageId }) => imageId),
  );
  return (
    <fieldset id="photos" aria-describedby={error ? "photos-error" : undefined}>
      <legend className="text-std-17B-170">{words.legend}</legend>
      <SupportText name="photos">{words.support(MOST_SHOWN)}</SupportText>
      {error && <ErrorText name="photos">{error}</ErrorText>}
      {images.length === 0 ? (
        <p className="mt-3">{words.none}</p>
      ) : (
        <ul className="mt-4 grid gap-6">
          {images.map((image, index) => (
            <li key={image.id} className="grid gap-4 sm:grid-cols-[12rem_1fr]">
              <img
                {...imageSource(image)}
                sizes="(min-width: 40rem) 192px, 100vw"
                alt={allWords.preview(index + 1)}
                loading="lazy"
                className="aspect-[4/3] w-full rounded-8 bg-solid-gray-50 object-cover"
              />
              <div>
                <label className="flex min-h-11 items-center gap-3 py-1">
                  <input
                    type="checkbox"
                    name={SHOWN_FIELD}
                    value={image.id}
                    defaultChecked={shown.includes(image.id)}
                    className="size-6 shrink-0 accent-key-900"
                  />
                  <span>
                    {words.show}
                    <span className="sr-only">({allWords.preview(index + 1)})</span>
                  </span>
                </label>
                <TextField
                  name={altField(image.id)}
                  label={words.alt}
                  support={words.altExample}
                  form={form}
                  defaultValue={chosen.find(({ imageId }) => imageId === image.id)?.alt ?? ""}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-4">
        <TextLink to="/company/photos">{words.toDesk}</TextLink>
      </p>
    </fieldset>
  );
}
