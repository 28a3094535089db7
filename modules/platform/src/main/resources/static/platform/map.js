// SPDX-License-Identifier: Apache-2.0
// The map that can be moved. Nothing is loaded before somebody opens it.
const read = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const leaflet = (data) => {
  if (!document.querySelector(`link[href="${data.style}"]`)) {
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = data.style;
    document.head.append(style);
  }
  return import(data.script).then(() => window.L);
};

const start = async (box) => {
  const data = box.dataset;
  const place = box.querySelector('.map-live');
  try {
    const [L, areas] = await Promise.all([leaflet(data), fetch(data.map).then((answer) => answer.json())]);
    const map = L.map(place, { zoomControl: false, scrollWheelZoom: false });
    map.attributionControl.setPrefix(false);
    L.control.zoom({ zoomInTitle: data.in, zoomOutTitle: data.out }).addTo(map);
    map.on('focus', () => map.scrollWheelZoom.enable());
    map.on('blur', () => map.scrollWheelZoom.disable());
    if (data.tiles) L.tileLayer(data.tiles, { maxZoom: Number(data.zoom), attribution: escaped(data.attribution) }).addTo(map);
    const drawn = box.parentElement.querySelector('.map-drawn');
    const layer = L.geoJSON(areas, {
      style: (feature) => look(drawn, feature.properties.code),
      onEachFeature: (feature, shape) => {
        shape.bindTooltip(escaped(feature.properties.name), { sticky: true });
        if (feature.properties.href && !data.pick) shape.on('click', () => (location.href = feature.properties.href));
      },
    }).addTo(map);
    const bounds = layer.getBounds();
    if (bounds.isValid()) map.fitBounds(bounds, { padding: [12, 12] });
    else map.setView([0, 0], 2);
    if (data.pick) picking(L, map, box, bounds);
    if (data.points) pointing(L, map, data.points);
  } catch {
    place.textContent = data.failed;
    place.classList.add('failed');
  }
};

const escaped = (text) => {
  const span = document.createElement('span');
  span.textContent = text ?? '';
  return span.innerHTML;
};

// The same colours as in the drawing.
const look = (drawn, code) => {
  const path = drawn && [...drawn.querySelectorAll('path[data-key]')].find((one) => one.dataset.key === code);
  const fill = path?.getAttribute('fill');
  const coloured = fill && fill !== 'none' && !fill.startsWith('url');
  const chosen = path?.classList.contains('chosen');
  return {
    color: read('--c-brand') || '#1f4e79',
    weight: chosen ? 3 : 1.5,
    fillColor: coloured ? fill : read('--c-brand') || '#1f4e79',
    fillOpacity: coloured ? 0.75 : chosen ? 0.3 : 0.12,
  };
};

// Things on the map, asked for the part that is seen; what lies close together comes as one, and opens by coming nearer.
const pointing = (L, map, address) => {
  const marks = L.layerGroup().addTo(map);
  let asked;
  const show = async () => {
    asked?.abort();
    asked = new AbortController();
    const url = new URL(address, location.href);
    url.searchParams.set('bbox', map.getBounds().toBBoxString());
    try {
      const found = await fetch(url, { signal: asked.signal }).then((answer) => answer.json());
      marks.clearLayers();
      for (const { geometry, properties } of found.features) {
        const point = [geometry.coordinates[1], geometry.coordinates[0]];
        const mark = L.circleMarker(point, {
          radius: Math.min(26, 7 + 3 * Math.log2(properties.count)),
          weight: 2,
          color: '#fff',
          fillColor: properties.open ? '#b3261e' : '#3d6b4f',
          fillOpacity: 0.85,
        }).addTo(marks);
        mark.bindTooltip(escaped(properties.name));
        mark.on('click', () => (properties.href ? (location.href = properties.href) : map.setView(point, map.getZoom() + 2)));
      }
    } catch {
      // The list beside the map says the same.
    }
  };
  map.on('moveend', show);
  show();
};

// A click, or the device's place, fills lat and long.
const picking = (L, map, box, bounds) => {
  const form = box.closest('form');
  const latitude = form.elements.lat;
  const longitude = form.elements.long;
  let mark;
  const show = (point) => {
    mark ??= L.circleMarker(point, { radius: 9, weight: 3, color: '#fff', fillColor: read('--c-accent') || '#b3261e', fillOpacity: 1 }).addTo(map);
    mark.setLatLng(point);
    mark.bringToFront();
  };
  const pick = (point) => {
    latitude.value = point.lat.toFixed(6);
    longitude.value = point.lng.toFixed(6);
    latitude.dispatchEvent(new Event('input', { bubbles: true }));
    show(point);
  };
  map.on('click', (event) => pick(event.latlng.wrap()));
  const typed = () => {
    const point = [Number(latitude.value.replace(',', '.')), Number(longitude.value.replace(',', '.'))];
    if (latitude.value && longitude.value && point.every(Number.isFinite)) show(point);
  };
  latitude.addEventListener('change', typed);
  longitude.addEventListener('change', typed);
  typed();
  box.querySelector('[data-here]')?.addEventListener('click', () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const point = L.latLng(coords.latitude, coords.longitude);
        pick(point);
        map.setView(point, Math.max(map.getZoom(), 15));
      },
      () => alert(box.dataset.none),
      { enableHighAccuracy: true, timeout: 15000 },
    );
  });
  if (mark && bounds.isValid() && bounds.contains(mark.getLatLng())) map.setView(mark.getLatLng(), Math.max(map.getZoom(), 14));
};

for (const box of document.querySelectorAll('details[data-map]')) {
  box.addEventListener('toggle', () => {
    if (!box.open || box.dataset.started) return;
    box.dataset.started = 'yes';
    start(box);
  });
}
