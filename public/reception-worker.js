// Opens the reception page of one event without network. It is registered for that page alone and changes nothing while
// there is network: what the page keeps (public/reception.js) is given out only when a request fails.

const CACHE = "jimoto-reception";
const PATIENCE_MS = 8000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, address));
  else if (request.method === "GET" && !address.pathname.startsWith("/staff/"))
    event.respondWith(file(request));
});

/** The page from the server, or as it was kept; a form that could not be sent leads back to the kept page. */
async function page(request, address) {
  try {
    if (!navigator.onLine) throw new TypeError("no network");
    return await withPatience(fetch(request));
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match(address.pathname);
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  try {
    if (!navigator.onLine) throw new TypeError("no network");
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match(request.url, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

/** A network that is there and carries nothing is as good as none. */
function withPatience(answer) {
  return Promise.race([
    answer,
    new Promise((_, refuse) => {
      setTimeout(() => refuse(new Error("too slow")), PATIENCE_MS);
    }),
  ]);
}
