// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.notifications.NoticeSource.Followed;
import org.cabildo.notifications.internal.jooq.tables.records.ReaderRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.mail.MailPaper;
import org.cabildo.platform.mail.MailWriter;
import org.cabildo.platform.mail.WrittenMail;
import org.springframework.stereotype.Component;

/** Asks whether an address really wants to follow. The reference is the subscription. */
@Component
class ConfirmWriter implements MailWriter {

    static final String NAME = "notifications.confirm";

    private final ReaderRows rows;
    private final Sources sources;
    private final Letters letters;

    ConfirmWriter(ReaderRows rows, Sources sources, Letters letters) {
        this.rows = rows;
        this.sources = sources;
        this.letters = letters;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<WrittenMail> write(TenantId tenant, String reference) {
        return rows.subscription(tenant, UUID.fromString(reference))
                .filter(subscription -> subscription.getConfirmedAt() == null)
                .flatMap(subscription -> rows.byId(tenant, subscription.getReader())
                        .flatMap(reader -> sources.followed(tenant, subscription.getTopic(), Letters.language(reader))
                                .map(followed -> mail(tenant, reader, followed, subscription.getSecret()))));
    }

    private WrittenMail mail(TenantId tenant, ReaderRecord reader, Followed followed, String secret) {
        MailPaper paper = letters.paper(tenant, reader)
                .paragraph(letters.words("notifications.mail.confirm.text", reader, followed.name()))
                .button(
                        letters.words("notifications.mail.confirm.button", reader),
                        letters.url(tenant, "/avisos/confirmar/" + secret))
                .paragraph(letters.words("notifications.mail.confirm.otherwise", reader));
        return new WrittenMail(
                letters.words("notifications.mail.confirm.subject", reader, letters.site(tenant)),
                paper.text(),
                paper.html(),
                Map.of());
    }
}
