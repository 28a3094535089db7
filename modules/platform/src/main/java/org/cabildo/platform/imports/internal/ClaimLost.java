// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

/** Somebody cancelled the import or took it over; whoever worked on it stops and leaves nothing behind. */
class ClaimLost extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
