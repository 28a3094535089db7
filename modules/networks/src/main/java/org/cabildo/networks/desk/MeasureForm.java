// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cabildo.indicators.Direction;
import org.cabildo.indicators.Period;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/** A measure as somebody typed it. Texts are by language tag; numbers as typed. */
public record MeasureForm(
        String code,
        Map<String, String> name,
        Map<String, String> unit,
        String decimals,
        String direction,
        String topic,
        String period,
        String source,
        String sourceUrl,
        String worst,
        String best) {

    private static final Pattern NUMBER = Pattern.compile("[-−]?[0-9]{1,15}([.,][0-9]{1,10})?");
    /** Words that pages use in the place of a code. */
    private static final Set<String> TAKEN_BY_PAGES = Set.of("indice", "nuevo");

    private static final int LONGEST = 200;
    private static final int GOALS = 17;
    private static final int MOST_DECIMALS = 6;

    static MeasureForm blank() {
        return new MeasureForm("", Map.of(), Map.of(), "1", "", "", "", "", "", "", "");
    }

    static MeasureForm of(Measure measure) {
        return new MeasureForm(
                measure.code(),
                measure.name(),
                measure.unit(),
                String.valueOf(measure.decimals()),
                measure.direction().code(),
                measure.topic(),
                measure.period(),
                measure.source(),
                measure.sourceUrl(),
                measure.worst() == null ? "" : measure.worst().toPlainString(),
                measure.best() == null ? "" : measure.best().toPlainString());
    }

    static MeasureForm of(HttpServletRequest request, View view, String code) {
        return new MeasureForm(
                code.isEmpty() ? EditionForm.line(request, "code") : code,
                EditionForm.texts(request, view, "name"),
                EditionForm.texts(request, view, "unit"),
                EditionForm.line(request, "decimals"),
                EditionForm.line(request, "direction"),
                EditionForm.line(request, "topic"),
                EditionForm.line(request, "period"),
                EditionForm.line(request, "source"),
                EditionForm.line(request, "sourceUrl"),
                EditionForm.line(request, "worst"),
                EditionForm.line(request, "best"));
    }

    Map<String, String> errors(View view) {
        Map<String, String> errors = new LinkedHashMap<>();
        String main = view.site().defaultLocale().toLanguageTag();
        if (!code.matches("[a-z0-9]+([._-][a-z0-9]+)*") || code.length() > 60 || TAKEN_BY_PAGES.contains(code)) {
            errors.put("code", view.msg("networks.measure.error.code"));
        }
        if (!name.containsKey(main)) {
            errors.put("name-" + main, view.msg("networks.measure.error.name"));
        }
        if (!unit.containsKey(main)) {
            errors.put("unit-" + main, view.msg("networks.measure.error.unit"));
        }
        EditionForm.tooLong(errors, view, "name", name, LONGEST);
        EditionForm.tooLong(errors, view, "unit", unit, LONGEST);
        if (!decimals.matches("[0-" + MOST_DECIMALS + "]")) {
            errors.put("decimals", view.msg("networks.measure.error.decimals"));
        }
        if (directions(view).stream().noneMatch(option -> option.value().equals(direction))) {
            errors.put("direction", view.msg("networks.measure.error.direction"));
        }
        if (!period.isEmpty() && Period.parse(period).isEmpty()) {
            errors.put("period", view.msg("networks.edition.error.period"));
        }
        if (source.isEmpty() || source.length() > LONGEST) {
            errors.put("source", view.msg("networks.measure.error.source"));
        }
        if (!sourceUrl.isEmpty() && !sourceUrl.matches("https?://[^\\s\"<>]{3,500}")) {
            errors.put("sourceUrl", view.msg("networks.measure.error.sourceUrl"));
        }
        bounds(view, errors);
        return errors;
    }

    private void bounds(View view, Map<String, String> errors) {
        if (worst.isEmpty() && best.isEmpty()) {
            return;
        }
        BigDecimal low = number(worst);
        BigDecimal high = number(best);
        if (low == null) {
            errors.put("worst", view.msg("networks.measure.error.bound"));
        }
        if (high == null) {
            errors.put("best", view.msg("networks.measure.error.bound"));
        }
        if (low == null || high == null) {
            return;
        }
        int order = high.compareTo(low);
        if (order == 0
                || (direction.equals(Direction.UP.code()) && order < 0)
                || (direction.equals(Direction.DOWN.code()) && order > 0)) {
            errors.put("best", view.msg("networks.measure.error.bounds"));
        }
    }

    private static @Nullable BigDecimal number(String typed) {
        return NUMBER.matcher(typed).matches()
                ? new BigDecimal(typed.replace(',', '.').replace('−', '-'))
                : null;
    }

    /** The measure; only of a form without errors. */
    Measure measure() {
        return new Measure(
                code,
                false,
                name,
                unit,
                Integer.parseInt(decimals),
                Direction.of(direction),
                topic,
                Period.parse(period).map(Period::text).orElse(""),
                source,
                sourceUrl,
                number(worst),
                number(best),
                0);
    }

    static List<Option> directions(View view) {
        return Stream.of(Direction.values())
                .map(one -> Option.of(one.code(), view.msg("networks.measure.direction." + one.code())))
                .toList();
    }

    /** The goals, and the topic that is there already. */
    List<Option> topics(View view) {
        Stream<String> goals = IntStream.rangeClosed(1, GOALS).mapToObj(goal -> "ods-" + goal);
        return Stream.concat(goals, Stream.of(topic).filter(other -> !other.isEmpty()))
                .distinct()
                .map(one -> Option.of(one, topic(view, one)))
                .toList();
    }

    static String topic(View view, String topic) {
        String key = "indicators.topic." + topic;
        return topic.isEmpty() ? "" : view.hasMsg(key) ? view.msg(key) : topic;
    }
}
