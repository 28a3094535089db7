// SPDX-License-Identifier: Apache-2.0
// Comfort only: every page works without this file. Behaviour is asked for by data-* attributes.
const html = document.documentElement;
html.classList.add('scripted');
const $$ = (selector, root = document) => root.querySelectorAll(selector);
const on = (type, selector, run) =>
  document.addEventListener(type, (event) => {
    const found = event.target.closest?.(selector);
    if (found) run(found, event);
  });

// A summary of errors, or the page's message after a redirect, is where people continue.
document.querySelector('[data-focus]')?.focus();

// data-confirm="Question?" on a form or a button asks before it sends.
on('submit', 'form', (form, event) => {
  const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
  if (question && !confirm(question)) {
    event.preventDefault();
    return;
  }
  // What opens beside the page, such as a preview, leaves the form as it is.
  if (event.submitter?.formTarget === '_blank') return;
  // A second click must not send again; the server refuses it too.
  if (form.dataset.sent) event.preventDefault();
  else if (form.method === 'post') {
    form.dataset.sent = 'yes';
    setTimeout(() => delete form.dataset.sent, 8000);
  }
});

// data-dirty on a form warns before changes are lost.
on('input', 'form[data-dirty]', (form) => (form.dataset.changed = 'yes'));
addEventListener('beforeunload', (event) => {
  if (document.querySelector('form[data-changed]:not([data-sent])')) event.preventDefault();
});

// data-autosubmit on a GET form of filters sends shortly after a choice; words wait for a pause.
let pause;
const send = (form, wait) => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
    form.requestSubmit();
  }, wait);
};
on('change', 'form[data-autosubmit]', (form, event) => {
  if (!event.target.closest(':popover-open') && !/^(search|text|date|month|number)$/.test(event.target.type)) send(form, 50);
});
on('input', 'form[data-autosubmit] input[type=search]', (field) => {
  if (!field.closest(':popover-open')) send(field.form, 700);
});
// Back brings filters that were left out when empty.
addEventListener('pageshow', () => {
  for (const field of $$('form[data-autosubmit] :disabled')) field.disabled = false;
});

// data-count="id" counts down the characters left in a field.
for (const note of $$('[data-count]')) {
  const field = document.getElementById(note.dataset.count);
  const show = () => (note.textContent = note.dataset.left.replace('#', field.maxLength - field.value.length));
  field.addEventListener('input', show);
  if (field.value) show();
}

// data-copy="text" copies it and says so.
on('click', '[data-copy]', async (button) => {
  await navigator.clipboard.writeText(button.dataset.copy);
  const words = button.querySelector('span') ?? button;
  const before = words.textContent;
  words.setAttribute('role', 'status');
  words.textContent = button.dataset.copied;
  setTimeout(() => (words.textContent = before), 2500);
});

// data-max="bytes" on a file field refuses what the server would refuse, before it is sent.
on('change', 'input[type=file][data-max]', (field) => {
  const large = [...field.files].some((file) => file.size > Number(field.dataset.max));
  field.setCustomValidity(large ? field.dataset.tooLarge : '');
  if (large) field.form?.noValidate ? alertBeside(field) : field.reportValidity();
  else field.parentElement.querySelector('.error-script')?.remove();
});
const alertBeside = (field) => {
  const note = field.parentElement.querySelector('.error-script') ?? document.createElement('p');
  note.className = 'error error-script';
  note.setAttribute('role', 'alert');
  note.textContent = field.dataset.tooLarge;
  field.before(note);
  field.value = '';
};

// data-autosave="key" on a textarea keeps a draft on this device until the form is sent.
for (const field of $$('textarea[data-autosave]')) {
  const key = 'draft:' + location.pathname + ':' + field.dataset.autosave;
  const original = field.value;
  try {
    const kept = localStorage.getItem(key);
    if (kept !== null && kept !== original) {
      field.value = kept;
      const note = document.createElement('p');
      const discard = document.createElement('button');
      note.className = 'draft-note';
      note.append(field.dataset.restored + ' ', discard);
      discard.type = 'button';
      discard.className = 'button quiet small';
      discard.textContent = field.dataset.discard;
      discard.onclick = () => {
        localStorage.removeItem(key);
        field.value = original;
        note.remove();
      };
      field.after(note);
    }
    field.addEventListener('input', () => localStorage.setItem(key, field.value));
    field.form?.addEventListener('submit', (event) => event.defaultPrevented || event.submitter?.formTarget === '_blank' || localStorage.removeItem(key));
  } catch {
    // No storage, no drafts.
  }
}

// data-check-all="name" ticks every box of that name; the bar of bulk actions shows how many.
on('change', '[data-check-all]', (box) => {
  for (const other of $$(`input[name="${box.dataset.checkAll}"]`, box.form ?? document)) other.checked = box.checked;
});

// data-preview="#frame" on a colour or choice of a theme asks for the preview again.
on('change', 'form[data-preview]', (form) => {
  const frame = document.querySelector(form.dataset.preview);
  if (frame) frame.src = form.dataset.previewUrl + '?' + new URLSearchParams(new FormData(form));
});

// A popover menu closes when one of its links leads elsewhere on this page.
on('click', '[popover] a[href*="#"]', (link) => link.closest('[popover]').hidePopover());
