// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications;

import cabildo.testkit.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.mail.MailWriter;
import org.cabildo.platform.mail.WrittenMail;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.tenancy.Manifests;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A town in which people follow meteors; mail is read from the queue, as the writers would write it now. */
@SpringBootTest(
        classes = NotificationsApplication.class,
        properties = {"cabildo.notifications.spreading=P1D", "cabildo.notifications.digests=P1D"})
@EmbeddedDatabase(migrated = {"tenancy", "notifications"})
public abstract class NotificationsTest {

    protected static final Locale SPANISH = Locale.of("es");

    private static final AtomicInteger TOWNS = new AtomicInteger();
    private static final Pattern CONFIRM = Pattern.compile("/avisos/confirmar/([A-Za-z0-9_-]+)");
    private static final Pattern MINE = Pattern.compile("/avisos/([A-Za-z0-9_-]{24})");

    @Autowired
    protected Manifests manifests;

    @Autowired
    protected Sites sites;

    @Autowired
    protected Subscriptions subscriptions;

    @Autowired
    protected Preferences preferences;

    @Autowired
    protected Notices notices;

    @Autowired
    protected Meteors meteors;

    @Autowired
    protected SetClock clock;

    @Autowired
    protected List<MailWriter> writers;

    @Autowired
    protected TransactionTemplate transactions;

    @Autowired
    protected JdbcClient database;

    protected TenantId town;

    @BeforeEach
    void foundATown() {
        clock.set(SetClock.MONDAY_NINE);
        town = found();
    }

    protected TenantId found() {
        String slug = "cielo-" + TOWNS.incrementAndGet();
        try {
            Map<String, Object> document =
                    CanonicalYaml.read("tenant.yaml", Files.readString(Path.of("../../tenants/lapaz/tenant.yaml")));
            document.put("slug", slug);
            document.remove("domains");
            Folder folder = new Folder();
            folder.put("tenant.yaml", CanonicalYaml.write(document));
            manifests.apply(folder, Actor.SYSTEM);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return sites.bySlug(slug).orElseThrow().requireTenant();
    }

    protected <T> T here(Supplier<T> work) {
        return TenantContext.get(town, () -> transactions.execute(status -> work.get()));
    }

    protected void run(Runnable work) {
        here(() -> {
            work.run();
            return true;
        });
    }

    /** One queued mail. */
    protected record Queued(String to, String writer, String reference, String key) {}

    protected List<Queued> queue() {
        return here(() -> database.sql(
                        "select recipient, writer, body, key from platform.mail where tenant_id = ? order by id")
                .param(town.value())
                .query((row, number) -> new Queued(
                        row.getString("recipient"),
                        row.getString("writer"),
                        row.getString("body"),
                        row.getString("key")))
                .list());
    }

    protected List<Queued> queueOf(String writer) {
        return queue().stream()
                .filter(mail -> mail.writer().equals("notifications." + writer))
                .toList();
    }

    /** What a queued mail would say if it left now; null when it would not. */
    protected WrittenMail written(Queued mail) {
        MailWriter writer = writers.stream()
                .filter(one -> one.name().equals(mail.writer()))
                .findFirst()
                .orElseThrow();
        return here(() -> writer.write(town, mail.reference()).orElse(null));
    }

    /** Follows and confirms by the mail; answers with the secret of the preferences. */
    protected String follows(String email, String topic) {
        run(() -> subscriptions.follow(town, topic, email, SPANISH));
        String secret = first(CONFIRM, written(queueOf("confirm").getLast()).text());
        return here(() -> preferences.confirm(town, secret)).orElseThrow();
    }

    protected static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    protected static String preferencesIn(WrittenMail mail) {
        return first(MINE, mail.text().replace("/avisos/baja/", "/"));
    }

    protected void happens(String meteor, String who) {
        meteors.seen.put(meteor, who);
        run(() -> notices.tell(town, "meteors", meteor));
    }
}
