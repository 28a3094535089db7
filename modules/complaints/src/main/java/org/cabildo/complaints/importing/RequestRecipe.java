// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.importing;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.ManifestRefused;

/**
 * What the columns of another system's file mean. Columns are named as in the file's header; an empty one is not there.
 *
 * @param source name of the file's contents, part of what makes a row the same the next time; never changes
 * @param zone in which its times are written
 * @param service column of the service's name; services that the tenant lacks are added to its catalogue
 * @param group column of the name of the service's group
 * @param radius metres within which an open request of an added service may be the same
 * @param closedStates what stands in {@code state} for a closed request; empty: one with a closing day is closed
 * @param identity further columns that tell rows apart
 * @param metres within which an earlier request of the same service, at most {@code days} older, is a near-duplicate
 */
public record RequestRecipe(
        String source,
        ZoneId zone,
        String service,
        String group,
        int radius,
        String description,
        String openedDate,
        String openedTime,
        String closedDate,
        String closedTime,
        String state,
        List<String> closedStates,
        String latitude,
        String longitude,
        String street,
        String number,
        String territory,
        List<String> identity,
        int metres,
        int days) {

    private static final String NAME = "recipe";

    /**
     * Reads a recipe.
     *
     * @throws ManifestRefused naming every place that is wrong
     */
    public static RequestRecipe read(String text) {
        Map<String, Object> all = CanonicalYaml.read(NAME, text);
        List<String> problems = new ArrayList<>();
        String source = required(all, "source", problems);
        if (!source.matches("[a-z0-9]+(-[a-z0-9]+)*") || source.length() > 40) {
            problems.add(NAME + ": source is made of small letters, digits and hyphens, at most 40");
        }
        RequestRecipe recipe = new RequestRecipe(
                source,
                zone(all, problems),
                required(map(all, "service"), "column", problems),
                text(map(all, "service"), "group"),
                whole(map(all, "service"), "radius", 0),
                text(all, "description"),
                required(map(all, "opened"), "date", problems),
                text(map(all, "opened"), "time"),
                text(map(all, "closed"), "date"),
                text(map(all, "closed"), "time"),
                text(map(all, "state"), "column"),
                list(map(all, "state"), "closed"),
                text(map(all, "place"), "lat"),
                text(map(all, "place"), "long"),
                text(map(all, "place"), "street"),
                text(map(all, "place"), "number"),
                text(map(all, "place"), "territory"),
                list(all, "identity"),
                whole(map(all, "duplicates"), "metres", 50),
                whole(map(all, "duplicates"), "days", 7));
        if (!problems.isEmpty()) {
            throw new ManifestRefused(problems);
        }
        return recipe;
    }

    /** Every column that the file has to have. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(
                service,
                group,
                description,
                openedDate,
                openedTime,
                closedDate,
                closedTime,
                state,
                latitude,
                longitude,
                street,
                number,
                territory));
        columns.addAll(identity);
        return columns.stream().filter(column -> !column.isEmpty()).distinct().toList();
    }

    private static ZoneId zone(Map<?, ?> all, List<String> problems) {
        try {
            return ZoneId.of(text(all, "zone"));
        } catch (DateTimeException exception) {
            problems.add(NAME + ": zone is the name of a time zone, for instance America/La_Paz");
            return ZoneId.of("UTC");
        }
    }

    private static String required(Map<?, ?> entry, String key, List<String> problems) {
        if (text(entry, key).isBlank()) {
            problems.add(NAME + ": " + key + " is missing");
        }
        return text(entry, key);
    }

    private static String text(Map<?, ?> entry, String key) {
        return entry.get(key) == null ? "" : entry.get(key).toString();
    }

    private static int whole(Map<?, ?> entry, String key, int otherwise) {
        return entry.get(key) instanceof Integer number ? number : otherwise;
    }

    private static Map<?, ?> map(Map<?, ?> entry, String key) {
        return entry.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<String> list(Map<?, ?> entry, String key) {
        return entry.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
