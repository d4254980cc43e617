import { expect, test } from "vitest";
import { bodyParagraphs } from "./issue-body.ts";

test("an empty line begins a paragraph and a line break stays a line break", () => {
  const [first, second] = bodyParagraphs("一行目\n二行目\n \n次の段落");
  expect(first).toEqual([[{ text: "一行目", href: null }], [{ text: "二行目", href: null }]]);
  expect(second).toEqual([[{ text: "次の段落", href: null }]]);
});

test.each([
  ["詳しくは https://example.jp/a?b=1&c=2。", "https://example.jp/a?b=1&c=2"],
  ["(https://example.jp/)をご覧ください", "https://example.jp/"],
  ["See https://example.jp/page.", "https://example.jp/page"],
])("an address in %j becomes a link without the punctuation around it", (line, address) => {
  const links = bodyParagraphs(line)[0]![0]!.filter((part) => part.href !== null);
  expect(links).toEqual([{ text: address, href: address }]);
});

test("other protocols and broken addresses stay text, and nothing of the text is lost", () => {
  for (const line of [
    "javascript:alert(1)",
    "https://",
    "<a href=x>",
    "data:text/html,x",
    "http://[ broken",
  ]) {
    const parts = bodyParagraphs(line)[0]![0]!;
    expect(parts.every((part) => part.href === null)).toBe(true);
    expect(parts.map((part) => part.text).join("")).toBe(line);
  }
});
