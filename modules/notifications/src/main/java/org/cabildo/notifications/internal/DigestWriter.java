// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.notifications.Notice;
import org.cabildo.notifications.internal.jooq.tables.records.ReaderRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.mail.MailPaper;
import org.cabildo.platform.mail.MailWriter;
import org.cabildo.platform.mail.WrittenMail;
import org.springframework.stereotype.Component;

/** Everything of a day for one reader, what belongs together under one heading. The reference is the reader and the day. */
@Component
class DigestWriter implements MailWriter {

    static final String NAME = "notifications.digest";

    private static final int MOST = 40;

    private final ReaderRows rows;
    private final NoticeRows notices;
    private final Letters letters;

    DigestWriter(ReaderRows rows, NoticeRows notices, Letters letters) {
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
        return rows.byId(tenant, UUID.fromString(parts[0]))
                .flatMap(reader -> Optional.of(notices.ofDay(tenant, reader, LocalDate.parse(parts[1])))
                        .filter(told -> !told.isEmpty())
                        .map(told -> mail(tenant, reader, told)));
    }

    private WrittenMail mail(TenantId tenant, ReaderRecord reader, List<Notice> told) {
        Map<String, List<Notice>> things =
                told.stream().collect(Collectors.groupingBy(Notice::heading, LinkedHashMap::new, Collectors.toList()));
        MailPaper paper = letters.paper(tenant, reader)
                .paragraph(letters.words("notifications.mail.digest.text", reader, things.size()));
        things.values().stream().limit(MOST).forEach(of -> {
            paper.heading(of.getFirst().heading());
            of.forEach(notice -> letters.add(tenant, paper, reader, notice));
            paper.link(
                    letters.words("notifications.mail.read", reader),
                    letters.url(tenant, of.getFirst().path()));
        });
        if (things.size() > MOST) {
            paper.paragraph(letters.words("notifications.mail.digest.more", reader, things.size() - MOST));
        }
        String subject =
                letters.words("notifications.mail.digest.subject", reader, things.size(), letters.site(tenant));
        return letters.end(tenant, paper, reader, subject, reader.getSecret());
    }
}
