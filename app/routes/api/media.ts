import type { RouteHandle } from "#app/access.ts";
import { fileKey, readImageAddress } from "#app/domain/images/rules.ts";
import { findServedImage } from "#app/domain/images/store.server.ts";
import { isKnown } from "#app/http/conditional.ts";
import { isStorageDown } from "#app/platform/image-storage.server.ts";
import { townContext, viewerContext } from "#app/town.ts";
import type { Route } from "./+types/media";

export const handle = { access: "public" } satisfies RouteHandle;

// The bytes under an address never change. A photograph that is taken down has left every cache after this time.
const SECONDS_KEPT = 7 * 24 * 60 * 60;

/** One copy of a photograph: to everybody while a published page shows it, before and after to its company and to staff. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const address = readImageAddress(params.key, params.width);
  if (!address) return notFound();
  const { storageKey, width } = address;
  const image = await findServedImage(town, { storageKey, viewer: context.get(viewerContext) });
  if (!image?.widths.includes(width)) return notFound();
  const etag = `"${storageKey}-${width}"`;
  const headers = {
    "Content-Type": "image/webp",
    ETag: etag,
    "Cache-Control": image.isPublic ? `public, max-age=${SECONDS_KEPT}, immutable` : "private, no-store",
  };
  if (image.isPublic && isKnown(request, etag)) return new Response(null, { status: 304, headers });
  try {
    const bytes = await town.images.get(fileKey(storageKey, width));
    if (bytes) return new Response(bytes, { headers: { ...headers, "Content-Length": `${bytes.length}` } });
    town.log.error({ storageKey, width }, "a photograph has a row and no file");
    return notFound();
  } catch (error) {
    if (!isStorageDown(error)) throw error;
    town.log.error({ storage: town.images.name, reason: error.message }, "a photograph could not be read");
    return new Response("The photograph cannot be read now", {
      status: 503,
      headers: { "Retry-After": "60" },
    });
  }
}

function notFound() {
  return new Response("Not found", { status: 404 });
}
