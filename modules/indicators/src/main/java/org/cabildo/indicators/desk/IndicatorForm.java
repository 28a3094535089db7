// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.cabildo.indicators.Direction;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Indicators;
import org.cabildo.indicators.Period;
import org.cabildo.indicators.web.Topics;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator is, as it stands in the form.
 *
 * @param fields what was written, by field
 * @param errors what to correct, by field
 * @param fresh whether the indicator is being made
 * @param languages the site's languages with their names
 * @param topics topics to choose from
 */
public record IndicatorForm(
        Map<String, String> fields,
        Map<String, String> errors,
        boolean fresh,
        List<Option> languages,
        List<Option> topics) {

    private static final Set<String> RESERVED = Set.of("nuevo", "importar", "indicadores.csv");
    private static final List<String> PERIODICITIES = List.of("year", "half-year", "quarter", "month", "irregular");
    private static final List<String> LINES = List.of(
            "code",
            "decimals",
            "direction",
            "periodicity",
            "source",
            "sourceUrl",
            "office",
            "topic",
            "target",
            "targetPeriod",
            "order",
            "was");
    private static final int LINE = 200;
    private static final int TEXT = 2000;

    public String of(String field) {
        return fields.getOrDefault(field, "");
    }

    static IndicatorForm empty(View view, Indicators indicators) {
        int last = indicators.all(view.site().requireTenant(), true).stream()
                .mapToInt(Indicator::order)
                .max()
                .orElse(0);
        return form(
                view,
                indicators,
                Map.of("decimals", "1", "direction", "up", "periodicity", "year", "order", String.valueOf(last + 1)),
                true);
    }

    static IndicatorForm of(View view, Indicators indicators, Indicator indicator) {
        Map<String, String> fields = new HashMap<>();
        indicator.name().forEach((language, text) -> fields.put("name-" + language, text));
        indicator.unit().forEach((language, text) -> fields.put("unit-" + language, text));
        indicator.description().forEach((language, text) -> fields.put("description-" + language, text));
        indicator.formula().forEach((language, text) -> fields.put("formula-" + language, text));
        fields.put("code", indicator.code());
        fields.put("decimals", String.valueOf(indicator.decimals()));
        fields.put("direction", indicator.direction().code());
        fields.put("periodicity", indicator.periodicity());
        fields.put("source", indicator.source());
        fields.put("sourceUrl", indicator.sourceUrl());
        fields.put("office", indicator.office());
        fields.put("topic", indicator.topic());
        fields.put("target", indicator.target() == null ? "" : Numbers.write(view, indicator.target()));
        fields.put("targetPeriod", indicator.targetPeriod());
        fields.put("order", String.valueOf(indicator.order()));
        fields.put("was", mark(indicator));
        return form(view, indicators, fields, false);
    }

    static IndicatorForm of(HttpServletRequest request, View view, Indicators indicators, @Nullable Indicator before) {
        Map<String, String> fields = new HashMap<>();
        for (String name : LINES) {
            fields.put(name, line(request.getParameter(name)));
        }
        for (Option language : languages(view)) {
            for (String name : List.of("name-", "unit-")) {
                fields.put(name + language.value(), line(request.getParameter(name + language.value())));
            }
            for (String name : List.of("description-", "formula-")) {
                String text = request.getParameter(name + language.value());
                fields.put(name + language.value(), text == null ? "" : text.strip());
            }
        }
        IndicatorForm form = form(view, indicators, fields, before == null);
        form.check(view, indicators, before);
        return form;
    }

    private static IndicatorForm form(View view, Indicators indicators, Map<String, String> fields, boolean fresh) {
        return new IndicatorForm(fields, new LinkedHashMap<>(), fresh, languages(view), topics(view, indicators));
    }

    private void check(View view, Indicators indicators, @Nullable Indicator before) {
        if (before == null) {
            checkCode(view, indicators);
        } else if (!of("was").equals(mark(before))) {
            errors.put("", view.msg("indicators.desk.error.changed"));
        }
        String first = languages.getFirst().value();
        require(view, "name-" + first, "indicators.desk.error.name");
        require(view, "unit-" + first, "indicators.desk.error.unit");
        require(view, "source", "indicators.desk.error.source");
        if (!of("sourceUrl").isEmpty() && !of("sourceUrl").matches("https?://\\S+")) {
            errors.put("sourceUrl", view.msg("indicators.import.problem.address"));
        }
        if (!of("topic").matches("[a-z0-9-]*")) {
            errors.put("topic", view.msg("indicators.desk.error.topic"));
        }
        if (!of("decimals").matches("[0-6]")) {
            errors.put("decimals", view.msg("indicators.desk.error.decimals"));
        }
        if (!PERIODICITIES.contains(of("periodicity"))
                || !List.of("up", "down", "none").contains(of("direction"))) {
            errors.put("periodicity", view.msg("indicators.desk.error.choose"));
        }
        if (!of("order").matches("[0-9]{1,6}")) {
            errors.put("order", view.msg("indicators.desk.error.order"));
        }
        checkTarget(view);
        fields.forEach((name, text) -> {
            int most = name.startsWith("description-") || name.startsWith("formula-") ? TEXT : LINE;
            if (text.length() > most && !name.equals("sourceUrl")) {
                errors.put(name, view.msg("indicators.import.problem.long", most));
            }
        });
    }

    private void checkCode(View view, Indicators indicators) {
        String code = of("code");
        if (!code.matches("[a-z0-9]+([._-][a-z0-9]+)*") || code.length() > 60 || RESERVED.contains(code)) {
            errors.put("code", view.msg("indicators.desk.error.code"));
        } else if (indicators.find(view.site().requireTenant(), code).isPresent()) {
            errors.put("code", view.msg("indicators.desk.error.taken"));
        }
    }

    private void checkTarget(View view) {
        if (!of("target").isEmpty() && Numbers.read(view, of("target")).isEmpty()) {
            errors.put("target", view.msg("indicators.desk.error.number"));
        }
        if (of("target").isEmpty() != of("targetPeriod").isEmpty()) {
            errors.put("targetPeriod", view.msg("indicators.desk.error.targetPeriod"));
        } else if (!of("targetPeriod").isEmpty()
                && Period.parse(of("targetPeriod")).isEmpty()) {
            errors.put("targetPeriod", view.msg("indicators.import.problem.period", of("targetPeriod")));
        }
    }

    private void require(View view, String field, String message) {
        if (of(field).isEmpty()) {
            errors.put(field, view.msg(message));
        }
    }

    /** The indicator as the form says, with what the form does not speak of as it was. */
    Indicator indicator(View view, @Nullable Indicator before) {
        BigDecimal target = Numbers.read(view, of("target")).orElse(null);
        return new Indicator(
                before == null ? of("code") : before.code(),
                texts("name-", before == null ? Map.of() : before.name()),
                texts("description-", before == null ? Map.of() : before.description()),
                texts("unit-", before == null ? Map.of() : before.unit()),
                Integer.parseInt(of("decimals")),
                Direction.of(of("direction")),
                of("periodicity"),
                texts("formula-", before == null ? Map.of() : before.formula()),
                of("source"),
                of("sourceUrl"),
                of("office"),
                of("topic"),
                target,
                Period.parse(of("targetPeriod")).map(Period::text).orElse(""),
                Integer.parseInt(of("order")),
                before != null && before.published(),
                before != null && before.archived());
    }

    /** Texts of the site's languages as written; those in other languages stay. */
    private Map<String, String> texts(String prefix, Map<String, String> before) {
        Map<String, String> texts = new TreeMap<>(before);
        for (Option language : languages) {
            String text = of(prefix + language.value());
            if (text.isEmpty()) {
                texts.remove(language.value());
            } else {
                texts.put(language.value(), text);
            }
        }
        return texts;
    }

    /** By which a form knows that somebody else has changed the indicator meanwhile. */
    private static String mark(Indicator indicator) {
        return UUID.nameUUIDFromBytes(indicator.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
    }

    private static List<Option> languages(View view) {
        return view.site().locales().stream()
                .map(Locale::getLanguage)
                .distinct()
                .map(language -> Option.of(language, Locale.of(language).getDisplayLanguage(view.locale())))
                .toList();
    }

    private static List<Option> topics(View view, Indicators indicators) {
        Set<String> topics = new TreeSet<>(Topics.ORDER);
        for (int goal = 1; goal <= 17; goal++) {
            topics.add("ods-" + goal);
        }
        indicators.all(view.site().requireTenant(), true).forEach(one -> topics.add(one.topic()));
        topics.remove("");
        return topics.stream()
                .map(topic -> Option.of(topic, Topics.name(view, topic)))
                .toList();
    }
}
