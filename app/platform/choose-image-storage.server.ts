import path from "node:path";
import type { Env } from "./env.server.ts";
import { type ImageStorage, openImageFolder } from "./image-storage.server.ts";
import { openImageBucket } from "./s3-image-storage.server.ts";

/** The bucket when one is set, otherwise the folder `images` of the data directory. Touches neither before it is used. */
export function chooseImageStorage(env: Pick<Env, "imageS3" | "dataDir">): ImageStorage {
  return env.imageS3 ? openImageBucket(env.imageS3) : openImageFolder(path.join(env.dataDir, "images"));
}
