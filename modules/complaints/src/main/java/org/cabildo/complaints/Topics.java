// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.util.Optional;

/** What can be followed by mail, in the words of {@code notifications}. */
public final class Topics {

    /** Every new request. */
    public static final String ALL = "requests:all";

    private static final String REQUEST = "requests:one:";
    private static final String TERRITORY = "requests:in:";
    private static final String SERVICE = "requests:of:";

    private Topics() {}

    /** One request: each public change. */
    public static String request(long id) {
        return REQUEST + id;
    }

    /** New requests in a territory or a part of it. */
    public static String territory(String code) {
        return TERRITORY + code;
    }

    /** New requests of a service. */
    public static String service(String code) {
        return SERVICE + code;
    }

    /** The request that a topic is about; empty for other topics. */
    public static Optional<Long> requestOf(String topic) {
        return after(REQUEST, topic).filter(id -> id.matches("[0-9]{1,18}")).map(Long::valueOf);
    }

    /** The territory that a topic is about; empty for other topics. */
    public static Optional<String> territoryOf(String topic) {
        return after(TERRITORY, topic);
    }

    /** The service that a topic is about; empty for other topics. */
    public static Optional<String> serviceOf(String topic) {
        return after(SERVICE, topic);
    }

    private static Optional<String> after(String prefix, String topic) {
        return topic.startsWith(prefix) ? Optional.of(topic.substring(prefix.length())) : Optional.empty();
    }
}
