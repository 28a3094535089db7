// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak with an H2 file. The distribution is unpacked and augmented once per machine; its scripts are not used, so
 * that the process that is watched is Keycloak itself and paths with spaces are safe. A missing realm is made through the
 * admin API.
 */
final class Keycloak implements Service {

    /** Who administers Keycloak itself; only in the embedded default. */
    static final String ADMIN = "admin";

    private static final List<String> BUILD_OPTIONS = List.of("--db=dev-file", "--health-enabled=true");

    /** Where things are. @param publicUrl what browsers see */
    record Place(Path programs, Path data, int port, int managementPort, String publicUrl) {

        String url() {
            return "http://127.0.0.1:" + port;
        }
    }

    private final Place place;
    private final Path log;
    private final Secrets secrets;
    private final Realm realm;
    private @Nullable Path distribution;

    Keycloak(Place place, Path log, Secrets secrets, Realm realm) {
        this.place = place;
        this.log = log;
        this.secrets = secrets;
        this.realm = realm;
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public String address() {
        return place.url() + ", for browsers " + place.publicUrl();
    }

    @Override
    public void prepare(Consumer<String> doing) throws IOException, InterruptedException {
        Path zip = BuildOutput.keycloakZip();
        Path folder = place.programs()
                .resolve(zip.getFileName()
                        .toString()
                        .replace("-quarkus-dist", "")
                        .replace(".zip", ""));
        doing.accept("unpacking");
        Archives.once(folder, part -> {
            Archives.unzipWithoutTop(zip, part);
            doing.accept("preparing its distribution, only this first time");
            augment(part);
        });
        LoginTheme.copyTo(folder.resolve("themes"));
        distribution = folder;
        Files.createDirectories(place.data());
    }

    /** Quarkus settles the database and the features when building, not when starting. */
    private void augment(Path folder) throws IOException, InterruptedException {
        long from = Files.exists(log) ? Files.size(log) : 0;
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(BUILD_OPTIONS);
        Process process = Spawner.start(new ProcessBuilder(java(folder, "768m", arguments)), log);
        if (!process.waitFor(300, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new LaunchException("preparing Keycloak failed:\n" + Logs.tail(log, from, 20));
        }
    }

    @Override
    public ProcessBuilder command() {
        Path folder = java.util.Objects.requireNonNull(distribution, "prepare() comes first");
        ProcessBuilder builder = new ProcessBuilder(java(folder, "384m", List.of("start", "--optimized")));
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
        builder.environment().putAll(settings());
        return builder;
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN),
                Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak.admin")),
                Map.entry("KC_HTTP_ENABLED", "true"),
                Map.entry("KC_HTTP_HOST", "127.0.0.1"),
                Map.entry("KC_HTTP_PORT", Integer.toString(place.port())),
                Map.entry("KC_HTTP_MANAGEMENT_PORT", Integer.toString(place.managementPort())),
                Map.entry("KC_HOSTNAME", place.publicUrl()),
                Map.entry("KC_HOSTNAME_BACKCHANNEL_DYNAMIC", "true"),
                Map.entry("KC_PROXY_HEADERS", "xforwarded"),
                Map.entry("KC_CACHE", "local"),
                Map.entry("KC_LOG_LEVEL", "INFO,io.smallrye.health:ERROR"),
                Map.entry("KC_DB_URL", "jdbc:h2:file:" + place.data().resolve("keycloak") + ";NON_KEYWORDS=VALUE"));
    }

    /** What {@code kc.sh} would run. */
    private static List<String> java(Path folder, String heap, List<String> arguments) {
        List<String> command = new ArrayList<>(Processes.leash("TERM"));
        command.addAll(Processes.smallJvm(heap));
        command.addAll(List.of(
                "-XX:MaxMetaspaceSize=256m",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dkc.home.dir=" + folder,
                "-Djboss.server.config.dir=" + folder.resolve("conf"),
                "-cp",
                folder.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    @Override
    public boolean ready() {
        return Http.answers("http://127.0.0.1:" + place.managementPort() + "/health/ready");
    }

    @Override
    public void configure(Consumer<String> doing) throws IOException {
        if (!Http.answers(place.url() + "/realms/" + Realm.NAME)) {
            doing.accept("making the realm");
            realm.create(place.url(), ADMIN, secrets.of("keycloak.admin"));
        }
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(4);
    }
}
