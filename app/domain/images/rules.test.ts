import { expect, test } from "vitest";
import { photos } from "#app/locales/ja/photos.ts";
import { fileKey, IMAGE_REFUSALS, imageSource, readImageAddress, storageKeyOf, widthsFor } from "./rules.ts";

const KEY = "0123456789abcdef0123456789abcdef";

test.each([
  [4000, [320, 640, 1280]],
  [1280, [320, 640, 1280]],
  [1000, [320, 640, 1000]],
  [320, [320]],
  [240, [240]],
])("a picture of %i pixels is kept in %j", (width, widths) => {
  expect(widthsFor(width)).toEqual(widths);
});

test.each([
  ["../../etc/passwd", "640"],
  ["..%2f..%2fetc", "640"],
  [`${KEY}/..`, "640"],
  [KEY.toUpperCase(), "640"],
  [KEY.slice(1), "640"],
  [KEY, "0"],
  [KEY, "-1"],
  [KEY, "640.webp"],
  [KEY, "6e2"],
  [KEY, "999999"],
  [KEY, ""],
])("the address %s %s is nobody's", (key, width) => {
  expect(readImageAddress(key, width)).toBeNull();
});

test("a copy is found again by its key", () => {
  expect(readImageAddress(KEY, "640")).toEqual({ storageKey: KEY, width: 640 });
  expect(storageKeyOf(fileKey(KEY, 640))).toBe(KEY);
});

test("a page offers all copies and says the size of the largest", () => {
  const image = { storageKey: KEY, width: 900, height: 600, widths: [320, 640, 900] };
  expect(imageSource(image)).toEqual({
    src: `/media/${KEY}/640`,
    srcSet: `/media/${KEY}/320 320w, /media/${KEY}/640 640w, /media/${KEY}/900 900w`,
    width: 900,
    height: 600,
  });
});

test("every refusal has its words", () => {
  for (const refusal of IMAGE_REFUSALS) expect(photos.refusals[refusal].length).toBeGreaterThan(10);
});
