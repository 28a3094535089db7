// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cabildo.networks.comparison.Entity;
import org.cabildo.platform.Site;
import org.cabildo.platform.chart.MapDrawing;
import org.springframework.stereotype.Component;

/**
 * Drawings of boundaries, which take long to read and are the same for every measure. Kept by network, version of its
 * published content and the entities drawn, so that a drawing is never shown of another network or after a change; the
 * ones asked for least recently are forgotten.
 */
@Component
class MapStore {

    private static final int MOST = 40;

    private record Key(int tenant, long version, int width, String selection) {}

    private final Map<Key, MapDrawing> drawings = Collections.synchronizedMap(new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, MapDrawing> eldest) {
            return size() > MOST;
        }
    });

    /** The drawing of a selection's entities, which are read only when it is not known. */
    MapDrawing drawing(Site network, Selection selection, int width, EntityNames names, Supplier<List<Entity>> shapes) {
        String drawn = selection.everybody() ? "" : selection.query();
        Key key = new Key(network.requireTenant().value(), network.version(), width, drawn);
        MapDrawing known = drawings.get(key);
        if (known != null) {
            return known;
        }
        MapDrawing drawing = MapDrawing.of(
                shapes.get().stream()
                        .map(entity -> new MapDrawing.Shape(entity.code(), names.title(entity), entity.shape()))
                        .toList(),
                width);
        drawings.put(key, drawing);
        return drawing;
    }
}
