// SPDX-License-Identifier: Apache-2.0
// Pages to go to while somebody types. The box works without this: Enter sends the form.
for (const box of document.querySelectorAll('[data-suggest]')) {
  const field = box.querySelector('input[type=search]');
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('aria-label', box.dataset.suggestLabel);
  box.querySelector('.search-box').append(list);
  let pause;
  let asked = '';

  const show = (pages) => {
    list.replaceChildren(
      ...pages.map((page) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        const kind = document.createElement('span');
        link.href = page.path;
        link.textContent = page.title;
        kind.textContent = page.type;
        link.append(kind);
        item.append(link);
        return item;
      }),
    );
    list.hidden = pages.length === 0;
  };

  const ask = async () => {
    const words = field.value.trim();
    if (words === asked) return;
    asked = words;
    if (words.length < 2) return show([]);
    const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(words)}`).catch(() => null);
    if (answer?.ok && asked === words) show(await answer.json());
  };

  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(ask, 150);
  });
  // Down and up walk from the field through the pages, Escape closes.
  box.addEventListener('keydown', (event) => {
    const links = [...list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    if (event.key === 'Escape') {
      list.hidden = true;
      field.focus();
    } else if (event.key === 'ArrowDown' && links[at + 1] && !list.hidden) {
      links[at + 1].focus();
      event.preventDefault();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      (links[at - 1] ?? field).focus();
      event.preventDefault();
    }
  });
  box.addEventListener('focusout', (event) => {
    if (!box.contains(event.relatedTarget)) list.hidden = true;
  });
}
