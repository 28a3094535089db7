// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import org.cabildo.networks.comparison.MembershipEnded;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Ends, as the municipality, what it let a network show when it no longer belongs to it. */
@Component
class MembershipEnding {

    private final ConsentRows consents;
    private final Sites sites;

    MembershipEnding(ConsentRows consents, Sites sites) {
        this.consents = consents;
        this.sites = sites;
    }

    @Async
    @TransactionalEventListener(id = "networks.membership-ended")
    void on(MembershipEnded ended) {
        sites.bySlug(ended.member())
                .ifPresent(member -> TenantContext.run(
                        member.requireTenant(),
                        () -> consents.end(member.requireTenant(), ended.network(), ended.at())));
    }
}
