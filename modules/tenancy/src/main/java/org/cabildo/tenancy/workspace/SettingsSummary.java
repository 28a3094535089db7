// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.Profile;

/**
 * A section of the settings as it stands.
 *
 * @param href where it is changed; empty for what only the operator changes
 */
public record SettingsSummary(String key, String title, String text, String href, Map<String, String> facts) {

    /** All sections of a profile, in the order of the page. */
    static List<SettingsSummary> of(View view, Profile profile, SettingsChoices choices) {
        List<SettingsSummary> summaries = new ArrayList<>();
        for (SettingsSection section : SettingsSection.values()) {
            summaries.add(section(
                    view, section.key(), Paths.SETTINGS + "/" + section.key(), facts(view, section, profile, choices)));
        }
        summaries.add(section(view, "operador", "", operator(view, profile)));
        return summaries;
    }

    private static SettingsSummary section(View view, String key, String href, Map<String, String> facts) {
        return new SettingsSummary(
                key, view.msg("settings." + key), view.msg("settings." + key + ".text"), href, facts);
    }

    private static Map<String, String> facts(
            View view, SettingsSection section, Profile profile, SettingsChoices choices) {
        Map<String, String> facts = new LinkedHashMap<>();
        switch (section) {
            case NOMBRE -> {
                facts.put(label(view, "name"), profile.names().name());
                facts.put(label(view, "officialName"), profile.names().officialName());
            }
            case CONTACTO -> contact(view, profile.contact(), facts);
            case IDIOMAS -> {
                List<String> names = profile.languages().codes().stream()
                        .map(code -> SettingsChoices.capital(SettingsChoices.language(view, code)))
                        .toList();
                facts.put(view.msg("settings.mainLanguage"), names.getFirst());
                facts.put(
                        view.msg("settings.otherLanguages"),
                        value(view, String.join(", ", names.subList(1, names.size()))));
            }
            case ZONA ->
                facts.put(label(view, "zone"), choices.zone(profile.place().zone()));
            case MENU -> {
                profile.menu().entries().forEach(entry -> facts.put(view.localised(entry.label()), entry.href()));
                if (facts.isEmpty()) {
                    facts.put(label(view, "menu"), view.msg("settings.menu.automatic"));
                }
            }
            case LEGAL -> legal(view, profile.legal(), facts);
        }
        return facts;
    }

    private static void contact(View view, Profile.Contact contact, Map<String, String> facts) {
        facts.put(label(view, "contact.email"), value(view, contact.email()));
        facts.put(label(view, "contact.phone"), value(view, contact.phone()));
        facts.put(label(view, "contact.address"), value(view, contact.address()));
        facts.put(label(view, "contact.hours"), value(view, view.localised(contact.hours())));
        facts.put(label(view, "contact.website"), value(view, contact.website()));
        facts.put(
                label(view, "contact.social"),
                value(
                        view,
                        contact.social().keySet().stream()
                                .map(key -> view.msg("settings.network." + key))
                                .collect(Collectors.joining(", "))));
    }

    private static void legal(View view, Profile.Legal legal, Map<String, String> facts) {
        facts.put(label(view, "legal.responsibleBody"), legal.responsibleBody());
        facts.put(
                label(view, "legal.dataProtection.contact"),
                legal.dataProtection().contact());
        facts.put(
                label(view, "legal.accessToInformation.contact"),
                legal.accessToInformation().contact());
        facts.put(
                label(view, "legal.accessibility.conformance"),
                view.msg("audit.value.tenancy.legal.accessibility.conformance."
                        + legal.accessibility().conformance()));
        facts.put(
                label(view, "legal.accessibility.reviewedOn"),
                day(view, legal.accessibility().reviewedOn()));
        facts.put(
                label(view, "legal.contentLicence"),
                view.msg("audit.value.tenancy.legal.contentLicence." + legal.contentLicence()));
    }

    private static Map<String, String> operator(View view, Profile profile) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                label(view, "status"),
                view.msg("audit.value.tenancy.status." + profile.status().name().toLowerCase(Locale.ROOT)));
        facts.put(view.msg("settings.address"), view.absolute("/"));
        facts.put(
                label(view, "domains"),
                value(view, String.join(", ", profile.domains().hosts())));
        facts.put(
                label(view, "country"), Locale.of("", profile.place().country()).getDisplayCountry(view.locale()));
        if (!profile.place().territoryCode().isEmpty()) {
            facts.put(label(view, "territoryCode"), profile.place().territoryCode());
        }
        facts.put(
                label(view, "quotas.requestsPerMinute"),
                view.number(profile.quotas().requestsPerMinute(), 0));
        facts.put(
                label(view, "quotas.storageMb"),
                view.msg("settings.megabytes", view.number(profile.quotas().storageMb(), 0)));
        Integer members = profile.quotas().members();
        if (members != null) {
            facts.put(label(view, "quotas.members"), view.number(members, 0));
        }
        return facts;
    }

    private static String label(View view, String path) {
        return view.msg("audit.field.tenancy." + path);
    }

    private static String day(View view, String text) {
        try {
            return view.date(LocalDate.parse(text));
        } catch (DateTimeException exception) {
            return text;
        }
    }

    private static String value(View view, String text) {
        return text.isEmpty() ? view.msg("settings.none") : text;
    }
}
