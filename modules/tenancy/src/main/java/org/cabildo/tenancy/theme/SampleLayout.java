// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.tenancy.theme.colour.Palette;

/** Reads letters and layout from a form's fields, with usual values for what is missing or unknown. */
public final class SampleLayout {

    private SampleLayout() {}

    /** Choices for {@code tenancy/theme/sample.jte} from the fields {@code heading}, {@code body}, {@code radius}, … */
    public static ThemeChoices of(Palette palette, Map<String, String[]> parameters) {
        Map<String, String> variants = new LinkedHashMap<>();
        ThemeChoices.VARIANTS.forEach((name, values) -> variants.put(name, one(name, values, parameters)));
        String radius =
                one("radius", ThemeChoices.RADII.stream().map(String::valueOf).toList(), parameters, "4");
        return new ThemeChoices(
                palette,
                one("heading", ThemeChoices.FONTS, parameters),
                one("body", ThemeChoices.FONTS, parameters),
                Integer.parseInt(radius),
                variants,
                List.of(),
                List.of(),
                Map.of());
    }

    private static String one(String name, List<String> values, Map<String, String[]> parameters) {
        return one(name, values, parameters, values.getFirst());
    }

    private static String one(String name, List<String> values, Map<String, String[]> parameters, String otherwise) {
        String[] given = parameters.get(name);
        return given != null && given.length > 0 && values.contains(given[0]) ? given[0] : otherwise;
    }
}
