import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { promisify } from "node:util";
import zlib from "node:zlib";
import type { HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono, type MiddlewareHandler } from "hono";

type Handle = (request: Request, peer: { address: string }) => Promise<Response>;

const COMPRESSIBLE = /^(text\/|application\/(json|javascript|xml|atom\+xml|manifest\+json)|image\/svg)/;

/** The HTTP side: static files, compression of pages, and everything else to the handler. */
export function createWebApp(handle: Handle) {
  const app = new Hono<{ Bindings: HttpBindings }>();
  // The build leaves compressed copies beside the files (scripts/build.ts).
  const file = serveStatic({ root: "build/client", precompressed: true });
  const keptFor =
    (cacheControl: string): MiddlewareHandler =>
    async (c, next) => {
      await next();
      if (!c.res.ok) return;
      c.header("Cache-Control", cacheControl);
      c.header("X-Content-Type-Options", "nosniff");
    };
  app.use("/assets/*", keptFor("public, max-age=31536000, immutable"), file);
  for (const name of [
    "favicon.svg",
    "manifest.webmanifest",
    "enhance.js",
    "wording.js",
    "search-suggestions.js",
    "import-progress.js",
    "reception.js",
    "reception-queue.js",
    "reception-camera.js",
    "reception-worker.js",
    "apple-touch-icon.png",
    "og.png",
  ])
    app.use(`/${name}`, keptFor("public, max-age=3600"), file);
  app.use("/qr/*", keptFor("public, max-age=3600"), file);
  app.get("/favicon.ico", (c) => c.redirect("/favicon.svg", 301));
  app.all("*", async (c) => {
    const address = c.env.incoming.socket.remoteAddress ?? "unknown";
    return compress(c.req.raw, await handle(c.req.raw, { address }));
  });
  return app;
}

const BROTLI = {
  [zlib.constants.BROTLI_PARAM_QUALITY]: 4,
  [zlib.constants.BROTLI_PARAM_LGWIN]: 17,
};
const GZIP_LEVEL = 5;
const brotli = promisify(zlib.brotliCompress);
const gzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gzip);

/** A page whose length is known is complete: it is compressed in one piece, without the cost of a stream. */
async function compressWhole(
  response: Response,
  headers: Headers,
  encoding: "br" | "gzip",
): Promise<Response> {
  const whole = Buffer.from(await response.arrayBuffer());
  const bytes =
    encoding === "br" ? await brotli(whole, { params: BROTLI }) : await gzip(whole, { level: GZIP_LEVEL });
  return new Response(new Uint8Array(bytes), { status: response.status, headers });
}

/** Compresses chunk by chunk, so that a streamed page still arrives in pieces. The small brotli window keeps it quick. */
function compress(request: Request, response: Response): Response | Promise<Response> {
  const accepted = request.headers.get("Accept-Encoding") ?? "";
  const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
  if (!encoding || !response.body || request.method === "HEAD" || response.headers.has("Content-Encoding"))
    return response;
  if (!COMPRESSIBLE.test(response.headers.get("Content-Type") ?? "")) return response;
  const headers = new Headers(response.headers);
  headers.set("Content-Encoding", encoding);
  headers.append("Vary", "Accept-Encoding");
  headers.delete("Content-Length");
  if (response.headers.has("Content-Length")) return compressWhole(response, headers, encoding);
  const stream =
    encoding === "br"
      ? zlib.createBrotliCompress({
          flush: zlib.constants.BROTLI_OPERATION_FLUSH,
          params: BROTLI,
        })
      : zlib.createGzip({ flush: zlib.constants.Z_SYNC_FLUSH, level: 6 });
  const source = Readable.fromWeb(response.body as WebStream);
  // A reader who left before the end is no error of ours.
  source.on("error", () => stream.destroy());
  stream.on("error", () => source.destroy());
  return new Response(Readable.toWeb(source.pipe(stream)) as ReadableStream, {
    status: response.status,
    headers,
  });
}
