// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.TenantId;
import org.cabildo.tenancy.Profile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads stored documents, as maps that keep the order of their keys and as profiles. */
final class ProfileDocument {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ProfileDocument() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(String json) {
        return MAPPER.readValue(json, LinkedHashMap.class);
    }

    static String json(Map<String, Object> document) {
        return MAPPER.writeValueAsString(document);
    }

    static Profile profile(TenantId tenant, String json) {
        JsonNode document = MAPPER.readTree(json);
        return new Profile(
                tenant,
                text(document, "slug"),
                SiteKind.valueOf(text(document, "kind").toUpperCase(Locale.ROOT)),
                SiteStatus.valueOf(text(document, "status").toUpperCase(Locale.ROOT)),
                new Profile.Names(text(document, "name"), text(document, "officialName")),
                new Profile.Place(text(document, "country"), text(document, "territoryCode"), text(document, "zone")),
                new Profile.Languages(texts(document.path("locales"))),
                new Profile.Domains(texts(document.path("domains"))),
                contact(document.path("contact")),
                modules(document),
                quotas(document.path("quotas")),
                legal(document.path("legal")),
                menu(document.path("menu")),
                new Profile.Members(texts(document.path("members"))),
                identityProvider(document.path("identityProvider")));
    }

    /** The switches that a document sets. */
    static Map<String, Boolean> modules(JsonNode document) {
        Map<String, Boolean> modules = new LinkedHashMap<>();
        document.path("modules")
                .properties()
                .forEach(entry -> modules.put(entry.getKey(), entry.getValue().asBoolean(false)));
        return modules;
    }

    private static Profile.Contact contact(JsonNode node) {
        return new Profile.Contact(
                text(node, "email"),
                text(node, "phone"),
                text(node, "address"),
                keyed(node.path("hours")),
                text(node, "website"),
                keyed(node.path("social")));
    }

    private static Profile.Quotas quotas(JsonNode node) {
        return new Profile.Quotas(
                node.path("requestsPerMinute").asInt(0),
                node.path("storageMb").asInt(0),
                node.has("members") ? node.path("members").asInt(0) : null);
    }

    private static Profile.Legal legal(JsonNode node) {
        JsonNode accessibility = node.path("accessibility");
        return new Profile.Legal(
                text(node, "responsibleBody"),
                right(node.path("dataProtection")),
                right(node.path("accessToInformation")),
                new Profile.Accessibility(
                        text(accessibility, "standard"),
                        text(accessibility, "conformance"),
                        text(accessibility, "method"),
                        text(accessibility, "reviewedOn")),
                text(node, "contentLicence"),
                node.path("demonstration").asBoolean(false));
    }

    private static Profile.Right right(JsonNode node) {
        return new Profile.Right(text(node, "contact"), keyed(node.path("law")));
    }

    private static Profile.Menu menu(JsonNode node) {
        List<Site.MenuEntry> entries = new ArrayList<>();
        node.forEach(entry -> entries.add(new Site.MenuEntry(keyed(entry.path("label")), text(entry, "href"))));
        return new Profile.Menu(entries);
    }

    private static Profile.@Nullable IdentityProvider identityProvider(JsonNode node) {
        return node.isObject()
                ? new Profile.IdentityProvider(
                        text(node, "alias"), text(node, "displayName"), text(node, "issuer"), text(node, "clientId"))
                : null;
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(item -> texts.add(item.asString("")));
        return texts;
    }

    private static Map<String, String> keyed(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
        return texts;
    }
}
