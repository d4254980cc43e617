import fs from "node:fs";
import zlib from "node:zlib";
import { describe, expect, test } from "vitest";
import { createWebApp } from "../../server/web-app.ts";

const app = createWebApp(
  async () => new Response("a page ".repeat(500), { headers: { "Content-Type": "text/html" } }),
);

/** Asks the way a browser does; the bindings stand in for the socket. */
async function ask(path: string, encoding: string) {
  const bindings = { incoming: { socket: { remoteAddress: "192.0.2.1" } } };
  return app.request(path, { headers: { "Accept-Encoding": encoding } }, bindings);
}

describe.each(["br", "gzip", "identity"])("files asked for with %s", (encoding) => {
  const files = [
    ...fs
      .readdirSync("build/client/assets")
      .filter((name) => /\.(js|css)$/.test(name))
      .map((name) => `/assets/${name}`),
    "/enhance.js",
    "/search-suggestions.js",
    "/favicon.svg",
  ];

  test("say their true length, so that no reader waits for bytes that never come", async () => {
    for (const file of files) {
      const response = await ask(file, encoding);
      const body = await response.arrayBuffer();
      expect(response.status, file).toBe(200);
      expect(response.headers.get("Content-Encoding") ?? "identity", file).toBe(encoding);
      const length = response.headers.get("Content-Length");
      if (length !== null) expect(Number(length), file).toBe(body.byteLength);
    }
  });
});

test("a page is compressed as it streams and promises no length", async () => {
  const response = await ask("/", "gzip, br");
  expect(response.headers.get("Content-Encoding")).toBe("br");
  expect(response.headers.get("Content-Length")).toBeNull();
  expect((await response.arrayBuffer()).byteLength).toBeLessThan(500);
});

test("a page whose length is known travels in one compressed piece of another length", async () => {
  const page = "a page ".repeat(500);
  const whole = createWebApp(
    async () =>
      new Response(page, { headers: { "Content-Type": "text/html", "Content-Length": String(page.length) } }),
  );
  const bindings = { incoming: { socket: { remoteAddress: "192.0.2.1" } } };
  for (const [encoding, decode] of [
    ["gzip", zlib.gunzipSync],
    ["br", zlib.brotliDecompressSync],
  ] as const) {
    const response = await whole.request("/", { headers: { "Accept-Encoding": encoding } }, bindings);
    expect(response.headers.get("Content-Encoding")).toBe(encoding);
    const body = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get("Content-Length") ?? String(body.length)).toBe(String(body.length));
    expect(decode(body).toString()).toBe(page);
  }
});

test("assets may be kept for a year, other files for an hour", async () => {
  const asset = `/assets/${fs.readdirSync("build/client/assets").find((name) => name.endsWith(".css"))}`;
  expect((await ask(asset, "br")).headers.get("Cache-Control")).toContain("immutable");
  expect((await ask("/favicon.svg", "br")).headers.get("Cache-Control")).toBe("public, max-age=3600");
});
