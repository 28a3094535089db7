// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The wall between tenants as the database keeps it, without any help from the application. */
class RowSecurityTests {

    private static final int LA_PAZ = 1;
    private static final int EL_ALTO = 2;
    private static final String DENIED = "42501";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private Connection connection;

    @BeforeEach
    void startATransactionOfTheApplication() throws SQLException {
        DATABASE.as(TestDatabase.MIGRATOR).sql("truncate platform.audit_entry").update();
        connection = DriverManager.getConnection(DATABASE.url(), TestDatabase.APPLICATION, "");
        connection.setAutoCommit(false);
    }

    @AfterEach
    void giveTheConnectionBack() throws SQLException {
        connection.close();
    }

    @Test
    void refusesToReadWithoutATenant() {
        assertThatThrownBy(() -> read("select * from platform.audit_entry"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("app.tenant");
    }

    @Test
    void refusesToWriteWithoutATenant() {
        assertThatThrownBy(() -> addEntry(LA_PAZ, "news.published"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("app.tenant");
    }

    @Test
    void forgetsTheTenantWhenAConnectionIsUsedAgain() throws SQLException {
        enter(LA_PAZ);
        addEntry(LA_PAZ, "news.published");
        connection.commit();

        assertThatThrownBy(() -> read("select * from platform.audit_entry"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("invalid input syntax for type integer");
    }

    @Test
    void forgetsTheTenantAfterARollback() throws SQLException {
        enter(LA_PAZ);
        connection.rollback();

        assertThatThrownBy(() -> read("select * from platform.audit_entry")).isInstanceOf(SQLException.class);
    }

    @Test
    void showsATenantItsOwnRowsOnly() throws SQLException {
        givenAnEntryOf(LA_PAZ);

        enter(EL_ALTO);

        assertThat(read("select action from platform.audit_entry")).isEmpty();
        assertThat(read("select action from platform.audit_entry where tenant_id = " + LA_PAZ))
                .isEmpty();
        connection.rollback();
        enter(LA_PAZ);
        assertThat(read("select action from platform.audit_entry")).containsExactly("news.published");
    }

    @Test
    void refusesARowInTheNameOfAnotherTenant() throws SQLException {
        enter(EL_ALTO);

        assertDenied(() -> addEntry(LA_PAZ, "news.published"), "row-level security");
    }

    @Test
    void leavesAnotherTenantsRowsAloneWhereChangingIsAllowed() throws SQLException {
        DATABASE.execute(TestDatabase.MIGRATOR, """
                create schema probe;
                grant usage on schema probe to cabildo_app;
                create table probe.note (tenant_id int, id int, text text, primary key (tenant_id, id));
                select platform.tenant_table('probe.note');
                insert into probe.note values (1, 1, 'La Paz'), (2, 1, 'El Alto');
                """);

        enter(EL_ALTO);

        assertThat(change("update probe.note set text = 'taken' where tenant_id = 1"))
                .isZero();
        assertThat(change("delete from probe.note where tenant_id = 1")).isZero();
        assertThat(change("update probe.note set text = 'mine'")).isEqualTo(1);
        assertDenied(() -> change("update probe.note set tenant_id = 1"), "row-level security");
        connection.rollback();
        enter(LA_PAZ);
        assertThat(read("select text from probe.note")).containsExactly("La Paz");
    }

    @Test
    void keepsAuditEntriesAsTheyWereWritten() throws SQLException {
        givenAnEntryOf(LA_PAZ);
        for (String change : List.of(
                "update platform.audit_entry set action = 'nothing'",
                "delete from platform.audit_entry",
                "truncate platform.audit_entry")) {
            enter(LA_PAZ);
            assertDenied(() -> change(change), "permission denied");
            connection.rollback();
        }
    }

    @Test
    void refusesToEnterASecondTenant() throws SQLException {
        enter(LA_PAZ);

        assertDenied(() -> enter(EL_ALTO), "already been entered");
    }

    @Test
    void refusesNumbersThatNoTenantHas() {
        for (String number : List.of("0", "-1", "null")) {
            assertThatThrownBy(() -> read("select platform.enter_tenant(" + number + ")"))
                    .hasMessageContaining("greater than zero");
            assertThatThrownBy(() -> read("select 1")).as("the transaction is over");
            rollback();
        }
    }

    @Test
    void refusesAnInjectedChangeOfTenant() throws SQLException {
        givenAnEntryOf(LA_PAZ);
        enter(EL_ALTO);

        assertDenied(
                () -> read(
                        "select action from platform.audit_entry "
                                + "union select set_config('app.tenant', '1', true) union select action from platform.audit_entry"),
                "permission denied for function set_config");
        connection.rollback();
        assertDenied(() -> read("select set_config('app.tenant', '1', false)"), "set_config");
    }

    @Test
    void givesTheApplicationARoleWithoutPowers() throws SQLException {
        Map<String, Object> role =
                DATABASE.as(TestDatabase.APPLICATION).sql("""
                        select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
                            exists (select from pg_auth_members where member = r.oid) as member_of_another,
                            exists (select from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o') as owner
                        from pg_roles r where rolname = current_user
                        """).query().singleRow();

        assertThat(role.values()).as(role.toString()).containsOnly(false);
    }

    @Test
    void letsTheApplicationChangeNoStructure() {
        for (String change : List.of(
                "create schema mine",
                "create table platform.mine (id int)",
                "create table public.mine (id int)",
                "create temporary table mine (id int)",
                "alter table platform.audit_entry disable row level security",
                "alter table platform.audit_entry no force row level security",
                "drop policy tenant_isolation on platform.audit_entry",
                "create policy open on platform.audit_entry using (true)",
                "drop table platform.audit_entry",
                "create function platform.mine() returns int language sql as 'select 1'",
                "set role cabildo_directory",
                "set session authorization cabildo_migrate")) {
            assertDenied(() -> change(change), "");
            rollback();
        }
    }

    @Test
    void isActiveForTheApplicationAndForTheOwner() throws SQLException {
        enter(LA_PAZ);

        assertThat(read("select row_security_active('platform.audit_entry')::text"))
                .containsExactly("true");
        assertThat(read("select (relrowsecurity and relforcerowsecurity)::text from pg_class "
                        + "where oid = 'platform.audit_entry'::regclass"))
                .containsExactly("true");
    }

    @Test
    void makesNoTableTenantOwnedWhoseKeyStartsElsewhere() {
        for (String key : List.of("primary key (id, tenant_id)", "primary key (id)", "unique (tenant_id, id)")) {
            assertThatThrownBy(() -> DATABASE.execute(
                            TestDatabase.MIGRATOR,
                            "create schema misplaced; create table misplaced.thing (tenant_id int, id int, " + key
                                    + "); select platform.tenant_table('misplaced.thing')"))
                    .hasStackTraceContaining("must start with tenant_id");
        }
    }

    private void givenAnEntryOf(int tenant) throws SQLException {
        enter(tenant);
        addEntry(tenant, "news.published");
        connection.commit();
    }

    private void enter(int tenant) throws SQLException {
        read("select platform.enter_tenant(" + tenant + ")::text");
    }

    private void addEntry(int tenant, String action) throws SQLException {
        change("insert into platform.audit_entry (tenant_id, at, actor_id, actor_name, operator, action, subject_type, "
                + "subject_id) values (" + tenant + ", now(), uuidv7(), 'Ana', false, '" + action + "', 'news', '1')");
    }

    private List<String> read(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private int change(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private void rollback() {
        try {
            connection.rollback();
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static void assertDenied(ThrowingCallable action, String message) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(DENIED))
                .hasMessageContaining(message);
    }
}
