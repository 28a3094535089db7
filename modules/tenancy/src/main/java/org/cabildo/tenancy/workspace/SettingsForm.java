// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cabildo.platform.Site;
import org.cabildo.tenancy.Profile;
import org.springframework.util.MultiValueMap;

/** A section's form: its fields are named by their paths in the profile's document. */
public final class SettingsForm {

    private final Map<String, String> values = new LinkedHashMap<>();

    private SettingsForm() {}

    /** The form of what is stored, or of what was sent and refused. */
    static SettingsForm of(Profile.Part part) {
        SettingsForm form = new SettingsForm();
        flatten("", part.document(), form.values);
        return form;
    }

    private static void flatten(String path, Object value, Map<String, String> values) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(path.isEmpty() ? key.toString() : path + "." + key, inner, values));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(path + "." + i, list.get(i), values);
            }
        } else {
            values.put(path, String.valueOf(value));
        }
    }

    /** The text of a field. */
    public String value(String path) {
        return values.getOrDefault(path, "");
    }

    /** How many entries a list has. */
    public int size(String list) {
        int size = 0;
        while (holds(list + "." + size)) {
            size++;
        }
        return size;
    }

    private boolean holds(String path) {
        return values.keySet().stream().anyMatch(key -> key.equals(path) || key.startsWith(path + "."));
    }

    /** The part that a form was sent for; what the form does not show stays as it was. */
    static Profile.Part part(SettingsSection section, Profile profile, MultiValueMap<String, String> sent) {
        UnaryOperator<String> text = field -> {
            String value = sent.getFirst(field);
            return value == null ? "" : value.strip();
        };
        return switch (section) {
            case NOMBRE -> new Profile.Names(text.apply("name"), text.apply("officialName"));
            case CONTACTO -> contact(profile, sent, text);
            case IDIOMAS -> languages(profile, sent, text);
            case ZONA ->
                new Profile.Place(profile.place().country(), profile.place().territoryCode(), text.apply("zone"));
            case MENU -> new Profile.Menu(menu(sent, text));
            case LEGAL -> legal(profile, sent, text);
        };
    }

    private static Profile.Contact contact(
            Profile profile, MultiValueMap<String, String> sent, UnaryOperator<String> text) {
        return new Profile.Contact(
                text.apply("contact.email"),
                text.apply("contact.phone"),
                text.apply("contact.address"),
                merged(profile.contact().hours(), "contact.hours.", sent),
                text.apply("contact.website"),
                merged(profile.contact().social(), "contact.social.", sent));
    }

    private static Profile.Languages languages(
            Profile profile, MultiValueMap<String, String> sent, UnaryOperator<String> text) {
        List<String> wanted = sent.getOrDefault("others", List.of());
        List<String> codes = new ArrayList<>(List.of(text.apply("locales.0")));
        profile.languages().codes().stream().filter(wanted::contains).forEach(codes::add);
        codes.addAll(wanted);
        return new Profile.Languages(codes.stream().distinct().toList());
    }

    private static Profile.Legal legal(
            Profile profile, MultiValueMap<String, String> sent, UnaryOperator<String> text) {
        Profile.Legal legal = profile.legal();
        return new Profile.Legal(
                text.apply("legal.responsibleBody"),
                right(legal.dataProtection(), "legal.dataProtection.", sent, text),
                right(legal.accessToInformation(), "legal.accessToInformation.", sent, text),
                new Profile.Accessibility(
                        text.apply("legal.accessibility.standard"),
                        text.apply("legal.accessibility.conformance"),
                        text.apply("legal.accessibility.method"),
                        text.apply("legal.accessibility.reviewedOn")),
                text.apply("legal.contentLicence"),
                text.apply("legal.demonstration").equals("true"));
    }

    private static Profile.Right right(
            Profile.Right before, String path, MultiValueMap<String, String> sent, UnaryOperator<String> text) {
        return new Profile.Right(text.apply(path + "contact"), merged(before.law(), path + "law.", sent));
    }

    /** Entries that have at least an address or a label. */
    private static List<Site.MenuEntry> menu(MultiValueMap<String, String> sent, UnaryOperator<String> text) {
        List<Site.MenuEntry> entries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Map<String, String> label = merged(Map.of(), "menu." + i + ".label.", sent);
            String href = text.apply("menu." + i + ".href");
            if (!href.isEmpty() || label.values().stream().anyMatch(words -> !words.isEmpty())) {
                entries.add(new Site.MenuEntry(label, href));
            }
        }
        return entries;
    }

    private static Map<String, String> merged(
            Map<String, String> before, String prefix, MultiValueMap<String, String> sent) {
        Map<String, String> merged = new LinkedHashMap<>(before);
        sent.forEach((field, given) -> {
            if (field.startsWith(prefix)) {
                merged.put(field.substring(prefix.length()), given.getFirst().strip());
            }
        });
        return merged;
    }
}
