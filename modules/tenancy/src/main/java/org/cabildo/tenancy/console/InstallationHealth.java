// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.platform.events.StuckEvents;
import org.cabildo.platform.events.StuckEvents.Backlog;
import org.cabildo.platform.mail.UndeliveredMails;
import org.cabildo.platform.web.Tone;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Looks at what the installation is made of, part by part; a part that does not answer never fails the others. */
@Component
class InstallationHealth {

    private static final Logger LOG = LoggerFactory.getLogger(InstallationHealth.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MANY = 100;
    private static final long SCARCE = 2L * 1024 * 1024 * 1024;

    private final DSLContext dsl;
    private final StuckEvents events;
    private final UndeliveredMails mails;
    private final Environment settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    InstallationHealth(DSLContext dsl, StuckEvents events, UndeliveredMails mails, Environment settings) {
        this.dsl = dsl;
        this.events = events;
        this.mails = mails;
        this.settings = settings;
    }

    /**
     * How a part is.
     *
     * @param key the part, for its words
     * @param arguments figures for its words
     */
    record Reading(String key, Tone tone, List<Object> arguments) {

        static Reading of(String key, Tone tone, Object... arguments) {
            return new Reading(key, tone, List.of(arguments));
        }
    }

    List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        readings.add(safely(
                "database",
                () -> Reading.of(
                        "database",
                        Tone.GOOD,
                        dsl.fetchSingle("show server_version").get(0, String.class))));
        readings.add(answering("search", setting("cabildo.search.url", "CABILDO_SEARCH_URL"), ""));
        String realm = settings.getProperty("CABILDO_IDENTITY_REALM", "cabildo");
        readings.add(
                answering("identity", setting("cabildo.identity.url", "CABILDO_IDENTITY_URL"), "/realms/" + realm));
        readings.add(safely("mail", this::mail));
        readings.add(safely("events", this::events));
        readings.add(safely("disk", this::disk));
        return readings;
    }

    private String setting(String property, String variable) {
        return settings.getProperty(property, settings.getProperty(variable, ""));
    }

    private Reading mail() {
        int undelivered = mails.newest(MANY).size();
        return Reading.of("mail", undelivered == 0 ? Tone.GOOD : Tone.WARNING, undelivered);
    }

    private Reading events() {
        Backlog backlog = events.backlog();
        Tone tone = backlog.stuck() > 0 ? Tone.BAD : backlog.failed() > 0 ? Tone.WARNING : Tone.GOOD;
        return Reading.of("events", tone, backlog.waiting(), backlog.failed(), backlog.stuck());
    }

    private Reading disk() {
        try {
            String directory = setting("cabildo.files.dir", "CABILDO_FILES_DIR");
            Path path = Path.of(directory.isEmpty() ? System.getProperty("java.io.tmpdir") : directory);
            while (!Files.exists(path) && path.toAbsolutePath().getParent() != null) {
                path = path.toAbsolutePath().getParent();
            }
            long free = Files.getFileStore(path).getUsableSpace();
            return Reading.of("disk", free > SCARCE ? Tone.GOOD : Tone.WARNING, free / (1024 * 1024 * 1024));
        } catch (IOException exception) {
            throw new java.io.UncheckedIOException(exception);
        }
    }

    private Reading answering(String key, String url, String path) {
        if (url.isEmpty()) {
            return Reading.of(key, Tone.NEUTRAL);
        }
        return safely(key, () -> {
            try {
                HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(PATIENCE)
                        .GET()
                        .build();
                int status = http.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                return Reading.of(key, status < 500 ? Tone.GOOD : Tone.BAD);
            } catch (IOException exception) {
                return Reading.of(key, Tone.BAD);
            } catch (InterruptedException exception) {
                Thread.currentThread().interrupt();
                return Reading.of(key, Tone.BAD);
            }
        });
    }

    private static Reading safely(String key, java.util.function.Supplier<Reading> look) {
        try {
            return look.get();
        } catch (RuntimeException exception) {
            LOG.warn("The health of {} is not known: {}", key, exception.getMessage());
            return Reading.of(key, Tone.BAD, 0, 0, 0);
        }
    }
}
