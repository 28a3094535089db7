// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

/**
 * Identifies a tenant: a municipality's or a network's subscription. Every row of a tenant-owned table carries it as
 * the first column of its primary key.
 *
 * @param value the tenant's number in the registry, greater than zero
 */
public record TenantId(int value) {

    public TenantId {
        if (value <= 0) {
            throw new IllegalArgumentException("A tenant id is greater than zero, got " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
