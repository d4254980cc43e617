import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { type EntryContext, type RouterContextProvider, ServerRouter } from "react-router";
import { requestFactsContext, townContext } from "./town.ts";

export { createHandler } from "./http/pipeline.server.ts";
export { openTown } from "./compose.server.ts";

const RENDER_LIMIT_MS = 6000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entryContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce } = context.get(requestFactsContext);
  const { log } = context.get(townContext);
  return new Promise((resolve, reject) => {
    let shellIsOut = false;
    const waitForAll = isbot(request.headers.get("user-agent") ?? "");
    const send = () => {
      shellIsOut = true;
      const body = new PassThrough({
        final(callback) {
          clearTimeout(timer);
          callback();
        },
      });
      headers.set("Content-Type", "text/html; charset=utf-8");
      pipe(body);
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
    };
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={entryContext} url={request.url} nonce={nonce} />,
      {
        nonce,
        onShellReady: () => waitForAll || send(),
        onAllReady: () => waitForAll && send(),
        onShellError: reject,
        onError: (error) => {
          status = 500;
          if (shellIsOut) log.error({ error }, "rendering failed after the shell");
        },
      },
    );
    const timer = setTimeout(abort, RENDER_LIMIT_MS);
  });
}

/** Errors of loaders and actions. An answer with a status is no error; a reader who left is none either. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: RouterContextProvider },
) {
  if (request.signal.aborted) return;
  if (typeof error === "object" && error !== null && "status" in error) return;
  context.get(townContext).log.error({ error }, "a loader or an action failed");
}
