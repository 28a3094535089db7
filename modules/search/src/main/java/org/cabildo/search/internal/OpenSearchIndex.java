// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.search.SearchDocument;
import org.cabildo.search.internal.Documents.Stored;
import org.cabildo.search.internal.OpenSearchConnection.Answer;
import org.cabildo.search.internal.OpenSearchConnection.Unavailable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writing to the index. Every document carries the version of its offer: an older one never replaces a newer one, and
 * writing the same twice changes nothing.
 */
class OpenSearchIndex {

    private static final int PAGE = 1000;

    private final OpenSearchConnection connection;
    private final JsonMapper json;
    private final String alias;
    private final String name;

    OpenSearchIndex(OpenSearchConnection connection, JsonMapper json, String alias) {
        this.connection = connection;
        this.json = json;
        this.alias = alias;
        this.name = alias + "-" + IndexMapping.hash();
    }

    /** The index that is written to; the alias, by which it is read, may still be on an earlier one. */
    String name() {
        return name;
    }

    /** Makes the index where it is missing; true when it is new, so that everything has to be brought to it. */
    boolean ensure() {
        if (connection.send("HEAD", "/" + name, null).ok()) {
            return false;
        }
        Answer made = connection.send("PUT", "/" + name, IndexMapping.body());
        boolean byAnotherReplica = made.body().toString().contains("resource_already_exists");
        if (!made.ok() && !byAnotherReplica) {
            throw new Unavailable("The index could not be made: " + made.body(), null);
        }
        return !byAnotherReplica;
    }

    /** Whether readers see this index. */
    boolean current() {
        return connection.send("HEAD", "/" + name + "/_alias/" + alias, null).ok();
    }

    /** Whether readers see any index. */
    boolean readable() {
        return connection.send("HEAD", "/_alias/" + alias, null).ok();
    }

    /** Lets readers see this index from now on, and drops earlier ones. */
    void publish() {
        List<Object> actions = new ArrayList<>();
        Answer known = connection.get("/" + alias + "-*/_alias");
        known.body().propertyNames().forEach(index -> {
            if (!index.equals(name)) {
                actions.add(Map.of("remove_index", Map.of("index", index)));
            }
        });
        actions.add(Map.of("add", Map.of("index", name, "alias", alias)));
        require(connection.send("POST", "/_aliases", Map.of("actions", actions)));
    }

    /** Brings documents to the index; answers with those that it has now, or has newer. */
    List<Stored> write(TenantId tenant, List<Stored> documents) {
        StringBuilder lines = new StringBuilder();
        for (Stored stored : documents) {
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("_id", id(tenant, stored.key()));
            place.put("routing", tenant.toString());
            place.put("version", stored.version());
            place.put("version_type", "external_gte");
            lines.append(json.writeValueAsString(Map.of(stored.removed() ? "delete" : "index", place)))
                    .append('\n');
            if (!stored.removed()) {
                lines.append(json.writeValueAsString(content(tenant, stored))).append('\n');
            }
        }
        Answer answer = connection.bulk("/" + name + "/_bulk", lines.toString());
        require(answer);
        List<Stored> done = new ArrayList<>();
        int at = 0;
        for (JsonNode item : answer.body().path("items")) {
            Stored stored = documents.get(at++);
            int status = item.path(stored.removed() ? "delete" : "index")
                    .path("status")
                    .asInt(500);
            boolean newerThere = status == 409;
            boolean neverThere =
                    stored.removed() && status == 404 && !item.toString().contains("index_not_found");
            if (status < 300 || newerThere || neverThere) {
                done.add(stored);
            } else if (status == 404) {
                throw new IndexGone();
            }
        }
        return done;
    }

    /** The index was dropped under the running application. */
    static final class IndexGone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        IndexGone() {
            super("The index is gone");
        }
    }

    private static Map<String, Object> content(TenantId tenant, Stored stored) {
        SearchDocument document = stored.document();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("tenant", tenant.value());
        content.put("type", document.type());
        content.put("id", document.id());
        content.put("locale", document.locale().toLanguageTag());
        content.put("translations", stored.translations());
        content.put("module", stored.module());
        content.put("version", stored.version());
        if (document.date() != null) {
            content.put("day", document.date().toString());
            content.put("year", document.date().getYear());
        }
        if (document.territory() != null) {
            content.put("territory", document.territory());
        }
        content.put("beginning", document.title());
        content.put(
                IndexMapping.language(document.locale().toLanguageTag()),
                Map.of(
                        "title", document.title(),
                        "summary", document.summary(),
                        "address", document.path().replaceAll("[^\\p{L}\\p{N}]+", " "),
                        "body", document.body()));
        return content;
    }

    /** What the index holds of a document: the version of its offer, and the id under which it is there. */
    record Held(long version, String id) {}

    /** Every document of a tenant in the index. */
    Map<Key, Held> held(TenantId tenant) {
        require(connection.send("POST", "/" + name + "/_refresh", null));
        Map<Key, Held> held = new HashMap<>();
        List<Object> after = List.of();
        while (true) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("size", PAGE);
            body.put("_source", List.of("type", "id", "locale", "version"));
            body.put("query", Map.of("term", Map.of("tenant", tenant.value())));
            body.put("sort", List.of("type", "id", "locale"));
            if (!after.isEmpty()) {
                body.put("search_after", after);
            }
            Answer answer = connection.send("POST", "/" + name + "/_search?routing=" + tenant, body);
            require(answer);
            JsonNode hits = answer.body().path("hits").path("hits");
            for (JsonNode hit : hits) {
                JsonNode source = hit.path("_source");
                held.put(
                        new Key(
                                source.path("type").asString(),
                                source.path("id").asString(),
                                source.path("locale").asString()),
                        new Held(
                                source.path("version").asLong(), hit.path("_id").asString()));
            }
            if (hits.size() < PAGE) {
                return held;
            }
            JsonNode last = hits.get(hits.size() - 1).path("sort");
            after = List.of(
                    last.get(0).asString(), last.get(1).asString(), last.get(2).asString());
        }
    }

    /** Takes documents out that no row of the store stands for. */
    void drop(TenantId tenant, List<String> ids) {
        StringBuilder lines = new StringBuilder();
        for (String id : ids) {
            lines.append(json.writeValueAsString(Map.of("delete", Map.of("_id", id, "routing", tenant.toString()))))
                    .append('\n');
        }
        if (!ids.isEmpty()) {
            require(connection.bulk("/" + name + "/_bulk", lines.toString()));
        }
    }

    static String id(TenantId tenant, Key key) {
        return tenant + ":" + key.type() + ":" + key.id() + ":" + key.locale();
    }

    private static void require(Answer answer) {
        if (answer.status() == 404) {
            throw new IndexGone();
        }
        if (!answer.ok()) {
            throw new Unavailable("OpenSearch refused: " + answer.body(), null);
        }
    }
}
