import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { checkKey, type ImageStorage, ImageStorageDown, type StoredFile } from "./image-storage.server.ts";

export type S3Settings = {
  /** Address of the service without the bucket: https://s3.ap-northeast-1.amazonaws.com */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

const PREFIX = "images/";
const ATTEMPTS = 2;

/**
 * Keeps the bytes as objects of a bucket of any service that speaks the S3 protocol (signature version 4, addresses
 * with the bucket in the path). Each call ends within `timeoutMs` per attempt; an attempt that met a busy service or a
 * broken connection is made once more. The bucket stays closed to the public: our own server hands the pictures out.
 */
export function openImageBucket(settings: S3Settings, timeoutMs = 8000): ImageStorage {
  const { accessKeyId, secretAccessKey, region } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 0 });
  const bucket = `${settings.endpoint.replace(/\/+$/, "")}/${encodeURIComponent(settings.bucket)}`;
  const objectUrl = (key: string) => `${bucket}/${PREFIX}${checkKey(key)}`;

  /** One signed request; the answer's body has been read, so that a connection lost half-way is noticed here. */
  const ask = async (
    method: string,
    url: string,
    sent?: { body: Uint8Array<ArrayBuffer>; type: string },
  ): Promise<{ status: number; body: Uint8Array<ArrayBuffer> }> => {
    const headers: Record<string, string> = {
      "X-Amz-Content-Sha256": createHash("sha256")
        .update(sent?.body ?? "")
        .digest("hex"),
      ...(sent ? { "Content-Type": sent.type } : {}),
    };
    let problem = "no answer";
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      try {
        const request = await client.sign(url, { method, headers, body: sent?.body });
        const response = await fetch(request, { signal: AbortSignal.timeout(timeoutMs), redirect: "error" });
        const body = new Uint8Array(await response.arrayBuffer());
        if (response.status < 500 && response.status !== 429) return { status: response.status, body };
        problem = `status ${response.status}`;
      } catch (error) {
        problem = error instanceof Error ? error.name : "unknown";
        if (problem === "TimeoutError") break;
      }
    }
    throw new ImageStorageDown(`the bucket did not take ${method} (${problem})`);
  };
  const refuse = (method: string, status: number) =>
    new ImageStorageDown(`the bucket refused ${method} (status ${status})`);

  return {
    name: "s3",
    put: async (key, bytes, type) => {
      const { status } = await ask("PUT", objectUrl(key), { body: new Uint8Array(bytes), type });
      if (status !== 200) throw refuse("PUT", status);
    },
    get: async (key) => {
      const { status, body } = await ask("GET", objectUrl(key));
      if (status === 404) return null;
      if (status !== 200) throw refuse("GET", status);
      return body;
    },
    remove: async (key) => {
      const { status } = await ask("DELETE", objectUrl(key));
      if (![200, 204, 404].includes(status)) throw refuse("DELETE", status);
    },
    list: async function* list() {
      let token: string | null = null;
      do {
        const page: URLSearchParams = new URLSearchParams({ "list-type": "2", prefix: PREFIX });
        if (token !== null) page.set("continuation-token", token);
        const { status, body } = await ask("GET", `${bucket}?${page.toString()}`);
        if (status !== 200) throw refuse("GET", status);
        const text = new TextDecoder().decode(body);
        yield* readListing(text);
        token = elementOf(text, "IsTruncated") === "true" ? elementOf(text, "NextContinuationToken") : null;
      } while (token !== null);
    },
  };
}

/** The objects of one page of ListObjectsV2 that have a key of ours; our keys need no decoding. */
function readListing(text: string): StoredFile[] {
  return [...text.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)].flatMap(([, entry = ""]) => {
    const key = elementOf(entry, "Key") ?? "";
    const storedAt = new Date(elementOf(entry, "LastModified") ?? "");
    if (!key.startsWith(PREFIX) || Number.isNaN(storedAt.getTime())) return [];
    const name = key.slice(PREFIX.length);
    return /^[0-9a-f]{32}-\d{1,5}\.webp$/.test(name) ? [{ key: name, storedAt }] : [];
  });
}

function elementOf(text: string, name: string): string | null {
  const [, content] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(text) ?? [];
  return content === undefined ? null : content.replaceAll("&amp;", "&");
}
