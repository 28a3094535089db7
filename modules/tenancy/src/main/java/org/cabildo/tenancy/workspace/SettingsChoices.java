// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.View;

/** What the settings' selects offer. */
public final class SettingsChoices {

    /** Languages of the Americas' public bodies; those of the profile are always among the choices. */
    private static final List<String> LANGUAGES = List.of("es", "en", "pt", "qu", "ay", "gn", "nah", "fr");

    private static final List<String> NETWORKS = List.of(
            "bluesky",
            "facebook",
            "flickr",
            "instagram",
            "linkedin",
            "mastodon",
            "telegram",
            "threads",
            "tiktok",
            "whatsapp",
            "x",
            "youtube");

    private final View view;
    private final List<String> codes;
    private final Instant now;

    SettingsChoices(View view, List<String> codes, Instant now) {
        this.view = view;
        this.codes = List.copyOf(codes);
        this.now = now;
    }

    /** The portal's languages: code to name in the page's language. */
    public Map<String, String> languages() {
        Map<String, String> names = new LinkedHashMap<>();
        codes.forEach(code -> names.put(code, language(view, code)));
        return names;
    }

    /** Code of the portal's main language, in which every text has to be. */
    public String main() {
        return codes.getFirst();
    }

    public List<Option> allLanguages() {
        Set<String> all = new LinkedHashSet<>(codes);
        all.addAll(LANGUAGES);
        return all.stream()
                .map(code -> Option.of(code, capital(language(view, code))))
                .toList();
    }

    /** Social networks: key to name. */
    public Map<String, String> networks() {
        Map<String, String> names = new LinkedHashMap<>();
        NETWORKS.forEach(key -> names.put(key, view.msg("settings.network." + key)));
        return names;
    }

    /** Time zones of the Americas and the one that is set, by name. */
    public List<Option> zones(String current) {
        List<Option> zones = new ArrayList<>();
        for (String id : ZoneId.getAvailableZoneIds()) {
            if (id.matches("(America|Pacific|Atlantic)/.*") || id.equals(current)) {
                zones.add(Option.of(id, zone(id)));
            }
        }
        zones.sort(Comparator.comparing(Option::label));
        return zones;
    }

    String zone(String id) {
        ZoneId zone = ZoneId.of(id);
        String place = id.substring(id.indexOf('/') + 1).replace('_', ' ').replace("/", ", ");
        return place + " (UTC" + zone.getRules().getOffset(now).getId().replace("Z", "") + ", "
                + zone.getDisplayName(TextStyle.FULL, view.locale()) + ")";
    }

    /** Accessibility standards; their names are the same in every language. */
    public List<Option> standards() {
        return words("accessibility.standard", "WCAG 2.2 AA", "WCAG 2.1 AA");
    }

    /** Choices whose words are {@code settings.<field>.<value>}. */
    public List<Option> words(String field, String... values) {
        return Arrays.stream(values)
                .map(value -> {
                    String key = "audit.value.tenancy.legal." + field + "." + value;
                    return Option.of(value, view.hasMsg(key) ? view.msg(key) : value);
                })
                .toList();
    }

    static String language(View view, String code) {
        return Locale.of(code).getDisplayLanguage(view.locale());
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
