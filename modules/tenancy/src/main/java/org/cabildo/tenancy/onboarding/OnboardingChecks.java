// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.onboarding.CountryRules.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says beside each field what has to be corrected before the wizard goes on. */
@Component
class OnboardingChecks {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ]{5,24}");
    private static final int LONGEST_EMAIL = 254;

    private final CountryRules countries;
    private final Onboardings onboardings;
    private final Sites sites;

    OnboardingChecks(CountryRules countries, Onboardings onboardings, Sites sites) {
        this.countries = countries;
        this.onboardings = onboardings;
        this.sites = sites;
    }

    /** The messages of a step by field, in the order of the form; empty when everything is right. */
    Map<String, String> errors(View v, OnboardingStep step, @Nullable Onboarding onboarding, Answers answers) {
        Map<String, String> errors = new LinkedHashMap<>();
        switch (step) {
            case IDENTITY -> identity(v, onboarding, answers, errors);
            case TERRITORY -> territory(v, onboarding, answers, errors);
            case PEOPLE -> people(v, answers, errors);
            default -> {
                // modules and theme are checked where they are stored
            }
        }
        return errors;
    }

    private void identity(View v, @Nullable Onboarding onboarding, Answers answers, Map<String, String> errors) {
        if (!List.of("MUNICIPALITY", "NETWORK").contains(answers.get("kind"))) {
            errors.put("kind", v.msg("onboarding.error.kind"));
        }
        if (countries.of(answers.get("country")).isEmpty()) {
            errors.put("country", v.msg("onboarding.error.country"));
        }
        length(v, answers, "name", 60, errors);
        boolean proposed =
                errors.containsKey("name") && answers.get("officialName").isEmpty();
        if (!proposed) {
            length(v, answers, "officialName", 160, errors);
        }
        String slug = answers.get("slug");
        boolean own = onboarding != null && onboarding.answers().get("slug").equals(slug);
        boolean open = slug.isEmpty() && errors.containsKey("name"); // proposed as soon as there is a name
        if (!open && !ShortNames.fits(slug)) {
            errors.put("slug", v.msg("onboarding.error.slug"));
        } else if (!open && !own && onboardings.taken(slug)) {
            errors.put("slug", v.msg("onboarding.error.slugTaken", slug));
        }
        if (!email(answers.get("email"))) {
            errors.put("email", v.msg("onboarding.error.email"));
        }
        if (!answers.get("phone").isEmpty()
                && !PHONE.matcher(answers.get("phone")).matches()) {
            errors.put("phone", v.msg("onboarding.error.phone"));
        }
    }

    private static void length(View v, Answers answers, String field, int most, Map<String, String> errors) {
        int length = answers.get(field).length();
        if (length < 2 || length > most) {
            errors.put(field, v.msg("onboarding.error." + field, most));
        }
    }

    private void territory(View v, @Nullable Onboarding onboarding, Answers answers, Map<String, String> errors) {
        Country country = countries.of(answers.get("country")).orElseThrow();
        String code = answers.get("territoryCode");
        if (!answers.isNetwork()) {
            if (!country.territoryCode().matcher(code).matches()) {
                errors.put(
                        "territoryCode",
                        v.msg("onboarding.error.territoryCode." + country.code(), country.office(), country.example()));
            } else {
                other(onboarding, country, code)
                        .ifPresent(site -> errors.put(
                                "territoryCode", v.msg("onboarding.error.territoryTaken", code, site.name())));
            }
        }
        if (!country.zones().contains(answers.get("zone"))) {
            errors.put("zone", v.msg("onboarding.error.choose"));
        }
        if (!country.languages().contains(answers.get("language"))) {
            errors.put("language", v.msg("onboarding.error.choose"));
        }
        if (!country.languages().containsAll(answers.all("languages"))) {
            errors.put("languages", v.msg("onboarding.error.choose"));
        }
        answers.all("members").stream()
                .filter(slug -> sites.bySlug(slug).isEmpty())
                .findFirst()
                .ifPresent(slug -> errors.put("members", v.msg("onboarding.error.choose")));
    }

    private Optional<Site> other(@Nullable Onboarding onboarding, Country country, String code) {
        return sites.all().stream()
                .filter(site -> site.country().equals(country.code())
                        && site.territoryCode().equals(code))
                .filter(site -> onboarding == null || !site.requireTenant().equals(onboarding.tenant()))
                .findFirst();
    }

    private static void people(View v, Answers answers, Map<String, String> errors) {
        List<String> wrong = answers.all("invited").stream()
                .filter(address -> !email(address))
                .toList();
        if (!wrong.isEmpty()) {
            errors.put("invited", v.msg("onboarding.error.invited", String.join(", ", wrong)));
        }
    }

    private static boolean email(String address) {
        return address.length() <= LONGEST_EMAIL && EMAIL.matcher(address).matches();
    }
}
