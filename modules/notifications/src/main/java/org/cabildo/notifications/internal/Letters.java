// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import java.util.Locale;
import java.util.Map;
import org.cabildo.notifications.Notice;
import org.cabildo.notifications.internal.jooq.tables.records.ReaderRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.mail.MailPaper;
import org.cabildo.platform.mail.WrittenMail;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the mails of this module have in common: the language of the reader, and the way out. */
@Component
class Letters {

    private final MessageSource messages;
    private final Sources sources;

    Letters(MessageSource messages, Sources sources) {
        this.messages = messages;
        this.sources = sources;
    }

    static Locale language(ReaderRecord reader) {
        return Locale.forLanguageTag(reader.getLocale());
    }

    String words(String key, ReaderRecord reader, Object... arguments) {
        return messages.getMessage(key, arguments, key, language(reader));
    }

    String url(TenantId tenant, String path) {
        return sources.url(tenant, path);
    }

    String site(TenantId tenant) {
        return sources.site(tenant).name();
    }

    MailPaper paper(TenantId tenant, ReaderRecord reader) {
        return MailPaper.of(sources.site(tenant), language(reader));
    }

    void add(TenantId tenant, MailPaper paper, ReaderRecord reader, Notice notice) {
        paper.paragraph(notice.text());
        if (!notice.quote().isBlank()) {
            paper.quote(notice.quote());
        }
    }

    /** Ends a mail: why the reader has it, and how to get no more. */
    WrittenMail end(TenantId tenant, MailPaper paper, ReaderRecord reader, String subject, String leaving) {
        String out = url(tenant, "/avisos/baja/" + leaving);
        paper.small(
                words("notifications.mail.why", reader, sources.site(tenant).officialName()),
                words("notifications.mail.leave", reader),
                out);
        paper.small(
                words("notifications.mail.rhythm", reader),
                words("notifications.mail.preferences", reader),
                url(tenant, "/avisos/" + reader.getSecret()));
        return new WrittenMail(
                subject,
                paper.text(),
                paper.html(),
                Map.of("List-Unsubscribe", "<" + out + ">", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
}
