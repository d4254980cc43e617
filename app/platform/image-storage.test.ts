import fs from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ImageStorage, ImageStorageDown, openImageFolder } from "./image-storage.server.ts";
import { openImageBucket } from "./s3-image-storage.server.ts";

const key = (letter: string, width = 320) => `${letter.repeat(32)}-${width}.webp`;
const bytes = (text: string) => new TextEncoder().encode(text);

async function keysOf(storage: ImageStorage): Promise<string[]> {
  const keys: string[] = [];
  for await (const file of storage.list()) keys.push(file.key);
  return keys.toSorted();
}

type Answer = (request: http.IncomingMessage, response: http.ServerResponse, body: Buffer) => void;

/** Answers the way the S3 documentation says, from memory; `fault` answers instead while it is set. */
class Bucket {
  objects = new Map<string, Buffer>();
  requests: { line: string; headers: http.IncomingHttpHeaders }[] = [];
  fault: Answer | null = null;
  pageSize = 2;
  readonly server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      this.requests.push({ line: `${request.method} ${request.url}`, headers: request.headers });
      (this.fault ?? this.answer)(request, response, Buffer.concat(parts));
    });
  });
  private answer: Answer = (request, response, body) => {
    const url = new URL(request.url!, "http://bucket");
    const signed =
      /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/ap-northeast-1\/s3\/aws4_request, SignedHeaders=/;
    if (!signed.test(request.headers.authorization ?? "")) return response.writeHead(403).end();
    const name = url.pathname.replace(/^\/photos\/?/, "");
    if (name === "") return response.end(this.list(url.searchParams.get("continuation-token")));
    if (request.method === "PUT") this.objects.set(name, body);
    if (request.method === "DELETE") {
      this.objects.delete(name);
      return response.writeHead(204).end();
    }
    const found = this.objects.get(name);
    if (!found) return response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
    return response.end(request.method === "GET" ? found : "");
  };
  private list(token: string | null): string {
    const from = Number(token?.replace("&page=", "") ?? 0);
    const names = [...this.objects.keys()].toSorted();
    const entries = names
      .slice(from, from + this.pageSize)
      .map(
        (name) =>
          `<Contents><Key>${name}</Key><LastModified>2026-11-01T00:00:00.000Z</LastModified></Contents>`,
      );
    const next = from + this.pageSize;
    const more = next < names.length;
    return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${entries.join("")}${more ? `<NextContinuationToken>&amp;page=${next}</NextContinuationToken>` : ""}</ListBucketResult>`;
  }
}

let folder: string;
let bucket: Bucket;
let inFolder: ImageStorage;
let inBucket: ImageStorage;

beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "jimoto-images-"));
  inFolder = openImageFolder(folder);
  bucket = new Bucket();
  await new Promise<void>((resolve) => bucket.server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(bucket.server.address() as AddressInfo).port}/`;
  const settings = { endpoint, bucket: "photos", region: "ap-northeast-1" };
  inBucket = openImageBucket({ ...settings, accessKeyId: "key", secretAccessKey: "a-secret" }, 300);
});
afterEach(async () => {
  bucket.server.closeAllConnections();
  await new Promise((resolve) => bucket.server.close(resolve));
  await fs.rm(folder, { recursive: true, force: true });
});

describe.each([
  ["the folder", () => inFolder],
  ["the bucket", () => inBucket],
])("%s", (_, storage) => {
  test("gives back what was put, replaces it, forgets it and lists what is there", async () => {
    expect(await storage().get(key("a"))).toBeNull();
    expect(await keysOf(storage())).toEqual([]);
    for (const letter of ["a", "b", "c", "d", "e"])
      await storage().put(key(letter), bytes(letter), "image/webp");
    await storage().put(key("a"), bytes("once more"), "image/webp");
    expect(new TextDecoder().decode((await storage().get(key("a")))!)).toBe("once more");
    await storage().remove(key("b"));
    await storage().remove(key("b"));
    expect(await storage().get(key("b"))).toBeNull();
    expect(await keysOf(storage())).toEqual(["a", "c", "d", "e"].map((letter) => key(letter)));
  });

  test.each([
    "../../secret",
    `../${key("a")}`,
    `${"a".repeat(32)}/../x-1.webp`,
    "",
    "a.webp",
    `${key("a")}\0`,
    key("a").toUpperCase(),
  ])("touches nothing for the key %j", async (bad) => {
    await expect(storage().put(bad, bytes("x"), "image/webp")).rejects.toThrow("not a key");
    await expect(storage().get(bad)).rejects.toThrow("not a key");
    await expect(storage().remove(bad)).rejects.toThrow("not a key");
    expect(bucket.requests).toEqual([]);
    expect(await fs.readdir(folder)).toEqual([]);
  });
});

