// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The monolith or the gateway: a Spring Boot jar that is configured by environment variables and tells its readiness on a
 * management port.
 *
 * @param name of the service
 * @param jar what the build made
 * @param folder where it is unpacked to run, so that another build does not pull classes from under the process
 * @param heap the JVM's limit, such as 512m
 * @param settings environment variables
 * @param probe the health group that tells when it has started
 */
record SpringProgram(
        String name,
        Path jar,
        Path folder,
        String heap,
        Map<String, String> settings,
        Port port,
        Port management,
        String probe,
        Ports numbers)
        implements Service {

    static SpringProgram monolith(Installation installation) {
        return new SpringProgram(
                "monolith",
                installation.jar("modules/app", "cabildo-app"),
                installation.home().run().resolve("monolith"),
                "512m",
                installation.monolithSettings(),
                Port.MONOLITH,
                Port.MONOLITH_MANAGEMENT,
                "readiness",
                installation.ports());
    }

    /** The gateway is ready when it has the monolith's sites; alone it can only be alive. */
    static SpringProgram gateway(Installation installation, boolean alone) {
        return new SpringProgram(
                "gateway",
                installation.jar("gateway", "cabildo-gateway"),
                installation.home().run().resolve("gateway"),
                "192m",
                installation.gatewaySettings(),
                Port.GATEWAY,
                Port.GATEWAY_MANAGEMENT,
                alone ? "liveness" : "readiness",
                installation.ports());
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + numbers.of(port);
    }

    @Override
    public void prepare(Consumer<String> doing) throws IOException {
        if (!Files.exists(jar)) {
            throw new LaunchException(name + ": " + jar + " is missing; ./cabildo up builds it");
        }
        UnpackedJar.unpack(jar, folder);
    }

    @Override
    public ProcessBuilder command() throws IOException {
        List<String> command = new ArrayList<>(Processes.leash("TERM"));
        command.addAll(Processes.smallJvm(heap));
        command.addAll(Processes.extraOptions(name));
        command.addAll(UnpackedJar.arguments(folder));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        return builder;
    }

    @Override
    public boolean ready() {
        return Http.answers("http://127.0.0.1:" + numbers.of(management) + "/actuator/health/" + probe);
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(4);
    }
}
