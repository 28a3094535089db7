// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cabildo.testkit.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The process is killed with signal 9 while it takes reports, while it sends mail and in the middle of a sweep. What was
 * acknowledged is there, what was not may be sent again, nothing is there twice and no mail leaves twice.
 */
@Timeout(400)
class CrashTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int EACH = 60;
    private static final int BULK = 4_000;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated("tenancy", "geography", "notifications", "complaints");

    @TempDir
    Path mail;

    private final JdbcClient superuser = DATABASE.as("postgres");
    private final List<Worker> workers = new ArrayList<>();

    /** A process that works, and what it said. */
    private record Worker(Process process, List<String> said) {

        long count(String word) {
            return said.stream().filter(line -> line.startsWith(word)).count();
        }
    }

    @AfterEach
    void end() {
        workers.forEach(worker -> worker.process().destroyForcibly());
    }

    @Test
    void losesAndRepeatsNothingWhereverItIsKilled() throws Exception {
        Worker first = start("report", "2026-11-23T13:00:00Z", "100000");
        killWhen(first, () -> first.count("ack ") >= 80);
        Map<String, String> acknowledged = acknowledged(first);
        checkReports(acknowledged);

        // Everybody sends again what they sent, at a time when mail that was under way is taken again.
        int before = letters().size();
        Worker second = start("report", "2026-11-23T13:10:00Z", "" + EACH);
        killWhen(second, () -> letters().size() >= before + 20);
        acknowledged(second)
                .forEach((submission, id) -> assertThat(acknowledged.getOrDefault(submission, id))
                        .as("report %s is the one that it was", submission)
                        .isEqualTo(id));
        checkReports(acknowledged(second));
        assertThat(number("select count(*) from platform.mail where status = 'queued'"))
                .as("it was killed while it sent")
                .isPositive();

        reportThousands();
        Worker third = start("sweep", "2027-01-23T13:00:00Z", "");
        killWhen(third, () -> number("select count(*) from complaints.entry where kind = 'overdue'") > 600);
        assertThat(third.count("swept")).as("it was killed in the middle").isZero();

        Worker fourth = start("sweep", "2027-01-24T13:00:00Z", "");
        await().atMost(PATIENCE).until(() -> fourth.count("finished") > 0);
        await().atMost(PATIENCE).until(() -> number("select count(*) from platform.mail where status = 'queued'") == 0);
        checkSweep();
        checkMail();
    }

    private Worker start(String work, String moment, String amount) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dspring.flyway.enabled=false",
                "-Dcabildo.mail.dir=" + mail,
                "-Dcabildo.complaints.sweep=P1D",
                "-Dcabildo.complaints.folding=P1D"));
        DATABASE.settings((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Busy.class.getName(),
                work,
                moment,
                amount));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Worker worker = new Worker(process, new CopyOnWriteArrayList<>());
        workers.add(worker);
        Thread.ofVirtual().start(() -> read(process.inputReader(), worker.said()));
        await().atMost(PATIENCE).until(() -> {
            assertThat(process.isAlive())
                    .as(() -> String.join("\n", worker.said()))
                    .isTrue();
            return worker.count("ready") > 0;
        });
        return worker;
    }

    private static void read(BufferedReader reader, List<String> said) {
        reader.lines().forEach(line -> {
            if (line.startsWith("BUSY ")) {
                said.add(line.substring(5));
            } else if (line.contains("ERROR") || line.startsWith("Caused by") || line.contains("Exception")) {
                said.add("! " + line);
            }
        });
    }

    private static void killWhen(Worker worker, BooleanSupplier condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
            assertThat(worker.process().isAlive())
                    .as(() -> String.join("\n", worker.said()))
                    .isTrue();
            return condition.getAsBoolean();
        });
        worker.process().destroyForcibly().onExit().join();
        assertThat(worker.process().exitValue()).as("signal 9").isEqualTo(137);
    }

    private static Map<String, String> acknowledged(Worker worker) {
        Map<String, String> acknowledged = new TreeMap<>();
        worker.said().stream().filter(line -> line.startsWith("ack ")).forEach(line -> {
            String[] parts = line.split(" ");
            acknowledged.put(parts[1], parts[2]);
        });
        return acknowledged;
    }

    private void checkReports(Map<String, String> acknowledged) {
        Map<String, String> stored = new TreeMap<>();
        superuser
                .sql("select submission, id::text from complaints.request")
                .query((row, number) -> stored.put(row.getString(1), row.getString(2)))
                .list();
        assertThat(stored).as("what was acknowledged is there").containsAllEntriesOf(acknowledged);
        long requests = stored.size();
        assertThat(number("select count(*) from complaints.entry where kind = 'reported'"))
                .isEqualTo(requests);
        assertThat(number("select coalesce(sum(received), 0) from complaints.delta"))
                .isEqualTo(requests);
        assertThat(number("select count(*) from platform.mail where key like 'complaints:received:%'"))
                .as("a report and its mail stand or fall together")
                .isEqualTo(requests);
        assertThat(number("select count(*) from notifications.notice")).isEqualTo(requests);
    }

    /** Requests like those that are there, without anybody to write to. */
    private void reportThousands() {
        superuser
                .sql(
                        "insert into complaints.request (tenant_id, submission, service, status, description, agency, channel,"
                                + " confirmed, confidential, requested_at, updated_at, response_due, update_due, solution_due,"
                                + " next_check) select tenant_id, 'bulk-' || n, service, status, description, agency, 'counter', true,"
                                + " false, requested_at, updated_at, response_due, update_due, solution_due, next_check"
                                + " from (select * from complaints.request limit 1) r, generate_series(1, ?) n")
                .param(BULK)
                .update();
        superuser
                .sql("insert into complaints.delta (tenant_id, day, service, territory, agency, received, open)"
                        + " select tenant_id, requested_at::date, service, territory, agency, 1, 1"
                        + " from complaints.request where submission like 'bulk-%'")
                .update();
    }

    private void checkSweep() {
        long requests = number("select count(*) from complaints.request");
        assertThat(number("select count(*) from (select request, kind, text from complaints.entry"
                        + " where kind in ('overdue', 'warned') group by 1, 2, 3 having count(*) > 1) twice"))
                .as("nothing is noted twice")
                .isZero();
        assertThat(number("select count(*) from complaints.entry where kind = 'overdue' and text = 's'"))
                .as("nothing is forgotten")
                .isEqualTo(requests);
        assertThat(number("select count(*) from complaints.request where next_check is not null or overdue <> 'rus'"))
                .isZero();
        assertThat(number("select sum(overdue) from complaints.tally")).isEqualTo(requests);
        assertThat(number("select sum(open) from complaints.tally")).isEqualTo(requests);
        assertThat(number("select count(*) from complaints.delta")).isZero();
    }

    private void checkMail() {
        List<String> letters = letters();
        assertThat(number("select count(*) from platform.mail where status = 'sent'"))
                .isEqualTo(letters.size());
        assertThat(number("select count(distinct recipient) from platform.mail"))
                .isEqualTo(letters.size());
        assertThat(letters.stream().map(CrashTests::recipient).distinct())
                .as("one mail to each")
                .hasSize(letters.size());
    }

    private List<String> letters() {
        try (Stream<Path> files = Files.list(mail)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(CrashTests::text)
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static String recipient(String letter) {
        return letter.lines()
                .filter(line -> line.startsWith("To: "))
                .findFirst()
                .orElseThrow();
    }

    private long number(String question) {
        return superuser.sql(question).query(Long.class).single();
    }
}
