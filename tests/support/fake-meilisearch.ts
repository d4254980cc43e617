import http from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { ApiError, FakeIndex } from "./fake-meilisearch-index.ts";

export const ADMIN_KEY = "fake-admin-key";
export const SEARCH_KEY = "fake-search-key";

/** What goes wrong with a request: it hangs, its connection breaks, or another answer comes. */
export type Fault =
  | { kind: "silence" }
  | { kind: "reset" }
  | { kind: "slow"; ms: number }
  | { kind: "answer"; status: number; body: string };

export type FakeRequest = { method: string; path: string; body: unknown; key: string | undefined };

type Task = {
  uid: number;
  indexUid: string | null;
  status: "enqueued" | "processing" | "succeeded" | "failed";
  type: string;
  error: object | null;
  enqueuedAt: string;
  work: () => void;
};

/**
 * A local server that answers as the documentation of Meilisearch says: tasks that pass through their states, errors with
 * code, type and link, keys that may search only. It keeps documents and evaluates filters, sorts and facets, so that what
 * is asked of it can be judged by what comes back. Unknown requests are refused.
 */
export class FakeMeilisearch {
  readonly indexes = new Map<string, FakeIndex>();
  readonly requests: FakeRequest[] = [];
  /** Decides what goes wrong with a request; nothing does unless a test says so. */
  fault: (request: FakeRequest) => Fault | undefined = () => undefined;
  /** While true, tasks are accepted and not worked on. */
  isStalled = false;
  /** The codes with which the next tasks fail. */
  failing: string[] = [];
  readonly #tasks: Task[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server = http.createServer((request, response) => {
    this.#answer(request, response).catch(() => response.destroy());
  });

  async start(): Promise<this> {
    this.#server.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Every document that is not a removal: id and version. */
  versions(): Map<string, number> {
    const [index] = [...this.indexes].filter(([uid]) => !uid.includes("_next_")).map(([, one]) => one);
    const records = [...(index?.records.values() ?? [])].filter((record) => record["removed"] === false);
    return new Map(records.map((record) => [String(record["documentId"]), Number(record["version"])]));
  }

  async #answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    let text = "";
    request.setEncoding("utf8");
    for await (const chunk of request) text += String(chunk);
    const { pathname, searchParams } = new URL(request.url!, "http://fake");
    const key = request.headers.authorization?.replace("Bearer ", "");
    let body: unknown;
    try {
      body = text === "" ? undefined : JSON.parse(text);
    } catch {
      body = text;
    }
    const asked: FakeRequest = { method: request.method!, path: pathname, body, key };
    this.requests.push(asked);
    const fault = this.fault(asked);
    if (fault?.kind === "silence") return;
    if (fault?.kind === "reset") return void request.socket.resetAndDestroy();
    if (fault?.kind === "slow") await wait(fault.ms);
    const send = (status: number, content: string) =>
      response.writeHead(status, { "Content-Type": "application/json" }).end(content);
    if (fault?.kind === "answer") return void send(fault.status, fault.body);
    try {
      const [status, content] = this.#route(asked, searchParams);
      send(status, JSON.stringify(content));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      send(error.status, JSON.stringify(describe(error)));
    }
  }

  #route({ method, path, body, key }: FakeRequest, query: URLSearchParams): [number, unknown] {
    const [first, name = "", ...rest] = path.split("/").filter((part) => part !== "");
    const route = `${method} ${[first, ...(name ? ["*"] : []), ...rest].join("/")}`;
    if (route === "POST multi-search") {
      if (key !== SEARCH_KEY && key !== ADMIN_KEY) throw new ApiError(403, "invalid_api_key");
      return [200, { results: this.#multiSearch(body as { queries: Record<string, unknown>[] }) }];
    }
    if (key !== ADMIN_KEY) throw new ApiError(403, "invalid_api_key");
    switch (route) {
      case "GET indexes":
        return [200, { results: [...this.indexes].map(([uid, { createdAt }]) => ({ uid, createdAt })) }];
      case "POST indexes": {
        const { uid } = body as { uid: string };
        return this.#enqueue("indexCreation", uid, () => {
          if (this.indexes.has(uid)) throw new ApiError(409, "index_already_exists");
          this.indexes.set(uid, new FakeIndex(new Date().toISOString()));
        });
      }
      case "DELETE indexes/*":
        return this.#enqueue("indexDeletion", name, () => {
          this.#index(name);
          this.indexes.delete(name);
        });
      case "GET indexes/*/settings":
        return [200, this.#index(name).settings];
      case "PATCH indexes/*/settings":
        return this.#enqueue("settingsUpdate", name, () => Object.assign(this.#index(name).settings, body));
      case "POST indexes/*/documents":
        return this.#enqueue("documentAdditionOrUpdate", name, () =>
          this.#index(name).add(body as Record<string, unknown>[], query.get("primaryKey") ?? "id"),
        );
      case "GET indexes/*/documents":
        return [
          200,
          this.#index(name).fetch({
            fields: query.get("fields")?.split(","),
            limit: query.get("limit") ?? 20,
            offset: query.get("offset") ?? 0,
          }),
        ];
      case "POST indexes/*/documents/fetch":
        return [200, this.#index(name).fetch(body as Record<string, unknown>)];
      case "POST swap-indexes":
        return this.#enqueue("indexSwap", null, () => this.#swap(body as { indexes: [string, string] }[]));
      case "GET tasks/*":
        return [200, this.#look(Number(name))];
      default:
        throw new ApiError(404, "not_found", route);
    }
  }

  #index(uid: string): FakeIndex {
    const index = this.indexes.get(uid);
    if (!index) throw new ApiError(404, "index_not_found", `Index \`${uid}\` not found.`);
    return index;
  }

  #multiSearch({ queries }: { queries: Record<string, unknown>[] }) {
    return queries.map((query) => this.#index(String(query["indexUid"])).search(query));
  }

  #swap(swaps: { indexes: [string, string] }[]): void {
    for (const { indexes } of swaps) {
      const [one, other] = indexes.map((uid) => this.#index(uid));
      this.indexes.set(indexes[0], other!);
      this.indexes.set(indexes[1], one!);
    }
  }

  #enqueue(type: string, indexUid: string | null, work: () => void): [number, unknown] {
    const uid = this.#tasks.length;
    const task: Task = {
      uid,
      indexUid,
      status: "enqueued",
      type,
      error: null,
      enqueuedAt: new Date().toISOString(),
      work,
    };
    this.#tasks.push(task);
    return [202, { taskUid: uid, indexUid, status: "enqueued", type, enqueuedAt: task.enqueuedAt }];
  }

  /** Each look at a task moves the queue on by one state, in the order in which the tasks came. */
  #look(uid: number): object {
    const task = this.#tasks[uid];
    if (!task) throw new ApiError(404, "task_not_found");
    if (!this.isStalled)
      for (const earlier of this.#tasks.slice(0, uid + 1)) {
        if (earlier.status === "processing") this.#work(earlier);
        else if (earlier.status === "enqueued") earlier.status = "processing";
      }
    const { work: _work, ...shown } = task;
    return { ...shown, details: null, canceledBy: null, duration: null, startedAt: null, finishedAt: null };
  }

  #work(task: Task): void {
    const code = task.type === "documentAdditionOrUpdate" ? this.failing.shift() : undefined;
    try {
      if (code) throw new ApiError(400, code);
      task.work();
      task.status = "succeeded";
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      task.status = "failed";
      task.error = describe(error);
    }
  }
}

function describe({ code, message, status }: ApiError) {
  const type = status === 403 ? "auth" : status >= 500 ? "internal" : "invalid_request";
  return { message, code, type, link: `https://docs.meilisearch.com/errors#${code}` };
}
