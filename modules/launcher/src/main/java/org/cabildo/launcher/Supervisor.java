// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one service alive. A failure of the first start is final and told with the end of the log; once ready, a process
 * that dies is started again, later and later while it keeps dying.
 */
final class Supervisor {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final long STABLE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int LOG_LINES = 25;

    private final Service service;
    private final Path log;
    private final RunFolder run;
    private final Progress progress;
    private final CompletableFuture<Supervisor> ready = new CompletableFuture<>();

    private volatile boolean stopping;
    private volatile @Nullable Process process;
    private long logStart;

    Supervisor(Service service, Path log, RunFolder run, Progress progress) {
        this.service = service;
        this.log = log;
        this.run = run;
        this.progress = progress;
    }

    Service service() {
        return service;
    }

    /** Completes at the first readiness, or with the failure of the first start. */
    CompletableFuture<Supervisor> ready() {
        return ready;
    }

    Optional<ProcessHandle> handle() {
        return Optional.ofNullable(process).map(Process::toHandle).filter(ProcessHandle::isAlive);
    }

    /** Starts in a thread of its own, after the given services are ready. */
    void start(List<Supervisor> needed) {
        Thread.ofPlatform().daemon().name(service.name()).start(() -> live(needed));
    }

    private void live(List<Supervisor> needed) {
        try {
            progress.doing(service.name(), "waiting for its turn");
            needed.forEach(other -> other.ready().join());
            progress.doing(service.name(), "starting");
            service.prepare(what -> progress.doing(service.name(), what));
            if (launch()) {
                awaitFirst();
                service.configure(what -> progress.doing(service.name(), what));
                progress.ready(service.name(), service.address());
                ready.complete(this);
                guard();
            }
        } catch (CompletionException neededFailed) {
            ready.completeExceptionally(neededFailed);
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Throwable e) {
        progress.given(service.name());
        if (ready.isDone()) {
            progress.line(service.name(), "is no longer watched: " + e.getMessage());
        }
        ready.completeExceptionally(
                e instanceof LaunchException ? e : new LaunchException(service.name() + ": " + e.getMessage(), e));
    }

    private synchronized boolean launch() throws IOException {
        if (stopping) {
            return false;
        }
        logStart = Files.exists(log) ? Files.size(log) : 0;
        Process started = Spawner.start(service.command(), log);
        process = started;
        run.record(service.name(), started.toHandle());
        return true;
    }

    private void awaitFirst() throws InterruptedException {
        progress.doing(service.name(), "starting");
        if (!becomesReady() && !stopping) {
            Process failed = process;
            boolean dead = failed == null || !failed.isAlive();
            throw new LaunchException(service.name()
                    + (dead
                            ? " ended while starting"
                                    + (failed == null ? "" : " (exit code " + failed.exitValue() + ")")
                            : " was not ready after " + service.patience().toSeconds() + " s")
                    + "; the end of " + log + ":\n" + Logs.tail(log, logStart, LOG_LINES));
        }
    }

    private boolean becomesReady() throws InterruptedException {
        long end = System.nanoTime() + service.patience().toNanos();
        for (long pause = 50; System.nanoTime() < end; pause = Math.min(250, pause + 10)) {
            Process current = process;
            if (stopping || current == null || !current.isAlive()) {
                return false;
            }
            if (service.ready()) {
                return true;
            }
            Thread.sleep(pause);
        }
        return false;
    }

    private void guard() throws InterruptedException, IOException {
        Duration pause = FIRST_PAUSE;
        long since = System.nanoTime();
        while (true) {
            Process current = process;
            if (current == null) {
                return;
            }
            int exit = current.waitFor();
            if (stopping) {
                return;
            }
            pause = System.nanoTime() - since > STABLE_NANOS ? FIRST_PAUSE : pause;
            progress.line(
                    service.name(),
                    "ended unexpectedly (exit code " + exit + "); starting again in "
                            + Progress.seconds(pause.toNanos()) + "; log: " + log);
            Thread.sleep(pause);
            since = System.nanoTime();
            if (!launch()) {
                return;
            }
            restarted(since);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }
    }

    /** A restart that never becomes ready is killed, so that the next one gets its turn. */
    private void restarted(long since) throws InterruptedException {
        if (becomesReady()) {
            progress.line(service.name(), "is back after " + Progress.seconds(System.nanoTime() - since));
            return;
        }
        Process current = process;
        if (!stopping && current != null) {
            Processes.stop(current.toHandle(), service.farewell(), Duration.ofSeconds(5));
        }
    }

    /** Stops the process and ends the watch; harmless when called twice. */
    void stop(Duration patience) {
        Process current;
        synchronized (this) {
            stopping = true;
            current = process;
        }
        if (current != null) {
            Processes.stop(current.toHandle(), service.farewell(), patience);
        }
        try {
            run.forget(service.name());
        } catch (IOException e) {
            progress.line(service.name(), "cannot delete its pid file: " + e.getMessage());
        }
    }
}
