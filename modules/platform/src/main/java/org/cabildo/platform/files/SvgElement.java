// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An element of a drawing as it was read: local name, attributes by local name, children (elements or strings). */
final class SvgElement {

    final String name;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<Object> children = new ArrayList<>();

    SvgElement(String name) {
        this.name = name;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        children.forEach(child -> text.append(child instanceof SvgElement element ? element.text() : child));
        return text.toString();
    }

    void walk(Consumer<SvgElement> visitor) {
        visitor.accept(this);
        for (Object child : children) {
            if (child instanceof SvgElement element) {
                element.walk(visitor);
            }
        }
    }
}
