// SPDX-License-Identifier: Apache-2.0
// Writes Markdown into the field of a toolbar. Everything can be typed without it.
for (const bar of document.querySelectorAll('[data-markdown-for]')) {
  const field = document.getElementById(bar.dataset.markdownFor);
  if (!field) continue;
  bar.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    const { before = '', after = '', line, sample = '' } = button.dataset;
    const start = field.selectionStart;
    const end = field.selectionEnd;
    const chosen = field.value.slice(start, end) || sample;
    let text;
    let from;
    if (line === undefined) {
      text = before + chosen + after;
      from = start + before.length;
    } else {
      const gap = start === 0 || field.value.slice(0, start).endsWith('\n\n') ? '' : field.value[start - 1] === '\n' ? '\n' : '\n\n';
      text = gap + chosen.split('\n').map((words, i) => (line === '1. ' ? i + 1 + '. ' : line) + words).join('\n');
      from = start + gap.length + line.length;
    }
    field.focus();
    field.setSelectionRange(start, end);
    // Keeps the browser's own undo where it can.
    if (!document.execCommand('insertText', false, text)) field.setRangeText(text, start, end, 'end');
    if (!chosen.includes('\n')) field.setSelectionRange(from, from + chosen.length);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
// The proposed address follows the title until somebody writes one.
const slug = document.getElementById('f-slug');
const title = document.getElementById('f-title');
if (slug && title) {
  const propose = () =>
    (slug.placeholder = title.value.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''));
  title.addEventListener('input', propose);
  propose();
}
