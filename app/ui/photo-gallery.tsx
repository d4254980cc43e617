import { type ImageFacts, imageSource } from "#app/domain/images/rules.ts";
import { photos as words } from "#app/locales/ja/photos.ts";

/**
 * The photographs of a public page. Each keeps its place before it has arrived; all but the first are fetched when the
 * reader comes near them.
 */
export function PhotoGallery({ photos }: { photos: readonly (ImageFacts & { alt: string })[] }) {
  if (photos.length === 0) return null;
  const [first, ...rest] = photos;
  // Two and four fill a square; otherwise the first is large and the others stand beside and below it.
  const isSquare = photos.length === 2 || photos.length === 4;
  const columns = isSquare ? "sm:grid-cols-2" : "lg:grid-cols-3";
  const inSquare = photos.length === 2 ? "max-sm:col-span-2" : "";
  return (
    <ul aria-label={words.gallery} className={`grid grid-cols-2 gap-3 ${columns} print:grid-cols-3`}>
      <li className={isSquare ? inSquare : "col-span-2 row-span-2 print:col-span-1 print:row-span-1"}>
        <Photo photo={first!} sizes="(min-width: 64rem) 640px, 100vw" isFirst />
      </li>
      {rest.map((photo) => (
        <li key={photo.storageKey} className={inSquare}>
          <Photo
            photo={photo}
            sizes={isSquare ? "(min-width: 64rem) 490px, 50vw" : "(min-width: 64rem) 320px, 50vw"}
          />
        </li>
      ))}
    </ul>
  );
}

function Photo({
  photo: { alt, ...image },
  sizes,
  isFirst = false,
}: {
  photo: ImageFacts & { alt: string };
  sizes: string;
  isFirst?: boolean;
}) {
  return (
    <img
      {...imageSource(image)}
      sizes={sizes}
      alt={alt}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : "auto"}
      decoding="async"
      className="aspect-[4/3] h-full w-full rounded-8 bg-solid-gray-50 object-cover"
    />
  );
}
