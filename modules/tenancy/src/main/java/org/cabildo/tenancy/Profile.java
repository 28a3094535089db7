// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's registry entry: the typed view of its manifest's document. The parts that people change one by one are
 * {@link Part}s. Fields of problems carry the document's own paths, for instance {@code contact.hours.es}.
 *
 * @param modules the switches that were set, by module key; what is missing keeps the module's default
 */
public record Profile(
        TenantId tenant,
        String slug,
        SiteKind kind,
        SiteStatus status,
        Names names,
        Place place,
        Languages languages,
        Domains domains,
        Contact contact,
        Map<String, Boolean> modules,
        Quotas quotas,
        Legal legal,
        Menu menu,
        Members members,
        @Nullable IdentityProvider identityProvider) {

    /** A part of the document that is changed as a whole. */
    public sealed interface Part
            permits Names,
                    Place,
                    Languages,
                    Domains,
                    Contact,
                    Quotas,
                    Legal,
                    Menu,
                    Members,
                    IdentityProvider,
                    NoIdentityProvider {

        /** The part as keys of the document; empty texts, maps and lists mean that the key is left out. */
        Map<String, Object> document();
    }

    /** Short public name and full name. */
    public record Names(String name, String officialName) implements Part {

        @Override
        public Map<String, Object> document() {
            return keys("name", name, "officialName", officialName);
        }
    }

    /** Where the tenant is; networks have no territory code. */
    public record Place(String country, String territoryCode, String zone) implements Part {

        @Override
        public Map<String, Object> document() {
            return keys("country", country, "territoryCode", territoryCode, "zone", zone);
        }
    }

    /** Language codes; the first is the default. */
    public record Languages(List<String> codes) implements Part {

        @Override
        public Map<String, Object> document() {
            return keys("locales", codes);
        }
    }

    /** Own host names in order of preference, proved or not. */
    public record Domains(List<String> hosts) implements Part {

        @Override
        public Map<String, Object> document() {
            return keys("domains", hosts);
        }
    }

    /** How the public reaches the tenant. {@code hours} by language, {@code social} by network. */
    public record Contact(
            String email,
            String phone,
            String address,
            Map<String, String> hours,
            String website,
            Map<String, String> social)
            implements Part {

        @Override
        public Map<String, Object> document() {
            return keys(
                    "contact",
                    keys(
                            "email", email, "phone", phone, "address", address, "hours", hours, "website", website,
                            "social", social));
        }
    }

    /** Limits that the operator grants; {@code members} for networks only. */
    public record Quotas(
            int requestsPerMinute, int storageMb, @Nullable Integer members) implements Part {

        public static final Quotas INITIAL = new Quotas(6000, 2048, null);

        @Override
        public Map<String, Object> document() {
            return keys(
                    "quotas", keys("requestsPerMinute", requestsPerMinute, "storageMb", storageMb, "members", members));
        }
    }

    /** A right of the public: where it is asked for, and its legal basis by language. */
    public record Right(String contact, Map<String, String> law) {

        Map<String, Object> document() {
            return keys("contact", contact, "law", law);
        }
    }

    /** What the last accessibility review found; {@code reviewedOn} is a date in ISO form. */
    public record Accessibility(String standard, String conformance, String method, String reviewedOn) {

        Map<String, Object> document() {
            return keys("standard", standard, "conformance", conformance, "method", method, "reviewedOn", reviewedOn);
        }
    }

    /** What the legal pages are made from. */
    public record Legal(
            String responsibleBody,
            Right dataProtection,
            Right accessToInformation,
            Accessibility accessibility,
            String contentLicence,
            boolean demonstration)
            implements Part {

        @Override
        public Map<String, Object> document() {
            return keys(
                    "legal",
                    keys(
                            "responsibleBody",
                            responsibleBody,
                            "dataProtection",
                            dataProtection.document(),
                            "accessToInformation",
                            accessToInformation.document(),
                            "accessibility",
                            accessibility.document(),
                            "contentLicence",
                            contentLicence,
                            "demonstration",
                            demonstration));
        }
    }

    /** Entries of the main menu in order; without any the menu has one for each module that is on. */
    public record Menu(List<Site.MenuEntry> entries) implements Part {

        @Override
        public Map<String, Object> document() {
            return keys(
                    "menu",
                    entries.stream()
                            .map(entry -> keys("label", entry.label(), "href", entry.href()))
                            .toList());
        }
    }

    /** Slugs of a network's members in the order of its lists; municipalities have none. */
    public record Members(List<String> slugs) implements Part {

        @Override
        public Map<String, Object> document() {
            return keys("members", slugs);
        }
    }

    /** The tenant's own way of signing in its staff; the client's secret is never here. */
    public record IdentityProvider(String alias, String displayName, String issuer, String clientId) implements Part {

        @Override
        public Map<String, Object> document() {
            return keys(
                    "identityProvider",
                    keys("alias", alias, "displayName", displayName, "issuer", issuer, "clientId", clientId));
        }
    }

    /** Takes the identity provider away. */
    public record NoIdentityProvider() implements Part {

        @Override
        public Map<String, Object> document() {
            return keys("identityProvider", Map.of());
        }
    }

    private static Map<String, Object> keys(@Nullable Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            map.put(String.valueOf(keysAndValues[i]), value == null ? "" : value);
        }
        return map;
    }
}
