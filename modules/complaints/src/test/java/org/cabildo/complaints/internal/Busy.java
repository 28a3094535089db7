// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.cabildo.complaints.ComplaintsTest;
import org.cabildo.complaints.NewRequest;
import org.cabildo.complaints.Reported;
import org.cabildo.complaints.Reporting;
import org.cabildo.complaints.ServiceRequest.Reporter;
import org.cabildo.complaints.SetClock;
import org.cabildo.complaints.TestedApplication;
import org.cabildo.geography.GeoPoint;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.tenancy.Manifests;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application in a process of its own, which works until somebody kills it and says on standard output what it has
 * done. Arguments: what to do, at which moment, how much; settings come as system properties.
 */
public final class Busy {

    static final String TOWN = "aguante";
    static final int WRITERS = 4;

    private Busy() {}

    public static void main(String[] arguments) throws InterruptedException {
        ConfigurableApplicationContext application = new SpringApplicationBuilder(TestedApplication.TYPE)
                .properties(Map.of("server.port", "0", "spring.main.banner-mode", "off"))
                .run();
        application.getBean(SetClock.class).set(Instant.parse(arguments[1]));
        TenantId tenant = town(application);
        say("ready");
        switch (arguments[0]) {
            case "report" -> report(application.getBean(Reporting.class), tenant, Integer.parseInt(arguments[2]));
            case "sweep" -> {
                int looked = application.getBean(Sweep.class).sweep(tenant);
                int folded = application.getBean(Folding.class).fold(tenant);
                say("swept " + looked + " folded " + folded);
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        say("finished");
        // Mail goes on until somebody ends the process.
        new CountDownLatch(1).await(Duration.ofMinutes(5).toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        application.close();
    }

    private static TenantId town(ConfigurableApplicationContext application) {
        Sites sites = application.getBean(Sites.class);
        if (sites.bySlug(TOWN).isEmpty()) {
            application.getBean(Manifests.class).apply(ComplaintsTest.folder(TOWN, true), Actor.SYSTEM);
        }
        return sites.bySlug(TOWN).orElseThrow().requireTenant();
    }

    private static void report(Reporting reporting, TenantId tenant, int each) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            Thread.ofVirtual().start(() -> {
                for (int i = 0; i < each; i++) {
                    send(reporting, tenant, number + "-" + i);
                }
                over.countDown();
            });
        }
        over.await();
    }

    private static void send(Reporting reporting, TenantId tenant, String submission) {
        Reported reported = TenantContext.get(tenant, () -> reporting.report(tenant, request(submission)));
        say("ack " + submission + " " + reported.id());
    }

    private static NewRequest request(String submission) {
        return new NewRequest(
                submission,
                "alumbrado",
                "La luz " + submission + " no enciende.",
                Map.of(),
                new GeoPoint(-16.4957, -68.1335),
                "",
                "",
                "",
                "web",
                new Reporter("", "vecino-" + submission + "@example.org", "", false, "es"),
                true,
                List.of(),
                "",
                null);
    }

    private static synchronized void say(String words) {
        System.out.println("BUSY " + words);
        System.out.flush();
    }
}
