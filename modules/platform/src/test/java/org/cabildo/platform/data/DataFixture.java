// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.data;

import cabildo.testkit.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import org.cabildo.platform.Audit;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Transactions and jOOQ as the application has them, on a test database, without a context. */
public final class DataFixture implements AutoCloseable {

    private final HikariDataSource pool = new HikariDataSource();
    private final TransactionTemplate transactions;
    private final DSLContext dsl;

    public DataFixture(TestDatabase database) {
        pool.setJdbcUrl(database.url());
        pool.setUsername(TestDatabase.APPLICATION);
        pool.setMaximumPoolSize(8);
        transactions = new TransactionTemplate(
                new TenantTransactionManager(pool, new TenantShares(4, java.time.Duration.ofSeconds(20))));
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.set(SQLDialect.POSTGRES);
        configuration.set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(pool)));
        configuration.settings().withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED);
        dsl = DSL.using(configuration);
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    public DSLContext dsl() {
        return dsl;
    }

    public javax.sql.DataSource dataSource() {
        return pool;
    }

    public Audit audit(java.time.Clock clock) {
        return new AuditLog(dsl, JsonMapper.shared(), clock);
    }

    @Override
    public void close() {
        pool.close();
    }
}
