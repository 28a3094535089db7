// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.notifications.internal.jooq.tables.records.ReaderRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.mail.MailPaper;
import org.cabildo.platform.mail.MailWriter;
import org.cabildo.platform.mail.WrittenMail;
import org.springframework.stereotype.Component;

/** The link to the preferences, for whoever asked. The reference is the reader. */
@Component
class PreferencesWriter implements MailWriter {

    static final String NAME = "notifications.preferences";

    private final ReaderRows rows;
    private final Letters letters;

    PreferencesWriter(ReaderRows rows, Letters letters) {
        this.rows = rows;
        this.letters = letters;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<WrittenMail> write(TenantId tenant, String reference) {
        return rows.byId(tenant, UUID.fromString(reference)).map(reader -> mail(tenant, reader));
    }

    private WrittenMail mail(TenantId tenant, ReaderRecord reader) {
        MailPaper paper = letters.paper(tenant, reader)
                .paragraph(letters.words("notifications.mail.remind.text", reader, letters.site(tenant)))
                .button(
                        letters.words("notifications.mail.preferences", reader),
                        letters.url(tenant, "/avisos/" + reader.getSecret()));
        return new WrittenMail(
                letters.words("notifications.mail.remind.subject", reader, letters.site(tenant)),
                paper.text(),
                paper.html(),
                Map.of());
    }
}
