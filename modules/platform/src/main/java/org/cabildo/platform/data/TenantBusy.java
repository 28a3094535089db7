// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.data;

import org.cabildo.platform.TenantId;
import org.springframework.transaction.CannotCreateTransactionException;

/** A tenant already does as much at the same time as it may. Others are not concerned; trying again helps. */
public class TenantBusy extends CannotCreateTransactionException {

    private static final long serialVersionUID = 1L;

    public TenantBusy(TenantId tenant) {
        super("Tenant " + tenant + " uses its share of the database");
    }
}
