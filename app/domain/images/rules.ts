/** The widths in pixels in which a photograph is kept; none is drawn larger than it was sent. */
export const IMAGE_WIDTHS = [320, 640, 1280] as const;

/** Photographs that a company may keep; eight of them fit into a profile. */
export const MAX_IMAGES = 20;

/** The largest file, and the largest picture in pixels. A telephone's photograph has 12 million. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_PIXELS = 40_000_000;

/** What one sending of the form may weigh in all; the only place where a form may be larger than text needs. */
export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024;

/** Smaller pictures are of no use on a page, narrower ones would not fit on one. */
export const MIN_SIDE = 240;
export const MAX_SIDE_RATIO = 4;

/** Days after which a photograph that no version of the profile ever showed is removed. */
export const UNUSED_DAYS = 30;

/** Why a file is not taken; the words are in app/locales/ja/photos.ts. */
export const IMAGE_REFUSALS = [
  "empty",
  "too-large",
  "heic",
  "gif",
  "svg",
  "kind",
  "animated",
  "too-many-pixels",
  "too-small",
  "too-long",
  "broken",
] as const;
export type ImageRefusal = (typeof IMAGE_REFUSALS)[number];

/** A picture as pages need it: its key in addresses, the size of its largest copy and the widths that exist. */
export type ImageFacts = { storageKey: string; width: number; height: number; widths: readonly number[] };

/** The widths to keep of a picture of this width, smallest first; the last one is its largest copy. */
export function widthsFor(width: number): number[] {
  const largest = Math.min(width, IMAGE_WIDTHS.at(-1)!);
  return [...IMAGE_WIDTHS.filter((each) => each < largest), largest];
}

const STORAGE_KEY = /^[0-9a-f]{32}$/;

/** Reads the two parts of an address; null for anything that we would not have written. */
export function readImageAddress(key: string, width: string): { storageKey: string; width: number } | null {
  if (!STORAGE_KEY.test(key) || !/^[1-9]\d{0,4}$/.test(width)) return null;
  return { storageKey: key, width: Number(width) };
}

/** The name under which one copy is kept. */
export function fileKey(storageKey: string, width: number): string {
  return `${storageKey}-${width}.webp`;
}

/** The picture that a copy belongs to. */
export function storageKeyOf(file: string): string {
  return file.slice(0, 32);
}

export function imageUrl(storageKey: string, width: number): string {
  return `/media/${storageKey}/${width}`;
}

/** What an `<img>` says of a picture: a copy for small screens first, all copies for the browser to choose from. */
export function imageSource(image: ImageFacts) {
  const { storageKey, width, height, widths } = image;
  const fallback = widths.find((each) => each >= 640) ?? width;
  return {
    src: imageUrl(storageKey, fallback),
    srcSet: widths.map((each) => `${imageUrl(storageKey, each)} ${each}w`).join(", "),
    width,
    height,
  };
}

/** The names of the fields with which the profile's form says which photographs are shown, and what each shows. */
export const SHOWN_FIELD = "photos.shown";
export const altField = (imageId: string) => `photos.alt.${imageId}`;
