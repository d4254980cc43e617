import { describe, expect, test } from "vitest";
import type { Publication } from "./store.server.ts";
import { renderAtom, renderSitemap } from "./xml.ts";

const entry: Publication & { label: string } = {
  kind: "company",
  id: "c1",
  path: "/companies/iwai-seimitsu",
  title: "岩井精密 <&>",
  summary: "金型\u0000をつくる",
  publishedAt: new Date("2026-11-01T00:00:00Z"),
  updatedAt: new Date("2026-11-20T00:00:00Z"),
  label: "企業",
};
const feed = {
  path: "/feed.atom",
  page: "/",
  title: "ジモト",
  author: "一関市",
  publicUrl: "https://jobs.example:8443",
  now: new Date("2026-11-21T00:00:00Z"),
};

describe("the Atom feed", () => {
  test("names each entry by a tag that does not change with the address of the page", () => {
    const text = renderAtom({ ...feed, entries: [entry] });
    expect(text).toContain("<id>tag:jobs.example,2024-04-01:company/c1</id>");
    expect(text).toContain('href="https://jobs.example:8443/companies/iwai-seimitsu"');
    expect(text).toContain("<updated>2026-11-20T00:00:00.000Z</updated>");
  });

  test("lets no text break the document", () => {
    const text = renderAtom({ ...feed, entries: [entry] });
    expect(text).toContain("<title>岩井精密 &lt;&amp;&gt;</title>");
    expect(text).toContain("<summary>金型をつくる</summary>");
  });

  test("is complete without entries", () => {
    expect(renderAtom({ ...feed, entries: [] })).toContain("<updated>2026-11-21T00:00:00.000Z</updated>");
  });
});

test("the sitemap gives full addresses and the last change where it is known", () => {
  const text = renderSitemap("https://jobs.example", [
    { path: "/" },
    { path: "/events/1", updatedAt: entry.updatedAt },
  ]);
  expect(text).toContain("<url><loc>https://jobs.example/</loc></url>");
  expect(text).toContain(
    "<loc>https://jobs.example/events/1</loc><lastmod>2026-11-20T00:00:00.000Z</lastmod>",
  );
});
