// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** After everything is ready: sample tenants, addresses, accounts, and what it cost. */
final class Welcome {

    private final Installation installation;
    private final List<Supervisor> supervisors;
    private final Progress progress;

    Welcome(Installation installation, List<Supervisor> supervisors, Progress progress) {
        this.installation = installation;
        this.supervisors = supervisors;
        this.progress = progress;
    }

    void print(long started) throws IOException {
        if (runs("monolith")) {
            Management management = new Management(installation.managementUrl(), installation.internalToken());
            try {
                boolean applied = new SampleTenants(installation, management, progress).apply();
                if (applied) {
                    new SampleFigures(installation, management, progress).load();
                    new DemoPeople(installation, management, progress).enrol();
                }
            } catch (IOException e) {
                progress.given("tenants");
                progress.line("tenants", "were not applied: " + e.getMessage());
            }
            addresses(management);
        }
        if (runs("keycloak")) {
            accounts();
        }
        cost(started);
        progress.line(
                "Ctrl-C stops everything. Logs: " + installation.home().log("x").getParent());
    }

    private boolean runs(String service) {
        return supervisors.stream().anyMatch(one -> one.service().name().equals(service));
    }

    private void addresses(Management management) {
        progress.line("");
        try {
            for (Management.LiveSite site : management.liveSites()) {
                progress.line("  %-28s %s/".formatted(site.name(), installation.publicUrl(site.host())));
            }
        } catch (IOException e) {
            progress.line("  the site directory is not there: " + e.getMessage());
            progress.line(
                    "  %-28s %s/".formatted("Console", installation.publicUrl("console." + installation.baseDomain())));
        }
    }

    private void accounts() {
        progress.line("");
        progress.line("  Accounts; the password of each is " + installation.demoPassword());
        for (DemoPerson person : installation.people()) {
            progress.line("  %-34s %s"
                    .formatted(
                            person.email(),
                            person.role().toLowerCase(java.util.Locale.ROOT)
                                    + (person.staff() ? " of " + person.tenant() : "")));
        }
        progress.line("  %-34s %s"
                .formatted(
                        Keycloak.ADMIN,
                        "Keycloak's own administrator, password in "
                                + installation.home().secrets()));
        progress.line("");
    }

    private void cost(long started) {
        long launcher = Memory.kilobytes(ProcessHandle.current())
                - supervisors.stream().mapToLong(this::memory).sum();
        long total = Memory.kilobytes(ProcessHandle.current());
        String parts = supervisors.stream()
                .map(one -> one.service().name() + " " + Memory.megabytes(memory(one)))
                .collect(Collectors.joining(", "));
        progress.line("Ready in %s. Memory %s: %s, launcher %s."
                .formatted(
                        Progress.seconds(System.nanoTime() - started),
                        Memory.megabytes(total),
                        parts,
                        Memory.megabytes(launcher)));
    }

    private long memory(Supervisor supervisor) {
        Optional<ProcessHandle> handle = supervisor.handle();
        return handle.map(Memory::kilobytes).orElse(0L);
    }
}
