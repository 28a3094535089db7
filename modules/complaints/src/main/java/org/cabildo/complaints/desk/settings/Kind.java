// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.complaints.catalogue.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing in a catalogue, as pages show and change it.
 *
 * @param <T> the thing
 */
interface Kind<T> {

    /** The part of the address, for instance {@code oficinas}. */
    String path();

    List<T> items(Catalogue catalogue);

    Catalogue with(Catalogue catalogue, List<T> items);

    /** What tells it from others of its kind, safe in an address. */
    String code(T item);

    String title(Words words, T item);

    /** More of it for the list, as many as {@link #heads}. */
    List<String> cells(Words words, T item);

    /** Keys of the headings of {@link #cells}. */
    List<String> heads();

    /** The form; null: for a new one. */
    List<FormField> fields(Words words, @Nullable T item);

    T read(Values values, @Nullable T before);

    /** Whether the order of the list means something, so that it can be changed. */
    default boolean ordered() {
        return false;
    }

    default Optional<T> find(Catalogue catalogue, String code) {
        return items(catalogue).stream().filter(item -> code(item).equals(code)).findFirst();
    }

    /** The catalogue with a thing put in the place of another, or at the end. */
    default Catalogue put(Catalogue catalogue, @Nullable String before, T item) {
        List<T> items = new ArrayList<>(items(catalogue));
        int place = place(catalogue, before);
        if (place < 0) {
            items.add(item);
        } else {
            items.set(place, item);
        }
        return with(catalogue, items);
    }

    default Catalogue without(Catalogue catalogue, String code) {
        List<T> items = new ArrayList<>(items(catalogue));
        int place = place(catalogue, code);
        if (place >= 0) {
            items.remove(place);
        }
        return with(catalogue, items);
    }

    /** One place further up. */
    default Catalogue raised(Catalogue catalogue, String code) {
        List<T> items = new ArrayList<>(items(catalogue));
        int place = place(catalogue, code);
        if (place > 0) {
            items.add(place - 1, items.remove(place));
        }
        return with(catalogue, items);
    }

    private int place(Catalogue catalogue, @Nullable String code) {
        List<T> items = items(catalogue);
        for (int i = 0; i < items.size(); i++) {
            if (code(items.get(i)).equals(code)) {
                return i;
            }
        }
        return -1;
    }

    /** One field for each language. */
    static List<FormField> texts(Words words, String name, String label, Map<String, String> texts, boolean area) {
        return words.languages().stream()
                .map(tag -> {
                    String full = words.view()
                            .msg("complaints.settings.in", words.view().msg(label), words.language(tag));
                    String value = texts.getOrDefault(tag, "");
                    return area
                            ? FormField.area(name + "-" + tag, full, value)
                            : FormField.line(name + "-" + tag, full, value);
                })
                .toList();
    }
}
