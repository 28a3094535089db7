// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.request;

/** The servers behind the gateway. */
public enum Target {
    MONOLITH,
    IDENTITY
}
