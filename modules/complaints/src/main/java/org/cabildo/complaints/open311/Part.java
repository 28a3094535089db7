// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of an answer, which can be written as XML and, by the Spark convention, as JSON: what repeats becomes an array,
 * what is empty becomes null, and truths and numbers stay what they are.
 */
sealed interface Part {

    String name();

    /** The value in the tree that is written as JSON. */
    @Nullable
    Object json();

    /** A text, a number, a truth or nothing. */
    record Leaf(String name, @Nullable Object value) implements Part {

        @Override
        public @Nullable Object json() {
            return "".equals(value) ? null : value;
        }
    }

    /** Several things in an order. */
    record Whole(String name, List<Part> parts) implements Part {

        @Override
        public Object json() {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            parts.forEach(part -> object.put(part.name(), part.json()));
            return object;
        }

        Whole with(String part, @Nullable Object value) {
            parts.add(new Leaf(part, value));
            return this;
        }

        Whole with(Part part) {
            parts.add(part);
            return this;
        }
    }

    /** Any number of the same. */
    record Many(String name, List<? extends Part> items) implements Part {

        @Override
        public Object json() {
            return new ArrayList<>(items.stream().map(Part::json).toList());
        }
    }

    /** The same field more than once: repeated in XML, an array in JSON. */
    record Repeated(String name, List<Leaf> leaves) implements Part {

        @Override
        public Object json() {
            return new ArrayList<>(leaves.stream().map(Part::json).toList());
        }
    }

    static Whole whole(String name) {
        return new Whole(name, new ArrayList<>());
    }
}
