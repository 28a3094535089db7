// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the index is.
 *
 * @param url address of OpenSearch, for instance {@code http://127.0.0.1:19200}; empty: PostgreSQL alone answers
 * @param user user name; empty: no authentication
 * @param password its password
 * @param index first part of the names of index and alias
 * @param patience how long a reader waits for OpenSearch before PostgreSQL answers
 * @param pause how long OpenSearch is left alone after it failed
 */
@ConfigurationProperties("cabildo.search")
record SearchProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("cabildo-documents") String index,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("5s") Duration pause) {

    boolean indexed() {
        return !url.isBlank();
    }
}
