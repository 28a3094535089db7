// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launched;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL, OpenSearch, Keycloak, the application and the gateway, started by the launcher on free ports. Tests share
 * what runs, and it is stopped when they are over.
 */
final class Everything {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final List<String> PORTS = List.of(
            "gateway-management",
            "monolith",
            "monolith-management",
            "postgres",
            "opensearch",
            "opensearch-transport",
            "keycloak",
            "keycloak-management");

    private static @Nullable Everything shared;

    private final Path folder;
    private final int port;
    private final Process launcher;

    private Everything(Path folder, int port, Process launcher) {
        this.folder = folder;
        this.port = port;
        this.launcher = launcher;
    }

    /** What runs, started by the first who asks; skips the calling test where something of it was not built. */
    static synchronized Everything running() throws IOException, InterruptedException {
        if (shared == null) {
            assumePackaged();
            shared = start(Files.createTempDirectory("cabildo-launched"));
        }
        return shared;
    }

    private static void assumePackaged() {
        for (String module : List.of("gateway", "modules/app", "modules/launcher")) {
            Assumptions.assumeTrue(Files.exists(jar(module)), jar(module).getFileName() + " is not built");
        }
    }

    private static Path jar(String module) {
        return ROOT.resolve(module)
                .resolve("target/cabildo-" + module.substring(module.indexOf('/') + 1) + "-0.1.0-SNAPSHOT.jar");
    }

    private static Everything start(Path folder) throws IOException, InterruptedException {
        List<Integer> free = freePorts(PORTS.size() + 1);
        Path target = ROOT.resolve("modules/launcher/target");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dcabildo.launcher.target=" + target,
                "-cp",
                jar("modules/launcher") + ":"
                        + Files.readString(target.resolve("launcher.classpath")).strip(),
                "org.cabildo.launcher.Launcher",
                "up",
                "--port=" + free.getFirst()));
        for (int i = 0; i < PORTS.size(); i++) {
            command.add("--port=" + PORTS.get(i) + "=" + free.get(i + 1));
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().put("CABILDO_ROOT", ROOT.toString());
        builder.environment().put("CABILDO_DATA", folder.resolve("data").toString());
        Everything everything = new Everything(folder, free.getFirst(), builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(everything::stop, "stop everything"));
        everything.await(
                "everything is ready",
                Duration.ofMinutes(6),
                () -> everything.output().contains("Ready in "));
        return everything;
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    String url(String site, String path) {
        return "http://" + site + ".cabildo.localhost:" + port + path;
    }

    int port() {
        return port;
    }

    /** Where mail is written. */
    Path mail() {
        return folder.resolve("data/mail");
    }

    /** The password of the people who come with the samples. */
    String demoPassword() throws IOException {
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve("data/secrets.properties"))) {
            secrets.load(in);
        }
        return secrets.getProperty("demo.password");
    }

    void await(String what, Duration patience, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !launcher.isAlive()) {
                launcher.destroy();
                throw new AssertionError("Waited in vain: " + what + "\n" + output());
            }
            Thread.sleep(200);
        }
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output.txt"));
        } catch (IOException notYet) {
            return "";
        }
    }

    /** Kills a service with signal 9, with what it started; the launcher notices. */
    void kill(String service) throws IOException {
        String recorded = Files.readString(folder.resolve("data/run").resolve(service + ".pid"));
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(recorded.split(" ")[0])).orElseThrow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    private void stop() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
            FileSystemUtils.deleteRecursively(folder);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        } catch (IOException left) {
            System.err.println("Left behind: " + left.getMessage());
        }
    }
}
