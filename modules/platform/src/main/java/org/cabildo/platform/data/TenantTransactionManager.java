// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.data;

import java.sql.PreparedStatement;
import java.sql.SQLException;
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
 * a tenant nothing is entered, and any statement on a tenant-owned table raises an error.
 */
class TenantTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    TenantTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        TenantContext.current().ifPresent(tenant -> {
            try {
                enter(tenant);
            } catch (SQLException exception) {
                doCleanupAfterCompletion(transaction);
                throw new CannotCreateTransactionException("Could not enter tenant " + tenant, exception);
            }
        });
    }

    private void enter(TenantId tenant) throws SQLException {
        ConnectionHolder holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        try (PreparedStatement statement = holder.getConnection().prepareStatement("select platform.enter_tenant(?)")) {
            statement.setInt(1, tenant.value());
            statement.execute();
        }
    }
}
