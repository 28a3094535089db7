// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.util.Map;
import org.cabildo.complaints.Counter;
import org.cabildo.complaints.NewRequest;
import org.cabildo.complaints.Reported;
import org.cabildo.complaints.Reporting;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;

@UseCase
class StoredCounter implements Counter {

    private final Reporting reporting;
    private final Audit audit;

    StoredCounter(Reporting reporting, Audit audit) {
        this.reporting = reporting;
        this.audit = audit;
    }

    @Override
    public Reported register(TenantId tenant, NewRequest request, Actor actor) {
        Reported reported = reporting.report(tenant, request);
        if (reported.fresh()) {
            audit.record(
                    tenant,
                    actor,
                    "complaints.registered",
                    "request",
                    Long.toString(reported.id()),
                    null,
                    Map.of("service", request.service(), "channel", request.channel()));
        }
        return reported;
    }
}
