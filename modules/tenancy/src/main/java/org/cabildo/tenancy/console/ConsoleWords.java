// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.console;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.Administrators;
import org.cabildo.tenancy.domains.Domain;

/** Names and choices of the console in the page's language, for templates. */
public final class ConsoleWords {

    private ConsoleWords() {}

    public static String status(View v, SiteStatus status) {
        return v.msg("console.status." + status);
    }

    public static Tone tone(SiteStatus status) {
        return switch (status) {
            case LIVE -> Tone.GOOD;
            case DRAFT -> Tone.INFO;
            case SUSPENDED -> Tone.WARNING;
            case CLOSED -> Tone.NEUTRAL;
        };
    }

    public static Tone tone(Domain.State state) {
        return switch (state) {
            case PROVED -> Tone.GOOD;
            case WAITING -> Tone.INFO;
            case LOSING -> Tone.WARNING;
            case TAKEN -> Tone.BAD;
        };
    }

    public static Tone tone(Administrators.State state) {
        return switch (state) {
            case ACTIVE -> Tone.GOOD;
            case INVITED -> Tone.INFO;
            case EXPIRED -> Tone.WARNING;
        };
    }

    public static String kind(View v, SiteKind kind) {
        return v.msg("console.kind." + kind);
    }

    /** The name of a country in the page's language; empty for none. */
    public static String country(View v, String code) {
        return code.isEmpty() ? "" : Locale.of("", code).getDisplayCountry(v.locale());
    }

    /** The name of a language in the page's language, with a capital. */
    public static String language(View v, Locale locale) {
        String name = locale.getDisplayLanguage(v.locale());
        return name.substring(0, 1).toUpperCase(v.locale()) + name.substring(1);
    }

    /** The names of the switchable modules that are on, in the order of the alphabet. */
    public static List<String> modules(View v, ModuleCatalogue catalogue, Site site) {
        return catalogue.switchable(site.kind()).stream()
                .filter(module -> site.has(module.key()))
                .map(module -> moduleName(v, module.key()))
                .sorted()
                .toList();
    }

    public static String moduleName(View v, String key) {
        return v.msg("module." + key + ".name");
    }

    static List<Option> statuses(View v) {
        return List.of(SiteStatus.values()).stream()
                .map(status -> Option.of(status.name(), status(v, status)))
                .toList();
    }

    static List<Option> kinds(View v) {
        return List.of(SiteKind.MUNICIPALITY, SiteKind.NETWORK).stream()
                .map(kind -> Option.of(kind.name(), kind(v, kind)))
                .toList();
    }

    static List<Option> countries(View v, Collection<Site> sites) {
        return sites.stream()
                .map(Site::country)
                .filter(code -> !code.isEmpty())
                .distinct()
                .map(code -> Option.of(code, country(v, code)))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    static List<Option> modules(View v, ModuleCatalogue catalogue) {
        Set<ModuleDescriptor> switchable =
                catalogue.switchable(SiteKind.MUNICIPALITY).stream().collect(Collectors.toSet());
        switchable.addAll(catalogue.switchable(SiteKind.NETWORK));
        return switchable.stream()
                .map(module -> Option.of(module.key(), moduleName(v, module.key())))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    /** The modules that have a switch, each with what it is for, what it needs and what needs it. */
    public static List<Option> switches(View v, ModuleCatalogue modules, SiteKind kind) {
        return modules.switchable(kind).stream()
                .map(module -> new Option(module.key(), moduleName(v, module.key()), explanation(v, modules, module)))
                .toList();
    }

    private static String explanation(View v, ModuleCatalogue modules, ModuleDescriptor module) {
        StringBuilder text = new StringBuilder(v.msg("module." + module.key() + ".summary"));
        if (!text.isEmpty() && ".!?".indexOf(text.charAt(text.length() - 1)) < 0) {
            text.append('.');
        }
        Set<String> dependents = modules.dependents(module.key()).stream()
                .map(ModuleDescriptor::key)
                .collect(Collectors.toSet());
        sentence(v, text, "console.modules.needs", module.requires());
        sentence(v, text, "console.modules.neededBy", dependents);
        return text.toString();
    }

    private static void sentence(View v, StringBuilder text, String key, Set<String> keys) {
        if (!keys.isEmpty()) {
            String names = keys.stream().map(one -> moduleName(v, one)).sorted().collect(Collectors.joining(", "));
            text.append(' ').append(v.msg(key, names));
        }
    }
}
