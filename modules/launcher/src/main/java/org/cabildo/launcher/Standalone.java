// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** One service without a launcher around it, for tests. It ends with this JVM. */
final class Standalone implements AutoCloseable {

    private final Service service;
    private final Path log;
    private Process process;

    private Standalone(Service service, Path log, Process process) {
        this.service = service;
        this.log = log;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close " + service.name()));
    }

    /** Returns when the service is ready. */
    static Standalone start(Service service, Path log) {
        try {
            service.prepare(doing -> {});
            Standalone running = new Standalone(service, log, Spawner.start(service.command(), log));
            running.awaitReady();
            service.configure(doing -> {});
            return running;
        } catch (IOException e) {
            throw new LaunchException(service.name() + " does not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static LaunchException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LaunchException("interrupted", e);
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + service.patience().toNanos();
        while (!service.ready()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new LaunchException(service.name() + " does not start:\n" + Logs.tail(log, 0, 30));
            }
            Thread.sleep(100);
        }
    }

    /** As a crash would: no farewell. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** After {@link #kill()}: the same data, the same ports. */
    void restart() {
        try {
            process = Spawner.start(service.command(), log);
            awaitReady();
        } catch (IOException e) {
            throw new LaunchException(service.name() + " does not start again: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void close() {
        Processes.stop(process.toHandle(), service.farewell(), Duration.ofSeconds(15));
    }

    /** Ports that nobody uses at this moment, all different. */
    static int[] freePorts(int count) {
        ServerSocket[] sockets = new ServerSocket[count];
        try {
            for (int index = 0; index < count; index++) {
                sockets[index] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            }
            int[] ports =
                    Arrays.stream(sockets).mapToInt(ServerSocket::getLocalPort).toArray();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new LaunchException("no free port: " + e.getMessage(), e);
        }
    }

    /** Where unpacked programs are shared between runs: the checkout that the tests run in. */
    static Path programs() {
        Path here = Path.of("").toAbsolutePath();
        Path root = Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("cabildo")) && Files.exists(folder.resolve(".mvn")))
                .findFirst()
                .orElse(here);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putIfAbsent("CABILDO_ROOT", root.toString());
        return Home.of(environment).programs();
    }
}
