// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.cabildo.content.Message;
import org.cabildo.platform.files.SafeDownload.Caching;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.View;

/** Messages as a table for spreadsheets. */
final class MessageTable {

    private MessageTable() {}

    static void send(List<Message> messages, View view, HttpServletResponse response) throws IOException {
        String title = view.msg("content.inbox.title");
        Table table = Table.of(
                title,
                view.site().zone(),
                Column.instant("received", view.msg("content.inbox.received")),
                Column.text("name", view.msg("content.contact.name")),
                Column.text("email", view.msg("content.contact.email")),
                Column.text("subject", view.msg("content.contact.subject")),
                Column.text("message", view.msg("content.contact.message")),
                Column.instant("answered", view.msg("content.inbox.answered")),
                Column.text("answeredBy", view.msg("content.inbox.answeredBy")));
        new Download(table, TabularFormat.CSV_EXCEL, view.site().slug() + "-" + title)
                .writeTo(response, Caching.PRIVATE, rows -> {
                    for (Message message : messages) {
                        rows.row(
                                message.received(),
                                message.name(),
                                message.email(),
                                message.subject(),
                                message.body(),
                                message.answered(),
                                message.answeredBy());
                    }
                });
    }
}
