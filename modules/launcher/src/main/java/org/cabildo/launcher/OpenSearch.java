// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One OpenSearch node in a process of its own, without security: it listens on the loopback address only. */
final class OpenSearch implements Service {

    /** A name, not a class literal: the class cannot be loaded without OpenSearch's own class path. */
    private static final String NODE = "org.cabildo.launcher.OpenSearchNode";

    private final Path data;
    private final int port;
    private final int transportPort;

    OpenSearch(Path data, int port, int transportPort) {
        this.data = data;
        this.port = port;
        this.transportPort = transportPort;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public String name() {
        return "opensearch";
    }

    @Override
    public String address() {
        return url();
    }

    @Override
    public void prepare(Consumer<String> doing) throws IOException {
        Files.createDirectories(data.resolve("config"));
    }

    @Override
    public ProcessBuilder command() {
        List<String> command = new ArrayList<>(Processes.leash("TERM"));
        command.addAll(Processes.smallJvm("384m"));
        command.addAll(Processes.extraOptions("opensearch"));
        command.addAll(List.of(
                "-Dopensearch.networkaddress.cache.ttl=60",
                "-Djava.awt.headless=true",
                "-Dlog4j2.disable.jmx=true",
                "-Dorg.apache.logging.log4j.level=WARN",
                "--add-opens=java.base/java.nio.file=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                BuildOutput.opensearchClassPath(),
                NODE,
                data.toString(),
                Integer.toString(port),
                Integer.toString(transportPort)));
        return new ProcessBuilder(command);
    }

    @Override
    public boolean ready() {
        return Http.answers(url() + "/_cluster/health?wait_for_status=yellow&timeout=1s");
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(120);
    }
}
