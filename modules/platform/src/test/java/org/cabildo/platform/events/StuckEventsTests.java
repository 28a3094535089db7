// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.FixedSites;
import org.cabildo.platform.PlatformTest;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.data.ReplicaLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class StuckEventsTests {

    @Autowired
    StuckEvents stuck;

    @Autowired
    Resubmission resubmission;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient client;

    @Autowired
    Audit audit;

    @Autowired
    ReplicaLock lock;

    @BeforeEach
    void forget() {
        client.sql("delete from events.event_publication").update();
        client.sql("delete from events.stuck_publication").update();
        BellListener.broken.clear();
        BellListener.heard.clear();
        BellListener.attempts.clear();
    }

    @Test
    void archivesWhatWasTaken() {
        publish("fine");

        await().untilAsserted(() -> assertThat(client.sql(
                                "select count(*) from events.event_publication_archive where serialized_event like '%fine%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1));
        assertThat(stuck.backlog().waiting()).isZero();
    }

    @Test
    void triesAgainUntilTheListenerRecovers() {
        BellListener.broken.add("slow");
        publish("slow");
        awaitFailed();
        BellListener.broken.clear();

        runUntil(() -> assertThat(BellListener.heard).containsExactly("slow"));
    }

    @Test
    void setsAsideWhatFailsTooOftenWhileOthersFlow() {
        BellListener.broken.add("poison");
        publish("poison");
        runUntil(() -> assertThat(stuck.newest(null, 10)).hasSize(1));
        publish("other");
        await().untilAsserted(() -> assertThat(BellListener.heard).containsExactly("other"));

        StuckEvent event = stuck.newest(null, 10).getFirst();
        assertThat(event.tenant()).isEqualTo(FixedSites.ALFA);
        assertThat(event.event()).isEqualTo("Bell");
        assertThat(event.listener()).isEqualTo("BellListener.hear");
        assertThat(event.attempts()).isEqualTo(3);
        assertThat(BellListener.attempts.stream().filter("poison"::equals)).hasSize(3);
        assertThat(stuck.backlog().stuck()).isEqualTo(1);
    }

    @Test
    void letsAnOperatorRetryAndRecordsIt() {
        BellListener.broken.add("mended");
        publish("mended");
        runUntil(() -> assertThat(stuck.newest(null, 10)).hasSize(1));
        BellListener.broken.clear();

        UUID id = stuck.newest(null, 10).getFirst().id();
        assertThat(stuck.retry(id, Actor.SYSTEM)).isTrue();
        assertThat(stuck.retry(id, Actor.SYSTEM)).isFalse();

        runUntil(() -> assertThat(BellListener.heard).containsExactly("mended"));
        assertThat(stuck.newest(null, 10)).isEmpty();
        assertThat(actions(id)).containsExactly("event.retried");
    }

    @Test
    void letsAnOperatorDiscardAndRecordsIt() {
        BellListener.broken.add("useless");
        publish("useless");
        runUntil(() -> assertThat(stuck.newest(null, 10)).hasSize(1));

        UUID id = stuck.newest(null, 10).getFirst().id();
        assertThat(stuck.discard(id, Actor.SYSTEM)).isTrue();

        assertThat(stuck.newest(null, 10)).isEmpty();
        assertThat(actions(id)).containsExactly("event.discarded");
    }

    @Test
    void setsAsideWhatNobodyCanReadAndGoesOn() {
        insertOld("org.cabildo.gone.Event", "{}");
        insertOld(Bell.class.getName(), "{\"tenant\":");
        BellListener.broken.add("behind");
        publish("behind");
        awaitFailed();
        BellListener.broken.clear();

        runUntil(() -> assertThat(BellListener.heard).containsExactly("behind"));
        assertThat(stuck.newest(null, 10)).extracting(StuckEvent::event).containsExactlyInAnyOrder("Event", "Bell");
    }

    @Test
    void isNotHeldUpByWhatNobodyCanReadYet() {
        insert("org.cabildo.gone.Event", "{}", "1 hour");
        insert(Bell.class.getName(), "{\"tenant\":", "1 hour");
        BellListener.broken.add("behind");
        publish("behind");
        awaitFailed();
        BellListener.broken.clear();

        runUntil(() -> assertThat(BellListener.heard).containsExactly("behind"));
    }

    @Test
    void pagesThroughWhatIsStuck() {
        insertOld("org.cabildo.One", "{}");
        insertOld("org.cabildo.Two", "{}");
        insertOld("org.cabildo.Three", "{}");
        runUntil(() -> assertThat(stuck.newest(null, 10)).hasSize(3));

        List<StuckEvent> first = stuck.newest(null, 2);
        List<StuckEvent> rest = stuck.newest(first.getLast().id(), 2);

        assertThat(rest).hasSize(1);
        assertThat(first).doesNotContainAnyElementsOf(rest);
    }

    @Test
    void letsOneReplicaAtATimeWork() throws InterruptedException {
        AtomicInteger works = new AtomicInteger();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread other = Thread.ofVirtual()
                .start(() -> lock.tryRun("test", () -> {
                    works.incrementAndGet();
                    inside.countDown();
                    awaitQuietly(done);
                }));
        inside.await();

        assertThat(lock.tryRun("test", works::incrementAndGet)).isFalse();
        assertThat(lock.tryRun("another", works::incrementAndGet)).isTrue();
        done.countDown();
        other.join();
        assertThat(lock.tryRun("test", works::incrementAndGet)).isTrue();
        assertThat(works).hasValue(3);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(String name) {
        TenantContext.run(
                FixedSites.ALFA,
                () -> transactions.executeWithoutResult(
                        status -> publisher.publishEvent(new Bell(FixedSites.ALFA, name))));
    }

    private void insertOld(String type, String event) {
        insert(type, event, "5 days");
    }

    private void insert(String type, String event, String age) {
        client.sql("insert into events.event_publication (id, listener_id, event_type, serialized_event, "
                        + "publication_date, status, completion_attempts) values (?, 'listener', ?, ?, "
                        + "now() - cast(? as interval), 'FAILED', 1)")
                .params(UUID.randomUUID(), type, event, age)
                .update();
    }

    private void awaitFailed() {
        await().untilAsserted(() -> assertThat(stuck.backlog().failed()).isPositive());
    }

    private void runUntil(org.awaitility.core.ThrowingRunnable expectation) {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(150))
                .untilAsserted(() -> {
                    resubmission.run();
                    expectation.run();
                });
    }

    private List<String> actions(UUID id) {
        return TenantContext.get(
                FixedSites.ALFA,
                () ->
                        audit
                                .ofTenant(FixedSites.ALFA, new Audit.Filter("", "", "event", id.toString()), null, 10)
                                .stream()
                                .map(Audit.Entry::action)
                                .toList());
    }
}
