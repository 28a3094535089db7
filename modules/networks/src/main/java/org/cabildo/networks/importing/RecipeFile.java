// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cabildo.indicators.Direction;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.importing.Recipe.Listed;
import org.cabildo.platform.Texts;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.ManifestRefused;
import org.jspecify.annotations.Nullable;

/** A recipe as a file of a network's manifest. */
public final class RecipeFile {

    /** Where it lies in a manifest. */
    public static final String PATH = "comparison/import.yaml";

    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+)*");

    private final List<String> problems = new ArrayList<>();

    private RecipeFile() {}

    /**
     * Reads a recipe.
     *
     * @throws ManifestRefused naming every place that is wrong
     */
    public static Recipe read(String text) {
        RecipeFile file = new RecipeFile();
        Recipe recipe = file.recipe(CanonicalYaml.read(PATH, text));
        if (!file.problems.isEmpty()) {
            throw new ManifestRefused(file.problems);
        }
        return recipe;
    }

    private Recipe recipe(Map<String, Object> all) {
        Map<?, ?> measures = map(all, "measures");
        List<Listed> listed =
                maps(measures, "listed").stream().map(this::listed).toList();
        List<Recipe.Figures> figures =
                maps(all, "figures").stream().map(this::figures).toList();
        Map<?, ?> dictionary = map(measures, "dictionary");
        Map<?, ?> boundaries = map(all, "boundaries");
        if (figures.isEmpty()) {
            problem("figures: at least one file is expected");
        }
        if (dictionary.isEmpty() && listed.isEmpty()) {
            problem("measures: a dictionary or a list is expected");
        }
        return new Recipe(
                text(all, "found"),
                edition(map(all, "edition")),
                entities(map(all, "entities")),
                boundaries.isEmpty()
                        ? null
                        : new Recipe.Boundaries(
                                file(boundaries, "boundaries"), required(boundaries, "boundaries", "code")),
                dictionary.isEmpty() ? null : dictionary(dictionary),
                common(map(measures, "common")),
                listed,
                figures,
                maps(all, "plausible").stream()
                        .map(entry -> new Recipe.Plausible(
                                text(entry, "unit"), number(entry, "least"), number(entry, "most")))
                        .toList());
    }

    private Edition edition(Map<?, ?> entry) {
        return new Edition(
                code(entry, "edition", "slug"),
                texts(entry, "name"),
                texts(entry, "method"),
                false,
                whole(entry, "order", 1),
                !Boolean.FALSE.equals(entry.get("published")));
    }

    private Recipe.Entities entities(Map<?, ?> entry) {
        return new Recipe.Entities(
                file(entry, "entities"),
                required(entry, "entities", "code"),
                required(entry, "entities", "name"),
                text(entry, "region"),
                text(entry, "population"),
                whole(entry, "digits", 0));
    }

    private Recipe.Dictionary dictionary(Map<?, ?> entry) {
        String place = "measures.dictionary";
        return new Recipe.Dictionary(
                file(entry, place),
                required(entry, place, "code"),
                texts(entry, "name"),
                text(entry, "topic"),
                text(entry, "topicPrefix"),
                text(entry, "direction"),
                texts(entry, "directions"),
                text(entry, "period"),
                text(entry, "worst"),
                text(entry, "best"));
    }

    private Recipe.Common common(Map<?, ?> entry) {
        return new Recipe.Common(
                texts(entry, "unit"),
                whole(entry, "decimals", 1),
                text(entry, "period"),
                required(entry, "measures.common", "source"),
                text(entry, "sourceUrl"));
    }

    private Listed listed(Map<?, ?> entry) {
        String direction = text(entry, "direction");
        if (!direction.isEmpty()) {
            try {
                Direction.of(direction);
            } catch (IllegalArgumentException exception) {
                problem("measures.listed " + text(entry, "code") + ": " + exception.getMessage());
            }
        }
        return new Listed(
                code(entry, "measures.listed", "code"),
                Boolean.TRUE.equals(entry.get("index")),
                texts(entry, "name"),
                texts(entry, "unit"),
                entry.get("decimals") instanceof Integer decimals ? decimals : null,
                direction,
                text(entry, "topic"),
                text(entry, "period"),
                text(entry, "source"),
                text(entry, "sourceUrl"),
                number(entry, "worst"),
                number(entry, "best"));
    }

    private Recipe.Figures figures(Map<?, ?> entry) {
        String measure = text(entry, "measure");
        return new Recipe.Figures(
                file(entry, "figures"),
                required(entry, "figures", "entity"),
                text(entry, "name"),
                measure,
                measure.isEmpty() ? "" : required(entry, "figures", "value"),
                text(entry, "period"),
                texts(entry, "columns"));
    }

    private String file(Map<?, ?> entry, String place) {
        String file = required(entry, place, "file");
        if (!FILE.matcher(file).matches()) {
            problem(place + ": file is a plain name without folders, not " + file);
        }
        return file;
    }

    private String code(Map<?, ?> entry, String place, String key) {
        String code = required(entry, place, key);
        if (!CODE.matcher(code).matches() || code.length() > 60) {
            problem(place + ": " + key + " is made of small letters, digits, points and hyphens, not " + code);
        }
        return code;
    }

    private String required(Map<?, ?> entry, String place, String key) {
        if (text(entry, key).isBlank()) {
            problem(place + ": " + key + " is missing");
        }
        return text(entry, key);
    }

    private @Nullable BigDecimal number(Map<?, ?> entry, String key) {
        try {
            return entry.get(key) == null ? null : new BigDecimal(text(entry, key));
        } catch (NumberFormatException exception) {
            problem(key + ": a number is expected, not " + text(entry, key));
            return null;
        }
    }

    private void problem(String text) {
        problems.add(PATH + ": " + text);
    }

    private static int whole(Map<?, ?> entry, String key, int otherwise) {
        return entry.get(key) instanceof Integer number ? number : otherwise;
    }

    private static String text(Map<?, ?> entry, String key) {
        return entry.get(key) == null ? "" : entry.get(key).toString();
    }

    private static Map<?, ?> map(Map<?, ?> entry, String key) {
        return entry.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<Map<?, ?>> maps(Map<?, ?> entry, String key) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (entry.get(key) instanceof List<?> list) {
            list.forEach(item -> maps.add(item instanceof Map<?, ?> map ? map : Map.of()));
        }
        return maps;
    }

    private static Map<String, String> texts(Map<?, ?> entry, String key) {
        return Texts.of(entry.get(key));
    }
}
