// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

/** Life of a tenant's site. Only {@link #LIVE} sites are shown to the public; staff also see {@link #DRAFT} ones. */
public enum SiteStatus {
    DRAFT,
    LIVE,
    SUSPENDED,
    CLOSED
}
