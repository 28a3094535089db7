// SPDX-License-Identifier: Apache-2.0
// Comfort for the theme's form: the two fields of a colour follow each other, and what the colours come to is asked for
// again while they change. Everything works without it.
const whole = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i;
const hex = (text) => {
  const digits = text.trim().replace('#', '').toLowerCase();
  return '#' + (digits.length === 3 ? digits.replace(/./g, '$&$&') : digits);
};

let pause;
let asked = 0;
const ask = (palette) => {
  clearTimeout(pause);
  pause = setTimeout(async () => {
    const mine = ++asked;
    const answer = document.querySelector('#theme-check');
    const form = palette.closest('form');
    if (!answer || !form) return;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && !name.startsWith('_')) fields.append(name, value);
    try {
      const response = await fetch(palette.dataset.themeCheck + '?' + fields, { headers: { Accept: 'text/html' } });
      if (!response.ok || response.redirected || mine !== asked) return;
      const open = answer.querySelector('details')?.open;
      answer.outerHTML = await response.text();
      const details = document.querySelector('#theme-check details');
      if (details && open) details.open = true;
    } catch {
      // The button of the form still checks.
    }
  }, 250);
};

for (const palette of document.querySelectorAll('[data-theme-check]')) {
  palette.closest('form')?.addEventListener('input', (event) => {
    const fields = event.target.closest('.colour-fields');
    if (fields) {
      const [pick, text] = fields.querySelectorAll('input');
      if (event.target === pick) text.value = pick.value;
      else if (whole.test(text.value)) pick.value = hex(text.value);
    }
    ask(palette);
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-set-colour]');
    if (!button) return;
    const text = document.getElementById('f-' + button.dataset.setColour);
    text.value = button.dataset.colour;
    text.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
