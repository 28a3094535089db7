// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One version of the directory, indexed by host. */
record SiteList(long version, List<SiteEntry> sites, Map<String, SiteEntry> byHost) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Reads the document that the monolith serves; a document that is not one is refused as a whole. */
    static SiteList read(byte[] json) throws JacksonException {
        Document document = JSON.readValue(json, Document.class);
        List<SiteEntry> sites = document.sites();
        if (sites == null) {
            throw new IllegalArgumentException("The directory names no sites");
        }
        Map<String, SiteEntry> byHost = new HashMap<>();
        for (SiteEntry site : sites) {
            site.hosts().forEach(host -> byHost.putIfAbsent(host, site));
        }
        return new SiteList(document.version(), List.copyOf(sites), Map.copyOf(byHost));
    }

    private record Document(
            @JsonProperty("version") long version,
            @Nullable @JsonProperty("sites") List<SiteEntry> sites) {}
}
