/** Posts forms from many connections at once, each form once, and keeps every answer. */
import http from "node:http";
import { round } from "./bench-load.ts";

export const CONCURRENCY = 100;

/** Moments are those of `performance.now()`. */
export type Answer = { status: number; location: string; sentAt: number; answeredAt: number };

export type Timed = { requestsPerSecond: number; p50Ms: number; p95Ms: number; p99Ms: number };

// Connections stay open between the rounds, as those of a proxy do.
const agent = new http.Agent({ keepAlive: true, maxSockets: CONCURRENCY });

/** Sends the requests from many connections, dealt out to the servers in turn. */
export async function send(urls: readonly string[], requests: readonly Post[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < requests.length; at = next++)
      answers[at] = await post(urls[at % urls.length]!, requests[at]!);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return answers;
}

type Post = { path: string; form: Record<string, string>; cookie: string };

/** Sends a form; when the server closed a connection that stood idle, once more on a new one. */
async function post(url: string, request: Post): Promise<Answer> {
  const sentAt = performance.now();
  try {
    return await postOnce(url, request, sentAt);
  } catch (error) {
    if (error instanceof ClosedConnection) return postOnce(url, request, sentAt);
    throw error;
  }
}

class ClosedConnection extends Error {}

function postOnce(url: string, { path: target, form, cookie }: Post, sentAt: number): Promise<Answer> {
  const body = new URLSearchParams(form).toString();
  const headers = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Content-Length": Buffer.byteLength(body),
    ...(cookie ? { Cookie: cookie } : {}),
  };
  return new Promise((resolve, reject) => {
    const request = http.request(url + target, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.once("end", () =>
        resolve({
          status: response.statusCode!,
          location: response.headers.location ?? "",
          sentAt,
          answeredAt: performance.now(),
        }),
      );
    });
    request.once("error", (error) =>
      reject(request.reusedSocket ? new ClosedConnection(error.message) : error),
    );
    request.end(body);
  });
}

/** Throughput and percentiles of one or several rounds. */
export function timed(...rounds: readonly Answer[][]): Timed {
  const seconds = rounds
    .map(
      (answers) => Math.max(...answers.map((a) => a.answeredAt)) - Math.min(...answers.map((a) => a.sentAt)),
    )
    .reduce((sum, span) => sum + span / 1000, 0);
  const latencies = rounds
    .flat()
    .map((answer) => answer.answeredAt - answer.sentAt)
    .toSorted((one, other) => one - other);
  const percentile = (share: number) => round(latencies[Math.floor(latencies.length * share)]!, 1);
  return {
    requestsPerSecond: Math.round(latencies.length / seconds),
    p50Ms: percentile(0.5),
    p95Ms: percentile(0.95),
    p99Ms: percentile(0.99),
  };
}
