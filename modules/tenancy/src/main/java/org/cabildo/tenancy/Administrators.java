// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import java.time.Instant;
import java.util.List;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;

/**
 * The people who run a tenant's portal, as the operators' console needs them. This module knows no people: the module
 * that does answers, and where there is none the console leaves administrators out.
 *
 * <p>The console calls from its own host, so no tenant is bound and no transaction is open: each method enters the
 * tenant it is given and does its work in a transaction of its own. Mail is queued in that transaction, never sent by
 * the caller's thread; identity providers that do not answer delay an invitation, they don't make it fail.
 */
public interface Administrators {

    /**
     * Invites somebody by mail to administer a tenant, whatever the tenant's status. Asking again for the same address
     * sends the invitation again and makes no second one; asking for somebody who already administers the tenant does
     * nothing; somebody who already has an account gets the role and a mail that says so. Recorded in the audit as
     * {@code people.invited} with the address.
     *
     * @param email mail address, already checked for its form; compared without regard to case
     * @param locale language tag of the mail, one of the tenant's
     */
    void invite(TenantId tenant, String email, String locale, Actor actor);

    /**
     * Takes an invitation back, or the administrator's role from whoever has it; nothing happens when the address is
     * neither. Recorded in the audit as {@code people.administrator-removed}.
     */
    void remove(TenantId tenant, String email, Actor actor);

    /** Those who administer the tenant and those invited to, ordered by address. */
    List<Administrator> of(TenantId tenant);

    /**
     * Somebody who administers a tenant or is invited to.
     *
     * @param name display name; empty for somebody who has not signed in yet
     * @param since when they were invited, or became administrator
     */
    record Administrator(String email, String name, State state, Instant since) {}

    /** How far somebody is. */
    enum State {
        INVITED,
        EXPIRED,
        ACTIVE
    }
}
