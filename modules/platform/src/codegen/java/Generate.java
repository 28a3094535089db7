// SPDX-License-Identifier: Apache-2.0
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Applies a module's migrations to an embedded PostgreSQL and generates jOOQ's tables from the result. Does nothing
 * when no migration changed since the last run. Arguments: module key, module folder, folder of the platform module.
 */
class GenerateTables {

    public static void main(String[] arguments) throws Exception {
        String module = arguments[0];
        Path folder = Path.of(arguments[1]);
        Path platform = Path.of(arguments[2]);
        Path bootstrap = platform.resolve("src/main/resources/db/bootstrap/bootstrap.sql");
        List<Path> migrations = Stream.of(
                        platform.resolve("src/main/resources/db/migration/platform"),
                        folder.resolve("src/main/resources/db/migration/" + module))
                .distinct()
                .filter(Files::isDirectory)
                .toList();
        Path output = folder.resolve("target/generated-sources/jooq");
        Path stamp = folder.resolve("target/jooq-migrations.sha256");

        String fingerprint = fingerprint(bootstrap, migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
            return;
        }
        Files.createDirectories(output);
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(Files.readString(bootstrap));
            }
            for (Path migration : migrations) {
                Flyway.configure()
                        .dataSource(postgres.getJdbcUrl("cabildo_migrate", "postgres"), "cabildo_migrate", "")
                        .schemas("flyway")
                        .table("history_" + migration.getFileName())
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .locations("filesystem:" + migration)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate();
            }
            GenerationTool.generate(configuration(module, postgres.getJdbcUrl("postgres", "postgres"), output));
        }
        Files.writeString(stamp, fingerprint);
    }

    private static Configuration configuration(String module, String url, Path output) {
        return new Configuration()
                .withJdbc(new Jdbc()
                        .withDriver("org.postgresql.Driver")
                        .withUrl(url)
                        .withUser("postgres"))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withInputSchema(module)
                                .withIncludes(".*")
                                .withIncludeSequences(false)
                                .withIncludeRoutines(true)
                                .withForcedTypes(new ForcedType()
                                        .withName("INSTANT")
                                        .withIncludeTypes("(?i:timestamptz|timestamp\\(?\\d?\\)? with time zone)")))
                        .withGenerate(new Generate()
                                .withGlobalObjectReferences(true)
                                .withRecords(true)
                                .withComments(false)
                                .withKeys(true)
                                .withRelations(true))
                        .withTarget(new Target()
                                .withPackageName("org.cabildo." + module + ".internal.jooq")
                                .withDirectory(output.toString())));
    }

    private static String fingerprint(Path bootstrap, List<Path> migrations) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Files.readAllBytes(bootstrap));
        for (Path folder : migrations) {
            try (Stream<Path> files = Files.list(folder).sorted()) {
                for (Path file : files.toList()) {
                    digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
