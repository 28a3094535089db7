// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

/** What a host name shows: the portal of a municipality, the portal of a network, or the operator's console. */
public enum SiteKind {
    MUNICIPALITY,
    NETWORK,
    CONSOLE
}
