// SPDX-License-Identifier: Apache-2.0
package org.cabildo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Kills the database with signal 9 under a running application and walks its pages before, during and after. OpenSearch
 * and Keycloak are away from the beginning to the end.
 */
@DisabledOnOs(OS.WINDOWS)
class FailureWalkTests {

    private static final String NOWHERE = "http://127.0.0.1:1";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static ConfigurableApplicationContext application;
    private static Installation installation;
    private static String slug;
    private static List<String> commandLine = List.of();
    private static @Nullable Process restarted;

    @BeforeAll
    static void start() throws Exception {
        startPostgres();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var script = FailureWalkTests.class.getResourceAsStream("/db/bootstrap/bootstrap.sql")) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
        application = new SpringApplicationBuilder(Cabildo.class, Installation.Configuration.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.flyway.url=" + url,
                        "--spring.datasource.hikari.maximum-pool-size=4",
                        "--cabildo.cache.fresh=1s",
                        "--cabildo.search.url=" + NOWHERE,
                        "--cabildo.identity.url=" + NOWHERE,
                        "--cabildo.internal-token=token-of-the-tests",
                        "--cabildo.files.dir=" + folder.resolve("files"),
                        "--cabildo.mail.dir=" + folder.resolve("mail"));
        installation = application.getBean(Installation.class);
        slug = installation.slugs().getFirst();
    }

    @AfterAll
    static void stop() throws IOException {
        application.close();
        if (restarted != null) {
            restarted.destroy();
            restarted.onExit().join();
        }
        postgres.close();
    }

    @Test
    void survivesTheDeathOfTheDatabaseAndRecoversByItself() throws Exception {
        Visitor reader = installation.visit(slug);
        assertThat(reader.get("/").status()).isEqualTo(200);
        assertThat(reader.get("/noticias").status()).isEqualTo(200);

        kill();
        Thread.sleep(1_500);

        assertThat(reader.get("/").status()).as("a page that was read before").isEqualTo(200);
        assertThat(reader.get("/noticias").status()).isEqualTo(200);
        var unknown = reader.get("/noticias?pagina=nunca");
        assertThat(unknown.status()).as("a page that nobody has read").isEqualTo(503);
        assertThat(unknown.text())
                .contains("<html")
                .contains(installation.site(slug).name());
        assertThat(unknown.headers().firstValue("Retry-After")).isPresent();
        assertThat(health("liveness")).isEqualTo(200);
        assertThat(health("readiness")).isEqualTo(503);

        restart();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(reader.get("/noticias?pagina=nunca").status()).isLessThan(500);
            assertThat(health("readiness")).isEqualTo(200);
        });
        assertThat(reader.get("/").status()).isEqualTo(200);
    }

    @Test
    void doesWithoutTheIdentityProviderAndTheSearchEngine() throws Exception {
        Visitor reader = installation.visit(slug);

        assertThat(reader.get("/").status()).isEqualTo(200);
        assertThat(reader.get("/buscar?q=agua").status()).isEqualTo(200);
        assertThat(reader.get("/entrar").status())
                .as("says that signing in has to wait")
                .isEqualTo(503);
        assertThat(health("readiness")).isEqualTo(200);
    }

    private static int health(String group) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + installation.managementPort()
                                        + "/actuator/health/" + group))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .start();
    }

    /** The server and its children, as a machine that loses its power would. */
    private static void kill() throws IOException {
        Path file = folder.resolve("postgres/postmaster.pid");
        ProcessHandle server = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst()))
                .orElseThrow();
        commandLine = new ArrayList<>(List.of(server.info().command().orElseThrow()));
        commandLine.addAll(List.of(server.info().arguments().orElseThrow()));
        server.children().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        await().until(() -> !server.isAlive());
    }

    /** The same program on the same data; PostgreSQL does not run as root, so root gives that up. */
    private static void restart() throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(commandLine);
        restarted = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("postgres.log").toFile())
                .start();
    }
}
