// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ways of the operating system: starting on a leash, asking to stop, insisting. */
final class Processes {

    /** How a program is asked to stop in good order. */
    enum Farewell {
        TERMINATE,
        /** PostgreSQL: SIGINT is "fast", while SIGTERM waits for every client to leave. */
        INTERRUPT
    }

    static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");

    private Processes() {}

    /**
     * Words to put before a command so that the process has its own session, which Ctrl-C in a terminal does not reach,
     * and gets {@code signal} when the thread that started it dies. Empty where util-linux is missing: there the next
     * start finds what was left.
     */
    static List<String> leash(String signal) {
        List<String> words = new ArrayList<>();
        if (!WINDOWS && succeeds("setsid", "true")) {
            words.add("setsid");
        }
        words.addAll(deathSignal(signal));
        return words;
    }

    static List<String> deathSignal(String signal) {
        boolean known = !WINDOWS && succeeds("setpriv", "--pdeathsig", signal, "true");
        return known ? List.of("setpriv", "--pdeathsig", signal, "--") : List.of();
    }

    static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks, waits, and kills what has not gone by then. */
    static void stop(ProcessHandle process, Farewell farewell, Duration patience) {
        if (!process.isAlive()) {
            return;
        }
        if (farewell == Farewell.INTERRUPT && !WINDOWS) {
            succeeds("sh", "-c", "kill -INT " + process.pid());
        } else {
            process.destroy();
        }
        if (!gone(process, patience)) {
            process.destroyForcibly();
            gone(process, Duration.ofSeconds(5));
        }
    }

    private static boolean gone(ProcessHandle process, Duration patience) {
        CompletableFuture<ProcessHandle> exit = process.onExit();
        try {
            exit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** The JVM that runs this, for the children. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", WINDOWS ? "java.exe" : "java");
    }

    /** A small JVM that starts quickly: one compiler tier and the serial collector. */
    static List<String> smallJvm(String heap) {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx" + heap));
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED"));
        return command;
    }

    /** More options for the JVM of a service, such as a debugger's: {@code CABILDO_MONOLITH_JAVA_OPTS=-agentlib:jdwp=…}. */
    static List<String> extraOptions(String name) {
        String variable = "CABILDO_" + name.toUpperCase(java.util.Locale.ROOT) + "_JAVA_OPTS";
        String given = System.getenv().getOrDefault(variable, "").strip();
        return given.isEmpty() ? List.of() : List.of(given.split("\\s+"));
    }
}
