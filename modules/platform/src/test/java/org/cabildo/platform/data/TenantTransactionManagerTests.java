// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.testkit.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class TenantTransactionManagerTests {

    private static final TenantId LA_PAZ = new TenantId(1);
    private static final TenantId EL_ALTO = new TenantId(2);
    private static final int TENANTS = 50;
    private static final int TRANSACTIONS = 1_000;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private static HikariDataSource pool;
    private static JdbcClient client;
    private static TransactionTemplate transactions;

    @BeforeAll
    static void poolFourConnections() {
        pool = new HikariDataSource();
        pool.setJdbcUrl(DATABASE.url());
        pool.setUsername(TestDatabase.APPLICATION);
        pool.setMaximumPoolSize(4);
        client = JdbcClient.create(pool);
        transactions = new TransactionTemplate(
                new TenantTransactionManager(pool, new TenantShares(4, java.time.Duration.ofSeconds(20))));
    }

    @AfterAll
    static void closeThePool() {
        pool.close();
    }

    @BeforeEach
    void forgetEntries() {
        DATABASE.as(TestDatabase.MIGRATOR).sql("truncate platform.audit_entry").update();
    }

    @Test
    void entersTheCurrentTenant() {
        TenantContext.run(
                LA_PAZ,
                () -> transactions.executeWithoutResult(status -> {
                    addEntry(LA_PAZ);
                    assertThat(owners()).containsExactly(1);
                }));
        TenantContext.run(
                EL_ALTO,
                () -> transactions.executeWithoutResult(
                        status -> assertThat(owners()).isEmpty()));
    }

    @Test
    void leavesATransactionWithoutTenantOutside() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> owners()))
                .hasStackTraceContaining("app.tenant");
    }

    @Test
    void leavesStatementsOutsideOfTransactionsWithoutTenant() {
        TenantContext.run(
                LA_PAZ,
                () -> assertThatThrownBy(TenantTransactionManagerTests::owners)
                        .isInstanceOf(org.springframework.dao.DataAccessException.class));
    }

    @Test
    void keepsTheTenantInATransactionThatJoins() {
        TenantContext.run(
                LA_PAZ,
                () -> transactions.executeWithoutResult(outer -> {
                    addEntry(LA_PAZ);
                    transactions.executeWithoutResult(
                            inner -> assertThat(owners()).containsExactly(1));
                }));
    }

    @Test
    void refusesAnotherTenantInATransactionThatJoins() {
        assertThatThrownBy(() -> TenantContext.run(
                        LA_PAZ,
                        () -> transactions.executeWithoutResult(outer -> TenantContext.run(
                                EL_ALTO, () -> transactions.executeWithoutResult(inner -> addEntry(EL_ALTO))))))
                .as("the row security of the outer transaction's tenant holds")
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void entersAnotherTenantInATransactionOfItsOwn() {
        TransactionTemplate independent = new TransactionTemplate(transactions.getTransactionManager());
        independent.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        TenantContext.run(
                LA_PAZ,
                () -> transactions.executeWithoutResult(outer -> {
                    addEntry(LA_PAZ);
                    TenantContext.run(EL_ALTO, () -> independent.executeWithoutResult(inner -> addEntry(EL_ALTO)));
                    assertThat(owners()).containsExactly(1);
                }));
    }

    @Test
    void givesTheConnectionBackWhenATenantCannotBeEntered() {
        DATABASE.as(TestDatabase.MIGRATOR)
                .sql("revoke execute on function platform.enter_tenant(integer) from cabildo_app")
                .update();
        try {
            for (int attempt = 0; attempt < 2 * pool.getMaximumPoolSize(); attempt++) {
                assertThatThrownBy(() -> TenantContext.run(LA_PAZ, () -> transactions.executeWithoutResult(s -> {})))
                        .hasMessageContaining("Could not enter tenant 1");
            }
        } finally {
            DATABASE.as(TestDatabase.MIGRATOR)
                    .sql("grant execute on function platform.enter_tenant(integer) to cabildo_app")
                    .update();
        }
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        entersTheCurrentTenant();
    }

    @Test
    void showsNoForeignRowInAThousandInterleavedTransactions() throws InterruptedException, ExecutionException {
        int foreign = 0;
        int seen = 0;
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Seen>> results = IntStream.range(0, TRANSACTIONS)
                    .mapToObj(number -> requests.submit(() -> request(number)))
                    .toList();
            for (Future<Seen> result : results) {
                foreign += result.get().foreign();
                seen += result.get().own();
            }
        }

        assertThat(foreign).isZero();
        assertThat(seen).as("rows that tenants saw of their own").isGreaterThan(TRANSACTIONS);
    }

    private static Seen request(int number) {
        TenantId tenant = new TenantId(1 + number % TENANTS);
        Random random = new Random(number);
        return TenantContext.get(
                tenant,
                () -> transactions.execute(status -> {
                    addEntry(tenant);
                    List<Integer> owners = owners();
                    int foreign = (int) owners.stream()
                            .filter(owner -> owner != tenant.value())
                            .count();
                    if (random.nextInt(3) == 0) {
                        status.setRollbackOnly();
                    }
                    return new Seen(owners.size() - foreign, foreign);
                }));
    }

    private static void addEntry(TenantId tenant) {
        client.sql(
                        "insert into platform.audit_entry (tenant_id, at, actor_id, actor_name, operator, action, "
                                + "subject_type, subject_id) values (?, now(), uuidv7(), 'Ana', false, 'news.published', 'news', '1')")
                .param(tenant.value())
                .update();
    }

    private static List<Integer> owners() {
        return client.sql("select tenant_id from platform.audit_entry")
                .query(Integer.class)
                .list();
    }

    private record Seen(int own, int foreign) {}
}
