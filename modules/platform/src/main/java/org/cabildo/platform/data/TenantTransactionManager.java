// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.data;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Enters the current tenant in the database when a transaction begins; the setting ends with the transaction. Without
 * a tenant nothing is entered, and any statement on a tenant-owned table raises an error. A tenant uses no more than
 * its share of the connections at the same time.
 */
class TenantTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient TenantShares shares;
    private final transient Map<ConnectionHolder, TenantId> entered = new ConcurrentHashMap<>();

    TenantTransactionManager(DataSource dataSource, TenantShares shares) {
        super(dataSource);
        this.shares = shares;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        Optional<TenantId> current = TenantContext.current();
        if (current.isEmpty()) {
            super.doBegin(transaction, definition);
            return;
        }
        TenantId tenant = current.get();
        shares.enter(tenant);
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException | Error failure) {
            shares.leave(tenant);
            throw failure;
        }
        entered.put(holder(), tenant);
        try {
            enter(tenant);
        } catch (SQLException exception) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("Could not enter tenant " + tenant, exception);
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        TenantId tenant = entered.remove(holder());
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            if (tenant != null) {
                shares.leave(tenant);
            }
        }
    }

    private ConnectionHolder holder() {
        return (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
    }

    private void enter(TenantId tenant) throws SQLException {
        try (PreparedStatement statement =
                holder().getConnection().prepareStatement("select platform.enter_tenant(?)")) {
            statement.setInt(1, tenant.value());
            statement.execute();
        }
    }
}
