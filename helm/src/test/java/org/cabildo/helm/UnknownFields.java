// SPDX-License-Identifier: Apache-2.0
package org.cabildo.helm;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields that Kubernetes does not know. The typed objects keep such a field aside instead of refusing it, and the
 * API server drops it silently, so that a misspelt probe is no probe.
 */
final class UnknownFields {

    private final List<String> paths = new ArrayList<>();

    private UnknownFields() {}

    /** Paths of all unknown fields below the object, such as {@code spec.template.spec.containers[0].livenesProbe}. */
    static List<String> of(Object object) {
        UnknownFields search = new UnknownFields();
        search.visit("", object);
        return search.paths;
    }

    private void visit(String path, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Collection<?> items -> {
                int index = 0;
                for (Object item : items) {
                    visit(path + "[" + index++ + "]", item);
                }
            }
            case Map<?, ?> entries -> entries.forEach((key, item) -> visit(path + "." + key, item));
            default -> {
                if (value.getClass().getName().startsWith("io.fabric8.kubernetes.api.model")
                        && !value.getClass().isEnum()) {
                    visitFields(path, value);
                }
            }
        }
    }

    private void visitFields(String path, Object value) {
        for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                Object content = read(field, value);
                if (field.getName().equals("additionalProperties")) {
                    if (content instanceof Map<?, ?> unknown) {
                        unknown.keySet().forEach(key -> paths.add(join(path, key.toString())));
                    }
                } else {
                    visit(join(path, field.getName()), content);
                }
            }
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static @Nullable Object read(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
