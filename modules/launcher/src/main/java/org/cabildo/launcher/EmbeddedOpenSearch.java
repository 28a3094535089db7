// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.nio.file.Path;

/**
 * A real OpenSearch node for tests, in a process with its own class path, so that none of its libraries meet those of
 * the caller. Listens on the loopback address without security, and ends with the JVM that started it.
 */
public final class EmbeddedOpenSearch implements AutoCloseable {

    private final OpenSearch service;
    private final Standalone running;

    private EmbeddedOpenSearch(OpenSearch service, Standalone running) {
        this.service = service;
        this.running = running;
    }

    /** Starts a node on free ports; about three seconds. */
    public static EmbeddedOpenSearch start(Path folder) {
        int[] ports = Standalone.freePorts(2);
        return start(folder, ports[0], ports[1]);
    }

    /** Starts a node with its data and its log in {@code folder}. */
    public static EmbeddedOpenSearch start(Path folder, int port, int transportPort) {
        Path data = folder.toAbsolutePath();
        OpenSearch service = new OpenSearch(data, port, transportPort);
        return new EmbeddedOpenSearch(service, Standalone.start(service, data.resolve("opensearch.log")));
    }

    /** Such as {@code http://127.0.0.1:19200}. */
    public String url() {
        return service.url();
    }

    /** Ends the process without farewell. */
    public void kill() {
        running.kill();
    }

    /** After {@link #kill()}: starts again with the same data and ports. */
    public void restart() {
        running.restart();
    }

    @Override
    public void close() {
        running.close();
    }
}
