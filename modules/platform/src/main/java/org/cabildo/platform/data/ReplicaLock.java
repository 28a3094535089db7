// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/** Lets one replica at a time do a piece of work. A replica that dies lets go, since its connection dies with it. */
@Component
public class ReplicaLock {

    private final DataSource dataSource;

    public ReplicaLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Does the work unless somebody else is doing it right now; says whether it was done. */
    public boolean tryRun(String name, Runnable work) {
        try (Connection connection = dataSource.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", name)) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
            }
        } catch (SQLException exception) {
            throw new UncategorizedSQLException("lock of " + name, null, exception);
        }
    }

    private static boolean ask(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, "cabildo:" + name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