describe("the folder", () => {
  test("shows no file that is half written, and clears the remains of old ones", async () => {
    await inFolder.put(key("a"), bytes("whole"), "image/webp");
    const shelf = path.join(folder, "aa");
    for (const [name, age] of [
      ["old.part", 2],
      ["new.part", 0],
    ] as const) {
      await fs.writeFile(path.join(shelf, name), "half");
      const then = new Date(Date.now() - age * 24 * 60 * 60 * 1000);
      await fs.utimes(path.join(shelf, name), then, then);
    }
    expect(await keysOf(inFolder)).toEqual([key("a")]);
    expect((await fs.readdir(shelf)).toSorted()).toEqual([key("a"), "new.part"].toSorted());
  });

  test("that cannot be written says so and keeps nothing", async () => {
    await fs.writeFile(path.join(folder, "bb"), "a file where a folder should be");
    await expect(inFolder.put(key("b"), bytes("x"), "image/webp")).rejects.toThrow(ImageStorageDown);
    await expect(inFolder.get(key("b"))).rejects.toThrow(ImageStorageDown);
  });
});

describe("the bucket", () => {
  test("gets signed requests with the digest of what they carry, and never the secret", async () => {
    await inBucket.put(key("a"), bytes("picture"), "image/webp");
    const [{ line, headers }] = bucket.requests as [(typeof bucket.requests)[0]];
    expect(line).toBe(`PUT /photos/images/${key("a")}`);
    expect(headers["x-amz-date"]).toMatch(/^\d{8}T\d{6}Z$/);
    expect(headers["x-amz-content-sha256"]).toMatch(/^[0-9a-f]{64}$/);
    expect(headers.authorization).toContain("x-amz-content-sha256");
    expect(headers["content-type"]).toBe("image/webp");
    expect(JSON.stringify(headers)).not.toContain("a-secret");
  });

  const faults: [string, Answer, attempts: number][] = [
    ["refuses us (403)", (_, response) => void response.writeHead(403).end(), 1],
    ["is busy (503)", (_, response) => void response.writeHead(503).end(), 2],
    ["does not answer", () => {}, 1],
    ["breaks the connection", (request) => void request.socket.destroy(), 2],
    [
      "breaks off in the middle",
      (request, response) => {
        response.writeHead(200, { "Content-Length": "1000" }).write("half");
        setTimeout(() => request.socket.destroy(), 20);
      },
      2,
    ],
    [
      "sends us elsewhere",
      (_, response) => void response.writeHead(307, { Location: "http://127.0.0.1:1/" }).end(),
      2,
    ],
  ];
  test.each(faults)("that %s leads to a clear refusal", async (_, fault, attempts) => {
    bucket.fault = fault;
    await expect(inBucket.put(key("a"), bytes("x"), "image/webp")).rejects.toThrow(ImageStorageDown);
    expect(bucket.requests).toHaveLength(attempts);
    await expect(inBucket.get(key("a"))).rejects.toThrow(ImageStorageDown);
    await expect(inBucket.remove(key("a"))).rejects.toThrow(ImageStorageDown);
    await expect(keysOf(inBucket)).rejects.toThrow(ImageStorageDown);
    expect(bucket.objects.size).toBe(0);
  });

  test("that was busy for a moment is asked once more", async () => {
    bucket.fault = (_, response) => {
      bucket.fault = null;
      response.writeHead(503).end();
    };
    await inBucket.put(key("a"), bytes("x"), "image/webp");
    expect(bucket.objects.size).toBe(1);
  });
});
