// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import java.util.Optional;
import java.util.function.Consumer;

/** What a cell turned out to be: a value, nothing, or a problem. Missing is neither zero nor wrong. */
public sealed interface Parsed<T> {

    record Value<T>(T value) implements Parsed<T> {}

    record Missing<T>() implements Parsed<T> {}

    record Wrong<T>(Problem problem) implements Parsed<T> {}

    /** The value, or empty after handing a problem on. */
    default Optional<T> or(Consumer<Problem> problems) {
        return switch (this) {
            case Value<T> found -> Optional.of(found.value());
            case Missing<T> none -> Optional.empty();
            case Wrong<T> wrong -> {
                problems.accept(wrong.problem());
                yield Optional.empty();
            }
        };
    }
}
