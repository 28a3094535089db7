// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts child processes. All are started by one thread that lives as long as this JVM, because the kernel's parent
 * death signal follows the thread that started a process, not its whole process.
 */
final class Spawner {

    private static final long LOG_LIMIT = 8L << 20;

    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("spawner").unstarted(task));

    private Spawner() {}

    /** Starts the command with output appended to the log, and without input. */
    static Process start(ProcessBuilder command, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        turnOver(log);
        Files.writeString(
                log,
                "---- start " + Instant.now() + System.lineSeparator(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(new File(Processes.WINDOWS ? "NUL" : "/dev/null"));
        try {
            return THREAD.submit(command::start).get();
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting a process", e);
        }
    }

    private static void turnOver(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
