// What the benchmarks compare with: one sentence through the same router, renderer, web app and compression, without data.
import type { AddressInfo } from "node:net";
import { PassThrough } from "node:stream";
import { serve } from "@hono/node-server";
import { createReadableStreamFromReadable } from "@react-router/node";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import {
  createRequestHandler,
  type EntryContext,
  Outlet,
  RouterContextProvider,
  type ServerBuild,
  ServerRouter,
} from "react-router";
import { createWebApp } from "../server/web-app.ts";

const BUILD: string = "../build/server/index.js";
const build = (await import(BUILD)) as ServerBuild;

const Root = () => createElement("html", { lang: "ja" }, createElement("body", null, createElement(Outlet)));
const Page = () => createElement("h1", null, "ジモト");

function renderPage(request: Request, status: number, headers: Headers, context: EntryContext) {
  return new Promise<Response>((resolve, reject) => {
    const router = createElement(ServerRouter, { context, url: request.url });
    const { pipe } = renderToPipeableStream(router, {
      onShellReady: () => {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        pipe(body);
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
      },
      onShellError: reject,
    });
  });
}

const { root, "routes/public/home": home } = build.assets.routes;
const trivial: ServerBuild = {
  ...build,
  assets: { ...build.assets, routes: { root, "routes/public/home": home } },
  entry: { module: { default: renderPage } },
  routes: {
    root: { id: "root", path: "", module: { default: Root } },
    "routes/public/home": {
      id: "routes/public/home",
      parentId: "root",
      index: true,
      module: { default: Page },
    },
  },
};
const render = createRequestHandler(trivial, "production");
const app = createWebApp((request) => render(request, new RouterContextProvider()));
const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () => {
  console.log((server.address() as AddressInfo).port);
});
