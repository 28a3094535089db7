// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.testkit.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class TenantSharesTests {

    private static final TenantId BUSY = new TenantId(1);
    private static final TenantId QUIET = new TenantId(2);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private final TenantShares shares = new TenantShares(2, Duration.ofMillis(200));

    @Test
    void leavesConnectionsForTheOthers() throws InterruptedException {
        try (HikariDataSource pool = pool()) {
            TransactionTemplate transactions = new TransactionTemplate(new TenantTransactionManager(pool, shares));
            CountDownLatch inside = new CountDownLatch(2);
            CountDownLatch done = new CountDownLatch(1);
            Thread one = Thread.ofVirtual().start(() -> occupy(transactions, inside, done));
            Thread two = Thread.ofVirtual().start(() -> occupy(transactions, inside, done));
            inside.await();

            assertThatThrownBy(() -> TenantContext.run(BUSY, () -> transactions.executeWithoutResult(s -> {})))
                    .isInstanceOf(TenantBusy.class);
            TenantContext.run(QUIET, () -> transactions.executeWithoutResult(status -> {}));
            transactions.executeWithoutResult(status -> {});

            done.countDown();
            one.join();
            two.join();
            TenantContext.run(BUSY, () -> transactions.executeWithoutResult(status -> {}));
            assertThat(shares.free(BUSY)).isEqualTo(2);
            assertThat(shares.free(QUIET)).isEqualTo(2);
        }
    }

    @Test
    void givesTheShareBackWhateverHappens() {
        try (HikariDataSource pool = pool()) {
            TransactionTemplate transactions = new TransactionTemplate(new TenantTransactionManager(pool, shares));
            TransactionTemplate inner = new TransactionTemplate(transactions.getTransactionManager());
            inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

            assertThatThrownBy(() -> TenantContext.run(
                            BUSY,
                            () -> transactions.executeWithoutResult(status -> {
                                inner.executeWithoutResult(
                                        nested -> assertThat(shares.free(BUSY)).isZero());
                                assertThat(shares.free(BUSY)).isEqualTo(1);
                                throw new IllegalStateException();
                            })))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(shares.free(BUSY)).isEqualTo(2);
        }
        try (HikariDataSource gone = pool()) {
            gone.close();
            TransactionTemplate transactions = new TransactionTemplate(new TenantTransactionManager(gone, shares));
            assertThatThrownBy(() -> TenantContext.run(BUSY, () -> transactions.executeWithoutResult(s -> {})))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(shares.free(BUSY)).isEqualTo(2);
    }

    private static void occupy(TransactionTemplate transactions, CountDownLatch inside, CountDownLatch done) {
        TenantContext.run(
                BUSY,
                () -> transactions.executeWithoutResult(status -> {
                    inside.countDown();
                    try {
                        done.await();
                    } catch (InterruptedException exception) {
                        Thread.currentThread().interrupt();
                    }
                }));
    }

    private static HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(DATABASE.url());
        pool.setUsername(TestDatabase.APPLICATION);
        pool.setMaximumPoolSize(4);
        pool.setConnectionTimeout(1_000);
        return pool;
    }
}
