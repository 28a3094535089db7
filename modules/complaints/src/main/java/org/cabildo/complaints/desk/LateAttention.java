// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cabildo.complaints.RequestFigures;
import org.cabildo.complaints.Worklist;
import org.cabildo.complaints.Worklist.Filter;
import org.cabildo.complaints.Worklist.Matter;
import org.cabildo.complaints.Worklist.Order;
import org.cabildo.complaints.Worklist.Stage;
import org.cabildo.platform.web.Attention;
import org.cabildo.platform.web.AttentionSource;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.springframework.stereotype.Component;

/** Says on the workspace's first page what is late and what of one's own comes next. */
@Component
class LateAttention implements AttentionSource {

    private static final int OWN = 20;

    private final RequestFigures figures;
    private final Worklist worklist;
    private final Clock clock;

    LateAttention(RequestFigures figures, Worklist worklist, Clock clock) {
        this.figures = figures;
        this.worklist = worklist;
        this.clock = clock;
    }

    @Override
    public String module() {
        return "complaints";
    }

    @Override
    public List<Attention> attention(View view) {
        if (!view.can(Seat.WORK)) {
            return List.of();
        }
        List<Attention> waits = new ArrayList<>();
        var tenant = view.site().requireTenant();
        long late = figures.since(
                        tenant, LocalDate.now(clock.withZone(view.site().zone())))
                .overdue();
        if (late > 0) {
            waits.add(new Attention(
                    view.msg("complaints.desk.attention.late", late),
                    Seats.PATH + "?asunto=vencidos&orden=plazo",
                    view.msg("complaints.desk.attention.look"),
                    Tone.WARNING));
        }
        Filter own = new Filter(
                "",
                Stage.OPEN,
                Matter.SOON,
                "",
                "",
                "",
                Set.of(),
                Objects.requireNonNull(view.actor()).person(),
                "",
                null,
                null,
                false,
                Order.DUE);
        int soon = worklist.list(tenant, own, null, OWN).requests().size();
        if (soon > 0) {
            waits.add(new Attention(
                    view.msg("complaints.desk.attention.soon", soon),
                    Seats.PATH + "?asunto=por-vencer&persona=yo&orden=plazo",
                    view.msg("complaints.desk.attention.look"),
                    Tone.INFO));
        }
        return waits;
    }
}
