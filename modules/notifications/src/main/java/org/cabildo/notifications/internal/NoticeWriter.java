// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import java.util.Optional;
import java.util.UUID;
import org.cabildo.notifications.Notice;
import org.cabildo.notifications.internal.jooq.tables.records.ReaderRecord;
import org.cabildo.notifications.internal.jooq.tables.records.SubscriptionRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.mail.MailPaper;
import org.cabildo.platform.mail.MailWriter;
import org.cabildo.platform.mail.WrittenMail;
import org.springframework.stereotype.Component;

/** One thing that happened, for one reader. The reference is the notice and the subscription. */
@Component
class NoticeWriter implements MailWriter {

    static final String NAME = "notifications.notice";

    private final ReaderRows rows;
    private final NoticeRows notices;
    private final Letters letters;

    NoticeWriter(ReaderRows rows, NoticeRows notices, Letters letters) {
        this.rows = rows;
        this.notices = notices;
        this.letters = letters;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<WrittenMail> write(TenantId tenant, String reference) {
        String[] parts = reference.split(" ");
        Optional<SubscriptionRecord> following = rows.subscription(tenant, UUID.fromString(parts[1]));
        return following.flatMap(subscription -> rows.byId(tenant, subscription.getReader())
                .flatMap(reader -> notices.told(tenant, Long.parseLong(parts[0]), reader, subscription)
                        .map(notice -> mail(tenant, reader, subscription, notice))));
    }

    private WrittenMail mail(TenantId tenant, ReaderRecord reader, SubscriptionRecord subscription, Notice notice) {
        MailPaper paper = letters.paper(tenant, reader).heading(notice.heading());
        letters.add(tenant, paper, reader, notice);
        paper.button(letters.words("notifications.mail.read", reader), letters.url(tenant, notice.path()));
        return letters.end(tenant, paper, reader, notice.subject(), subscription.getSecret());
    }
}
