import fs from "node:fs/promises";
import path from "node:path";
import { newId } from "./random.ts";

/** What lies in the storage: its key and when it was put there. */
export type StoredFile = { key: string; storedAt: Date };

/**
 * Where the bytes of pictures are kept, apart from the rows that know them. Keys are made by us and never by a person;
 * any other key is a bug and throws. `ImageStorageDown` means: the place does not answer, or refuses us; nothing is
 * half-kept, and the same call may be made again.
 */
export type ImageStorage = {
  readonly name: string;
  /** Keeps the bytes whole or not at all; the same key again replaces them. */
  put(key: string, bytes: Uint8Array, type: string): Promise<void>;
  /** null when there is nothing under the key. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Nothing under the key is no error. */
  remove(key: string): Promise<void>;
  /** Everything that is kept, in any order. */
  list(): AsyncIterable<StoredFile>;
};

/** The storage cannot be used now. The message says what it answered and holds no key or secret. */
export class ImageStorageDown extends Error {
  override name = "ImageStorageDown";
}

/** By its name: the server and what it was built from have a class each. */
export function isStorageDown(error: unknown): error is ImageStorageDown {
  return error instanceof Error && error.name === "ImageStorageDown";
}

const KEY = /^[0-9a-f]{32}-\d{1,5}\.webp$/;

/** Throws for a key that is not of our making, so that no path or address can be built from it. */
export function checkKey(key: string): string {
  if (!KEY.test(key)) throw new Error("not a key of the image storage");
  return key;
}

/**
 * Keeps the bytes as files under a folder of the data directory, outside of what the web server hands out. A file is
 * written beside its place and renamed into it, so a reader sees all of it or nothing.
 */
export function openImageFolder(folder: string): ImageStorage {
  // 256 folders keep each of them small.
  const fileOf = (key: string) => path.join(folder, checkKey(key).slice(0, 2), key);
  return {
    name: "folder",
    put: async (key, bytes) => {
      const file = fileOf(key);
      const draft = `${file}.${newId()}.part`;
      try {
        await fs.mkdir(path.dirname(file), { recursive: true });
        await fs.writeFile(draft, bytes, { flush: true });
        await fs.rename(draft, file);
      } catch (error) {
        await fs.rm(draft, { force: true }).catch(() => {});
        throw storageDown("the folder cannot be written", error);
      }
    },
    get: async (key) => {
      const file = fileOf(key);
      try {
        return new Uint8Array(await fs.readFile(file));
      } catch (error) {
        if (isMissing(error)) return null;
        throw storageDown("the folder cannot be read", error);
      }
    },
    remove: async (key) => {
      const file = fileOf(key);
      try {
        await fs.rm(file, { force: true });
      } catch (error) {
        throw storageDown("the folder cannot be written", error);
      }
    },
    list: () => listFolder(folder),
  };
}

/** Files of ours, and the remains of a write that was interrupted more than a day ago are cleared on the way. */
async function* listFolder(folder: string): AsyncGenerator<StoredFile> {
  const shelves = await fs.readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw storageDown("the folder cannot be read", error);
  });
  for (const shelf of shelves) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
    for (const name of await fs.readdir(path.join(folder, shelf))) {
      const file = path.join(folder, shelf, name);
      const facts = await fs.stat(file).catch(() => null);
      if (!facts) continue;
      if (name.endsWith(".part")) await removeOldDraft(file, facts.mtimeMs);
      else if (KEY.test(name)) yield { key: name, storedAt: facts.mtime };
    }
  }
}

async function removeOldDraft(file: string, writtenAt: number): Promise<void> {
  const dayAgo = Date.now() - 24 * 60 * 60 * 1000;
  if (writtenAt < dayAgo) await fs.rm(file, { force: true });
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function storageDown(what: string, cause: unknown): ImageStorageDown {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
  return new ImageStorageDown(`${what} (${code})`, { cause });
}
