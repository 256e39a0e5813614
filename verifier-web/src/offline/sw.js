/*
 * Keeps the page, so that it opens with the server stopped. The build puts VERSION (a hash of all files) and FILES before these lines.
 * Lists are not its business: the page fetches, verifies and keeps them itself. Nothing is kept but the files of this build and
 * deployment.json, which names the root: the root that this page was installed with stays the one it believes.
 */
const CACHE = `stayseal-verifier-${VERSION}`;
const KEPT = new Set(['./', ...FILES, 'deployment.json'].map((name) => new URL(name, self.location.href).href));

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([...KEPT].map((url) => new Request(url, { cache: 'no-cache' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((n) => n.startsWith('stayseal-verifier-') && n !== CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  url.hash = '';
  url.search = '';
  if (event.request.method !== 'GET' || !KEPT.has(url.href)) return;
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(url.href))
      .then((kept) => kept ?? fetch(event.request)),
  );
});
