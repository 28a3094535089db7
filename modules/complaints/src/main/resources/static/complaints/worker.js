// SPDX-License-Identifier: Apache-2.0
// Keeps the page for reports without a connection, and shows it where another page of a report can't be had.
const KEPT = 'reportes-1';
const PAGE = '/reportes/nuevo/sin-conexion';

const keep = async () => {
  const cache = await caches.open(KEPT);
  const page = await fetch(PAGE, { cache: 'no-store', credentials: 'omit' });
  if (!page.ok) return;
  const html = await page.clone().text();
  await cache.put(PAGE, page);
  const files = [...html.matchAll(/(?:href|src)="(\/(?:assets|tema)\/[^"#]+)/g)].map((found) => found[1]);
  await Promise.allSettled([...new Set(files)].map(async (file) => (await cache.match(file)) ?? cache.add(file)));
};

addEventListener('install', (event) => event.waitUntil(keep().then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const path = new URL(request.url).pathname;
  if (request.mode === 'navigate') {
    event.respondWith(
      fetch(request).then(
        (answer) => {
          if (path === '/reportes/nuevo') event.waitUntil(keep().catch(() => {}));
          return answer;
        },
        async () => (await caches.match(PAGE)) ?? Response.error(),
      ),
    );
  } else if (path.startsWith('/assets/') || path.startsWith('/tema/')) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
