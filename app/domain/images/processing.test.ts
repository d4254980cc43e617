import sharp from "sharp";
import { describe, expect, test } from "vitest";
import {
  animatedPng,
  animatedWebp,
  drawPicture,
  jpegOf,
  jpegWithPlace,
  pngBomb,
} from "#tests/support/builders/images.ts";
import { processImage } from "./processing.server.ts";
import type { ImageRefusal } from "./rules.ts";

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

async function processed(bytes: Uint8Array) {
  const result = await processImage(bytes);
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result;
}

describe("a photograph", () => {
  test.each(["jpeg", "png", "webp"] as const)("as %s is kept as WebP in its widths", async (format) => {
    const result = await processed(new Uint8Array(await drawPicture(1600, 1000).toFormat(format).toBuffer()));
    expect(result.copies.map(({ width }) => width)).toEqual([320, 640, 1280]);
    expect([result.width, result.height]).toEqual([1280, 800]);
    for (const { width, bytes } of result.copies) {
      const facts = await sharp(bytes).metadata();
      expect([facts.format, facts.width]).toEqual(["webp", width]);
    }
  });

  test.each([
    [900, [320, 640, 900]],
    [640, [320, 640]],
    [300, [300]],
  ])("of %i pixels is never drawn larger", async (width, widths) => {
    const result = await processed(await jpegOf(width, 400));
    expect(result.copies.map((copy) => copy.width)).toEqual(widths);
    expect(result.width).toBe(width);
  });

  test("stands upright and tells nothing of place, device or photographer", async () => {
    const sent = await jpegWithPlace();
    expect((await sharp(sent).metadata()).exif?.toString("latin1")).toContain("KAKUU-CAMERA");
    const result = await processed(sent);
    expect([result.width, result.height]).toEqual([500, 800]);
    for (const { bytes } of result.copies) {
      const facts = await sharp(bytes).metadata();
      expect([facts.exif, facts.xmp, facts.iptc, facts.icc, facts.orientation]).toEqual(
        Array.from({ length: 5 }, () => undefined),
      );
      expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/KAKUU|EXIF|Kakuu/);
    }
  });

  test("in another colour space is turned into the common one", async () => {
    const print = await drawPicture(400, 300).toColourspace("cmyk").withIccProfile("cmyk").jpeg().toBuffer();
    const wide = await drawPicture(400, 300).withIccProfile("p3").png().toBuffer();
    for (const bytes of [print, wide]) {
      const facts = await sharp((await processed(new Uint8Array(bytes))).copies[0]!.bytes).metadata();
      expect([facts.space, facts.icc]).toEqual(["srgb", undefined]);
    }
  });

  test("keeps nothing of what was appended to it", async () => {
    const page = bytesOf("<script>alert(1)</script>PK-archive<?php system($_GET[0]); ?>");
    const result = await processed(join(await jpegOf(), page));
    for (const { bytes } of result.copies)
      expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/<script|PK-archive|<\?php/);
  });
});

describe("refused is", () => {
  test.each<[string, ImageRefusal, () => Promise<Uint8Array> | Uint8Array]>([
    ["nothing", "empty", () => new Uint8Array()],
    ["a text", "kind", () => bytesOf("これは写真です")],
    ["a page that is called a photograph", "kind", () => bytesOf("<!doctype html><script>1</script>")],
    ["a PDF", "kind", () => bytesOf("%PDF-1.7\n%âãÏÓ")],
    ["a program", "kind", () => bytesOf("MZ\x90\0\x03")],
    ["a video", "kind", () => bytesOf("\0\0\0\x18ftypmp42\0\0\0\0")],
    ["a drawing", "svg", () => bytesOf('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["a drawing that reads files", "svg", () => bytesOf('<svg><image href="file:///etc/passwd"/></svg>')],
    ["a GIF", "gif", async () => drawPicture(300, 300).gif().toBuffer()],
    ["a GIF that is a script too", "gif", () => bytesOf("GIF89a=1;alert(document.domain)")],
    ["HEIC", "heic", () => bytesOf("\0\0\0\x24ftypheic\0\0\0\0mif1heic")],
    ["AVIF", "heic", async () => drawPicture(300, 300).avif({ effort: 0 }).toBuffer()],
    ["TIFF", "kind", async () => drawPicture(300, 300).tiff().toBuffer()],
    ["a WebP that moves", "animated", animatedWebp],
    ["a PNG that moves", "animated", animatedPng],
    ["a PNG that would unpack to a billion pixels", "too-many-pixels", () => pngBomb(50_000, 20_000)],
    ["a PNG just over the limit", "too-many-pixels", () => pngBomb(8000, 5001)],
    ["a stamp", "too-small", () => jpegOf(239, 239)],
    ["a ribbon", "too-long", () => jpegOf(1300, 300)],
    ["a file that only begins like a JPEG", "broken", () => bytesOf("\xff\xd8\xff\xe0 <script>1</script>")],
    ["a file that only begins like a PNG", "broken", () => bytesOf("\x89PNG\r\n\x1a\n and then nothing")],
    ["a file that only begins like a WebP", "broken", () => bytesOf("RIFF\x10\0\0\0WEBPVP8 zzzzzzzz")],
    ["more than 10 MB", "too-large", () => new Uint8Array(10 * 1024 * 1024 + 1)],
  ])("%s", async (_, refusal, make) => {
    expect(await processImage(new Uint8Array(await make()))).toEqual({ ok: false, refusal });
  });

  test.each(["jpeg", "png", "webp"] as const)(
    "a %s that ends too early, wherever it ends",
    async (format) => {
      const whole = await drawPicture(700, 500).toFormat(format).toBuffer();
      for (const share of [0.05, 0.5, 0.9, 0.98]) {
        const cut = new Uint8Array(whole.subarray(0, Math.floor(whole.length * share)));
        expect(await processImage(cut), `${share}`).toEqual({ ok: false, refusal: "broken" });
      }
    },
  );

  test("a picture with damaged pixels", async () => {
    const damaged = await drawPicture(700, 500).png().toBuffer();
    damaged.fill(0x55, Math.floor(damaged.length / 2), Math.floor(damaged.length / 2) + 200);
    expect(await processImage(new Uint8Array(damaged))).toEqual({ ok: false, refusal: "broken" });
  });
});

test("many at once are worked on in turn and all of them are finished", async () => {
  const files = await Promise.all(Array.from({ length: 8 }, (_, index) => jpegOf(700, 500, index * 40)));
  const broken = new Uint8Array(Buffer.from("\xff\xd8\xff no", "latin1"));
  const results = await Promise.all([...files, broken, ...files].map(processImage));
  expect(results.filter(({ ok }) => ok)).toHaveLength(16);
});
