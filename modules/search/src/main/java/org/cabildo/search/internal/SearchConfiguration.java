// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.time.Clock;
import java.time.Duration;
import org.cabildo.platform.ModuleDescriptor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.json.JsonMapper;

/** How search introduces itself, and its connections to OpenSearch where there is one. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(SearchProperties.class)
class SearchConfiguration {

    private static final Duration WRITING = Duration.ofSeconds(30);

    @Bean
    ModuleDescriptor searchModule() {
        return ModuleDescriptor.module("search")
                .paths("/buscar")
                .jobs("search.indexing", "search.reconciliation")
                .build();
    }

    /** The connections exist only where an address is set. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("!'${cabildo.search.url:}'.isBlank()")
    static class OpenSearch {

        @Bean
        OpenSearchConnection readingConnection(SearchProperties properties, Clock clock, JsonMapper json) {
            return new OpenSearchConnection(properties, properties.patience(), clock, json);
        }

        @Bean
        OpenSearchConnection writingConnection(SearchProperties properties, Clock clock, JsonMapper json) {
            return new OpenSearchConnection(properties, WRITING, clock, json);
        }

        @Bean
        OpenSearchEngine openSearchEngine(OpenSearchConnection readingConnection, SearchProperties properties) {
            return new OpenSearchEngine(readingConnection, properties.index());
        }

        @Bean
        OpenSearchIndex openSearchIndex(
                OpenSearchConnection writingConnection, SearchProperties properties, JsonMapper json) {
            return new OpenSearchIndex(writingConnection, json, properties.index());
        }
    }
}
