// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was answered so far, by field. Several values of one field stand in one text, divided by spaces.
 *
 * @param values without surrounding white space
 */
public record Answers(Map<String, String> values) {

    /** The fields of the steps that are kept here; modules and theme are kept by the tenant itself. */
    static final Map<OnboardingStep, List<String>> FIELDS = Map.of(
            OnboardingStep.IDENTITY, List.of("kind", "country", "name", "officialName", "slug", "email", "phone"),
            OnboardingStep.TERRITORY,
                    List.of("territoryCode", "region", "zone", "language", "languages", "demonstration", "members"),
            OnboardingStep.PEOPLE, List.of("invited"));

    static final Answers NONE = new Answers(Map.of());

    public Answers {
        values = Map.copyOf(values);
    }

    /** The answer to a field; empty when there is none. */
    public String get(String field) {
        return values.getOrDefault(field, "");
    }

    /** The answer, or what stands for it until there is one. */
    public String get(String field, String otherwise) {
        String value = get(field);
        return value.isEmpty() ? otherwise : value;
    }

    /** The values of a field with several. */
    public List<String> all(String field) {
        return Arrays.stream(get(field).split("[\\s,;]+"))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    public boolean isNetwork() {
        return get("kind").equals("NETWORK");
    }

    Answers with(String field, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(field, value.strip());
        return new Answers(more);
    }

    /** These answers with those of a step in place of the earlier ones. */
    Answers with(OnboardingStep step, Map<String, String> given) {
        Answers answers = this;
        for (String field : FIELDS.getOrDefault(step, List.of())) {
            answers = answers.with(field, given.getOrDefault(field, ""));
        }
        return answers;
    }
}
