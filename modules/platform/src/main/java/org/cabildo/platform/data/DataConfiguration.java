// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.data;

import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.conf.RenderQuotedNames;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Connects transactions with tenants and jOOQ with transactions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataProperties.class)
class DataConfiguration {

    private static final String TENANT_TABLES = """
            select quote_ident(table_schema) || '.' || quote_ident(table_name)
            from information_schema.columns where column_name = 'tenant_id'
            """;

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, DataProperties properties) {
        return new TenantTransactionManager(
                dataSource, new TenantShares(properties.tenantShare(), properties.tenantPatience()));
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }

    @Bean
    DefaultConfigurationCustomizer plainNames() {
        return configuration ->
                configuration.settings().withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED);
    }

    @Bean
    @ConditionalOnProperty(name = "cabildo.data.guard", matchIfMissing = true)
    DefaultConfigurationCustomizer tenantStatementGuard(DataSource dataSource) {
        JdbcClient client = JdbcClient.create(dataSource);
        return configuration -> configuration.setAppending(new TenantStatementGuard(() -> tenantTables(client)));
    }

    private static Set<String> tenantTables(JdbcClient client) {
        return client.sql(TENANT_TABLES).query(String.class).list().stream().collect(Collectors.toUnmodifiableSet());
    }
}
