// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.cabildo.platform.Audit;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Rows;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/** Changes as a table for spreadsheets, one line for each field that changed. */
public final class AuditTable {

    private static final int BATCH = 200;

    private final View view;
    private final @Nullable Function<Audit.Entry, String> tenant;

    /** @param tenant names the tenant of an entry, where the table is about several; else null */
    public AuditTable(View view, @Nullable Function<Audit.Entry, String> tenant) {
        this.view = view;
        this.tenant = tenant;
    }

    /** Entries newest first, older than the given one; fewer than asked for at the end only. */
    @FunctionalInterface
    public interface Source {

        List<Audit.Entry> read(@Nullable UUID olderThan, int atMost);
    }

    /** Answers with everything that the source has. */
    public void send(HttpServletResponse response, String name, Source source) throws IOException {
        new Download(table(), TabularFormat.CSV_EXCEL, name).writeTo(response, SafeDownload.Caching.PRIVATE, sink -> {
            List<Audit.Entry> batch = source.read(null, BATCH);
            while (!batch.isEmpty()) {
                for (Audit.Entry entry : batch) {
                    rows(entry, sink);
                }
                batch = batch.size() < BATCH
                        ? List.of()
                        : source.read(batch.getLast().id(), BATCH);
            }
        });
    }

    private Table table() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.instant("at", view.msg("audit.at")));
        if (tenant != null) {
            columns.add(Column.text("tenant", view.msg("console.tenant.slug")));
        }
        columns.addAll(List.of(
                Column.text("who", view.msg("audit.who")),
                Column.bool("operator", view.msg("audit.operator")),
                Column.text("action", view.msg("audit.what")),
                Column.text("subject_type", view.msg("audit.subjectType")),
                Column.text("subject", view.msg("audit.subject")),
                Column.text("field", view.msg("audit.field")),
                Column.text("before", view.msg("audit.before")),
                Column.text("after", view.msg("audit.after"))));
        return new Table(view.msg("audit.title"), columns, view.site().zone());
    }

    private void rows(Audit.Entry entry, Rows.Sink sink) throws IOException {
        Change change = Change.of(view, entry);
        List<Difference> differences =
                change.differences().isEmpty() ? List.of(new Difference("", "", "")) : change.differences();
        for (Difference difference : differences) {
            List<Object> cells = new ArrayList<>();
            cells.add(entry.at());
            if (tenant != null) {
                cells.add(tenant.apply(entry));
            }
            cells.addAll(List.of(
                    change.who(view),
                    entry.operator(),
                    change.what(),
                    entry.subjectType(),
                    entry.subjectId(),
                    difference.label(),
                    difference.before(),
                    difference.after()));
            sink.row(cells.toArray());
        }
    }
}
