// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A site as the gateway needs it: how it is addressed, how its maintenance page looks and what its quota is.
 *
 * @param hosts canonical host names
 * @param tenant short name of the tenant; {@code console} for the operator's console
 * @param kind MUNICIPALITY, NETWORK or CONSOLE
 * @param name public name
 * @param status LIVE, DRAFT, SUSPENDED or CLOSED; what that means is the monolith's business
 * @param locale default locale, a language tag
 * @param colours hex colours by role; anything else is dropped
 * @param mark image as a data URI, or empty
 * @param quota limits, absent where the gateway's default holds
 */
public record SiteEntry(
        List<String> hosts,
        String tenant,
        String kind,
        String name,
        String status,
        String locale,
        Map<String, String> colours,
        String mark,
        @Nullable Quota quota) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern MARK = Pattern.compile(
            "data:image/(svg\\+xml|png|webp|jpeg|gif)(;charset=[a-zA-Z0-9-]+)?[;,][A-Za-z0-9+/=;,%._~!$&()*:@?-]*");
    private static final int LONGEST_MARK = 64 * 1024;

    public SiteEntry(
            @Nullable @JsonProperty("hosts") List<String> hosts,
            @Nullable @JsonProperty("tenant") String tenant,
            @Nullable @JsonProperty("kind") String kind,
            @Nullable @JsonProperty("name") String name,
            @Nullable @JsonProperty("status") String status,
            @Nullable @JsonProperty("locale") String locale,
            @Nullable @JsonProperty("colours") Map<String, String> colours,
            @Nullable @JsonProperty("mark") String mark,
            @Nullable @JsonProperty("quota") Quota quota) {
        this.hosts = hosts == null
                ? List.of()
                : hosts.stream().map(HostName::canonical).toList();
        this.kind = kind == null ? "" : kind;
        this.tenant = tenant == null || tenant.isBlank() ? "console" : tenant;
        this.name = name == null ? "" : name;
        this.status = status == null ? "LIVE" : status;
        this.locale = locale == null ? "es" : locale;
        this.colours = safe(colours);
        this.mark = mark != null
                        && mark.length() <= LONGEST_MARK
                        && MARK.matcher(mark).matches()
                ? mark
                : "";
        this.quota = quota;
    }

    private static Map<String, String> safe(@Nullable Map<String, String> colours) {
        var kept = new java.util.TreeMap<String, String>();
        if (colours != null) {
            colours.forEach((role, colour) -> {
                if (colour != null && COLOUR.matcher(colour).matches()) {
                    kept.put(role, colour);
                }
            });
        }
        return Map.copyOf(kept);
    }

    /** Requests that all clients of a tenant together may send each minute, or the given default. */
    public long requestsPerMinute(long otherwise) {
        return quota == null || quota.requestsPerMinute() < 1 ? otherwise : quota.requestsPerMinute();
    }

    /** A tenant's limits. */
    public record Quota(long requestsPerMinute) {}
}
