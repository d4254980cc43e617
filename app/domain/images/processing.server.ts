import type { Metadata, Sharp, SharpOptions } from "sharp";
import { kindOfFile } from "./file-kind.ts";
import {
  type ImageRefusal,
  MAX_FILE_BYTES,
  MAX_PIXELS,
  MAX_SIDE_RATIO,
  MIN_SIDE,
  widthsFor,
} from "./rules.ts";

export type ProcessedImage = {
  /** The size of the largest copy. */
  width: number;
  height: number;
  /** WebP, smallest first; nothing but the picture: no place, no time, no device, no colour profile. */
  copies: { width: number; bytes: Uint8Array<ArrayBuffer> }[];
};

export type ProcessResult = ({ ok: true } & ProcessedImage) | { ok: false; refusal: ImageRefusal };

const SECONDS_PER_PICTURE = 20;
const AT_ONCE = 2;
const QUALITY = 78;

const OPTIONS: SharpOptions = {
  limitInputPixels: MAX_PIXELS,
  // Anything that is cut off or damaged is refused instead of being filled with grey.
  failOn: "warning",
  // The whole file is turned upright by what the camera noted, before that note is thrown away.
  autoOrient: true,
};

/**
 * Makes the copies of an uploaded picture, or says why it is not taken. Only what the decoder drew is kept: what else a
 * file holds (metadata, an archive or a page appended to it) does not survive. At most two pictures are worked on at a
 * time, each by one thread; one of 40 million pixels needs some 160 MB while it is drawn.
 */
export async function processImage(bytes: Uint8Array): Promise<ProcessResult> {
  if (bytes.length > MAX_FILE_BYTES) return { ok: false, refusal: "too-large" };
  const kind = kindOfFile(bytes);
  if ("refusal" in kind) return { ok: false, refusal: kind.refusal };
  return inTurn(async () => {
    const sharp = await loadSharp();
    try {
      const facts = await sharp(bytes, { ...OPTIONS, limitInputPixels: false }).metadata();
      const refusal = refusalOf(facts, kind.format);
      if (refusal) return { ok: false, refusal };
      return { ok: true, ...(await draw(sharp, bytes, facts)) };
    } catch {
      return { ok: false, refusal: "broken" };
    }
  });
}

/** Says from the header alone what would not fit. */
function refusalOf(facts: Metadata, format: string): ImageRefusal | null {
  const { width, height } = facts;
  if (facts.format !== format) return "kind";
  if ((facts.pages ?? 1) > 1) return "animated";
  if (width * height > MAX_PIXELS) return "too-many-pixels";
  const [short, long] = width < height ? [width, height] : [height, width];
  if (short < MIN_SIDE) return "too-small";
  return long > short * MAX_SIDE_RATIO ? "too-long" : null;
}

type SharpModule = (input: Uint8Array, options?: SharpOptions) => Sharp;

/** Decodes once to the largest copy; the smaller ones are drawn from that. */
async function draw(sharp: SharpModule, bytes: Uint8Array, facts: Metadata): Promise<ProcessedImage> {
  const upright = facts.autoOrient ?? facts;
  const widths = widthsFor(upright.width);
  const largest = widths.at(-1)!;
  const { data, info } = await sharp(bytes, OPTIONS)
    .resize({ width: largest, withoutEnlargement: true })
    .toColourspace("srgb")
    .timeout({ seconds: SECONDS_PER_PICTURE })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const copies = [];
  for (const width of widths) {
    const copy = await sharp(data, { raw })
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: QUALITY, effort: 4 })
      .timeout({ seconds: SECONDS_PER_PICTURE })
      .toBuffer();
    copies.push({ width, bytes: new Uint8Array(copy) });
  }
  return { width: info.width, height: info.height, copies };
}

/** Loaded with the first picture: most processes and most days see none. */
async function loadSharp(): Promise<SharpModule> {
  const { default: sharp } = await import("sharp");
  // One thread per picture and nothing kept between pictures: memory stays with what is being drawn.
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

let running = 0;
const waiting: (() => void)[] = [];

/** Lets at most AT_ONCE pictures be worked on; the others wait in order. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
