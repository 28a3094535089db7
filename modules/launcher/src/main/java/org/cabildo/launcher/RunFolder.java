// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who runs on this data: a lock that admits one launcher, and a file per process, so that a launcher that was killed
 * leaves enough behind for the next one to stop its orphans. A process counts as ours only if its start time matches.
 */
final class RunFolder implements AutoCloseable {

    /** Start times are read from clock ticks and may differ a little between readings. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    /** Later ones may depend on earlier ones, so orphans are stopped from the end. */
    private static final List<String> ORDER = List.of("postgres", "opensearch", "keycloak", "monolith", "gateway");

    private final Path folder;
    private @Nullable FileChannel channel;

    RunFolder(Path folder) {
        this.folder = folder;
    }

    /** Admits this process alone, or says who is there already. */
    void lock() throws IOException {
        Files.createDirectories(folder);
        FileChannel file = FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!locked(file)) {
            file.close();
            String pid = recorded("launcher")
                    .map(handle -> " (process " + handle.pid() + ")")
                    .orElse("");
            throw new LaunchException(
                    "Cabildo runs already on " + folder.getParent() + pid
                            + ". Stop it first, or set CABILDO_DATA to another folder and give other ports (--port-offset 100).");
        }
        channel = file;
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        }
    }

    void record(String name, ProcessHandle process) throws IOException {
        Instant start = process.info().startInstant().orElse(Instant.now());
        Files.writeString(file(name), process.pid() + " " + start.toEpochMilli() + "\n");
    }

    void forget(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    /** The live process that the file of this name speaks of. */
    Optional<ProcessHandle> recorded(String name) {
        try {
            String[] words = Files.readString(file(name)).strip().split(" ");
            Instant start = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0])).filter(handle -> startedAt(handle, start));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean startedAt(ProcessHandle handle, Instant start) {
        return handle.isAlive()
                && handle.info()
                        .startInstant()
                        .map(actual -> Duration.between(start, actual).abs().compareTo(TOLERANCE) < 0)
                        .orElse(false);
    }

    /** Stops what a killed launcher left. Call only with the lock held. */
    void stopOrphans(Path postgresData, Consumer<String> report) throws IOException {
        List<String> names = new ArrayList<>(ORDER.reversed());
        for (String name : names) {
            recorded(name).ifPresent(process -> stopOrphan(name, process, report));
            forget(name);
        }
        unrecordedPostgres(postgresData).ifPresent(process -> stopOrphan("postgres", process, report));
    }

    private static void stopOrphan(String name, ProcessHandle process, Consumer<String> report) {
        report.accept("stopping " + name + " (process " + process.pid() + "), left by a start that was killed");
        Processes.Farewell farewell =
                name.equals("postgres") ? Processes.Farewell.INTERRUPT : Processes.Farewell.TERMINATE;
        Processes.stop(process, farewell, Duration.ofSeconds(10));
    }

    /** PostgreSQL keeps its own pid file in its data, which helps when ours was lost. */
    private static Optional<ProcessHandle> unrecordedPostgres(Path data) {
        Path file = data.resolve("postmaster.pid");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(String::strip)
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(handle -> handle.info().command().orElse("").endsWith("postgres"));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".pid");
    }

    @Override
    public void close() throws IOException {
        forget("launcher");
        if (channel != null) {
            channel.close();
        }
    }
}
