// SPDX-License-Identifier: Apache-2.0
// Reports that wait on this device for a connection. Each has a name of its own, so that the server takes it once.
navigator.serviceWorker?.register('/reportes/nuevo.js', { scope: '/reportes/nuevo' }).catch(() => {});

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open('reportes', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('waiting', { keyPath: 'id' });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const store = async (mode, work) => {
  const store = (await opened).transaction('waiting', mode).objectStore('waiting');
  return new Promise((resolve, reject) => {
    const request = work(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
};

const box = document.getElementById('guardados');
const say = (id, words, href) => {
  if (!box) return;
  box.hidden = false;
  const list = box.querySelector('ul');
  let line = list.querySelector(`[data-id="${id}"]`);
  if (!line) {
    line = document.createElement('li');
    line.dataset.id = id;
    list.append(line);
  }
  const part = document.createElement(href ? 'a' : 'span');
  if (href) part.href = href;
  part.textContent = words;
  line.replaceChildren(part);
};

const send = async (report) => {
  say(report.id, box?.dataset.sending);
  const { name, token } = await fetch('/reportes/nuevo/ficha', { cache: 'no-store' }).then((answer) => answer.json());
  const form = new FormData();
  form.append(name, token);
  form.append('id', report.id);
  for (const [field, value] of report.fields) form.append(field, value);
  for (const { blob, name: file } of report.photos) form.append('photo', blob, file);
  const answer = await fetch('/reportes/nuevo/enviar', { method: 'POST', body: form });
  if (!answer.ok && answer.status !== 422) throw new Error(answer.status);
  const { href } = await answer.json();
  await store('readwrite', (waiting) => waiting.delete(report.id));
  say(report.id, answer.ok ? box?.dataset.sent : box?.dataset.refused, href);
};

const alone = (work) => (navigator.locks ? navigator.locks.request('reportes', work) : work());
const flush = () =>
  alone(async () => {
    for (const report of await store('readonly', (waiting) => waiting.getAll())) {
      try {
        await send(report);
      } catch {
        say(report.id, box?.dataset.waiting);
      }
    }
  });

addEventListener('online', flush);
// The connection may come back a moment after the browser says so.
setInterval(() => navigator.onLine && flush(), 5_000);
flush();

const form = document.getElementById('sin-conexion');
form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const photos = [...form.elements.photo.files].slice(0, 3).map((file) => ({ blob: file, name: file.name }));
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === 'string');
  const report = { id: crypto.randomUUID(), fields, photos };
  await store('readwrite', (waiting) => waiting.put(report));
  say(report.id, box.dataset.waiting);
  form.reset();
  delete form.dataset.sent;
  box.scrollIntoView();
  flush();
});
form?.querySelector('[data-locate]')?.addEventListener('click', (event) => {
  const button = event.currentTarget;
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    form.elements.lat.value = coords.latitude.toFixed(6);
    form.elements.long.value = coords.longitude.toFixed(6);
    button.querySelector('span').textContent = button.dataset.located;
  });
});
