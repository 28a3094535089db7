// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.Worklist;
import org.cabildo.complaints.Worklist.Filter;
import org.cabildo.complaints.Worklist.Part;
import org.cabildo.complaints.Worklist.Place;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.jspecify.annotations.Nullable;

/** A list as a file, without who reported. */
final class InboxTable {

    private static final int PART = 1_000;
    private static final int MOST = 100_000;

    private final Seat seat;
    private final Worklist worklist;

    InboxTable(Seat seat, Worklist worklist) {
        this.seat = seat;
        this.worklist = worklist;
    }

    void send(Filter filter, HttpServletResponse response) throws IOException {
        Table table = Table.of(
                seat.view().msg("module.complaints.name"),
                seat.view().site().zone(),
                Column.integer("id", "id"),
                Column.text("service", "service"),
                Column.text("status", "status"),
                Column.bool("open", "open"),
                Column.text("agency", "agency"),
                Column.text("assignee", "assignee"),
                Column.text("territory", "territory"),
                Column.text("address", "address"),
                Column.decimal("lat", "lat"),
                Column.decimal("long", "long"),
                Column.instant("requested", "requested"),
                Column.instant("promised", "promised"),
                Column.instant("closed", "closed"),
                Column.bool("late", "late"),
                Column.integer("reopened", "reopened"),
                Column.text("channel", "channel"),
                Column.text("description", "description"));
        new Download(table, TabularFormat.CSV, "reportes").writeTo(response, SafeDownload.Caching.PRIVATE, sink -> {
            Place after = null;
            for (int sent = 0; sent < MOST; sent += PART) {
                Part part = worklist.list(seat.tenant(), filter, after, PART);
                for (ServiceRequest one : part.requests()) {
                    sink.row(cells(one));
                }
                after = part.next();
                if (after == null) {
                    return;
                }
            }
        });
    }

    private @Nullable Object[] cells(ServiceRequest one) {
        return new @Nullable Object[] {
            one.id(),
            seat.service(one.service()),
            seat.status(one.status()),
            one.open(),
            one.agency().isEmpty() ? "" : seat.agency(one.agency()),
            one.assigneeName(),
            one.territory(),
            one.address(),
            one.point() == null ? null : one.point().latitude(),
            one.point() == null ? null : one.point().longitude(),
            one.requestedAt(),
            one.clocks().solution(),
            one.closedAt(),
            one.late(seat.now()),
            one.reopened(),
            one.channel(),
            one.description()
        };
    }
}
