// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Starts everything, tells when it is ready, and stops everything in the opposite order. */
final class Up {

    private static final List<String> SERVICES = List.of("postgres", "opensearch", "keycloak", "monolith", "gateway");

    private final Home home;
    private final Options options;
    private final Map<String, String> environment;
    private final RunFolder run;
    private final Progress progress = new Progress(System.out);
    private final List<Supervisor> supervisors = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final long started = System.nanoTime();

    Up(Home home, Options options, Map<String, String> environment) {
        this.home = home;
        this.options = options;
        this.environment = environment;
        this.run = new RunFolder(home.run());
    }

    /** Returns when everything has stopped; the number is the exit code. */
    int run() throws IOException, InterruptedException {
        takePlace();
        Installation installation =
                new Installation(home, options.ports(), new Secrets(home.secrets()), DemoPerson.all(), environment);
        progress.line("Cabildo " + Installation.version() + ", Java " + Runtime.version() + ", data in " + home.data());
        services(installation)
                .forEach(service -> supervisors.add(new Supervisor(service, home.log(service.name()), run, progress)));
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        ParentWatch.start(() -> {
            progress.line("The process that started this is gone.");
            System.exit(0);
        });
        startAll();
        awaitAll();
        Files.writeString(home.run().resolve("management.url"), installation.managementUrl() + "\n");
        new Welcome(installation, supervisors, progress).print(started);
        end.await();
        return 0;
    }

    /** Nothing is started or forgotten before it is sure that this launcher may run here. */
    private void takePlace() throws IOException {
        home.requireOwn();
        run.lock();
        run.record("launcher", ProcessHandle.current());
        run.stopOrphans(home.postgres(), progress::line);
        PortCheck.requireFree(Port.of(wanted()), options.ports());
        if (options.fresh()) {
            progress.line("Forgetting the data in " + home.data());
            home.wipe();
        }
    }

    private Set<String> wanted() {
        return SERVICES.stream()
                .filter(name -> options.wants(name) && !Installation.external(name, environment))
                .collect(Collectors.toSet());
    }

    /** In the order in which they depend on one another. */
    private List<Service> services(Installation installation) {
        Set<String> wanted = wanted();
        Ports ports = installation.ports();
        Keycloak.Place place = new Keycloak.Place(
                home.programs(),
                home.keycloak(),
                ports.of(Port.KEYCLOAK),
                ports.of(Port.KEYCLOAK_MANAGEMENT),
                installation.identityPublicUrl());
        Realm realm = new Realm(installation.realmSecrets(), installation.people(), installation.demoPassword());
        Path monolith = installation.jar("modules/app", "cabildo-app");
        List<Service> all = List.of(
                new Postgres(
                        home,
                        ports.of(Port.POSTGRES),
                        installation.secrets(),
                        new Bootstrap(monolith, installation.secrets())),
                new OpenSearch(home.opensearch(), ports.of(Port.OPENSEARCH), ports.of(Port.OPENSEARCH_TRANSPORT)),
                new Keycloak(place, home.log("keycloak"), installation.secrets(), realm),
                SpringProgram.monolith(installation),
                SpringProgram.gateway(installation, !wanted.contains("monolith")));
        return all.stream().filter(service -> wanted.contains(service.name())).toList();
    }

    private void startAll() {
        Map<String, Supervisor> byName = new LinkedHashMap<>();
        supervisors.forEach(supervisor -> byName.put(supervisor.service().name(), supervisor));
        for (Supervisor supervisor : supervisors) {
            boolean needsDatabase = supervisor.service().name().equals("monolith");
            Supervisor database = byName.get("postgres");
            supervisor.start(needsDatabase && database != null ? List.of(database) : List.of());
        }
    }

    /** The first failure ends the wait. */
    private void awaitAll() throws InterruptedException {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        CompletableFuture<?>[] all = supervisors.stream()
                .map(supervisor -> supervisor.ready().whenComplete((ok, failure) -> {
                    if (failure != null) {
                        failed.completeExceptionally(failure);
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture<Object> first = CompletableFuture.anyOf(failed, CompletableFuture.allOf(all));
        while (!first.isDone()) {
            end.await(500, TimeUnit.MILLISECONDS);
            progress.beat();
        }
        try {
            first.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LaunchException known ? known : new LaunchException(e.getMessage(), e);
        }
    }

    /** Gateway first, PostgreSQL last. */
    private synchronized void stop() {
        long began = System.nanoTime();
        boolean any =
                supervisors.stream().anyMatch(supervisor -> supervisor.handle().isPresent());
        if (any) {
            progress.line("Stopping");
        }
        supervisors.reversed().forEach(supervisor -> supervisor.stop(Duration.ofSeconds(15)));
        if (any) {
            progress.line("Stopped in " + Progress.seconds(System.nanoTime() - began));
        }
        try {
            Files.deleteIfExists(home.run().resolve("management.url"));
            run.close();
        } catch (IOException e) {
            progress.line("cannot clean up " + home.run() + ": " + e.getMessage());
        }
        end.countDown();
    }
}
