// SPDX-License-Identifier: Apache-2.0
package org.cabildo.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A new installation of its own, started by the launcher and stopped when the measuring is over. */
final class Lab implements AutoCloseable {

    static final int OFFSET = 3000;
    private static final int GATEWAY = 8080 + OFFSET;
    private static final int MONOLITH = 8081 + OFFSET;
    private static final int POSTGRES = 15432 + OFFSET;

    private final Path root;
    private final Path data;
    private final Process launcher;
    private final Properties secrets = new Properties();

    private Lab(Path root, Path data, Process launcher) {
        this.root = root;
        this.data = data;
        this.launcher = launcher;
    }

    /**
     * Starts everything; the programs that were unpacked for {@code ./cabildo up} serve here too.
     *
     * @param fresh whether on new data
     * @param index whether with OpenSearch; without, the application believes that it is down
     */
    static Lab start(Path root, Path home, boolean fresh, boolean index) throws IOException, InterruptedException {
        Path data = home.resolve("bench");
        Files.createDirectories(data);
        List<String> command = launcher(root);
        command.addAll(List.of("up", "--port-offset", Integer.toString(OFFSET)));
        if (fresh) {
            command.add("--fresh");
        }
        Path output = home.resolve("bench.log"); // the data folder is emptied
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        environment(builder, root, data);
        builder.environment().put("CABILDO_PROGRAMS", home.resolve("dist").toString());
        // both compilers and memory for the index, as in production; the embedded default does with less
        builder.environment().put("CABILDO_MONOLITH_JAVA_OPTS", "-XX:TieredStopAtLevel=4");
        builder.environment()
                .put(
                        "CABILDO_OPENSEARCH_JAVA_OPTS",
                        "-XX:TieredStopAtLevel=4 -Xmx2g -XX:+UseG1GC -XX:-UseSerialGC -Dcabildo.opensearch.mmap=true");
        if (!index) {
            builder.environment().put("CABILDO_SEARCH_URL", "http://127.0.0.1:1");
        }
        Lab lab = new Lab(root, data, builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(lab::close, "stop the lab"));
        while (!Files.readString(output, StandardCharsets.UTF_8).contains("Ready in ")) {
            if (lab.launcher.waitFor(500, TimeUnit.MILLISECONDS)) {
                throw new IOException("The installation did not start; see " + output);
            }
        }
        try (InputStream in = Files.newInputStream(data.resolve("secrets.properties"))) {
            lab.secrets.load(in);
        }
        return lab;
    }

    private static List<String> launcher(Path root) throws IOException {
        Path target = root.resolve("modules/launcher/target");
        return new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dcabildo.launcher.target=" + target,
                "-cp",
                target.resolve("cabildo-launcher-0.1.0-SNAPSHOT.jar") + ":"
                        + Files.readString(target.resolve("launcher.classpath")).strip(),
                "org.cabildo.launcher.Launcher"));
    }

    private static void environment(ProcessBuilder builder, Path root, Path data) {
        builder.environment().put("CABILDO_ROOT", root.toString());
        builder.environment().put("CABILDO_DATA", data.toString());
    }

    /** Gives one of the operator's commands to the installation. */
    void operate(String... words) throws IOException, InterruptedException {
        List<String> command = launcher(root);
        command.addAll(List.of(words));
        Path output = data.resolve("command.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        environment(builder, root, data);
        if (builder.start().waitFor() != 0) {
            throw new IOException(String.join(" ", words) + " failed: " + Files.readString(output));
        }
    }

    /** Makes a live tenant without any content. */
    void tenant(String slug, String kind, String... modules) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(data.resolve("tenants").resolve(slug));
        StringBuilder switches = new StringBuilder();
        for (String module : modules) {
            switches.append("  ").append(module).append(": true\n");
        }
        String territory = kind.equals("municipality") ? "territoryCode: \"999999\"\n" : "";
        Files.writeString(
                folder.resolve("tenant.yaml"), """
                slug: %s
                kind: %s
                status: live
                name: %s
                officialName: %s
                country: BO
                %szone: America/La_Paz
                locales:
                  - es
                contact:
                  email: contacto@%s.example
                modules:
                %squotas:
                  requestsPerMinute: 60000
                  storageMb: 4096
                legal:
                  responsibleBody: Medición
                  dataProtection:
                    contact: datos@medicion.example
                    law:
                      es: Ninguna
                  accessToInformation:
                    contact: datos@medicion.example
                    law:
                      es: Ninguna
                  accessibility:
                    standard: WCAG 2.2 AA
                    conformance: partial
                    method: automated
                    reviewedOn: "2026-11-21"
                  contentLicence: CC-BY-4.0
                  demonstration: true
                """.formatted(slug, kind, slug, slug, territory, slug, switches));
        operate("apply", folder.toString());
    }

    /** A connection of the role that makes tables; it sees every tenant and fills them. */
    Connection owner() throws SQLException {
        return connect("cabildo_migrate");
    }

    /** A connection of the role that serves readers, under row security. */
    Connection reader() throws SQLException {
        return connect("cabildo_app");
    }

    private Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + POSTGRES + "/cabildo", role, secrets.getProperty("postgres." + role));
    }

    /** The number of a tenant. */
    int number(String slug) throws SQLException {
        try (Connection owner = owner();
                var statement = owner.prepareStatement("SELECT id FROM tenancy.tenant WHERE slug = ?")) {
            statement.setString(1, slug);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("There is no tenant " + slug);
                }
                return rows.getInt(1);
            }
        }
    }

    /** Somebody without cookies at a site, asking the application itself. */
    Client client(String slug) {
        return new Client(MONOLITH, slug + ".cabildo.localhost:" + GATEWAY);
    }

    /** The same through the gateway, where people sign in. */
    Client clientOfTheGateway(String slug) {
        return new Client(GATEWAY, slug + ".cabildo.localhost:" + GATEWAY);
    }

    String demoPassword() {
        return secrets.getProperty("demo.password");
    }

    /** Resident memory of a service, in MB; Linux only, else 0. */
    long memory(String service) throws IOException {
        String pid =
                Files.readString(data.resolve("run").resolve(service + ".pid")).split(" ")[0];
        Path status = Path.of("/proc", pid, "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }
}
