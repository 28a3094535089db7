// SPDX-License-Identifier: Apache-2.0
// Draws rectangles over a picture with the pointer; each fills the next empty row of the form.
const picture = document.querySelector('svg[data-paint]');
const rows = [...document.querySelectorAll('.paint-row')];
const names = ['x', 'y', 'w', 'h'];
const field = (row, i) => row.querySelector(`[name^="${names[i]}"]`);

if (picture) {
  let start = null;
  let shape = null;
  const place = event => {
    const box = picture.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]
      .map(part => Math.min(1, Math.max(0, part)));
  };
  const span = (one, other) => [Math.min(one[0], other[0]), Math.min(one[1], other[1]),
    Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1])];
  const draw = parts => {
    const view = picture.viewBox.baseVal;
    ['x', 'y', 'width', 'height'].forEach((name, i) =>
      shape.setAttribute(name, parts[i] * (i % 2 ? view.height : view.width)));
  };
  picture.addEventListener('pointerdown', event => {
    event.preventDefault();
    picture.setPointerCapture(event.pointerId);
    start = place(event);
    shape = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    shape.classList.add('paint-over');
    picture.append(shape);
  });
  picture.addEventListener('pointermove', event => start && draw(span(start, place(event))));
  picture.addEventListener('pointerup', event => {
    const parts = span(start, place(event));
    start = null;
    const row = rows.find(one => names.every((name, i) => !field(one, i).value));
    if (!row || parts[2] < 0.005 || parts[3] < 0.005) {
      shape.remove();
      return;
    }
    parts.forEach((part, i) => { field(row, i).value = (Math.round(part * 1000) / 10).toString(); });
  });
}
