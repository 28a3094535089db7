// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cabildo.geography.GeoPoint;
import org.jspecify.annotations.Nullable;

/** What a call says. A parameter that is sent empty counts as not sent. */
final class Parameters {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DEGREES = Pattern.compile("[+-]?[0-9]{1,3}(\\.[0-9]{1,20})?");
    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\[\\]]+)](\\[[0-9]*])?");

    private final HttpServletRequest request;

    Parameters(HttpServletRequest request) {
        this.request = request;
    }

    /** The text, without spaces around it; of several the first that says something. */
    String text(String name) {
        return all(name).findFirst().orElse("");
    }

    private Stream<String> all(String name) {
        String[] values = request.getParameterValues(name);
        return values == null
                ? Stream.empty()
                : Arrays.stream(values)
                        .map(value -> clean(name, value))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty());
    }

    /** No text that people write holds this letter, and no table takes it. */
    private static String clean(String name, String value) {
        if (value.indexOf('\0') >= 0) {
            throw Refusal.wrong("complaints.open311.letter", name);
        }
        return value;
    }

    /** The text, which is not longer than that. */
    String text(String name, int longest) {
        String text = text(name);
        if (text.length() > longest) {
            throw Refusal.wrong("complaints.open311.long", name, longest);
        }
        return text;
    }

    /** The values of a list with commas between them, or of a parameter that is repeated. */
    List<String> list(String name) {
        return all(name)
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** Every value of a parameter that is repeated, as it is. */
    List<String> repeated(String name) {
        return all(name).toList();
    }

    @Nullable
    Instant moment(String name) {
        String text = text(name);
        return text.isEmpty()
                ? null
                : Moments.read(text).orElseThrow(() -> Refusal.wrong("complaints.open311.moment", name));
    }

    int whole(String name, int otherwise, int least, int most) {
        String text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        int number = WHOLE.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw Refusal.wrong("complaints.open311.whole", name, least, most);
        }
        return number;
    }

    boolean yes(String name) {
        return text(name).equalsIgnoreCase("true");
    }

    /** The place of {@code lat} and {@code long}; null when neither is there. */
    @Nullable
    GeoPoint point() {
        String latitude = text("lat");
        String longitude = text("long").isEmpty() ? text("lon") : text("long");
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return null;
        }
        return Optional.of(List.of(latitude, longitude))
                .filter(pair ->
                        pair.stream().allMatch(text -> DEGREES.matcher(text).matches()))
                .flatMap(pair -> GeoPoint.parse(latitude, longitude))
                .orElseThrow(() -> Refusal.wrong("complaints.open311.place"));
    }

    /** Answers to the service's questions, by code: {@code attribute[code]} and {@code attribute[code][]}. */
    Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (String name : request.getParameterMap().keySet()) {
            var matcher = ATTRIBUTE.matcher(name);
            if (matcher.matches()) {
                List<String> values = all(name).toList();
                attributes.merge(
                        matcher.group(1),
                        values,
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList());
            }
        }
        return attributes;
    }
}
