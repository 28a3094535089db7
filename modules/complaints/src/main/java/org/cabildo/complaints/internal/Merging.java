// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.util.List;
import org.cabildo.complaints.ChangeRefused;
import org.cabildo.complaints.NewRequest;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.internal.jooq.tables.records.RequestRecord;
import org.cabildo.platform.TenantId;
import org.springframework.stereotype.Component;

/** Requests that are about the same, and one that is about several things. */
@Component
class Merging {

    private final RequestRows rows;
    private final Places places;
    private final Journal journal;

    Merging(RequestRows rows, Places places, Journal journal) {
        this.rows = rows;
        this.places = places;
        this.journal = journal;
    }

    /** The request that a duplicate leads to in the end: never itself, never one that is a duplicate itself. */
    long target(TenantId tenant, RequestRecord row, long into) {
        ServiceRequest found =
                rows.find(tenant, into).orElseThrow(() -> new ChangeRefused("complaints.refused.missing"));
        long target = found.duplicateOf() == null ? into : found.duplicateOf();
        if (target == row.getId()) {
            throw new ChangeRefused("complaints.refused.itself");
        }
        if (found.confidential() != row.getConfidential()) {
            throw new ChangeRefused("complaints.refused.service");
        }
        return target;
    }

    /** The office of a request as its service, territory and answers say today. */
    String route(TenantId tenant, Catalogue catalogue, ServiceRequest request) {
        return Routing.agency(
                catalogue,
                request.service(),
                Places.codes(places.of(tenant, request.point(), request.territory(), journal.now())),
                request.answers());
    }

    /** What is split off: the same place and reporter, and the same split twice is one request. */
    NewRequest part(ServiceRequest whole, String service, String description) {
        return new NewRequest(
                "split:" + whole.id() + ":" + whole.version(),
                service,
                description,
                java.util.Map.of(),
                whole.point(),
                whole.address(),
                whole.addressId(),
                whole.territory(),
                whole.channel(),
                whole.reporter(),
                whole.confirmed(),
                List.of(),
                "",
                null);
    }
}
