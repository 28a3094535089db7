// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.catalogue.ServiceGroup;

/** The services that another system's names stand for; those that the tenant lacks are added to its catalogue. */
final class ImportedServices {

    private static final int LONGEST = 60;
    private static final int HASHED = 8;

    private final Map<String, String> codes = new HashMap<>();
    private final List<Service> added = new ArrayList<>();
    private final List<ServiceGroup> groups = new ArrayList<>();
    private final Set<String> takenGroups;
    private final String language;

    private ImportedServices(Catalogue catalogue, String language) {
        this.language = language;
        this.takenGroups = catalogue.groups().stream().map(ServiceGroup::code).collect(Collectors.toSet());
    }

    static ImportedServices of(Catalogue catalogue, List<ReadRequest> requests, int radius, String language) {
        ImportedServices all = new ImportedServices(catalogue, language);
        Map<String, String> byName = new HashMap<>();
        catalogue
                .services()
                .forEach(service ->
                        service.name().values().forEach(name -> byName.putIfAbsent(plain(name), service.code())));
        Set<String> known = catalogue.services().stream().map(Service::code).collect(Collectors.toSet());
        Map<String, String> groupOf = new LinkedHashMap<>();
        requests.forEach(request -> groupOf.putIfAbsent(request.service(), request.group()));
        groupOf.forEach((name, group) -> {
            String code = byName.getOrDefault(plain(name), code(name));
            all.codes.put(name, code);
            if (known.add(code)) {
                all.added.add(all.service(code, name, group, radius));
            }
        });
        return all;
    }

    private Service service(String code, String name, String group, int radius) {
        return new Service(
                code,
                Map.of(language, sentence(name)),
                Map.of(),
                group(group),
                "",
                "realtime",
                "",
                false,
                false,
                false,
                "",
                Map.of(),
                Math.min(radius, 2_000),
                0,
                "reporter",
                List.of());
    }

    private String group(String name) {
        if (name.isEmpty()) {
            return "";
        }
        String code = code(name);
        if (takenGroups.add(code)) {
            groups.add(new ServiceGroup(code, Map.of(language, sentence(name)), "list"));
        }
        return code;
    }

    /** The code of the service with a name. */
    String code(ReadRequest request) {
        return codes.get(request.service());
    }

    int added() {
        return added.size();
    }

    /** The catalogue with what was lacking. */
    Catalogue into(Catalogue catalogue) {
        List<Service> services = new ArrayList<>(catalogue.services());
        services.addAll(added);
        List<ServiceGroup> all = new ArrayList<>(catalogue.groups());
        all.addAll(groups);
        return new Catalogue(
                catalogue.agencies(),
                catalogue.calendars(),
                catalogue.levels(),
                all,
                services,
                catalogue.routes(),
                catalogue.statuses(),
                catalogue.transitions(),
                catalogue.reasons(),
                catalogue.templates());
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** The name as a code; one that is too long ends with what tells it from others. */
    static String code(String name) {
        String code = plain(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        if (code.isEmpty()) {
            return "s-" + Secret.hash(name).substring(0, HASHED);
        }
        return code.length() <= LONGEST
                ? code
                : code.substring(0, LONGEST - HASHED - 1).replaceAll("-+$", "") + "-"
                        + Secret.hash(name).substring(0, HASHED);
    }

    /** Names that are all capitals become sentences. */
    private static String sentence(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT)) && name.length() > 1
                ? name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT)
                : name;
    }
}
