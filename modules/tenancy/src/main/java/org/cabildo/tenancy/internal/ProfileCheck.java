// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

import com.networknt.schema.Error;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cabildo.platform.PlatformProperties;
import org.cabildo.tenancy.Outcome.Problem;
import org.springframework.stereotype.Component;

/** Says what is wrong with a document, field by field, in messages: the schema's rules and what a schema can't say. */
@Component
class ProfileCheck {

    private static final String PREFIX = "tenancy.problem.";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** What a pattern asks for, by the last key of the place where it stands. */
    private static final Map<String, String> PATTERNS = Map.ofEntries(
            Map.entry("email", "email"),
            Map.entry("contact", "email"),
            Map.entry("phone", "phone"),
            Map.entry("website", "https"),
            Map.entry("issuer", "https"),
            Map.entry("href", "href"),
            Map.entry("zone", "zone"),
            Map.entry("country", "country"),
            Map.entry("territoryCode", "territoryCode"),
            Map.entry("reviewedOn", "date"),
            Map.entry("slug", "slug"),
            Map.entry("alias", "slug"));

    private static final Map<String, String> KEYWORDS = Map.ofEntries(
            Map.entry("required", "required"),
            Map.entry("minItems", "required"),
            Map.entry("minProperties", "required"),
            Map.entry("minLength", "tooShort"),
            Map.entry("maxLength", "tooLong"),
            Map.entry("maxItems", "tooMany"),
            Map.entry("uniqueItems", "repeated"),
            Map.entry("minimum", "tooSmall"),
            Map.entry("maximum", "tooLarge"),
            Map.entry("type", "number"),
            Map.entry("format", "date"),
            Map.entry("enum", "choose"),
            Map.entry("not", "reserved"));

    private final ManifestSchema schema;
    private final CanonicalDocument canonical;
    private final PlatformProperties properties;

    ProfileCheck(ManifestSchema schema, CanonicalDocument canonical, PlatformProperties properties) {
        this.schema = schema;
        this.canonical = canonical;
        this.properties = properties;
    }

    /** The first problem of each field. */
    List<Problem> problems(Map<String, Object> document) {
        Map<String, Problem> byField = new LinkedHashMap<>();
        schema.errors(document).stream().map(ProfileCheck::problem).forEach(problem -> add(byField, problem));
        canonical.lackingFirstLanguage(document).forEach(field -> add(byField, of(field, "firstLanguage")));
        beyondTheSchema(document).forEach(problem -> add(byField, problem));
        return List.copyOf(byField.values());
    }

    static Problem of(String field, String name, Object... arguments) {
        return new Problem(field, PREFIX + name, arguments);
    }

    private static void add(Map<String, Problem> byField, Problem problem) {
        byField.putIfAbsent(problem.field(), problem);
    }

    private static Problem problem(Error error) {
        String place =
                error.getInstanceLocation().toString().replaceFirst("^/", "").replace('/', '.');
        String keyword = error.getKeyword();
        if (keyword.equals("required")) {
            return of(place.isEmpty() ? error.getProperty() : place + "." + error.getProperty(), "required");
        }
        String name = keyword.equals("pattern") ? pattern(place) : KEYWORDS.getOrDefault(keyword, "invalid");
        Object limit = error.getSchemaNode() == null ? "" : limit(error);
        return of(place, name, limit);
    }

    private static Object limit(Error error) {
        return error.getSchemaNode().isNumber() ? error.getSchemaNode().numberValue() : "";
    }

    private static String pattern(String place) {
        List<String> steps = Arrays.asList(place.split("\\."));
        if (steps.contains("social")) {
            return "https";
        }
        if (steps.getFirst().equals("domains")) {
            return "host";
        }
        if (steps.getFirst().equals("locales")) {
            return "language";
        }
        return PATTERNS.getOrDefault(steps.getLast(), "invalid");
    }

    private List<Problem> beyondTheSchema(Map<String, Object> document) {
        List<Problem> problems = new ArrayList<>();
        if (!COUNTRIES.contains(text(document, "country"))) {
            problems.add(of("country", "country"));
        }
        if (!zone(text(document, "zone"))) {
            problems.add(of("zone", "zone"));
        }
        if (document.get("legal") instanceof Map<?, ?> legal
                && legal.get("accessibility") instanceof Map<?, ?> accessibility
                && !date(String.valueOf(accessibility.get("reviewedOn")))) {
            problems.add(of("legal.accessibility.reviewedOn", "date"));
        }
        each(document, "locales", (field, code) -> {
            if (!LANGUAGES.contains(code) && !code.equals("nah")) {
                problems.add(of(field, "language"));
            }
        });
        each(document, "domains", (field, host) -> {
            if (host.equals(properties.baseDomain()) || host.endsWith("." + properties.baseDomain())) {
                problems.add(of(field, "ownHost", properties.baseDomain()));
            }
        });
        return problems;
    }

    private static void each(
            Map<String, Object> document, String key, java.util.function.BiConsumer<String, String> check) {
        if (document.get(key) instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                check.accept(key + "." + i, String.valueOf(items.get(i)));
            }
        }
    }

    private static String text(Map<String, Object> document, String key) {
        return document.get(key) instanceof String value ? value : "";
    }

    private static boolean zone(String name) {
        try {
            return !ZoneId.of(name).getId().isEmpty();
        } catch (DateTimeException exception) {
            return false;
        }
    }

    private static boolean date(String day) {
        try {
            LocalDate.parse(day);
            return true;
        } catch (DateTimeException exception) {
            return false;
        }
    }
}
