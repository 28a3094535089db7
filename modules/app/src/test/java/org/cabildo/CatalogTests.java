// SPDX-License-Identifier: Apache-2.0
package org.cabildo;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testkit.Catalog;
import cabildo.testkit.TestDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The schemas of all modules together keep the wall between tenants; exceptions are listed with their reasons. */
class CatalogTests {

    private static final Map<String, String> REASONS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "events.event_publication belongs to no tenant",
                    "the registry of publications spans modules and tenants; events carry ids, no personal data"),
            Map.entry(
                    "events.event_publication_archive belongs to no tenant",
                    "what was taken from the registry of publications"),
            Map.entry(
                    "events.stuck_publication belongs to no tenant",
                    "what the registry of publications gave up, for operators"),
            Map.entry(
                    "identity.person belongs to no tenant",
                    "one account serves at all sites and says nothing but its id; names and rights are tenant-owned"),
            Map.entry(
                    "identity.spring_session belongs to no tenant",
                    "found by a random id before the tenant is known; the web layer holds it to the site it began at"),
            Map.entry(
                    "identity.spring_session_attributes belongs to no tenant",
                    "a part of the session, removed with it"),
            Map.entry(
                    "notifications.tenants_with_notices runs as its definer",
                    "the job that tells asks whom to enter next; answers with ids and nothing of what is told"),
            Map.entry(
                    "platform.failed_mail runs as its definer",
                    "operators see what could not be sent for all tenants, without the address"),
            Map.entry(
                    "platform.operator_mail belongs to no tenant",
                    "mail of the console, which has no tenant, to operators"),
            Map.entry(
                    "platform.tenants_with_mail runs as its definer",
                    "the job that sends mail asks whom to enter next; answers with ids and nothing of the mail"),
            Map.entry(
                    "platform.tenants_with_imports runs as its definer",
                    "the job that works on imports asks whom to enter next; answers with ids and nothing of the file"),
            Map.entry(
                    "platform.submission belongs to no tenant",
                    "keyed by site, because the console has forms and no tenant; holds hashes and addresses only"),
            Map.entry(
                    "platform.audit_entry_newest is an index that does not start with tenant_id",
                    "operators read the newest entries of all tenants"),
            Map.entry(
                    "platform.audit_of_all_tenants runs as its definer",
                    "operators read the newest entries of all tenants; callers check that they are operators"),
            Map.entry(
                    "platform.enter_tenant runs as its definer",
                    "the one way into a tenant: it alone may set the setting, and only once in a transaction"),
            Map.entry(
                    "search.beginning runs as its definer",
                    "text operators may not use an index under row security; it holds to the entered tenant itself"),
            Map.entry(
                    "search.candidates runs as its definer",
                    "text operators may not use an index under row security; it holds to the entered tenant itself"),
            Map.entry(
                    "search.tenants_with_pending runs as its definer",
                    "the job that brings documents to the index asks which tenants have any; it gives out numbers only"),
            Map.entry(
                    "tenancy.domain_proof belongs to no tenant",
                    "a host has one owner in the whole installation; proofs stand in the public DNS"),
            Map.entry(
                    "tenancy.onboarding belongs to no tenant",
                    "operators' notes on tenants that do not exist yet; removed when the portal is ready"),
            Map.entry(
                    "tenancy.tenant belongs to no tenant",
                    "the registry itself: public knowledge that finds a site from a host name"),
            Map.entry(
                    "tenancy.published_themes runs as its definer",
                    "published themes are public, and the directory of sites holds those of all tenants")));

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated(modules());

    @Test
    void keepsTenantsApartInEverySchema() {
        assertThat(Catalog.findings(DATABASE))
                .as("each is protected, or listed with the reason for an exception")
                .isSubsetOf(REASONS.keySet());
    }

    @Test
    void listsNoExceptionThatIsGone() {
        assertThat(Catalog.findings(DATABASE)).containsAll(REASONS.keySet());
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void noticesAMigrationThatOpensTheWall(String migration, String finding) {
        try (TestDatabase mistaken = TestDatabase.migrated(modules())) {
            mistaken.execute(TestDatabase.MIGRATOR, "CREATE SCHEMA probe; " + migration);

            List<String> found = new ArrayList<>(Catalog.findings(mistaken));
            found.removeAll(Catalog.findings(DATABASE));

            assertThat(found).contains("probe." + finding);
        }
    }

    static Stream<Arguments> mistakes() {
        String table = "CREATE TABLE probe.note (tenant_id integer, id integer, other integer, ";
        String protectedTable = table + "PRIMARY KEY (tenant_id, id)); SELECT platform.tenant_table('probe.note'); ";
        return Stream.of(
                Arguments.of(table + "PRIMARY KEY (tenant_id, id))", "note does not force row security"),
                Arguments.of(table + "PRIMARY KEY (tenant_id, id))", "note has no policy"),
                Arguments.of(
                        protectedTable + "ALTER TABLE probe.note NO FORCE ROW LEVEL SECURITY",
                        "note does not force row security"),
                Arguments.of(
                        protectedTable + "CREATE POLICY generous ON probe.note FOR SELECT USING (true)",
                        "note.generous does not hold both reading and writing to the tenant"),
                Arguments.of(
                        protectedTable
                                + "DROP POLICY tenant_isolation ON probe.note; CREATE POLICY quiet ON probe.note "
                                + "USING (tenant_id = current_setting('app.tenant', true)::int)",
                        "note.quiet does not hold both reading and writing to the tenant"),
                Arguments.of(
                        table + "PRIMARY KEY (id, tenant_id))",
                        "note has a primary key that does not start with tenant_id"),
                Arguments.of(
                        "CREATE TABLE probe.note (tenant_id bigint, id integer, PRIMARY KEY (tenant_id, id))",
                        "note has no tenant_id of type integer"),
                Arguments.of(
                        protectedTable + "CREATE INDEX note_other ON probe.note (other)",
                        "note_other is an index that does not start with tenant_id"),
                Arguments.of(
                        protectedTable + "CREATE INDEX note_sum ON probe.note ((id + other))",
                        "note_sum is an index that does not start with tenant_id"),
                Arguments.of(
                        protectedTable + "ALTER TABLE probe.note ADD CONSTRAINT note_other UNIQUE (other)",
                        "note_other is a unique key across tenants"),
                Arguments.of(
                        protectedTable
                                + "ALTER TABLE probe.note ADD CONSTRAINT global UNIQUE (id); ALTER TABLE probe.note "
                                + "ADD CONSTRAINT parent FOREIGN KEY (other) REFERENCES probe.note (id)",
                        "note.parent is a foreign key without the tenant"),
                Arguments.of(
                        protectedTable + "ALTER TABLE probe.note ADD COLUMN entry uuid; ALTER TABLE probe.note ADD "
                                + "CONSTRAINT entry FOREIGN KEY (tenant_id, entry) REFERENCES platform.audit_entry",
                        "note.entry is a foreign key into another module"),
                Arguments.of("CREATE TABLE probe.list (id integer PRIMARY KEY)", "list belongs to no tenant"),
                Arguments.of(
                        protectedTable + "CREATE VIEW probe.notes AS SELECT * FROM probe.note",
                        "notes is a view that reads as its owner"),
                Arguments.of(
                        protectedTable + "CREATE MATERIALIZED VIEW probe.counts AS SELECT count(*) FROM probe.note",
                        "counts is a materialized view"),
                Arguments.of(
                        "CREATE FUNCTION probe.peek() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' "
                                + "AS 'SELECT 1'",
                        "peek runs as its definer"),
                Arguments.of(
                        "CREATE FUNCTION probe.peek() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
                        "peek runs as its definer with the search path of its caller"),
                Arguments.of(
                        "CREATE FUNCTION probe.peek() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
                        "peek runs as its definer for everybody"),
                Arguments.of(
                        protectedTable + "GRANT ALL ON probe.note TO cabildo_app",
                        "note may be emptied, referenced or given triggers by the application"));
    }

    /** The modules that bring migrations, as the class path has them. */
    private static String[] modules() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:db/migration/*/V1__*.sql"))
                    .map(CatalogTests::folder)
                    .distinct()
                    .sorted()
                    .toArray(String[]::new);
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static String folder(Resource migration) {
        try {
            String[] parts = migration.getURL().getPath().split("/");
            return parts[parts.length - 2];
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
