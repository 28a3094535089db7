// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the wizard knows of countries, from {@code countries.yaml}; a country that is not there can't be chosen. */
@Component
class CountryRules {

    private final Map<String, Country> countries = new LinkedHashMap<>();

    CountryRules() {
        document("countries.yaml").forEach((code, rule) -> countries.put(code, country(code, (Map<?, ?>) rule)));
    }

    /**
     * A country.
     *
     * @param officialName how municipalities are usually called; {@code {name}} stands for the short name
     * @param zones time zones, the most likely first
     * @param languages codes that are likely here, the first is the default
     * @param territoryCode form of the official code
     * @param example an official code that exists
     * @param office who gives the codes
     * @param codes where the codes are published
     * @param currency ISO 4217
     * @param dataProtection legal basis by language
     * @param accessToInformation legal basis by language
     */
    record Country(
            String code,
            String officialName,
            List<String> zones,
            List<String> languages,
            Pattern territoryCode,
            String example,
            String office,
            String codes,
            String currency,
            Map<String, String> dataProtection,
            Map<String, String> accessToInformation) {}

    List<Country> all() {
        return List.copyOf(countries.values());
    }

    Optional<Country> of(String code) {
        return Optional.ofNullable(countries.get(code));
    }

    private static Map<String, Object> document(String name) {
        try (InputStream in = new ClassPathResource("org/cabildo/tenancy/onboarding/" + name).getInputStream()) {
            return CanonicalYaml.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException exception) {
            throw new IllegalStateException("The class path lacks " + name, exception);
        }
    }

    private static Country country(String code, Map<?, ?> rule) {
        return new Country(
                code,
                text(rule.get("officialName")),
                list(rule.get("zones")),
                list(rule.get("languages")),
                Pattern.compile(text(rule.get("territoryCode"))),
                text(rule.get("example")),
                text(rule.get("office")),
                text(rule.get("codes")),
                text(rule.get("currency")),
                texts(rule.get("dataProtection")),
                texts(rule.get("accessToInformation")));
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }

    private static List<String> list(Object value) {
        return ((List<?>) value).stream().map(String::valueOf).toList();
    }

    private static Map<String, String> texts(Object value) {
        Map<String, String> texts = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((language, text) -> texts.put(text(language), text(text)));
        return texts;
    }
}
