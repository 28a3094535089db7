// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.util.List;
import org.cabildo.complaints.Worklist.Rectangle;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rectangles of a picture as the JSON of their column: a list of lists of four numbers. */
final class Redactions {

    private static final TypeReference<List<List<Integer>>> NUMBERS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Redactions() {}

    static List<Rectangle> read(String document) {
        return JSON.readValue(document, NUMBERS).stream()
                .map(four -> new Rectangle(four.get(0), four.get(1), four.get(2), four.get(3)))
                .toList();
    }

    static String write(List<Rectangle> rectangles) {
        return JSON.writeValueAsString(rectangles.stream()
                .map(one -> List.of(one.x(), one.y(), one.width(), one.height()))
                .toList());
    }
}
