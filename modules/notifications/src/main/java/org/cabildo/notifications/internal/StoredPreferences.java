// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.notifications.NoticeSource.Followed;
import org.cabildo.notifications.Preferences;
import org.cabildo.notifications.Rhythm;
import org.cabildo.notifications.internal.jooq.tables.records.ReaderRecord;
import org.cabildo.notifications.internal.jooq.tables.records.SubscriptionRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.mail.LateMail;
import org.cabildo.platform.mail.Mailer;

@UseCase
class StoredPreferences implements Preferences {

    private static final Followed GONE = new Followed("", "");

    private final ReaderRows rows;
    private final Following following;
    private final Sources sources;
    private final Mailer mailer;
    private final Clock clock;

    StoredPreferences(ReaderRows rows, Following following, Sources sources, Mailer mailer, Clock clock) {
        this.rows = rows;
        this.following = following;
        this.sources = sources;
        this.mailer = mailer;
        this.clock = clock;
    }

    @Override
    public Optional<Reader> reader(TenantId tenant, String secret, Locale locale) {
        return rows.bySecret(tenant, secret)
                .map(reader -> new Reader(
                        masked(reader.getEmail()),
                        Locale.forLanguageTag(reader.getLocale()),
                        reader.getStoppedAt() != null,
                        rows.subscriptions(tenant, reader.getId()).stream()
                                .map(subscription -> seen(tenant, subscription, locale))
                                .toList()));
    }

    /** Enough of an address that its owner knows it, and nobody else who sees the page. */
    static String masked(String email) {
        int at = email.indexOf('@');
        return email.substring(0, Math.min(at, 2)) + "•••" + email.substring(at);
    }

    private Subscription seen(TenantId tenant, SubscriptionRecord row, Locale locale) {
        return new Subscription(
                row.getId(),
                row.getTopic(),
                sources.followed(tenant, row.getTopic(), locale).orElse(GONE),
                Rhythm.of(row.getRhythm()),
                row.getOwn(),
                row.getConfirmedAt() != null);
    }

    @Override
    public boolean change(TenantId tenant, String secret, Map<UUID, Rhythm> rhythms, Locale locale) {
        Optional<ReaderRecord> found = rows.bySecret(tenant, secret);
        found.ifPresent(reader -> {
            reader.setLocale(locale.toLanguageTag());
            reader.setStoppedAt(null);
            reader.setRefused((short) 0);
            rows.save(tenant, reader);
            rhythms.forEach((id, rhythm) -> following.rhythm(tenant, reader.getId(), id, rhythm.code()));
        });
        return found.isPresent();
    }

    @Override
    public boolean end(TenantId tenant, String secret, UUID subscription) {
        Optional<SubscriptionRecord> found = rows.bySecret(tenant, secret)
                .flatMap(reader -> rows.subscription(tenant, subscription)
                        .filter(one -> one.getReader().equals(reader.getId())));
        found.ifPresent(one -> following.remove(tenant, one));
        return found.isPresent();
    }

    @Override
    public Optional<Subscription> subscription(TenantId tenant, String secret, Locale locale) {
        return rows.subscriptionBySecret(tenant, secret).map(row -> seen(tenant, row, locale));
    }

    @Override
    public Optional<String> confirm(TenantId tenant, String secret) {
        Optional<SubscriptionRecord> found = rows.subscriptionBySecret(tenant, secret);
        found.ifPresent(subscription -> following.confirm(tenant, subscription));
        return found.flatMap(subscription -> rows.byId(tenant, subscription.getReader()))
                .map(reader -> {
                    reader.setStoppedAt(null);
                    reader.setRefused((short) 0);
                    rows.save(tenant, reader);
                    return reader.getSecret();
                });
    }

    @Override
    public boolean leave(TenantId tenant, String secret) {
        List<SubscriptionRecord> meant = rows.subscriptionBySecret(tenant, secret)
                .map(List::of)
                .orElseGet(() -> rows.bySecret(tenant, secret)
                        .map(reader -> rows.subscriptions(tenant, reader.getId()))
                        .orElse(List.of()));
        meant.forEach(subscription -> following.remove(tenant, subscription));
        return !meant.isEmpty();
    }

    @Override
    public void remind(TenantId tenant, String email) {
        rows.lockByEmail(tenant, email.strip())
                .filter(reader -> following.mayBeAsked(tenant, reader, clock.instant()))
                .ifPresent(reader -> mailer.send(new LateMail(
                        tenant,
                        reader.getEmail(),
                        PreferencesWriter.NAME,
                        reader.getId().toString(),
                        "preferences:" + reader.getId() + ":" + clock.instant().getEpochSecond())));
    }
}
