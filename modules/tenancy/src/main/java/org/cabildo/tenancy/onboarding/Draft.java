// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cabildo.platform.SiteKind;
import org.cabildo.tenancy.Profile;
import org.cabildo.tenancy.Tenants.NewTenant;
import org.cabildo.tenancy.onboarding.CountryRules.Country;
import org.springframework.stereotype.Component;

/** Turns answers into the parts of a tenant's profile. */
@Component
class Draft {

    private final CountryRules countries;
    private final Clock clock;

    Draft(CountryRules countries, Clock clock) {
        this.countries = countries;
        this.clock = clock;
    }

    NewTenant tenant(Answers answers) {
        return new NewTenant(
                answers.get("slug"),
                answers.isNetwork() ? SiteKind.NETWORK : SiteKind.MUNICIPALITY,
                null,
                parts(answers));
    }

    List<Profile.Part> parts(Answers answers) {
        List<String> languages = languages(answers);
        List<Profile.Part> parts = new ArrayList<>();
        parts.add(new Profile.Names(answers.get("name"), answers.get("officialName")));
        parts.add(new Profile.Place(answers.get("country"), answers.get("territoryCode"), answers.get("zone")));
        parts.add(new Profile.Languages(languages));
        parts.add(new Profile.Contact(answers.get("email"), answers.get("phone"), "", Map.of(), "", Map.of()));
        parts.add(legal(answers, languages));
        if (answers.isNetwork()) {
            parts.add(new Profile.Members(answers.all("members")));
        }
        return parts;
    }

    static List<String> languages(Answers answers) {
        List<String> languages = new ArrayList<>(List.of(answers.get("language", "es")));
        answers.all("languages").stream()
                .filter(code -> !languages.contains(code))
                .forEach(languages::add);
        return languages;
    }

    private Profile.Legal legal(Answers answers, List<String> languages) {
        Country country = countries.of(answers.get("country")).orElseThrow();
        return new Profile.Legal(
                answers.get("officialName"),
                new Profile.Right(answers.get("email"), texts(country.dataProtection(), languages)),
                new Profile.Right(answers.get("email"), texts(country.accessToInformation(), languages)),
                new Profile.Accessibility(
                        "WCAG 2.2 AA",
                        "partial",
                        "automated",
                        LocalDate.now(clock).toString()),
                "CC-BY-4.0",
                answers.get("demonstration").equals("true"));
    }

    /** The texts of these languages; the first language gets the Spanish one where there is none of its own. */
    private static Map<String, String> texts(Map<String, String> known, List<String> languages) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String code : languages) {
            if (known.containsKey(code) || code.equals(languages.getFirst())) {
                texts.put(code, known.getOrDefault(code, known.getOrDefault("es", "")));
            }
        }
        return texts;
    }

    /** These answers with proposals for what was left open in the first step. */
    Answers completed(Answers answers, java.util.function.Predicate<String> taken) {
        Answers completed = answers;
        String name = answers.get("name");
        if (name.length() >= 2 && answers.get("officialName").isEmpty() && !answers.isNetwork()) {
            String usual = countries
                    .of(answers.get("country"))
                    .map(Country::officialName)
                    .orElse("{name}");
            completed = completed.with("officialName", usual.replace("{name}", name));
        }
        if (name.length() >= 2 && answers.get("slug").isEmpty()) {
            completed = completed.with("slug", ShortNames.proposed(name, taken));
        }
        return completed.with("slug", completed.get("slug").toLowerCase(Locale.ROOT));
    }

    /** What the second step shows before it was answered. */
    Answers withDefaults(Answers answers) {
        Country country = countries.of(answers.get("country")).orElseThrow();
        Set<String> answered = answers.values().keySet();
        Answers completed = answers;
        if (!country.zones().contains(answers.get("zone"))) {
            completed = completed.with("zone", country.zones().getFirst());
        }
        if (!answered.contains("language")) {
            completed = completed.with("language", country.languages().getFirst());
        }
        return completed;
    }
}
